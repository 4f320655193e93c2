import type { Registry } from "prom-client";
import type { Clock } from "../clock.ts";
import type { Occasion } from "../decision/notifying.ts";
import type { Ledger } from "../ledger/commands.ts";
import type { Database } from "../store/sqlite/database.ts";
import {
  type Channel,
  type DeliveryRow,
  dueDeliveries,
  type NotificationRow,
  nextDelivery,
} from "../store/sqlite/deliveries.ts";
import { staffedTeams } from "../store/sqlite/duty.ts";
import { browsersFor } from "../store/sqlite/push.ts";
import { teamById } from "../store/sqlite/registry.ts";
import { deliveryMetrics } from "./metrics.ts";
import { type Outgoing, type Send, SendFailure } from "./send.ts";
import { lineOf } from "./text.ts";

export type NotifyParts = {
  readonly db: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly registry: Registry;
  readonly senders: Readonly<Partial<Record<Channel, Send>>>;
  /** Where people look: the platform's public address. */
  readonly publicUrl: string | undefined;
  readonly onFailure: (what: string, error: unknown) => void;
  /** How often it is looked whether something is due, in milliseconds. */
  readonly interval?: number;
};

/** So many at once; one that hangs holds its own place and no other. */
const AT_ONCE = 50;

type Due = DeliveryRow & NotificationRow;

/**
 * Delivers what was decided to be told, at least once each, in a loop that nobody waits for: rows are the queue, what came
 * of an attempt goes back to the ledger, and a restart goes on where the rows say. What was taken by the other side when the
 * platform died before noting it is sent again under the same key.
 */
export function startNotifying(parts: NotifyParts): {
  readonly run: () => Promise<void>;
  readonly stop: () => Promise<void>;
} {
  const { db, ledger, clock, registry, senders, onFailure } = parts;
  const under = new Set<string>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  const attempts = deliveryMetrics(registry, db, clock);

  async function attempt(due: Due): Promise<void> {
    const { notification, channel } = due;
    const result = await tryOnce(due);
    attempts.inc({ channel, result: result.accepted ? "accepted" : result.permanent ? "refused" : "failed" });
    await ledger.submit({ kind: "delivery-result", actor: "platform", notification, channel, ...result });
  }

  type Result = { accepted: boolean; permanent: boolean; code?: string; gone?: string[] };

  /** Each address in turn; it counts as taken once one has taken it. Browsers that are no longer subscribed are told apart. */
  async function tryOnce(due: Due): Promise<Result> {
    const sender = senders[due.channel];
    if (!sender) return { accepted: false, permanent: true, code: "NOT_CONFIGURED" };
    const gone: string[] = [];
    const failures: SendFailure[] = [];
    let taken = 0;
    for (const { to, browser } of addressesOf(db, due)) {
      try {
        await sender.send(outgoing(due, to));
        taken += 1;
      } catch (error) {
        if (!(error instanceof SendFailure)) throw error;
        failures.push(error);
        if (error.code === "PUSH_GONE" && browser !== undefined) gone.push(browser);
      }
    }
    const left = gone.length > 0 ? { gone } : {};
    if (taken > 0) return { accepted: true, permanent: false, ...left };
    // Worth trying again as long as one of them may still take it.
    const worst = failures.find(({ permanent }) => !permanent) ?? failures[0];
    return { accepted: false, permanent: worst?.permanent ?? true, code: worst?.code ?? "NO_ADDRESS", ...left };
  }

  function outgoing(due: Due, to: string): Outgoing {
    const team = teamById(db, due.team);
    const technical = (JSON.parse(due.data) as { category?: string }).category === "technical";
    const said = lineOf(
      { occasion: due.occasion as Occasion, severity: due.severity, at: due.at, technical },
      team?.name ?? due.team,
      clock.now(),
      team?.zone ?? "UTC",
    );
    const look =
      parts.publicUrl === undefined
        ? ""
        : `${parts.publicUrl.replace(/\/$/, "")}${due.alert === null ? "" : `/alerts/${due.alert}`}`;
    const link = { sv: look && ` Öppna Hemvakt: ${look}`, en: look && ` Open Hemvakt: ${look}` };
    return {
      to,
      title: { sv: "Hemvakt", en: "Hemvakt" },
      body: said,
      look: look || (due.alert === null ? "/" : `/alerts/${due.alert}`),
      until: due.until_at,
      subject: said.sv,
      text: `${said.sv}${link.sv}\n${said.en}${link.en}`,
      key: `${due.notification}.${due.channel}`,
      about: {
        occasion: due.occasion,
        severity: due.severity,
        team: due.team,
        staff: due.staff,
        role: due.role,
        alert: due.alert,
        step: due.step,
        at: Temporal.Instant.fromEpochMilliseconds(due.at).toString(),
      },
      team: due.team,
    };
  }

  /** Begins what is due and isn't under way. */
  function begin(): void {
    if (stopped) return;
    for (const due of dueDeliveries(db, clock.now(), AT_ONCE + under.size)) {
      const id = `${due.notification}.${due.channel}`;
      if (under.has(id) || under.size >= AT_ONCE) continue;
      under.add(id);
      const one = attempt(due)
        .catch((error: unknown) => onFailure("notification not delivered", error))
        .finally(() => {
          under.delete(id);
          running.delete(one);
        });
      running.add(one);
    }
  }
  const guarded = (): void => {
    try {
      if ((nextDelivery(db) ?? Number.POSITIVE_INFINITY) <= clock.now()) begin();
    } catch (error) {
      onFailure("notifications not read", error);
    }
  };
  const unfollow = ledger.onCommit(guarded);
  const timer = setInterval(guarded, parts.interval ?? 1000);
  guarded();

  return {
    async run() {
      begin();
      await Promise.all(running);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      unfollow();
      // What is under way is noted if it ends soon; otherwise it is sent again after the next start.
      await Promise.race([Promise.all(running), new Promise((resolve) => setTimeout(resolve, 500).unref())]);
    },
  };
}

/** Where a notification goes on a channel: a function's address, or the ones that a person has given. */
function addressesOf(db: Database, { channel, team, staff }: Due): { to: string; browser?: string }[] {
  if (channel === "push") {
    return browsersFor(db, { team, staff }).map(({ id, endpoint, p256dh, auth }) => ({
      to: JSON.stringify({ endpoint, keys: { p256dh, auth } }),
      browser: id,
    }));
  }
  const contact = staffedTeams(db).get(team)?.contact;
  const to = channel === "webhook" ? contact?.webhook : ((staff && emailOf(db, staff)) ?? contact?.email);
  return to === undefined ? [] : [{ to }];
}

const emailOf = (db: Database, staff: string): string | undefined =>
  db.get<{ email: string | null }>("SELECT p.email FROM staff s JOIN person p ON p.id = s.person WHERE s.id = ?", staff)
    ?.email ?? undefined;

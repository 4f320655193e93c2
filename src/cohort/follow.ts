import * as lifecycle from "../alerts/lifecycle.ts";
import type { Alert, AlertEventKind, Concern, Severity } from "../domain/alert.ts";
import type { Finding, Judgement } from "../domain/finding.ts";
import type { Reading } from "../domain/reading.ts";
import { dealtWithAt, type Staff } from "../rehearsal/staff.ts";

/** Something of a patient's alerts that somebody is called about. */
export type Call = {
  /** Which alert; another for each that opens. */
  readonly alert: string;
  readonly at: number;
  readonly event: AlertEventKind;
  /** Of the alert, after the event. */
  readonly severity: Severity;
};

/** The events by which people are called. */
const calling: ReadonlySet<AlertEventKind> = new Set<AlertEventKind>(["opened", "worsened", "reopened"]);

const subject = { type: "patient", id: "cohort" } as const;

type Active = { readonly alert: Alert; readonly due: number | undefined };

/**
 * A patient's alerts as time goes by: what `ingest/conclude` does with judgements, without a store, so that a virtual year
 * takes milliseconds. A test holds it to the engine over a store, alert by alert.
 */
export type Follower = {
  /** Takes in what the rules say of a reading, at the instant at which it came. */
  take(reading: Reading, judgements: readonly Judgement[]): void;
  /** Whom it has called about what, oldest first. */
  readonly calls: readonly Call[];
  /** Another that goes on from here by itself; its calls are those to come. */
  fork(): Follower;
};

/** @param staff what is done about alerts @param zone in which the team's days are counted */
export const follower = (staff: Exclude<Staff, { kind: "recorded" }>, zone: string): Follower =>
  following(new Map(), staff, zone);

function following(latest: Map<Concern, Active>, staff: Exclude<Staff, { kind: "recorded" }>, zone: string): Follower {
  const calls: Call[] = [];
  const keep = (change: lifecycle.Change | undefined, at: number, due?: number): void => {
    if (!change) return;
    const { alert, event } = change;
    latest.set(alert.concern, { alert, due });
    if (calling.has(event)) calls.push({ alert: alert.id, at, event, severity: alert.severity });
  };
  const resolveUntil = (now: number): void => {
    for (const { alert, due } of latest.values()) {
      if (due !== undefined && due <= now && alert.state !== "resolved") {
        keep(lifecycle.resolve(alert, "cohort", { outcome: "other", action: "none" }, due), due);
      }
    }
  };
  const takeOn = (now: number): void => {
    for (const { alert } of latest.values()) {
      if (alert.state !== "open") continue;
      const due = dealtWithAt(staff, alert, now, zone);
      keep(lifecycle.acknowledge(alert, "cohort", { text: "cohort", due }, now), now, due);
    }
  };
  const conclude = (concern: Concern, judgements: readonly Judgement[], reading: Reading): void => {
    const { receivedAt: now, measuredAt } = reading;
    const known = latest.get(concern);
    const found = judgements.filter((judgement): judgement is Finding => judgement.verdict === "finding");
    if (found.length === 0) {
      if (!known || measuredAt < known.alert.openedAt || !lifecycle.hasReturned(judgements, known.alert)) return;
      return keep(lifecycle.noteReturn(known.alert, now), now, known.due);
    }
    const signal = lifecycle.signalOf(found);
    const joined = known ? lifecycle.join(known.alert, signal, now, zone) : "new";
    if (joined !== "new") return keep(joined, now, known?.due);
    const opened = lifecycle.open(`${concern}-${now}`, subject, concern, "cohort", signal, now);
    keep(opened, now);
  };
  return {
    calls,
    take(reading, judgements) {
      resolveUntil(reading.receivedAt);
      for (const [concern, group] of Map.groupBy(judgements, (judgement) => judgement.concern)) {
        conclude(concern, group, reading);
      }
      takeOn(reading.receivedAt);
    },
    fork: () => following(new Map(latest), staff, zone),
  };
}

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openHome } from "../../test/helpers/home.ts";
import { nextOf } from "../alerts/next.ts";
import type { Submission } from "../ledger/commands.ts";
import { type AlertRow, toAlert } from "../store/sqlite/alerts.ts";
import type { Database } from "../store/sqlite/database.ts";

/**
 * Whatever people, devices and time do to alerts in whatever order: each alert that hasn't ended has an owner and an instant
 * at which something happens by itself, and that instant is the one the ticker looks at. The whole writer is the model.
 */

type Step =
  | { readonly does: "measure"; readonly spo2: number }
  | { readonly does: "wait"; readonly minutes: number }
  | { readonly does: "acknowledge" | "resolve" | "assign" | "note" | "snooze" | "undo"; readonly who: "nils" | "karin" }
  | { readonly does: "takeover" | "team" | "leave" | "return" | "pause" | "end" };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant("measure" as const), spo2: fc.constantFrom(82, 84, 87, 92, 96) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("wait" as const), minutes: fc.constantFrom(1, 15, 16, 120, 1500) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constantFrom(
        "acknowledge" as const,
        "resolve" as const,
        "assign" as const,
        "note" as const,
        "snooze" as const,
        "undo" as const,
      ),
      who: fc.constantFrom("nils" as const, "karin" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom(
        "takeover" as const,
        "team" as const,
        "leave" as const,
        "return" as const,
        "pause" as const,
        "end" as const,
      ),
    }),
  },
);

type Home = Awaited<ReturnType<typeof openHome>>;

/** What a step asks of the ledger; refusals are answers like any other. */
function commandOf(home: Home, step: Exclude<Step, { does: "measure" | "wait" }>): Submission | undefined {
  const { db, clock } = home;
  const alert = db.get<{ id: string; version: number }>(
    "SELECT id, version FROM alert WHERE subject_type = 'patient' ORDER BY opened_at DESC, id DESC LIMIT 1",
  );
  const version = (table: string, id: string) =>
    db.get<{ version: number }>(`SELECT version FROM ${table} WHERE id = ?`, id)?.version ?? 0;
  const now = clock.now();
  switch (step.does) {
    case "takeover":
      return {
        kind: "responsibility-entrust",
        patient: "soheil",
        entry: { kind: "takeover", team: "north", from: now, to: now + 7_200_000 },
        actor: "nils",
      };
    case "team":
      return {
        kind: "patient-team",
        patient: "soheil",
        team: "north",
        ifVersion: version("patient", "soheil"),
        actor: "nils",
      };
    case "leave":
      return { kind: "staff-teams", staff: "nils", teams: [], ifVersion: version("staff", "nils"), actor: "alva" };
    case "return":
      return {
        kind: "staff-teams",
        staff: "nils",
        teams: ["night"],
        ifVersion: version("staff", "nils"),
        actor: "alva",
      };
    case "pause":
    case "end":
      return {
        kind: "patient-enrolment",
        patient: "soheil",
        change:
          step.does === "end"
            ? { state: "ended", reason: "moved" }
            : { state: "paused", until: now + 3_600_000, reason: "admitted" },
        ifVersion: version("patient", "soheil"),
        actor: "nils",
      };
    default:
  }
  if (!alert) return undefined;
  const about = { alert: alert.id, ifVersion: alert.version, actor: step.who };
  switch (step.does) {
    case "acknowledge":
      return { kind: "alert-acknowledge", promise: { text: "Ringer", due: now + 1_800_000 }, ...about };
    case "resolve":
      return { kind: "alert-resolve", outcome: "true", action: "advice", ...about };
    case "assign":
      return { kind: "alert-assign", assignee: step.who, ...about };
    case "note":
      return { kind: "alert-note", alert: alert.id, text: "prov", actor: step.who };
    case "snooze":
      return { kind: "alert-snooze", until: now + 3_600_000, reason: "prov", ...about };
    case "undo":
      return { kind: "alert-undo", alert: alert.id, reason: "prov", actor: step.who };
  }
}

/** Alerts that nobody would ever hear of again, each with what it lacks. */
function forgotten(db: Database): string[] {
  const teams = new Set(db.all<{ id: string }>("SELECT id FROM team WHERE closed_at IS NULL").map(({ id }) => id));
  return db.all<AlertRow>("SELECT * FROM alert ORDER BY id").flatMap((row) => {
    const next = nextOf(toAlert(row));
    if (!next) return [`${row.id} (${row.state}) has no next instant`];
    if (next.what === "end") return row.due === null ? [] : [`${row.id} is closed and still waits`];
    if (!teams.has(row.team)) return [`${row.id} is of no team: ${row.team}`];
    return next.at === row.due ? [] : [`${row.id} (${row.state}) waits for ${next.at}, and ${row.due} is looked at`];
  });
}

/** Runs a story, and says what it leaves forgotten at the first step that does. */
async function live(story: readonly Step[]): Promise<string[]> {
  const home = await openHome();
  try {
    for (const step of story) {
      if (step.does === "wait") {
        home.clock.set(home.clock.now() + step.minutes * 60_000);
        await home.ledger.submit({ kind: "tick", actor: "platform" });
      } else if (step.does === "measure") {
        home.clock.set(home.clock.now() + 1000);
        await home.readings("oximeter", [{ kind: "oxygen-saturation", spo2: step.spo2, unit: "%" }]);
      } else {
        const command = commandOf(home, step);
        if (command) await home.ledger.submit(command).catch(() => undefined);
      }
      const found = forgotten(home.db);
      if (found.length > 0) return found;
    }
    return [];
  } finally {
    await home.close();
  }
}

test("no reachable alert is without an owner, and a next instant or an end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 30 }), async (story) => {
      expect(await live(story)).toEqual([]);
    }),
    { numRuns: 60, seed: 20261123 },
  );
}, 60_000);

test("control: a single alert whose next instant was lost is found", async () => {
  const story: Step[] = [
    { does: "measure", spo2: 87 },
    { does: "acknowledge", who: "nils" },
    { does: "wait", minutes: 31 },
  ];
  expect(await live(story)).toEqual([]);
  const home = await openHome();
  try {
    await home.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 87, unit: "%" }]);
    const rows = home.db.all<AlertRow>("SELECT * FROM alert");
    const { escalation: _lost, ...body } = JSON.parse(rows[0]!.body) as Record<string, unknown>;
    const spoilt = { ...rows[0]!, body: JSON.stringify(body), due: null };
    const reader = { all: (sql: string) => (sql.includes("FROM alert") ? [spoilt] : home.db.all(sql)) };
    expect(forgotten(reader as unknown as Database)).toEqual([`${spoilt.id} (open) has no next instant`]);
  } finally {
    await home.close();
  }
});

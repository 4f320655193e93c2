import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Alert, alertStates, concerns, isMoreSevere, severities } from "../../../domain/alert.ts";
import { type AlertRow, saveAlert } from "../alerts.ts";
import { type Database, openDatabase } from "../database.ts";
import { migrate } from "../schema.ts";
import { type AlertKey, alertPage, rankOf, visibleAlert } from "./alerts.ts";

/** p1 is of t1; p2 of t2, with t1 beside it; p3 of t2 alone. */
function people(db: Database): void {
  db.exec(`
    INSERT INTO team (id, name, provider, unit, zone, contact, version)
      SELECT value, value, 'r', 'u', 'Europe/Stockholm', '{}', 1 FROM json_each('["t1", "t2"]');
    INSERT INTO person (id, given, family) SELECT value, 'A', 'B' FROM json_each('["p1", "p2", "p3"]');
    INSERT INTO patient VALUES ('p1', 'p1', 't1', 0, 1), ('p2', 'p2', 't2', 0, 1), ('p3', 'p3', 't2', 0, 1);
    INSERT INTO patient_team VALUES ('p2', 't1');`);
}

const generated = fc.uniqueArray(
  fc.record({
    subject: fc.oneof(
      fc.record({ type: fc.constant("patient" as const), id: fc.constantFrom("p1", "p2", "p3") }),
      fc.record({ type: fc.constantFrom("device" as const, "hub" as const), id: fc.constantFrom("d1", "d2") }),
    ),
    concern: fc.constantFrom(...concerns.slice(0, 4)),
    team: fc.constantFrom("t1", "t2"),
    severity: fc.constantFrom(...severities),
    state: fc.constantFrom(...alertStates),
    openedAt: fc.integer({ min: 0, max: 9 }),
  }),
  {
    maxLength: 40,
    // The store allows one active alert of a subject and concern.
    selector: ({ subject, concern, team, state, openedAt }) =>
      `${subject.type}/${subject.id}/${concern}/${subject.type === "patient" ? "" : team}/${state === "resolved" ? openedAt : "active"}`,
  },
);

/** p3 is t1's to see only while t1 has something of theirs that isn't closed. */
const visibleToT1 = (alerts: readonly Alert[]) => {
  const hasOpen = alerts.some(
    ({ subject, team, state }) =>
      subject.type === "patient" && subject.id === "p3" && team === "t1" && state !== "resolved",
  );
  return ({ subject, team }: Alert): boolean =>
    subject.type === "patient" ? subject.id !== "p3" || hasOpen : team === "t1";
};

it("pages of any size hold every alert that the team sees once, the worst first, then the oldest", () => {
  fc.assert(
    fc.property(
      generated,
      fc.integer({ min: 1, max: 6 }),
      fc.subarray([...alertStates], { minLength: 1 }),
      (drafts, size, states) => {
        const db = openDatabase(":memory:");
        migrate(db);
        people(db);
        const alerts = drafts.map((draft, index): Alert => {
          const id = `a${String(index).padStart(2, "0")}`;
          const category = draft.subject.type === "patient" ? "clinical" : "technical";
          return { ...draft, id, category, updatedAt: 9, version: 1, extremes: {}, cause: "rule", rearmed: false };
        });
        for (const alert of alerts) saveAlert(db, alert);

        const found: AlertRow[] = [];
        let after: AlertKey | undefined;
        for (;;) {
          const rows = alertPage(db, { teams: '["t1"]', states, after, fetch: size });
          found.push(...rows);
          const last = rows.at(-1);
          if (!last || rows.length < size) break;
          after = [rankOf(last.severity), last.opened_at, last.id];
        }
        const isVisible = visibleToT1(alerts);
        const expected = alerts
          .filter((alert) => isVisible(alert) && states.includes(alert.state))
          .toSorted((a, b) => {
            if (a.severity !== b.severity) return isMoreSevere(a.severity, b.severity) ? -1 : 1;
            return a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);
          });
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        for (const alert of alerts) {
          const isTheirs = isVisible(alert) || alert.team === "t1";
          expect(visibleAlert(db, '["t1"]', alert.id)?.id).toBe(isTheirs ? alert.id : undefined);
        }
        db.close();
      },
    ),
    { numRuns: 60 },
  );
});

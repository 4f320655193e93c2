import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Alert, isMoreSevere, type Severity, type Side, severities } from "../domain/alert.ts";
import * as lifecycle from "./lifecycle.ts";
import { type Trigger, transitions } from "./transitions.ts";

const zone = "Europe/Stockholm";
const hour = 3_600_000;
const t0 = Temporal.Instant.from("2026-10-20T06:00:00Z").epochMilliseconds;

const sides: readonly Side[] = ["systolic-pressure/above", "diastolic-pressure/above"];
const signals: fc.Arbitrary<lifecycle.Signal> = fc.record({
  severity: fc.constantFrom<Severity>(...severities),
  category: fc.constant("clinical" as const),
  values: fc.dictionary(fc.constantFrom(...sides), fc.integer({ min: 1000, max: 2200 }), { noNullPrototype: true }),
  cause: fc.constantFrom("rule-a", "rule-b"),
});

type Step = { readonly after: number } & (
  | { readonly does: "join"; readonly signal: lifecycle.Signal }
  | { readonly does: "acknowledge"; readonly hours: number }
  | { readonly does: "pass" | "resolve" | "withdraw" | "return" }
);
const after = fc.integer({ min: 0, max: 48 }).map((hours) => hours * hour);
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ after, does: fc.constant("join" as const), signal: signals }) },
  {
    weight: 2,
    arbitrary: fc.record({ after, does: fc.constant("acknowledge" as const), hours: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      after,
      does: fc.constantFrom("pass" as const, "resolve" as const, "withdraw" as const, "return" as const),
    }),
  },
);

function take(alert: Alert, step: Step, now: number): lifecycle.Change | "new" | undefined {
  switch (step.does) {
    case "join":
      return lifecycle.join(alert, step.signal, now, zone);
    case "acknowledge":
      return lifecycle.acknowledge(alert, "karin", { text: "call", due: now + step.hours * hour }, now);
    case "pass":
      return lifecycle.passPromise(alert, now);
    case "resolve":
      return lifecycle.resolve(alert, "karin", { outcome: "true", action: "advice" }, now);
    case "withdraw":
      return lifecycle.withdraw(alert, "moved", now);
    case "return":
      return lifecycle.noteReturn(alert, now);
  }
}

/** What must hold of any alert, whatever has happened to it. */
function expectPossible(alert: Alert): void {
  const has = (field: keyof Alert) => alert[field] !== undefined;
  const owned = ["acknowledgedBy", "acknowledgedAt", "promise"] as const;
  const closed = ["resolvedAt", "outcome"] as const;
  switch (alert.state) {
    case "open":
      expect(owned.some(has), "an open alert is nobody's").toBe(false);
      expect(closed.some(has) || has("resolvedBy") || has("action"), "an open alert has no outcome").toBe(false);
      break;
    case "acknowledged":
      expect(owned.every(has), "an acknowledged alert has somebody and a promise").toBe(true);
      expect(closed.some(has), "an acknowledged alert has no outcome").toBe(false);
      break;
    case "resolved":
      expect(closed.every(has), "a resolved alert has an outcome").toBe(true);
      expect(has("resolvedBy") && has("action"), "a person's outcome has a person").toBe(alert.outcome !== "withdrawn");
      break;
  }
  for (const side of sides) {
    const extreme = alert.extremes[side];
    if (extreme) expect(extreme.announced).toBeLessThanOrEqual(extreme.worst);
  }
}

const events: Record<Step["does"], readonly Trigger[]> = {
  join: ["worse", "same"],
  acknowledge: ["acknowledge"],
  pass: ["promise-passed"],
  resolve: ["resolve"],
  withdraw: ["withdraw"],
  return: ["returned"],
};

test("whatever happens, an alert is in a possible state, and every change is one version and one event of the table", () => {
  fc.assert(
    fc.property(signals, fc.array(steps, { maxLength: 30 }), (first, taken) => {
      let now = t0;
      let alert = lifecycle.open("a0", { type: "patient", id: "p" }, "bp-high", "norr", first, now).alert;
      let seen: Partial<Record<Side, number>> = { ...first.values };
      let opened = 1;
      for (const step of taken) {
        now += step.after;
        const before = structuredClone(alert);
        const change = take(alert, step, now);
        expect(alert, "a change makes a new alert and leaves the old one").toEqual(before);
        if (change === undefined) continue;
        if (change === "new") {
          expect(before.state).toBe("resolved");
          if (step.does !== "join") throw new Error(`${step.does} can't open an alert`);
          alert = lifecycle.open(`a${opened}`, before.subject, before.concern, before.team, step.signal, now).alert;
          seen = { ...step.signal.values };
          opened += 1;
          expectPossible(alert);
          continue;
        }
        const allowed = events[step.does].map((trigger) => transitions[before.state][trigger]);
        expect(allowed).toContainEqual({ to: change.alert.state, event: change.event });
        expect(change.alert.version).toBe(before.version + 1);
        expect(change.alert.updatedAt).toBe(now);
        expect(change.reason).not.toBe("");
        for (const field of ["id", "subject", "concern", "category", "team", "openedAt"] as const) {
          expect(change.alert[field]).toEqual(before[field]);
        }
        expect(isMoreSevere(before.severity, change.alert.severity), "severity never falls").toBe(false);
        if (step.does === "join") {
          for (const side of sides) {
            const values = [seen[side], step.signal.values[side]].filter((value) => value !== undefined);
            if (values.length > 0) seen[side] = Math.max(...values);
          }
        }
        alert = change.alert;
        expectPossible(alert);
        const worst = Object.fromEntries(
          Object.entries(alert.extremes).map(([side, extreme]) => [side, extreme.worst]),
        );
        expect(worst).toEqual(seen);
      }
    }),
    { numRuns: 300 },
  );
});

test("people are always told before a value is a step beyond what they were last told", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1600, max: 2200 }), { minLength: 1, maxLength: 20 }),
      ([first = 0, ...rest]) => {
        const signal = (value: number): lifecycle.Signal => ({
          severity: "red",
          category: "clinical",
          values: { "systolic-pressure/above": value },
          cause: "rule",
        });
        let told = first;
        let { alert } = lifecycle.open("a", { type: "patient", id: "p" }, "bp-high", "norr", signal(first), t0);
        for (const value of rest) {
          const change = lifecycle.join(alert, signal(value), t0, zone);
          if (change === "new") throw new Error("an open alert stands in the way");
          expect(change.event).toBe(value - told >= 100 ? "worsened" : "joined");
          if (change.event === "worsened") told = value;
          alert = change.alert;
        }
      },
    ),
    { numRuns: 300 },
  );
});

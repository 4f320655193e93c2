import { describe, expect, test } from "vitest";
import type { Alert, AlertState, Severity, Side } from "../domain/alert.ts";
import type { Finding } from "../domain/finding.ts";
import { type Metric, scaled } from "../domain/metric.ts";
import * as lifecycle from "./lifecycle.ts";
import { type Change, type Signal } from "./lifecycle.ts";

const zone = "Europe/Stockholm";
const at = (local: string): number => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
const t0 = at("2026-11-22T07:03");
const minute = 60_000;

const signal = (values: Signal["values"], severity: Severity = "red", cause = "weight-rise-3d"): Signal => ({
  severity,
  category: "clinical",
  values,
  cause,
});
const kg = (value: number): Signal => signal({ "body-weight/above": scaled("body-weight", value) });
const opened = (first: Signal): Alert =>
  lifecycle.open("a1", { type: "patient", id: "greta" }, "weight-gain", "norr", first, t0).alert;
const promise = { text: "ring before nine", due: t0 + 120 * minute };
const must = (change: Change | "new" | undefined): Change => {
  if (!change || change === "new") throw new Error("nothing changed");
  return change;
};
const acknowledged = (first: Signal): Alert =>
  must(lifecycle.acknowledge(opened(first), "karin", promise, t0 + minute)).alert;
const resolved = (first: Signal, when = t0 + 2 * minute): Alert =>
  must(lifecycle.resolve(acknowledged(first), "karin", { outcome: "true", action: "medication" }, when)).alert;
const inState: Record<AlertState, (first: Signal) => Alert> = { open: opened, acknowledged, resolved };

describe("Greta's alert", () => {
  test("opens unowned and says what it rests on", () => {
    const { alert, event, reason } = lifecycle.open(
      "a1",
      { type: "patient", id: "greta" },
      "weight-gain",
      "norr",
      kg(84.7),
      t0,
    );
    expect(alert).toEqual({
      id: "a1",
      subject: { type: "patient", id: "greta" },
      concern: "weight-gain",
      category: "clinical",
      severity: "red",
      state: "open",
      team: "norr",
      openedAt: t0,
      updatedAt: t0,
      version: 1,
      extremes: { "body-weight/above": { worst: 84_700, announced: 84_700 } },
      cause: "weight-rise-3d",
      rearmed: false,
    });
    expect([event, reason]).toEqual(["opened", "weight-rise-3d"]);
  });

  test("is taken on with a promise, and kept when a nurse renews it", () => {
    const taken = must(lifecycle.acknowledge(opened(kg(84.7)), "karin", promise, t0 + minute));
    expect(taken).toMatchObject({ event: "acknowledged", reason: "ring before nine" });
    expect(taken.alert).toMatchObject({
      state: "acknowledged",
      acknowledgedBy: "karin",
      acknowledgedAt: t0 + minute,
      promise,
    });
    const later = { text: "visit in the afternoon", due: t0 + 240 * minute };
    const renewed = must(lifecycle.acknowledge(taken.alert, "olle", later, t0 + 30 * minute));
    expect(renewed).toMatchObject({
      event: "promise-renewed",
      alert: { acknowledgedBy: "olle", promise: later, version: 3 },
    });
  });

  test("is open again the moment the promise passes, not before, and nobody has it", () => {
    const alert = acknowledged(kg(84.7));
    expect(lifecycle.passPromise(alert, promise.due - 1)).toBeUndefined();
    const passed = must(lifecycle.passPromise(alert, promise.due));
    expect(passed).toMatchObject({ event: "promise-passed", reason: "ring before nine" });
    expect(passed.alert.state).toBe("open");
    expect(passed.alert).not.toHaveProperty("promise");
    expect(passed.alert).not.toHaveProperty("acknowledgedBy");
    expect(passed.alert).not.toHaveProperty("acknowledgedAt");
    expect(lifecycle.passPromise(passed.alert, promise.due)).toBeUndefined();
  });

  test("is resolved with what it was and what was done, and then no promise passes", () => {
    const done = must(
      lifecycle.resolve(
        acknowledged(kg(84.7)),
        "karin",
        { outcome: "true", action: "medication", note: "more diuretic" },
        t0 + 9,
      ),
    );
    expect(done).toMatchObject({ event: "resolved", reason: "more diuretic" });
    expect(done.alert).toMatchObject({
      state: "resolved",
      outcome: "true",
      action: "medication",
      resolvedBy: "karin",
      resolvedAt: t0 + 9,
    });
    expect(lifecycle.passPromise(done.alert, promise.due)).toBeUndefined();
  });

  test("can't be resolved by somebody who never took it on", () => {
    expect(lifecycle.resolve(opened(kg(84.7)), "karin", { outcome: "true", action: "none" }, t0)).toBeUndefined();
  });

  test("is withdrawn when the weight was her husband's, and the next one opens a new alert", () => {
    const gone = must(lifecycle.withdraw(acknowledged(kg(84.7)), "reading moved", t0 + 9)).alert;
    expect(gone).toMatchObject({ state: "resolved", outcome: "withdrawn" });
    expect(gone).not.toHaveProperty("resolvedBy");
    expect(lifecycle.join(gone, kg(84.7), t0 + 10, zone)).toBe("new");
  });
});

describe("worse or the same, by the metric's step", () => {
  const steps: [Side, number, number][] = [
    ["body-weight/above", 84.7, 0.5],
    ["body-weight/below", 60, 0.5],
    ["oxygen-saturation/below", 87, 2],
    ["oxygen-saturation/above", 97, 2],
    ["systolic-pressure/above", 185, 10],
    ["systolic-pressure/below", 78, 10],
    ["diastolic-pressure/above", 112, 10],
    ["pulse/above", 115, 10],
    ["pulse/below", 38, 10],
  ];
  const cases = steps.flatMap(([side, from, step]) =>
    (["open", "acknowledged", "resolved"] as const).map((state) => ({ side, from, step, state })),
  );

  test.each(cases)(
    "$state $side at $from: further by $step is worse, a stored integer less is the same",
    ({ side, from, step, state }) => {
      const [metric, direction] = side.split("/") as [Metric, string];
      const sign = direction === "above" ? 1 : -1;
      const alert = inState[state](signal({ [side]: scaled(metric, from) }));
      const edge = scaled(metric, from) + sign * scaled(metric, step);
      const joinWith = (value: number) => lifecycle.join(alert, signal({ [side]: value }), t0 + 3 * minute, zone);
      const worse = { open: "worsened", acknowledged: "reopened", resolved: "new" }[state];
      const kindOf = (change: Change | "new") => (change === "new" ? "new" : change.event);
      expect(kindOf(joinWith(edge))).toBe(worse);
      expect(kindOf(joinWith(edge - sign))).toBe("joined");
      expect(kindOf(joinWith(scaled(metric, from)))).toBe("joined");
      expect(kindOf(joinWith(scaled(metric, from) - sign * 1000))).toBe("joined");
    },
  );

  test("a higher severity is worse at any value; a lower one is not and takes nothing away", () => {
    const yellow = acknowledged(signal({ "body-weight/above": 84_700 }, "yellow"));
    const red = must(lifecycle.join(yellow, kg(84.0), t0 + 9, zone));
    expect(red).toMatchObject({ event: "reopened", reason: "severity red", alert: { severity: "red", state: "open" } });
    const back = must(
      lifecycle.join(red.alert, signal({ "body-weight/above": 84_700 }, "yellow", "other"), t0 + 10, zone),
    );
    expect(back).toMatchObject({ event: "joined", alert: { severity: "red", cause: "weight-rise-3d" } });
  });

  test("another value of the same concern beyond its limit is worse", () => {
    const systolic = acknowledged(signal({ "systolic-pressure/above": 1850 }));
    const both = must(
      lifecycle.join(
        systolic,
        signal({ "systolic-pressure/above": 1850, "diastolic-pressure/above": 1120 }),
        t0 + 9,
        zone,
      ),
    );
    expect(both).toMatchObject({ event: "reopened", reason: "diastolic-pressure/above is new" });
  });

  test("creeping up by less than a step a day is told once it adds up to one", () => {
    for (const state of ["open", "acknowledged"] as const) {
      let alert = inState[state](kg(84.7));
      const events = [84.9, 85.1, 85.3].map((value, index) => {
        const change = must(lifecycle.join(alert, kg(value), t0 + (index + 1) * 1440 * minute, zone));
        alert = change.alert;
        return change.event;
      });
      expect(events, state).toEqual(["joined", "joined", state === "open" ? "worsened" : "reopened"]);
    }
  });

  test("what was seen before somebody took it on is not worse afterwards", () => {
    const peak = must(lifecycle.join(opened(kg(84.7)), kg(85.1), t0 + 1, zone)).alert;
    const taken = must(lifecycle.acknowledge(peak, "karin", promise, t0 + 2)).alert;
    expect(must(lifecycle.join(taken, kg(85.5), t0 + 3, zone)).event).toBe("joined");
    expect(must(lifecycle.join(taken, kg(85.6), t0 + 3, zone)).event).toBe("reopened");
  });

  test("a value that came down and went up again to where it was is not worse", () => {
    const down = must(lifecycle.join(acknowledged(kg(85.7)), kg(84.7), t0 + 3, zone)).alert;
    expect(must(lifecycle.join(down, kg(85.7), t0 + 4, zone)).event).toBe("joined");
  });

  test("a technical fault has no value: again is the same, red after yellow is worse", () => {
    const fault = (severity: Severity): Signal => ({
      severity,
      category: "technical",
      values: {},
      cause: "DEVICE_UNKNOWN",
    });
    expect(must(lifecycle.join(acknowledged(fault("yellow")), fault("yellow"), t0 + 9, zone)).event).toBe("joined");
    expect(must(lifecycle.join(acknowledged(fault("yellow")), fault("red"), t0 + 9, zone)).event).toBe("reopened");
  });
});

describe("a resolved alert takes in more of the same in silence", () => {
  test.each([
    ["an ordinary week", "2026-11-19T15:00", "2026-11-21T23:59:59.999", "2026-11-22T00:00"],
    ["resolved just before midnight", "2026-11-19T23:59", "2026-11-21T23:59:59.999", "2026-11-22T00:00"],
    ["resolved just after midnight", "2026-11-20T00:00", "2026-11-22T23:59:59.999", "2026-11-23T00:00"],
    ["the clocks go forward", "2026-03-27T15:00", "2026-03-29T23:59:59.999", "2026-03-30T00:00"],
    ["the clocks go back", "2026-10-24T15:00", "2026-10-26T23:59:59.999", "2026-10-27T00:00"],
    ["over a leap day", "2028-02-27T15:00", "2028-02-29T23:59:59.999", "2028-03-01T00:00"],
  ])("until 3 local dates have gone by: %s", (_what, resolvedAt, silent, loud) => {
    const alert = resolved(kg(84.7), at(resolvedAt));
    expect(lifecycle.join(alert, kg(84.9), at(silent), zone)).toMatchObject({
      event: "joined",
      alert: { state: "resolved" },
    });
    expect(lifecycle.join(alert, kg(84.9), at(loud), zone)).toBe("new");
  });

  test("joining doesn't prolong the silence", () => {
    const joined = must(
      lifecycle.join(resolved(kg(84.7), at("2026-11-19T15:00")), kg(84.8), at("2026-11-21T07:00"), zone),
    ).alert;
    expect(lifecycle.join(joined, kg(84.8), at("2026-11-22T07:00"), zone)).toBe("new");
  });

  test("unless a value has been back inside", () => {
    const returned = must(lifecycle.noteReturn(resolved(kg(84.7)), t0 + 9)).alert;
    expect(returned).toMatchObject({ state: "resolved", rearmed: true });
    expect(lifecycle.join(returned, kg(84.7), t0 + 10, zone)).toBe("new");
  });

  test("a return before it was resolved counts too, and a finding after the return takes it back", () => {
    const returned = must(lifecycle.noteReturn(acknowledged(kg(84.7)), t0 + 9)).alert;
    const how = { outcome: "true", action: "none" } as const;
    const closed = must(lifecycle.resolve(returned, "karin", how, t0 + 10)).alert;
    expect(lifecycle.join(closed, kg(84.7), t0 + 11, zone)).toBe("new");
    const again = must(lifecycle.join(returned, kg(84.7), t0 + 10, zone)).alert;
    expect(again.rearmed).toBe(false);
    const later = must(lifecycle.resolve(again, "karin", how, t0 + 11)).alert;
    expect(lifecycle.join(later, kg(84.7), t0 + 12, zone)).toMatchObject({ event: "joined" });
  });

  test("a return is said once", () => {
    const returned = must(lifecycle.noteReturn(opened(kg(84.7)), t0 + 9)).alert;
    expect(returned).toMatchObject({ state: "open", rearmed: true, version: 2 });
    expect(lifecycle.noteReturn(returned, t0 + 10)).toBeUndefined();
  });
});

describe("a finding that came late", () => {
  const late = (values: Signal["values"], measuredAt: number, severity: Severity = "red"): Signal => ({
    ...signal(values, severity),
    late: measuredAt,
  });
  const gain = (value: number) => ({ "body-weight/above": scaled("body-weight", value) });
  const now = t0 + 5 * 60 * minute;

  test("worsens an alert that nobody has taken on", () => {
    expect(must(lifecycle.join(opened(kg(84)), late(gain(86), t0), now, zone)).event).toBe("worsened");
  });

  test("joins one that somebody has, however bad it is; and what then comes in time is measured from what was told", () => {
    const { alert, event, reason } = must(lifecycle.join(acknowledged(kg(84)), late(gain(90), t0), now, zone));
    expect([alert.state, event, reason]).toEqual(["acknowledged", "joined", "came late"]);
    expect(must(lifecycle.join(alert, kg(84.5), now + minute, zone)).event).toBe("reopened");
  });

  test("… on a side that nobody knew of either: the same in time reopens it", () => {
    const fall = { "body-weight/below": scaled("body-weight", 70) };
    const { alert } = must(lifecycle.join(acknowledged(kg(84)), late(fall, t0), now, zone));
    expect(alert.extremes).not.toHaveProperty("body-weight/below");
    expect(must(lifecycle.join(alert, signal(fall), now + minute, zone)).event).toBe("reopened");
  });

  test("joins one that was resolved after it was measured; measured after that it opens another", () => {
    const done = resolved(kg(84), t0 + 60 * minute);
    expect(must(lifecycle.join(done, late(gain(90), t0 + 30 * minute), now, zone)).event).toBe("joined");
    expect(lifecycle.join(done, late(gain(90), t0 + 90 * minute), now, zone)).toBe("new");
  });

  test("… and another too where the value had returned, or the platform had withdrawn it: nobody has dealt with that", () => {
    const returned = { ...resolved(kg(84), t0 + 60 * minute), rearmed: true };
    const withdrawn = must(lifecycle.withdraw(opened(kg(84)), "not hers", t0 + 60 * minute)).alert;
    for (const alert of [returned, withdrawn]) expect(lifecycle.join(alert, late(gain(84), t0), now, zone)).toBe("new");
  });

  test("beyond a safety limit is no late signal: it reopens at once", () => {
    const safety = { ruleKind: "safety", metric: "pulse", direction: "above", severity: "red" } as const;
    const limit = { ...safety, ruleKind: "limit" } as const;
    const of = (kind: object) => ({ ...kind, rule: "r", compared: { value: 160 } }) as unknown as Finding;
    expect(lifecycle.signalOf([of(limit)], t0).late).toBe(t0);
    expect(lifecycle.signalOf([of(limit), of(safety)], t0)).not.toHaveProperty("late");
  });

  test("two plans may count a score differently: the one further out stands", () => {
    const scored = (value: number) =>
      ({
        ruleKind: "news2",
        metric: "news2",
        direction: "above",
        severity: "red",
        rule: "r",
        compared: { value },
      }) as unknown as Finding;
    expect(lifecycle.signalOf([scored(9), scored(7)]).values).toEqual({ "news2/above": 9 });
  });
});

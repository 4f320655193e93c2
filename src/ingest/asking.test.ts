import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { type PlanBody } from "../domain/plan.ts";
import { preset } from "../rules/presets.ts";
import { type Decision, decisions } from "../store/sqlite/reading-row.ts";

/** Measure again: what looks like technique is asked about before the team is told, and nothing is lost by it. */

let home: Home;
beforeEach(async () => {
  home = await openHome("2026-11-22T07:00:00+01:00");
  await sign("soheil", {});
});
afterEach(async () => {
  expect(home.replayed(), "the log alone rebuilds it").toMatchObject({ differences: [], refused: [] });
  await home.close();
});

const MINUTE = 60_000;
const sign = async (patient: string, body: Partial<PlanBody>) => {
  const version =
    home.db.get<{ v: number | null }>("SELECT max(version) AS v FROM plan WHERE patient = ?", patient)?.v ?? 0;
  await home.submit({
    kind: "plan-sign",
    patient,
    body: preset(["heart-failure", "copd"], body),
    ifVersion: version,
    actor: "doris",
  });
  home.clock.advance(1000);
};
const later = async (minutes: number) => {
  home.clock.advance(minutes * MINUTE);
  await home.submit({ kind: "tick", actor: "platform" });
};
/** Measured and received now. */
const measures = (spo2: number, more: { flags?: readonly string[]; at?: number } = {}) =>
  home.readings("oximeter", [
    {
      kind: "oxygen-saturation",
      spo2,
      pulse: 80,
      at: new Date(more.at ?? home.clock.now()).toISOString(),
      flags: more.flags ?? [],
    },
  ]);
const poor = { flags: ["poor-signal"] };
const questions = () =>
  home.db.all<{ id: number; text: string; shown_at: number | null; retracted_at: number | null }>(
    "SELECT id, text, shown_at, retracted_at FROM prompt WHERE kind = 'measure-again' ORDER BY id",
  );
const isShown = (hub = "hub-soheil") =>
  home.publish(
    "prompted",
    { id: String(questions().at(-1)!.id), shownAt: new Date(home.clock.now()).toISOString() },
    { hub },
  );
const decided = (): Decision[] =>
  home.db
    .all<{ decision: number }>("SELECT decision FROM reading ORDER BY measured_at")
    .map(({ decision }) => decisions[decision]!);
const happened = () => home.events("finding.%").map(({ type, reason }) => `${type}: ${reason}`);
const hubOfOximeter = () => home.db.get<{ hub: string }>("SELECT hub FROM device WHERE id = 'oximeter'")!.hub;

describe("Soheil's finger is cold: 87 % with a poor signal", () => {
  it("he is asked at once, measures 94 %, and nobody is told; both values and the finding stay readable", async () => {
    await measures(87, poor);
    expect(questions()).toMatchObject([{ text: expect.stringContaining("varm hand"), shown_at: null }]);
    expect([home.alerts("soheil"), decided()]).toEqual([[], ["repeat-pending"]]);
    await isShown(hubOfOximeter());
    home.clock.advance(3 * MINUTE);
    await measures(94);
    expect(home.alerts("soheil")).toEqual([]);
    expect(decided()).toEqual(["repeated", "inside"]);
    expect(happened()).toEqual(["finding.asked: poor-signal", "finding.repeated: poor-signal"]);
    expect(home.events("finding.asked")[0]?.data).toMatchObject({
      findings: [{ rule: "oxygen-low" }, { rule: "oxygen-very-low" }],
    });
    await later(30);
    expect(home.alerts("soheil")).toEqual([]);
    expect(home.count("timer WHERE kind = 'measure-again'")).toBe(0);
  });

  it("he measures 86 %: the alert opens with both", async () => {
    await measures(87, poor);
    home.clock.advance(MINUTE);
    await measures(86);
    expect(home.alerts("soheil")).toMatchObject([{ concern: "oxygen-low", severity: "red", state: "open" }]);
    const [first] = home.events("finding.confirmed");
    expect(home.events("alert.opened")[0]?.data).toMatchObject({
      confirms: expect.any(String),
      reading: { values: { "oxygen-saturation": 860 } },
    });
    expect(first?.data).toMatchObject({ concern: "oxygen-low" });
    expect(decided()).toEqual(["finding", "finding"]);
    expect(questions()[0]?.retracted_at, "not shown yet, so not asked any more").not.toBeNull();
  });

  it("the screen shows it and nobody measures: told ten minutes after the value", async () => {
    await measures(87, poor);
    await isShown(hubOfOximeter());
    await later(2);
    await later(7.9);
    expect(home.alerts("soheil")).toEqual([]);
    await later(0.2);
    expect(home.alerts("soheil")).toMatchObject([{ severity: "red", state: "open" }]);
    expect(happened()).toEqual(["finding.asked: poor-signal", "finding.unanswered: not-measured"]);
    expect(decided()).toEqual(["finding"]);
  });

  it("no screen shows it within two minutes, for instance because the hub has gone: told then", async () => {
    await measures(87, poor);
    await later(1.9);
    expect(home.alerts("soheil")).toEqual([]);
    await later(0.2);
    expect(home.alerts("soheil")).toMatchObject([{ severity: "red" }]);
    expect(happened().at(-1)).toBe("finding.unanswered: not-shown");
  });

  it("led to two concerns: one question, both wait, and both end with the same answer", async () => {
    await sign("soheil", {
      rules: [
        ...preset(["copd"]).rules,
        {
          id: "both",
          kind: "combination",
          of: ["oxygen-low", "oxygen-very-low"],
          atLeast: 1,
          hours: 1,
          severity: "yellow",
        },
      ],
    });
    await measures(87, poor);
    expect([home.alerts("soheil"), questions().length, decided()]).toEqual([[], 1, ["repeat-pending"]]);
    expect(home.events("finding.asked").map(({ data }) => data["concern"])).toEqual(["oxygen-low", "composite"]);
    home.clock.advance(MINUTE);
    await measures(95);
    await later(30);
    expect(home.alerts("soheil")).toEqual([]);
    expect(decided()).toEqual(["repeated", "inside"]);
  });

  it("another value that says as little leaves it waiting, and the time doesn't begin anew", async () => {
    await measures(87, poor);
    await isShown(hubOfOximeter());
    home.clock.advance(5 * MINUTE);
    await measures(93, { flags: ["questionable"] });
    expect(decided()[0]).toBe("repeat-pending");
    await later(5);
    expect(home.alerts("soheil")).toMatchObject([{ severity: "red" }]);
  });
});

describe("told at once, without asking", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["beyond the safety limit, however poor the signal", () => measures(84, poor)],
    ["a value that doesn't look like technique", () => measures(87)],
    [
      "what was measured more than ten minutes ago",
      () => measures(87, { ...poor, at: home.clock.now() - 11 * MINUTE }),
    ],
    ["what comes out of a memory", () => measures(87, { flags: ["poor-signal", "from-memory"] })],
  ])("%s", async (_what, measure) => {
    await measure();
    expect(home.alerts("soheil")).toMatchObject([{ concern: "oxygen-low", state: "open" }]);
    expect(questions()).toEqual([]);
  });

  it("where the plan says so", async () => {
    await sign("soheil", { measureAgain: { enabled: false, cap: 3 } });
    await measures(87, poor);
    expect(home.alerts("soheil")).toHaveLength(1);
  });

  it("the fourth time in a day; the next day he is asked again", async () => {
    for (let time = 0; time < 3; time += 1) {
      await measures(87, poor);
      home.clock.advance(MINUTE);
      await measures(94);
      home.clock.advance(20 * MINUTE);
    }
    expect([home.alerts("soheil").length, questions().length]).toEqual([0, 3]);
    await measures(87, poor);
    expect(home.alerts("soheil")).toHaveLength(1);
    expect(questions()).toHaveLength(3);
  });

  it("while an alert of the same concern is open: it joins", async () => {
    await measures(87);
    home.clock.advance(20 * MINUTE);
    await measures(86.5, poor);
    expect(questions()).toEqual([]);
    expect(home.events("alert.joined")).toHaveLength(1);
  });

  it("readings that staff have entered", async () => {
    const readings = [{ kind: "oxygen-saturation", spo2: 87, flags: ["poor-signal"] }];
    await home.submit({ kind: "observation-record", patient: "soheil", readings, actor: "karin" });
    expect(home.alerts("soheil")).toHaveLength(1);
  });
});

describe("Greta's weight", () => {
  const weighs = (value: number) =>
    home.readings("scale", [{ kind: "body-weight", value, unit: "kg", at: new Date(home.clock.now()).toISOString() }]);

  it("leaps by 9 kg overnight: she is asked, in the clinic's own words, and had her coat on", async () => {
    await sign("greta", { measureAgain: { enabled: true, cap: 3, text: "Ta av kappan, Greta, och väg dig igen." } });
    for (const value of [82.4, 82.3, 82.5, 82.4]) {
      await weighs(value);
      home.clock.advance(24 * 60 * MINUTE);
    }
    await weighs(91.6);
    expect(new Set(questions().map(({ text }) => text))).toEqual(new Set(["Ta av kappan, Greta, och väg dig igen."]));
    expect(home.alerts("greta")).toEqual([]);
    home.clock.advance(1.5 * MINUTE);
    await weighs(82.6);
    expect(home.alerts("greta")).toEqual([]);
    expect(happened().at(-1)).toBe("finding.repeated: jump");
  });

  it("rises by 2.3 kg in three days: no technique, told at once", async () => {
    for (const value of [82.4, 82.5, 82.3]) {
      await weighs(value);
      home.clock.advance(24 * 60 * MINUTE);
    }
    await weighs(84.7);
    expect(home.alerts("greta")).toMatchObject([{ severity: "red", concern: "weight-gain" }]);
  });
});

it("tomorrow's value is no answer, however late the platform gets round to telling", async () => {
  await measures(87, poor);
  home.clock.advance(24 * 60 * MINUTE);
  await measures(95);
  expect(decided()).toEqual(["repeat-pending", "inside"]);
  await later(0);
  expect(home.alerts("soheil").filter(({ concern }) => concern === "oxygen-low")).toHaveLength(1);
});

it("the value that answered was her daughter's: the first one counts again, is no reference no more, and is told late", async () => {
  await measures(87, poor);
  home.clock.advance(MINUTE);
  await measures(95);
  expect([home.alerts("soheil"), decided()]).toEqual([[], ["repeated", "inside"]]);
  home.clock.advance(2 * 60 * MINUTE);
  const answer = home.events("finding.repeated")[0]!.data["by"] as string;
  await home.submit({ kind: "reading-exclude", reading: answer, reason: "other-person", actor: "karin" });
  expect(home.alerts("soheil")).toMatchObject([{ concern: "oxygen-low", severity: "red", state: "open" }]);
});

it("a value that was taken back by measuring again is compared with by no later one", async () => {
  const weighs = (value: number) =>
    home.readings("scale", [{ kind: "body-weight", value, unit: "kg", at: new Date(home.clock.now()).toISOString() }]);
  for (const value of [82.4, 82.3, 82.5, 82.4]) {
    await weighs(value);
    home.clock.advance(24 * 60 * MINUTE);
  }
  await weighs(91.6);
  home.clock.advance(MINUTE);
  await weighs(82.6);
  for (const value of [82.5, 82.4, 82.6]) {
    home.clock.advance(24 * 60 * MINUTE);
    await weighs(value);
  }
  expect(home.alerts("greta")).toEqual([]);
});

it("the reading was somebody else's: it is judged there, and nothing is told here when the time is up", async () => {
  await measures(87, poor);
  const reading = home.events("finding.asked")[0]!.reading!;
  await home.submit({ kind: "reading-move", reading, patient: "greta", reason: "her finger", actor: "karin" });
  await later(3);
  expect(home.alerts("soheil")).toEqual([]);
});

/** Anything that can happen in a quarter of an hour around a finding. */
type Step = { readonly after: number } & (
  | { readonly does: "measure"; readonly spo2: number; readonly flags: readonly string[] }
  | { readonly does: "show" | "tick" }
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    after: fc.integer({ min: 1, max: 240 }),
    does: fc.constant("measure" as const),
    spo2: fc.constantFrom(94, 89, 87, 84, 80),
    flags: fc.constantFrom([], ["poor-signal"], ["poor-signal"], ["questionable"]),
  }),
  fc.record({ after: fc.integer({ min: 1, max: 240 }), does: fc.constantFrom("show" as const, "tick" as const) }),
);

it("whatever is measured, shown and passed: a finding is told or repeated inside within ten minutes, and beyond safety at once", async () => {
  const hub = hubOfOximeter();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      // Days of its own: what was resolved takes in more of the same in silence for three.
      await closeAll();
      home.clock.advance(5 * 24 * 60 * MINUTE);
      const since = home.clock.now();
      for (const one of steps) {
        home.clock.advance(one.after * 1000);
        await home.submit({ kind: "tick", actor: "platform" });
        if (one.does === "measure") {
          await measures(one.spo2, { flags: one.flags });
          const isBeyondSafety = one.spo2 < 85;
          if (isBeyondSafety) expect(openAlerts(), "beyond safety is told at once").toBeGreaterThan(0);
        } else if (one.does === "show" && questions().length > 0) await isShown(hub);
      }
      // The platform looks every second; a test that looked once, ten minutes later, would measure itself.
      for (let minute = 0; minute < 10; minute += 1) {
        home.clock.advance(MINUTE);
        await home.submit({ kind: "tick", actor: "platform" });
      }
      const asked = home.events("finding.asked").filter(({ at }) => at >= since);
      for (const { reading, at: askedAt } of asked) {
        const ends = home
          .events("finding.%")
          .filter((event) => event.reading === reading && event.type !== "finding.asked" && event.at >= askedAt);
        expect(ends, "one end").toHaveLength(1);
        expect(ends[0]!.at - askedAt).toBeLessThanOrEqual(10 * MINUTE + 240_000);
        if (ends[0]!.type !== "finding.repeated") expect(openAlerts()).toBeGreaterThan(0);
      }
      expect(decided()).not.toContain("repeat-pending");
      expect(home.count("timer WHERE kind = 'measure-again'")).toBe(0);
    }),
    { numRuns: 40 },
  );
}, 60_000);

const openAlerts = (): number => home.alerts("soheil").filter(({ state }) => state !== "resolved").length;
const closeAll = async (): Promise<void> => {
  for (const { id, version } of home.alerts("soheil").filter(({ state }) => state !== "resolved")) {
    const promise = { text: "-", due: home.clock.now() + 60_000 };
    const acting = { alert: id, actor: "karin" };
    const taken = await home.submit({ ...acting, kind: "alert-acknowledge", ifVersion: version, promise });
    await home.submit({
      ...acting,
      kind: "alert-resolve",
      ifVersion: taken.version!,
      outcome: "technique",
      action: "none",
    });
  }
};

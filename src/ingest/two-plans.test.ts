import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import type { Finding } from "../domain/finding.ts";
import { type CarePlan, type PlanBody, planBodySchema } from "../domain/plan.ts";
import { preset } from "../rules/presets.ts";
import { decisions } from "../store/sqlite/reading-row.ts";
import { plansAsked } from "./two-plans.ts";

const instant = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
/** Saturation below a limit is yellow, and nothing else is asked. */
const below = (limit: number, more: object = {}): PlanBody =>
  planBodySchema.parse({
    ...preset(["copd"]),
    rules: [
      {
        id: "oxygen",
        kind: "limit",
        metric: "oxygen-saturation",
        direction: "below",
        limit: { value: limit, unit: "%" },
        severity: "yellow",
        ...more,
      },
    ],
  });

describe("which plans are asked", () => {
  const plan = (version: number, validFrom: number) =>
    ({ version, validFrom, rules: [], zone: "UTC" }) as unknown as CarePlan;
  const plans = [plan(1, 100), plan(2, 200), plan(3, 300)];

  it.each<[string, number, number, boolean, string[]]>([
    ["one plan then and now", 210, 250, true, ["2"]],
    ["one plan then and now, not the newest", 210, 250, false, ["2"]],
    ["the newest, measured under an earlier plan", 110, 250, true, ["1 measured", "2 current"]],
    ["not the newest, measured under an earlier plan", 110, 250, false, ["1 measured"]],
    ["on the instant a plan begins, by that plan", 200, 250, true, ["2"]],
    ["measured a moment before it began", 199, 250, true, ["1 measured", "2 current"]],
    ["before the first plan", 99, 250, true, ["2 current"]],
    ["before the first plan, not the newest", 99, 250, false, ["2 current"]],
    ["before and without any plan", 50, 99, true, ["-"]],
    ["a device's clock that is fast, across a plan's beginning", 205, 195, true, ["2"]],
  ])("%s", (_, measuredAt, now, newest, expected) => {
    const asked = plansAsked(
      plans,
      { measuredAt },
      now,
      () => newest,
      () => "UTC",
    );
    const said = asked.map(({ body, under }) =>
      under ? `${under.version} ${under.basis}` : `${(body as Partial<CarePlan>).version ?? "-"}`,
    );
    expect(said).toEqual(expected);
  });

  it("costs nothing where there is one: whether it is the newest is not asked", () => {
    const asked = plansAsked(
      plans,
      { measuredAt: 310 },
      320,
      () => expect.fail("asked"),
      () => expect.fail("asked"),
    );
    expect(asked).toHaveLength(1);
  });
});

describe("a value measured before the plan was changed", () => {
  let home: Home;
  beforeEach(async () => {
    home = await openHome("2026-11-22T08:00:00+01:00");
  });
  afterEach(async () => {
    expect(home.replayed().differences, "the log alone rebuilds it").toEqual([]);
    await home.close();
  });

  let version = 1;
  const sign = async (body: PlanBody) => {
    version = home.db.get<{ version: number }>(
      "SELECT max(version) AS version FROM plan WHERE patient = 'soheil'",
    )!.version;
    await home.submit({ kind: "plan-sign", patient: "soheil", body, ifVersion: version, actor: "doris" });
  };
  const oxygen = (at: string, spo2: number) =>
    home.readings("oximeter", [
      { kind: "oxygen-saturation", at: `2026-11-22T${at}:00+01:00`, spo2, flags: ["from-memory"] },
    ]);
  const told = (): { says: string[]; late: unknown }[] =>
    home.events("alert.%").map(({ type, data }) => ({
      says: [
        type,
        ...((data["findings"] as Finding[] | undefined) ?? []).map(
          ({ rule, plan }) => `${rule} ${plan ? `${plan.version} ${plan.basis}` : "-"}`,
        ),
      ],
      late: data["late"],
    }));
  const decided = (): string[] =>
    home.db
      .all<{ decision: number }>("SELECT decision FROM reading ORDER BY measured_at")
      .map(({ decision }) => decisions[decision]!);

  it("opens an alert by the plan of then, though the plan of now would let it be", async () => {
    await sign(below(92));
    home.clock.set("2026-11-22T10:00:00+01:00");
    await sign(below(88));
    await oxygen("09:30", 90);
    expect(told()).toEqual([{ says: ["alert.opened", "oxygen 2 measured"], late: undefined }]);
  });

  it("opens one by the plan of now, though the plan of then let it be", async () => {
    await sign(below(88));
    home.clock.set("2026-11-22T10:00:00+01:00");
    await sign(below(92));
    await oxygen("09:30", 90);
    expect(told()).toEqual([{ says: ["alert.opened", "oxygen 3 current"], late: undefined }]);
  });

  it("… but by the plan of then alone once a newer value is there: yesterday's limit is not raised for history", async () => {
    await sign(below(88));
    home.clock.set("2026-11-22T10:00:00+01:00");
    await oxygen("09:50", 95);
    await sign(below(92));
    await oxygen("09:30", 90);
    expect(told()).toEqual([]);
    expect(decided()).toEqual(["inside", "inside"]);
  });

  it("names each plan where both find something, and neither where both say the same", async () => {
    await sign(below(92));
    home.clock.set("2026-11-22T10:00:00+01:00");
    await sign(below(93));
    await oxygen("09:30", 90);
    expect(told()).toEqual([{ says: ["alert.opened", "oxygen 2 measured", "oxygen 3 current"], late: undefined }]);
    await sign(below(92));
    await oxygen("09:40", 80);
    expect(told().at(-1)?.says).toEqual(["alert.worsened", "safety-oxygen-saturation-below -", "oxygen -"]);
  });

  it("a new plan judges no history, and leaves what is open as it is", async () => {
    await sign(below(92));
    home.clock.advance(60_000);
    await oxygen("08:00", 90);
    const [alert] = home.alerts("soheil");
    const before = ["reading", "alert", "event"].map((table) => home.db.all(`SELECT * FROM ${table}`));
    const events = home.events().length;
    await sign(below(85));
    await sign(below(95));
    expect(home.alerts("soheil")).toEqual([alert]);
    expect(
      home
        .events()
        .slice(events)
        .map(({ type }) => type),
    ).toEqual(["plan.signed", "plan.signed"]);
    expect(home.db.all("SELECT * FROM reading")).toEqual(before[0]);
  });

  it("is history without any plan at the time, and the plan of now judges it while it is relevant", async () => {
    await home.submit({
      kind: "patient-enrol",
      id: "nora",
      team: "north",
      person: { given: "Nora", family: "Prov" },
      actor: "karin",
    });
    await home.submit({
      kind: "assignment-create",
      device: "loose",
      patient: "nora",
      from: instant("2026-11-20T00:00:00+01:00"),
      actor: "karin",
    });
    home.clock.set("2026-11-22T10:00:00+01:00");
    await home.submit({ kind: "plan-sign", patient: "nora", body: below(92), ifVersion: 0, actor: "doris" });
    const memory = { kind: "oxygen-saturation", spo2: 90, flags: ["from-memory"] };
    await home.readings("loose", [
      { ...memory, at: "2026-11-21T09:00:00+01:00" },
      { ...memory, at: "2026-11-22T06:00:00+01:00" },
    ]);
    expect(decided()).toEqual(["history", "finding"]);
    expect(told()).toEqual([{ says: ["alert.opened", "oxygen 1 current"], late: 4 * 3_600_000 }]);
    expect(home.events("reading.history")).toMatchObject([
      { patient: "nora", data: { severity: "info", plan: null, findings: [{ rule: "oxygen" }] } },
    ]);
  });

  describe("that comes late", () => {
    beforeEach(() => home.clock.set("2026-11-22T20:00:00+01:00"));

    it.each([
      [{}, "2026-11-21T20:00", "finding"],
      [{}, "2026-11-21T19:59", "history"],
      [{ relevanceHours: 6 }, "2026-11-22T14:00", "finding"],
      [{ relevanceHours: 6 }, "2026-11-22T13:59", "history"],
      [{ relevanceHours: 48 }, "2026-11-20T20:00", "finding"],
      [{ relevanceHours: 48 }, "2026-11-20T19:59", "history"],
    ])("by a rule with %o, measured %s, is a %s", async (more, at, decision) => {
      home.clock.set("2026-11-20T08:00:00+01:00");
      await sign(below(92, more));
      home.clock.set("2026-11-22T20:00:00+01:00");
      await home.readings("oximeter", [
        { kind: "oxygen-saturation", at: `${at}:00+01:00`, spo2: 90, flags: ["from-memory"] },
      ]);
      expect(decided()).toEqual([decision]);
      expect(home.alerts("soheil")).toHaveLength(decision === "finding" ? 1 : 0);
      expect(home.events("reading.history")).toHaveLength(decision === "history" ? 1 : 0);
    });

    it("alerts beyond a safety limit for a day, however short the rules' own windows", async () => {
      home.clock.set("2026-11-22T08:00:00+01:00");
      await sign(below(92, { relevanceHours: 1 }));
      home.clock.set("2026-11-22T20:00:00+01:00");
      await oxygen("09:00", 80);
      expect(told()).toEqual([{ says: ["alert.opened", "safety-oxygen-saturation-below -"], late: 11 * 3_600_000 }]);
    });

    const acknowledge = async () => {
      const [alert] = home.alerts("soheil");
      await home.submit({
        kind: "alert-acknowledge",
        alert: alert!.id,
        ifVersion: alert!.version,
        promise: { text: "Ringer", due: home.clock.now() + 3_600_000 },
        actor: "nils",
      });
    };

    it("joins an alert that somebody has taken on, shown as late; beyond the safety limit it reopens it", async () => {
      await oxygen("19:55", 89);
      await acknowledge();
      await oxygen("12:00", 86);
      expect(home.alerts("soheil")).toMatchObject([{ state: "acknowledged", severity: "yellow" }]);
      expect(home.events("alert.joined")).toMatchObject([{ reason: "came late", data: { late: 8 * 3_600_000 } }]);
      await oxygen("13:00", 84);
      expect(home.alerts("soheil")).toMatchObject([{ state: "open", severity: "red" }]);
      expect(home.events("alert.reopened")).toMatchObject([{ data: { late: 7 * 3_600_000 } }]);
    });
  });
});

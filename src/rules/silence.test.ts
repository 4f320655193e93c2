import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Enrolment, endReasons, pauseReasons } from "../domain/enrolment.ts";
import { type Schedule, weekdays } from "../domain/schedule.ts";
import type { Span } from "./downtime.ts";
import { faultCodes, type SilenceInput, type SilencePlan, silenceOf, silenceStates } from "./silence.ts";
import { explainSilence, reasons } from "./silence-sentences.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const zone = "Europe/Stockholm";
const t = (iso: string): number => Temporal.PlainDateTime.from(iso).toZonedDateTime(zone).epochMilliseconds;

const mornings: Schedule = {
  signal: "body-weight",
  days: [...weekdays],
  windows: [{ from: "06:00", until: "10:00" }],
  publicHolidays: "measure",
};
const plan = (more: Partial<SilencePlan> = {}): SilencePlan => ({
  version: 1,
  validFrom: t("2026-01-01T00:00"),
  zone,
  schedules: [mornings],
  ...more,
});
const input = (more: Partial<SilenceInput> = {}): SilenceInput => ({
  signal: "body-weight",
  plans: [plan()],
  enrolments: [],
  watchedSince: t("2026-01-01T00:00"),
  lastMeasuredAt: t("2026-11-20T07:05"),
  hubDown: [],
  platformDown: [],
  fault: undefined,
  ...more,
});
const at = (when: string, more: Partial<SilenceInput> = {}) => {
  const { state, missed, blind } = silenceOf(input(more), t(when))!;
  return { state, missed, blind };
};

describe("Greta weighs herself every morning between six and ten; on Friday the 20th at 07:05 for the last time", () => {
  test.each([
    ["2026-11-20T07:05", "fresh", 0, false],
    ["2026-11-20T23:59", "fresh", 0, false],
    ["2026-11-21T06:00", "due", 0, false],
    ["2026-11-21T09:59", "due", 0, false],
    ["2026-11-21T10:00", "overdue", 1, false],
    ["2026-11-22T06:30", "overdue", 1, false],
    ["2026-11-22T10:00", "overdue", 2, true],
    ["2026-11-25T12:00", "overdue", 5, true],
  ])("%s: %s, %d missed", (when, state, missed, blind) => {
    expect(at(when)).toEqual({ state, missed, blind });
  });

  test("a value measured after the cut-off ends it: the team has one", () => {
    expect(at("2026-11-22T12:00", { lastMeasuredAt: t("2026-11-22T11:30") })).toMatchObject({
      state: "fresh",
      missed: 0,
    });
  });

  test("a value measured in the window counts for it, whenever it came", () => {
    expect(at("2026-11-23T12:00", { lastMeasuredAt: t("2026-11-22T09:00") })).toEqual({
      state: "overdue",
      missed: 1,
      blind: false,
    });
  });

  test("the plan may say that one missed morning is enough", () => {
    expect(at("2026-11-21T10:00", { plans: [plan({ maxBlind: 1 })] })).toMatchObject({ blind: true });
  });
});

describe("precedence: of several that hold the first is the state", () => {
  const paused: Enrolment = {
    state: "paused",
    from: t("2026-11-21T00:00"),
    until: t("2026-12-01T00:00"),
    reason: "admitted",
  };
  const everything: Partial<SilenceInput> = {
    enrolments: [paused],
    hubDown: [{ from: t("2026-11-21T22:00") }],
    fault: { code: "DEVICE_BATTERY_LOW" as const, since: t("2026-11-21T03:00") },
    lastMeasuredAt: undefined,
  };
  test.each([
    ["paused", {}],
    ["hub-offline", { enrolments: [] }],
    ["device-fault", { enrolments: [], hubDown: [] }],
    ["never-received", { enrolments: [], hubDown: [], fault: undefined }],
    ["overdue", { enrolments: [], hubDown: [], fault: undefined, lastMeasuredAt: t("2026-11-20T07:05") }],
    ["due", { enrolments: [], hubDown: [], fault: undefined, lastMeasuredAt: t("2026-11-21T07:05") }],
    ["fresh", { enrolments: [], hubDown: [], fault: undefined, lastMeasuredAt: t("2026-11-22T07:05") }],
  ])("%s", (state, more) => {
    expect(at("2026-11-22T09:00", { ...everything, ...more }).state).toBe(state);
  });

  test("a technical cause doesn't stop the count", () => {
    expect(at("2026-11-22T10:00", { ...everything, enrolments: [] })).toMatchObject({
      state: "hub-offline",
      blind: true,
    });
    expect(at("2026-11-22T10:00", { fault: everything.fault })).toMatchObject({
      state: "device-fault",
      missed: 2,
      blind: true,
    });
  });

  test("a pause does, and what was missed before it is counted on afterwards", () => {
    expect(at("2026-11-30T12:00", { enrolments: [paused] })).toEqual({ state: "paused", missed: 0, blind: false });
    expect(at("2026-12-01T09:00", { enrolments: [paused] })).toEqual({ state: "due", missed: 0, blind: false });
    expect(at("2026-12-01T10:00", { enrolments: [paused] })).toMatchObject({ state: "overdue", missed: 1 });
  });
});

describe("cut-offs that fall into a downtime", () => {
  const down = (from: string, to?: string): Span => ({ from: t(from), ...(to ? { to: t(to) } : {}) });
  test.each([
    // The hub was away for twenty minutes around the cut-off: what it kept may still come until 10:40.
    ["short, before", "2026-11-21T10:05", { hubDown: [down("2026-11-21T09:50", "2026-11-21T10:10")] }, 0],
    ["short, back", "2026-11-21T10:39", { hubDown: [down("2026-11-21T09:50", "2026-11-21T10:10")] }, 0],
    ["short, decided", "2026-11-21T10:40", { hubDown: [down("2026-11-21T09:50", "2026-11-21T10:10")] }, 1],
    // It stays away: offline from 10:20 on, and then the cut-off counts.
    ["long, not yet offline", "2026-11-21T10:19", { hubDown: [down("2026-11-21T09:50")] }, 0],
    ["long, offline", "2026-11-21T10:20", { hubDown: [down("2026-11-21T09:50")] }, 1],
    ["away since the night", "2026-11-21T10:00", { hubDown: [down("2026-11-21T03:00")] }, 1],
    // The platform itself was down over the cut-off.
    ["platform, just back", "2026-11-21T11:00", { platformDown: [down("2026-11-21T09:00", "2026-11-21T11:00")] }, 0],
    ["platform, decided", "2026-11-21T11:30", { platformDown: [down("2026-11-21T09:00", "2026-11-21T11:00")] }, 1],
  ])("%s, at %s", (_why, when, more, missed) => {
    expect(at(when, more).missed).toBe(missed);
  });

  test("until then it is due, and says when it will be decided", () => {
    const silence = silenceOf(
      input({ hubDown: [down("2026-11-21T09:50", "2026-11-21T10:10")] }),
      t("2026-11-21T10:15"),
    );
    expect(silence).toMatchObject({ state: "due", decidesAt: t("2026-11-21T10:40") });
  });

  test("a hub that was there when the platform stopped is not offline because the platform was", () => {
    const both = { hubDown: [down("2026-11-21T04:00")], platformDown: [down("2026-11-21T04:00", "2026-11-21T08:00")] };
    expect(at("2026-11-21T08:10", both).state).toBe("due");
    expect(at("2026-11-21T08:31", both).state).toBe("hub-offline");
  });
});

describe("plans", () => {
  test("without a schedule in force nothing is expected, so there is no silence", () => {
    expect(silenceOf(input({ plans: [plan({ schedules: [] })] }), t("2026-11-22T12:00"))).toBeUndefined();
    expect(silenceOf(input({ plans: [] }), t("2026-11-22T12:00"))).toBeUndefined();
  });

  test("a new version with the same schedule doesn't start the count anew", () => {
    const plans = [plan(), plan({ version: 2, validFrom: t("2026-11-22T08:00") })];
    expect(at("2026-11-22T10:00", { plans })).toMatchObject({ missed: 2, blind: true });
  });

  test("a window that a plan began or moved within is not counted", () => {
    const evenings = { ...mornings, windows: [{ from: "18:00", until: "21:00" }] };
    const plans = [plan(), plan({ version: 2, validFrom: t("2026-11-21T08:00"), schedules: [evenings] })];
    expect(at("2026-11-21T12:00", { plans })).toMatchObject({ state: "fresh", missed: 0 });
    expect(at("2026-11-21T21:00", { plans })).toMatchObject({ state: "overdue", missed: 1 });
  });

  test("what a plan brought from elsewhere expected before the platform watched is not missed", () => {
    const fresh = { lastMeasuredAt: undefined, watchedSince: t("2026-11-21T08:00") };
    expect(at("2026-11-21T12:00", fresh)).toEqual({ state: "never-received", missed: 0, blind: false });
    expect(at("2026-11-23T10:00", fresh)).toEqual({ state: "never-received", missed: 2, blind: true });
  });
});

test("over the change to summer time a cut-off stays at ten by the clock on the wall", () => {
  const last = { lastMeasuredAt: t("2026-03-28T07:00") };
  const cutOff = Temporal.Instant.from("2026-03-29T08:00:00Z").epochMilliseconds;
  expect(silenceOf(input(last), cutOff - 1)!.state).toBe("due");
  expect(silenceOf(input(last), cutOff)!.state).toBe("overdue");
});

describe("whatever the history", () => {
  const start = t("2026-03-20T00:00");
  const instant = fc.integer({ min: start, max: start + 30 * DAY });
  const span = fc
    .tuple(instant, fc.option(fc.integer({ min: 1, max: 3 * DAY }), { nil: undefined }))
    .map(([from, length]): Span => (length === undefined ? { from } : { from, to: from + length }));
  const windows = fc.constantFrom<Schedule["windows"]>(
    [{ from: "06:00", until: "10:00" }],
    [
      { from: "00:00", until: "02:30" },
      { from: "02:30", until: "23:59" },
    ],
  );
  const plans = fc
    .array(fc.record({ validFrom: instant, windows, days: fc.subarray([...weekdays], { minLength: 1 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((list) =>
      list.map(({ validFrom, windows, days }, index) =>
        plan({ version: index + 1, validFrom, schedules: [{ ...mornings, windows, days }] }),
      ),
    );
  const history = fc.record({
    plans,
    watchedSince: instant,
    lastMeasuredAt: fc.option(instant, { nil: undefined }),
    hubDown: fc.array(span, { maxLength: 2 }),
    platformDown: fc.array(span, { maxLength: 1 }),
    fault: fc.option(fc.record({ code: fc.constantFrom(...faultCodes), since: instant }), { nil: undefined }),
  });

  test("a signal with a schedule in force is in exactly one state, and can say so", () => {
    fc.assert(
      fc.property(history, instant, (more, when) => {
        const last = more.lastMeasuredAt !== undefined && more.lastMeasuredAt <= when ? more.lastMeasuredAt : undefined;
        const given = input({ ...more, lastMeasuredAt: last });
        const silence = silenceOf(given, when);
        const inForce = more.plans.some(({ validFrom }) => validFrom <= when);
        expect(silence !== undefined).toBe(inForce);
        if (!silence) return;
        expect(silenceStates.filter((state) => state === silence.state)).toHaveLength(1);
        expect(silence.blind).toBe(silence.missed >= silence.maxBlind);
        expect(explainSilence(silence, "sv", zone)).toMatch(/^[A-ZÅÄÖ].*\.$/);
        // Asking twice, and in whatever order downtimes stand, gives the same.
        expect(silenceOf({ ...given, hubDown: given.hubDown.toReversed() }, when)).toEqual(silence);
      }),
      { numRuns: 300 },
    );
  });

  test("as long as nothing comes and nobody changes the plan, what is missed is not unmissed", () => {
    fc.assert(
      fc.property(history, instant, fc.integer({ min: 0, max: 3 * DAY }), (more, when, later) => {
        const plans = more.plans.map((one) => ({ ...one, validFrom: Math.min(one.validFrom, start) }));
        const lastMeasuredAt = Math.min(more.lastMeasuredAt ?? start, when);
        const given = input({ ...more, plans, lastMeasuredAt, watchedSince: start, fault: undefined });
        const [first, second] = [silenceOf(given, when)!, silenceOf(given, when + later)!];
        expect(second.missed).toBeGreaterThanOrEqual(first.missed);
        if (first.state === "overdue") expect(["overdue", "hub-offline"]).toContain(second.state);
      }),
      { numRuns: 300 },
    );
  });

  test("between the instants that it names, nothing changes", () => {
    fc.assert(
      fc.property(instant, fc.nat(4 * DAY), (last, after) => {
        const given = input({ plans: [plan({ validFrom: start - DAY })], lastMeasuredAt: last });
        const now = silenceOf(given, last + after)!;
        const until = Math.min(now.nextCutOff ?? Infinity, now.decidesAt ?? Infinity) - 1;
        expect(silenceOf(given, until)!.missed).toBe(now.missed);
      }),
    );
  });
});

describe("in words", () => {
  test.each([...pauseReasons, ...endReasons, ...faultCodes, "invited"])("%s has words of its own", (reason) => {
    expect(reasons[reason]).toEqual({ sv: expect.any(String) as string, en: expect.any(String) as string });
  });

  test("a pause says why", () => {
    const paused: Enrolment = {
      state: "paused",
      from: t("2026-11-20T00:00"),
      until: t("2026-12-01T00:00"),
      reason: "admitted",
    };
    const silence = silenceOf(input({ enrolments: [paused] }), t("2026-11-22T12:00"))!;
    expect(explainSilence(silence, "sv", zone)).toBe("Pausad: inlagd.");
  });

  test.each([
    [
      "2026-11-22T12:00",
      {},
      "Ingen vikt sedan 20 nov 07:05 (2 missade mättillfällen), eftersom ingen mätning gjordes före 21 nov 10:00.",
      "No weight since 20 Nov 07:05 (2 missed times), because nothing was measured before 21 Nov 10:00.",
    ],
    [
      "2026-11-22T12:00",
      { hubDown: [{ from: t("2026-11-20T22:10") }] },
      "Ingen vikt sedan 20 nov 07:05 (2 missade mättillfällen), eftersom navet inte har hörts sedan 20 nov 22:10.",
      "No weight since 20 Nov 07:05 (2 missed times), because the hub has not been heard since 20 Nov 22:10.",
    ],
    [
      "2026-11-21T07:00",
      {},
      "Väntad, senast 20 nov 07:05, väntas före 21 nov 10:00.",
      "Due, last 20 Nov 07:05, expected before 21 Nov 10:00.",
    ],
  ])("%s", (when, more, sv, en) => {
    const silence = silenceOf(input(more), t(when))!;
    expect([explainSilence(silence, "sv", zone), explainSilence(silence, "en", zone)]).toEqual([sv, en]);
  });
});

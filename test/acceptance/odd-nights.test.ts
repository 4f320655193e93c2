import { afterEach, describe, expect, test } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import { decisions } from "../../src/store/sqlite/reading-row.ts";
import { type Home, openHome } from "../helpers/home.ts";

/** Nights with an hour too many or too few, leap days and midnights, lived through on the clock. */

let home: Home;
afterEach(async () => {
  expect(home.replayed().differences, "the log alone rebuilds it").toEqual([]);
  await home.close();
});

const weigh = (at: string, value: number) =>
  home.readings("scale", [{ kind: "body-weight", at, value, unit: "kg", flags: ["from-memory"] }]);
const oxygen = (at: string, spo2: number) =>
  home.readings("oximeter", [{ kind: "oxygen-saturation", at, spo2, flags: ["from-memory"] }]);
/** What was compared by the rule that looks three dates back, if it found anything. */
const rise = () =>
  home
    .events("alert.opened")
    .flatMap(({ data }) => (data["findings"] as Finding[]).filter(({ rule }) => rule === "weight-rise-3d"))
    .map(({ compared: { value, reference } }) => [reference, value]);
const lastDecision = (): string =>
  decisions[home.db.get<{ decision: number }>("SELECT decision FROM reading ORDER BY measured_at DESC")!.decision]!;

describe("three days are three local dates, whatever the hours between", () => {
  test.each<[string, string, string, boolean]>([
    ["72 h", "2026-11-19T07:00+01:00", "2026-11-22T07:00+01:00", true],
    ["autumn, 73 h", "2026-10-22T07:00+02:00", "2026-10-25T07:00+01:00", true],
    ["autumn, the first half past two", "2026-10-22T23:59+02:00", "2026-10-25T02:30+02:00", true],
    ["autumn, the second half past two", "2026-10-22T00:00+02:00", "2026-10-25T02:30+01:00", true],
    ["autumn, almost four dates of 24 h: 96 h 59 min", "2026-10-22T00:00+02:00", "2026-10-25T23:59+01:00", true],
    ["autumn, a minute later it is the fourth date", "2026-10-22T00:00+02:00", "2026-10-26T00:00+01:00", false],
    ["spring, 71 h", "2026-03-26T07:00+01:00", "2026-03-29T07:00+02:00", true],
    ["spring, 71 h the other way: the date before", "2026-03-26T23:59+01:00", "2026-03-29T23:58+02:00", true],
    ["spring, the hour that isn't there", "2026-03-26T02:30+01:00", "2026-03-29T02:30+01:00", true],
    ["spring, 49 h over two dates only", "2026-03-28T00:00+01:00", "2026-03-30T02:00+02:00", false],
    ["onto a leap day", "2028-02-26T07:00+01:00", "2028-02-29T07:00+01:00", true],
    ["over a leap day", "2028-02-27T07:00+01:00", "2028-03-01T07:00+01:00", true],
    ["from a leap day", "2028-02-29T07:00+01:00", "2028-03-03T07:00+01:00", true],
    ["not over a day that is no leap day", "2027-02-27T07:00+01:00", "2027-03-01T07:00+01:00", false],
    ["over the turn of the year", "2026-12-30T23:59+01:00", "2027-01-02T00:00+01:00", true],
  ])("%s: %s to %s", async (_, before, now, found) => {
    home = await openHome(now.replace(/T(\d\d:\d\d)/, "T$1:00"));
    await weigh(before.replace(/T(\d\d:\d\d)/, "T$1:00"), 80);
    await weigh(now.replace(/T(\d\d:\d\d)/, "T$1:00"), 82.5);
    expect(rise()).toEqual(found ? [[80_000, 82_500]] : []);
  });
});

test("on the autumn night the first of two weights at half past two stands for the date", async () => {
  home = await openHome("2026-10-28T09:00:00+01:00");
  await weigh("2026-10-25T02:30:00+01:00", 84);
  await weigh("2026-10-25T02:30:00+02:00", 80);
  await weigh("2026-10-28T07:00:00+01:00", 82.5);
  expect(rise()).toEqual([[80_000, 82_500]]);
});

describe("relevance is 24 hours that pass, not a date", () => {
  test.each([
    ["2026-10-24T12:30:00+02:00", "2026-10-25T11:30:00+01:00", "finding"],
    ["2026-10-24T12:30:00+02:00", "2026-10-25T11:30:01+01:00", "history"],
    ["2026-03-28T12:30:00+01:00", "2026-03-29T13:30:00+02:00", "finding"],
    ["2026-03-28T12:30:00+01:00", "2026-03-29T13:30:01+02:00", "history"],
  ])("measured %s, received %s: %s", async (measured, received, decision) => {
    home = await openHome(received);
    await oxygen(measured, 86);
    expect(lastDecision()).toBe(decision);
  });
});

describe("a plan that begins at midnight", () => {
  const signedAt = "2026-11-21T20:00:00+01:00";
  const midnight = "2026-11-22T00:00:00+01:00";
  const sign = async (limit: number) => {
    const body = JSON.parse(home.db.get<{ body: string }>("SELECT body FROM plan WHERE patient = 'soheil'")!.body) as {
      rules: { id: string; limit: { value: number } }[];
    };
    const rules = body.rules.map((rule) =>
      rule.id === "oxygen-low" ? { ...rule, limit: { value: limit, unit: "%" } } : rule,
    );
    await home.submit({
      kind: "plan-sign",
      patient: "soheil",
      body: { ...body, rules } as never,
      validFrom: Temporal.Instant.from(midnight).epochMilliseconds,
      ifVersion: 1,
      actor: "doris",
    });
  };
  const judgedBy = (): unknown[] =>
    home.events("alert.opened").flatMap(({ data }) => (data["findings"] as Finding[]).map(({ plan }) => plan ?? null));

  test.each<[string, string, unknown[]]>([
    ["judges what is measured on its first instant, alone", "2026-11-22T00:00:00.000+01:00", [null]],
    [
      "and the millisecond before, being the current plan",
      "2026-11-21T23:59:59.999+01:00",
      [{ version: 2, basis: "current" }],
    ],
  ])("%s: %s", async (_, at, expected) => {
    home = await openHome(signedAt);
    await sign(93);
    home.clock.set("2026-11-22T00:05:00+01:00");
    await oxygen(at, 92);
    expect(judgedBy()).toEqual(expected);
  });

  test("judges nothing before it begins, though it is signed", async () => {
    home = await openHome(signedAt);
    await sign(93);
    home.clock.set("2026-11-21T23:59:00+01:00");
    await oxygen("2026-11-21T23:58:00+01:00", 92);
    expect(home.alerts("soheil")).toEqual([]);
  });
});

test("Greta's night: the hub comes back after the hour was put back, and says exactly how late it is", async () => {
  home = await openHome("2026-10-25T06:00:00+01:00");
  await oxygen("2026-10-25T02:30:00+02:00", 89);
  const [opened] = home.events("alert.opened");
  // From half past two to six by the clock on the wall is an hour less: the first half past two is meant.
  expect(opened?.data["late"]).toBe(4.5 * 3_600_000);
});

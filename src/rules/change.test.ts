import { describe, expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import { dayToIso } from "../domain/day.ts";
import type { Reading } from "../domain/reading.ts";
import { toScaled } from "../domain/unit.ts";
import { judgeChange } from "./change.ts";
import { dayValuesOf, nearbyIn, recentIn } from "./history.ts";

const zone = "Europe/Stockholm";

/** "2026-11-19T06:50=82.4" as a reading of that many kilograms. */
function weight(text: string): Reading {
  const [when = "", kg = ""] = text.split("=");
  const local = Temporal.PlainDateTime.from(when.includes("T") ? when : `${when}T07:00`);
  const measuredAt = local.toZonedDateTime(zone).epochMilliseconds;
  return {
    id: when,
    kind: "body-weight",
    values: { "body-weight": toScaled("body-weight", Number(kg), "kg") },
    measuredAt,
    receivedAt: measuredAt,
    clock: "good",
    flags: [],
  };
}

const rule = (row: Pick<(typeof table)[number], "against" | "direction" | "days" | "amount">) => ({
  kind: "change" as const,
  metric: "body-weight" as const,
  direction: row.direction as "rise" | "fall",
  amount: { value: Number(row.amount), unit: "kg" },
  days: Number(row.days),
  against: row.against as "day" | "extreme",
});

const table = readTable("weight-change", [
  "story",
  "readings",
  "against",
  "direction",
  "days",
  "amount",
  "expected",
  "reference",
]);

test.each(table)("$story: $expected", (row) => {
  const readings = row.readings.split(" ").map(weight);
  const judged = readings.at(-1) as Reading;
  const verdict = judgeChange(rule(row), {
    reading: judged,
    dayValues: dayValuesOf(readings, zone),
    nearby: nearbyIn(readings),
    recent: recentIn(readings),
    zone,
  });
  if (row.expected === "no-reference") {
    expect(verdict).toEqual({ verdict: "not-evaluable", reason: "no-reference" });
    return;
  }
  expect(verdict).toMatchObject({ verdict: row.expected, compared: { days: Number(row.days), against: row.against } });
  const compared = verdict && "compared" in verdict ? verdict.compared : undefined;
  expect(dayToIso(compared?.referenceDay ?? Number.NaN)).toBe(row.reference);
  expect(verdict && "readings" in verdict ? verdict.readings[0] : undefined).toBe(judged.id);
});

describe("how far inside", () => {
  const judged = (kg: string) => {
    const readings = [weight("2026-11-19=82.0"), weight(`2026-11-22=${kg}`)];
    return judgeChange(rule({ against: "day", direction: "rise", days: "3", amount: "2" }), {
      reading: readings[1] as Reading,
      dayValues: dayValuesOf(readings, zone),
      nearby: nearbyIn(readings),
      recent: recentIn(readings),
      zone,
    });
  };
  test("half a kilogram below the allowed change counts as back, a gram less doesn't", () => {
    expect(judged("83.5")).toMatchObject({ verdict: "inside", byStep: true });
    expect(judged("83.501")).toMatchObject({ verdict: "inside", byStep: false });
    expect(judged("84.0")).toMatchObject({ verdict: "inside", byStep: false });
    expect(judged("84.001")).toMatchObject({ verdict: "finding" });
  });
});

test("a reading without the metric is none of the rule's business", () => {
  const reading = { ...weight("2026-11-22=84.7"), kind: "pulse" as const, values: { pulse: 710 } };
  const row = { against: "day", direction: "rise", days: "3", amount: "2" };
  expect(
    judgeChange(rule(row), { reading, dayValues: () => undefined, nearby: () => undefined, recent: () => [], zone }),
  ).toBeUndefined();
});

test("the zone of the plan decides which date a weight belongs to", () => {
  // 23:30 in Stockholm is already the next date in Helsinki.
  const readings = [weight("2026-11-19T23:30=82.4"), weight("2026-11-22T07:00=84.7")];
  const row = { against: "day", direction: "rise", days: "3", amount: "2" };
  const inZone = (of: string) =>
    judgeChange(rule(row), {
      reading: readings[1] as Reading,
      dayValues: dayValuesOf(readings, of),
      nearby: nearbyIn(readings),
      recent: recentIn(readings),
      zone: of,
    });
  expect(inZone("Europe/Stockholm")).toMatchObject({ verdict: "finding" });
  expect(inZone("Europe/Helsinki")).toMatchObject({ reason: "no-reference" });
});

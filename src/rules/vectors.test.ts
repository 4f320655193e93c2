import { expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import type { Judgement } from "../domain/finding.ts";
import type { Reading } from "../domain/reading.ts";
import type { Rule } from "../domain/rule.ts";
import { evaluate } from "./evaluate.ts";
import { dayValuesOf, nearbyIn, recentIn } from "./history.ts";

const rows = readTable("rule-vectors", ["kind", "direction", "parameters", "values", "expected", "limit"]);
type Row = (typeof rows)[number];

const zone = "Europe/Stockholm";
const references = [
  { metric: "body-weight" as const, value: { value: 82, unit: "kg" }, setOn: "2026-10-01", setBy: "doris" },
];

/** The rule of a row, its numbers back in the units of a plan. */
function ruleOf({ kind, direction, parameters }: Row): Rule {
  const given = new Map(parameters.split(" ").map((one) => one.split("=") as [string, string]));
  const number = (name: string): number => Number(given.get(name));
  const grams = (name: string) => ({ value: number(name), unit: "g" });
  const tenths = (name: string, unit: string) => ({ value: number(name) / 10, unit });
  const common = { id: "vector", severity: "yellow" as const, direction: direction as "rise" | "fall" };
  switch (kind) {
    case "moving-average":
      return {
        ...common,
        kind,
        metric: "body-weight",
        amount: grams("amount"),
        short: { days: number("short"), minimum: number("shortMinimum") },
        long: { days: number("long"), minimum: number("longMinimum") },
      };
    case "baseline":
      return {
        ...common,
        kind,
        metric: "pulse",
        days: number("days"),
        minimum: number("minimum"),
        sds: number("sds") / 1000,
        leastSd: tenths("leastSd", "/min"),
      };
    case "cusum":
      return {
        ...common,
        kind,
        metric: "body-weight",
        days: number("days"),
        level: given.has("level") ? "reference" : { days: number("levelDays"), minimum: number("levelMinimum") },
        allowance: grams("allowance"),
        limit: grams("limit"),
      };
    case "oximetry-score": {
      const { direction: _none, ...rest } = common;
      return {
        ...rest,
        kind,
        days: number("days"),
        minimum: number("minimum"),
        limit: number("limit") / 1000,
        leastSd: { saturation: tenths("leastSaturation", "%"), pulse: tenths("leastPulse", "/min") },
      };
    }
    default:
      throw new Error(`no such kind: ${kind}`);
  }
}

/** One reading for each date that has a value, the last one on 27 October: over the night with an hour more. */
function readingsOf({ kind, values }: Row): Reading[] {
  const all = values.split(" ");
  const last = Temporal.ZonedDateTime.from(`2026-10-27T07:00[${zone}]`);
  return all.flatMap((text, index) => {
    if (text === "-") return [];
    const measuredAt = last.subtract({ days: all.length - 1 - index }).epochMilliseconds;
    const [first = Number.NaN, pulse = Number.NaN] = text.split("/").map(Number);
    const one = kind === "baseline" ? { pulse: first } : { "body-weight": first };
    const reading: Reading = {
      id: `r${index}`,
      kind: "body-weight",
      values: kind === "oximetry-score" ? { "oxygen-saturation": first, pulse } : one,
      measuredAt,
      receivedAt: measuredAt,
      clock: "good",
      flags: [],
    };
    return [reading];
  });
}

const say = (judgement: Judgement | undefined) =>
  judgement?.verdict === "not-evaluable" ? judgement.reason : judgement?.verdict;

test.each(rows.map((row, index) => ({ number: index + 1, row })))("$number: $row.kind, $row.expected", ({ row }) => {
  const readings = readingsOf(row);
  const plan = { rules: [ruleOf(row)], safetyLimits: [], references };
  const [judgement] = evaluate(
    {
      reading: readings.at(-1)!,
      dayValues: dayValuesOf(readings, zone),
      nearby: nearbyIn(readings),
      recent: recentIn(readings),
      zone,
    },
    plan,
  );
  expect(say(judgement)).toBe(row.expected);
  if (row.limit !== "" && judgement?.verdict !== "not-evaluable") {
    expect(judgement?.compared.limit).toBe(Number(row.limit));
  }
});

test("every kind of the table is found, inside and asked too early", () => {
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const expected = new Set(rows.filter((row) => row.kind === kind).map((row) => row.expected));
    expect([...expected].sort()).toEqual(["finding", "inside", "not-enough-history"]);
  }
});

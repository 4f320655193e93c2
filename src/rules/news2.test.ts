import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import { scaled } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import { nearbyIn, recentIn } from "./history.ts";
import { judgeNews2, NEWS2_WINDOW } from "./news2.ts";
import { type News2Parameter, type News2Values, news2Parameters, news2Points } from "./news2-points.ts";

const bands = readTable("news2-bands", ["parameter", "scale", "oxygen", "low", "high", "points"]);
const vectors = readTable("news2-vectors", [
  "rr",
  "spo2",
  "scale",
  "oxygen",
  "sbp",
  "pulse",
  "acvpu",
  "temperature",
  "total",
  "red",
]);

const well: News2Values = {
  "respiratory-rate": 160,
  "oxygen-saturation": 970,
  "oxygen-flow": 0,
  "systolic-pressure": 1250,
  pulse: 720,
  consciousness: 0,
  "body-temperature": 3680,
};
/** What the chart's number is in stored integers. */
const stored = (parameter: News2Parameter, value: number): number =>
  parameter === "body-temperature" ? value * 10 : scaled(parameter, value);

describe("the chart", () => {
  const cases = news2Parameters.flatMap((parameter) =>
    ([1, 2] as const).flatMap((scale) => (["air", "oxygen"] as const).map((oxygen) => ({ parameter, scale, oxygen }))),
  );
  test.each(cases)("$parameter, scale $scale, on $oxygen: every value has one row, and its points", (one) => {
    const { parameter, scale, oxygen } = one;
    const rows = bands.filter(
      (row) =>
        row.parameter === parameter && ["-", String(scale)].includes(row.scale) && ["-", oxygen].includes(row.oxygen),
    );
    const [low, high] = [Math.min(...rows.map((row) => +row.low)), Math.max(...rows.map((row) => +row.high))];
    for (let value = low; value <= high; value += 1) {
      const fitting = rows.filter((row) => +row.low <= value && value <= +row.high);
      expect(fitting).toHaveLength(1);
      const flow = oxygen === "oxygen" ? 200 : 0;
      const values = { ...well, "oxygen-flow": flow, [parameter]: stored(parameter, value) };
      expect(news2Points(values, scale)[parameter], `${value}`).toBe(Number(fitting[0]?.points));
    }
  });
});

const ranks = ["A", "C", "V", "P", "U"];
const valuesOf = (row: (typeof vectors)[number]): News2Values => ({
  "respiratory-rate": +row.rr * 10,
  "oxygen-saturation": +row.spo2 * 10,
  "oxygen-flow": +row.oxygen * 100,
  "systolic-pressure": +row.sbp * 10,
  pulse: +row.pulse * 10,
  consciousness: ranks.indexOf(row.acvpu),
  "body-temperature": Math.round(+row.temperature * 100),
});

const reading = (values: Reading["values"], measuredAt = 0, id = "r"): Reading => ({
  id,
  kind: "pulse",
  values,
  measuredAt,
  receivedAt: measuredAt,
  clock: "good",
  flags: [],
});
const rule = { kind: "news2" as const, atLeast: 5, orRed: true };
const input = (judged: Reading, others: readonly Reading[] = []) => ({
  reading: judged,
  dayValues: () => undefined,
  zone: "UTC",
  nearby: nearbyIn(others),
  recent: recentIn(others),
});
const target = (scale: string) =>
  scale === "2" ? { range: "88-92" as const, setOn: "2026-11-02", setBy: "doris" } : undefined;

test.each(vectors)("$rr $spo2 $scale $oxygen $sbp $pulse $acvpu $temperature: $total", (row) => {
  const verdict = judgeNews2(rule, input(reading(valuesOf(row))), target(row.scale));
  expect(verdict).toMatchObject({
    verdict: +row.total >= 5 || row.red === "yes" ? "finding" : "inside",
    compared: { value: +row.total, news2: { scale: +row.scale } },
  });
});

test("a temperature is rounded to a tenth before it is looked up, others to whole numbers, halves upwards", () => {
  expect(news2Points({ ...well, "body-temperature": 3804 }, 1)["body-temperature"]).toBe(0);
  expect(news2Points({ ...well, "body-temperature": 3805 }, 1)["body-temperature"]).toBe(1);
  expect(news2Points({ ...well, pulse: 904 }, 1).pulse).toBe(0);
  expect(news2Points({ ...well, pulse: 905 }, 1).pulse).toBe(1);
});

test("no score without all seven, and each that is missing is named, whatever the others are", () => {
  fc.assert(
    fc.property(fc.subarray([...news2Parameters], { minLength: 1 }), (known) => {
      const values = Object.fromEntries(known.map((parameter) => [parameter, well[parameter]]));
      const verdict = judgeNews2(rule, input(reading(values)), undefined);
      // Oxygen counts only beside its saturation.
      const missing = news2Parameters.filter(
        (parameter) =>
          !known.includes(parameter) || (parameter === "oxygen-flow" && !known.includes("oxygen-saturation")),
      );
      if (missing.length === 0) expect(verdict?.verdict).toBe("inside");
      else expect(verdict).toEqual({ verdict: "not-evaluable", reason: "missing", missing });
    }),
  );
});

test("values of the half-hour before count, sound ones only, the latest of each; in whatever order they came", () => {
  const { pulse, ...others } = well;
  const at = 10_000_000;
  const rest = reading(others, at - NEWS2_WINDOW, "others");
  const judged = reading({ pulse: 1320 }, at, "judged");
  const verdict = (nearby: readonly Reading[]) => judgeNews2(rule, input(judged, nearby), undefined);
  expect(verdict([rest])).toMatchObject({ compared: { value: 3 }, readings: ["judged", "others"] });
  expect(verdict([{ ...rest, measuredAt: rest.measuredAt - 1 }])).toMatchObject({ reason: "missing" });
  expect(verdict([{ ...rest, measuredAt: at + 1 }])).toMatchObject({ reason: "missing" });
  expect(verdict([{ ...rest, flags: ["questionable"] }])).toMatchObject({ reason: "missing" });
  const later = reading({ "body-temperature": 3920 }, at - 60_000, "warm");
  expect(verdict([rest, later])).toMatchObject({ compared: { value: 5 } });
  expect(verdict([later, rest])).toEqual(verdict([rest, later]));
  expect(pulse).toBe(720);
});

test("oxygen told in another reading is not the saturation's", () => {
  const { "oxygen-flow": flow, ...others } = well;
  const told = reading({ "oxygen-flow": flow, "oxygen-saturation": 960 }, 0, "earlier");
  expect(judgeNews2(rule, input(reading(others, 1000), [told]), undefined)).toMatchObject({ missing: ["oxygen-flow"] });
});

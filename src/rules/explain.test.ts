import { describe, expect, test } from "vitest";
import { concernOf } from "../domain/concern.ts";
import { type Compared, judgedBy, uncertainties } from "../domain/finding.ts";
import type { Direction } from "../domain/metric.ts";
import { metricNames, metrics } from "../domain/metric.ts";
import { explain } from "./explain.ts";
import { languages, metricName, showValue } from "./wording.ts";

const directions: readonly Direction[] = ["above", "below"];
const covered = metricNames.flatMap((metric) =>
  directions.filter((direction) => concernOf(metric, direction)).map((direction) => ({ metric, direction })),
);

/** What each rule kind compares, around a value in the middle of what is plausible. */
function comparisons(metric: (typeof metricNames)[number], direction: Direction) {
  const { plausible, scale } = metrics[metric];
  const limit = Math.round(((plausible.low + plausible.high) / 2) * scale);
  const sign = direction === "above" ? 1 : -1;
  const value = limit + sign * 3 * scale;
  const change = { limit: scale, value, reference: value - sign * (scale + 1), referenceDay: 20_000, days: 3 };
  const window = (days: number, mean: number) => ({ days, count: 3, sum: 3 * mean + 1 });
  const means = { short: window(3, value), long: window(28, value - sign * (scale + 2)) };
  return [
    { ruleKind: "limit" as const, compared: { value, limit } },
    { ruleKind: "safety" as const, compared: { value, limit } },
    { ruleKind: "change" as const, compared: { ...change, against: "day" as const } },
    { ruleKind: "change" as const, compared: { ...change, against: "extreme" as const } },
    { ruleKind: "change" as const, compared: { ...change, days: 1, against: "day" as const } },
    { ruleKind: "reference" as const, compared: { ...change, setOn: "2026-11-02" } },
    { ruleKind: "moving-average" as const, compared: { value, limit: scale, ...means } },
    {
      ruleKind: "baseline" as const,
      compared: { value, limit, days: 14, sds: 1500, baseline: { ...window(14, limit), squares: 0 } },
    },
    {
      ruleKind: "cusum" as const,
      compared: { value, limit: scale, days: 14, total: 3 * scale + 1, level: window(14, limit) },
    },
    {
      ruleKind: "oximetry-score" as const,
      compared: { value, limit, days: 14, pulse: 900, score: { fall: 1000, rise: 1001, atMost: 1000 } },
    },
    { ruleKind: "irregular-pulse" as const, compared: { value } },
    { ruleKind: "oxygen-excess" as const, compared: { value, limit, flow: 200 } },
    {
      ruleKind: "symptoms" as const,
      compared: { value: 3, atLeast: 2, questionnaire: "beat-hf" as const },
    },
    {
      ruleKind: "news2" as const,
      compared: {
        value: 5,
        atLeast: 5,
        news2: { scale: 1 as const, points: { pulse: 3, "oxygen-flow": 2 }, orRed: true },
      },
    },
    {
      ruleKind: "combination" as const,
      compared: {
        value: 2,
        atLeast: 2,
        hours: 48,
        parts: [
          { rule: "a", ruleKind: "limit" as const, metric, direction, compared: { value, limit } },
          { rule: "b", ruleKind: "limit" as const, metric, direction, compared: { value, limit } },
        ],
      },
    },
    { ruleKind: "n-of-m" as const, compared: { value, limit, days: 5, count: 3, atLeast: 3 } },
  ];
}

test("no rule kind is left out", () => {
  expect([...new Set(comparisons("pulse", "above").map(({ ruleKind }) => ruleKind as string))].sort()).toEqual(
    [...judgedBy].sort(),
  );
});

describe.each(covered)("$metric $direction", ({ metric, direction }) => {
  test("every rule kind has a sentence in every language, certain and uncertain", () => {
    for (const language of languages) {
      for (const comparison of comparisons(metric, direction)) {
        for (const uncertain of [[], ...uncertainties.map((one) => [one]), [...uncertainties]]) {
          const text = explain({ metric, direction, uncertain, ...comparison }, language);
          expect(text).not.toMatch(/undefined|NaN|null|\[object|\/\/|  /);
          expect(text.startsWith(metricName(metric, language))).toBe(true);
          expect(text).toMatch(/\.$/);
          expect(text).not.toMatch(language === "sv" ? /\d\.\d/ : /\d,\d/);
          // Each doubt is a sentence more.
          expect(text.split(/\.(?: |$)/).length - 2).toBe(uncertain.length);
        }
      }
    }
  });
});

test("the two readings of a change are told apart", () => {
  for (const { metric, direction } of covered) {
    for (const language of languages) {
      const [, , day, extreme] = comparisons(metric, direction).map((comparison) =>
        explain({ metric, direction, uncertain: [], ...comparison }, language),
      );
      expect(day).not.toBe(extreme);
    }
  }
});

const change = (value: number, reference: number, days = 3): Compared => ({
  value,
  limit: 2000,
  reference,
  referenceDay: 20_000,
  days,
  against: "day",
});
const weight = { metric: "body-weight", uncertain: [] } as const;

test.each([
  [
    "a gain",
    { ...weight, direction: "above", ruleKind: "change", compared: change(84_700, 82_400) },
    "Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg).",
    "Weight up 2.3 kg in 3 days, to 84.7 kg (limit 2.0 kg).",
  ],
  [
    "a gain since the lowest",
    { ...weight, direction: "above", ruleKind: "change", compared: { ...change(84_700, 82_300), against: "extreme" } },
    "Vikten upp 2,4 kg på 3 dagar från lägsta värdet, till 84,7 kg (gräns 2,0 kg).",
    "Weight up 2.4 kg in 3 days from the lowest value, to 84.7 kg (limit 2.0 kg).",
  ],
  [
    "a loss in one day",
    { ...weight, direction: "below", ruleKind: "change", compared: change(80_000, 82_500, 1) },
    "Vikten ned 2,5 kg på 1 dag, till 80,0 kg (gräns 2,0 kg).",
    "Weight down 2.5 kg in 1 day, to 80.0 kg (limit 2.0 kg).",
  ],
  [
    "low oxygen beyond the safety limit, at an unknown time with a poor signal",
    {
      metric: "oxygen-saturation",
      direction: "below",
      ruleKind: "safety",
      compared: { value: 840, limit: 850 },
      uncertain: ["time", "quality"],
    },
    "Syremättnaden 84 %, under säkerhetsgräns 85 %. Osäker tid. Osäkert värde: mätningen kan vara störd.",
    "Oxygen saturation 84 %, below safety limit 85 %. Time uncertain. Uncertain value: the measurement may be disturbed.",
  ],
  [
    "a pulse",
    { metric: "pulse", direction: "above", ruleKind: "limit", compared: { value: 1120, limit: 1100 }, uncertain: [] },
    "Pulsen 112/min, över gräns 110/min.",
    "Pulse 112/min, above limit 110/min.",
  ],
  [
    "a weight from a scale in pounds is shown as weights are",
    { ...weight, direction: "above", ruleKind: "limit", compared: { value: 84_776, limit: 84_000 } },
    "Vikten 84,8 kg, över gräns 84,0 kg.",
    "Weight 84.8 kg, above limit 84.0 kg.",
  ],
  [
    "a gram beyond the limit is not rounded onto it",
    { ...weight, direction: "above", ruleKind: "limit", compared: { value: 84_001, limit: 84_000 } },
    "Vikten 84,001 kg, över gräns 84,0 kg.",
    "Weight 84.001 kg, above limit 84.0 kg.",
  ],
  [
    "a change a little beyond the limit is not rounded onto it",
    { ...weight, direction: "above", ruleKind: "change", compared: change(84_437, 82_400) },
    "Vikten upp 2,04 kg på 3 dagar, till 84,4 kg (gräns 2,0 kg).",
    "Weight up 2.04 kg in 3 days, to 84.4 kg (limit 2.0 kg).",
  ],
  [
    "a limit between two shown values",
    { ...weight, direction: "below", ruleKind: "limit", compared: { value: 79_990, limit: 80_050 } },
    "Vikten 80,0 kg, under gräns 80,05 kg.",
    "Weight 80.0 kg, below limit 80.05 kg.",
  ],
] as const)("%s", (_what, finding, sv, en) => {
  expect([explain(finding, "sv"), explain(finding, "en")]).toEqual([sv, en]);
});

test("values: the metric's decimals, more when it is finer, a comma and a real minus in Swedish", () => {
  expect(showValue("body-weight", 82_400, "sv")).toBe("82,4 kg");
  expect(showValue("body-weight", 82_405, "sv")).toBe("82,405 kg");
  expect(showValue("body-weight", 82_000, "en")).toBe("82.0 kg");
  expect(showValue("systolic-pressure", 1320, "sv")).toBe("132 mmHg");
  expect(showValue("systolic-pressure", 1325, "sv")).toBe("132,5 mmHg");
  expect(showValue("body-temperature", -50, "sv")).toBe("−0,5 °C");
  expect(showValue("body-temperature", -50, "en")).toBe("-0.5 °C");
  expect(showValue("consciousness", 3, "sv")).toBe("3");
  expect(showValue("oxygen-flow", 0, "sv")).toBe("0,0 l/min");
});

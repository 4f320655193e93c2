import type { SaturationTarget } from "../domain/plan.ts";
import type { Reading } from "../domain/reading.ts";
import type { News2Rule } from "../domain/rule.ts";
import {
  type News2Parameter,
  type News2Scale,
  type News2Values,
  news2Parameters,
  news2Points,
} from "./news2-points.ts";
import type { Example, KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";
import { restsOn } from "./window.ts";

/** How old the other parameters may be when the judged reading is measured. */
export const NEWS2_WINDOW = 30 * 60_000;

/**
 * NEWS2 of the judged reading and the latest sound values of the half-hour before it. With any of the seven parameters
 * missing there is no score. Oxygen is that of the reading the saturation comes from: another reading's says nothing of it.
 * @param target the plan's; 88–92 puts saturation on scale 2, nothing else does
 * @returns `undefined` for a reading with none of the parameters; "missing" with those that are
 */
export function judgeNews2(
  rule: Omit<News2Rule, "id" | "severity">,
  { reading, nearby }: RuleInput,
  target: SaturationTarget | undefined,
): RuleVerdict | undefined {
  if (news2Parameters.every((parameter) => reading.values[parameter] === undefined)) return undefined;
  const { measuredAt } = reading;
  const carrying = (parameter: News2Parameter): Reading | undefined =>
    reading.values[parameter] === undefined ? nearby(parameter, measuredAt - NEWS2_WINDOW, measuredAt) : reading;
  const values: Partial<Record<News2Parameter, number>> = {};
  const others: string[] = [];
  for (const parameter of news2Parameters) {
    const from = carrying(parameter === "oxygen-flow" ? "oxygen-saturation" : parameter);
    const value = from?.values[parameter];
    if (from === undefined || value === undefined) continue;
    values[parameter] = value;
    others.push(from.id);
  }
  if (!isComplete(values)) {
    const missing = news2Parameters.filter((parameter) => values[parameter] === undefined);
    return { verdict: "not-evaluable", reason: "missing", missing };
  }
  const scale: News2Scale = target?.range === "88-92" ? 2 : 1;
  const points = news2Points(values, scale);
  const each = Object.values(points);
  const value = each.reduce((sum, one) => sum + one, 0);
  const red = rule.orRed && each.includes(3);
  const compared = { value, atLeast: rule.atLeast, news2: { scale, points, orRed: rule.orRed } };
  const readings = restsOn(reading.id, others);
  return value >= rule.atLeast || red
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: value <= Math.max(0, rule.atLeast - 2) };
}

const isComplete = (values: Partial<Record<News2Parameter, number>>): values is News2Values =>
  news2Parameters.every((parameter) => values[parameter] !== undefined);

const rule: Example["rule"] = { id: "news2", kind: "news2", atLeast: 5, orRed: true, severity: "yellow" };
/** RR, SpO2, oxygen, systolic, pulse, ACVPU rank, temperature; `undefined` where it was not measured. */
const measured = (...values: readonly (number | undefined)[]): Example["days"] => [
  {
    on: "2026-11-22",
    values: Object.fromEntries(
      news2Parameters.flatMap((parameter, index) => {
        const value = values[index];
        return value === undefined ? [] : [[parameter, value]];
      }),
    ),
  },
];

export const news2Page: KindPage = {
  title: "NEWS2",
  definition:
    "The National Early Warning Score 2 is at least so many points, or with `orRed` a single parameter scores three. " +
    "The plan's target 88-92 puts saturation on scale 2.",
  formula:
    "points(RR) + points(SpO2) + points(oxygen) + points(SBP) + points(pulse) + points(ACVPU) + points(T) >= atLeast",
  needs:
    "All seven parameters within 30 minutes, the judged reading last; the latest sound value of each. One missing: no score, " +
    "and it is named. Oxygen must be told with the saturation; not told is not room air. A certain time.",
  back: "At least two points below what makes a finding (or none), and with `orRed` no single three.",
  edges: [
    "Before they are looked up, values are rounded to whole numbers and temperature to a tenth, halves upwards.",
    "New confusion scores as much as no response.",
    "Scale 2 only where a professional has set the target: the diagnosis doesn't.",
    "Two rules give the usual two steps: 5 points or a single three in yellow, 7 points in red.",
    "A tool for hospitals; it is not validated at home.",
  ],
  source:
    "Royal College of Physicians 2017, National Early Warning Score (NEWS) 2, chart 1: 5 to 6 or a single 3 urgent, 7 and above " +
    "emergency.",
  examples: [
    {
      story: "Breathing 22, pulse 110, 38.5 degrees and little else: five points.",
      rule,
      days: measured(22, 95, 0, 118, 110, 0, 38.5),
      expected: "finding",
    },
    {
      story: "A pulse of 40 alone scores three.",
      rule,
      days: measured(18, 96, 0, 130, 40, 0, 36.8),
      expected: "finding",
    },
    { story: "All well.", rule, days: measured(16, 97, 0, 125, 72, 0, 36.8), expected: "inside" },
    {
      story: "88 % with the target 88-92 scores nothing.",
      rule,
      saturationTarget: { range: "88-92", setOn: "2026-11-02", setBy: "doris" },
      days: measured(18, 88, 0, 130, 80, 0, 37),
      expected: "inside",
    },
    {
      story: "Nobody took the temperature or told of oxygen: no score, however high the others are.",
      rule,
      days: measured(25, 85, undefined, 95, 132, 2, undefined),
      expected: "missing",
    },
  ],
};

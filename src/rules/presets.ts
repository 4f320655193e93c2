import type { Kind } from "../domain/kind.ts";
import type { Direction, Metric } from "../domain/metric.ts";
import type { PlanBody, SafetyLimit } from "../domain/plan.ts";
import { quantityToScaled } from "../domain/quantity.ts";
import type { Rule } from "../domain/rule.ts";
import { type Schedule, type Weekday, weekdays } from "../domain/schedule.ts";
import { unitsOf } from "../domain/unit.ts";
import { excess } from "./limit.ts";

/**
 * Starting points for care plans, to be adjusted per patient and signed by somebody. Published definitions where there
 * are any, named beside each; the rest are proposals without clinical approval.
 */
export type Condition = PlanBody["conditions"][number];

const quantity = (metric: Metric, value: number) => ({ value, unit: unitsOf(metric)[0] ?? "" });

const limit = (id: string, metric: Metric, direction: Direction, value: number, severity: "yellow" | "red"): Rule => ({
  id,
  kind: "limit",
  metric,
  direction,
  limit: quantity(metric, value),
  severity,
});

const safety = (metric: Metric, direction: Direction, value: number): SafetyLimit => ({
  metric,
  direction,
  limit: quantity(metric, value),
});

/** Safety limits that hold for everybody unless a plan sets others; also for readings that belong to nobody yet. Proposals. */
export const presetSafetyLimits: readonly SafetyLimit[] = [
  safety("oxygen-saturation", "below", 85),
  safety("systolic-pressure", "below", 75),
  safety("systolic-pressure", "above", 220),
  safety("diastolic-pressure", "above", 130),
  safety("pulse", "below", 35),
  safety("pulse", "above", 150),
  safety("respiratory-rate", "below", 8),
  safety("respiratory-rate", "above", 35),
  safety("body-temperature", "above", 40),
  safety("body-temperature", "below", 34),
];

const rulesByCondition: Readonly<Record<Condition, readonly Rule[]>> = {
  "heart-failure": [
    // More than 2 kg in 3 days: ESC 2021 self-care advice, WISH trial protocol.
    {
      id: "weight-rise-3d",
      kind: "change",
      metric: "body-weight",
      direction: "rise",
      amount: { value: 2, unit: "kg" },
      days: 3,
      against: "day",
      severity: "red",
    },
    // The other reading of the same sentence fires about twice as often, so it is only yellow.
    {
      id: "weight-rise-3d-since-lowest",
      kind: "change",
      metric: "body-weight",
      direction: "rise",
      amount: { value: 2, unit: "kg" },
      days: 3,
      against: "extreme",
      severity: "yellow",
    },
    // Over-diuresis; a proposal.
    {
      id: "weight-fall-3d",
      kind: "change",
      metric: "body-weight",
      direction: "fall",
      amount: { value: 2, unit: "kg" },
      days: 3,
      against: "day",
      severity: "yellow",
    },
    // BEAT-HF, without symptoms (Trials 15:124, table 1).
    limit("systolic-low", "systolic-pressure", "below", 80, "yellow"),
    limit("systolic-high", "systolic-pressure", "above", 170, "yellow"),
    limit("pulse-low", "pulse", "below", 40, "yellow"),
    limit("pulse-high", "pulse", "above", 110, "yellow"),
  ],
  copd: [
    // Severe exacerbation: SpO2 below 90 (Viss.nu / Läkemedelsverket 2023); refer below 88 (Norrbotten).
    limit("oxygen-low", "oxygen-saturation", "below", 90, "yellow"),
    limit("oxygen-very-low", "oxygen-saturation", "below", 88, "red"),
    // Moderate at 95/min, severe at 110/min (same source), stated as strictly above.
    limit("pulse-high", "pulse", "above", 94, "yellow"),
    limit("pulse-very-high", "pulse", "above", 109, "red"),
    // Severe at 24/min (same source); above 25/min in Norrbotten and Jönköping.
    limit("breathing-fast", "respiratory-rate", "above", 23, "yellow"),
    limit("breathing-very-fast", "respiratory-rate", "above", 25, "red"),
    limit("temperature-high", "body-temperature", "above", 38, "yellow"),
  ],
  hypertension: [
    // Grade 2 and 3 hypertension (ESC/ESH grading); proposals for home readings.
    limit("systolic-high", "systolic-pressure", "above", 160, "yellow"),
    limit("systolic-very-high", "systolic-pressure", "above", 180, "red"),
    limit("diastolic-high", "diastolic-pressure", "above", 100, "yellow"),
    limit("diastolic-very-high", "diastolic-pressure", "above", 110, "red"),
    limit("systolic-low", "systolic-pressure", "below", 95, "yellow"),
  ],
};

const schedule = (signal: Kind, days: readonly Weekday[], until: string): Schedule => ({
  signal,
  days: [...days],
  windows: [{ from: "06:00", until }],
  publicHolidays: "measure",
});
/** Once the first weeks of measuring daily are over; a Danish programme asks for one to three times a week (Telehjerte). */
const twiceAWeek = ["mon", "thu"] as const;

/** When values are expected. The times of day are proposals; a Norwegian programme asks for 06–12 (HNT, hjertesvikt). */
const schedulesByCondition: Readonly<Record<Condition, readonly Schedule[]>> = {
  // Daily weighing, in the morning: ESC 2021 self-care advice.
  "heart-failure": [schedule("body-weight", weekdays, "10:00"), schedule("blood-pressure", twiceAWeek, "10:00")],
  // Asked for daily, done 5.3 to 6 times a week (JMIR 2017;19(3):e69; BMC Med Inform Decis Mak, s12911-017-0414-8).
  copd: [schedule("oxygen-saturation", weekdays, "12:00")],
  // A proposal.
  hypertension: [schedule("blood-pressure", twiceAWeek, "10:00")],
};

/** The conditions that have a preset. */
export const conditions = Object.keys(rulesByCondition) as readonly Condition[];

/**
 * A plan for one or more conditions, with parts replaced where given. Where two conditions have a rule of the same id,
 * the stricter one holds, whichever condition is named first; of two measuring schedules of one signal, that of more days.
 */
export function preset(conditions: readonly Condition[], overrides: Partial<PlanBody> = {}): PlanBody {
  const rules = new Map<string, Rule>();
  const schedules = new Map<Kind, Schedule>();
  for (const condition of conditions) {
    for (const rule of rulesByCondition[condition]) rules.set(rule.id, stricter(rules.get(rule.id), rule));
    for (const one of schedulesByCondition[condition]) {
      const known = schedules.get(one.signal);
      if (!known || known.days.length < one.days.length) schedules.set(one.signal, one);
    }
  }
  return {
    conditions: [...conditions],
    zone: "Europe/Stockholm",
    rules: [...rules.values()],
    safetyLimits: [...presetSafetyLimits],
    schedules: [...schedules.values()],
    ...overrides,
  };
}

/** Of two rules that share an id, the one that finds more; presets share ids only between limits on the same side. */
function stricter(known: Rule | undefined, rule: Rule): Rule {
  if (known?.kind !== "limit" || rule.kind !== "limit") return known ?? rule;
  const [a, b] = [known, rule].map(({ metric, limit }) => quantityToScaled(metric, limit)) as [number, number];
  return excess(b, a, rule.direction) < 0 ? rule : known;
}

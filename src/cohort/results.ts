import { random } from "../../simulators/random.ts";
import { type EventWindow, eventWindows, type PatientFigures } from "./measure.ts";
import { commonParameters as p } from "./parameters.ts";
import { copdParameters } from "./parameters-copd.ts";
import { heartFailureParameters } from "./parameters-heart-failure.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import type { CaseFacts, Simulated } from "./simulate.ts";
import { bootstrapMean, type Estimate, meanOf, quantile, shareOf } from "./statistics.ts";
import type { CohortCondition } from "./virtual/case.ts";

/** How well a rule set found events in one window about them. */
export type WindowResult = {
  /** Events with a call in the window; the same without the event; and the one less the other. Shares. */
  readonly sensitivity: Estimate;
  readonly chance: Estimate;
  readonly difference: Estimate;
  /** The difference among the events that change something measured. */
  readonly differenceChanging: Estimate;
  /** Days from the first call to the event, where there was one: median and quartiles. */
  readonly lead?: { readonly median: number; readonly lower: number; readonly upper: number };
};

export type SetResult = Pick<RuleSet, "id" | "title" | "source" | "note"> & {
  /** In a year without an event. */
  readonly alertsPerYear: Estimate;
  readonly callsPerYear: Estimate;
  /** Of measured mornings without an event, the share on which nothing was found. */
  readonly quietMornings: Estimate;
  /** Calls for 100 patients on a working day, those that events add included. */
  readonly workload: Estimate;
  readonly windows: readonly [WindowResult, WindowResult];
};

export type CohortResults = {
  readonly condition: CohortCondition;
  /** Where it was given: standard deviation of weight's noise and drift, kg. */
  readonly weightNoise?: number;
  readonly seed: string;
  readonly patients: number;
  readonly windows: readonly EventWindow[];
  /** Events a patient-year that the workload counts with. */
  readonly eventsPerYear: number;
  /** What the events came to be: shares that change something measured, and that are felt. */
  readonly changing: number;
  readonly felt: number;
  /** Weight gained over the 14 days to the event, kg, where it was measured: mean and standard deviation. */
  readonly gain14?: { readonly mean: number; readonly sd: number; readonly patients: number };
  readonly sets: readonly SetResult[];
};

/** Events a patient-year: the middle of what was published. */
const eventRates: Readonly<Record<CohortCondition, number>> = {
  "heart-failure": (heartFailureParameters.eventsPerYear.value[0] + heartFailureParameters.eventsPerYear.value[1]) / 2,
  copd: copdParameters.eventsPerYear.value,
};

/**
 * What virtual patients come to. Intervals are of the patients that were drawn: another seed would give figures within
 * them nineteen times in twenty. They say nothing about how like real patients the virtual ones are.
 */
export function cohortResults(
  condition: CohortCondition,
  seed: string,
  sets: readonly RuleSet[],
  { facts, figures }: Simulated,
): CohortResults {
  const gains = facts.flatMap(({ gain14 }) => (gain14 === undefined ? [] : [gain14]));
  return {
    condition,
    seed,
    patients: facts.length,
    windows: eventWindows[condition],
    eventsPerYear: rounded(eventRates[condition]),
    changing: shareWhere(facts, ({ changes }) => changes),
    felt: shareWhere(facts, ({ felt }) => felt),
    ...(gains.length > 1 ? { gain14: spreadOf(gains) } : {}),
    sets: sets.map((set, index) => setResult(condition, seed, set, figures[index]!, facts)),
  };
}

function setResult(
  condition: CohortCondition,
  seed: string,
  { id, title, source, note }: RuleSet,
  patients: readonly PatientFigures[],
  facts: readonly CaseFacts[],
): SetResult {
  const over = (name: string, cases: readonly number[]): Estimate =>
    tidy(bootstrapMean(cases, p.resamples.value, random(seed, `bootstrap/${condition}/${name}`)));
  const perDay = 100 / p.workdays.value;
  const rate = eventRates[condition];
  return {
    id,
    title,
    source,
    ...(note === undefined ? {} : { note }),
    alertsPerYear: over(
      "alerts",
      patients.map(({ alerts }) => alerts),
    ),
    callsPerYear: over(
      "calls",
      patients.map(({ calls }) => calls),
    ),
    quietMornings: over(
      "mornings",
      patients.map(({ mornings, found }) => 1 - found / Math.max(1, mornings)),
    ),
    workload: over(
      "workload",
      patients.map(({ calls, added }) => (calls + rate * added) * perDay),
    ),
    windows: [0, 1].map((at) => windowResult(at, patients, facts, over)) as [WindowResult, WindowResult],
  };
}

function windowResult(
  at: number,
  patients: readonly PatientFigures[],
  facts: readonly CaseFacts[],
  over: (name: string, cases: readonly number[]) => Estimate,
): WindowResult {
  const windows = patients.map(({ windows }) => windows[at]!);
  const differences = windows.map(({ hit, chance }) => hit - chance);
  const changing = differences.filter((_, index) => facts[index]!.changes);
  const leads = windows.flatMap(({ lead }) => (lead === undefined ? [] : [lead])).toSorted((a, b) => a - b);
  const count = (key: "hit" | "chance"): number => windows.reduce((sum, window) => sum + window[key], 0);
  return {
    sensitivity: tidy(shareOf(count("hit"), windows.length)),
    chance: tidy(shareOf(count("chance"), windows.length)),
    difference: over(`difference/${at}`, differences),
    differenceChanging: over(`changing/${at}`, changing.length > 0 ? changing : [0]),
    ...(leads.length > 0
      ? { lead: { median: quantile(leads, 0.5), lower: quantile(leads, 0.25), upper: quantile(leads, 0.75) } }
      : {}),
  };
}

const shareWhere = (facts: readonly CaseFacts[], where: (one: CaseFacts) => boolean): number =>
  rounded(facts.filter(where).length / facts.length);

function spreadOf(values: readonly number[]): { mean: number; sd: number; patients: number } {
  const patients = values.length;
  const sum = values.reduce((total, one) => total + one, 0);
  const squares = values.reduce((total, one) => total + one * one, 0);
  const { value: mean, high } = meanOf(patients, sum, squares);
  return { mean: rounded(mean), sd: rounded(((high - mean) / 1.96) * Math.sqrt(patients)), patients };
}

/** Four decimals are more than any of it is worth, and the same on every machine. */
const rounded = (value: number): number => Number(value.toFixed(4));
const tidy = ({ value, low, high }: Estimate): Estimate => ({
  value: rounded(value),
  low: rounded(low),
  high: rounded(high),
});

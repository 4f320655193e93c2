import { random } from "../../../simulators/random.ts";
import type { Reading } from "../../domain/reading.ts";
import { evaluate } from "../../rules/evaluate.ts";
import { drift } from "../drift.ts";
import { lookUpIn } from "../look-up.ts";
import { referenceParameters as p } from "../parameters.ts";
import { referenceRules } from "./rules.ts";

const DAY = 86_400_000;
/** Days have 24 hours here, and the first is any: nothing but the order of dates matters. */
const zone = "UTC";
/** The year's first day, counted from the first of the run-in. */
export const yearBegins = p.runInDays.value;
const yearEnds = yearBegins + p.days.value;

/** On which days each rule found something: by rule, then by day from the first of the run-in. */
export type FindingDays = readonly Uint8Array[];

/** One virtual patient of the reference simulation, and what the rules found. */
export type ReferencePatient = {
  /** The ramp's last day. */
  readonly rampEnd: number;
  /** Without a ramp. */
  readonly quiet: FindingDays;
  /** As if nothing had been measured before the year. */
  readonly unpreceded: FindingDays;
  /** With a ramp of each gain; as without until it begins, and nothing after it ends. */
  readonly ramped: readonly FindingDays[];
};

/**
 * One patient's weights judged by the rule kinds that care plans use. The same seed, noise level and number give the same
 * patient.
 * @param noise standard deviation of the drift, and of each day's noise, in kg
 */
export function referencePatient(seed: number | string, noise: number, number: number): ReferencePatient {
  const stream = random(seed, `reference/${noise}/${number}`);
  const [from, to] = p.rampEnds.value;
  const rampEnd = yearBegins + stream.sub("ramp").integer(from, to);
  const wander = drift(stream.sub("drift"), yearEnds, p.driftTau.value, noise);
  const noises = stream.sub("noise");
  const weights = wander.map((drifted) => 82 + drifted + noises.normal(0, noise));
  const quiet = judgeDays(weights, 0, yearEnds - 1);
  const rampBegins = rampEnd - p.rampDays.value + 1;
  const ramped = p.rampGains.value.map((gain) => {
    const rising = weights.map((weight, day) => weight + gain * Math.max(0, (day - rampBegins + 1) / p.rampDays.value));
    return judgeDays(rising, rampBegins, rampEnd, quiet);
  });
  return { rampEnd, quiet, unpreceded: unprecededBy(weights, quiet), ramped };
}

/** The longest that any of the rules looks back, in days. */
const LOOKS_BACK = 28;

/** What is found when the year's first weight is the first of all: other than `quiet` only while rules would look back further. */
function unprecededBy(weights: readonly number[], quiet: FindingDays): FindingDays {
  const alone = judgeDays(weights.slice(yearBegins), 0, LOOKS_BACK);
  return quiet.map((found, rule) => {
    const row = found.slice().fill(0, 0, yearBegins);
    row.set(alone[rule]!.subarray(0, LOOKS_BACK), yearBegins);
    return row;
  });
}

/** Judges the days from one to another, both included; the days before them are as `known`. */
function judgeDays(weights: readonly number[], from: number, to: number, known?: FindingDays): FindingDays {
  const readings = weights.map(weighed);
  const lookUp = lookUpIn(readings, zone);
  const found = referenceRules.map((_, rule) => {
    const row = new Uint8Array(weights.length);
    if (known) row.set(known[rule]!.subarray(0, from));
    return row;
  });
  const plan = { rules: [...referenceRules], safetyLimits: [] };
  for (let day = from; day <= to; day += 1) {
    evaluate({ reading: readings[day]!, ...lookUp }, plan).forEach(({ verdict }, rule) => {
      if (verdict === "finding") found[rule]![day] = 1;
    });
  }
  return found;
}

/** A weight in whole grams, measured at the same hour of each day. */
const weighed = (kilograms: number, day: number): Reading => ({
  id: `w${day}`,
  kind: "body-weight",
  values: { "body-weight": Math.round(kilograms * 1000) },
  measuredAt: day * DAY + DAY / 4,
  receivedAt: day * DAY + DAY / 4,
  clock: "good",
  flags: [],
});

import type { Random } from "../../../simulators/random.ts";
import { type LocalDay, startOfDay } from "../../domain/day.ts";
import type { Flag } from "../../domain/flag.ts";
import type { Kind } from "../../domain/kind.ts";
import type { Values } from "../../domain/measurement.ts";
import { type Metric, scaled } from "../../domain/metric.ts";
import type { Reference } from "../../domain/plan.ts";
import type { Answers } from "../../domain/questionnaire.ts";
import type { Reading } from "../../domain/reading.ts";
import { commonParameters as p } from "../parameters.ts";

/** The conditions that have virtual patients. */
export const cohortConditions = ["heart-failure", "copd"] as const;
export type CohortCondition = (typeof cohortConditions)[number];

/** Where virtual patients live. */
export const zone = "Europe/Stockholm";

/** The local date on which the year begins that counts, and the first after it. */
export const yearBegins: LocalDay = Temporal.PlainDate.from("1970-01-01").until(p.firstDay.value).days;
export const yearEnds: LocalDay = yearBegins + p.days.value;
export const firstDay: LocalDay = yearBegins - p.runInDays.value;

/** One virtual patient, twice: with an event, and with the same noise, errors and missed mornings without it. */
export type VirtualCase = {
  readonly id: string;
  readonly condition: CohortCondition;
  /** Every reading of the run-in and the year, in the order they were measured. */
  readonly quiet: readonly Reading[];
  readonly eventful: readonly Reading[];
  /** The local date of the event: of the admission, or on which an exacerbation is recognised. */
  readonly eventDay: LocalDay;
  /** The first local date on which the event changes anything. */
  readonly begins: LocalDay;
  /** Whether the event changes anything that is measured, apart from answers. */
  readonly changes: boolean;
  /** Whether it is felt. */
  readonly felt: boolean;
  /** What a professional would have signed as the patient's own normal before the year. */
  readonly references: readonly Reference[];
};

/**
 * On which of some days a person measures: mornings missed come in runs of a mean length.
 * @param share of the days that are measured in the long run, above 0
 */
export function measuredDays(stream: Random, days: number, share: number): boolean[] {
  const stops = Math.min(1, (1 - share) / (share * p.missedRun.value));
  let measures = stream.chance(share);
  return Array.from({ length: days }, () => {
    const today = measures;
    measures = measures ? !stream.chance(stops) : stream.chance(1 / p.missedRun.value);
    return today;
  });
}

/** What can be varied about how patients are made, to see how much results depend on it. */
export type Made = {
  /** Standard deviation of each person's weight noise and drift, in kg, instead of one drawn from the parameters. */
  readonly weightNoise?: number;
};

/** Takes a morning's readings down. */
export type Morning = (
  kind: Kind,
  values: Readonly<Partial<Record<Metric, number>>>,
  flags?: readonly Flag[],
  answers?: Answers,
) => void;

/** A day's readings in the order given, some minutes apart, dated and numbered. Values in the metrics' own units. */
export function writeMorning(day: LocalDay, minute: number, write: (take: Morning) => void): Reading[] {
  const readings: Reading[] = [];
  const begins = startOfDay(day, zone) + minute * 60_000;
  write((kind, values, flags = [], answers) => {
    const measuredAt = begins + readings.length * 300_000;
    readings.push({
      id: `${day - firstDay}-${readings.length}`,
      kind,
      values: Object.fromEntries(
        (Object.entries(values) as [Metric, number][]).map(([metric, value]) => [metric, scaled(metric, value)]),
      ) as Values,
      measuredAt,
      receivedAt: measuredAt,
      clock: "good",
      flags,
      ...(answers ? { answers } : {}),
    });
  });
  return readings;
}

/** How far something that grows evenly from a day on, and stands in full on another, has come: 0 to 1. */
export const grown = (day: LocalDay, from: LocalDay, full: LocalDay): number =>
  Math.min(1, Math.max(0, (day - from + 1) / (full - from + 1)));

/** A reference as a professional would have set it when the year began. */
export const signedReference = (metric: Metric, value: number, unit: string): Reference => ({
  metric,
  value: { value, unit },
  setOn: p.firstDay.value,
  setBy: "cohort",
});

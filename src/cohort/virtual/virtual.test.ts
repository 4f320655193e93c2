import { describe, expect, test } from "vitest";
import { random } from "../../../simulators/random.ts";
import { localDay } from "../../domain/day.ts";
import { kinds } from "../../domain/kind.ts";
import type { Metric } from "../../domain/metric.ts";
import type { Reading } from "../../domain/reading.ts";
import { implausibleBecause } from "../../ingest/plausibility.ts";
import { makeCase } from "../simulate.ts";
import {
  cohortConditions,
  firstDay,
  grown,
  measuredDays,
  type VirtualCase,
  yearBegins,
  yearEnds,
  zone,
} from "./case.ts";

const dayOf = ({ measuredAt }: Reading): number => localDay(measuredAt, zone);
const casesOf = (condition: VirtualCase["condition"], count: number): VirtualCase[] =>
  Array.from({ length: count }, (_, number) => makeCase[condition]("virtual", number));

describe.each(cohortConditions)("virtual patients, %s", (condition) => {
  const cases = casesOf(condition, 60);

  test("are the same for the same seed and number, and others for others", () => {
    expect(makeCase[condition]("virtual", 7)).toEqual(cases[7]);
    expect(makeCase[condition]("virtual", 7).quiet).not.toEqual(cases[8]!.quiet);
    expect(makeCase[condition]("other", 7).quiet).not.toEqual(cases[7]!.quiet);
  });

  test("measure what living adults can have, in order, every reading whole", () => {
    for (const { quiet, eventful } of cases) {
      for (const readings of [quiet, eventful]) {
        expect(readings.map(({ measuredAt }) => measuredAt)).toEqual(
          readings.map(({ measuredAt }) => measuredAt).toSorted((a, b) => a - b),
        );
        expect(new Set(readings.map(({ id }) => id)).size).toBe(readings.length);
        for (const reading of readings) {
          expect(implausibleBecause(reading)).toBeUndefined();
          for (const metric of kinds[reading.kind].required)
            expect(Number.isInteger(reading.values[metric])).toBe(true);
        }
      }
    }
  });

  test("have the same readings with the event and without, until it begins", () => {
    for (const { quiet, eventful, begins } of cases) {
      const before = (readings: readonly Reading[]) => readings.filter((reading) => dayOf(reading) < begins);
      expect(before(eventful)).toEqual(before(quiet));
    }
  });

  test("measure on the same mornings with the event, until it is over", () => {
    for (const { quiet, eventful, eventDay } of cases) {
      const until = (readings: readonly Reading[]) =>
        readings.filter((reading) => dayOf(reading) <= eventDay).map(({ measuredAt }) => measuredAt);
      expect(until(eventful)).toEqual(until(quiet));
    }
  });

  test("differ in something measured exactly where the event changes something", () => {
    const measured = (readings: readonly Reading[], { begins, eventDay }: VirtualCase) =>
      readings
        .filter((reading) => dayOf(reading) >= begins && dayOf(reading) <= eventDay && reading.kind !== "symptoms")
        .map(({ values }) => values);
    const differs = cases.map(
      (one) => JSON.stringify(measured(one.quiet, one)) !== JSON.stringify(measured(one.eventful, one)),
    );
    const silent = cases.map(({ changes }) => !changes);
    expect(cases.filter((_, index) => silent[index] && differs[index])).toEqual([]);
    // A patient who measured on none of those mornings shows nothing of it.
    expect(differs.filter(Boolean).length).toBeGreaterThan(0.8 * silent.filter((one) => !one).length);
  });

  test("have their event in the year that counts, with a run-in before it", () => {
    for (const { quiet, eventDay } of cases) {
      expect(eventDay).toBeGreaterThanOrEqual(yearBegins + 45);
      expect(eventDay).toBeLessThan(yearEnds);
      expect(dayOf(quiet[0]!)).toBeGreaterThanOrEqual(firstDay);
    }
  });
});

/** Mean of a metric among readings, in stored integers. */
const mean = (readings: readonly Reading[], metric: Metric): number => {
  const values = readings.flatMap(({ values }) => values[metric] ?? []);
  return values.reduce((sum, one) => sum + one, 0) / values.length;
};

test("heart failure: weight has risen on the event's day by the gain of those who gain, some two kilograms", () => {
  const risen = casesOf("heart-failure", 300).flatMap(({ quiet, eventful, eventDay, changes }) => {
    const onDay = (readings: readonly Reading[]) => readings.filter((reading) => dayOf(reading) === eventDay);
    return changes && onDay(quiet).length > 0
      ? [mean(onDay(eventful), "body-weight") - mean(onDay(quiet), "body-weight")]
      : [];
  });
  const average = risen.reduce((sum, one) => sum + one, 0) / risen.length;
  // Normal, 2.3 ± 1.85, within 0.5 and 6: its mean is 2.7.
  expect(average).toBeGreaterThan(2400);
  expect(average).toBeLessThan(3000);
});

test("COPD: saturation falls by two or three at the height of what is felt or not", () => {
  const fallen = casesOf("copd", 300).flatMap(({ quiet, eventful, begins, changes }) => {
    const high = (readings: readonly Reading[]) =>
      readings.filter((reading) => dayOf(reading) >= begins + 2 && dayOf(reading) <= begins + 6);
    return changes && high(quiet).length > 0
      ? [mean(high(quiet), "oxygen-saturation") - mean(high(eventful), "oxygen-saturation")]
      : [];
  });
  const average = fallen.reduce((sum, one) => sum + one, 0) / fallen.length;
  expect(average).toBeGreaterThan(20);
  expect(average).toBeLessThan(28);
});

test.each([0.4, 0.76, 0.95, 1])(
  "who measures on %d of mornings does so in the long run, missing them in runs of two",
  (share) => {
    const days = measuredDays(random("adherence", String(share)), 40_000, share);
    expect(days.filter(Boolean).length / days.length).toBeCloseTo(share, 1);
    const runs = days.filter((measured, day) => !measured && days[day - 1] !== false).length;
    if (share < 1) expect(days.filter((measured) => !measured).length / runs).toBeCloseTo(2, 0);
  },
);

test.each([
  [4, 0],
  [5, 0.25],
  [8, 1],
  [20, 1],
])("what grows over the four days from day 5 on has on day %d come to %d", (day, expected) => {
  expect(grown(day, 5, 8)).toBe(expected);
});

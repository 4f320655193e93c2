import { expect, test } from "vitest";
import type { Parameter } from "./parameter.ts";
import { cohortParameters, noiseParameters } from "./parameters.ts";
import { publishedBurden, publishedFigures } from "./published.ts";

const all = Object.values({ ...cohortParameters, noise: noiseParameters }).flatMap((part) =>
  Object.entries(part as Readonly<Record<string, Parameter<unknown>>>),
);

test("each number has its source or reason", () => {
  expect(all.filter(([, { source, unit }]) => source.length < 5 || unit === "").map(([name]) => name)).toEqual([]);
});

test("each range runs upwards, and each spread lies about its mean", () => {
  const wrong = all.filter(([, { value }]) => {
    if (Array.isArray(value))
      return value.some((one, at) => typeof one === "number" && one <= (value[at - 1] as number));
    if (typeof value !== "object" || value === null || !("within" in value)) return false;
    const { mean, sd, within } = value as { mean: number; sd: number; within: [number, number] };
    return !(sd > 0 && within[0] < mean && mean < within[1]);
  });
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test("each published figure has its source, and says something", () => {
  const empty = publishedFigures.filter(
    ({ source, sensitivity, alertsPerPatientYear, note }) =>
      source === "" || (sensitivity === undefined && alertsPerPatientYear === undefined && note === undefined),
  );
  expect(empty).toEqual([]);
  expect(publishedBurden.filter(({ source }) => source === "")).toEqual([]);
});

import { expect, test } from "vitest";
import { random } from "../../simulators/random.ts";
import { drift } from "./drift.ts";

const walks = Array.from({ length: 4000 }, (_, number) => drift(random("drift", String(number)), 61, 30, 2));
const covariance = (a: number, b: number): number =>
  walks.reduce((sum, walk) => sum + walk[a]! * walk[b]!, 0) / walks.length;

// 4 000 walks give a variance within some 7 % (three standard errors).
test.each([0, 10, 60])("day %d has the stationary variance: no day is special", (day) => {
  expect(covariance(day, day) / 4).toBeGreaterThan(0.93);
  expect(covariance(day, day) / 4).toBeLessThan(1.07);
});

test("after the time constant a third of it is remembered", () => {
  expect(covariance(20, 50) / 4).toBeGreaterThan(Math.exp(-1) - 0.06);
  expect(covariance(20, 50) / 4).toBeLessThan(Math.exp(-1) + 0.06);
});

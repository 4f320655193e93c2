import { describe, expect, it } from "vitest";
import { reaches } from "../../bench/report/page.ts";
import { median, percentile } from "../../bench/report/results.ts";
import { type Pace, simulatedAt } from "../../bench/soak/plan.ts";
import { lineThrough } from "../../bench/soak/samples.ts";

describe("figures", () => {
  it("takes the middle one, or the mean of two", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });

  it("takes what a share of the values lie below", () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(values, 0.5), percentile(values, 0.99), percentile([7], 0.99)]).toEqual([51, 100, 7]);
  });

  it("reaches an aim from the right side", () => {
    expect(reaches({ rounds: [0.5], better: "more" }, 0.5)).toBe(true);
    expect(reaches({ rounds: [0.4], better: "more" }, 0.5)).toBe(false);
    expect(reaches({ rounds: [0.4], better: "less" }, 0.5)).toBe(true);
    expect(reaches({ rounds: [0.6], better: "less" }, 0.5)).toBe(false);
  });

  it("finds the line that the points were taken from", () => {
    expect(lineThrough([0, 1, 2, 3].map((x) => ({ x, y: 5 + 2 * x })))).toEqual({ slope: 2, middle: 8 });
    expect(lineThrough([{ x: 1, y: 4 }])).toEqual({ slope: 0, middle: 4 });
  });
});

describe("the soak's clock", () => {
  const pace: Pace = { began: 1000, from: 1_000_000, to: 1_100_000, speed: 100 };

  it("runs ahead from the beginning to the end, and never back", () => {
    expect(simulatedAt(pace, 1000)).toBe(1_000_000);
    expect(simulatedAt(pace, 1500)).toBe(1_050_000);
    expect(simulatedAt(pace, 2000)).toBe(1_100_000);
  });

  it("goes at its usual pace before and after", () => {
    expect(simulatedAt(pace, 900)).toBe(999_900);
    expect(simulatedAt(pace, 2100)).toBe(1_100_100);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random, xoshiro128starstar } from "./random.ts";

describe("xoshiro128**", () => {
  it("gives the numbers of the reference implementation 1.1 from state 1, 2, 3, 4", () => {
    const next = xoshiro128starstar(Uint32Array.from([1, 2, 3, 4]));
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe("random", () => {
  it("gives the same numbers for the same seed and name, in this release and the next", () => {
    const draw = () => {
      const stream = random(1, "pinned");
      return [stream.next(), stream.integer(1, 6), stream.choice(["a", "b", "c"]), stream.chance(0.5)];
    };
    expect(draw()).toEqual(draw());
    expect(draw()).toMatchInlineSnapshot(`
      [
        1777307288,
        5,
        "a",
        false,
      ]
    `);
  });

  it("keeps named streams independent of each other and of what has been drawn", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(50), (seed, label, draws) => {
        const fresh = random(seed).sub(label).next();
        const parent = random(seed);
        for (let i = 0; i < draws; i++) parent.next();
        parent.sub(`${label}!`).next();
        expect(parent.sub(label).next()).toBe(fresh);
      }),
    );
  });

  it("tells a number from the text that looks like it", () => {
    expect(random(1).next()).not.toBe(random("1").next());
  });

  it("has the moments its distributions promise", () => {
    const stream = random(7);
    const of = (draw: () => number) => {
      const values = Array.from({ length: 40_000 }, draw);
      const mean = values.reduce((a, b) => a + b) / values.length;
      return { mean, sd: Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length) };
    };
    const normal = of(() => stream.normal(10, 2));
    expect(normal.mean).toBeCloseTo(10, 1);
    expect(normal.sd).toBeCloseTo(2, 1);
    const waiting = of(() => stream.exponential(3));
    expect(waiting.mean / 3).toBeCloseTo(1, 1);
    expect(waiting.sd / 3).toBeCloseTo(1, 1);
    const flat = of(() => stream.uniform(-1, 1));
    expect(flat.mean).toBeCloseTo(0, 1);
    expect(flat.sd).toBeCloseTo(2 / Math.sqrt(12), 1);
    expect(of(() => Number(stream.chance(0.3))).mean).toBeCloseTo(0.3, 1);
  });

  it("draws whole numbers within both bounds, and reaches them", () => {
    const stream = random("dice");
    const seen = new Set(Array.from({ length: 500 }, () => stream.integer(1, 6)));
    expect([...seen].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

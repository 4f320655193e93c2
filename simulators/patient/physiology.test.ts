import { describe, expect, it } from "vitest";
import { share } from "./episode.ts";
import { physiologyOf, virtualPatient } from "./physiology.ts";
import { profileNames, profiles } from "./profile.ts";

const DAY0 = 20_500;

const moments = (values: readonly number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)) };
};
const bodies = (count: number, profile: (typeof profileNames)[number]) =>
  Array.from({ length: count }, (_, index) => physiologyOf(virtualPatient(1, `p${index}`, profile)));
const days = (count: number) => Array.from({ length: count }, (_, index) => DAY0 + index);

describe("a patient's physiology", () => {
  it("is a pure function of the day: any order, any start, the same values", () => {
    const forwards = bodies(1, "heart-failure")[0]!;
    const backwards = bodies(1, "heart-failure")[0]!;
    const there = days(40).map((day) => [forwards.weight(day), forwards.bloodPressure(day), forwards.oximetry(day)]);
    const back = days(40)
      .toReversed()
      .map((day) => [backwards.weight(day), backwards.bloodPressure(day), backwards.oximetry(day)]);
    expect(back.toReversed()).toEqual(there);
  });

  it("differs between patients, and between measurements of one day only a little", () => {
    const [one, other] = bodies(2, "stable");
    expect(one!.weight(DAY0)).not.toBe(other!.weight(DAY0));
    const again = days(200).map((day) => one!.weight(day, 1) - one!.weight(day));
    expect(moments(again).sd).toBeLessThan(profiles.stable.dayNoise.weight / 2);
  });

  it("drifts and scatters in heart failure as the reference simulation does: both 0.5 kg, over about a month", () => {
    // Patients without episodes in sight, or the ramps would count as drift.
    const quiet = bodies(300, "heart-failure").filter((body) => body.episodes(DAY0, DAY0 + 120).length === 0);
    expect(quiet.length).toBeGreaterThan(150);
    const noise: number[] = [];
    const drift: number[] = [];
    const products: number[] = [];
    for (const body of quiet) {
      const centre = body.underlying(DAY0).weight;
      for (const day of days(5)) noise.push(body.weight(day) - body.underlying(day).weight);
      // Differences at lag 30: variance 2σ²(1 − e⁻¹). At lag 120 the two are nearly independent: 2σ².
      drift.push(body.underlying(DAY0 + 120).weight - centre);
      products.push(body.underlying(DAY0 + 30).weight - centre);
    }
    expect(moments(noise).sd).toBeCloseTo(0.5, 1);
    expect(moments(drift).sd / Math.SQRT2).toBeGreaterThan(0.43);
    expect(moments(drift).sd / Math.SQRT2).toBeLessThan(0.57);
    const ratio = moments(products).sd / moments(drift).sd;
    expect(ratio).toBeGreaterThan(0.68);
    expect(ratio).toBeLessThan(0.93); // √(1 − e⁻¹) = 0.795
  });

  it("keeps a stable COPD patient at SD 1 % saturation and SD 5 in pulse", () => {
    const spo2: number[] = [];
    const pulse: number[] = [];
    for (const body of bodies(100, "copd")) {
      for (const day of days(20)) {
        if (body.episodes(day, day).length > 0) continue;
        spo2.push(body.oximetry(day).spo2 - body.underlying(day).spo2);
        pulse.push(body.oximetry(day).pulse - body.underlying(day).pulse);
      }
    }
    expect(moments(spo2).sd).toBeGreaterThan(0.9);
    expect(moments(spo2).sd).toBeLessThan(1.15); // rounding to whole per cent adds √(1/12)
    expect(moments(pulse).sd).toBeGreaterThan(4.7);
    expect(moments(pulse).sd).toBeLessThan(5.4);
  });

  it("never shows what no living adult has, over months of every profile", () => {
    for (const profile of profileNames) {
      for (const body of bodies(6, profile)) {
        for (const day of days(200)) {
          const { systolic, diastolic, mean } = body.bloodPressure(day);
          const { spo2, pulse } = body.oximetry(day);
          expect(body.weight(day)).toBeGreaterThan(35);
          expect(systolic).toBeGreaterThan(mean);
          expect(mean).toBeGreaterThan(diastolic);
          expect(diastolic).toBeGreaterThan(25);
          expect(spo2).toBeGreaterThan(80);
          expect(spo2).toBeLessThanOrEqual(100);
          expect(pulse).toBeGreaterThan(30);
          expect(pulse).toBeLessThan(140);
        }
      }
    }
  });
});

describe("episodes", () => {
  const year = [DAY0, DAY0 + 364] as const;

  it("come at the published rates", () => {
    const perYear = (profile: (typeof profileNames)[number]) =>
      bodies(300, profile).reduce((sum, body) => sum + body.episodes(...year).length, 0) / 300;
    expect(perYear("heart-failure")).toBeGreaterThan(0.65);
    expect(perYear("heart-failure")).toBeLessThan(1);
    expect(perYear("copd")).toBeGreaterThan(2.7);
    expect(perYear("copd")).toBeLessThan(3.4);
    expect(perYear("stable")).toBe(0);
  });

  it("leave the weight alone in 30 to 50 % of decompensations, and raise it by the published amounts in the others", () => {
    const events = bodies(800, "heart-failure").flatMap((body) => body.episodes(...year));
    const silent = events.filter(({ effects }) => effects.weight === undefined).length / events.length;
    expect(silent).toBeGreaterThan(0.33);
    expect(silent).toBeLessThan(0.47);
    const gains = (name: string) =>
      events.filter((event) => event.name === name).flatMap(({ effects }) => effects.weight ?? []);
    // Cutting off what isn't a gain moves the means up a little from 2.3 and 1.0 kg.
    expect(moments(gains("decompensation")).mean).toBeGreaterThan(2.2);
    expect(moments(gains("decompensation")).mean).toBeLessThan(3.1);
    expect(moments(gains("minor-decompensation")).mean).toBeGreaterThan(0.9);
    expect(moments(gains("minor-decompensation")).mean).toBeLessThan(1.4);
  });

  it("make saturation fall by 2 to 3 and pulse rise by 5 to 10 in COPD, over nine days from three days before", () => {
    const events = bodies(100, "copd").flatMap((body) => body.episodes(...year));
    for (const event of events) {
      expect(event.effects.spo2).toBeGreaterThanOrEqual(-3);
      expect(event.effects.spo2).toBeLessThanOrEqual(-2);
      expect(event.effects.pulse).toBeGreaterThanOrEqual(5);
      expect(event.effects.pulse).toBeLessThanOrEqual(10);
      expect(event.top - event.start).toBe(3);
    }
    expect(moments(events.map((event) => event.end - event.start + 1)).mean).toBeCloseTo(9, 0);
  });

  it("rise to the whole effect at the top and are gone the day after the end", () => {
    const event = bodies(50, "copd").flatMap((body) => body.episodes(...year))[0]!;
    expect(share(event, event.start - 1)).toBe(0);
    expect(share(event, event.start)).toBeGreaterThan(0);
    expect(share(event, event.top)).toBe(1);
    expect(share(event, event.end)).toBeGreaterThan(0);
    expect(share(event, event.end)).toBeLessThan(1);
    expect(share(event, event.end + 1)).toBe(0);
  });
});

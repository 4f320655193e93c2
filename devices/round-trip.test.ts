import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flagNames } from "../src/domain/flag.ts";
import { encodeBloodPressure } from "./cuffs/generic-blood-pressure.ts";
import { decodeNotification } from "./index.ts";
import { encodeContinuous, encodeSpotCheck } from "./oximeters/generic-pulse-oximeter.ts";
import { measurementStatus, sensorStatus } from "./oximeters/plx-status.ts";
import { encodeWeight } from "./scales/generic-weight.ts";
import { encodeTemperature } from "./thermometers/generic-thermometer.ts";

/** What a simulator encodes is what the platform reads. */

/** A second between 2015 and 2099, local. */
const local = fc
  .nat(2_650_000_000)
  .map((seconds) => Temporal.PlainDateTime.from("2015-01-01T00:00:00").add({ seconds }).toString());
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
const timed = (time: string | undefined) => (time === undefined ? {} : { deviceTime: { form: "local", text: time } });
const slot = fc.nat(254);
const tenths = (value: number) => Math.round(value * 10);
/** Whole numbers, and tenths as far as an SFLOAT can hold them. */
const number = fc.oneof(
  fc.nat(300),
  fc.nat(2045).map((value) => value / 10),
);

test("weight", () => {
  const weight = fc.record({
    grams: fc.nat(65_534).map((steps) => steps * 5),
    time: optional(local),
    user: optional(slot),
  });
  fc.assert(
    fc.property(weight, ({ grams, time, user }) => {
      const bytes = encodeWeight(defined({ kg: grams / 1000, time, user }));
      expect(decodeNotification("2a9d", bytes)).toEqual([
        defined({ kind: "body-weight", values: { "body-weight": grams }, ...timed(time), user, flags: [] }),
      ]);
    }),
  );
});

test("a weight that was not measured, or that the format can't hold, does not become a reading", () => {
  expect(() => decodeNotification("2a9d", encodeWeight({ user: 1 }))).toThrow(
    expect.objectContaining({ code: "MEASUREMENT_UNSUCCESSFUL" }),
  );
  for (const kg of [327.675, 400, -1]) {
    expect(() => encodeWeight({ kg })).toThrow(expect.objectContaining({ code: "VALUE_IMPLAUSIBLE" }));
  }
});

test("blood pressure", () => {
  const reading = fc.record({
    systolic: number,
    diastolic: number,
    mean: optional(number),
    pulse: optional(number),
    time: optional(local),
    user: optional(slot),
    status: optional(
      fc.subarray(["body-movement", "cuff-loose", "irregular-pulse", "position-improper", "pulse-range-low"] as const),
    ),
  });
  fc.assert(
    fc.property(reading, ({ systolic, diastolic, mean, pulse, time, user, status }) => {
      const bytes = encodeBloodPressure(defined({ systolic, diastolic, mean, pulse, time, user, status }));
      const values = defined({
        "systolic-pressure": tenths(systolic),
        "diastolic-pressure": tenths(diastolic),
        "mean-pressure": mean === undefined ? undefined : tenths(mean),
        pulse: pulse === undefined ? undefined : tenths(pulse),
      });
      const flags = flagNames.filter((flag) => status?.some((set) => set === flag));
      expect(decodeNotification("2a35", bytes)).toEqual([
        defined({ kind: "blood-pressure", values, ...timed(time), user, flags }),
      ]);
    }),
  );
});

test("a cuff's error message is what real cuffs send", () => {
  const bytes = encodeBloodPressure({
    systolic: Number.NaN,
    diastolic: Number.NaN,
    pulse: Number.NaN,
    time: "2024-06-23T14:35:10",
    status: [],
  });
  expect(Buffer.from(bytes).toString("hex")).toBe("16ff07ff07ff07e80706170e230aff070000");
});

test("kPa and the pulse range", () => {
  const bytes = encodeBloodPressure({
    systolic: { mantissa: 160n, exponent: -1 },
    diastolic: 10.4,
    unit: "kPa",
    status: ["pulse-range-high"],
  });
  expect(decodeNotification("2a35", bytes)).toEqual([
    {
      kind: "blood-pressure",
      values: { "systolic-pressure": 1200, "diastolic-pressure": 780 },
      original: { unit: "kPa", values: { "systolic-pressure": "16.0", "diastolic-pressure": "10.4" } },
      flags: ["pulse-range-high"],
    },
  ]);
});

describe("oximetry", () => {
  const reading = fc.record({
    spo2: number,
    pulse: optional(number),
    status: optional(fc.subarray(measurementStatus.map(({ name }) => name))),
    sensor: optional(fc.subarray(sensorStatus.map(({ name }) => name))),
    amplitude: optional(fc.nat(200).map((value) => value / 10)),
  });
  type Sent = typeof reading extends fc.Arbitrary<infer T> ? T : never;
  const expected = ({ spo2, pulse, status, sensor, amplitude }: Sent) => {
    const set = [...(status ?? []), ...(sensor ?? [])];
    const said = [...measurementStatus, ...sensorStatus].flatMap((bit) =>
      "flag" in bit && set.includes(bit.name) ? [bit.flag] : [],
    );
    return defined({
      kind: "oxygen-saturation",
      values: defined({ "oxygen-saturation": tenths(spo2), pulse: pulse === undefined ? undefined : tenths(pulse) }),
      flags: flagNames.filter((flag) => said.some((name) => name === flag)),
      detail: amplitude === undefined ? undefined : { pulseAmplitudeIndex: String(amplitude) },
    });
  };

  test("spot check", () => {
    fc.assert(
      fc.property(reading, optional(local), fc.boolean(), (sent, time, clockUnset) => {
        const bytes = encodeSpotCheck(defined({ ...sent, time, clockUnset }));
        const when = clockUnset ? { clockUnset } : timed(time);
        expect(decodeNotification("2a5e", bytes)).toEqual([{ ...expected(sent), ...when }]);
      }),
    );
  });

  test("running value", () => {
    fc.assert(
      fc.property(reading, (sent) => {
        expect(decodeNotification("2a5f", encodeContinuous(defined(sent)))).toEqual([expected(sent)]);
      }),
    );
  });
});

test("temperature", () => {
  const reading = fc.record({
    hundredths: fc.integer({ min: -5000, max: 5000 }),
    time: optional(local),
    site: optional(fc.constantFrom("ear" as const, "mouth" as const)),
  });
  fc.assert(
    fc.property(reading, ({ hundredths, time, site }) => {
      const bytes = encodeTemperature({ value: hundredths / 100, ...defined({ time, site }) });
      expect(decodeNotification("2a1c", bytes)).toEqual([
        defined({
          kind: "temperature",
          values: { "body-temperature": hundredths },
          ...timed(time),
          flags: [],
          detail: site && { site },
        }),
      ]);
    }),
  );
  expect(() => decodeNotification("2a1c", encodeTemperature({ value: Number.NaN }))).toThrow(
    expect.objectContaining({ code: "VALUE_NOT_FINITE" }),
  );
});

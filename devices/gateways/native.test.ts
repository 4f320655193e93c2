import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { kindNames } from "../../src/domain/kind.ts";
import { unitsOf } from "../../src/domain/unit.ts";
import { HemvaktError, isHemvaktError } from "../../src/errors.ts";
import { isOwnUnit } from "../quantity.ts";
import { decodeNativeReading } from "./native.ts";
import { nativeExamples } from "./native-examples.ts";
import { nativeReadingSchema } from "./native-schema.ts";

function refused(item: unknown): HemvaktError {
  try {
    decodeNativeReading(item);
  } catch (error) {
    if (isHemvaktError(error)) return error;
    throw error;
  }
  return expect.fail("It was not refused.");
}

describe("a refusal names the field", () => {
  test.each([
    [{ kind: "body-weight", unit: "kg" }, ["value"]],
    [{ kind: "body-weight", value: 82.4 }, ["unit"]],
    [{ kind: "body-weight", value: 82.4, unit: 1 }, ["unit"]],
    [{ kind: "body-weight", value: 1e7, unit: "kg" }, ["value"]],
    [{ kind: "body-weight", value: Number.POSITIVE_INFINITY, unit: "kg" }, ["value"]],
    [{ kind: "body-weight", value: 82.4, unit: "mmHg", user: 1.5 }, ["user"]],
    [{ kind: "mood" }, ["kind"]],
    [{ kind: "pulse", value: 64, seq: -1, user: 256 }, ["seq", "user"]],
    [{ kind: "pulse", value: 64, nmae: 1, "191212121212": 1 }, ["nmae", "(unnamed)"]],
    [{ kind: "pulse", value: 64, flags: ["ongoing", "retained"] }, ["flags.1"]],
    [{ kind: "pulse", value: 64, at: "yesterday" }, ["at"]],
    [
      { kind: "symptoms", questionnaire: "a", version: "1", answers: [{ question: "b", answer: "free text" }] },
      ["answers.0.answer"],
    ],
    [{ kind: "symptoms", questionnaire: "a", version: "1", answers: [] }, ["answers"]],
    [
      {
        kind: "symptoms",
        questionnaire: "a",
        version: "1",
        answers: [1, 2].map((answer) => ({ question: "b", answer })),
      },
      ["answers"],
    ],
    [null, ["reading"]],
    [[], ["reading"]],
    ["82.4 kg", ["reading"]],
  ])("%j", (item, fields) => {
    const { code, detail, data } = refused(item);
    expect(code).toBe("PAYLOAD_SHAPE");
    expect(data).toEqual({ fields });
    expect(detail).toContain(fields[0]);
  });

  test("and never repeats a value: it may be clinical", () => {
    for (const item of [
      { kind: "pulse", value: "anna-7131" },
      { kind: "consciousness", value: "anna-7131" },
      { kind: "anna-7131" },
      { kind: "pulse", value: 64, at: "anna-7131" },
      { kind: "pulse", value: 64, "anna-7131": 1 },
      { kind: "body-weight", value: 64, unit: "anna-7131" },
    ]) {
      expect(refused(item).message).not.toContain("7131");
    }
  });
});

test("a wrong unit lists the right ones", () => {
  expect(refused({ kind: "glucose", value: 5, unit: "kg" })).toMatchObject({
    code: "UNIT_UNKNOWN",
    detail: "unit: one of mmol/L, mg/dL.",
    data: { fields: ["unit"] },
  });
});

describe("the time is kept exactly as sent", () => {
  test.each([
    "2026-11-22T07:03:11+01:00",
    "2026-11-22T06:03:11.000Z",
    "2026-10-25T02:30:00+02:00",
    "2026-11-22T06:03:11-00:00",
  ])("%s", (at) =>
    expect(decodeNativeReading({ kind: "pulse", value: 64, at }).deviceTime).toEqual({ form: "instant", text: at }),
  );

  test.each(["2026-02-29T07:03:11Z", "2026-13-01T07:03:11Z", "2026-11-22T25:00:00Z", "2026-11-22T07:03:11+25:00"])(
    "%s does not exist: the value stays, its time is unknown",
    (at) =>
      expect(decodeNativeReading({ kind: "pulse", value: 64, at })).toEqual({
        kind: "pulse",
        values: { pulse: 640 },
        clockUnset: true,
        flags: [],
      }),
  );
});

test("a value that no living person has is still a reading: judging it is not the decoder's", () => {
  expect(decodeNativeReading({ kind: "body-weight", value: 8.24, unit: "kg" }).values).toEqual({ "body-weight": 8240 });
  expect(decodeNativeReading({ kind: "oxygen-saturation", spo2: -3 }).values).toEqual({ "oxygen-saturation": -30 });
});

test("flags come in catalogue order, each once", () => {
  const flags = ["questionable", "from-memory", "questionable"];
  expect(decodeNativeReading({ kind: "pulse", value: 64, flags }).flags).toEqual(["from-memory", "questionable"]);
});

describe("the schema", () => {
  const options = nativeReadingSchema.options;

  test("has every kind", () => {
    expect(options.map(({ shape }) => shape.kind.value)).toEqual(kindNames);
  });

  test("has an example of every kind", () => {
    const shown = nativeExamples.flatMap(({ output }) =>
      typeof output === "string" ? [] : output.map(({ kind }) => kind),
    );
    expect(new Set(shown)).toEqual(new Set(kindNames));
  });

  test.each([
    ["body-weight", { value: 1 }, "body-weight"],
    ["blood-pressure", { systolic: 1, diastolic: 1 }, "systolic-pressure"],
    ["oxygen-saturation", { spo2: 1 }, "oxygen-saturation"],
    ["pulse", { value: 1 }, "pulse"],
    ["temperature", { value: 1 }, "body-temperature"],
    ["respiratory-rate", { value: 1 }, "respiratory-rate"],
    ["glucose", { value: 1 }, "glucose"],
    ["peak-flow", { value: 1 }, "peak-flow"],
    ["spirometry", { fev1: 1 }, "fev1"],
  ] as const)("%s: the unit may be left out only if there is one size of it", (kind, fields, metric) => {
    const oneSize = unitsOf(metric).every((unit) => isOwnUnit(metric, unit));
    expect(nativeReadingSchema.safeParse({ kind, ...fields }).success).toBe(oneSize);
    for (const unit of unitsOf(metric))
      expect(nativeReadingSchema.safeParse({ kind, ...fields, unit }).success).toBe(true);
  });

  test("can be written as JSON Schema, each kind by its id", () => {
    const { $defs } = z.toJSONSchema(z.array(nativeReadingSchema), { io: "input" });
    expect(Object.keys($defs ?? {})).toEqual(
      expect.arrayContaining(["NativeReading", "BodyWeightReading", "SymptomsReading"]),
    );
  });
});

describe("whatever is sent is a reading in whole numbers or a coded refusal", () => {
  const check = (item: unknown) => {
    try {
      const { values, deviceTime } = decodeNativeReading(item);
      for (const value of Object.values(values)) expect(Number.isSafeInteger(value)).toBe(true);
      if (deviceTime) expect(() => Temporal.Instant.from(deviceTime.text)).not.toThrow();
    } catch (error) {
      expect(error).toBeInstanceOf(HemvaktError);
    }
  };
  const valid = nativeExamples.flatMap(({ input, output }) =>
    "json" in input && typeof output !== "string" ? [input.json as Record<string, unknown>] : [],
  );

  test("any JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), check), { numRuns: 500 });
  });

  test("an example with any one field changed", () => {
    const changed = fc
      .constantFrom(...valid)
      .chain((item) =>
        fc
          .tuple(fc.constantFrom(...Object.keys(item), "extra"), fc.jsonValue())
          .map(([key, value]) => ({ ...item, [key]: value })),
      );
    fc.assert(fc.property(changed, check), { numRuns: 1000 });
  });

  test("any number in any unit of weight", () => {
    const item = fc.record({
      kind: fc.constant("body-weight"),
      value: fc.double(),
      unit: fc.constantFrom(...unitsOf("body-weight")),
    });
    fc.assert(fc.property(item, check), { numRuns: 1000 });
  });
});

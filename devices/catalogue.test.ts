import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flagNames } from "../src/domain/flag.ts";
import { kinds } from "../src/domain/kind.ts";
import type { Measurement } from "../src/domain/measurement.ts";
import type { Metric } from "../src/domain/metric.ts";
import { HemvaktError, isHemvaktError } from "../src/errors.ts";
import type { Example } from "./device.ts";
import { bytesFromHex, decodeNotification, deviceModel, deviceModels, hexFromBytes } from "./index.ts";

/** What decoding gives: measurements, or the refusal. Any other failure is thrown: it would stop a whole batch. */
function outcome(decode: () => Measurement[]): Measurement[] | HemvaktError {
  try {
    return decode();
  } catch (error) {
    if (!isHemvaktError(error)) throw error;
    return error;
  }
}

/** Every measurement that leaves a decoder, whatever the input was. */
function expectWellFormed(measurement: Measurement): void {
  const { kind, values, flags } = measurement;
  const { components, required } = kinds[kind];
  for (const [metric, value] of Object.entries(values)) {
    expect(components, `${metric} in ${kind}`).toContain(metric as Metric);
    expect(Number.isSafeInteger(value), `${metric} ${value}`).toBe(true);
  }
  expect(Object.keys(values)).toEqual(expect.arrayContaining([...required]));
  expect(flags).toEqual(flagNames.filter((flag) => flags.includes(flag)));
}

const decodeExample = (id: string, { input }: Example) =>
  outcome(() =>
    "hex" in input
      ? decodeNotification(input.characteristic, bytesFromHex(input.hex), id)
      : [jsonDecoder(id)(input.json)],
  );

const jsonDecoder = (id: string) => {
  const decoder = deviceModel(id)?.json;
  if (!decoder) throw new Error(`${id} has a JSON example and no JSON decoder`);
  return decoder;
};

const examples = deviceModels.flatMap((model) =>
  model.examples.map((example) => ({ id: model.id, title: example.title, example })),
);

describe.each(deviceModels)("$id", (model) => {
  test("has a source, a description, a layout and a way to decode", () => {
    expect(model.source.length).toBeGreaterThan(20);
    expect(model.about.length).toBeGreaterThan(20);
    expect(model.id).toMatch(/^[a-z0-9-]{1,64}$/);
    expect(Object.keys(model.characteristics).length > 0 || model.json !== undefined).toBe(true);
    for (const uuid of Object.keys(model.characteristics)) {
      expect(uuid).toMatch(/^[0-9a-f]{4}$/);
      expect(model.layout[uuid], `layout of ${uuid}`).toBeDefined();
    }
  });

  test("says how to connect it, what surprises and what the person sees", () => {
    expect(model.connect.steps.length).toBeGreaterThan(0);
    expect(model.connect.quirks.length).toBeGreaterThan(0);
    expect(model.connect.patient.length).toBeGreaterThan(20);
  });

  test("has examples of every characteristic, and of what is refused", () => {
    const shown = model.examples.flatMap(({ input, output }) =>
      "hex" in input && typeof output !== "string" ? [input.characteristic] : [],
    );
    expect(new Set(shown)).toEqual(new Set(Object.keys(model.characteristics)));
    expect(model.examples.some(({ output }) => typeof output === "string")).toBe(true);
  });

  test("has an example of every flag that it can give", () => {
    const shown = model.examples.flatMap(({ output }) =>
      typeof output === "string" ? [] : output.flatMap(({ flags }) => flags),
    );
    const missing = model.sayings.map(({ flag }) => flag).filter((flag) => !shown.includes(flag));
    expect([...new Set(missing)]).toEqual([]);
  });
});

test("ids and titles are unique, and models are found by id", () => {
  const ids = deviceModels.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const model of deviceModels) {
    expect(deviceModel(model.id)).toBe(model);
    expect(new Set(model.examples.map(({ title }) => title)).size, model.id).toBe(model.examples.length);
  }
  expect(deviceModel("constructor")).toBeUndefined();
});

describe("every example gives exactly what it says", () => {
  test.each(examples)("$id: $title", ({ id, example }) => {
    const actual = decodeExample(id, example);
    if (typeof example.output === "string") expect(actual).toMatchObject({ code: example.output });
    else {
      expect(actual).toStrictEqual(example.output);
      example.output.forEach(expectWellFormed);
    }
  });
});

const valid = examples.flatMap(({ id, title, example: { input, output } }) =>
  "hex" in input && typeof output !== "string" ? [{ id, title, ...input }] : [],
);

describe("a valid notification cut short or made longer is refused", () => {
  test.each(valid)("$id: $title", ({ id, characteristic, hex }) => {
    const bytes = bytesFromHex(hex);
    for (let length = 0; length < bytes.length; length++) {
      expect(
        outcome(() => decodeNotification(characteristic, bytes.subarray(0, length), id)),
        `${length} bytes`,
      ).toMatchObject({
        code: "DECODE_TRUNCATED",
      });
    }
    for (let byte = 0; byte <= 0xff; byte++) {
      const longer = Uint8Array.from([...bytes, byte]);
      expect(
        outcome(() => decodeNotification(characteristic, longer, id)),
        hexFromBytes(longer),
      ).toMatchObject({
        code: "DECODE_TRAILING",
      });
    }
  });
});

const characteristics = [...new Set(deviceModels.flatMap((model) => Object.keys(model.characteristics)))];

describe.each(characteristics)("0x%s", (characteristic) => {
  // A characteristic that only some models have is nobody's without its model.
  const owner = deviceModels.find((model) => characteristic in model.characteristics)?.id;
  const check = (bytes: Uint8Array) => {
    const result = outcome(() => decodeNotification(characteristic, bytes, owner));
    if (!(result instanceof HemvaktError)) result.forEach(expectWellFormed);
  };

  test("random bytes give well-formed measurements or a coded refusal", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 24 }), check), { numRuns: 2000 });
  });

  test("so do valid notifications with some bytes changed", () => {
    const vectors = valid
      .filter((vector) => vector.characteristic === characteristic)
      .map(({ hex }) => bytesFromHex(hex));
    const changes = fc.array(fc.tuple(fc.nat(23), fc.nat(255)), { minLength: 1, maxLength: 3 });
    const changed = fc.tuple(fc.constantFrom(...vectors), changes).map(([bytes, edits]) => {
      const copy = Uint8Array.from(bytes);
      for (const [at, byte] of edits) copy[at % copy.length] = byte;
      return copy;
    });
    fc.assert(fc.property(changed, check), { numRuns: 2000 });
  });

  test("decoding twice gives the same: nothing is remembered", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
        const once = outcome(() => decodeNotification(characteristic, bytes, owner));
        expect(outcome(() => decodeNotification(characteristic, bytes, owner))).toStrictEqual(once);
      }),
      { numRuns: 200 },
    );
  });
});

describe("choosing the decoder", () => {
  const weight = bytesFromHex("006040");

  test.each([["2a9d"], ["2A9D"]])("%s is read in either case", (characteristic) => {
    expect(decodeNotification(characteristic, weight)).toHaveLength(1);
  });

  test.each(["withdrawn-model", "native", "generic-blood-pressure", "__proto__"])(
    "the generic profile decodes for %s, which has no decoder of its own",
    (model) => expect(decodeNotification("2a9d", weight, model)).toEqual(decodeNotification("2a9d", weight)),
  );

  test.each(["2a6e", "", "constructor", "0x2a9d"])("%j is unknown", (characteristic) => {
    expect(() => decodeNotification(characteristic, weight)).toThrow(
      expect.objectContaining({ code: "CHARACTERISTIC_UNKNOWN" }),
    );
  });
});

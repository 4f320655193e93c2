import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHemvaktError } from "../src/errors.ts";
import { lengthOf } from "./annotate.ts";
import { decodeExample, flawOf, outcome } from "./conformance.ts";
import { bytesFromHex, decodeNotification, deviceModel, deviceModels, hexFromBytes } from "./index.ts";

const examples = deviceModels.flatMap((model) =>
  model.examples.map((example) => ({ id: model.id, title: example.title, example })),
);

describe.each(deviceModels)("$id", (model) => {
  test("has a source, a description, a layout and a way to decode", () => {
    expect(model.source.length, "source").toBeGreaterThan(20);
    expect(model.about.length, "about").toBeGreaterThan(20);
    expect(model.id).toMatch(/^[a-z0-9-]{1,64}$/);
    expect(Object.keys(model.characteristics).length > 0 || model.json !== undefined).toBe(true);
    for (const uuid of Object.keys(model.characteristics)) {
      expect(uuid).toMatch(/^([0-9a-f]{4}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);
      expect(model.layout[uuid], `layout of ${uuid}`).toBeDefined();
    }
  });

  test("says of every example where it comes from, and of its measuring range who says so", () => {
    for (const { title, recorded = model.source } of model.examples) {
      expect(recorded.length, title).toBeGreaterThan(20);
    }
    if (!model.range) return;
    expect(model.range.source.length).toBeGreaterThan(20);
    for (const [metric, { low, high }] of Object.entries(model.range.limits)) expect(low, metric).toBeLessThan(high);
  });

  test("says how to connect it, what surprises and what the person sees", () => {
    expect(model.connect.steps.length, "steps").toBeGreaterThan(2);
    expect(model.quirks.length + (model.connect.surprises ?? []).length, "surprises").toBeGreaterThan(0);
    expect(model.connect.patient.length, "what the person sees").toBeGreaterThan(20);
  });

  test("has examples of every characteristic, and of what is refused", () => {
    const shown = model.examples.flatMap(({ input, output }) =>
      "hex" in input && typeof output !== "string" ? [input.characteristic] : [],
    );
    expect(new Set(shown), "characteristics with an example").toEqual(new Set(Object.keys(model.characteristics)));
    expect(
      model.examples.some(({ output }) => typeof output === "string"),
      "an example that is refused",
    ).toBe(true);
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
      expect(example.output.map((measurement) => flawOf(measurement))).toEqual(example.output.map(() => undefined));
    }
  });
});

const valid = examples.flatMap(({ id, title, example: { input, output } }) =>
  "hex" in input && typeof output !== "string" ? [{ id, title, ...input }] : [],
);

describe("the layout on a page is the one that is decoded", () => {
  test.each(valid)("$id: $title", ({ id, characteristic, hex }) => {
    const bytes = bytesFromHex(hex);
    expect(lengthOf(deviceModel(id)?.layout[characteristic] ?? [], bytes)).toBe(bytes.length);
  });
});

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
    if (!isHemvaktError(result))
      expect(result.map((measurement) => flawOf(measurement))).toEqual(result.map(() => undefined));
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

  test.each(["2a9d", "2A9D", "00002a9d-0000-1000-8000-00805f9b34fb", "00002A9D-0000-1000-8000-00805F9B34FB"])(
    "%s is the same characteristic",
    (characteristic) => {
      expect(decodeNotification(characteristic, weight)).toHaveLength(1);
    },
  );

  test.each(["withdrawn-model", "native", "generic-blood-pressure", "__proto__"])(
    "the generic profile decodes for %s, which has no decoder of its own",
    (model) => expect(decodeNotification("2a9d", weight, model)).toEqual(decodeNotification("2a9d", weight)),
  );

  test.each(["2a6e", "", "constructor", "0x2a9d", "00002a9d-0000-1000-8000-00805f9b34fc"])(
    "%j is unknown",
    (characteristic) => {
      expect(() => decodeNotification(characteristic, weight)).toThrow(
        expect.objectContaining({ code: "CHARACTERISTIC_UNKNOWN" }),
      );
    },
  );
});

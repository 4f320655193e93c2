import { describe, expect, test } from "vitest";
import type { Measurement } from "../src/domain/measurement.ts";
import { isHemvaktError } from "../src/errors.ts";
import { annotate } from "./annotate.ts";
import { outcome } from "./conformance.ts";
import type { DeviceModel, Example } from "./device.ts";
import { bytesFromHex, decodeNotification, deviceModels } from "./index.ts";
import type { Quirk } from "./quirks.ts";

const accepted = ({ examples }: DeviceModel): readonly Example[] =>
  examples.filter(({ output }) => typeof output !== "string");
const measurements = (model: DeviceModel): readonly Measurement[] =>
  accepted(model).flatMap(({ output }) => output as readonly Measurement[]);
const fieldsOf = (model: DeviceModel, { input }: Example) =>
  "hex" in input ? annotate(model.layout[input.characteristic] ?? [], bytesFromHex(input.hex)) : [];

/** What the profile's own entry makes of a notification; nothing for JSON. */
const byProfile = ({ input }: Pick<Example, "input">) =>
  "hex" in input ? outcome(() => decodeNotification(input.characteristic, bytesFromHex(input.hex))) : undefined;

/** How a model's own examples show each quirk that it claims. A new quirk needs its proof here. */
const proofs: Readonly<Record<Quirk, (model: DeviceModel) => boolean>> = {
  "resends-memory": (model) => measurements(model).some(({ deviceTime }) => deviceTime),
  repeats: (model) => measurements(model).some(({ deviceTime }) => deviceTime),
  "nan-on-error": (model) => model.examples.some(({ output }) => output === "VALUE_NOT_FINITE"),
  "zero-not-measured": (model) =>
    accepted(model).some((example) =>
      fieldsOf(model, example).some(
        ({ field, bytes }) =>
          /mean|pulse|BMI|height/.test(field.name) && bytes.subarray(-2).every((byte) => byte === 0),
      ),
    ),
  "tenfold-step": (model) =>
    accepted(model).some(({ input, output }) => {
      if (!("hex" in input)) return false;
      // Without the high flags, which the profile reserves.
      const plain = byProfile({ input: { ...input, hex: `0${input.hex.slice(1)}` } });
      const tenth = Array.isArray(plain) ? plain[0]?.values["body-weight"] : undefined;
      const [own] = output as readonly Measurement[];
      return tenth !== undefined && tenth * 10 === own?.values["body-weight"];
    }),
  "big-endian": (model) =>
    Object.values(model.layout).some((fields) => fields.some(({ form }) => form.includes("big-endian"))),
  "reserved-flag": (model) =>
    accepted(model).some((example) => {
      const plain = byProfile(example);
      return isHemvaktError(plain) && plain.code === "DECODE_RESERVED";
    }),
  "user-slots": (model) => measurements(model).some(({ user }) => user !== undefined),
  "no-users": (model) => measurements(model).every(({ user }) => user === undefined),
  "no-clock": (model) => measurements(model).every(({ deviceTime }) => deviceTime === undefined),
  consent: (model) => model.connect.steps.some((step) => step.includes("0x2A9F")),
};

const claims = deviceModels.flatMap((model) => model.quirks.map((quirk) => ({ id: model.id, model, quirk })));

describe("a quirk that a model claims is shown by its own examples", () => {
  test.each(claims)("$id: $quirk", ({ model, quirk }) => {
    expect(proofs[quirk](model)).toBe(true);
  });
});

test("what an accepted example shows is claimed", () => {
  for (const model of deviceModels) {
    for (const quirk of ["big-endian", "reserved-flag"] as const) {
      expect(proofs[quirk](model), `${model.id}: ${quirk}`).toBe(model.quirks.includes(quirk));
    }
    const users = model.quirks.filter((quirk) => quirk === "user-slots" || quirk === "no-users");
    expect(users.length, `${model.id}: one of user-slots and no-users`).toBeLessThanOrEqual(1);
  }
});

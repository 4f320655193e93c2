import { describe, expect, test } from "vitest";
import type { Measurement } from "../src/domain/measurement.ts";
import { type Metric, metrics } from "../src/domain/metric.ts";
import { type HemvaktError, isHemvaktError } from "../src/errors.ts";
import { decodeReadings } from "../src/ingest/decode.ts";
import { readMessage } from "../src/ingest/messages.ts";
import { implausibleBecause } from "../src/ingest/plausibility.ts";
import { lengthOf } from "./annotate.ts";
import { flawOf, jsonDecoderOf, outcome } from "./conformance.ts";
import { bytesFromHex, decodeNotification, deviceModel, deviceModels, hexFromBytes, measuringLimits } from "./index.ts";

/**
 * Bytes go wrong on the way: flipped, cut, by another firmware. Whatever one changed byte or a cut makes of an example,
 * a coded refusal or a well-formed value that plausibility has looked at comes out; never another exception, which would
 * stop a whole batch. All of it is tried, not a sample: it is some hundred thousand decodings.
 */

/** Whether every value lies within what an adult can have and the model can measure: the tables, read directly. */
function possible(id: string, { values }: Measurement): boolean {
  const limits = measuringLimits(id) ?? {};
  const within = Object.entries(values).every(([name, value]) => {
    const { plausible, scale } = metrics[name as Metric];
    return [plausible, limits[name as Metric] ?? plausible].every(
      ({ low, high }) => value >= low * scale && value <= high * scale,
    );
  });
  const { "systolic-pressure": systolic, "diastolic-pressure": diastolic } = values;
  return within && (systolic === undefined || diastolic === undefined || systolic > diastolic);
}

/** What is wrong with what came out; nothing when it is refused with a code, or well formed and rightly checked. */
function wrong(id: string, result: Measurement[] | HemvaktError): string | undefined {
  if (isHemvaktError(result)) return undefined;
  for (const measurement of result) {
    const flaw = flawOf(measurement);
    if (flaw) return flaw;
    const why = implausibleBecause(measurement, measuringLimits(id));
    if ((why === undefined) !== possible(id, measurement)) return `plausibility says ${why}`;
  }
  return undefined;
}

/** Every version of the bytes with one of them changed. The same array each time, for speed. */
function* mutants(original: Uint8Array): Generator<Uint8Array> {
  const bytes = Uint8Array.from(original);
  for (let at = 0; at < bytes.length; at++) {
    for (let value = 0; value <= 0xff; value++) {
      if (value === original[at]) continue;
      bytes[at] = value;
      yield bytes;
    }
    bytes[at] = original[at] ?? 0;
  }
}

const examples = deviceModels.flatMap(({ id, examples }) => examples.map((example) => ({ id, ...example })));
const notifications = examples.flatMap(({ id, title, input }) => ("hex" in input ? [{ id, title, ...input }] : []));
const documents = examples.flatMap(({ id, title, input }) =>
  "json" in input ? [{ id, title, text: JSON.stringify(input.json) }] : [],
);

test("every byte takes every other value, once, and the original is left alone", () => {
  const original = Uint8Array.of(0, 1, 255);
  const seen = [...mutants(original)].length;
  const all = new Set(Array.from(mutants(original), (bytes) => hexFromBytes(bytes)));
  expect([seen, all.size, all.has("0001ff")]).toEqual([3 * 255, 3 * 255, false]);
});

test("what has no code is no refusal", () => {
  const broken = () => {
    throw new RangeError("Offset is outside the bounds of the DataView");
  };
  expect(() => outcome(broken)).toThrow(RangeError);
  expect(wrong("native", [{ kind: "body-weight", values: { "body-weight": 82.4 }, flags: [] }])).toBe(
    "body-weight 82.4",
  );
});

describe("one byte of a notification is another", () => {
  test.each(notifications)("$id: $title", ({ id, characteristic, hex }) => {
    for (const bytes of mutants(bytesFromHex(hex))) {
      const flaw = wrong(
        id,
        outcome(() => decodeNotification(characteristic, bytes, id)),
      );
      if (flaw) expect.fail(`${hexFromBytes(bytes)}: ${flaw}`);
    }
  });
});

describe("a notification is cut short", () => {
  test.each(notifications)("$id: $title", ({ id, characteristic, hex }) => {
    const whole = bytesFromHex(hex);
    const layout = deviceModel(id)?.layout[characteristic];
    for (let length = 0; length < whole.length; length++) {
      const bytes = whole.subarray(0, length);
      const result = outcome(() => decodeNotification(characteristic, bytes, id));
      if (isHemvaktError(result)) continue;
      // A shorter form is a reading only where its own flags say that it is whole.
      expect(layout && lengthOf(layout, bytes), hexFromBytes(bytes)).toBe(length);
      expect(wrong(id, result)).toBeUndefined();
    }
  });
});

/** JSON bytes as the platform takes them: for hubs' own messages through the envelope, as on the wire. */
function takeJson(id: string, item: Uint8Array): Measurement[] | HemvaktError {
  if (id !== "native") {
    let parsed: unknown;
    try {
      parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(item));
    } catch {
      // Not JSON: it reaches no decoder.
      return [];
    }
    return outcome(() => [jsonDecoderOf(id)(parsed)]);
  }
  return outcome(() => {
    const payload = Buffer.concat([Buffer.from('{"id":"1","device":"d","readings":['), item, Buffer.from("]}")]);
    const items = decodeReadings(readMessage("readings", payload));
    return items.map((one) => {
      if ("error" in one) throw one.error;
      return one.measurement;
    });
  });
}

describe("one byte of a JSON document is another, or its end is missing", () => {
  test.each(documents)("$id: $title", ({ id, text }) => {
    const whole = Buffer.from(text);
    for (const bytes of mutants(whole)) {
      const flaw = wrong(id, takeJson(id, bytes));
      if (flaw) expect.fail(`${Buffer.from(bytes).toString()}: ${flaw}`);
    }
    for (let length = 0; length < whole.length; length++) {
      const cut = takeJson(id, whole.subarray(0, length));
      if (!isHemvaktError(cut)) expect(cut, `${length} bytes`).toEqual([]);
    }
  });
});

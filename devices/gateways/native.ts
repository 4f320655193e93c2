import type { z } from "zod";
import type { Measurement } from "../../src/domain/measurement.ts";
import { HemvaktError } from "../../src/errors.ts";
import type { DeviceModel } from "../device.ts";
import { measured } from "../quantity.ts";
import { inOrder } from "../status.ts";
import { nativeExamples } from "./native-examples.ts";
import { layoutOf } from "./native-layout.ts";
import { acvpu, envelope, type NativeReading, nativeReadingSchema } from "./native-schema.ts";

type Content = Pick<Measurement, "values" | "original" | "detail">;

/** The values of a reading, by kind. */
function contentOf(reading: NativeReading): Content {
  switch (reading.kind) {
    case "body-weight":
      return measured([["body-weight", reading.value, reading.unit]]);
    case "blood-pressure":
      return measured([
        ["systolic-pressure", reading.systolic, reading.unit],
        ["diastolic-pressure", reading.diastolic, reading.unit],
        ["mean-pressure", reading.mean, reading.unit],
        ["pulse", reading.pulse, "/min"],
      ]);
    case "oxygen-saturation":
      return measured([
        ["oxygen-saturation", reading.spo2, reading.unit],
        ["pulse", reading.pulse, "/min"],
        ["oxygen-flow", reading.oxygenFlow, "L/min"],
      ]);
    case "pulse":
    case "respiratory-rate":
    case "glucose":
    case "peak-flow":
      return measured([[reading.kind, reading.value, reading.unit]]);
    case "temperature": {
      const content = measured([["body-temperature", reading.value, reading.unit]]);
      return reading.site === undefined ? content : { ...content, detail: { site: reading.site } };
    }
    case "spirometry":
      return measured([
        ["fev1", reading.fev1, reading.unit],
        ["fvc", reading.fvc, reading.unit],
      ]);
    case "consciousness":
      return { values: { consciousness: acvpu.indexOf(reading.value) }, detail: { acvpu: reading.value } };
    case "symptoms": {
      const { questionnaire, version, answers } = reading;
      return { values: {}, detail: { questionnaire, version, answers } };
    }
  }
}

/**
 * One item of the `readings` array as a measurement.
 * @throws HemvaktError `PAYLOAD_SHAPE` with the fields in `detail` and `data.fields`; `UNIT_UNKNOWN` when nothing but the
 * unit is wrong. An `at` that no calendar has says that the clock is wrong; the value is kept, its time unknown.
 */
export function decodeNativeReading(item: unknown): Measurement {
  const parsed = nativeReadingSchema.safeParse(item);
  if (!parsed.success) throw refusal(item, parsed.error.issues);
  const { at, seq, user, flags = [] } = parsed.data;
  return {
    kind: parsed.data.kind,
    ...contentOf(parsed.data),
    ...(at === undefined ? {} : timeOf(at)),
    ...(user === undefined || user === 255 ? {} : { user }),
    ...(seq === undefined ? {} : { seq }),
    flags: inOrder(flags),
  };
}

function timeOf(at: string): Pick<Measurement, "deviceTime" | "clockUnset"> {
  try {
    Temporal.Instant.from(at);
    return { deviceTime: { form: "instant", text: at } };
  } catch {
    return { clockUnset: true };
  }
}

type Issue = z.core.$ZodIssue;

function refusal(item: unknown, issues: readonly Issue[]): HemvaktError {
  const others = issues.filter((issue) => !isWrongUnit(item, issue));
  const [unit] = issues;
  if (others.length === 0 && unit?.code === "invalid_value") {
    return new HemvaktError("UNIT_UNKNOWN", `unit: one of ${unit.values.join(", ")}.`, { fields: ["unit"] });
  }
  const fields = others.flatMap(fieldsOf);
  const named = others.slice(0, 5).map((issue) => `${fieldsOf(issue).join(", ")}: ${whyOf(issue)}`);
  return new HemvaktError("PAYLOAD_SHAPE", `${named.join("; ")}.`, { fields: fields.slice(0, 20) });
}

/** A unit that is there and is text, but none of this kind. */
const isWrongUnit = (item: unknown, issue: Issue): boolean =>
  issue.code === "invalid_value" &&
  issue.path.join(".") === "unit" &&
  typeof (item as { unit?: unknown }).unit === "string";

// The sender chooses the names of unknown fields; what isn't a plain name could be anything, so it isn't repeated.
const plainName = /^[A-Za-z][A-Za-z_]{0,31}$/;

/** The path of each field that an issue is about, in the item. */
const fieldsOf = (issue: Issue): string[] => {
  const at = issue.path.map(String);
  if (issue.code !== "unrecognized_keys") return [at.join(".") || "reading"];
  return issue.keys.map((key) => [...at, plainName.test(key) ? key : "(unnamed)"].join("."));
};

/** Why, without the value: it may be clinical. */
const whyOf = (issue: Issue): string => {
  if (issue.code === "unrecognized_keys") return "not a field of this kind";
  if (issue.code === "invalid_type") return `must be ${issue.expected}`;
  return issue.message;
};

/** Hemvakt's own JSON, sent by hubs that decode their devices themselves, and by staff who type readings in. */
export const nativeGateway: DeviceModel = {
  id: "native",
  name: "Hub with Hemvakt JSON",
  type: "gateway",
  transport: "mqtt",
  source: "Hemvakt device contract, version 1; units by UCUM, date-times by RFC 3339",
  about:
    "One item of the `readings` array on `hv/v1/<hub>/readings`. Unknown fields are refused. The unit is required " +
    "where a kind has several; `at` is kept exactly as sent.",
  connect: {
    steps: [
      "Make a hub, and give its id and secret to the software that sends.",
      "Publish to `hv/v1/<hub>/readings` at QoS 1, and keep every message until its receipt.",
      "Register each device behind the hub, and assign it to the person, with the user slot if several use it.",
      "Send one reading, and compare the value that Hemvakt shows.",
    ],
    surprises: [
      "Unknown fields are refused: ignored, a misspelt one would change the meaning.",
      "The same message id with the same bytes is a duplicate and changes nothing.",
    ],
    patient: "What the hub's maker shows; messages from the team come on `hv/v1/<hub>/prompts`.",
  },
  quirks: ["user-slots"],
  layout: layoutOf(nativeReadingSchema, envelope),
  sayings: [],
  characteristics: {},
  json: decodeNativeReading,
  examples: nativeExamples,
};

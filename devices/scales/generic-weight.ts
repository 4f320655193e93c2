import type { Measurement } from "../../src/domain/measurement.ts";
import { HemvaktError } from "../../src/errors.ts";
import { reader, refuseReserved, writer } from "../bytes.ts";
import { readDateTime, timeOf, writeDateTime } from "../date-time.ts";
import type { DeviceModel } from "../device.ts";
import { decimalText } from "../ieee11073.ts";
import { measured } from "../quantity.ts";

const IMPERIAL = 0x01;
const TIME = 0x02;
const USER = 0x04;
const BMI_HEIGHT = 0x08;
const UNSUCCESSFUL = 0xffff;
const USER_UNKNOWN = 0xff;

/** Decodes one 0x2A9D indication. */
function decode(bytes: Uint8Array): Measurement[] {
  const from = reader(bytes);
  const flags = from.u8();
  refuseReserved(flags, 0x0f);
  const imperial = (flags & IMPERIAL) !== 0;
  const steps = from.u16();
  const time = flags & TIME ? readDateTime(from) : undefined;
  const user = flags & USER ? from.u8() : USER_UNKNOWN;
  const body = flags & BMI_HEIGHT ? { bmi: from.u16(), height: from.u16() } : undefined;
  from.end();

  if (steps === UNSUCCESSFUL) throw new HemvaktError("MEASUREMENT_UNSUCCESSFUL");
  const weight = imperial ? { mantissa: BigInt(steps), exponent: -2 } : { mantissa: BigInt(steps) * 5n, exponent: -3 };
  return [
    {
      kind: "body-weight",
      ...measured([["body-weight", weight, imperial ? "lb" : "kg"]]),
      ...(time ? timeOf(time) : {}),
      ...(user === USER_UNKNOWN ? {} : { user }),
      flags: [],
      ...(body ? { detail: bodyDetail(body, imperial) } : {}),
    },
  ];
}

const bodyDetail = ({ bmi, height }: { bmi: number; height: number }, imperial: boolean) => ({
  bmi: decimalText({ mantissa: BigInt(bmi), exponent: -1 }),
  height: {
    value: decimalText({ mantissa: BigInt(height), exponent: imperial ? -1 : -3 }),
    unit: imperial ? "in" : "m",
  },
});

/**
 * A 0x2A9D indication. `kg` is rounded to the 5 g that the format has; without it the measurement is unsuccessful.
 * `time` is local, `YYYY-MM-DDTHH:MM:SS`.
 * @throws HemvaktError `VALUE_IMPLAUSIBLE` for a weight or user that the format can't hold
 */
export function encodeWeight(weight: { kg?: number; time?: string; user?: number }): Uint8Array {
  const { kg, time, user } = weight;
  const flags = (time === undefined ? 0 : TIME) | (user === undefined ? 0 : USER);
  const steps = kg === undefined ? UNSUCCESSFUL : Math.round(kg * 200);
  if (kg !== undefined && steps === UNSUCCESSFUL) throw new HemvaktError("VALUE_IMPLAUSIBLE");
  const to = writer().u8(flags).u16(steps);
  if (time !== undefined) writeDateTime(to, time);
  if (user !== undefined) to.u8(user);
  return to.bytes();
}

const morning = { form: "local", text: "2025-03-14T07:42:10" } as const;

/** Any scale that follows the Weight Scale profile. */
export const genericWeight: DeviceModel = {
  id: "generic-weight",
  name: "Scale, Bluetooth Weight Scale profile",
  type: "scale",
  transport: "bluetooth",
  source: "Bluetooth SIG, Weight Scale Service 1.0 and GATT Specification Supplement, “Weight Measurement”",
  about:
    "Scales that announce service 0x181D and indicate 0x2A9D. Scales that keep readings " +
    "send them again at every connection; they are recognised by their time and value. Some models use this layout with " +
    "another step than 5 g: check the first reading against the display.",
  connect: {
    steps: [
      "Choose a device that announces service 0x181D.",
      "Set its clock, or let the hub set it where the device offers that.",
      "Pair it with the hub, and let the hub enable indications on 0x2A9D.",
      "Register the device with this model on its hub, and assign it to the person, with the user slot if several use it.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "User slots: 255 means that the scale does not know who it was. With several people on one scale such a reading is given to nobody.",
      "Some models use this layout in steps of 0.05 kg: the weight then shows as a tenth, and is taken as implausible.",
    ],
    patient: "The weight on the display. A failed measurement never becomes a reading.",
  },
  quirks: ["resends-memory", "user-slots"],
  layout: {
    "2a9d": [
      { name: "flags", form: "u8", meaning: "bit 0 pounds and inches, 1 time, 2 user, 3 BMI and height; 4–7 reserved" },
      { name: "weight", form: "u16", meaning: "× 0.005 kg or × 0.01 lb; 0xFFFF: the measurement failed" },
      { name: "time", form: "7 bytes, if bit 1", meaning: "local date and time; zero year, month or day: not known" },
      { name: "user", form: "u8, if bit 2", meaning: "user slot; 255: not known" },
      { name: "BMI", form: "u16, if bit 3", meaning: "× 0.1 kg/m²; kept as detail" },
      { name: "height", form: "u16, if bit 3", meaning: "× 0.001 m or × 0.1 in; kept as detail" },
    ],
  },
  sayings: [],
  characteristics: { "2a9d": decode },
  examples: [
    {
      title: "82.4 kg, nothing else",
      input: { characteristic: "2a9d", hex: "006040" },
      output: [{ kind: "body-weight", values: { "body-weight": 82_400 }, flags: [] }],
    },
    {
      title: "82.4 kg with the scale's time",
      input: { characteristic: "2a9d", hex: "026040e907030e072a0a" },
      output: [{ kind: "body-weight", values: { "body-weight": 82_400 }, deviceTime: morning, flags: [] }],
    },
    {
      title: "Unknown user, BMI and height",
      input: { characteristic: "2a9d", hex: "0e6040e907030e072a0aff0d01d606" },
      output: [
        {
          kind: "body-weight",
          values: { "body-weight": 82_400 },
          deviceTime: morning,
          flags: [],
          detail: { bmi: "26.9", height: { value: "1.750", unit: "m" } },
        },
      ],
      note: "User 255 means that the scale does not know who stands on it: no user is given.",
    },
    {
      title: "Pounds, user 2",
      input: { characteristic: "2a9d", hex: "05f64602" },
      output: [
        {
          kind: "body-weight",
          values: { "body-weight": 82_400 },
          original: { unit: "lb", values: { "body-weight": "181.66" } },
          user: 2,
          flags: [],
        },
      ],
      note: "181.66 lb is 82.399 589 9 kg; rounded once, to the gram.",
    },
    {
      title: "Clock not set",
      input: { characteristic: "2a9d", hex: "02604000000000000000" },
      output: [{ kind: "body-weight", values: { "body-weight": 82_400 }, clockUnset: true, flags: [] }],
    },
    {
      title: "Year not known",
      input: { characteristic: "2a9d", hex: "0260400000030e072a0a" },
      output: [{ kind: "body-weight", values: { "body-weight": 82_400 }, flags: [] }],
      note: "A date without its year is no time.",
    },
    {
      title: "The measurement failed",
      input: { characteristic: "2a9d", hex: "00ffff" },
      output: "MEASUREMENT_UNSUCCESSFUL",
    },
    {
      title: "29 February 2025",
      input: { characteristic: "2a9d", hex: "026040e907021d072a0a" },
      output: [{ kind: "body-weight", values: { "body-weight": 82_400 }, clockUnset: true, flags: [] }],
      note: "No such date: the clock can't be right, the value may well be.",
    },
    { title: "Cut short", input: { characteristic: "2a9d", hex: "026040e907" }, output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: { characteristic: "2a9d", hex: "00604000" }, output: "DECODE_TRAILING" },
    { title: "Reserved flag", input: { characteristic: "2a9d", hex: "106040" }, output: "DECODE_RESERVED" },
  ],
};

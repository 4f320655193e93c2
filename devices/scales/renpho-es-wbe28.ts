import { HemvaktError } from "../../src/errors.ts";
import { reader, refuseReserved } from "../bytes.ts";
import { readDateTime, timeOf } from "../date-time.ts";
import type { Decoder, DeviceModel } from "../device.ts";
import { measured } from "../quantity.ts";

const IMPERIAL = 0x01;
const TIME = 0x02;
const USER = 0x04;
const BMI_HEIGHT = 0x08;
const UNSUCCESSFUL = 0xffff;

/** Decodes one 0x2A9D indication as this scale sends it: the profile's layout, steps of 0.05 kg or 0.1 lb. */
const decode: Decoder = (bytes) => {
  const from = reader(bytes);
  const flags = from.u8();
  // Bit 6 is set in the recording and moves no field.
  refuseReserved(flags, 0x4f);
  const pounds = (flags & IMPERIAL) !== 0;
  const steps = from.u16();
  const time = flags & TIME ? readDateTime(from) : undefined;
  // The slot that the hub gave its consent for: the same for everybody. BMI and height are 0.
  if (flags & USER) from.u8();
  if (flags & BMI_HEIGHT) {
    from.u16();
    from.u16();
  }
  from.end();
  if (steps === UNSUCCESSFUL) throw new HemvaktError("MEASUREMENT_UNSUCCESSFUL");
  const weight = pounds ? { mantissa: BigInt(steps), exponent: -1 } : { mantissa: BigInt(steps) * 5n, exponent: -2 };
  return [
    {
      kind: "body-weight",
      ...measured([["body-weight", weight, pounds ? "lb" : "kg"]]),
      ...(time ? timeOf(time) : {}),
      flags: [],
    },
  ];
};

const input = (hex: string) => ({ characteristic: "2a9d", hex });
const reading = { kind: "body-weight", values: { "body-weight": 94_900 }, flags: [] } as const;
const deviceTime = { form: "local", text: "2026-07-04T12:26:06" } as const;

/** Renpho's scale that looks like the Weight Scale profile and counts in steps ten times as large. */
export const renphoEsWbe28: DeviceModel = {
  id: "renpho-es-wbe28",
  name: "Renpho ES-WBE28",
  type: "scale",
  transport: "bluetooth",
  source:
    "An indication recorded from the scale, and its step, in KristianP26/ble-scale-sync, pull request 267; a second " +
    "decoder of the same scale in oliexdev/openScale, pull request 1108",
  about:
    "Announces itself as “Renpho-Scale” with the services 0x181D and 0x181B. Its weights have the profile's layout in " +
    "steps of 0.05 kg. What the display showed has not been published with the recording: compare the first reading " +
    "with the display, without fail. Not for people with a pacemaker or another active implant.",
  connect: {
    steps: [
      "Let the hub connect while the scale is on.",
      "Let the hub write the consent to 0x2A9F (02, slot AA, code 9999 as 0F 27), then enable indications on 0x2A9D: before the consent it is silent.",
      "Register the device with this model, not with the profile's, on its hub, and assign it to the one person who uses it.",
      "Weigh once, and compare the value that Hemvakt shows with the display: it must be the same number, not a tenth.",
    ],
    patient: "The weight, then the estimates, barefoot.",
  },
  quirks: ["tenfold-step", "reserved-flag", "consent", "no-users", "zero-not-measured"],
  layout: {
    "2a9d": [
      { name: "flags", form: "u8", meaning: "bit 0 pounds, 1 time, 2 user, 3 BMI and height, 6 set in the recording" },
      { name: "weight", form: "u16", meaning: "× 0.05 kg or × 0.1 lb; 0xFFFF: the measurement failed" },
      { name: "time", form: "7 bytes, if bit 1", meaning: "local date and time; zero year, month or day: not known" },
      { name: "user", form: "u8, if bit 2", meaning: "the slot of the consent, 170; not kept" },
      { name: "BMI", form: "u16, if bit 3", meaning: "0; not kept" },
      { name: "height", form: "u16, if bit 3", meaning: "0; not kept" },
    ],
  },
  sayings: [],
  characteristics: { "2a9d": decode },
  examples: [
    {
      title: "94.9 kg",
      input: input("4e6a07ea0707040c1a06aa00000000"),
      output: [{ ...reading, deviceTime }],
      note: "By the profile's step it would be 9.49 kg.",
      recorded: "KristianP26/ble-scale-sync, tests/scales/renpho.test.ts, commit 38f1b9b",
    },
    {
      title: "209.2 lb",
      input: input("412c08"),
      output: [
        {
          kind: "body-weight",
          values: { "body-weight": 94_892 },
          original: { unit: "lb", values: { "body-weight": "209.2" } },
          flags: [],
        },
      ],
      note: "94.891 523 8 kg, rounded once.",
    },
    {
      title: "Clock not set",
      input: input("426a0700000000000000"),
      output: [{ ...reading, clockUnset: true }],
    },
    { title: "The measurement failed", input: input("40ffff"), output: "MEASUREMENT_UNSUCCESSFUL" },
    { title: "Cut short", input: input("4e6a07ea0707040c1a06aa000000"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("406a0700"), output: "DECODE_TRAILING" },
    { title: "Reserved flag", input: input("506a07"), output: "DECODE_RESERVED" },
  ],
};

import { HemvaktError } from "../../src/errors.ts";
import { reader, refuseReserved } from "../bytes.ts";
import { readDateTime, timeOf } from "../date-time.ts";
import type { Decoder, DeviceModel, Field } from "../device.ts";
import { decimalText } from "../ieee11073.ts";
import { measured } from "../quantity.ts";

const IMPERIAL = 0x0001;
const TIME = 0x0002;
const USER = 0x0004;
const WEIGHT = 0x0400;
const HEIGHT = 0x0800;
const UNSUCCESSFUL = 0xffff;
const USER_UNKNOWN = 0xff;

/** Fields between user and weight, in the order of their flag bits from 3. */
const parts = [
  { name: "basalMetabolism", meaning: "kJ", form: "plain" },
  { name: "musclePercent", meaning: "× 0.1 %", form: "tenths" },
  { name: "muscleMass", meaning: "× 0.005 kg or × 0.01 lb", form: "mass" },
  { name: "fatFreeMass", meaning: "× 0.005 kg or × 0.01 lb", form: "mass" },
  { name: "softLeanMass", meaning: "× 0.005 kg or × 0.01 lb", form: "mass" },
  { name: "bodyWaterMass", meaning: "× 0.005 kg or × 0.01 lb", form: "mass" },
  { name: "impedance", meaning: "× 0.1 Ω", form: "tenths" },
] as const;

const mass = (steps: number, imperial: boolean) =>
  imperial ? { mantissa: BigInt(steps), exponent: -2 } : { mantissa: BigInt(steps) * 5n, exponent: -3 };
const tenths = (value: number) => decimalText({ mantissa: BigInt(value), exponent: -1 });

/** A part as kept: metabolism and percent as text, masses with their unit. */
const partText = (form: (typeof parts)[number]["form"], value: number, imperial: boolean) => {
  if (form === "plain") return String(value);
  if (form === "tenths") return tenths(value);
  return { value: decimalText(mass(value, imperial)), unit: imperial ? "lb" : "kg" };
};

/** Decodes one 0x2A9C indication. */
const decode: Decoder = (bytes) => {
  const from = reader(bytes);
  const flags = from.u16();
  refuseReserved(flags, 0x1fff);
  const imperial = (flags & IMPERIAL) !== 0;
  const fat = from.u16();
  const time = flags & TIME ? readDateTime(from) : undefined;
  const user = flags & USER ? from.u8() : USER_UNKNOWN;
  const detail: Record<string, unknown> = fat === UNSUCCESSFUL ? {} : { fatPercent: tenths(fat) };
  parts.forEach(({ name, form }, index) => {
    if (flags & (0x08 << index)) detail[name] = partText(form, from.u16(), imperial);
  });
  const weight = flags & WEIGHT ? from.u16() : undefined;
  if (flags & HEIGHT) {
    const height = { mantissa: BigInt(from.u16()), exponent: imperial ? -1 : -3 };
    detail["height"] = { value: decimalText(height), unit: imperial ? "in" : "m" };
  }
  from.end();

  // Fat that could not be measured (socks) takes nothing from the weight.
  if (weight === UNSUCCESSFUL) throw new HemvaktError("MEASUREMENT_UNSUCCESSFUL");
  if (weight === undefined)
    throw new HemvaktError(fat === UNSUCCESSFUL ? "MEASUREMENT_UNSUCCESSFUL" : "NOTHING_TO_KEEP");
  return [
    {
      kind: "body-weight",
      ...measured([["body-weight", mass(weight, imperial), imperial ? "lb" : "kg"]]),
      ...(time ? timeOf(time) : {}),
      ...(user === USER_UNKNOWN ? {} : { user }),
      flags: [],
      ...(Object.keys(detail).length > 0 ? { detail } : {}),
    },
  ];
};

const input = (hex: string) => ({ characteristic: "2a9c", hex });
const reading = { kind: "body-weight", values: { "body-weight": 82_400 }, flags: [] } as const;
const morning = { form: "local", text: "2025-03-14T07:42:10" } as const;

/** Any scale that follows the Body Composition profile. */
export const genericBodyComposition: DeviceModel = {
  id: "generic-body-composition",
  name: "Scale, Bluetooth Body Composition profile",
  type: "scale",
  transport: "bluetooth",
  source:
    "Bluetooth SIG, Body Composition Service 1.0 and GATT Specification Supplement, “Body Composition Measurement”",
  about:
    "Scales that announce service 0x181B and indicate 0x2A9C. The weight is the reading; fat, water and the like are " +
    "estimates from impedance, kept as detail and never judged. Many scales send the weight as 0x2A9D and leave it out " +
    "here: then there is nothing to keep. Of a measurement in several packets the one with the weight counts. Scales of " +
    "this kind pass a current through the body: not for people with a pacemaker or another active implant.",
  connect: {
    steps: [
      "Choose a device that announces service 0x181B.",
      "Set its clock, or let the hub set it where the device offers that.",
      "Pair it with the hub, and let the hub enable indications on 0x2A9C, and on 0x2A9D if the scale has it.",
      "Register the device with this model on its hub, and assign it to the person, with the user slot if several use it.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "Many such scales are silent until the hub has bonded and given the user's consent at 0x2A9F.",
      "A weight that comes both as 0x2A9D and here, with the same time, is one reading; without a time it may be two.",
    ],
    patient: "The weight, then the estimates, barefoot. In socks there is only the weight.",
  },
  quirks: ["resends-memory", "user-slots"],
  layout: {
    "2a9c": [
      {
        name: "flags",
        form: "u16",
        meaning:
          "bit 0 pounds and inches, 1 time, 2 user, 3–9 the parts below, 10 weight, 11 height, 12 several packets; " +
          "13–15 reserved",
      },
      { name: "fat", form: "u16", meaning: "× 0.1 %; 0xFFFF: could not be measured; kept as detail" },
      { name: "time", form: "7 bytes, if bit 1", meaning: "local date and time; zero year, month or day: not known" },
      { name: "user", form: "u8, if bit 2", meaning: "user slot; 255: not known" },
      ...parts.map(
        ({ name, meaning }, index): Field => ({
          name,
          form: `u16, if bit ${index + 3}`,
          meaning: `${meaning}; kept as detail`,
        }),
      ),
      { name: "weight", form: "u16, if bit 10", meaning: "× 0.005 kg or × 0.01 lb; 0xFFFF: the measurement failed" },
      { name: "height", form: "u16, if bit 11", meaning: "× 0.001 m or × 0.1 in; kept as detail" },
    ],
  },
  sayings: [],
  characteristics: { "2a9c": decode },
  examples: [
    {
      title: "82.4 kg, 31.2 % fat",
      input: input("000438016040"),
      output: [{ ...reading, detail: { fatPercent: "31.2" } }],
    },
    {
      title: "With time, user 1, impedance and height",
      input: input("060e3801e907030e072a0a01ac176040d606"),
      output: [
        {
          ...reading,
          deviceTime: morning,
          user: 1,
          detail: { fatPercent: "31.2", impedance: "606.0", height: { value: "1.750", unit: "m" } },
        },
      ],
    },
    {
      title: "Pounds, with muscle mass",
      input: input("21043801a00ff646"),
      output: [
        {
          ...reading,
          original: { unit: "lb", values: { "body-weight": "181.66" } },
          detail: { fatPercent: "31.2", muscleMass: { value: "40.00", unit: "lb" } },
        },
      ],
    },
    { title: "In socks: no fat", input: input("0004ffff6040"), output: [reading] },
    { title: "No weight", input: input("00003801"), output: "NOTHING_TO_KEEP" },
    { title: "The measurement failed", input: input("0000ffff"), output: "MEASUREMENT_UNSUCCESSFUL" },
    { title: "The weight failed", input: input("00043801ffff"), output: "MEASUREMENT_UNSUCCESSFUL" },
    { title: "Cut short", input: input("0004380160"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("00043801604000"), output: "DECODE_TRAILING" },
    { title: "Reserved flag", input: input("002438016040"), output: "DECODE_RESERVED" },
  ],
};

import { HemvaktError } from "../../src/errors.ts";
import { reader } from "../bytes.ts";
import { readDateTime, timeOf } from "../date-time.ts";
import type { Decoder, DeviceModel } from "../device.ts";
import { measured } from "../quantity.ts";

const OBJECT = 0x04;
const POUNDS = 0x01;
const IMPEDANCE = 0x02;
const SETTLED = 0x20;
const LOAD_REMOVED = 0x80;

// The low four bits of the first byte; other values (the Chinese jin among them) are not described.
const modes: ReadonlySet<number> = new Set([0x02, 0x03, 0x06, 0x07]);

/** Decodes the service data of one advertisement, without the UUID in front of it. */
const decode: Decoder = (bytes) => {
  const from = reader(bytes);
  const mode = from.u8();
  const state = from.u8();
  const time = readDateTime(from);
  const ohms = from.u16();
  const steps = from.u16();
  from.end();

  if (!modes.has(mode)) throw new HemvaktError("DECODE_RESERVED", `Mode 0x${mode.toString(16).padStart(2, "0")}.`);
  // While the person steps on the display runs; after stepping off the scale repeats the value.
  if (!(state & SETTLED) || state & LOAD_REMOVED)
    throw new HemvaktError("NOTHING_TO_KEEP", "The weight is not settled.");
  const pounds = (mode & POUNDS) !== 0;
  const weight = pounds ? { mantissa: BigInt(steps), exponent: -2 } : { mantissa: BigInt(steps) * 5n, exponent: -3 };
  // 0 and 3000 and more: socks, or a foot off the electrode.
  const impedance = state & IMPEDANCE && ohms > 0 && ohms < 3000 ? { impedance: `${ohms}` } : undefined;
  return [
    {
      kind: "body-weight",
      ...measured([["body-weight", weight, pounds ? "lb" : "kg"]]),
      ...timeOf(time),
      flags: mode & OBJECT ? ["not-clinical"] : [],
      ...(impedance ? { detail: impedance } : {}),
    },
  ];
};

const input = (hex: string) => ({ characteristic: "181b", hex });
const reading = {
  kind: "body-weight",
  values: { "body-weight": 82_400 },
  deviceTime: { form: "local", text: "2025-03-14T07:42:10" },
  flags: [],
} as const;

/** Xiaomi's body composition scales, which advertise their result and are never connected to. */
export const xiaomiBodyScale: DeviceModel = {
  id: "xiaomi-body-scale",
  name: "Xiaomi Mi Body Composition Scale (XMTZC02HM, XMTZC05HM)",
  type: "scale",
  transport: "bluetooth",
  source:
    "ESPHome, component xiaomi_miscale (xiaomi_miscale.cpp), and theengs/decoder, XMTZC05HM_json.h: both read it from " +
    "real scales; the maker publishes nothing",
  about:
    "There is nothing to connect to: the scale puts its result into its advertisement, as service data under 0x181B. " +
    "The hub sends that data on the `gatt` topic with `characteristic` 181b and `hex` the bytes after the UUID. " +
    "Advertisements repeat for a minute; the same time and value is the same reading. The scale does not say who stands " +
    "on it, and anybody near can forge an advertisement: only for a home where one person uses it, and never the " +
    "only measure. Not for people with a pacemaker or another active implant.",
  connect: {
    steps: [
      "Set the unit to kilograms and the clock, with the maker's app.",
      "Place the hub within reach of the scale; there is nothing to pair.",
      "Let the hub forward service data 0x181B of this scale's address alone, with `characteristic` 181b.",
      "Register the device with this model on its hub, and assign it to the one person who uses it.",
      "Weigh once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "It sends while the weight still moves, and again after the person has stepped off: neither is kept.",
      "Luggage weighed in the scale's object mode is kept, marked, and judged against safety limits only.",
    ],
    patient: "The weight blinks, then stands still: that is the moment when it is sent.",
  },
  quirks: ["repeats", "no-users"],
  layout: {
    "181b": [
      { name: "mode", form: "u8", meaning: "0x02 kg, 0x03 lb; 0x06 and 0x07 the same, weighing an object" },
      { name: "state", form: "u8", meaning: "bit 1 impedance, 5 settled, 7 load removed; the others are ignored" },
      { name: "time", form: "7 bytes", meaning: "local date and time" },
      { name: "impedance", form: "u16", meaning: "Ω; 0 and from 3000: not measured; kept as detail" },
      { name: "weight", form: "u16", meaning: "× 0.005 kg or × 0.01 lb" },
    ],
  },
  sayings: [{ says: "mode 0x06 or 0x07, an object", flag: "not-clinical" }],
  characteristics: { "181b": decode },
  examples: [
    {
      title: "82.4 kg, 606 Ω",
      input: input("0226e907030e072a0a5e026040"),
      output: [{ ...reading, detail: { impedance: "606" } }],
    },
    {
      title: "181.66 lb in socks",
      input: input("0324e907030e072a0a0000f646"),
      output: [{ ...reading, original: { unit: "lb", values: { "body-weight": "181.66" } } }],
    },
    {
      title: "Impedance out of range",
      input: input("0226e907030e072a0ab80b6040"),
      output: [reading],
    },
    {
      title: "A suitcase",
      input: input("0624e907030e072a0a00006040"),
      output: [{ ...reading, flags: ["not-clinical"] }],
    },
    { title: "Not settled", input: input("0204e907030e072a0a00006040"), output: "NOTHING_TO_KEEP" },
    {
      title: "Stepped off: 70.85 kg, 489 Ω again",
      input: input("02a6e40709060d2614e9015a37"),
      output: "NOTHING_TO_KEEP",
      recorded: "lolouk44/hassio-addons, issue 14",
    },
    { title: "Jin", input: input("1226e907030e072a0a5e026040"), output: "DECODE_RESERVED" },
    { title: "Cut short", input: input("0226e907030e072a0a5e0260"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("0226e907030e072a0a5e02604000"), output: "DECODE_TRAILING" },
  ],
};

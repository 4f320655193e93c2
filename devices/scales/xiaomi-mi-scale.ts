import { HemvaktError } from "../../src/errors.ts";
import { reader } from "../bytes.ts";
import { readDateTime, timeOf } from "../date-time.ts";
import type { Decoder, DeviceModel } from "../device.ts";
import { measured } from "../quantity.ts";

const SETTLED = 0x20;
const OBJECT = 0x40;
const LOAD_REMOVED = 0x80;
const KILOGRAMS = 0x02;
const POUNDS = 0x03;

/** Decodes the service data of one advertisement, without the UUID in front of it. */
const decode: Decoder = (bytes) => {
  const from = reader(bytes);
  const state = from.u8();
  const steps = from.u16();
  const time = readDateTime(from);
  from.end();

  // Bit 4 is the Chinese jin; other low bits are not described.
  const unit = state & 0x1f;
  if (unit !== KILOGRAMS && unit !== POUNDS) {
    throw new HemvaktError("DECODE_RESERVED", `State 0x${state.toString(16).padStart(2, "0")}.`);
  }
  // While the person steps on the display runs; after stepping off the scale repeats the value.
  if (!(state & SETTLED) || state & LOAD_REMOVED)
    throw new HemvaktError("NOTHING_TO_KEEP", "The weight is not settled.");
  const weight =
    unit === POUNDS ? { mantissa: BigInt(steps), exponent: -2 } : { mantissa: BigInt(steps) * 5n, exponent: -3 };
  return [
    {
      kind: "body-weight",
      ...measured([["body-weight", weight, unit === POUNDS ? "lb" : "kg"]]),
      ...timeOf(time),
      flags: state & OBJECT ? ["not-clinical"] : [],
    },
  ];
};

const input = (hex: string) => ({ characteristic: "181d", hex });
const gateway = "1technophile/OpenMQTTGateway, issue 760";

/** Xiaomi's scales without electrodes, which advertise their result and are never connected to. */
export const xiaomiMiScale: DeviceModel = {
  id: "xiaomi-mi-scale",
  name: "Xiaomi Mi Smart Scale (XMTZC04HM)",
  type: "scale",
  transport: "bluetooth",
  source:
    "theengs/decoder, src/devices/XMTZC04HM_json.h, and advertisements with the weights that they stand for in " +
    `${gateway} and in theengs/decoder, pull request 71; the maker publishes nothing`,
  about:
    "There is nothing to connect to: the scale puts its result into its advertisement, as service data under 0x181D. " +
    "The hub sends that data on the `gatt` topic with `characteristic` 181d and `hex` the bytes after the UUID. It " +
    "does not say who stands on it, and anybody near can forge an advertisement: only for a home where one person uses " +
    "it, and never the only measure.",
  connect: {
    steps: [
      "Set the unit to kilograms and the clock, with the maker's app.",
      "Place the hub within reach of the scale; there is nothing to pair.",
      "Let the hub forward service data 0x181D of this scale's address alone, with `characteristic` 181d.",
      "Register the device with this model on its hub, and assign it to the one person who uses it.",
      "Weigh once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "Until the app has set its clock it counts from 1970: the weight is kept, and dated by when it was received.",
      "It sends while the weight still moves, and again after the person has stepped off: neither is kept.",
      "An object weighed on it is kept, marked, and judged against safety limits only.",
    ],
    patient: "The weight blinks, then stands still: that is the moment when it is sent.",
  },
  quirks: ["repeats", "no-users"],
  layout: {
    "181d": [
      {
        name: "state",
        form: "u8",
        meaning: "low bits 0x02 kg, 0x03 lb; bit 4 jin, 5 settled, 6 an object, 7 load removed",
      },
      { name: "weight", form: "u16", meaning: "× 0.005 kg or × 0.01 lb" },
      { name: "time", form: "7 bytes", meaning: "local date and time" },
    ],
  },
  sayings: [{ says: "state bit 6, an object", flag: "not-clinical" }],
  characteristics: { "181d": decode },
  examples: [
    {
      title: "60.45 kg, clock not set since it was bought",
      input: input("223a2fb207010c171d1a"),
      output: [
        {
          kind: "body-weight",
          values: { "body-weight": 60_450 },
          deviceTime: { form: "local", text: "1970-01-12T23:29:26" },
          flags: [],
        },
      ],
      recorded: gateway,
    },
    {
      title: "An object of 9.55 kg",
      input: input("627607b2070101000111"),
      output: [
        {
          kind: "body-weight",
          values: { "body-weight": 9550 },
          deviceTime: { form: "local", text: "1970-01-01T00:01:17" },
          flags: ["not-clinical"],
        },
      ],
      recorded: "theengs/decoder, pull request 71",
    },
    {
      title: "3.1 kg, not settled",
      input: input("026c02b207010c171e2d"),
      output: "NOTHING_TO_KEEP",
      recorded: gateway,
    },
    {
      title: "0.4 kg, stepped off",
      input: input("825000b207010c171a33"),
      output: "NOTHING_TO_KEEP",
      recorded: gateway,
    },
    {
      title: "118.9 kg, stepped off",
      input: input("a2e45ce607020c001103"),
      output: "NOTHING_TO_KEEP",
      recorded: "1technophile/OpenMQTTGateway, issue 1166",
    },
    {
      title: "181.66 lb",
      input: input("23f646e907030e072a0a"),
      output: [
        {
          kind: "body-weight",
          values: { "body-weight": 82_400 },
          original: { unit: "lb", values: { "body-weight": "181.66" } },
          deviceTime: { form: "local", text: "2025-03-14T07:42:10" },
          flags: [],
        },
      ],
    },
    { title: "Jin", input: input("326040e907030e072a0a"), output: "DECODE_RESERVED" },
    { title: "Cut short", input: input("226040e907030e072a"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("226040e907030e072a0a00"), output: "DECODE_TRAILING" },
  ],
};

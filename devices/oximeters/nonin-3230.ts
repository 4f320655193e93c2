import { HemvaktError } from "../../src/errors.ts";
import { reader } from "../bytes.ts";
import type { Decoder, DeviceModel } from "../device.ts";
import { decimalText } from "../ieee11073.ts";
import { measured } from "../quantity.ts";
import { flagsOf, inOrder, type StatusBit } from "../status.ts";

/** Nonin's Continuous Oximetry Characteristic, in its Oximetry Service 46A970E0-0D5F-11E2-8B5E-0002A5D5C51B. */
const CHARACTERISTIC = "0aad7ea0-0d60-11e2-8e3c-0002a5d5c51b";
const LENGTH = 10;
const SPO2_MISSING = 127;
const PULSE_MISSING = 511;

// Bits 0 (display in step), 5 (low battery) and 6 (encrypted) ask for nothing here; bit 7 is not described.
const troubles: readonly StatusBit[] = [
  { bit: 1, name: "weak signal", flag: "poor-signal" },
  { bit: 3, name: "searching for the pulse", flag: "poor-signal" },
];
const assurances: readonly StatusBit[] = [
  { bit: 2, name: "SmartPoint", flag: "early-estimate" },
  { bit: 4, name: "finger in place", flag: "poor-signal" },
];

/** Decodes one notification: the present value, once a second. All numbers have the high byte first. */
const decode: Decoder = (bytes) => {
  const from = reader(bytes);
  const length = from.u8();
  const status = from.u8();
  from.u8(); // the batteries, in tenths of a volt
  const amplitude = from.u16be();
  from.u16be(); // seconds since it was switched on
  const spo2 = from.u8();
  const pulse = from.u16be();
  from.end();
  if (length !== LENGTH) throw new HemvaktError("DECODE_RESERVED", `Length ${length}.`);
  if (spo2 === SPO2_MISSING) throw new HemvaktError("VALUE_NOT_FINITE", "spo2 is missing.");
  return [
    {
      kind: "oxygen-saturation",
      ...measured([
        ["oxygen-saturation", spo2, "%"],
        ["pulse", pulse === PULSE_MISSING ? undefined : pulse, "/min"],
      ]),
      // What assures a good value by being set says trouble by being clear.
      flags: inOrder([...flagsOf(status, troubles), ...flagsOf(~status, assurances)]),
      detail: { pulseAmplitudeIndex: decimalText({ mantissa: BigInt(amplitude), exponent: -2 }) },
    },
  ];
};

const input = (hex: string) => ({ characteristic: CHARACTERISTIC, hex });
const reading = {
  kind: "oxygen-saturation",
  values: { "oxygen-saturation": 910, pulse: 880 },
  flags: [],
  detail: { pulseAmplitudeIndex: "4.20" },
} as const;

/** Nonin's finger oximeter with its maker's own service, which every firmware has. */
export const nonin3230: DeviceModel = {
  id: "nonin-3230",
  name: "Nonin 3230",
  type: "oximeter",
  transport: "bluetooth",
  source:
    "andreasdri/nonin-3230-ble, index.js, for the numbers; Nonin's specification 113142-000-02 Rev B, as cited by " +
    "M. Villarroel's ble_nco_spec_decoder.swift (2022), for the status bits; both agree with Nonin's sample program " +
    "“NONIN3230 Mini iOS Application” 1.0 (2013), function parseData",
  about:
    "Announces itself as “Nonin3230_” and its serial number. While a finger is in it, it sends its present value once a " +
    "second through a service of the maker's own. No notification has been published with what the display showed: the " +
    "examples are made after these decoders. Firmware that also has the standard service 0x1822 is read too, " +
    "as for generic-pulse-oximeter.",
  connect: {
    steps: [
      "Put in the batteries. It switches itself on by the finger.",
      "Connect the hub while a finger is in it, and enable notifications on 0AAD7EA0-0D60-11E2-8E3C-0002A5D5C51B.",
      "Let the hub forward one notification for each measurement, the first with the SmartPoint bit (status bit 2), with `at` and the whole UUID as `characteristic`: each one that it forwards is a reading.",
      "Register the device with this model on its hub, and assign it to the person.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "SmartPoint is the maker's word for a value good enough to be recorded. Without it the value is kept as an early estimate and findings on it are marked.",
      "127 % and 511 beats stand for no value.",
      "It measures only while the finger is in it: a hub that is out of reach then gets nothing later.",
    ],
    patient:
      "Saturation and pulse, good after about 4 seconds. When the CorrectCheck picture shows, push the finger further in.",
  },
  quirks: ["big-endian", "no-clock", "no-users"],
  range: {
    source: "Nonin, Model 3230 Instructions for Use, “3230 Specifications”",
    limits: { "oxygen-saturation": { low: 0, high: 100 }, pulse: { low: 18, high: 321 } },
  },
  layout: {
    [CHARACTERISTIC]: [
      { name: "length", form: "u8", meaning: "10, itself included" },
      {
        name: "status",
        form: "u8",
        meaning:
          "bit 0 display in step, 1 weak signal, 2 SmartPoint, 3 searching, 4 finger in place, 5 low battery, 6 encrypted",
      },
      { name: "battery", form: "u8", meaning: "× 0.1 V; not kept" },
      { name: "pulse amplitude index", form: "u16 big-endian", meaning: "× 0.01 %; kept as detail" },
      { name: "counter", form: "u16 big-endian", meaning: "seconds since it was switched on; not kept" },
      { name: "SpO2", form: "u8", meaning: "percent; 127: no value" },
      { name: "pulse", form: "u16 big-endian", meaning: "beats per minute; 511: not measured" },
    ],
  },
  sayings: [
    { says: "status bit 1 or 3 set, or bit 4 clear", flag: "poor-signal" },
    { says: "status bit 2 clear", flag: "early-estimate" },
  ],
  characteristics: { [CHARACTERISTIC]: decode },
  examples: [
    { title: "91 %, pulse 88, good enough to record", input: input("0a151d01a4000c5b0058"), output: [reading] },
    {
      title: "Not good enough yet",
      input: input("0a111d01a400045b0058"),
      output: [{ ...reading, flags: ["early-estimate"] }],
    },
    {
      title: "Weak signal, no pulse",
      input: input("0a121d001e00205b01ff"),
      output: [
        {
          kind: "oxygen-saturation",
          values: { "oxygen-saturation": 910 },
          flags: ["poor-signal", "early-estimate"],
          detail: { pulseAmplitudeIndex: "0.30" },
        },
      ],
    },
    {
      title: "The finger is not in place, batteries low",
      input: input("0a251601a400305b0058"),
      output: [{ ...reading, flags: ["poor-signal"] }],
    },
    { title: "Searching: no value", input: input("0a181d000000017f01ff"), output: "VALUE_NOT_FINITE" },
    { title: "Another length", input: input("0b151d01a4000c5b0058"), output: "DECODE_RESERVED" },
    { title: "Cut short", input: input("0a151d01a4000c5b00"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("0a151d01a4000c5b005800"), output: "DECODE_TRAILING" },
  ],
};

import type { Measurement } from "../../src/domain/measurement.ts";
import type { Decimal } from "../../src/domain/unit.ts";
import { HemvaktError } from "../../src/errors.ts";
import { reader, refuseReserved } from "../bytes.ts";
import { type DateTime, readDateTime, timeOf } from "../date-time.ts";
import type { Decoder, DeviceModel } from "../device.ts";
import { decodeSfloat, required } from "../ieee11073.ts";
import { measured } from "../quantity.ts";
import { flagsOf, inOrder, type StatusBit } from "../status.ts";

const OFFSET = 0x01;
const CONCENTRATION = 0x02;
const MOL = 0x04;
const STATUS = 0x08;

const CONTROL_SOLUTION = 10;
const CONTROL_LOCATION = 4;
const TIME_FAULT = 1 << 11;

const samples: readonly (string | undefined)[] = [
  undefined,
  "capillary-whole-blood",
  "capillary-plasma",
  "venous-whole-blood",
  "venous-plasma",
  "arterial-whole-blood",
  "arterial-plasma",
  "undetermined-whole-blood",
  "undetermined-plasma",
  "interstitial-fluid",
  "control-solution",
];
const locations: readonly (string | undefined)[] = [
  undefined,
  "finger",
  "alternate-site",
  "earlobe",
  "control-solution",
];

const statusBits = [
  { bit: 0, name: "battery-low" },
  { bit: 1, name: "sensor-malfunction", flag: "questionable" },
  { bit: 2, name: "sample-insufficient", flag: "questionable" },
  { bit: 3, name: "strip-insertion-error", flag: "questionable" },
  { bit: 4, name: "strip-type-incorrect", flag: "questionable" },
  { bit: 5, name: "result-too-high", flag: "questionable" },
  { bit: 6, name: "result-too-low", flag: "questionable" },
  { bit: 7, name: "temperature-too-high", flag: "questionable" },
  { bit: 8, name: "temperature-too-low", flag: "questionable" },
  { bit: 9, name: "read-interrupted", flag: "questionable" },
  { bit: 10, name: "device-fault", flag: "questionable" },
] as const satisfies readonly StatusBit[];

const shifted = ({ mantissa, exponent }: Decimal, by: number): Decimal => ({ mantissa, exponent: exponent + by });

/**
 * The time that the meter shows: its base time, which no setting of the clock moves, plus the offset that the person
 * has set since (Glucose Service 1.0, 3.1.1.3–4). An offset that overran the field leaves no time to trust.
 */
function timeShown(base: DateTime, offset: number): Pick<Measurement, "deviceTime" | "clockUnset"> {
  const time = timeOf(base);
  if (offset === 0 || !time.deviceTime) return time;
  if (offset === 0x7fff || offset === -0x8000) return { clockUnset: true };
  const text = Temporal.PlainDateTime.from(time.deviceTime.text).add({ minutes: offset });
  return { deviceTime: { form: "local", text: text.toString({ smallestUnit: "second" }) } };
}

/** Decodes one 0x2A18 notification. */
const decode: Decoder = (bytes) => {
  const from = reader(bytes);
  const flags = from.u8();
  refuseReserved(flags, 0x1f);
  const seq = from.u16();
  const base = readDateTime(from);
  const offset = flags & OFFSET ? (from.u16() ^ 0x8000) - 0x8000 : 0;
  const word = flags & CONCENTRATION ? decodeSfloat(from.u16()) : undefined;
  const place = flags & CONCENTRATION ? from.u8() : 0;
  const status = flags & STATUS ? from.u16() : 0;
  from.end();

  if (word === undefined) throw new HemvaktError("MEASUREMENT_UNSUCCESSFUL");
  const value = required(word, "concentration");
  const [type, location] = [place & 0xf, place >> 4];
  const detail = { ...named("sample", samples[type]), ...named("location", locations[location]) };
  const control = type === CONTROL_SOLUTION || location === CONTROL_LOCATION;
  return [
    {
      kind: "glucose",
      // mol/L and kg/L are the profile's; 10³ and 10⁵ of them are the units that people use.
      ...measured([flags & MOL ? ["glucose", shifted(value, 3), "mmol/L"] : ["glucose", shifted(value, 5), "mg/dL"]]),
      ...(status & TIME_FAULT ? { clockUnset: true } : timeShown(base, offset)),
      seq,
      flags: inOrder([...flagsOf(status, statusBits), ...(control ? (["not-clinical"] as const) : [])]),
      ...(Object.keys(detail).length > 0 ? { detail } : {}),
    },
  ];
};

const named = (key: string, name: string | undefined) => (name === undefined ? {} : { [key]: name });

const input = (hex: string) => ({ characteristic: "2a18", hex });
const morning = { form: "local", text: "2025-03-14T07:42:10" } as const;
const reading = { kind: "glucose", values: { glucose: 670 }, seq: 42, flags: [] } as const;
const finger = { sample: "capillary-whole-blood", location: "finger" } as const;

/** Any meter that follows the Glucose profile. */
export const genericGlucose: DeviceModel = {
  id: "generic-glucose",
  name: "Glucose meter, Bluetooth Glucose profile",
  type: "glucose-meter",
  transport: "bluetooth",
  source: "Bluetooth SIG, Glucose Service 1.0.1 and GATT Specification Supplement, “Glucose Measurement”",
  about:
    "Meters that announce service 0x1808 and notify 0x2A18, after the hub asks for their records at 0x2A52. Glucose is " +
    "stored and shown; no limit can be set on it. Tests with control solution are kept and not clinical. The context " +
    "(0x2A34: meals, medication) is not read.",
  connect: {
    steps: [
      "Choose a device that announces service 0x1808.",
      "Set its clock, or let the hub set it where the device offers that.",
      "Pair it with the hub, and let the hub enable notifications on 0x2A18 and indications on 0x2A52, where it asks for the records.",
      "Register the device with this model on its hub, and assign it to the one person who uses it.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "It sends nothing by itself: the hub must ask for its records, best for those after the last number it has.",
      "A test with control solution is kept and never clinical.",
      "No limit can be set on glucose: nobody is told of a low or high value.",
    ],
    patient: "The value on the display. Nobody is alerted by it; the person follows their own advice.",
  },
  quirks: ["resends-memory", "no-users"],
  layout: {
    "2a18": [
      {
        name: "flags",
        form: "u8",
        meaning: "bit 0 offset, 1 concentration, 2 mol/L (else kg/L), 3 status, 4 context follows; 5–7 reserved",
      },
      { name: "sequence number", form: "u16", meaning: "the meter's own count" },
      { name: "base time", form: "7 bytes", meaning: "local date and time; zero year, month or day: not known" },
      { name: "offset", form: "i16, if bit 0", meaning: "minutes to add; 0x7FFF and 0x8000: overrun, no time" },
      { name: "concentration", form: "SFLOAT, if bit 1", meaning: "mol/L, or kg/L (10⁵ mg/dL; the original is kept)" },
      {
        name: "type, location",
        form: "2 × 4 bits, if bit 1",
        meaning: "low: sample; high: where from; kept as detail",
      },
      { name: "status", form: "u16, if bit 3", meaning: "see the flags below; bit 11: the clock is not to be trusted" },
    ],
  },
  sayings: [
    ...statusBits.flatMap((bit) =>
      "flag" in bit ? [{ says: `status bit ${bit.bit}, ${bit.name}`, flag: bit.flag }] : [],
    ),
    { says: "type 10 or location 4, control solution", flag: "not-clinical" },
  ],
  characteristics: { "2a18": decode },
  examples: [
    {
      title: "Number 42, 6.7 mmol/L from a finger",
      input: input("062a00e907030e072a0a43c011"),
      output: [{ ...reading, deviceTime: morning, detail: finger }],
    },
    {
      title: "121 mg/dL",
      input: input("022a00e907030e072a0a79b0f1"),
      output: [
        {
          ...reading,
          values: { glucose: 672 },
          original: { unit: "mg/dL", values: { glucose: "121" } },
          deviceTime: morning,
          detail: { sample: "capillary-whole-blood" },
        },
      ],
      note: "0.00121 kg/L; location 15 means not available.",
    },
    {
      title: "Clock set back by an hour since",
      input: input("072a00e907030e072a0ac4ff43c011"),
      output: [{ ...reading, deviceTime: { form: "local", text: "2025-03-14T06:42:10" }, detail: finger }],
    },
    {
      title: "Offset overrun",
      input: input("072a00e907030e072a0aff7f43c011"),
      output: [{ ...reading, clockUnset: true, detail: finger }],
    },
    {
      title: "Too little blood",
      input: input("0e2a00e907030e072a0a43c0110400"),
      output: [{ ...reading, deviceTime: morning, flags: ["questionable"], detail: finger }],
    },
    {
      title: "Time fault",
      input: input("0e2a00e907030e072a0a43c0110008"),
      output: [{ ...reading, clockUnset: true, detail: finger }],
    },
    {
      title: "Control solution",
      input: input("062a00e907030e072a0a43c04a"),
      output: [
        {
          ...reading,
          deviceTime: morning,
          flags: ["not-clinical"],
          detail: { sample: "control-solution", location: "control-solution" },
        },
      ],
      note: "A test of the meter, not of a person.",
    },
    { title: "No concentration", input: input("002a00e907030e072a0a"), output: "MEASUREMENT_UNSUCCESSFUL" },
    { title: "Not a number", input: input("062a00e907030e072a0aff0711"), output: "VALUE_NOT_FINITE" },
    { title: "Cut short", input: input("062a00e907030e072a0a43c0"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("062a00e907030e072a0a43c01100"), output: "DECODE_TRAILING" },
    { title: "Reserved flag", input: input("262a00e907030e072a0a43c011"), output: "DECODE_RESERVED" },
  ],
};

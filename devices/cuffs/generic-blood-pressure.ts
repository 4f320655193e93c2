import type { Flag } from "../../src/domain/flag.ts";
import type { Measurement } from "../../src/domain/measurement.ts";
import type { Decimal } from "../../src/domain/unit.ts";
import { reader, refuseReserved, writer } from "../bytes.ts";
import { readDateTime, timeOf, writeDateTime } from "../date-time.ts";
import type { Decoder, DeviceModel } from "../device.ts";
import { decodeSfloat, encodeSfloat, finite, required } from "../ieee11073.ts";
import { measured } from "../quantity.ts";
import { flagsOf, inOrder, type StatusBit, wordOf } from "../status.ts";

const KPA = 0x01;
const TIME = 0x02;
const PULSE = 0x04;
const USER = 0x08;
const STATUS = 0x10;
const USER_UNKNOWN = 0xff;

// Bits 3–4 are one number, below.
const statusBits = [
  { bit: 0, name: "body-movement", flag: "body-movement" },
  { bit: 1, name: "cuff-loose", flag: "cuff-loose" },
  { bit: 2, name: "irregular-pulse", flag: "irregular-pulse" },
  { bit: 5, name: "position-improper", flag: "position-improper" },
] as const satisfies readonly StatusBit[];

/** The two-bit pulse range: 0 inside, 1 above, 2 below what the device can measure; 3 is reserved and ignored. */
const pulseRange: readonly (readonly Flag[])[] = [[], ["pulse-range-high"], ["pulse-range-low"], []];

/** The flags of a status field, in catalogue order. */
export const statusFlags = (status: number): Flag[] =>
  inOrder([...flagsOf(status, statusBits), ...(pulseRange[(status >> 3) & 3] ?? [])]);

/** Decodes one 0x2A35 indication. */
const decode: Decoder = (bytes): Measurement[] => {
  const from = reader(bytes);
  const flags = from.u8();
  refuseReserved(flags, 0x1f);
  const sfloat = () => decodeSfloat(from.u16());
  const [systolic, diastolic, mean] = [sfloat(), sfloat(), sfloat()];
  const time = flags & TIME ? readDateTime(from) : undefined;
  const pulse = flags & PULSE ? sfloat() : "NaN";
  const user = flags & USER ? from.u8() : USER_UNKNOWN;
  const status = flags & STATUS ? from.u16() : 0;
  from.end();

  const unit = flags & KPA ? "kPa" : "mmHg";
  return [
    {
      kind: "blood-pressure",
      ...measured([
        ["systolic-pressure", required(systolic, "systolic"), unit],
        ["diastolic-pressure", required(diastolic, "diastolic"), unit],
        ["mean-pressure", finite(mean), unit],
        ["pulse", finite(pulse), "/min"],
      ]),
      ...(time ? timeOf(time) : {}),
      ...(user === USER_UNKNOWN ? {} : { user }),
      flags: statusFlags(status),
    },
  ];
};

/** What a simulated cuff measured. Numbers that are `NaN` go out as the special value that real cuffs send on error. */
export type BloodPressure = {
  /** mmHg, or kPa if `unit` says so; give a decimal to choose the precision. */
  readonly systolic: number | Decimal;
  readonly diastolic: number | Decimal;
  readonly mean?: number | Decimal;
  readonly pulse?: number | Decimal;
  readonly unit?: "mmHg" | "kPa";
  /** Local, `YYYY-MM-DDTHH:MM:SS`. */
  readonly time?: string;
  readonly user?: number;
  /** Status to send: any of the flags that the profile has. An empty list sends a clean status field. */
  readonly status?: readonly Flag[];
};

/** A 0x2A35 indication. Numbers are rounded to the nearest SFLOAT; a mean that is not given goes out as NaN. */
export function encodeBloodPressure(reading: BloodPressure): Uint8Array {
  const { systolic, diastolic, mean = Number.NaN, pulse, unit = "mmHg", time, user, status } = reading;
  const flags =
    (unit === "kPa" ? KPA : 0) |
    (time === undefined ? 0 : TIME) |
    (pulse === undefined ? 0 : PULSE) |
    (user === undefined ? 0 : USER) |
    (status === undefined ? 0 : STATUS);
  const to = writer().u8(flags).u16(encodeSfloat(systolic)).u16(encodeSfloat(diastolic)).u16(encodeSfloat(mean));
  if (time !== undefined) writeDateTime(to, time);
  if (pulse !== undefined) to.u16(encodeSfloat(pulse));
  if (user !== undefined) to.u8(user);
  if (status !== undefined) {
    const range = status.includes("pulse-range-high") ? 1 : status.includes("pulse-range-low") ? 2 : 0;
    to.u16(wordOf(status, statusBits) | (range << 3));
  }
  return to.bytes();
}

const input = (hex: string) => ({ characteristic: "2a35", hex });
const morning = { form: "local", text: "2025-03-14T07:42:10" } as const;
const pressures = { "systolic-pressure": 1320, "diastolic-pressure": 780, "mean-pressure": 960 } as const;

/** Any cuff that follows the Blood Pressure profile. */
export const genericBloodPressure: DeviceModel = {
  id: "generic-blood-pressure",
  name: "Blood pressure cuff, Bluetooth Blood Pressure profile",
  type: "cuff",
  transport: "bluetooth",
  source: "Bluetooth SIG, Blood Pressure Service 1.1 and GATT Specification Supplement, “Blood Pressure Measurement”",
  about:
    "Cuffs that announce service 0x1810 and indicate 0x2A35. A cuff that failed may send " +
    "NaN for every number and still a clean status; without systolic and diastolic there is no reading. Mean pressure " +
    "and pulse are left out when the cuff did not measure them.",
  connect: {
    steps: [
      "Choose a device that announces service 0x1810.",
      "Set its clock, or let the hub set it where the device offers that.",
      "Pair it with the hub, and let the hub enable indications on 0x2A35.",
      "Register the device with this model on its hub, and assign it to the person, with the user slot if several use it.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: ["User slots: 255 means that the cuff does not know who it was."],
    patient: "The pressures and the pulse, or an error on the display: then rest for some minutes and measure again.",
  },
  quirks: ["resends-memory", "nan-on-error", "user-slots"],
  layout: {
    "2a35": [
      { name: "flags", form: "u8", meaning: "bit 0 kPa, 1 time, 2 pulse, 3 user, 4 status; 5–7 reserved" },
      {
        name: "systolic, diastolic, mean",
        form: "3 × SFLOAT",
        meaning: "mmHg, or kPa (converted; the original is kept)",
      },
      { name: "time", form: "7 bytes, if bit 1", meaning: "local date and time; zero year, month or day: not known" },
      { name: "pulse", form: "SFLOAT, if bit 2", meaning: "beats per minute" },
      { name: "user", form: "u8, if bit 3", meaning: "user slot; 255: not known" },
      {
        name: "status",
        form: "u16, if bit 4",
        meaning: "bit 0 movement, 1 cuff loose, 2 irregular pulse, 3–4 pulse range (1 above, 2 below), 5 position",
      },
    ],
  },
  sayings: [
    ...statusBits.map(({ bit, flag }) => ({ says: `status bit ${bit}`, flag })),
    { says: "status bits 3–4 = 1", flag: "pulse-range-high" },
    { says: "status bits 3–4 = 2", flag: "pulse-range-low" },
  ],
  characteristics: { "2a35": decode },
  examples: [
    {
      title: "132/78 mmHg, mean 96",
      input: input("0084004e006000"),
      output: [{ kind: "blood-pressure", values: pressures, flags: [] }],
    },
    {
      title: "With time, pulse 71, user 1 and an irregular pulse",
      input: input("1e84004e006000e907030e072a0a4700010400"),
      output: [
        {
          kind: "blood-pressure",
          values: { ...pressures, pulse: 710 },
          deviceTime: morning,
          user: 1,
          flags: ["irregular-pulse"],
        },
      ],
    },
    {
      title: "One decimal",
      input: input("0428f50cf3c0f3c6f2"),
      output: [{ kind: "blood-pressure", values: { ...pressures, pulse: 710 }, flags: [] }],
      note: "The exponent is −1; the numbers are the same.",
    },
    {
      title: "kPa, mean and pulse not measured",
      input: input("05b0f068f0ff07ff07"),
      output: [
        {
          kind: "blood-pressure",
          values: { "systolic-pressure": 1320, "diastolic-pressure": 780 },
          original: { unit: "kPa", values: { "systolic-pressure": "17.6", "diastolic-pressure": "10.4" } },
          flags: [],
        },
      ],
      note: "17.6 kPa is 132.011 mmHg, 10.4 kPa is 78.006 mmHg.",
    },
    {
      title: "Moved, cuff loose, pulse below range, wrong position",
      input: input("1084004e0060003300"),
      output: [
        {
          kind: "blood-pressure",
          values: pressures,
          flags: ["body-movement", "cuff-loose", "position-improper", "pulse-range-low"],
        },
      ],
    },
    {
      title: "Pulse above range, user and clock not known",
      input: input("1a84004e00600000000000000000ff0800"),
      output: [{ kind: "blood-pressure", values: pressures, clockUnset: true, flags: ["pulse-range-high"] }],
    },
    {
      title: "A cuff's own error message: every number NaN, status clean",
      input: input("16ff07ff07ff07e80706170e230aff070000"),
      output: "VALUE_NOT_FINITE",
      note: "Its status says that nothing is wrong.",
      recorded: "derdilla/blood-pressure-monitor-fl, issue 80",
    },
    { title: "Systolic infinite", input: input("00fe074e006000"), output: "VALUE_NOT_FINITE" },
    { title: "Diastolic not at this resolution", input: input("00840000086000"), output: "VALUE_NOT_FINITE" },
    {
      title: "Month 13",
      input: input("0284004e006000e9070d0e072a0a"),
      output: [
        {
          kind: "blood-pressure",
          values: { "systolic-pressure": 1320, "diastolic-pressure": 780, "mean-pressure": 960 },
          clockUnset: true,
          flags: [],
        },
      ],
      note: "No such date: the clock can't be right, the value may well be.",
    },
    { title: "Cut short", input: input("0484004e006000"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("0084004e00600000"), output: "DECODE_TRAILING" },
    { title: "Reserved flag", input: input("2084004e006000"), output: "DECODE_RESERVED" },
  ],
};

import type { Measurement } from "../../src/domain/measurement.ts";
import type { Decimal } from "../../src/domain/unit.ts";
import { type Reader, reader, refuseReserved, writer } from "../bytes.ts";
import { readDateTime, timeOf, writeDateTime } from "../date-time.ts";
import type { Decoder, DeviceModel, Field } from "../device.ts";
import { decimalText, decodeSfloat, encodeSfloat, finite, required, type Word } from "../ieee11073.ts";
import { measured } from "../quantity.ts";
import { flagsOf, inOrder, type StatusBit, wordOf } from "../status.ts";
import { type MeasurementStatus, measurementStatus, type SensorStatus, sensorStatus } from "./plx-status.ts";

const spot = { TIME: 0x01, STATUS: 0x02, SENSOR: 0x04, AMPLITUDE: 0x08, CLOCK_UNSET: 0x10 } as const;
const continuous = { FAST: 0x01, SLOW: 0x02, STATUS: 0x04, SENSOR: 0x08, AMPLITUDE: 0x10 } as const;

type Pair = { readonly spo2: Word; readonly pulse: Word };
const readPair = (from: Reader): Pair => ({ spo2: decodeSfloat(from.u16()), pulse: decodeSfloat(from.u16()) });

/** The end that both notifications share: statuses and amplitude, where their flag bits say so. */
const readTail = (from: Reader, flags: number, bits: { STATUS: number; SENSOR: number; AMPLITUDE: number }) => {
  const status = flags & bits.STATUS ? from.u16() : 0;
  const sensor = flags & bits.SENSOR ? from.u24() : 0;
  const amplitude = flags & bits.AMPLITUDE ? finite(decodeSfloat(from.u16())) : undefined;
  from.end();
  return {
    flags: inOrder([...flagsOf(status, measurementStatus), ...flagsOf(sensor, sensorStatus)]),
    detail: amplitude ? { pulseAmplitudeIndex: decimalText(amplitude) } : {},
  };
};

const valuesOf = ({ spo2, pulse }: Pair) =>
  measured([
    ["oxygen-saturation", required(spo2, "spo2"), "%"],
    ["pulse", finite(pulse), "/min"],
  ]);

/** A pair that is kept beside the reading, as text: its SpO2 and pulse where measured. */
const pairDetail = (name: "fast" | "slow", pair: Pair | undefined) => {
  const [spo2, pulse] = pair ? [finite(pair.spo2), finite(pair.pulse)] : [];
  if (!spo2 && !pulse) return {};
  return { [name]: { ...(spo2 ? { spo2: decimalText(spo2) } : {}), ...(pulse ? { pulse: decimalText(pulse) } : {}) } };
};

const withDetail = (detail: Readonly<Record<string, unknown>>): Pick<Measurement, "detail"> =>
  Object.keys(detail).length > 0 ? { detail } : {};

/** Decodes one 0x2A5E indication: a single measurement, often from memory. */
const decodeSpotCheck: Decoder = (bytes) => {
  const from = reader(bytes);
  const flags = from.u8();
  refuseReserved(flags, 0x1f);
  const pair = readPair(from);
  const time = flags & spot.TIME ? readDateTime(from) : undefined;
  const tail = readTail(from, flags, spot);
  // An oximeter whose clock is not set still sends a time: of its last battery change, or nonsense.
  const when = flags & spot.CLOCK_UNSET ? { clockUnset: true } : time ? timeOf(time) : {};
  return [{ kind: "oxygen-saturation", ...valuesOf(pair), ...when, flags: tail.flags, ...withDetail(tail.detail) }];
};

/** Decodes one 0x2A5F notification: the present value, about once a second. It has no time of its own. */
const decodeContinuous: Decoder = (bytes) => {
  const from = reader(bytes);
  const flags = from.u8();
  refuseReserved(flags, 0x1f);
  const normal = readPair(from);
  const fast = flags & continuous.FAST ? readPair(from) : undefined;
  const slow = flags & continuous.SLOW ? readPair(from) : undefined;
  const tail = readTail(from, flags, continuous);
  const detail = { ...pairDetail("fast", fast), ...pairDetail("slow", slow), ...tail.detail };
  return [{ kind: "oxygen-saturation", ...valuesOf(normal), flags: tail.flags, ...withDetail(detail) }];
};

/** What a simulated oximeter measured. Numbers that are `NaN` go out as "not a number". */
export type Oximetry = {
  /** Percent. */
  readonly spo2: number | Decimal;
  /** Beats per minute; NaN if left out, for the field is not optional. */
  readonly pulse?: number | Decimal;
  readonly status?: readonly MeasurementStatus[];
  readonly sensor?: readonly SensorStatus[];
  readonly amplitude?: number | Decimal;
};

const writeTail = (to: ReturnType<typeof writer>, { status, sensor, amplitude }: Oximetry): Uint8Array => {
  if (status) to.u16(wordOf(status, measurementStatus));
  if (sensor) to.u24(wordOf(sensor, sensorStatus));
  if (amplitude !== undefined) to.u16(encodeSfloat(amplitude));
  return to.bytes();
};

const tailFlags = (bits: { STATUS: number; SENSOR: number; AMPLITUDE: number }, reading: Oximetry): number =>
  (reading.status ? bits.STATUS : 0) |
  (reading.sensor ? bits.SENSOR : 0) |
  (reading.amplitude === undefined ? 0 : bits.AMPLITUDE);

/** A 0x2A5E indication. `time` is local, `YYYY-MM-DDTHH:MM:SS`. */
export function encodeSpotCheck(reading: Oximetry & { time?: string; clockUnset?: boolean }): Uint8Array {
  const { spo2, pulse = Number.NaN, time, clockUnset = false } = reading;
  const flags = tailFlags(spot, reading) | (time === undefined ? 0 : spot.TIME) | (clockUnset ? spot.CLOCK_UNSET : 0);
  const to = writer().u8(flags).u16(encodeSfloat(spo2)).u16(encodeSfloat(pulse));
  if (time !== undefined) writeDateTime(to, time);
  return writeTail(to, reading);
}

/** A 0x2A5F notification with the normal pair only. */
export function encodeContinuous(reading: Oximetry): Uint8Array {
  const { spo2, pulse = Number.NaN } = reading;
  const to = writer().u8(tailFlags(continuous, reading)).u16(encodeSfloat(spo2)).u16(encodeSfloat(pulse));
  return writeTail(to, reading);
}

const tailLayout = (status: number): Field[] => [
  { name: "measurement status", form: `u16, if bit ${status}`, meaning: "see the flags below" },
  { name: "device and sensor status", form: `u24, if bit ${status + 1}`, meaning: "see the flags below" },
  { name: "pulse amplitude index", form: `SFLOAT, if bit ${status + 2}`, meaning: "percent; kept as detail" },
];

const sayings = (field: string, bits: readonly StatusBit[]) =>
  bits.flatMap(({ bit, name, flag }) => (flag ? [{ says: `${field} bit ${bit}, ${name}`, flag }] : []));

const spotInput = (hex: string) => ({ characteristic: "2a5e", hex });
const streamInput = (hex: string) => ({ characteristic: "2a5f", hex });
const oxygen = { kind: "oxygen-saturation", values: { "oxygen-saturation": 910, pulse: 880 } } as const;
const morning = { form: "local", text: "2025-03-14T07:42:10" } as const;

/** Any oximeter that follows the Pulse Oximeter profile. */
export const genericPulseOximeter: DeviceModel = {
  id: "generic-pulse-oximeter",
  name: "Pulse oximeter, Bluetooth Pulse Oximeter profile",
  type: "oximeter",
  transport: "bluetooth",
  source: "Bluetooth SIG, Pulse Oximeter Service 1.0.1",
  about:
    "Oximeters that announce service 0x1822. Single measurements come as 0x2A5E indications, " +
    "the running value as 0x2A5F notifications. A hub that enables notifications on 0x2A5E, which only indicates, gets " +
    "nothing and no error.",
  connect: {
    steps: [
      "Choose a device that announces service 0x1822.",
      "Set its clock, or let the hub set it where the device offers that.",
      "Pair it with the hub, and let the hub enable indications on 0x2A5E, or notifications on 0x2A5F for a running value.",
      "Register the device with this model on its hub, and assign it to the one person who uses it.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "0x2A5E only indicates: a hub that enables notifications on it gets nothing and no error.",
      "An unset clock still sends a time. The flag for it is believed, the time is not.",
      "What the oximeter calls demonstration, test, unavailable or invalid is kept and never clinical.",
    ],
    patient:
      "Saturation and pulse. With cold fingers or nail varnish the value comes late or is marked as a poor signal.",
  },
  quirks: ["resends-memory", "nan-on-error", "no-users"],
  layout: {
    "2a5e": [
      { name: "flags", form: "u8", meaning: "bit 0 time, 1–2 statuses, 3 amplitude, 4 clock not set; 5–7 reserved" },
      { name: "SpO2, pulse", form: "2 × SFLOAT", meaning: "percent, beats per minute" },
      { name: "time", form: "7 bytes, if bit 0", meaning: "local date and time; not used if the clock is not set" },
      ...tailLayout(1),
    ],
    "2a5f": [
      { name: "flags", form: "u8", meaning: "bit 0 fast pair, 1 slow pair, 2–3 statuses, 4 amplitude; 5–7 reserved" },
      { name: "SpO2, pulse", form: "2 × SFLOAT", meaning: "percent, beats per minute: this is the reading" },
      { name: "fast SpO2, pulse", form: "2 × SFLOAT, if bit 0", meaning: "short averaging; kept as detail" },
      { name: "slow SpO2, pulse", form: "2 × SFLOAT, if bit 1", meaning: "long averaging; kept as detail" },
      ...tailLayout(2),
    ],
  },
  sayings: [...sayings("measurement status", measurementStatus), ...sayings("sensor status", sensorStatus)],
  characteristics: { "2a5e": decodeSpotCheck, "2a5f": decodeContinuous },
  examples: [
    { title: "91 %, pulse 88", input: spotInput("005b005800"), output: [{ ...oxygen, flags: [] }] },
    {
      title: "With time, validated, from memory",
      input: spotInput("035b005800e907030e072a0a8002"),
      output: [{ ...oxygen, deviceTime: morning, flags: ["from-memory"] }],
    },
    {
      title: "Clock not set",
      input: spotInput("115e004c00d0070101000000"),
      output: [
        { kind: "oxygen-saturation", values: { "oxygen-saturation": 940, pulse: 760 }, clockUnset: true, flags: [] },
      ],
      note: "It sends midnight of 1 January 2000; that is no time.",
    },
    {
      title: "Cold finger: low perfusion, erratic signal, no pulse measured, amplitude 0.3",
      input: spotInput("0c5b00ff0760000003f0"),
      output: [
        {
          kind: "oxygen-saturation",
          values: { "oxygen-saturation": 910 },
          flags: ["poor-signal"],
          detail: { pulseAmplitudeIndex: "0.3" },
        },
      ],
    },
    {
      title: "Demonstration mode",
      input: spotInput("025b0058000004"),
      output: [{ ...oxygen, flags: ["not-clinical"] }],
    },
    {
      title: "Questionable",
      input: spotInput("025b0058000040"),
      output: [{ ...oxygen, flags: ["questionable"] }],
    },
    {
      title: "Early estimate of an ongoing measurement",
      input: streamInput("045b0058006000"),
      output: [{ ...oxygen, flags: ["ongoing", "early-estimate"] }],
    },
    {
      title: "Running value, measurement ongoing, amplitude 8.7",
      input: streamInput("1c5f005a00200000000057f0"),
      output: [
        {
          kind: "oxygen-saturation",
          values: { "oxygen-saturation": 950, pulse: 900 },
          flags: ["ongoing"],
          detail: { pulseAmplitudeIndex: "8.7" },
        },
      ],
    },
    {
      title: "Running value with fast and slow pairs",
      input: streamInput("035b0058005a00570084f3ff07"),
      output: [{ ...oxygen, flags: [], detail: { fast: { spo2: "90", pulse: "87" }, slow: { spo2: "90.0" } } }],
      note: "90 and 90.0 are kept as sent; the slow pulse is NaN and left out.",
    },
    { title: "No finger: SpO2 NaN", input: spotInput("00ff07ff07"), output: "VALUE_NOT_FINITE" },
    {
      title: "29 February 2023",
      input: spotInput("015b005800e707021d072a0a"),
      output: [{ ...oxygen, clockUnset: true, flags: [] }],
      note: "No such date: the clock can't be right, the value may well be.",
    },
    { title: "Cut short", input: streamInput("045b00580020"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: spotInput("005b00580000"), output: "DECODE_TRAILING" },
    { title: "Reserved flag", input: spotInput("205b005800"), output: "DECODE_RESERVED" },
  ],
};

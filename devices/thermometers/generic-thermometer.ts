import type { Decimal } from "../../src/domain/unit.ts";
import { reader, refuseReserved, writer } from "../bytes.ts";
import { readDateTime, timeOf, writeDateTime } from "../date-time.ts";
import type { Decoder, DeviceModel } from "../device.ts";
import { decodeFloat, encodeFloat, required } from "../ieee11073.ts";
import { measured } from "../quantity.ts";

const FAHRENHEIT = 0x01;
const TIME = 0x02;
const SITE = 0x04;

/** Temperature Type (GATT Specification Supplement): from 1; 0 and numbers beyond are reserved and ignored. */
const sites = ["armpit", "body", "ear", "finger", "gastro-intestinal", "mouth", "rectum", "toe", "tympanum"] as const;
export type Site = (typeof sites)[number];

/** Decodes one 0x2A1C indication. */
const decode: Decoder = (bytes) => {
  const from = reader(bytes);
  const flags = from.u8();
  refuseReserved(flags, 0x07);
  const word = decodeFloat(from.u32());
  const time = flags & TIME ? readDateTime(from) : undefined;
  const site = flags & SITE ? sites[from.u8() - 1] : undefined;
  from.end();
  return [
    {
      kind: "temperature",
      ...measured([["body-temperature", required(word, "temperature"), flags & FAHRENHEIT ? "°F" : "°C"]]),
      ...(time ? timeOf(time) : {}),
      flags: [],
      ...(site ? { detail: { site } } : {}),
    },
  ];
};

/** What a simulated thermometer measured; NaN goes out as "not a number". */
export type Temperature = {
  /** °C, or °F if `unit` says so; give a decimal to choose the precision. */
  readonly value: number | Decimal;
  readonly unit?: "°C" | "°F";
  /** Local, `YYYY-MM-DDTHH:MM:SS`. */
  readonly time?: string;
  readonly site?: Site;
};

/** A 0x2A1C indication. @throws HemvaktError `VALUE_IMPLAUSIBLE` for a number that a FLOAT can't hold */
export function encodeTemperature({ value, unit = "°C", time, site }: Temperature): Uint8Array {
  const { mantissa, exponent } = encodeFloat(value);
  const flags = (unit === "°F" ? FAHRENHEIT : 0) | (time === undefined ? 0 : TIME) | (site === undefined ? 0 : SITE);
  const to = writer().u8(flags).u24(mantissa).u8(exponent);
  if (time !== undefined) writeDateTime(to, time);
  if (site !== undefined) to.u8(sites.indexOf(site) + 1);
  return to.bytes();
}

const input = (hex: string) => ({ characteristic: "2a1c", hex });
const warm = { "body-temperature": 3740 } as const;

/** Any thermometer that follows the Health Thermometer profile. */
export const genericThermometer: DeviceModel = {
  id: "generic-thermometer",
  name: "Thermometer, Bluetooth Health Thermometer profile",
  type: "thermometer",
  transport: "bluetooth",
  source:
    "Bluetooth SIG, Health Thermometer Service 1.0 and GATT Specification Supplement, “Temperature Measurement” and " +
    "“Temperature Type”",
  about:
    "Thermometers that announce service 0x1809 and indicate 0x2A1C. Where it was measured matters (the armpit reads " +
    "lower than the ear), so the site is kept as detail when the thermometer gives it. A thermometer may give it once, " +
    "as 0x2A1D, instead; that is not read.",
  connect: {
    steps: [
      "Choose a device that announces service 0x1809.",
      "Set its clock, or let the hub set it where the device offers that.",
      "Pair it with the hub, and let the hub enable indications on 0x2A1C.",
      "Register the device with this model on its hub, and assign it to the one person who uses it.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: ["The same person reads differently in the armpit and in the ear: agree on one site."],
    patient: "The temperature, in the unit that the thermometer is set to.",
  },
  quirks: ["resends-memory", "nan-on-error", "no-users"],
  layout: {
    "2a1c": [
      { name: "flags", form: "u8", meaning: "bit 0 °F, 1 time, 2 site; 3–7 reserved" },
      { name: "temperature", form: "FLOAT", meaning: "°C, or °F (converted; the original is kept)" },
      { name: "time", form: "7 bytes, if bit 1", meaning: "local date and time; zero year, month or day: not known" },
      {
        name: "site",
        form: "u8, if bit 2",
        meaning: sites.map((name, index) => `${index + 1} ${name}`).join(", "),
      },
    ],
  },
  sayings: [],
  characteristics: { "2a1c": decode },
  examples: [
    { title: "37.4 °C", input: input("00760100ff"), output: [{ kind: "temperature", values: warm, flags: [] }] },
    {
      title: "37.4 °C in the ear, with time",
      input: input("06760100ffe907030e072a0a03"),
      output: [
        {
          kind: "temperature",
          values: warm,
          deviceTime: { form: "local", text: "2025-03-14T07:42:10" },
          flags: [],
          detail: { site: "ear" },
        },
      ],
    },
    {
      title: "Two decimals",
      input: input("009a0e00fe"),
      output: [{ kind: "temperature", values: { "body-temperature": 3738 }, flags: [] }],
    },
    {
      title: "99.3 °F",
      input: input("01e10300ff"),
      output: [
        {
          kind: "temperature",
          values: { "body-temperature": 3739 },
          original: { unit: "°F", values: { "body-temperature": "99.3" } },
          flags: [],
        },
      ],
      note: "37.388… °C, rounded once.",
    },
    {
      title: "A site that the profile reserves",
      input: input("04760100ff0a"),
      output: [{ kind: "temperature", values: warm, flags: [] }],
    },
    {
      title: "Clock not set",
      input: input("02760100ff00000000000000"),
      output: [{ kind: "temperature", values: warm, clockUnset: true, flags: [] }],
    },
    { title: "Not a number", input: input("00ffff7f00"), output: "VALUE_NOT_FINITE" },
    { title: "Not at this resolution", input: input("0000008000"), output: "VALUE_NOT_FINITE" },
    { title: "Cut short", input: input("04760100ff"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("00760100ff00"), output: "DECODE_TRAILING" },
    { title: "Reserved flag", input: input("08760100ff"), output: "DECODE_RESERVED" },
  ],
};

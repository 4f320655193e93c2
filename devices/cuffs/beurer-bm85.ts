import type { Measurement } from "../../src/domain/measurement.ts";
import { HemvaktError } from "../../src/errors.ts";
import { reader } from "../bytes.ts";
import { readDateTime, timeOf } from "../date-time.ts";
import type { Decoder, DeviceModel } from "../device.ts";
import { decodeSfloat, finite, required, type Word } from "../ieee11073.ts";
import { measured } from "../quantity.ts";
import { genericBloodPressure, statusFlags } from "./generic-blood-pressure.ts";

// Time, pulse and status by the profile; bit 6, which it reserves, stands where a user follows though bit 3 is not set.
// No other flags have been seen, so nobody knows what would follow them.
const FLAGS = 0x56;
const USER_UNKNOWN = 0xff;

const measuredOnly = (word: Word) => {
  const number = finite(word);
  return number && number.mantissa > 0n ? number : undefined;
};

/** Decodes one 0x2A35 indication as this cuff sends it. */
const decode: Decoder = (bytes) => {
  const from = reader(bytes);
  const flags = from.u8();
  if (flags !== FLAGS) throw new HemvaktError("DECODE_RESERVED", `Flags 0x${flags.toString(16).padStart(2, "0")}.`);
  const [systolic, diastolic, mean] = [from.u16(), from.u16(), from.u16()].map(decodeSfloat) as [Word, Word, Word];
  const time = readDateTime(from);
  const pulse = decodeSfloat(from.u16be());
  const user = from.u8();
  const status = from.u16be();
  from.end();
  return [
    {
      kind: "blood-pressure",
      ...measured([
        ["systolic-pressure", required(systolic, "systolic"), "mmHg"],
        ["diastolic-pressure", required(diastolic, "diastolic"), "mmHg"],
        ["mean-pressure", measuredOnly(mean), "mmHg"],
        ["pulse", measuredOnly(pulse), "/min"],
      ]),
      ...timeOf(time),
      ...(user === USER_UNKNOWN ? {} : { user }),
      flags: statusFlags(status),
    },
  ];
};

const recorded =
  "derdilla/blood-pressure-monitor-fl, pull requests 735 and 737, ble_measurement_data_test.dart, commit 17aba3d";
const input = (hex: string) => ({ characteristic: "2a35", hex });

/** What this cuff measured one evening: pressures in mmHg, pulse per minute, the local time, the user slot. */
const reading = (systolic: number, diastolic: number, pulse: number, at: string, user: number): Measurement => ({
  kind: "blood-pressure",
  values: { "systolic-pressure": systolic * 10, "diastolic-pressure": diastolic * 10, pulse: pulse * 10 },
  deviceTime: { form: "local", text: `2026-08-11T${at}:00` },
  user,
  flags: [],
});
const irregular = reading(118, 80, 60, "20:27", 0);

/** Beurer's BM 85: the Blood Pressure profile's fields, but pulse and status the other way round. */
export const beurerBm85: DeviceModel = {
  ...genericBloodPressure,
  id: "beurer-bm85",
  name: "Beurer BM 85",
  source: `Indications recorded from the cuff, in ${recorded}`,
  about:
    "Indicates 0x2A35 in service 0x1810, but not by the profile: it sets a reserved flag, always sends a user without " +
    "saying so, and has pulse and status with the high byte first. Beurer's own program keeps a list of models that do " +
    "so; the others on it have not been recorded, so they have no entry. A model that is refused as reserved with the " +
    "profile's entry may be one: keep its bytes.",
  connect: {
    steps: [
      "Set its clock and the person's slot on the cuff; the first person is slot 0, the second slot 1.",
      "Pair it with the hub, and let the hub enable indications on 0x2A35.",
      "Register the device with this model, not with the profile's, on its hub, and assign each slot to its person.",
      "Measure once, and compare the pulse, too, with the display.",
    ],
    surprises: [
      "Its time has no seconds: two measurements in the same minute differ by their values only.",
      "In no recording has it measured a mean pressure.",
      "Registered with the profile's entry it is refused every time, never misread.",
    ],
    patient: "The pressures and the pulse, and which of the users is chosen: that must be the right one.",
  },
  quirks: ["reserved-flag", "big-endian", "zero-not-measured", "user-slots"],
  layout: {
    "2a35": [
      {
        name: "flags",
        form: "u8",
        meaning: "0x56 in every recording, others are refused: bit 1 time, 2 pulse, 4 status, 6 reserved",
      },
      { name: "systolic, diastolic, mean", form: "3 × SFLOAT", meaning: "mmHg; mean 0: not measured" },
      { name: "time", form: "7 bytes", meaning: "local date and time, without seconds" },
      { name: "pulse", form: "SFLOAT big-endian", meaning: "beats per minute; 0: not measured" },
      { name: "user", form: "u8", meaning: "user slot, from 0; 255: not known" },
      {
        name: "status",
        form: "u16 big-endian",
        meaning: "bit 0 movement, 1 cuff loose, 2 irregular pulse, 3–4 pulse range (1 above, 2 below), 5 position",
      },
    ],
  },
  characteristics: { "2a35": decode },
  examples: [
    {
      title: "106/71 mmHg, pulse 63, first person",
      input: input("566a0047000000ea07080b121f00003f000000"),
      output: [reading(106, 71, 63, "18:31", 0)],
      recorded,
    },
    {
      title: "113/73 mmHg, pulse 65, second person",
      input: input("56710049000000ea07080b1438000041010000"),
      output: [reading(113, 73, 65, "20:56", 1)],
      recorded,
    },
    {
      title: "119/70 mmHg, pulse 87, with a status bit that the profile reserves",
      input: input("56770046000000ea07080b1439000057010040"),
      output: [reading(119, 70, 87, "20:57", 1)],
      recorded,
    },
    {
      title: "118/80 mmHg, irregular pulse",
      input: input("56760050000000ea07080b141b00003c000004"),
      output: [{ ...irregular, flags: ["irregular-pulse"] }],
      recorded,
    },
    {
      title: "Moved, cuff loose, pulse below range, wrong position",
      input: input("56760050000000ea07080b141b00003c000033"),
      output: [{ ...irregular, flags: ["body-movement", "cuff-loose", "position-improper", "pulse-range-low"] }],
    },
    {
      title: "Pulse above range and not measured, user not known",
      input: input("56760050000000ea07080b141b000000ff0008"),
      output: [
        {
          kind: "blood-pressure",
          values: { "systolic-pressure": 1180, "diastolic-pressure": 800 },
          deviceTime: { form: "local", text: "2026-08-11T20:27:00" },
          flags: ["pulse-range-high"],
        },
      ],
    },
    { title: "Systolic NaN", input: input("56ff0750000000ea07080b141b00003c000004"), output: "VALUE_NOT_FINITE" },
    { title: "By the profile", input: input("1684004e006000e907030e072a0a47000000"), output: "DECODE_RESERVED" },
    { title: "Cut short", input: input("566a0047000000ea07080b121f00003f0000"), output: "DECODE_TRUNCATED" },
    { title: "One byte too many", input: input("566a0047000000ea07080b121f00003f00000000"), output: "DECODE_TRAILING" },
  ],
};

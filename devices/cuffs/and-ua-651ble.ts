import type { DeviceModel } from "../device.ts";
import { genericBloodPressure } from "./generic-blood-pressure.ts";

const input = (hex: string) => ({ characteristic: "2a35", hex });
const recorded = "HEADS-project/ThingML-BLE, Documentation/AND_Medical_UA651BLE.md, commit 3b30770";

const reading = {
  kind: "blood-pressure",
  values: { "systolic-pressure": 1250, "diastolic-pressure": 800, "mean-pressure": 1020, pulse: 640 },
  deviceTime: { form: "local", text: "2017-01-16T12:39:54" },
  flags: [],
} as const;

/** A&D's upper-arm cuff: the Blood Pressure profile, a memory that it empties by itself, and errors as NaN. */
export const andUa651ble: DeviceModel = {
  ...genericBloodPressure,
  id: "and-ua-651ble",
  name: "A&D UA-651BLE",
  source: `Services and indications recorded in ${recorded}; layout by the Bluetooth SIG, Blood Pressure Service 1.1`,
  about:
    "Announces itself as “A&D_UA-651BLE_” and six characters, with service 0x1810. It keeps what it could not send, " +
    "failed measurements too, and sends all of it in one go when its hub is there again; then it ends the connection " +
    "itself. In the recording 29 failed measurements come before the first good one.",
  connect: {
    steps: [
      "Hold the start button until “Pr” stands on the display, and pair it with the hub. It answers only the hub that it is paired with.",
      "Let the hub write the local time to 0x2A08 in service 0x1810 at every connection: the cuff has no zone.",
      "Let the hub enable indications on 0x2A35 as soon as it is connected. (A hub on Android 7 or older must wait a second after bonding, or service discovery fails: weliem/blessed-android.)",
      "Register the device with this model on its hub, and assign it to the person.",
      "Measure once, and compare the value that Hemvakt shows with the display.",
    ],
    surprises: [
      "The maker's own service 233BF000-5A34-1B6D-975C-000D5690ABE4 sets what it sends; writing 02 00 E1 to its characteristic asks for the whole memory. Hemvakt doesn't need it.",
      "Some have switched themselves off with E10 at service discovery (andengineering/AndroidSampleCode, issue 1): pair again.",
    ],
    patient: "The pressures and the pulse, or an error on the display: then rest for some minutes and measure again.",
  },
  quirks: ["resends-memory", "nan-on-error", "no-users"],
  range: {
    source: "obniz/obniz, src/parts/Ble/UA651BLE/index.ts, ranges of UA651BLEResult",
    limits: {
      "systolic-pressure": { low: 0, high: 299 },
      "diastolic-pressure": { low: 0, high: 299 },
      "mean-pressure": { low: 0, high: 299 },
      pulse: { low: 40, high: 180 },
    },
  },
  examples: [
    {
      title: "125/80 mmHg, mean 102, pulse 64",
      input: input("167d0050006600e10701100c273640000000"),
      output: [reading],
      recorded,
    },
    {
      title: "134/77 mmHg, mean 100, pulse 61",
      input: input("1686004d006400e10701100d00183d000000"),
      output: [
        {
          kind: "blood-pressure",
          values: { "systolic-pressure": 1340, "diastolic-pressure": 770, "mean-pressure": 1000, pulse: 610 },
          deviceTime: { form: "local", text: "2017-01-16T13:00:24" },
          flags: [],
        },
      ],
      recorded,
    },
    {
      title: "A failed measurement",
      input: input("16ff07ff07ff07e107010e162c04ff070000"),
      output: "VALUE_NOT_FINITE",
      note: "The status is clean.",
      recorded,
    },
    {
      title: "A failed measurement, sent twice",
      input: input("16ff07ff07ff07e107011000391cff070000"),
      output: "VALUE_NOT_FINITE",
      note: "The last before a gap in the recording, and again the first after it.",
      recorded,
    },
    {
      title: "An irregular pulse",
      input: input("167d0050006600e10701100c273640000400"),
      output: [{ ...reading, flags: ["irregular-pulse"] }],
    },
    {
      title: "A pulse above what it measures",
      input: input("167d0050006600e10701100c2736be000800"),
      output: [{ ...reading, values: { ...reading.values, pulse: 1900 }, flags: ["pulse-range-high"] }],
      note: "Kept, marked as implausible for this model, and judged against safety limits only.",
    },
    // It never sends a user.
    ...genericBloodPressure.examples.filter(
      ({ recorded, input }) => recorded === undefined && "hex" in input && !/^.[89a-f]/.test(input.hex),
    ),
  ],
};

import type { Example } from "../device.ts";

const instant = (text: string) => ({ form: "instant", text }) as const;

/** Worked examples of the native JSON: each kind, each unit that is converted, and what is refused. */
export const nativeExamples: readonly Example[] = [
  {
    title: "Body weight",
    input: {
      json: { seq: 118, kind: "body-weight", at: "2026-11-22T07:03:11+01:00", value: 82.4, unit: "kg", user: 1 },
    },
    output: [
      {
        kind: "body-weight",
        values: { "body-weight": 82_400 },
        deviceTime: instant("2026-11-22T07:03:11+01:00"),
        user: 1,
        seq: 118,
        flags: [],
      },
    ],
  },
  {
    title: "Body weight in stone",
    input: { json: { kind: "body-weight", value: 12.5, unit: "st", user: 255 } },
    output: [
      {
        kind: "body-weight",
        values: { "body-weight": 79_379 },
        original: { unit: "st", values: { "body-weight": "12.5" } },
        flags: [],
      },
    ],
    note: "12.5 st is 79.378 664 75 kg. User 255 means not known.",
  },
  {
    title: "Blood pressure with an irregular pulse",
    input: {
      json: {
        seq: 119,
        kind: "blood-pressure",
        at: "2026-11-22T07:05:40+01:00",
        systolic: 132,
        diastolic: 78,
        mean: 96,
        pulse: 71,
        unit: "mmHg",
        flags: ["irregular-pulse"],
      },
    },
    output: [
      {
        kind: "blood-pressure",
        values: { "systolic-pressure": 1320, "diastolic-pressure": 780, "mean-pressure": 960, pulse: 710 },
        deviceTime: instant("2026-11-22T07:05:40+01:00"),
        seq: 119,
        flags: ["irregular-pulse"],
      },
    ],
  },
  {
    title: "Blood pressure in kPa",
    input: { json: { kind: "blood-pressure", systolic: 17.6, diastolic: 10.4, pulse: 71, unit: "kPa" } },
    output: [
      {
        kind: "blood-pressure",
        values: { "systolic-pressure": 1320, "diastolic-pressure": 780, pulse: 710 },
        original: { unit: "kPa", values: { "systolic-pressure": "17.6", "diastolic-pressure": "10.4" } },
        flags: [],
      },
    ],
  },
  {
    title: "Oxygen saturation on room air, from memory",
    input: {
      json: {
        seq: 120,
        kind: "oxygen-saturation",
        at: "2026-11-22T07:07:02+01:00",
        spo2: 91,
        pulse: 88,
        unit: "%",
        oxygenFlow: 0,
        flags: ["from-memory"],
      },
    },
    output: [
      {
        kind: "oxygen-saturation",
        values: { "oxygen-saturation": 910, pulse: 880, "oxygen-flow": 0 },
        deviceTime: instant("2026-11-22T07:07:02+01:00"),
        seq: 120,
        flags: ["from-memory"],
      },
    ],
    note: "0 L/min is room air; not known is left out.",
  },
  {
    title: "Pulse",
    input: { json: { kind: "pulse", value: 64, unit: "bpm" } },
    output: [{ kind: "pulse", values: { pulse: 640 }, flags: [] }],
  },
  {
    title: "Temperature in the ear",
    input: { json: { kind: "temperature", value: 37.4, unit: "°C", site: "ear" } },
    output: [{ kind: "temperature", values: { "body-temperature": 3740 }, flags: [], detail: { site: "ear" } }],
  },
  {
    title: "Temperature in °F",
    input: { json: { kind: "temperature", value: 99.3, unit: "°F" } },
    output: [
      {
        kind: "temperature",
        values: { "body-temperature": 3739 },
        original: { unit: "°F", values: { "body-temperature": "99.3" } },
        flags: [],
      },
    ],
    note: "99.3 °F is 37.388… °C.",
  },
  {
    title: "Respiratory rate",
    input: { json: { kind: "respiratory-rate", value: 18, at: "2026-11-22T06:03:11Z" } },
    output: [
      {
        kind: "respiratory-rate",
        values: { "respiratory-rate": 180 },
        deviceTime: instant("2026-11-22T06:03:11Z"),
        flags: [],
      },
    ],
  },
  {
    title: "Glucose",
    input: { json: { kind: "glucose", value: 6.7, unit: "mmol/L" } },
    output: [{ kind: "glucose", values: { glucose: 670 }, flags: [] }],
  },
  {
    title: "Glucose in mg/dL, typed in",
    input: { json: { kind: "glucose", value: 121, unit: "mg/dL", flags: ["manual"] } },
    output: [
      {
        kind: "glucose",
        values: { glucose: 672 },
        original: { unit: "mg/dL", values: { glucose: "121" } },
        flags: ["manual"],
      },
    ],
    note: "121 mg/dL is 6.716 mmol/L.",
  },
  {
    title: "Peak flow",
    input: { json: { kind: "peak-flow", value: 310, unit: "L/min" } },
    output: [{ kind: "peak-flow", values: { "peak-flow": 3100 }, flags: [] }],
  },
  {
    title: "Spirometry",
    input: { json: { kind: "spirometry", fev1: 1.42, fvc: 2.9 } },
    output: [{ kind: "spirometry", values: { fev1: 1420, fvc: 2900 }, flags: [] }],
  },
  {
    title: "New confusion",
    input: { json: { kind: "consciousness", value: "C" } },
    output: [{ kind: "consciousness", values: { consciousness: 1 }, flags: [], detail: { acvpu: "C" } }],
  },
  {
    title: "Symptoms",
    input: {
      json: {
        kind: "symptoms",
        questionnaire: "heart-failure-daily",
        version: "2",
        answers: [
          { question: "breathless", answer: "worse" },
          { question: "swollen-legs", answer: true },
          { question: "pillows", answer: 3 },
        ],
      },
    },
    output: [
      {
        kind: "symptoms",
        values: {},
        flags: [],
        detail: {
          questionnaire: "heart-failure-daily",
          version: "2",
          answers: [
            { question: "breathless", answer: "worse" },
            { question: "swollen-legs", answer: true },
            { question: "pillows", answer: 3 },
          ],
        },
      },
    ],
  },
  {
    title: "A glucose unit on a weight",
    input: { json: { kind: "body-weight", value: 82.4, unit: "mmol/L" } },
    output: "UNIT_UNKNOWN",
  },
  { title: "No unit", input: { json: { kind: "body-weight", value: 82.4 } }, output: "PAYLOAD_SHAPE" },
  { title: "A number as text", input: { json: { kind: "pulse", value: "64" } }, output: "PAYLOAD_SHAPE" },
  { title: "Unknown kind", input: { json: { kind: "mood", value: 3 } }, output: "PAYLOAD_SHAPE" },
  {
    title: "A misspelt field",
    input: { json: { kind: "oxygen-saturation", spo2: 91, oxygenflow: 2 } },
    output: "PAYLOAD_SHAPE",
    note: "Ignored, it would turn “on 2 L/min” into “not known”.",
  },
  {
    title: "A flag of the platform's own",
    input: { json: { kind: "pulse", value: 64, flags: ["implausible"] } },
    output: "PAYLOAD_SHAPE",
  },
  {
    title: "A time without offset",
    input: { json: { kind: "pulse", value: 64, at: "2026-11-22T07:03:11" } },
    output: "PAYLOAD_SHAPE",
  },
  {
    title: "29 February 2026",
    input: { json: { kind: "pulse", value: 64, at: "2026-02-29T07:03:11+01:00" } },
    output: [{ kind: "pulse", values: { pulse: 640 }, clockUnset: true, flags: [] }],
    note: "No such date: the clock can't be right, the value may well be.",
  },
];

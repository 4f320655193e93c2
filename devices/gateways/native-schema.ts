import { z } from "zod";
import type { Flag } from "../../src/domain/flag.ts";
import { type Metric, metrics } from "../../src/domain/metric.ts";
import { unitsOf } from "../../src/domain/unit.ts";

/**
 * One reading as a hub sends it in JSON: one strict schema per kind, for a misspelt optional field must not vanish
 * without a word. Each has an id, so that JSON Schema can be generated from it.
 */

/** What a sender may say about a reading; the other flags are the platform's own. */
export const senderFlags = [
  "from-memory",
  "irregular-pulse",
  "body-movement",
  "cuff-loose",
  "position-improper",
  "poor-signal",
  "questionable",
  "ongoing",
  "early-estimate",
  "not-clinical",
  "manual",
  "pulse-range-high",
  "pulse-range-low",
] as const satisfies readonly Flag[];

/** ACVPU in order of the consciousness metric: 0 alert to 4 unresponsive. */
export const acvpu = ["A", "C", "V", "P", "U"] as const;

/** Where a temperature was taken, as the Bluetooth Health Thermometer profile has it. */
const sites = ["armpit", "body", "ear", "finger", "gastro-intestinal", "mouth", "rectum", "toe", "tympanum"] as const;

// Wide on purpose: an impossible value is a reading to be judged and shown, not a malformed message. The bounds only
// keep numbers inside what the store holds exactly.
const quantity = z.number().min(-1_000_000).max(1_000_000);

const unitNames = (metric: Metric) => z.enum(unitsOf(metric) as [string, ...string[]]);

/** The unit of a metric that is sent in several: never guessed. */
const unit = (metric: Metric) => unitNames(metric);

/** The unit of a metric that has only one, under whatever names: may be left out. */
const soleUnit = (metric: Metric) => unitNames(metric).default(metrics[metric].ucum);

/** RFC 3339, without leap seconds of its own: whether the date exists is checked when decoding. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** What a reading of any kind may carry. */
export const envelope = z.strictObject({
  at: z
    .string()
    .regex(instant)
    .meta({ format: "date-time", description: "When it was measured, by the device's own clock, with offset" })
    .optional(),
  seq: z.int().min(0).max(4_294_967_295).describe("The device's own count").optional(),
  user: z.int().min(0).max(255).describe("User slot; 255: not known").optional(),
  flags: z.array(z.enum(senderFlags)).max(senderFlags.length).optional(),
});

const bodyWeight = envelope
  .extend({ kind: z.literal("body-weight"), value: quantity, unit: unit("body-weight") })
  .meta({ id: "BodyWeightReading" });

const bloodPressure = envelope
  .extend({
    kind: z.literal("blood-pressure"),
    systolic: quantity,
    diastolic: quantity,
    mean: quantity.optional(),
    pulse: quantity.describe("Beats per minute").optional(),
    unit: unit("systolic-pressure"),
  })
  .meta({ id: "BloodPressureReading" });

const oxygenSaturation = envelope
  .extend({
    kind: z.literal("oxygen-saturation"),
    spo2: quantity,
    pulse: quantity.describe("Beats per minute").optional(),
    oxygenFlow: quantity.describe("Supplemental oxygen in L/min; 0: room air; left out: not known").optional(),
    unit: soleUnit("oxygen-saturation"),
  })
  .meta({ id: "OxygenSaturationReading" });

const pulse = envelope
  .extend({ kind: z.literal("pulse"), value: quantity, unit: soleUnit("pulse") })
  .meta({ id: "PulseReading" });

const temperature = envelope
  .extend({
    kind: z.literal("temperature"),
    value: quantity,
    unit: unit("body-temperature"),
    site: z.enum(sites).optional(),
  })
  .meta({ id: "TemperatureReading" });

const respiratoryRate = envelope
  .extend({ kind: z.literal("respiratory-rate"), value: quantity, unit: soleUnit("respiratory-rate") })
  .meta({ id: "RespiratoryRateReading" });

const glucose = envelope
  .extend({ kind: z.literal("glucose"), value: quantity, unit: unit("glucose") })
  .meta({ id: "GlucoseReading" });

const peakFlow = envelope
  .extend({ kind: z.literal("peak-flow"), value: quantity, unit: soleUnit("peak-flow") })
  .meta({ id: "PeakFlowReading" });

const spirometry = envelope
  .extend({ kind: z.literal("spirometry"), fev1: quantity, fvc: quantity.optional(), unit: soleUnit("fev1") })
  .meta({ id: "SpirometryReading" });

const consciousness = envelope
  .extend({
    kind: z.literal("consciousness"),
    value: z.enum(acvpu).describe("Alert, new Confusion, responds to Voice, responds to Pain, Unresponsive"),
  })
  .meta({ id: "ConsciousnessReading" });

// Codes only: free text could carry a name, and readings carry no identity.
const code = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/);

const answer = z
  .strictObject({ question: code, answer: z.union([code, z.boolean(), z.number().min(-1000).max(1000)]) })
  .meta({ id: "SymptomAnswer" });

const symptoms = envelope
  .extend({
    kind: z.literal("symptoms"),
    questionnaire: code,
    version: code,
    answers: z
      .array(answer)
      .min(1)
      .max(100)
      .refine((answers) => new Set(answers.map(({ question }) => question)).size === answers.length, {
        error: "Each question may be answered once",
      }),
  })
  .meta({ id: "SymptomsReading" });

/** One item of the `readings` array. */
export const nativeReadingSchema = z
  .discriminatedUnion("kind", [
    bodyWeight,
    bloodPressure,
    oxygenSaturation,
    pulse,
    temperature,
    respiratoryRate,
    glucose,
    peakFlow,
    spirometry,
    consciousness,
    symptoms,
  ])
  .meta({ id: "NativeReading", description: "One reading of one device" });

/** A reading as sent: what a hub or a simulator writes. */
export type NativeReadingInput = z.input<typeof nativeReadingSchema>;

/** A reading as checked, with units that may be left out filled in. */
export type NativeReading = z.output<typeof nativeReadingSchema>;

import { z } from "zod";
import { alertEventKinds, concerns, outcomes, severities } from "../../domain/alert.ts";
import { dayToIso } from "../../domain/day.ts";
import type { Comparison } from "../../rehearsal/compare.ts";
import type { ConfirmedEvent, Found } from "../../rehearsal/confirmed.ts";
import type { Load } from "../../rehearsal/load.ts";
import { changes, type Pair } from "../../rehearsal/match.ts";
import { calls, type RehearsedAlert } from "../../rehearsal/outcome.ts";
import type { Terms } from "../../rehearsal/patient.ts";
import { assumption, sentencesOf } from "../../rehearsal/sentences.ts";
import { explain } from "../../rules/explain.ts";
import { languages } from "../../rules/wording.ts";
import { iso, isoSchema } from "../conventions.ts";
import { type Sentence, sentenceSchema } from "./explanation.ts";

const loadSchema = z
  .object({
    alerts: z.int(),
    bySeverity: z.record(z.enum(severities), z.int()),
    calls: z
      .int()
      .meta({ description: "How often somebody is called to look: when an alert opens, and when it gets worse" }),
    byShift: z.record(z.string(), z.int()).meta({ description: "Calls, by the shift's name" }),
    weeks: z.array(z.object({ monday: z.iso.date(), alerts: z.int(), calls: z.int() })),
  })
  .meta({ id: "AlertLoad" });

const sideSchema = z
  .object({
    openedAt: isoSchema,
    resolvedAt: isoSchema.nullable().meta({ description: "By assumption; null when still active at the end" }),
    severity: z.enum(severities).meta({ description: "The worst that it reached" }),
    cause: z.string().meta({ description: "The rule of most weight when it opened" }),
    reading: z.string().nullable(),
    explanation: sentenceSchema.nullable(),
    events: z.array(z.object({ at: isoSchema, event: z.enum(alertEventKinds), severity: z.enum(severities) })),
  })
  .meta({ id: "RehearsedAlert" });

const pairSchema = z
  .object({
    change: z.enum(changes),
    concern: z.enum(concerns),
    severityChange: z.enum(["higher", "lower"]).nullable(),
    shiftSeconds: z.int().meta({ description: "How much later it opens under the draft; negative is earlier" }),
    before: sideSchema.nullable().meta({ description: "Under the plan in force; null for one that the draft adds" }),
    after: sideSchema.nullable().meta({ description: "Under the draft; null for one that it takes away" }),
  })
  .meta({ id: "RehearsedPair" });

const foundSchema = z.object({
  at: isoSchema.nullable().meta({ description: "When an alert of its concern opens; null when none does" }),
  otherConcern: z.enum(concerns).nullable().meta({ description: "Where none does: what another alert was about" }),
});

const confirmedSchema = z
  .object({
    alert: z.string().meta({ description: "The real alert" }),
    concern: z.enum(concerns),
    openedAt: isoSchema,
    before: foundSchema,
    after: foundSchema,
    missed: z.boolean(),
    shiftSeconds: z.int(),
  })
  .meta({ id: "ConfirmedEvent" });

/** What comes out of a comparison, whether about one patient or many. */
export const comparisonSchema = z.object({
  from: isoSchema,
  to: isoSchema,
  zone: z.string(),
  days: z.int(),
  assumption: sentenceSchema.meta({ description: "What staff are assumed to do, under both plans alike" }),
  sentences: z.array(sentenceSchema),
  before: loadSchema.meta({ description: "Under the plan in force, as if it had been all along" }),
  after: loadSchema.meta({ description: "Under the draft" }),
  changes: z.object({
    same: z.int(),
    moved: z.int(),
    added: z.int(),
    removed: z.int(),
    earlier: z.int(),
    later: z.int(),
    higher: z.int(),
    lower: z.int(),
  }),
  removedOutcomes: z
    .record(z.enum([...outcomes, "none"]), z.int())
    .meta({ description: "What staff said of the real alerts that stand for those the draft takes away" }),
  confirmed: z.array(confirmedSchema).meta({ description: "What staff confirmed, and how both plans find it" }),
  readings: z.int().meta({ description: "How many were judged" }),
  failures: z.int().meta({ description: "How many could not be judged under the draft" }),
  late: z.int().meta({
    description: "How many came more than a day after they were measured, and count as if they had come in time",
  }),
});

/** One patient's rehearsal, with every alert of both plans: enough to draw both timelines. */
export const patientResultSchema = comparisonSchema
  .extend({ alerts: z.array(pairSchema) })
  .meta({ id: "PatientRehearsalResult" });

/** A comparison as the API gives it. */
export function presentComparison(
  comparison: Comparison,
  { days, shifts, staff }: Terms,
): z.infer<typeof comparisonSchema> {
  const { period, zone, before, after, counts, removedOutcomes, confirmed, judged, failures, late } = comparison;
  return {
    from: iso(period.from),
    to: iso(period.to),
    zone,
    days,
    assumption: assumption(staff),
    sentences: sentencesOf(comparison, days, shifts),
    before: presentLoad(before),
    after: presentLoad(after),
    changes: { ...counts },
    removedOutcomes: { ...removedOutcomes },
    confirmed: confirmed.map(presentConfirmed),
    readings: judged,
    failures,
    late,
  };
}

/** One patient's comparison with its alerts. */
export const presentPatientResult = (comparison: Comparison, terms: Terms): z.infer<typeof patientResultSchema> => ({
  ...presentComparison(comparison, terms),
  alerts: comparison.pairs.map(presentPair),
});

const presentLoad = ({ weeks, ...load }: Load): z.infer<typeof loadSchema> => ({
  ...load,
  weeks: weeks.map(({ monday, ...week }) => ({ monday: dayToIso(monday), ...week })),
});

const presentPair = ({ change, concern, severity, shift = 0, before, after }: Pair): z.infer<typeof pairSchema> => ({
  change,
  concern,
  severityChange: severity ?? null,
  shiftSeconds: Math.round(shift / 1000),
  before: before ? presentSide(before) : null,
  after: after ? presentSide(after) : null,
});

const presentSide = (alert: RehearsedAlert): z.infer<typeof sideSchema> => {
  const [opening] = alert.events;
  // As an alert itself does: the worst finding says why.
  const finding = opening?.findings?.find(({ rule }) => rule === alert.cause);
  return {
    openedAt: iso(alert.openedAt),
    resolvedAt: alert.resolvedAt === undefined ? null : iso(alert.resolvedAt),
    severity: alert.severity,
    cause: alert.cause,
    reading: opening?.reading ?? null,
    explanation: finding
      ? (Object.fromEntries(languages.map((language) => [language, explain(finding, language)])) as Sentence)
      : null,
    events: alert.events
      .filter(({ event }) => calls.has(event) || event === "returned")
      .map(({ at, event, severity }) => ({ at: iso(at), event, severity })),
  };
};

const presentConfirmed = (event: ConfirmedEvent): z.infer<typeof confirmedSchema> => ({
  alert: event.id,
  concern: event.concern,
  openedAt: iso(event.openedAt),
  before: presentFound(event.before),
  after: presentFound(event.after),
  missed: event.missed,
  shiftSeconds: Math.round((event.shift ?? 0) / 1000),
});

const presentFound = ({ at, otherConcern }: Found): z.infer<typeof foundSchema> => ({
  at: at === undefined ? null : iso(at),
  otherConcern: otherConcern ?? null,
});

import { z } from "zod";
import { severities } from "../../domain/alert.ts";
import { judgedBy } from "../../domain/finding.ts";
import { type Day, dayOf, type WatchDay } from "../../explain/day.ts";
import {
  becameOf,
  remarksOfDay,
  remarksOn,
  sayAnswer,
  sayAsKnown,
  sayUnmeasured,
  sayUnwatched,
} from "../../explain/say.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { iso, isoSchema } from "../conventions.ts";
import { sentenceSchema } from "./explanation.ts";
import { kindSchema } from "./reading.ts";
import { measureSchema, metricSchema, presentValue, presentValues, valueSchema } from "./value.ts";

const answerSchema = z
  .object({
    verdict: z.enum(["finding", "inside", "not-evaluable"]),
    reading: z.string(),
    measuredAt: isoSchema,
    sentence: sentenceSchema,
    margin: valueSchema.nullable().meta({
      description:
        "How far inside the limit, exactly; below 0 beyond it. Null where that is no whole number of stored units",
    }),
    becameOf: sentenceSchema.nullable().meta({ description: "Of a finding: what was done with it" }),
    alert: z.string().nullable(),
    asKnown: sentenceSchema
      .nullable()
      .meta({ description: "What it would have said with what had arrived when the reading came; null when the same" }),
  })
  .meta({ id: "RuleAnswer" });

const ruleDaySchema = z
  .object({
    planVersion: z.int().nullable().meta({ description: "Null for the general safety limits without a plan" }),
    rule: z.string(),
    kind: z.enum(judgedBy),
    severity: z.enum(severities),
    metric: measureSchema,
    direction: z.enum(["above", "below"]),
    outcome: z.enum(["finding", "inside", "not-evaluable", "nothing-measured"]),
    asked: z.int().meta({ description: "How many readings it was asked about" }),
    sentence: sentenceSchema.meta({ description: "Why it did or did not find anything" }),
    answers: z.array(answerSchema).meta({
      description: "The findings, or the nearest reading; then one for each reason why a reading did not count",
    }),
  })
  .meta({ id: "RuleDay" });

export const daySchema = z
  .object({
    patient: z.string(),
    on: z.iso.date(),
    zone: z.string(),
    plans: z.array(z.object({ version: z.int().nullable(), from: isoSchema, to: isoSchema })),
    remarks: z.array(sentenceSchema).meta({ description: "Whether the patient was watched over, and by which plan" }),
    rules: z.array(ruleDaySchema),
    unwatched: z
      .array(z.object({ metric: metricSchema, sentence: sentenceSchema }))
      .meta({ description: "Measured, and no rule is about it" }),
    readings: z.array(
      z.object({
        id: z.string(),
        kind: kindSchema,
        values: z.array(valueSchema),
        measuredAt: isoSchema,
        receivedAt: isoSchema,
        remarks: z.array(sentenceSchema).meta({ description: "How late it was, and why it doesn't count" }),
      }),
    ),
  })
  .meta({ id: "ExplainedDay" });

/** A day of a patient explained, as the API gives it. @param on the local date, ISO 8601 */
export function presentDay(
  db: Database,
  patient: { readonly id: string; readonly team: string },
  on: string,
): z.infer<typeof daySchema> {
  const day = dayOf(db, patient, on);
  return {
    patient: patient.id,
    on,
    zone: day.zone,
    plans: day.plans.map(({ plan, from, to }) => ({ version: plan?.version ?? null, from: iso(from), to: iso(to) })),
    remarks: remarksOfDay(day),
    rules: day.watches.map((watch) => presentWatch(db, watch, day)),
    unwatched: day.unwatched.map((metric) => ({ metric, sentence: sayUnwatched(metric) })),
    readings: day.readings.map((one) => ({
      id: one.reading.id,
      kind: one.reading.kind,
      values: presentValues(one.reading.values),
      measuredAt: iso(one.reading.measuredAt),
      receivedAt: iso(one.reading.receivedAt),
      remarks: remarksOn(db, one),
    })),
  };
}

function presentWatch(db: Database, watched: WatchDay, day: Day): z.infer<typeof ruleDaySchema> {
  const { watch, plan, asked, answers } = watched;
  const presented = answers.map((answer): z.infer<typeof answerSchema> => {
    const { reading, judgement, margin } = answer;
    const became = judgement.verdict === "finding" ? becameOf(db, answer) : undefined;
    return {
      verdict: judgement.verdict,
      reading: reading.id,
      measuredAt: iso(reading.measuredAt),
      sentence: sayAnswer(answer, watched),
      margin: margin?.times === 1 ? presentValue(watch.metric, margin.left) : null,
      becameOf: became?.said ?? null,
      alert: became?.alert ?? null,
      asKnown: sayAsKnown(answer, watched) ?? null,
    };
  });
  return {
    planVersion: plan,
    rule: watch.id,
    kind: watch.rule?.kind ?? "safety",
    severity: watch.severity,
    metric: watch.metric,
    direction: watch.direction,
    outcome: presented[0]?.verdict ?? "nothing-measured",
    asked,
    sentence: presented[0]?.sentence ?? sayUnmeasured(watched, day),
    answers: presented,
  };
}

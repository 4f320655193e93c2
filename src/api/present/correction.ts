import { z } from "zod";
import { exclusionReasons } from "../../domain/exclusion.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Exclusion, ReadingEventRow } from "../../store/sqlite/queries/corrections.ts";
import type { ReadingOfSource } from "../../store/sqlite/queries/readings.ts";
import { decisions } from "../../store/sqlite/reading-row.ts";
import { iso, isoSchema } from "../conventions.ts";
import { type EventData, explainEvent, findingSchema, presentFinding, sentenceSchema } from "./explanation.ts";
import { presentReading, readingSchema } from "./reading.ts";

const decidedSchema = z.object({ decision: z.enum(decisions), planVersion: z.int().nullable() });

const exclusionSchema = z
  .object({
    reason: z.enum(exclusionReasons),
    note: z.string().nullable(),
    by: z.string().meta({ description: "Staff id" }),
    name: z.string().nullable().meta({ description: "Whose that id is" }),
    at: isoSchema,
  })
  .meta({ id: "Exclusion" })
  .nullable()
  .meta({ description: "Why it counts nowhere, if staff said so" });

export const readingInListSchema = readingSchema.extend({ exclusion: exclusionSchema }).meta({ id: "ReadingInList" });

/** @param names of staff by id */
export const presentExclusion = (
  exclusion: Exclusion | undefined,
  names: ReadonlyMap<string, string>,
): z.infer<typeof exclusionSchema> =>
  exclusion
    ? {
        reason: exclusion.reason,
        note: exclusion.note ?? null,
        by: exclusion.by,
        name: names.get(exclusion.by) ?? null,
        at: iso(exclusion.at),
      }
    : null;

export const readingWithHistorySchema = readingSchema
  .extend({
    exclusion: exclusionSchema,
    history: z.array(
      z.object({
        at: isoSchema,
        event: z.string().meta({
          description:
            "`reading.excluded`, `reading.included`, `reading.moved`, `reading.judged-again`, `reading.history`, or what it did to an alert",
        }),
        actor: z.string(),
        reason: z.string(),
        alert: z.string().nullable(),
        explanation: sentenceSchema.nullable(),
        findings: z.array(findingSchema),
        was: decidedSchema.nullable().meta({ description: "What had been decided until then" }),
        now: decidedSchema
          .nullable()
          .meta({ description: "What is decided from then on, where a correction changed it" }),
        note: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ReadingWithHistory" });

type Decided = { readonly decision: (typeof decisions)[number]; readonly plan: number | null };
type CorrectionData = EventData & {
  readonly findings?: readonly Finding[];
  readonly decision?: Decided["decision"];
  readonly plan?: number | null;
  readonly from?: Decided | string;
  readonly to?: Decided | string;
  readonly note?: string;
};

/** A reading as the API gives it, with what has happened to it. */
export const presentReadingWithHistory = (
  row: ReadingOfSource,
  alerts: readonly string[],
  exclusion: Exclusion | undefined,
  events: readonly ReadingEventRow[],
  names: ReadonlyMap<string, string>,
): z.infer<typeof readingWithHistorySchema> => ({
  ...presentReading(row, alerts),
  exclusion: presentExclusion(exclusion, names),
  history: events.map(presentEvent),
});

function presentEvent({ at, type, actor, reason, alert, data: text }: ReadingEventRow) {
  const data = JSON.parse(text) as CorrectionData;
  const excluding = data.decision === undefined ? null : { decision: data.decision, planVersion: data.plan ?? null };
  return {
    at: iso(at),
    event: type,
    actor,
    reason,
    alert,
    explanation: explainEvent(data, true) ?? null,
    findings: (data.findings ?? []).map(presentFinding),
    was: decided(data.from) ?? excluding,
    now: decided(data.to),
    note: data.note ?? null,
  };
}

/** A move's `from` and `to` are ids. */
const decided = (told: Decided | string | undefined) =>
  told === undefined || typeof told === "string" ? null : { decision: told.decision, planVersion: told.plan };

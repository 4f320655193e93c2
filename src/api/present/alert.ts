import { z } from "zod";
import { latestPromise } from "../../alerts/promise.ts";
import {
  type Alert,
  type AlertEventKind,
  actionsTaken,
  alertEventKinds,
  alertStates,
  concerns,
  outcomes,
  severities,
  subjectTypes,
} from "../../domain/alert.ts";
import { type EngineRow, engineAt } from "../../store/sqlite/engines.ts";
import type { AlertEventRow } from "../../store/sqlite/queries/alerts.ts";
import type { SnoozeRow } from "../../store/sqlite/snoozes.ts";
import { iso, isoSchema } from "../conventions.ts";
import { curveSchema } from "./curve.ts";
import {
  escalationSchema,
  type Naming,
  presentEscalation,
  presentTelling,
  type TellingData,
  tellingSchema,
} from "./escalation.ts";
import {
  actionFor,
  type EventData,
  explainEvent,
  findingSchema,
  presentFinding,
  sentenceSchema,
} from "./explanation.ts";
import { personSchema } from "./person.ts";
import { kindSchema } from "./reading.ts";
import { presentSnooze, snoozeSchema } from "./snooze.ts";
import { presentValues, valueSchema } from "./value.ts";

const staffSchema = z.object({ staff: z.string(), name: z.string().nullable() }).meta({ id: "StaffName" });
const promiseSchema = z.object({ text: z.string(), due: isoSchema }).meta({ id: "Promise" });

export const alertSchema = z
  .object({
    id: z.string(),
    version: z.int().meta({ description: "Grows with every event; the ETag" }),
    subject: z.object({ type: z.enum(subjectTypes), id: z.string() }),
    patient: z
      .object({ id: z.string(), name: personSchema.nullable() })
      .nullable()
      .meta({ description: "Null for alerts about a device, a hub or the platform; `name` is null for technicians" }),
    team: z.string().meta({ description: "The team that answers for it now" }),
    concern: z.enum(concerns),
    category: z.enum(["clinical", "technical"]),
    severity: z.enum(severities),
    state: z.enum(alertStates),
    openedAt: isoSchema,
    updatedAt: isoSchema,
    explanation: sentenceSchema.meta({ description: "Why, in plain words; of several causes the latest" }),
    cause: z.string().meta({ description: "The plan's rule, or the technical code" }),
    action: z.string().nullable().meta({ description: "For technical alerts: what to do, and whose move it is" }),
    measuredAt: isoSchema.nullable(),
    treatmentLimitation: z.string().nullable().meta({ description: "What the plan in force says about it" }),
    acknowledged: z.object({ by: staffSchema, at: isoSchema, promise: promiseSchema }).nullable(),
    escalation: escalationSchema
      .nullable()
      .meta({ description: "Who was told last, and who will be next; null unless it is open" }),
    renewals: z.int().meta({ description: "How often the promise was renewed; from the third on the manager is told" }),
    assignee: staffSchema.nullable().meta({ description: "Who is to look after it; that alone stops no clock" }),
    snoozes: z.array(snoozeSchema).meta({ description: "What of its concern is kept quiet now" }),
    undoUntil: isoSchema.nullable().meta({ description: "Until when whoever did the last thing may take it back" }),
    latestPromise: isoSchema
      .nullable()
      .meta({ description: "The latest that may be promised now; null when resolved" }),
    resolved: z
      .object({
        by: staffSchema.nullable().meta({ description: "Null when the platform withdrew it" }),
        at: isoSchema,
        outcome: z.enum([...outcomes, "withdrawn"]).nullable(),
        action: z.enum(actionsTaken).nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Alert" });

/** See `GET /engines`. */
const engineVersionSchema = z
  .string()
  .nullable()
  .meta({ description: "Version of the engine that decided it; null for what is older than the noting of engines" });

export const alertEventSchema = z
  .object({
    seq: z.int(),
    at: isoSchema,
    event: z.enum(alertEventKinds),
    actor: z.object({ type: z.enum(["staff", "hub", "platform"]), id: z.string(), name: z.string().nullable() }),
    reason: z.string().nullable().meta({ description: "Null where it would tell a technician a measured value" }),
    explanation: sentenceSchema.nullable(),
    severity: z.enum(severities).nullable(),
    state: z.enum(alertStates).nullable(),
    promise: promiseSchema.nullable(),
    note: z.string().nullable().meta({ description: "What somebody wrote; null for technicians" }),
    assignee: z.string().nullable(),
    undone: z.enum(alertEventKinds).nullable().meta({ description: "What was taken back" }),
    until: isoSchema.nullable().meta({ description: "For a snooze" }),
    planVersion: z.int().nullable(),
    engine: engineVersionSchema,
    lateBySeconds: z.int().nullable(),
    told: tellingSchema.nullable().meta({ description: "Who was told, where people were" }),
    findings: z.array(findingSchema),
    reading: z
      .object({ id: z.string(), kind: kindSchema, measuredAt: isoSchema, values: z.array(valueSchema) })
      .nullable(),
  })
  .meta({ id: "AlertEvent" });

export const alertWithEventsSchema = alertSchema
  .extend({
    engine: engineVersionSchema.meta({ description: "Version of the engine that opened it; see `GET /engines`" }),
    events: z.array(alertEventSchema),
  })
  .meta({ id: "AlertWithEvents" });

export const alertInListSchema = alertSchema
  .extend({ curve: curveSchema.nullable().meta({ description: "Only when asked for, and only where it has values" }) })
  .meta({ id: "AlertInList" });

/** What an alert is presented with beside itself. */
export type AlertSurroundings = {
  /** The team that answers for it now, and the zone its days are counted in. */
  readonly team: string;
  readonly zone: string;
  readonly now: number;
  /** Whether the reader may see measured values and names. */
  readonly clinical: boolean;
  readonly person: z.infer<typeof personSchema> | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly teamName: (id: string) => string;
  readonly cause: AlertEventRow | undefined;
  readonly treatmentLimitation: string | undefined;
  readonly snoozes: readonly SnoozeRow[];
  readonly undoUntil: number | undefined;
};

/** An alert as the API gives it. */
export function presentAlert(alert: Alert, around: AlertSurroundings): z.infer<typeof alertSchema> {
  const { now, clinical, names, person } = around;
  const data = around.cause ? (JSON.parse(around.cause.data) as EventData) : {};
  const nobody = { sv: alert.cause, en: alert.cause };
  const name = (staff: string) => ({ staff, name: names.get(staff) ?? null });
  return {
    id: alert.id,
    version: alert.version,
    subject: { ...alert.subject },
    patient: alert.subject.type === "patient" ? { id: alert.subject.id, name: (clinical && person) || null } : null,
    team: around.team,
    concern: alert.concern,
    category: alert.category,
    severity: alert.severity,
    state: alert.state,
    openedAt: iso(alert.openedAt),
    updatedAt: iso(alert.updatedAt),
    explanation: explainEvent(data, clinical) ?? nobody,
    cause: alert.cause,
    action: actionFor(data) ?? null,
    measuredAt: data.reading ? iso(data.reading.measuredAt) : null,
    treatmentLimitation: (clinical && around.treatmentLimitation) || null,
    acknowledged:
      alert.acknowledgedBy !== undefined && alert.acknowledgedAt !== undefined && alert.promise
        ? {
            by: name(alert.acknowledgedBy),
            at: iso(alert.acknowledgedAt),
            promise: { text: alert.promise.text, due: iso(alert.promise.due) },
          }
        : null,
    escalation: presentEscalation(alert, { staff: names, team: around.teamName }, around),
    renewals: alert.renewals ?? 0,
    assignee: alert.assignee === undefined ? null : name(alert.assignee),
    snoozes: clinical ? around.snoozes.map((row) => presentSnooze(row, names)) : [],
    undoUntil: around.undoUntil === undefined || around.undoUntil < now ? null : iso(around.undoUntil),
    latestPromise: alert.state === "resolved" ? null : iso(latestPromise(alert.severity, now, around.zone)),
    resolved:
      alert.resolvedAt === undefined
        ? null
        : {
            by: alert.resolvedBy === undefined ? null : name(alert.resolvedBy),
            at: iso(alert.resolvedAt),
            outcome: alert.outcome ?? null,
            action: alert.action ?? null,
          },
  };
}

/** Reasons that name a side and how far beyond: the platform's own words about a measured value. */
const tellsValue: ReadonlySet<AlertEventKind> = new Set(["joined", "worsened", "reopened", "returned", "undone"]);

/** One event of an alert's history as the API gives it. */
export function presentAlertEvent(
  row: AlertEventRow,
  clinical: boolean,
  { staff: names, team }: Naming,
  engines: readonly EngineRow[],
): z.infer<typeof alertEventSchema> {
  const data = JSON.parse(row.data) as EventData & TellingData;
  const event = row.type.slice("alert.".length) as AlertEventKind;
  const reading = clinical ? data.reading : undefined;
  const told = event === "told" ? presentTelling(data, { staff: names, team }) : null;
  return {
    seq: row.seq,
    at: iso(row.at),
    event,
    actor: actorOf(row.actor, names),
    reason: !clinical && tellsValue.has(event) ? null : row.reason,
    explanation: told?.explanation ?? explainEvent(data, clinical) ?? null,
    severity: (data.severity as Alert["severity"] | undefined) ?? null,
    state: (data.state as Alert["state"] | undefined) ?? null,
    promise: data.promise ? { text: data.promise.text, due: iso(data.promise.due) } : null,
    note: (clinical && data.note) || null,
    assignee: data.assignee ?? null,
    undone: data.undone ?? null,
    until: data.until === undefined ? null : iso(data.until),
    planVersion: data.plan ?? null,
    engine: engineAt(engines, row.command)?.version ?? null,
    lateBySeconds: data.late === undefined ? null : Math.round(data.late / 1000),
    told,
    findings: clinical ? (data.findings ?? []).map(presentFinding) : [],
    reading: reading
      ? {
          id: reading.id,
          kind: reading.kind,
          measuredAt: iso(reading.measuredAt),
          values: presentValues(reading.values),
        }
      : null,
  };
}

/** Who did it: staff, a hub, or the platform itself. */
function actorOf(actor: string, names: ReadonlyMap<string, string>): z.infer<typeof alertEventSchema>["actor"] {
  if (actor === "platform") return { type: "platform", id: actor, name: null };
  if (actor.startsWith("hub:")) return { type: "hub", id: actor.slice("hub:".length), name: null };
  return { type: "staff", id: actor, name: names.get(actor) ?? null };
}

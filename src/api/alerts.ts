import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { sayHappened } from "../alerts/say-happened.ts";
import {
  type AlertEventKind,
  actionsTaken,
  alertStates,
  type Commitment,
  outcomes,
  severities,
} from "../domain/alert.ts";
import { idSchema, seesClinical } from "../domain/people.ts";
import { HemvaktError, isHemvaktError } from "../errors.ts";
import type { CommandBody } from "../ledger/commands.ts";
import type { AlertRow } from "../store/sqlite/alerts.ts";
import type { Database } from "../store/sqlite/database.ts";
import { alertPage, eventsOfAlert, rankOf, visibleAlert } from "../store/sqlite/queries/alerts.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { allow, logRead, teamFilter, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  ifMatchHeader,
  instantSchema,
  page,
  pageOf,
  pageQuery,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { alertInListSchema, alertWithEventsSchema } from "./present/alert.ts";
import { presentAlertWithEvents, presentWorklist } from "./present/alert-list.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Alerts"];
const mayRead = allow("nurse", "physician", "technician");

const worklistQuery = pageQuery.extend({
  state: z
    .enum([...alertStates, "active", "all"])
    .default("active")
    .meta({ description: "`active`: open and acknowledged" }),
  team: idSchema.optional().meta({ description: "Only what this team answers for" }),
  patient: idSchema.optional(),
  category: z.enum(["clinical", "technical"]).optional(),
  severity: z.enum(severities).optional(),
  mine: z.enum(["true", "false"]).default("false").meta({ description: "Only what you have acknowledged" }),
  curve: z
    .enum(["true", "false"])
    .default("false")
    .meta({ description: "With the last two weeks of what it is about" }),
});

const keySchema = z.tuple([z.int(), z.int(), z.string()]);
const alertParams = z.object({ alert: idSchema });
const changeHeaders = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
const changeRefusals = ["FORBIDDEN", "CSRF", "NOT_FOUND", "PRECONDITION_REQUIRED", "PRECONDITION_FAILED"] as const;

const acknowledgeSchema = z
  .strictObject({ promise: z.strictObject({ text: z.string().min(1).max(200), due: instantSchema }) })
  .meta({
    id: "Acknowledgement",
    examples: [{ promise: { text: "I call her before nine.", due: "2026-11-22T09:00:00+01:00" } }],
  });

const resolveSchema = z
  .strictObject({
    outcome: z.enum(outcomes).meta({ description: "What it was" }),
    action: z.enum(actionsTaken).meta({ description: "What was done" }),
    note: z.string().min(1).max(2000).optional(),
  })
  .meta({
    id: "Resolution",
    examples: [{ outcome: "true", action: "medication", note: "Furosemide doubled, 3 days." }],
  });

/** Alerts: the worklist, one alert's story, taking it on and closing it. */
export async function alertRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  /** The alert with its story, logged as read. Technicians see technical alerts and no measured values. */
  async function answer(request: FastifyRequest, row: AlertRow, action: string) {
    const presented = presentAlertWithEvents(db, row, readerOf(request, clock.now()));
    await logRead(request, patientsOf([row]), action);
    return presented;
  }

  app.get(
    "/alerts",
    {
      preValidation: mayRead,
      schema: {
        tags,
        summary: "List alerts",
        description:
          "Worst first, then the oldest. A patient's alerts follow the patient to the team that is responsible now. " +
          "Technicians get technical alerts only.",
        querystring: worklistQuery,
        response: { 200: pageOf(alertInListSchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { state, team, patient, category, severity, mine, curve } = request.query;
      const reader = readerOf(request, clock.now());
      if (team !== undefined) visibleTeam(request, team);
      if (!reader.clinical && category === "clinical") throw new HemvaktError("FORBIDDEN");
      const paging = page(request.query, keySchema);
      const rows = alertPage(db, {
        teams: teamFilter(request),
        states: state === "active" ? ["open", "acknowledged"] : state === "all" ? alertStates : [state],
        team,
        patient,
        severity,
        category: reader.clinical ? category : "technical",
        takenBy: mine === "true" ? request.principal.staff : undefined,
        after: paging.after,
        fetch: paging.fetch,
      });
      const shown = rows.slice(0, request.query.limit);
      const presented = presentWorklist(db, shown, { ...reader, curves: curve === "true" });
      await logRead(request, patientsOf(shown), "worklist");
      const { next } = paging.of(rows, keyOf, ({ id }) => id);
      return { items: presented, next };
    },
  );

  app.get(
    "/alerts/:alert",
    {
      preValidation: mayRead,
      schema: {
        tags,
        summary: "Read an alert with its history",
        params: alertParams,
        response: { 200: alertWithEventsSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const row = requireAlert(request, request.params.alert);
      setEtag(reply, row.version);
      return answer(request, row, "alert");
    },
  );

  app.post(
    "/alerts/:alert/acknowledge",
    {
      preValidation: mayRead,
      schema: {
        tags,
        summary: "Take an alert on, with a promise",
        description:
          "Within four hours for a red alert, by the end of the next working day for others. When the promise passes the " +
          "alert is open again. Of two at once one wins; the other gets 412 with the state it is in now.",
        params: alertParams,
        headers: changeHeaders,
        body: acknowledgeSchema,
        response: {
          200: alertWithEventsSchema,
          ...problemResponses(
            ...changeRefusals,
            "ALERT_TRANSITION",
            "PROMISE_TOO_LATE",
            "PROMISE_PAST",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id } = requireAlert(request, request.params.alert);
      const ifVersion = requireIfMatch(request);
      await submitOnAlert(request, id, {
        kind: "alert-acknowledge",
        alert: id,
        ifVersion,
        promise: request.body.promise,
      });
      const row = requireAlert(request, id);
      setEtag(reply, row.version);
      return answer(request, row, "alert-acknowledge");
    },
  );

  app.post(
    "/alerts/:alert/resolve",
    {
      preValidation: mayRead,
      schema: {
        tags,
        summary: "Close an alert: what it was and what was done",
        description: "Only an acknowledged alert can be closed.",
        params: alertParams,
        headers: changeHeaders,
        body: resolveSchema,
        response: {
          200: alertWithEventsSchema,
          ...problemResponses(...changeRefusals, "ALERT_TRANSITION", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { id } = requireAlert(request, request.params.alert);
      const ifVersion = requireIfMatch(request);
      const { outcome, action, note } = request.body;
      await submitOnAlert(request, id, {
        kind: "alert-resolve",
        alert: id,
        ifVersion,
        outcome,
        action,
        ...(note === undefined ? {} : { note }),
      });
      const row = requireAlert(request, id);
      setEtag(reply, row.version);
      return answer(request, row, "alert-resolve");
    },
  );
}

export const readerOf = (request: FastifyRequest, now: number) => ({
  now,
  clinical: seesClinical(request.principal.role),
});

/** The alert, if the principal's teams and role see it. @throws HemvaktError `NOT_FOUND` */
export function requireAlert(request: FastifyRequest, id: string): AlertRow {
  const row = visibleAlert(request.server.hemvakt.db, teamFilter(request), id);
  if (!row || (row.category === "clinical" && !seesClinical(request.principal.role))) {
    throw new HemvaktError("NOT_FOUND");
  }
  return row;
}

export const patientsOf = (rows: readonly AlertRow[]): string[] =>
  rows.flatMap((row) => (row.subject_type === "patient" ? [row.subject] : []));

const keyOf = (row: AlertRow): [number, number, string] => [rankOf(row.severity), row.opened_at, row.id];

/**
 * A change of an alert. Whoever comes second is told what the first has done, in words.
 * @throws HemvaktError as `submit`
 */
export async function submitOnAlert(request: FastifyRequest, id: string, command: CommandBody): Promise<void> {
  try {
    await submit(request, command);
  } catch (error) {
    if (!isHemvaktError(error, "PRECONDITION_FAILED")) throw error;
    const { db, clock } = request.server.hemvakt;
    const explanation = whatHappened(db, id, clock.now());
    throw new HemvaktError("PRECONDITION_FAILED", error.detail, { ...error.data, ...(explanation && { explanation }) });
  }
}

/** The last thing that changed an alert, as a sentence in each language. */
function whatHappened(db: Database, id: string, now: number): ReturnType<typeof sayHappened> | undefined {
  const row = eventsOfAlert(db, id).findLast(({ type }) => type !== "alert.told");
  if (!row) return undefined;
  const { promise } = JSON.parse(row.data) as { promise?: Commitment };
  const kind = row.type.slice("alert.".length) as AlertEventKind;
  const team = db.get<{ zone: string }>("SELECT t.zone FROM alert a JOIN team t ON t.id = a.team WHERE a.id = ?", id);
  const who = staffNames(db, [row.actor]).get(row.actor);
  return sayHappened({ kind, at: row.at, promise }, who, now, team?.zone ?? "UTC");
}

import { z } from "zod";
import { sayInstant } from "../alerts/say-duty.ts";
import { sideSchema } from "../domain/alert.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError, isHemvaktError } from "../errors.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { teamById } from "../store/sqlite/registry.ts";
import { type SnoozeRow, snoozeById } from "../store/sqlite/snoozes.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import { patientsOf, readerOf, requireAlert, submitOnAlert } from "./alerts.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, ifMatchHeader, instantSchema, requireIfMatch, setEtag, submit } from "./conventions.ts";
import { patientParams } from "./patients.ts";
import { alertWithEventsSchema } from "./present/alert.ts";
import { presentAlertWithEvents } from "./present/alert-list.ts";
import { presentSnooze, snoozeSchema } from "./present/snooze.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Alerts"];
const clinical = allow("nurse", "physician");
const alertParams = z.object({ alert: idSchema });
const changeHeaders = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
const changeRefusals = ["FORBIDDEN", "CSRF", "NOT_FOUND", "PRECONDITION_REQUIRED", "PRECONDITION_FAILED"] as const;

/** What people do with an alert beside taking it on and closing it. */
export async function alertActionRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  /** The alert as it is now with its story, logged as read. */
  async function answer(request: Parameters<typeof requireAlert>[0], id: string, action: string) {
    const row = requireAlert(request, id);
    const presented = presentAlertWithEvents(db, row, readerOf(request, clock.now()));
    await logRead(request, patientsOf([row]), action);
    return presented;
  }

  app.post(
    "/alerts/:alert/assign",
    {
      preValidation: allow("nurse", "physician", "technician"),
      schema: {
        tags,
        summary: "Give an alert to somebody to look after, or to yourself",
        description: "A colleague is told. It stops no clock: only acknowledging does.",
        params: alertParams,
        headers: changeHeaders,
        body: z.strictObject({ assignee: idSchema }).meta({ id: "Assignee", examples: [{ assignee: "karin" }] }),
        response: {
          200: alertWithEventsSchema,
          ...problemResponses(...changeRefusals, "ALERT_TRANSITION", "ASSIGNEE", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { id } = requireAlert(request, request.params.alert);
      const ifVersion = requireIfMatch(request);
      await submitOnAlert(request, id, {
        kind: "alert-assign",
        alert: id,
        assignee: request.body.assignee,
        ifVersion,
      });
      const alert = await answer(request, id, "alert-assign");
      setEtag(reply, alert.version);
      return alert;
    },
  );

  app.post(
    "/alerts/:alert/notes",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Write something down about an alert",
        description: "Stands in its story, also once it is closed. Technicians don't see it.",
        params: alertParams,
        headers: idempotencyHeader,
        body: z.strictObject({ text: z.string().min(1).max(2000) }).meta({ id: "AlertNote" }),
        response: {
          201: alertWithEventsSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { id } = requireAlert(request, request.params.alert);
      await submit(request, { kind: "alert-note", alert: id, text: request.body.text });
      const alert = await answer(request, id, "alert-note");
      setEtag(reply, alert.version);
      reply.code(201);
      return alert;
    },
  );

  app.post(
    "/alerts/:alert/snooze",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Keep one direction of an alert's concern quiet for a while",
        description:
          "Of an alert that has been taken on. Always with an end: at most 12 hours for a red one, 7 days for others. It breaks at " +
          "once when it gets worse by the metric's step or more severe, or a safety limit is crossed; another direction and other " +
          "concerns are not quiet. What was kept quiet and hasn't returned is told at the end.",
        params: alertParams,
        headers: changeHeaders,
        body: z
          .strictObject({
            sides: z
              .array(sideSchema)
              .min(1)
              .max(8)
              .optional()
              .meta({ description: "Default: all that it stands for" }),
            until: instantSchema,
            reason: z.string().min(3).max(300),
          })
          .meta({
            id: "NewSnooze",
            examples: [{ until: "2026-11-22T20:00:00+01:00", reason: "Extra furosemid given 08:00, väntad effekt" }],
          }),
        response: {
          200: alertWithEventsSchema,
          ...problemResponses(...changeRefusals, "ALERT_TRANSITION", "SNOOZE_SIDE", "SNOOZE_TOO_LONG", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { id } = requireAlert(request, request.params.alert);
      const ifVersion = requireIfMatch(request);
      const { sides, until, reason } = request.body;
      await submitOnAlert(request, id, {
        kind: "alert-snooze",
        alert: id,
        ...(sides === undefined ? {} : { sides }),
        until,
        reason,
        ifVersion,
      });
      const alert = await answer(request, id, "alert-snooze");
      setEtag(reply, alert.version);
      return alert;
    },
  );

  app.post(
    "/alerts/:alert/undo",
    {
      preValidation: allow("nurse", "physician", "technician"),
      schema: {
        tags,
        summary: "Take back what you just did",
        description:
          "Acknowledging, renewing, closing, assigning or snoozing, within a minute, by whoever did it, as long as nothing else " +
          "has happened to the alert. It is then as it was, and its clocks go on; that it happened stays in its story.",
        params: alertParams,
        headers: idempotencyHeader,
        body: z.strictObject({ reason: z.string().min(1).max(300) }).meta({ id: "Undo" }),
        response: {
          200: alertWithEventsSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "UNDO_TOO_LATE", "UNDO_NOT_YOURS", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { id } = requireAlert(request, request.params.alert);
      await submit(request, { kind: "alert-undo", alert: id, reason: request.body.reason });
      const alert = await answer(request, id, "alert-undo");
      setEtag(reply, alert.version);
      return alert;
    },
  );

  app.get(
    "/patients/:patient/snoozes",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List what of a patient is or was kept quiet",
        description: "Newest first.",
        params: patientParams,
        querystring: z.strictObject({ active: z.enum(["true", "false"]).default("true") }),
        response: {
          200: z.object({ items: z.array(snoozeSchema) }),
          ...problemResponses("FORBIDDEN", "NOT_FOUND"),
        },
      },
    },
    async (request) => {
      const { id } = visiblePatient(request, request.params.patient);
      await logRead(request, [id], "snoozes");
      const rows = db
        .all<SnoozeRow>("SELECT * FROM snooze WHERE patient = ? ORDER BY from_at DESC, id LIMIT 500", id)
        .filter((row) => request.query.active === "false" || (row.ended_at === null && row.until_at > clock.now()));
      const names = staffNames(
        db,
        rows.map((row) => row.set_by),
      );
      return { items: rows.map((row) => presentSnooze(row, names)) };
    },
  );

  app.delete(
    "/snoozes/:snooze",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "End a snooze now",
        description: "What it kept quiet and hasn't returned since is told at once.",
        params: z.object({ snooze: idSchema }),
        headers: idempotencyHeader,
        response: {
          204: z.undefined().meta({ description: "Ended" }),
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "SNOOZE_ENDED"),
        },
      },
    },
    async (request, reply) => {
      const row = snoozeById(db, request.params.snooze);
      if (!row) throw new HemvaktError("NOT_FOUND");
      const { team } = visiblePatient(request, row.patient);
      try {
        await submit(request, { kind: "snooze-end", snooze: row.id });
      } catch (error) {
        const ended = isHemvaktError(error, "NOT_FOUND") ? snoozeById(db, row.id) : undefined;
        if (!ended) throw error;
        throw new HemvaktError("SNOOZE_ENDED", undefined, { explanation: sayEnd(ended, team) });
      }
      await logRead(request, [row.patient], "snooze-end");
      reply.code(204);
    },
  );

  /** Who ended a snooze, told to whoever came second. */
  function sayEnd({ ended_at, ended_by, until_at }: SnoozeRow, team: string): { sv: string; en: string } {
    const when = sayInstant(ended_at ?? until_at, clock.now(), teamById(db, team)?.zone ?? "UTC");
    const who = ended_by === null ? undefined : staffNames(db, [ended_by]).get(ended_by);
    return who === undefined
      ? { sv: `Pausen tog slut ${when.sv}.`, en: `The snooze ended ${when.en}.` }
      : { sv: `${who} har avslutat pausen ${when.sv}.`, en: `${who} has ended the snooze ${when.en}.` };
  }
}

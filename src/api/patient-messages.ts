import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import {
  messagePage,
  type PatientMessageRow,
  patientMessageById,
  shownAt,
  waitingPage,
} from "../store/sqlite/patient-messages.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { allow, logRead, teamFilter, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, iso, isoSchema, page, pageOf, pageQuery, submit } from "./conventions.ts";
import { patientParams } from "./patients.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Messages"];
const clinical = allow("nurse", "physician");
const staffSchema = z.object({ staff: z.string(), name: z.string().nullable() });

const messageSchema = z
  .object({
    id: z.string(),
    patient: z.string().nullable().meta({ description: "Null while it isn't known who wrote it" }),
    at: isoSchema,
    author: staffSchema.nullable().meta({ description: "Null: the patient" }),
    text: z.string(),
    hub: z.string().nullable(),
    for: z.int().nullable().meta({ description: "The user slot that was given" }),
    seenAt: isoSchema.nullable().meta({ description: "When somebody of the team read it" }),
    seenBy: staffSchema.nullable(),
    shownAt: isoSchema.nullable().meta({ description: "When the home showed what staff wrote, or that it was read" }),
  })
  .meta({ id: "PatientMessageEntry" });

const key = z.tuple([z.int(), z.string()]);
const keyOf = ({ at, id }: PatientMessageRow): [number, string] => [at, id];
const changed = z.object({ id: z.string() });

/** What patients and their teams write to each other. */
export async function patientMessageRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  function presenter(rows: readonly PatientMessageRow[]) {
    const names = staffNames(
      db,
      rows.flatMap(({ author, seen_by }) => [author, seen_by].filter((staff) => staff !== null)),
    );
    const who = (staff: string | null) => (staff === null ? null : { staff, name: names.get(staff) ?? null });
    return (row: PatientMessageRow): z.infer<typeof messageSchema> => {
      const shown = shownAt(db, row.prompts);
      return {
        id: row.id,
        patient: row.patient,
        at: iso(row.at),
        author: who(row.author),
        text: row.text,
        hub: row.hub,
        for: row.user,
        seenAt: row.seen_at === null ? null : iso(row.seen_at),
        seenBy: who(row.seen_by),
        shownAt: shown === undefined ? null : iso(shown),
      };
    };
  }

  app.get(
    "/messages",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List what patients have written and nobody has read",
        description:
          "Of the patients that your teams see, the one that has waited longest first; and what came from a hub of theirs without " +
          "saying who of several wrote it.",
        querystring: pageQuery,
        response: { 200: pageOf(messageSchema), ...problemResponses("FORBIDDEN") },
      },
    },
    async (request) => {
      const { after, fetch, of } = page(request.query, key);
      const rows = waitingPage(db, teamFilter(request), after, fetch);
      await logRead(
        request,
        rows.flatMap(({ patient }) => patient ?? []),
        "messages",
      );
      return of(rows, keyOf, presenter(rows));
    },
  );

  app.put(
    "/messages/:message/patient",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Say who wrote a message",
        description:
          "One of nobody's, that one of your teams was told of. The patient's team hears of it as if it came now.",
        params: z.object({ message: idSchema }),
        headers: idempotencyHeader,
        body: z.strictObject({ patient: idSchema }).meta({ id: "MessageAuthor" }),
        response: { 200: changed, ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "REQUEST_BODY") },
      },
    },
    async (request) => {
      const { message } = request.params;
      const row = patientMessageById(db, message);
      const told = row ? (JSON.parse(row.told) as string[]) : [];
      if (!told.some((team) => request.principal.teams.includes(team))) throw new HemvaktError("NOT_FOUND");
      const { id: patient } = visiblePatient(request, request.body.patient);
      await submit(request, { kind: "message-attribute", patient, message });
      return { id: message };
    },
  );

  app.get(
    "/patients/:patient/messages",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List what a patient and their teams have written to each other",
        description: "Newest first.",
        params: patientParams,
        querystring: pageQuery,
        response: { 200: pageOf(messageSchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const { after, fetch, of } = page(request.query, key);
      const rows = messagePage(db, patient, after, fetch);
      await logRead(request, [patient], "messages");
      return of(rows, keyOf, presenter(rows));
    },
  );

  app.post(
    "/patients/:patient/messages",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Write to a patient",
        description:
          "Shown on every hub that has a device of theirs; where several share one, only that there is a message. What they had " +
          "written counts as read.",
        params: patientParams,
        headers: idempotencyHeader,
        body: z
          .strictObject({ text: z.string().trim().min(1).max(1000) })
          .meta({ id: "NewPatientMessage", examples: [{ text: "Tack. Väg dig i morgon bitti som vanligt." }] }),
        response: {
          201: changed,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "ENROLMENT_ENDED",
            "IDEMPOTENCY_REUSED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const { id = "" } = await submit(request, { kind: "message-write", patient, text: request.body.text });
      reply.code(201);
      return { id };
    },
  );

  app.post(
    "/patients/:patient/messages/:message/seen",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Say that you have read what a patient wrote",
        description: "The patient is told when, and by which team; once, whoever says so again.",
        params: patientParams.extend({ message: idSchema }),
        headers: idempotencyHeader,
        response: { 200: changed, ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      await submit(request, { kind: "message-seen", patient, message: request.params.message });
      return { id: request.params.message };
    },
  );
}

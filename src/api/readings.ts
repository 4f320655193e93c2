import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { exclusionOf } from "../store/sqlite/queries/corrections.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { alertsOfReadings, readingPage } from "../store/sqlite/queries/readings.ts";
import { readingId } from "../store/sqlite/reading-row.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, instantSchema, page, pageOf, pageQuery, submit } from "./conventions.ts";
import { visibleReading } from "./corrections.ts";
import { patientParams } from "./patients.ts";
import { presentExclusion, readingInListSchema } from "./present/correction.ts";
import { kindSchema, presentReading } from "./present/reading.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Readings"];
const clinical = allow("nurse", "physician");

const keySchema = z.strictObject({ series: z.int(), measuredAt: z.int(), n: z.int() });

/** What was measured, value by value, and what was decided about it. */
export async function readingRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  app.get(
    "/patients/:patient/readings",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List a patient's readings",
        description:
          "Newest first by when they were measured, those that count nowhere too: moved to somebody else, flagged `moved`, " +
          "or `excluded` by staff.",
        params: patientParams,
        querystring: pageQuery.extend({
          kind: kindSchema.optional(),
          from: instantSchema.optional().meta({ description: "Measured then or later" }),
          to: instantSchema.optional().meta({ description: "Measured before" }),
          marked: z.enum(["true", "false"]).default("false").meta({
            description: "Only those that came late, whose time is uncertain, or that count nowhere",
          }),
        }),
        response: { 200: pageOf(readingInListSchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const { kind, from, to } = request.query;
      const marked = request.query.marked === "true";
      const paging = page(request.query, keySchema);
      const rows = readingPage(db, { patient, kind, from, to, marked, after: paging.after, fetch: paging.fetch });
      const keyOf = (row: (typeof rows)[number]) => ({ series: row.series, measuredAt: row.measured_at, n: row.n });
      const alerts = alertsOfReadings(
        db,
        rows.map((row) => readingId(keyOf(row))),
      );
      await logRead(request, [patient], "readings");
      const excluded = rows.flatMap((row) => exclusionOf(db, readingId(keyOf(row))) ?? []);
      const names = staffNames(
        db,
        excluded.map(({ by }) => by),
      );
      return paging.of(rows, keyOf, (row) => {
        const id = readingId(keyOf(row));
        return {
          ...presentReading(row, alerts.get(id) ?? []),
          exclusion: presentExclusion(exclusionOf(db, id), names),
        };
      });
    },
  );

  app.post(
    "/readings/:reading/move",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Say that a reading is somebody else's",
        description:
          "It is judged there. Here it stays as evidence, flagged `moved`, and alerts that rested on it alone are withdrawn.",
        params: z.object({ reading: z.string().max(64) }),
        headers: idempotencyHeader,
        body: z
          .strictObject({ patient: idSchema, reason: z.string().min(1).max(500) })
          .meta({ id: "ReadingMove", examples: [{ patient: "p-8c1f", reason: "The husband stood on the scale." }] }),
        response: {
          200: z.object({ id: z.string().meta({ description: "The reading's new id" }) }),
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "ALREADY_EXISTS", "REQUEST_BODY"),
        },
      },
    },
    async (request) => {
      const { reading } = request.params;
      visibleReading(request, reading);
      const { id: patient } = visiblePatient(request, request.body.patient);
      const { id = reading } = await submit(request, {
        kind: "reading-move",
        reading,
        patient,
        reason: request.body.reason,
      });
      return { id };
    },
  );
}

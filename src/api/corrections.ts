import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { exclusionReasons } from "../domain/exclusion.ts";
import { HemvaktError } from "../errors.ts";
import { eventsOfReading, exclusionOf } from "../store/sqlite/queries/corrections.ts";
import { alertsOfReadings, type ReadingOfSource, readingById } from "../store/sqlite/queries/readings.ts";
import { allow, logRead, visiblePatient, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, submit } from "./conventions.ts";
import { presentReadingWithHistory, readingWithHistorySchema } from "./present/correction.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Readings"];
const clinical = allow("nurse", "physician");
const readingParams = z.object({ reading: z.string().max(64) });

/** One reading with all that was decided about it, and what staff do when it tells nothing of the patient. */
export async function correctionRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  const present = (id: string) => {
    const row = readingById(db, id);
    if (!row) throw new HemvaktError("NOT_FOUND");
    const alerts = alertsOfReadings(db, [id]).get(id) ?? [];
    return presentReadingWithHistory(row, alerts, exclusionOf(db, id), eventsOfReading(db, id));
  };

  app.get(
    "/readings/:reading",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read a reading, and what was decided about it",
        description:
          "`history` has the alerts that it led to, exclusions and moves, and decisions that a correction changed, oldest first.",
        params: readingParams,
        response: { 200: readingWithHistorySchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { reading } = request.params;
      await logged(request, visibleReading(request, reading), "reading");
      return present(reading);
    },
  );

  app.post(
    "/readings/:reading/exclusion",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Exclude a reading",
        description:
          "It tells nothing of the patient: it stays as evidence, flagged `excluded`, and counts nowhere. What depended on it is " +
          "decided again: alerts that rested on it alone are withdrawn, and readings that were compared with it are judged by " +
          "what is left. Is it another person's whom you know, move it instead.",
        params: readingParams,
        headers: idempotencyHeader,
        body: z
          .strictObject({
            reason: z.enum(exclusionReasons),
            note: z.string().min(1).max(500).optional().meta({ description: "Must be given with `other`" }),
          })
          .meta({
            id: "ReadingExclusion",
            examples: [{ reason: "technique", note: "Stood with one foot on the floor." }],
          }),
        response: {
          200: readingWithHistorySchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "READING_STATE", "IDEMPOTENCY_REUSED", "REQUEST_BODY"),
        },
      },
    },
    async (request) => {
      const { reading } = request.params;
      const row = visibleReading(request, reading);
      const { reason, note } = request.body;
      await submit(request, { kind: "reading-exclude", reading, reason, ...(note === undefined ? {} : { note }) });
      await logged(request, row, "reading-exclusion");
      return present(reading);
    },
  );

  app.delete(
    "/readings/:reading/exclusion",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Take an exclusion back",
        description:
          "The reading counts again and is judged again, as late as it is by now. The exclusion stays in its history.",
        params: readingParams,
        headers: idempotencyHeader,
        response: {
          200: readingWithHistorySchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "READING_STATE", "IDEMPOTENCY_REUSED"),
        },
      },
    },
    async (request) => {
      const { reading } = request.params;
      const row = visibleReading(request, reading);
      await submit(request, { kind: "reading-include", reading });
      await logged(request, row, "reading-exclusion");
      return present(reading);
    },
  );
}

/** A reading of a patient whom the principal may see, or of nobody, kept by one of their teams. @throws `NOT_FOUND` */
export function visibleReading(request: FastifyRequest, id: string): ReadingOfSource {
  const row = readingById(request.server.hemvakt.db, id);
  if (!row) throw new HemvaktError("NOT_FOUND");
  if (row.patient === null) visibleTeam(request, row.team);
  else visiblePatient(request, row.patient);
  return row;
}

const logged = async (request: FastifyRequest, { patient }: ReadingOfSource, action: string): Promise<void> => {
  if (patient !== null) await logRead(request, [patient], action);
};

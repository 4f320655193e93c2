import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { sayInstant } from "../alerts/say-duty.ts";
import { exclusionReasons } from "../domain/exclusion.ts";
import { HemvaktError, isHemvaktError } from "../errors.ts";
import type { CommandBody } from "../ledger/commands.ts";
import { eventsOfReading, exclusionOf } from "../store/sqlite/queries/corrections.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { alertsOfReadings, type ReadingOfSource, readingById } from "../store/sqlite/queries/readings.ts";
import { readingId } from "../store/sqlite/reading-row.ts";
import { teamById } from "../store/sqlite/registry.ts";
import { allow, logRead, visiblePatient, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, submit } from "./conventions.ts";
import { presentReadingWithHistory, readingWithHistorySchema } from "./present/correction.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Readings"];
const clinical = allow("nurse", "physician");
const readingParams = z.object({ reading: z.string().max(64) });

const happenedTo: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  "reading.excluded": { sv: "har uteslutit mätvärdet", en: "has excluded the reading" },
  "reading.included": { sv: "har tagit med mätvärdet igen", en: "has taken the exclusion back" },
  "reading.moved": { sv: "har flyttat mätvärdet till någon annan", en: "has moved the reading to somebody else" },
};

/** One reading with all that was decided about it, and what staff do when it tells nothing of the patient. */
export async function correctionRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  const present = (id: string) => {
    const row = readingById(db, id);
    if (!row) throw new HemvaktError("NOT_FOUND");
    const alerts = alertsOfReadings(db, [id]).get(id) ?? [];
    const exclusion = exclusionOf(db, id);
    const names = staffNames(db, exclusion ? [exclusion.by] : []);
    return presentReadingWithHistory(row, alerts, exclusion, eventsOfReading(db, id), names);
  };

  /** Whoever comes second is told what the first has done to the reading. */
  async function correct(request: FastifyRequest, row: ReadingOfSource, command: CommandBody): Promise<void> {
    try {
      await submit(request, command);
    } catch (error) {
      if (!isHemvaktError(error, "READING_STATE")) throw error;
      const last = eventsOfReading(
        db,
        readingId({ series: row.series, measuredAt: row.measured_at, n: row.n }),
      ).findLast(({ type }) => Object.hasOwn(happenedTo, type));
      if (!last) throw error;
      const who = staffNames(db, [last.actor]).get(last.actor) ?? last.actor;
      const when = sayInstant(last.at, clock.now(), teamById(db, row.team)?.zone ?? "UTC");
      const { sv, en } = happenedTo[last.type]!;
      const explanation = { sv: `${who} ${sv} ${when.sv}.`, en: `${who} ${en} ${when.en}.` };
      throw new HemvaktError("READING_STATE", error.detail, { ...error.data, explanation });
    }
  }

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
      await correct(request, row, {
        kind: "reading-exclude",
        reading,
        reason,
        ...(note === undefined ? {} : { note }),
      });
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
      await correct(request, row, { kind: "reading-include", reading });
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

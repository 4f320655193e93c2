import { z } from "zod";
import { alertsOfReadings, readingById } from "../store/sqlite/queries/readings.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, submit } from "./conventions.ts";
import { patientParams } from "./patients.ts";
import { kindSchema, presentReading, readingSchema } from "./present/reading.ts";
import { problemResponses } from "./problem.ts";

const observationsSchema = z
  .strictObject({
    readings: z
      .array(z.looseObject({ kind: kindSchema }))
      .min(1)
      .max(50)
      .meta({ description: "Items of `readings` in the device contract; without `at` they were measured now" }),
  })
  .meta({
    id: "Observations",
    examples: [
      {
        readings: [
          { kind: "respiratory-rate", value: 22, unit: "/min" },
          { kind: "consciousness", value: "A" },
          { kind: "blood-pressure", systolic: 118, diastolic: 70, unit: "mmHg", at: "2026-11-22T10:15:00+01:00" },
        ],
      },
    ],
  });

/** What staff measured themselves. */
export async function observationRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  app.post(
    "/patients/:patient/observations",
    {
      preValidation: allow("nurse", "physician"),
      schema: {
        tags: ["Readings"],
        summary: "Enter readings by hand",
        description: "All or none are stored. They are judged like those of devices; the answer says what was decided.",
        params: patientParams,
        headers: idempotencyHeader,
        body: observationsSchema,
        response: {
          201: z.object({ items: z.array(readingSchema) }),
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PAYLOAD_SHAPE",
            "UNIT_UNKNOWN",
            "VALUE_IMPLAUSIBLE",
            "IDEMPOTENCY_REUSED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const { readings } = request.body;
      const { ids = [] } = await submit(request, { kind: "observation-record", patient, readings });
      const alerts = alertsOfReadings(db, ids);
      const items = ids.flatMap((id) => {
        const row = readingById(db, id);
        return row ? [presentReading(row, alerts.get(id) ?? [])] : [];
      });
      await logRead(request, [patient], "observations");
      reply.code(201);
      return { items };
    },
  );
}

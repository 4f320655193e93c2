import { z } from "zod";
import { HemvaktError } from "../errors.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { patientParams } from "./patients.ts";
import { daySchema, presentDay } from "./present/day.ts";
import { problemResponses } from "./problem.ts";

const query = z.strictObject({
  on: z.iso.date().meta({ description: "A local date in the plan's time zone", examples: ["2026-03-12"] }),
});

/** Why something did, or did not, alert. */
export async function explanationRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/patients/:patient/explanations",
    {
      preValidation: allow("nurse", "physician"),
      schema: {
        tags: ["Alerts"],
        summary: "Explain a day: why something did, or did not, alert",
        description:
          "Every rule and safety limit of the plans then in force, each with what came nearest and by how much, or what hindered it. " +
          "The day's readings are judged again from what is stored now; where readings have come since, it is said what was known then.",
        params: patientParams,
        querystring: query,
        response: { 200: daySchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const patient = visiblePatient(request, request.params.patient);
      const { on } = request.query;
      // Somewhere on earth the date has begun 14 hours before it does in UTC.
      const begins = Temporal.PlainDate.from(on).toZonedDateTime("UTC").epochMilliseconds - 14 * 3_600_000;
      if (begins > clock.now()) {
        throw new HemvaktError("REQUEST_SHAPE", undefined, { errors: [{ path: "on", message: "not in the future" }] });
      }
      const day = presentDay(db, patient, on);
      await logRead(request, [patient.id], "explanation");
      return day;
    },
  );
}

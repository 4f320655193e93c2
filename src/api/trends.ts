import { z } from "zod";
import { localDay, startOfDay } from "../domain/day.ts";
import { planInForce } from "../domain/plan.ts";
import { HemvaktError } from "../errors.ts";
import { plansOf, teamById } from "../store/sqlite/registry.ts";
import { mostRaw } from "../trends/trends.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { instantSchema } from "./conventions.ts";
import { patientParams } from "./patients.ts";
import { presentTrend, trendSchema } from "./present/trend.ts";
import { metricSchema } from "./present/value.ts";
import { problemResponses } from "./problem.ts";

/** Shown when nobody says how far back. */
const DAYS_SHOWN = 90;
const LONGEST = 3660 * 86_400_000;

const trendQuery = z.strictObject({
  metric: metricSchema,
  from: instantSchema.optional().meta({ description: `Default: ${DAYS_SHOWN} local days before \`to\`` }),
  to: instantSchema.optional().meta({ description: "Measured before; default: the end of today" }),
  points: z.coerce
    .number()
    .int()
    .min(1)
    .max(2000)
    .optional()
    .meta({ description: `At most so many buckets; without it value by value, at most ${mostRaw}` }),
});

/** Trends of one metric. */
export async function trendRoutes(app: ApiApp): Promise<void> {
  const { db, clock, trends } = app.hemvakt;

  app.get(
    "/patients/:patient/trends",
    {
      preValidation: allow("nurse", "physician"),
      schema: {
        tags: ["Trends"],
        summary: "Read a trend",
        description:
          "One metric over time, value by value or as min, max and mean of buckets, with the limits of the plans then in " +
          "force. Buckets of a day or longer are local dates in the plan's time zone.",
        params: patientParams,
        querystring: trendQuery,
        response: { 200: trendSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id: patient, team } = visiblePatient(request, request.params.patient);
      const plans = plansOf(db, patient);
      const zone = planInForce(plans, clock.now())?.zone ?? teamById(db, team)?.zone ?? "UTC";
      const { metric, points } = request.query;
      const period = periodOf(request.query, clock.now(), zone);
      const query = { patient, metric, points, zone, ...period };
      const trend = presentTrend(query, await trends(query, plans));
      await logRead(request, [patient], "trend");
      return trend;
    },
  );
}

/** The period asked for, at most ten years. @throws HemvaktError `REQUEST_SHAPE` */
function periodOf(
  asked: { from?: number | undefined; to?: number | undefined },
  now: number,
  zone: string,
): { from: number; to: number } {
  const to = asked.to ?? startOfDay(localDay(now, zone) + 1, zone);
  const from = asked.from ?? startOfDay(localDay(to - 1, zone) + 1 - DAYS_SHOWN, zone);
  if (from < to && to - from <= LONGEST) return { from, to };
  const message = from < to ? "at most ten years before `to`" : "before `to`";
  throw new HemvaktError("REQUEST_SHAPE", undefined, { errors: [{ path: "from", message }] });
}

import { z } from "zod";
import { localDay, startOfDay } from "../../domain/day.ts";
import { type Metric, unscaled } from "../../domain/metric.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { bucketEdges, bucketsOf } from "../../trends/buckets.ts";
import { columnsOf } from "../../trends/trends.ts";
import { iso, isoSchema } from "../conventions.ts";
import { metricSchema, unitOf } from "./value.ts";

const DAYS = 14;
/** Two a day is more than a small curve can show. */
const MOST = 2 * DAYS;

/** What a worklist draws beside an alert. */
export const curveSchema = z
  .object({
    metric: metricSchema,
    unit: z.string(),
    points: z
      .array(z.object({ from: isoSchema, min: z.number(), max: z.number(), mean: z.number() }))
      .meta({ description: `The last ${DAYS} local days in at most ${MOST} buckets; those that hold something` }),
    last: z
      .object({ at: isoSchema, value: z.number() })
      .nullable()
      .meta({ description: "The newest value itself, which a bucket's mean may hide" }),
    limit: z.number().nullable().meta({ description: "The limit that was passed; null for changes" }),
  })
  .meta({ id: "Curve" });

/** A patient's last two weeks of one metric. `limit` in stored integers. */
export function curveOf(
  db: Database,
  patient: string,
  { metric, limit }: { metric: Metric; limit: number | undefined },
  { now, zone }: { now: number; zone: string },
): z.infer<typeof curveSchema> {
  const today = localDay(now, zone);
  const [from, to] = [startOfDay(today + 1 - DAYS, zone), startOfDay(today + 1, zone)];
  const columns = columnsOf(db, { patient, metric, zone, from, to });
  const buckets = bucketsOf(columns, bucketEdges(from, to, MOST, zone));
  const newest = columns.at.reduce((best, at, index) => (at >= (columns.at[best] ?? 0) ? index : best), 0);
  const [at, value] = [columns.at[newest], columns.values[newest]];
  return {
    metric,
    unit: unitOf(metric),
    points: buckets.map(({ from, min, max, mean }) => ({
      from: iso(from),
      min: unscaled(metric, min),
      max: unscaled(metric, max),
      mean: unscaled(metric, mean),
    })),
    last: at === undefined || value === undefined ? null : { at: iso(at), value: unscaled(metric, value) },
    limit: limit === undefined ? null : unscaled(metric, limit),
  };
}

import type { CarePlan } from "../domain/plan.ts";
import type { ErrorCode } from "../errors.ts";
import type { Database } from "../store/sqlite/database.ts";
import { type Trend, type TrendQuery, trendOf } from "./trends.ts";

/** Where the values of a trend can be read. */
export const trendSources = ["store", "influxdb"] as const;

/** Why the store answered where InfluxDB should have. */
export const trendFallbacks = [
  "TRENDS_UNREACHABLE",
  "TRENDS_REFUSED",
  "TRENDS_DIFFER",
  "TRENDS_BEHIND",
  "TRENDS_TOO_LARGE",
] as const satisfies readonly ErrorCode[];
export type TrendFallback = (typeof trendFallbacks)[number];

/** A trend with where it was read. */
export type SourcedTrend = Trend & {
  readonly source: (typeof trendSources)[number];
  readonly fallback?: TrendFallback;
};

/**
 * Reads trends: the same from whichever source.
 * @throws HemvaktError `REQUEST_SHAPE` when too many values are asked for one by one
 */
export type TrendSource = (query: TrendQuery, plans: readonly CarePlan[]) => Promise<SourcedTrend>;

/** Trends from the store. */
export const storeTrends =
  (db: Database): TrendSource =>
  async (query, plans) => ({ ...trendOf(db, query, plans), source: "store" });

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readAll } from "../api/all.ts";
import { api, type Schemas } from "../api/client.ts";
import { dateIn, daysAfter, startOf } from "../follow-up/period.ts";
import type { Metric } from "./series.ts";
import { noteRead } from "./use-drawn.ts";

const DAY = 86_400_000;
/** Longer periods than this are shown as means of days: a curve of ten years has no room for each value. */
const EACH = 800 * DAY;

/** The last so many local days, today with them, or days of one's own, first and last counted. */
export type Period = { readonly days: number } | { readonly first: string; readonly last: string };

/** The instants of a period, milliseconds since the epoch; the same all day long, so that asking again is asking the same. */
export function boundsOf(period: Period, now: number, zone: string): { from: number; to: number } {
  const today = dateIn(now, zone);
  const [first, last] = "days" in period ? [daysAfter(today, 1 - period.days), today] : [period.first, period.last];
  return { from: startOf(first, zone), to: startOf(daysAfter(last, 1), zone) };
}

/** Why two days are no period; `undefined` when they are one. Local dates, "2026-11-23". */
export function wrongWith(
  first: string,
  last: string,
  today: string,
): "missing" | "order" | "future" | "long" | undefined {
  if (!isDate(first) || !isDate(last)) return "missing";
  if (first > last) return "order";
  if (last > today) return "future";
  return first < daysAfter(last, -3652) ? "long" : undefined;
}

/** A date that there is: the 30th of February would become the 2nd of March, and a 13th month is none. */
function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^[12]\d{3}-/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Every signal's trend over a period, with what else is known of readings that aren't as usual. */
export function useTrends(patient: string, metrics: readonly Metric[], { from, to }: { from: number; to: number }) {
  return useQuery({
    queryKey: ["trends", patient, metrics, from, to],
    // What was shown stays until the other period has come.
    placeholderData: keepPreviousData,
    staleTime: 5000,
    queryFn: async () => {
      const period = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      const path = { patient };
      const [trends, readings] = await Promise.all([
        Promise.all(
          metrics.map(async (metric) => {
            const query = { metric, ...period, ...(to - from > EACH ? { points: 800 } : {}) };
            const { data } = await api.GET("/api/v1/patients/{patient}/trends", { params: { path, query } });
            return data;
          }),
        ),
        readAll<Schemas["ReadingInList"]>(async (cursor) => {
          const query = { ...period, marked: "true" as const, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
          const { data } = await api.GET("/api/v1/patients/{patient}/readings", { params: { path, query } });
          return data ?? { items: [], next: null };
        }),
      ]);
      noteRead();
      return { from, to, trends: trends.filter((trend) => trend !== undefined), readings };
    },
  });
}

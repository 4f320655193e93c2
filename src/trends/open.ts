import { Counter, type Registry } from "prom-client";
import { loadOrCreateKey } from "../auth/key-file.ts";
import type { Clock } from "../clock.ts";
import { isHemvaktError } from "../errors.ts";
import type { InfluxTarget } from "../outbox/influx.ts";
import { pseudonymsBy } from "../outbox/point.ts";
import type { Database } from "../store/sqlite/database.ts";
import { influxTrends } from "./influx.ts";
import { storeTrends, type TrendFallback, type TrendSource, trendFallbacks } from "./source.ts";

export type TrendParts = {
  readonly folder: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly registry: Registry;
  /** That the store answers instead, and the end of it; codes only. */
  readonly say: (level: "info" | "warn", what: string, about: object) => void;
};

/** How long InfluxDB isn't asked after it failed: one trend in so long waits for it in vain, not each. */
const restFor = 30_000;

/** The codes of InfluxDB's own failures: it is left alone after them. */
const resting: ReadonlySet<TrendFallback> = new Set<TrendFallback>(["TRENDS_UNREACHABLE", "TRENDS_REFUSED"]);
/** How often the same is said again, in milliseconds. */
const sayAgain = 600_000;
/** What an operator should see to. */
const worthSaying: ReadonlySet<TrendFallback> = new Set<TrendFallback>([...resting, "TRENDS_DIFFER"]);

/**
 * Where trends come from: InfluxDB where there is a target, and the store otherwise or when InfluxDB can't give the
 * trend, which the answer then says by a code. Such a code is counted, and logged every ten minutes.
 */
export function openTrends(
  { folder, db, clock, registry, say }: TrendParts,
  target: InfluxTarget | undefined,
): { readonly read: TrendSource; readonly close: () => void } {
  const store = storeTrends(db);
  if (target === undefined) return { read: store, close: () => {} };
  const influx = influxTrends(db, target, pseudonymsBy(loadOrCreateKey(folder, "influx-pseudonyms.key")));
  const answered = new Counter({
    name: "hemvakt_trends_total",
    help: "Trends by where they were read, and by the code of why not from InfluxDB",
    labelNames: ["source", "code"],
    registers: [registry],
  });
  let rest: { readonly until: number; readonly code: TrendFallback } | undefined;
  const said = new Map<TrendFallback, number>();

  return {
    read: async (query, plans) => {
      let fallback = rest && clock.now() < rest.until ? rest.code : undefined;
      if (fallback === undefined) {
        try {
          const trend = await influx.read(query, plans);
          if (rest !== undefined) {
            say("info", "trends come from InfluxDB again", { after: rest.code });
            said.delete(rest.code);
            rest = undefined;
          }
          answered.inc({ source: "influxdb", code: "" });
          return { ...trend, source: "influxdb" };
        } catch (error) {
          fallback = codeOf(error);
          if (fallback === undefined) throw error;
          if (resting.has(fallback)) rest = { until: clock.now() + restFor, code: fallback };
          if (worthSaying.has(fallback) && clock.now() - (said.get(fallback) ?? -Infinity) >= sayAgain) {
            said.set(fallback, clock.now());
            say("warn", "the store answers trends instead of InfluxDB", { code: fallback, reason: detailOf(error) });
          }
        }
      }
      answered.inc({ source: "store", code: fallback });
      return { ...(await store(query, plans)), fallback };
    },
    close: influx.close,
  };
}

const codeOf = (error: unknown): TrendFallback | undefined =>
  trendFallbacks.find((code) => isHemvaktError(error, code));

const detailOf = (error: unknown): string | undefined => (isHemvaktError(error) ? error.detail : undefined);

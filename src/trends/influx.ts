import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { HttpError, InfluxDB } from "@influxdata/influxdb-client";
import { kindsOf } from "../domain/kind.ts";
import type { Metric } from "../domain/metric.ts";
import type { CarePlan } from "../domain/plan.ts";
import { HemvaktError } from "../errors.ts";
import type { InfluxTarget } from "../outbox/influx.ts";
import { leftOutBecause, marksOf, type Pseudonym, type StoredReading } from "../outbox/point.ts";
import { undelivered } from "../outbox/queue.ts";
import type { Database } from "../store/sqlite/database.ts";
import { readingId, toReading } from "../store/sqlite/reading-row.ts";
import { type FluxValue, fluxValue, trendFlux } from "./flux.ts";
import { storedCount, type Trend, type TrendQuery, type TrendValue, trendFrom } from "./trends.ts";

/** How long an answer may take, in milliseconds, before the store answers: a nurse should hardly notice. */
const answerWithin = 1500;
/** More readings than this wait: which of them belong to the trend is no longer found in a millisecond. */
const mostWaiting = 1000;
/** More values than this are slower to read as text than the store is; ten years of five a day are fewer. */
const mostFetched = 20_000;

export type InfluxTrends = {
  /**
   * A trend from InfluxDB, as fresh as the store's: readings that haven't been passed on are added as the store has them.
   * It is checked by number: as many readings as the store has, or it isn't given.
   * @throws HemvaktError `REQUEST_SHAPE`, or the `TRENDS_` code of why InfluxDB's can't be given
   */
  readonly read: (query: TrendQuery, plans: readonly CarePlan[]) => Promise<Trend>;
  /** Ends what is under way. */
  readonly close: () => void;
};

/** Trends read by Flux from where the outbox writes to, under the same pseudonyms. */
export function influxTrends(db: Database, target: InfluxTarget, pseudonym: Pseudonym): InfluxTrends {
  const { url, token, org = "", bucket = "" } = target;
  const agent = new (url.startsWith("https:") ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 8 });
  const closing = new AbortController();

  async function ask(query: string, metric: Metric): Promise<FluxValue[]> {
    // The client's own timeout is for silence only; the signal is a part of the client, so each query has its own.
    const signal = AbortSignal.any([AbortSignal.timeout(answerWithin), closing.signal]);
    const client = new InfluxDB({
      url,
      timeout: answerWithin,
      transportOptions: { agent, signal },
      ...(token === undefined ? {} : { token }),
    });
    try {
      return await client
        .getQueryApi(org)
        .collectRows<FluxValue>(query, (row, table) => fluxValue(table.toObject(row), metric));
    } catch (error) {
      if (error instanceof HemvaktError) throw error;
      throw codedFailure(error);
    }
  }

  return {
    async read(query, plans) {
      const { patient, metric, from, to } = query;
      // The order matters, for the writer goes on meanwhile. What is counted first has been delivered or waits when the
      // queue is read; what is delivered after that is in the answer, or among those that waited.
      const before = storedCount(db, query);
      if (before > mostFetched) throw new HemvaktError("TRENDS_TOO_LARGE");
      const kinds = kindsOf(metric).map(({ kind }) => kind);
      const waiting = undelivered(db, { patient, kinds, from, to }, mostWaiting);
      if (waiting === undefined) throw new HemvaktError("TRENDS_BEHIND");

      const answer = await ask(trendFlux(bucket, pseudonym("patient", patient), query), metric);
      const sources = sourcesOf(db, patient, pseudonym);
      const values = new Map<string, TrendValue>();
      for (const { source, n, ...value } of answer) {
        const series = sources.get(source);
        if (series === undefined) throw new HemvaktError("TRENDS_DIFFER", "A source is not the patient's.");
        const reading = readingId({ series, measuredAt: value.measuredAt, n });
        if (values.has(reading)) throw new HemvaktError("TRENDS_DIFFER", "A reading is there twice.");
        values.set(reading, { ...value, reading });
      }
      // InfluxDB may have them already, as they were before or as they are.
      for (const row of waiting) {
        const value = storedValue(row, metric);
        if (value) values.set(value.reading, value);
      }
      const after = storedCount(db, query);
      if (values.size < before || values.size > after) {
        throw new HemvaktError("TRENDS_DIFFER", `${values.size} readings instead of ${before}.`);
      }
      return trendFrom([...values.values()], query, plans);
    },
    close: () => {
      closing.abort();
      agent.destroy();
    },
  };
}

/** The patient's series by their pseudonyms. */
const sourcesOf = (db: Database, patient: string, pseudonym: Pseudonym): ReadonlyMap<string, number> =>
  new Map(
    db
      .all<{ id: number }>("SELECT id FROM series WHERE patient = ?", patient)
      .map(({ id }) => [pseudonym("source", String(id)), id]),
  );

/** A stored reading's value of the metric; `undefined` when it has none. */
function storedValue(row: StoredReading, metric: Metric): TrendValue | undefined {
  const stored = toReading(row.kind, row);
  const value = stored.values[metric];
  if (value === undefined) return undefined;
  const marks = marksOf(stored);
  const { uncertain } = marks;
  return { reading: stored.id, measuredAt: stored.measuredAt, value, uncertain, excluded: leftOutBecause(marks) };
}

/** What went wrong between the platform and InfluxDB, by whose move it is; of what the server said only the status. */
function codedFailure(error: unknown): HemvaktError {
  if (error instanceof HttpError) {
    const waitedOut = error.statusCode === 429 || error.statusCode >= 500;
    return new HemvaktError(waitedOut ? "TRENDS_UNREACHABLE" : "TRENDS_REFUSED", `Status ${error.statusCode}.`);
  }
  const reason = error instanceof Error && "code" in error ? String(error.code) : "no answer in time";
  return new HemvaktError("TRENDS_UNREACHABLE", reason);
}

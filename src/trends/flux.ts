import { toFluxValue } from "@influxdata/influxdb-client";
import { toIso } from "../domain/day.ts";
import { kindsOf } from "../domain/kind.ts";
import { type Metric, scaled } from "../domain/metric.ts";
import { HemvaktError } from "../errors.ts";
import { leftOutBecause, plain } from "../outbox/point.ts";
import type { Excluded } from "./trends.ts";

/** What the outbox says of a reading beside its values. */
const marks = ["excluded", "moved", "by_staff", "uncertain"] as const;

/**
 * Flux (docs.influxdata.com/flux, `universe` package) for one patient's values of one metric measured in [from, to), one
 * row a reading with its marks. The values are not aggregated there: means of floats would differ in the last digit from
 * those of stored integers, and `aggregateWindow` begins its windows elsewhere.
 * @param patient the patient's pseudonym
 */
export function trendFlux(
  bucket: string,
  patient: string,
  { metric, from, to }: { readonly metric: Metric; readonly from: number; readonly to: number },
): string {
  const fields = [...marks, plain(metric)];
  const measurements = kindsOf(metric).map(({ kind }) => plain(kind));
  const columns = ["_time", "source", "n", ...fields].map(text);
  return `from(bucket: ${text(bucket)})
  |> range(start: ${toIso(from)}, stop: ${toIso(to)})
  |> filter(fn: (r) => r.patient == ${text(patient)})
  |> filter(fn: (r) => ${anyOf("_measurement", measurements)})
  |> filter(fn: (r) => ${anyOf("_field", fields)})
  |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
  |> keep(columns: [${columns.join(", ")}])`;
}

/**
 * A text literal. The client (1.35.0) leaves a `$` before a quotation mark as it is, and there InfluxData's parser ends
 * the text: so `$` is written by its number.
 */
const text = (value: string): string => {
  const parts = value.split("$").map((part) => toFluxValue(part).slice(1, -1));
  return `"${parts.join("\\x24")}"`;
};

const anyOf = (column: string, values: readonly string[]): string =>
  values.map((value) => `r.${column} == ${text(value)}`).join(" or ");

/** A reading's value as InfluxDB holds it; `source` is the pseudonym of its series. */
export type FluxValue = {
  readonly source: string;
  readonly measuredAt: number;
  readonly n: number;
  /** In stored integers. */
  readonly value: number;
  readonly uncertain: boolean;
  readonly excluded: keyof Excluded | undefined;
};

/**
 * One row of the answer; `undefined` when the reading has no value of the metric.
 * @throws HemvaktError `TRENDS_DIFFER` for a row that the outbox can't have caused
 */
export function fluxValue(row: Readonly<Record<string, unknown>>, metric: Metric): FluxValue | undefined {
  const { _time: time, source, n, excluded, moved, by_staff: byStaff, uncertain } = row;
  const value = row[plain(metric)];
  // What fails after the answer began comes as a table of its own, with status 200.
  if (typeof row["error"] === "string") throw new HemvaktError("TRENDS_DIFFER", "The answer ended with an error.");
  if (value === undefined || value === null) return undefined;
  const measuredAt = typeof time === "string" ? Date.parse(time) : Number.NaN;
  const number = n === undefined || n === "" ? 0 : Number(n);
  if (
    typeof value !== "number" ||
    typeof source !== "string" ||
    typeof excluded !== "boolean" ||
    typeof uncertain !== "boolean" ||
    !Number.isSafeInteger(measuredAt) ||
    !Number.isSafeInteger(number)
  ) {
    throw new HemvaktError("TRENDS_DIFFER", "A row is not the platform's.");
  }
  const reason = leftOutBecause({ moved: moved === true, excluded, byStaff: byStaff === true });
  return { source, measuredAt, n: number, value: scaled(metric, value), uncertain, excluded: reason };
}

import { createHmac } from "node:crypto";
import { toLocalIso } from "../../src/domain/day.ts";
import { metrics } from "../../src/domain/metric.ts";
import { unitsOf } from "../../src/domain/unit.ts";
import { readTable } from "./csv.ts";
import { fieldsOf, readMap, type SeriesKind, type SeriesMap } from "./map.ts";
import type { Problem } from "./problem.ts";
import { readTime } from "./time.ts";

/** One row of a series as a reading in the JSON of the device contract. */
export type SeriesReading = {
  readonly line: number;
  /** Whose it is: opaque, made from the file's own code. */
  readonly person: string;
  /** When it was measured, in milliseconds since the epoch. */
  readonly at: number;
  readonly reading: Readonly<Record<string, unknown>>;
};

export type Series = {
  readonly kind: SeriesKind;
  /** The unit of values whose line names none. */
  readonly unit: string;
  /** Columns of the heading that nothing is mapped to. */
  readonly unused: readonly string[];
  /** In the order of the file. */
  readonly readings: readonly SeriesReading[];
  readonly problems: readonly Problem[];
  /** Lines whose wall-clock time came twice, or never, in the zone. */
  readonly ambiguous: readonly number[];
  readonly skipped: readonly number[];
};

export type SeriesOptions = {
  /** As `readMap` takes it. */
  readonly map: string;
  readonly kind?: SeriesKind;
  /** The unit of the values where no column says it; else the one that the platform stores. */
  readonly unit?: string;
  /** The zone of times without an offset. */
  readonly zone: string;
  /** Makes people's ids, so that they can't be traced back to the file's codes without it. */
  readonly seed: number | string;
  /** Nothing can have been measured after it; milliseconds since the epoch. */
  readonly now: number;
};

/** Before this a platform takes a clock for wrong and dates readings by when they arrive (2015-01-01T00:00:00Z). */
const EARLIEST = 1_420_070_400_000;

/**
 * Reads a series from the text of a CSV file. Rows that can't be used are problems, with line and column, and not among
 * the readings.
 * @returns the series, or in words what is wrong with the mapping
 */
export function readSeries(text: string, options: SeriesOptions): Series | string {
  const { heading, rows, problems: broken } = readTable(text);
  const map = heading.length === 0 ? "The file is empty." : readMap(options.map, heading, options.kind);
  if (typeof map === "string") return map;
  const units = unitsOf(fieldsOf[map.kind][0].metric);
  const unit = options.unit ?? metrics[fieldsOf[map.kind][0].metric].ucum;
  if (!units.includes(unit)) return `${map.kind} takes ${units.join(", ")}, not ${unit}.`;

  const problems = [...broken];
  const readings: SeriesReading[] = [];
  const assumed = { ambiguous: [] as number[], skipped: [] as number[] };
  for (const { line, cells } of rows) {
    const row = rowReader(map, heading, line, cells);
    const time = row.take("at", true, (value) => readTime(value, options.zone));
    if (time && time.instant < EARLIEST) row.refuse("at", "before 2015; a platform would take the clock for wrong");
    if (time && time.instant > options.now) row.refuse("at", "in the future");
    const code = map.columns.has("patient") ? row.take("patient", true, (value) => ({ value })) : { value: "" };
    const content = { ...valuesOf(row, map.kind), ...unitOf(row, unit, units), ...countsOf(row) };
    problems.push(...row.problems);
    if (row.problems.length > 0 || !time || !code) continue;
    if (time.assumed) assumed[time.assumed].push(line);
    readings.push({
      line,
      person: personOf(options.seed, code.value),
      at: time.instant,
      reading: { kind: map.kind, at: toLocalIso(time.instant, options.zone), ...content, flags: ["from-memory"] },
    });
  }
  const used = new Set(map.columns.values());
  return {
    kind: map.kind,
    unit,
    unused: heading.filter((_, index) => !used.has(index)),
    readings,
    problems: problems.toSorted((a, b) => a.line - b.line),
    ...assumed,
  };
}

/** 64 bits of HMAC-SHA-256 under the seed: the file's codes may be somebody's, the ids are nobody's. */
const personOf = (seed: number | string, code: string): string =>
  createHmac("sha256", `hemvakt-series/${seed}`).update(code).digest("hex").slice(0, 16);

type RowReader = ReturnType<typeof rowReader>;

/** Reads the cells of one row by field and gathers what is wrong with them. */
function rowReader({ columns }: SeriesMap, heading: readonly string[], line: number, cells: readonly string[]) {
  const problems: Problem[] = [];
  const refuse = (field: string, message: string): void => {
    const index = columns.get(field) ?? 0;
    problems.push({ line, column: index + 1, name: heading[index] ?? "", message: `${message}.` });
  };
  /** A field's value; none where the cell is empty or can't be read, which is a problem if the field is needed or wrong. */
  const take = <T extends object>(
    field: string,
    needed: boolean,
    read: (text: string) => T | string,
  ): T | undefined => {
    const index = columns.get(field);
    const text = index === undefined ? "" : (cells[index] ?? "");
    if (text === "") {
      if (needed) refuse(field, "empty");
      return undefined;
    }
    const value = read(text);
    if (typeof value !== "string") return value;
    // The text itself stays out: in a column mapped by mistake it may be a name.
    refuse(field, value);
    return undefined;
  };
  return { take, refuse, problems };
}

function valuesOf(row: RowReader, kind: SeriesKind): Record<string, number> {
  const values: Record<string, number> = {};
  for (const { field, ...rest } of fieldsOf[kind]) {
    const found = row.take(field, "required" in rest, readNumber);
    if (found) values[field] = found.value;
  }
  return values;
}

function unitOf(row: RowReader, otherwise: string, units: readonly string[]): { unit: string } {
  return {
    unit:
      row.take("unit", false, (value) => (units.includes(value) ? { value } : `not one of ${units.join(", ")}`))
        ?.value ?? otherwise,
  };
}

/** The user slot and the device's own count, where the file has them. */
function countsOf(row: RowReader): { user?: number; seq?: number } {
  const whole = (most: number) => (text: string) =>
    /^\d+$/.test(text) && Number(text) <= most ? { value: Number(text) } : `not a whole number up to ${most}`;
  const user = row.take("user", false, whole(254));
  const seq = row.take("seq", false, whole(4_294_967_295));
  return { ...(user ? { user: user.value } : {}), ...(seq ? { seq: seq.value } : {}) };
}

/** A decimal number with point or comma; what may be a comma between thousands is refused, not guessed. */
function readNumber(text: string): { value: number } | string {
  if (/^[+-]?\d{1,3}(,\d{3})+$/.test(text)) return "a decimal comma or one between thousands; write a point";
  if (!/^[+-]?\d{1,7}([.,]\d+)?$/.test(text)) return "not a number";
  const value = Number(text.replace(",", "."));
  return Math.abs(value) <= 1_000_000 ? { value } : "larger than any reading";
}

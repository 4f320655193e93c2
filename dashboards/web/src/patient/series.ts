import type { Schemas } from "../api/client.ts";

type Trend = Schemas["Trend"];
export type Metric = Trend["metric"];
export type Severity = Trend["limits"][number]["limits"][number]["severity"];

/** What has to be said of a value beside the value. The first three count; the others don't. */
export const marks = ["late", "clock", "doubtful", "excluded", "moved", "notClinical"] as const;
export type Mark = (typeof marks)[number];
const leaveOut: readonly Mark[] = ["excluded", "moved", "notClinical"];

/** A value, or the mean of a bucket; instants in milliseconds since the epoch. */
export type Value = {
  readonly key: string;
  /** The reading it is part of; none for a bucket. */
  readonly reading: string | undefined;
  readonly at: number;
  readonly value: number;
  /** The least and most of a bucket. */
  readonly low: number;
  readonly high: number;
  readonly marks: readonly Mark[];
  /** The worst limit that it lies beyond, of the plan then in force. */
  readonly beyond: Severity | undefined;
};

/** A limit for as long as one plan version was in force. */
export type Step = {
  readonly rule: string;
  readonly kind: Trend["limits"][number]["limits"][number]["kind"];
  readonly severity: Severity;
  readonly direction: "above" | "below";
  readonly value: number;
  readonly from: number;
  readonly to: number;
};

/** The patient's own normal value, of the plan then in force or, where none has one, what is in the middle of the period. */
export type Baseline = { readonly value: number; readonly from: number; readonly to: number };

/** One signal over the period, ready to be drawn and told. */
export type Series = {
  readonly metric: Metric;
  readonly unit: string;
  /** How many decimals its values have: all are said with as many, so that they stand under each other. */
  readonly decimals: number;
  /** What counts, oldest first. */
  readonly values: readonly Value[];
  /** What counts and what doesn't, oldest first. */
  readonly all: readonly Value[];
  readonly steps: readonly Step[];
  readonly changes: Trend["limits"][number]["changes"];
  readonly baseline: { readonly by: "plan" | "median"; readonly parts: readonly Baseline[] } | undefined;
};

/** What is known of a reading beside its values, where there is something. */
export type Marked = Schemas["ReadingInList"];

export type PlanChange = { readonly version: number; readonly at: number };

export type Model = {
  readonly from: number;
  readonly to: number;
  readonly series: readonly Series[];
  /** Every instant at which something was measured, in order: where the cursor can stand. */
  readonly instants: readonly number[];
  readonly plans: readonly PlanChange[];
  readonly marked: ReadonlyMap<string, Marked>;
};

const marksOf = (reading: Marked | undefined, uncertain: boolean): Mark[] => {
  const found: Mark[] = [];
  if (reading?.late) found.push("late");
  if (reading !== undefined && reading.clock !== "good") found.push("clock");
  else if (uncertain) found.push("doubtful");
  if (reading?.flags.includes("excluded")) found.push("excluded");
  if (reading?.flags.includes("moved")) found.push("moved");
  if (reading?.flags.includes("not-clinical")) found.push("notClinical");
  return found;
};

const ranks: readonly Severity[] = ["info", "yellow", "red"];

/** The worst limit of the plan then in force that something between `low` and `high` lies beyond. */
export function beyondOf(at: number, low: number, high: number, steps: readonly Step[]): Severity | undefined {
  let worst = -1;
  for (const { from, to, direction, value, severity } of steps) {
    if (at < from || at >= to || !(direction === "above" ? high > value : low < value)) continue;
    worst = Math.max(worst, ranks.indexOf(severity));
  }
  return ranks[worst];
}

const stepsOf = ({ limits }: Trend): Step[] =>
  limits.flatMap(({ from, to, limits: lines }) =>
    lines.map((line) => ({ ...line, from: Date.parse(from), to: Date.parse(to) })),
  );

const MEDIAN_OF = 5;

function baselineOf({ limits, from, to }: Trend, values: readonly Value[]): Series["baseline"] {
  const parts = limits.flatMap((period) =>
    period.reference === null
      ? []
      : [{ value: period.reference, from: Date.parse(period.from), to: Date.parse(period.to) }],
  );
  if (parts.length > 0) return { by: "plan", parts };
  if (values.length < MEDIAN_OF) return undefined;
  const sorted = values.map(({ value }) => value).sort((a, b) => a - b);
  // One that was measured: a mean of two could be a value that the device can't give.
  const value = sorted[Math.floor(sorted.length / 2)]!;
  return { by: "median", parts: [{ value, from: Date.parse(from), to: Date.parse(to) }] };
}

/** At most two: no device gives more that anybody would read. */
const decimalsOf = (value: number): number =>
  Number.isInteger(value) ? 0 : Number.isInteger(Math.round(value * 1e6) / 1e5) ? 1 : 2;

function seriesOf(trend: Trend, marked: ReadonlyMap<string, Marked>): Series {
  const { metric, unit, resolution, points, buckets } = trend;
  const steps = stepsOf(trend);
  const values: Value[] =
    resolution === "raw"
      ? points.map(({ reading, measuredAt, value, uncertain }) => {
          const at = Date.parse(measuredAt);
          const beyond = beyondOf(at, value, value, steps);
          const key = reading;
          return {
            key,
            reading,
            at,
            value,
            low: value,
            high: value,
            marks: marksOf(marked.get(reading), uncertain),
            beyond,
          };
        })
      : buckets.map(({ from, to, min, max, mean, uncertain, count }) => {
          const at = (Date.parse(from) + Date.parse(to)) / 2;
          const beyond = beyondOf(at, min, max, steps);
          const all = marksOf(undefined, uncertain === count);
          return { key: from, reading: undefined, at, value: mean, low: min, high: max, marks: all, beyond };
        });
  const left = [...marked.values()].flatMap((reading): Value[] => {
    const found = reading.values.find((one) => one.metric === metric);
    const all = marksOf(reading, false);
    if (!found || !all.some((mark) => leaveOut.includes(mark))) return [];
    const { value } = found;
    const at = Date.parse(reading.measuredAt);
    return [
      { key: reading.id, reading: reading.id, at, value, low: value, high: value, marks: all, beyond: undefined },
    ];
  });
  const byTime = (a: Value, b: Value): number => a.at - b.at;
  values.sort(byTime);
  return {
    metric,
    unit,
    decimals: values.reduce((most, { low, high }) => Math.max(most, decimalsOf(low), decimalsOf(high)), 0),
    values,
    all: left.length === 0 ? values : [...values, ...left].sort(byTime),
    steps,
    changes: trend.limits.at(-1)?.changes ?? [],
    baseline: baselineOf(trend, values),
  };
}

export const counts = ({ marks: all }: Value): boolean => !all.some((mark) => leaveOut.includes(mark));

/** What is drawn and told of a period: the trends with what else is known of their readings. */
export function modelOf(trends: readonly Trend[], readings: readonly Marked[], from: number, to: number): Model {
  const marked = new Map(readings.map((reading) => [reading.id, reading]));
  const series = trends.map((trend) => seriesOf(trend, marked));
  const instants = [...new Set(series.flatMap(({ all }) => all.map(({ at }) => at)))].sort((a, b) => a - b);
  const plans = new Map(
    trends.flatMap(({ limits }) =>
      limits.map(({ planVersion, validFrom }) => [planVersion, Date.parse(validFrom)] as const),
    ),
  );
  return {
    from,
    to,
    series,
    instants,
    plans: [...plans].map(([version, at]) => ({ version, at })).filter(({ at }) => at > from && at < to),
    marked,
  };
}

/** The place of the instant nearest to another in an ascending list; −1 in an empty one. */
export function nearest(instants: readonly number[], at: number): number {
  let [low, high] = [0, instants.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle]! < at) low = middle + 1;
    else high = middle;
  }
  const before = instants[low - 1];
  return before !== undefined && at - before <= Math.abs(instants[low]! - at) ? low - 1 : high;
}

/** What is measured within so long of each other belongs to the same morning or evening. */
const TOGETHER = 6 * 3_600_000;

/** The value of a signal at an instant: of what was measured that morning or evening the nearest. */
export function valueAt({ all }: Series, at: number, span: number): Value | undefined {
  // In a bucketed year the middle of a bucket may be half a bucket away.
  const reach = Math.max(TOGETHER, span / 400);
  let best: Value | undefined;
  for (const value of all) {
    if (Math.abs(value.at - at) > reach) continue;
    const nearer = best === undefined ? -1 : Math.abs(value.at - at) - Math.abs(best.at - at);
    if (best === undefined || nearer < 0 || (nearer === 0 && counts(value))) best = value;
  }
  return best;
}

import type { Schemas } from "../api/client.ts";

type Trend = Schemas["Trend"];

/** A value, or what a bucket held; instants in milliseconds since the epoch. */
export type Dot = {
  readonly key: string;
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly uncertain: boolean;
};

/** A limit or reference for as long as one plan version was in force. */
export type Step = {
  readonly key: string;
  readonly kind: string;
  readonly severity: string;
  readonly direction: "above" | "below";
  readonly value: number;
  readonly from: number;
  readonly to: number;
};

/** What is drawn of a trend, in order of time: each value, or each bucket in its middle. */
export const dotsOf = ({ resolution, points, buckets }: Trend): Dot[] =>
  resolution === "raw"
    ? points
        .map(({ reading, measuredAt, value, uncertain }) => ({
          key: reading,
          at: Date.parse(measuredAt),
          value,
          low: value,
          high: value,
          uncertain,
        }))
        .sort((a, b) => a.at - b.at)
    : buckets.map(({ from, to, min, max, mean, uncertain, count }) => ({
        key: from,
        at: (Date.parse(from) + Date.parse(to)) / 2,
        value: mean,
        low: min,
        high: max,
        uncertain: uncertain === count,
      }));

/** The lines of the plans then in force. */
export const stepsOf = ({ limits }: Trend): Step[] =>
  limits.flatMap(({ from, to, planVersion, limits: lines }) =>
    lines.map(({ rule, kind, severity, direction, value }) => ({
      key: `${planVersion} ${rule}`,
      kind,
      severity,
      direction,
      value,
      from: Date.parse(from),
      to: Date.parse(to),
    })),
  );

/** Whether a value lies beyond a limit of the plan that was in force when it was measured. */
export const isBeyond = ({ at, low, high }: Dot, steps: readonly Step[]): boolean =>
  steps.some(
    ({ kind, direction, value, from, to }) =>
      kind !== "reference" && from <= at && at < to && (direction === "above" ? high > value : low < value),
  );

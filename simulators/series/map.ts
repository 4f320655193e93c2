import type { Kind } from "../../src/domain/kind.ts";
import type { Metric } from "../../src/domain/metric.ts";

/** A field of a reading that a column can give, and the metric it is; none where it isn't a number of a metric. */
type ValueField = { readonly field: string; readonly metric: Metric; readonly required?: true };

const sole = (metric: Metric): readonly ValueField[] => [{ field: "value", metric, required: true }];

/** The kinds a series can hold, and the fields of each as the device contract names them. */
export const fieldsOf = {
  "body-weight": sole("body-weight"),
  "blood-pressure": [
    { field: "systolic", metric: "systolic-pressure", required: true },
    { field: "diastolic", metric: "diastolic-pressure", required: true },
    { field: "mean", metric: "mean-pressure" },
    { field: "pulse", metric: "pulse" },
  ],
  "oxygen-saturation": [
    { field: "spo2", metric: "oxygen-saturation", required: true },
    { field: "pulse", metric: "pulse" },
    { field: "oxygenFlow", metric: "oxygen-flow" },
  ],
  pulse: sole("pulse"),
  temperature: sole("body-temperature"),
  "respiratory-rate": sole("respiratory-rate"),
  glucose: sole("glucose"),
  "peak-flow": sole("peak-flow"),
  spirometry: [
    { field: "fev1", metric: "fev1", required: true },
    { field: "fvc", metric: "fvc" },
  ],
} as const satisfies Partial<Record<Kind, readonly ValueField[]>>;
export type SeriesKind = keyof typeof fieldsOf;
export const seriesKinds = Object.keys(fieldsOf) as readonly SeriesKind[];

/** What every kind may carry beside its values. */
const common = ["at", "patient", "unit", "user", "seq"] as const;

/** Which column of the heading, from 0, gives which field; values and common ones alike. */
export type SeriesMap = { readonly kind: SeriesKind; readonly columns: ReadonlyMap<string, number> };

/**
 * Reads a mapping such as `at=measured,systolic=upper,diastolic=lower,patient=code`: a reading's field, then the column
 * of the heading (without regard to case). The kind is the given one, or the one kind that has all the fields mapped.
 * @returns the mapping, or in words what is wrong with it
 */
export function readMap(text: string, heading: readonly string[], wantedKind?: SeriesKind): SeriesMap | string {
  const columns = new Map<string, number>();
  for (const pair of text.split(",")) {
    const [field = "", name] = pair.split("=").map((part) => part.trim());
    if (name === undefined || field === "" || name === "") return `"${pair.trim()}" is not field=column.`;
    if (columns.has(field)) return `${field} is mapped twice.`;
    const matching = heading.flatMap((head, index) => (head.toLowerCase() === name.toLowerCase() ? [index] : []));
    const [column] = matching;
    if (column === undefined) return `No column "${name}"; the heading has ${heading.join(", ")}.`;
    if (matching.length > 1) return `The heading has ${matching.length} columns "${name}".`;
    columns.set(field, column);
  }
  if (!columns.has("at")) return "at=<column> is missing: when it was measured.";
  const kind = wantedKind ?? kindOf([...columns.keys()]);
  if (kind === undefined) {
    return "Which kind it is does not follow from the fields mapped; say it with --kind.";
  }
  const fields: readonly ValueField[] = fieldsOf[kind];
  const known = [...fields.map(({ field }) => field), ...common];
  const unknown = [...columns.keys()].find((field) => !known.includes(field));
  if (unknown !== undefined) return `${kind} has no field ${unknown}; it takes ${known.join(", ")}.`;
  const missing = fields.find(({ field, required }) => required && !columns.has(field));
  return missing ? `${kind} needs ${missing.field}=<column>.` : { kind, columns };
}

/** The one kind whose required fields are all there and which has every other field too. */
function kindOf(mapped: readonly string[]): SeriesKind | undefined {
  const values = mapped.filter((field) => !(common as readonly string[]).includes(field));
  const fitting = seriesKinds.filter((kind) => {
    const fields: readonly ValueField[] = fieldsOf[kind];
    const complete = fields.every(({ field, required }) => !required || values.includes(field));
    return complete && values.every((value) => fields.some(({ field }) => field === value));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

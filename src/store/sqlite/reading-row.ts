import { bitsToFlags, flagsToBits } from "../../domain/flag.ts";
import { type Kind, kinds } from "../../domain/kind.ts";
import { clockQualities, type Values } from "../../domain/measurement.ts";
import type { Metric } from "../../domain/metric.ts";
import type { Reading } from "../../domain/reading.ts";

/** What was decided about a reading when it was judged; the position is the integer in the store. Add at the end only. */
export const decisions = [
  /** Not judged: nothing in it is judged by rules. */
  "none",
  /** Judged; nothing beyond any limit. */
  "inside",
  /** Judged; an alert opened, changed or took it in. */
  "finding",
  /** Beyond a limit when it was measured, and too old to alert anybody when it came. */
  "history",
  /** Nobody's reading yet. */
  "unattributed",
  /** Stored, but judging it failed; the team has been told. */
  "engine-failed",
  /** Beyond a limit and looking like technique: the person has been asked to measure again. */
  "repeat-pending",
  /** It looked like technique, and measured again the value was inside: no alert. */
  "repeated",
] as const;
export type Decision = (typeof decisions)[number];

/** Where a reading stands: also its public id, in base 36. */
export type ReadingKey = { readonly series: number; readonly measuredAt: number; readonly n: number };

export const readingId = (key: ReadingKey): string =>
  `${key.series.toString(36)}-${key.measuredAt.toString(36)}-${key.n.toString(36)}`;

/** The key in a public id; `undefined` when it isn't one. */
export function parseReadingId(id: string): ReadingKey | undefined {
  const parts = /^([0-9a-z]{1,8})-([0-9a-z]{1,10})-([0-9a-z]{1,6})$/.exec(id);
  if (!parts) return undefined;
  const [series, measuredAt, n] = parts.slice(1).map((part) => Number.parseInt(part, 36));
  return { series: series!, measuredAt: measuredAt!, n: n! };
}

/** A series: one source of one kind for one patient, or for nobody yet. */
export type Series = {
  readonly id: number;
  readonly device: string;
  readonly user: number | null;
  readonly kind: Kind;
  readonly patient: string | null;
  readonly team: string;
};

export type ReadingRow = {
  series: number;
  measured_at: number;
  n: number;
  received_at: number;
  v1: number | null;
  v2: number | null;
  v3: number | null;
  v4: number | null;
  clock: number;
  flags: number;
  decision: number;
  plan: number | null;
  seq: number | null;
  command: number;
  position: number;
  detail: string | null;
};

/** Values in the store's column order for a kind; what was not measured is null. */
export function valueColumns(kind: Kind, values: Values): [number | null, number | null, number | null, number | null] {
  const { components } = kinds[kind];
  const column = (index: number): number | null => {
    const metric = components[index];
    return metric === undefined ? null : (values[metric] ?? null);
  };
  return [column(0), column(1), column(2), column(3)];
}

/** Values by metric from the store's columns. */
export function columnValues(kind: Kind, row: Pick<ReadingRow, "v1" | "v2" | "v3" | "v4">): Values {
  const values: Partial<Record<Metric, number>> = {};
  const columns = [row.v1, row.v2, row.v3, row.v4];
  kinds[kind].components.forEach((metric, index) => {
    const value = columns[index];
    if (value !== null && value !== undefined) values[metric] = value;
  });
  return values;
}

/** A row as the rules see it. */
export const toReading = (kind: Kind, row: ReadingRow): Reading => ({
  id: readingId({ series: row.series, measuredAt: row.measured_at, n: row.n }),
  kind,
  values: columnValues(kind, row),
  measuredAt: row.measured_at,
  receivedAt: row.received_at,
  clock: clockQualities[row.clock] ?? "unknown",
  flags: bitsToFlags(row.flags),
  ...answersIn(kind, row.detail),
});

/** The coded answers that are kept beside the values, of the only kind that has any. */
export function answersIn(kind: Kind, detail: string | null): Pick<Reading, "answers"> {
  if (kind !== "symptoms" || detail === null) return {};
  const { questionnaire, version, answers } = JSON.parse(detail) as Partial<StoredAnswers>;
  if (questionnaire === undefined || version === undefined || answers === undefined) return {};
  const given = Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));
  return { answers: { questionnaire, version, given } };
}

type StoredAnswers = {
  questionnaire: string;
  version: string;
  answers: { question: string; answer: string | number | boolean }[];
};

/** The bits of readings that count nowhere: they turned out to be somebody else's, or staff excluded them. */
export const NOT_COUNTED = flagsToBits(["moved", "excluded"]);

/** Whether a reading counts: not moved away, not excluded. */
export const counts = ({ flags }: Pick<ReadingRow, "flags">): boolean => (flags & NOT_COUNTED) === 0;

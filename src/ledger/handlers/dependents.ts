import type { DecisionContext } from "../../decision/context.ts";
import type { Concern } from "../../domain/alert.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Kind } from "../../domain/kind.ts";
import type { Reading } from "../../domain/reading.ts";
import { alsoComparedWith } from "../../ingest/judge.ts";
import { type Asked, asksNow, type Seen, weigh } from "../../ingest/two-plans.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { isStoreFailure } from "../../store/sqlite/failure.ts";
import { remembering } from "../../store/sqlite/memory.ts";
import { counts, parseReadingId, toReading } from "../../store/sqlite/reading-row.ts";
import { newestReading, readingRow } from "../../store/sqlite/readings.ts";
import { readingsBetween } from "../../store/sqlite/recent.ts";
import { type PatientRow, plansOf } from "../../store/sqlite/registry.ts";
import { seriesById } from "../../store/sqlite/series.ts";

/** What is found on a reading, and each finding as a text to compare it by. */
export type FindingsOf = {
  readonly reading: Reading;
  readonly said: readonly string[];
  readonly findings: readonly Finding[];
  /** Every concern that anything was asked about. */
  readonly asked: readonly Concern[];
};

/**
 * How far before a corrected reading another may change with it: the flags of suspect duplicates reach two steps of three
 * hours back.
 */
const TWINS = 6 * 3_600_000;
/** Of each kind so many readings at most are looked at again, the newest: a monitor that measures every few seconds. */
const MOST = 2000;

/**
 * What is found, by what is stored now, on every reading that may depend on some others: those of the kinds that rules
 * compare with them, measured from then on; and the newest before, which becomes the newest of all when they go.
 */
export const foundAround = (
  context: DecisionContext,
  patient: PatientRow,
  touched: readonly Reading[],
): Map<string, FindingsOf> =>
  // Such a command is one of many that may change anything, so that the writer remembers nothing meanwhile.
  remembering(context.db, () => {
    const seen: Seen = new Map();
    const readings = new Map(mayDepend(context.db, patient, touched).map((reading) => [reading.id, reading]));
    return new Map([...readings].map(([id, reading]) => [id, findingsOf(context, patient, reading, seen)]));
  });

function mayDepend(db: Database, patient: PatientRow, touched: readonly Reading[]): Reading[] {
  const those = touched.flatMap(({ id }) => countedReading(db, id) ?? []);
  const around = [...sinceByKind(db, patient, touched)].flatMap(([kind, from]) => [
    ...readingsBetween(db, patient.id, kind, from).slice(-MOST),
    ...[newestReading(db, patient.id, kind, from)].filter((last) => last !== undefined),
  ]);
  return [...those, ...around];
}

/** A reading as it is stored now; `undefined` where it doesn't count. */
function countedReading(db: Database, id: string): Reading | undefined {
  const key = parseReadingId(id);
  const row = key && readingRow(db, key);
  const series = row && seriesById(db, row.series);
  return series && counts(row) ? toReading(series.kind, row) : undefined;
}

function sinceByKind(db: Database, patient: PatientRow, touched: readonly Reading[]): Map<Kind, number> {
  const since = new Map<Kind, number>();
  for (const { kind, measuredAt } of touched) {
    for (const each of [kind, ...alsoComparedWith(db, patient, { kind })]) {
      since.set(each, Math.min(since.get(each) ?? Infinity, measuredAt - TWINS));
    }
  }
  return since;
}

function findingsOf(context: DecisionContext, patient: PatientRow, reading: Reading, seen: Seen): FindingsOf {
  try {
    const asked = [...asksNow(context.db, patient, reading, context.at), ...askedBefore(context.db, patient, reading)];
    const weighed = weigh(context, patient, reading, seen, unique(asked)).map(({ judgement }) => judgement);
    const findings = weighed.filter((judgement) => judgement.verdict === "finding");
    return {
      reading,
      said: findings.map(sayings),
      findings,
      asked: [...new Set(weighed.map(({ concern }) => concern))],
    };
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    // Judging it fails: that is met, contained and told where it is judged.
    return { reading, said: ["failed"], findings: [], asked: [] };
  }
}

/**
 * A finding as a text to compare it by. Which of two plans says so is left out: that depends on whether the reading is
 * still the newest.
 */
export const sayings = ({ plan: _plan, ...finding }: Finding): string => JSON.stringify(finding);

/** Plans that were the current one when an alert told of this reading: what they found is judged by them still. */
function askedBefore(db: Database, patient: PatientRow, reading: Reading): Asked[] {
  const versions = db.all<{ version: number }>(
    `SELECT DISTINCT json_extract(f.value, '$.plan.version') AS version FROM event e, json_each(e.data, '$.findings') f
     WHERE e.reading = ? AND e.alert IS NOT NULL AND json_extract(f.value, '$.plan.basis') = 'current'`,
    reading.id,
  );
  return plansOf(db, patient.id)
    .filter((plan) => versions.some(({ version }) => version === plan.version))
    .map((body) => ({ body, under: { version: body.version, basis: "current" as const } }));
}

/** Each plan once. */
const unique = (asked: readonly Asked[]): Asked[] => {
  const bodies = new Set<unknown>();
  return asked.filter(({ body }) => !bodies.has(body) && bodies.add(body));
};

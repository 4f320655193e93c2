import type { Kind } from "../../src/domain/kind.ts";
import { replay } from "../../src/ledger/replay.ts";
import { type Database, openDatabase } from "../../src/store/sqlite/database.ts";
import { openReader } from "../../src/store/sqlite/open.ts";
import { decisions, readingId } from "../../src/store/sqlite/reading-row.ts";
import { type Books, keyOf } from "./load.ts";
import { HOMES, patientOf } from "./region.ts";

/** Something the platform promised and did not keep. */
export type Fault = {
  readonly kind:
    | "missing"
    | "doubled"
    | "altered"
    | "never-sent"
    | "wrong-decision"
    | "not-alerted"
    | "alerted-too-much"
    | "alert-history"
    | "corrupt"
    | "replay";
  readonly what: string;
};

type StoredReading = {
  series: number;
  patient: string;
  kind: Kind;
  measured_at: number;
  n: number;
  v1: number | null;
  v2: number | null;
  v3: number | null;
  v4: number | null;
  decision: number;
};

/**
 * Holds a data folder against the books, reading only. Every reading acknowledged is there once, with its values; so is
 * nothing that was never sent; each one stored, acknowledged or not, has the decision that its values call for, and the
 * alert events that go with it, each once.
 * @param deep also replays the command log in a fresh store
 */
export function checkFolder(folder: string, books: Books, deep = false): Fault[] {
  const db = openReader(folder);
  try {
    return checkStore(db, books, deep);
  } catch (error) {
    // SQLITE_CORRUPT and SQLITE_NOTADB: what can't be read at all is a finding too.
    if (![11, 26].includes((error as { errcode?: number }).errcode ?? 0)) throw error;
    return [{ kind: "corrupt", what: String(error) }];
  } finally {
    db.close();
  }
}

/** As `checkFolder`, on an open store. */
export function checkStore(db: Database, books: Books, deep = false): Fault[] {
  const faults: Fault[] = [];
  const fault = (kind: Fault["kind"], what: string): void => void faults.push({ kind, what });
  const integrity = db.get<{ integrity_check: string }>("PRAGMA integrity_check")?.integrity_check;
  if (integrity !== "ok") fault("corrupt", `${integrity}`);

  const homes = new Map(Array.from({ length: HOMES }, (_, home) => [patientOf(home), home]));
  const concerns = concernsByReading(db);
  const stored = new Map<string, number>();
  for (const row of db.all<StoredReading>(
    "SELECT s.patient, s.kind, r.* FROM reading r JOIN series s ON s.id = r.series",
  )) {
    const key = keyOf({ home: homes.get(row.patient) ?? -1, kind: row.kind, measuredAt: row.measured_at });
    stored.set(key, (stored.get(key) ?? 0) + 1);
    const reading = books.sent.get(key);
    if (!reading) {
      fault("never-sent", key);
      continue;
    }
    const columns = [row.v1, row.v2, row.v3, row.v4];
    if (columns.some((value, index) => value !== reading.columns[index])) {
      fault("altered", `${key}: ${columns.join()} for ${reading.columns.join()}`);
    }
    const expected = decisions.indexOf(reading.concerns.length > 0 ? "finding" : "inside");
    if (row.decision !== expected) fault("wrong-decision", `${key}: ${decisions[row.decision]}`);
    const told = concerns.get(readingId({ series: row.series, measuredAt: row.measured_at, n: row.n })) ?? [];
    for (const concern of reading.concerns) if (!told.includes(concern)) fault("not-alerted", `${key}: ${concern}`);
    const tooMuch = told.filter(
      (concern, index) => !reading.concerns.some((one) => one === concern) || told.indexOf(concern) !== index,
    );
    for (const concern of tooMuch) fault("alerted-too-much", `${key}: ${concern}`);
  }
  for (const [key, times] of stored) if (times > 1) fault("doubled", `${key}: ${times} times`);
  for (const key of books.acknowledged) if (!stored.has(key)) fault("missing", key);
  for (const what of brokenHistories(db)) fault("alert-history", what);
  if (deep) for (const what of replayFaults(db)) fault("replay", what);
  return faults;
}

/** What alert events say of each reading: the concerns, once per event. */
function concernsByReading(db: Database): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { reading, concern } of db.all<{ reading: string; concern: string }>(
    `SELECT reading, json_extract(data, '$.concern') AS concern FROM event WHERE reading IS NOT NULL
     AND type IN ('alert.opened', 'alert.joined', 'alert.worsened', 'alert.reopened')`,
  )) {
    found.getOrInsertComputed(reading, () => []).push(concern);
  }
  return found;
}

/** Alerts whose version is not the number of their events, those of telling apart, and events of no alert. */
const brokenHistories = (db: Database): string[] =>
  db
    .all<{ alert: string; version: number | null; events: number }>(
      `SELECT e.alert AS alert, a.version AS version, count(nullif(e.type, 'alert.told')) AS events FROM event e LEFT JOIN alert a ON a.id = e.alert
       WHERE e.alert IS NOT NULL GROUP BY e.alert HAVING a.version IS NOT count(nullif(e.type, 'alert.told'))
       UNION ALL SELECT id, version, 0 FROM alert WHERE id NOT IN (SELECT alert FROM event WHERE alert IS NOT NULL)`,
    )
    .map(({ alert, version, events }) => `${alert}: version ${version}, ${events} events`);

/** What a replay of the command log in a fresh store does otherwise. */
export function replayFaults(db: Database): string[] {
  const fresh = openDatabase(":memory:");
  try {
    const { refused, broken, differences } = replay(db, fresh);
    return [
      ...refused.map((seq) => `command ${seq} was refused`),
      ...broken.map((seq) => `command ${seq} was altered`),
      ...differences.map(({ table, key, recorded, replayed }) => `${table} ${key}: ${recorded} became ${replayed}`),
    ];
  } finally {
    fresh.close();
  }
}

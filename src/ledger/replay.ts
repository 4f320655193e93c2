import type { Database } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { type LogHead, logAt, loggedCommands, logHead } from "./log.ts";
import { createWriter } from "./writer.ts";

/** A row that differs between two stores after a replay. */
export type Difference = {
  readonly table: string;
  readonly key: string;
  readonly recorded?: string;
  readonly replayed?: string;
};

/** What running a log again came to. */
export type Rerun = {
  readonly commands: number;
  /** Commands that were decided when recorded and refused now. */
  readonly refused: readonly number[];
  /** Commands whose seal doesn't fit: they, or what stood before them, were altered or taken out since they were logged. */
  readonly broken: readonly number[];
};

export type ReplayReport = Rerun & {
  readonly alerts: number;
  readonly events: number;
  readonly differences: readonly Difference[];
};

/** How far a log is run, and who is told every thousand commands how many are done. */
export type RerunOptions = { readonly to?: number; readonly onProgress?: ((done: number) => void) | undefined };

/**
 * Runs a store's command log in another, in recorded order with recorded times, from where the other's log ends.
 * @param from the recorded store; read only
 * @param into an empty database, a checkpoint, or what an earlier call has left
 */
export function rerun(from: Database, into: Database, { to, onProgress }: RerunOptions = {}): Rerun {
  migrate(into);
  const writer = createWriter(into);
  const refused: number[] = [];
  const brokenOnes: number[] = [];
  let commands = 0;
  for (const { seq, command, broken } of loggedCommands(from, beginning(from, into), to)) {
    if (!command || !writer.replay(seq, command).ok) refused.push(seq);
    if (broken) brokenOnes.push(seq);
    commands += 1;
    if (commands % 1000 === 0) onProgress?.(commands);
  }
  return { commands, refused, broken: brokenOnes };
}

/** Where the other store's log ends, with the seal that stands there; the checkpoint's where the log no longer holds it. */
function beginning(from: Database, into: Database): LogHead {
  const head = logHead(into);
  return logAt(from, head.seq) ?? head;
}

/**
 * Runs a store's command log in a fresh store and compares what came of it: alerts, events and readings must be equal
 * byte for byte.
 * @param from the recorded store; read only
 * @param into an empty database, or a checkpoint: then what came after it is run
 */
export function replay(from: Database, into: Database, onProgress?: (done: number) => void): ReplayReport {
  const run = rerun(from, into, { onProgress });
  return {
    ...run,
    alerts: count(into, "alert"),
    events: count(into, "event"),
    differences: compare(from, into),
  };
}

/** Whether a replay came to what is stored, from a log that nobody has altered. */
export const isSame = ({ refused, broken, differences }: ReplayReport): boolean =>
  refused.length + broken.length + differences.length === 0;

/** The first rows of each table that differ between two stores. */
export const compare = (from: Database, into: Database): Difference[] =>
  compared.flatMap(({ table, key }) => (hasTable(from, table) ? differences(from, into, table, key) : []));

/** A store that was not upgraded yet lacks what came later. */
const hasTable = (db: Database, table: string): boolean =>
  db.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", table) !== undefined;

const compared = [
  { table: "alert", key: "id" },
  { table: "event", key: "seq" },
  { table: "reading", key: "series, measured_at, n" },
  { table: "engine", key: "command" },
] as const;

const count = (db: Database, table: string): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;

function differences(from: Database, into: Database, table: string, key: string): Difference[] {
  const columns = key.split(", ");
  const rows = (db: Database) => db.iterate<Row>(`SELECT * FROM ${table} ORDER BY ${key}`)[Symbol.iterator]();
  const [recorded, replayed] = [rows(from), rows(into)];
  const found: Difference[] = [];
  let [a, b] = [recorded.next(), replayed.next()];
  // The first few say where it went apart; what follows is mostly consequence.
  while (!(a.done && b.done) && found.length < 20) {
    const order = a.done ? 1 : b.done ? -1 : inOrder(columns, a.value, b.value);
    const [left, right] = [order <= 0 ? a.value : undefined, order >= 0 ? b.value : undefined] as (Row | undefined)[];
    const [before, after] = [left && JSON.stringify(left), right && JSON.stringify(right)];
    if (before !== after) {
      const named = left ?? right;
      found.push({
        table,
        key: columns.map((column) => named?.[column]).join("/"),
        ...(before === undefined ? {} : { recorded: before }),
        ...(after === undefined ? {} : { replayed: after }),
      });
    }
    if (order <= 0) a = recorded.next();
    if (order >= 0) b = replayed.next();
  }
  return found;
}

type Row = Readonly<Record<string, unknown>>;

/** Which of two rows comes first by its key: below 0 the left one, 0 when they are the same row. */
function inOrder(columns: readonly string[], left: Row, right: Row): number {
  for (const column of columns) {
    const [a, b] = [left[column], right[column]] as (string | number)[];
    if (a !== b) return a! < b! ? -1 : 1;
  }
  return 0;
}

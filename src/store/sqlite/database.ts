import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Memory } from "./memory.ts";

export type Row = Record<string, null | number | bigint | string | Uint8Array>;
type Parameter = SQLInputValue | undefined | boolean;

/**
 * A thin layer over `node:sqlite`: each SQL text is prepared once and kept; parameters are always bound, never
 * concatenated; `undefined` binds NULL.
 */
export type Database = {
  /** The first row, or `undefined`. */
  get<T = Row>(sql: string, ...parameters: Parameter[]): T | undefined;
  all<T = Row>(sql: string, ...parameters: Parameter[]): T[];
  iterate<T = Row>(sql: string, ...parameters: Parameter[]): Iterable<T>;
  /** @returns the number of rows changed and the last row id */
  run(sql: string, ...parameters: Parameter[]): { changes: number; lastId: number };
  /** Runs SQL text without parameters: schema, pragmas, savepoints. */
  exec(sql: string): void;
  close(): void;
  readonly raw: DatabaseSync;
  /** What the writer remembers of what it read; other handles have none. */
  memory?: Memory | undefined;
};

/** In place: the array is this call's own, and this runs for every statement. */
function bind(parameters: Parameter[]): SQLInputValue[] {
  for (let index = 0; index < parameters.length; index += 1) {
    const value = parameters[index];
    if (value === undefined) parameters[index] = null;
    else if (typeof value === "boolean") parameters[index] = Number(value);
  }
  return parameters as SQLInputValue[];
}

/** Opens a database file. `readOnly` handles see every committed row at once and can't write. */
export function openDatabase(file: string, { readOnly = false }: { readOnly?: boolean } = {}): Database {
  const raw = new DatabaseSync(file, { readOnly });
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = raw.prepare(sql)));
    return statement;
  };
  return {
    get: <T>(sql: string, ...parameters: Parameter[]) => prepared(sql).get(...bind(parameters)) as T | undefined,
    all: <T>(sql: string, ...parameters: Parameter[]) => prepared(sql).all(...bind(parameters)) as T[],
    // A fresh statement: a cached one could be reset by the same query while the first is still being read.
    iterate: <T>(sql: string, ...parameters: Parameter[]) =>
      raw.prepare(sql).iterate(...bind(parameters)) as Iterable<T>,
    run: (sql, ...parameters) => {
      const { changes, lastInsertRowid } = prepared(sql).run(...bind(parameters));
      return { changes: Number(changes), lastId: Number(lastInsertRowid) };
    },
    exec: (sql) => raw.exec(sql),
    close: () => {
      statements.clear();
      raw.close();
    },
    raw,
  };
}

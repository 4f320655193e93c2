import type { Database } from "./database.ts";

/** An engine and from which command on it decides, itself among them. `at` in milliseconds since the epoch. */
export type EngineRow = {
  readonly command: number;
  readonly at: number;
  /** SHA-256 of what decides, hexadecimal. */
  readonly version: string;
  readonly release: string;
  readonly node: string;
  /** A SHA-256 for each part of it, by name; JSON. */
  readonly parts: string;
};

/** Every engine that has decided, the first one first; none in a store that was not upgraded since before they were noted. */
export function enginesOf(db: Database): EngineRow[] {
  const noted = db.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'engine'") !== undefined;
  return noted ? db.all<EngineRow>("SELECT * FROM engine ORDER BY command") : [];
}

/** The engine that decides now; `undefined` in a store that none has said its version to yet. */
export const latestEngine = (db: Database): EngineRow | undefined =>
  db.get<EngineRow>("SELECT * FROM engine ORDER BY command DESC LIMIT 1");

/** Notes that another engine decides from a command on. */
export function insertEngine(db: Database, engine: EngineRow): void {
  const { command, at, version, release, node, parts } = engine;
  db.run(
    "INSERT INTO engine (command, at, version, release, node, parts) VALUES (?, ?, ?, ?, ?, ?)",
    command,
    at,
    version,
    release,
    node,
    parts,
  );
}

/**
 * The engine that decided a command; `undefined` where that was before engines were noted.
 * @param engines as `enginesOf` gives them
 */
export const engineAt = (engines: readonly EngineRow[], command: number): EngineRow | undefined =>
  engines.findLast((engine) => engine.command <= command);

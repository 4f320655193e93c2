import type { Database } from "../store/sqlite/database.ts";
import type { Engine } from "./desk.ts";
import { createRunner, type Runner } from "./run.ts";
import { perform } from "./task.ts";

/** Rehearses on the caller's own thread, for commands and tests. @param db a store to read */
export function inlineEngine(db: Database): Engine {
  let runner: Runner | undefined;
  return {
    run: (task, onProgress, signal) => perform(db, (runner ??= createRunner()), task, { onProgress, turn, signal }),
    stop: async () => runner?.close(),
  };
}

/** Whatever else waits on this thread goes first. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { type ErrorCode, isHemvaktError } from "../errors.ts";
import { openReader } from "../store/sqlite/open.ts";
import { createRunner } from "./run.ts";
import { type Progress, perform, type Task, type TaskResult } from "./task.ts";

/** The rehearsals' thread: tasks come in, progress and results go out. It reads through a connection of its own. */

export type WorkerSettings = { readonly folder: string };
export type ToWorker = { readonly task: Task } | "go" | "cancel" | "stop";
export type FromWorker =
  /** May the next patient begin? */
  | "turn"
  | { readonly progress: Progress }
  | { readonly result: TaskResult | undefined }
  | { readonly failure: { readonly code?: ErrorCode; readonly message: string } };

/** Gives way to intake: under Linux a thread has its own nice value, elsewhere it would be the whole process's. */
const NICE = 19;
if (process.platform === "linux") setPriority(0, NICE);

const port = parentPort!;
const db = openReader((workerData as WorkerSettings).folder);
const runner = createRunner();
const say = (message: FromWorker): void => port.postMessage(message);
let abort = new AbortController();
let go = (): void => undefined;
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    go = resolve;
    say("turn");
  });

port.on("message", (message: ToWorker) => {
  if (message === "go") return go();
  if (message === "cancel") {
    abort.abort();
    return go();
  }
  if (message === "stop") {
    abort.abort();
    runner.close();
    db.close();
    port.close();
    return;
  }
  abort = new AbortController();
  const course = { onProgress: (progress: Progress) => say({ progress }), turn, signal: abort.signal };
  perform(db, runner, message.task, course).then(
    (result) => say({ result }),
    (error: unknown) =>
      say({
        failure: {
          ...(isHemvaktError(error) ? { code: error.code } : {}),
          message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        },
      }),
  );
});

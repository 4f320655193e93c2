import { Worker } from "node:worker_threads";
import { HemvaktError } from "../errors.ts";
import type { Engine } from "./desk.ts";
import type { TaskResult } from "./task.ts";
import type { FromWorker, ToWorker, WorkerSettings } from "./worker.ts";

const PATIENCE = 2000;

/**
 * Rehearses on a thread of its own over a data folder, which is started when it is first needed, and anew after one has
 * died: neither intake nor the API wait for a rehearsal.
 * @param turn resolves when a team's next patient may be rehearsed
 * @param patience how long a cancelled patient may go on before the thread is ended, in milliseconds
 */
export function threadEngine(
  folder: string,
  turn: () => Promise<void> = async () => undefined,
  patience: number = PATIENCE,
): Engine {
  let worker: Worker | undefined;

  function started(): Worker {
    if (worker) return worker;
    const made = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: { folder } satisfies WorkerSettings,
    });
    // It keeps no process alive: whoever wants its result is alive themselves.
    made.unref();
    made.on("error", () => undefined);
    made.on("exit", () => {
      if (worker === made) worker = undefined;
    });
    return (worker = made);
  }

  return {
    run(task, onProgress, signal) {
      const thread = started();
      const send = (message: ToWorker): void => thread.postMessage(message);
      const { promise, resolve, reject } = Promise.withResolvers<TaskResult | undefined>();
      const hear = (message: FromWorker): void => {
        if (message === "turn") return void turn().finally(() => send("go"));
        if ("progress" in message) return onProgress(message.progress);
        if ("result" in message) return resolve(message.result);
        const { code, message: text } = message.failure;
        reject(code ? new HemvaktError(code) : new Error(text));
      };
      // It ends with the patient at hand; one that takes long has its thread ended instead.
      const cancel = (): void => {
        send("cancel");
        ending = setTimeout(() => void thread.terminate(), patience).unref();
      };
      let ending: NodeJS.Timeout | undefined;
      const die = (cause?: unknown): void =>
        reject(cause instanceof Error ? cause : new Error("the rehearsals' thread has ended"));
      thread.on("message", hear);
      thread.once("error", die);
      thread.once("exit", die);
      signal.addEventListener("abort", cancel);
      send({ task });
      if (signal.aborted) cancel();
      return promise.finally(() => {
        clearTimeout(ending);
        thread.off("message", hear);
        thread.off("error", die);
        thread.off("exit", die);
        signal.removeEventListener("abort", cancel);
      });
    },
    async stop() {
      await worker?.terminate();
    },
  };
}

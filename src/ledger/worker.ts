import { parentPort, workerData } from "node:worker_threads";
import { isHemvaktError } from "../errors.ts";
import { openStore, type StoreOptions } from "../store/sqlite/open.ts";
import type { Command } from "./commands.ts";
import { type BatchResult, createWriter, type WriterOptions } from "./writer.ts";

/** The writer's thread: batches come in, outcomes go out after the commit. All logic is in the writer. */

export type WriterSettings = { readonly folder: string } & StoreOptions & Pick<WriterOptions, "dedupe">;
export type ToWorker = { readonly batch: number; readonly commands: readonly Command[] } | "stop";
export type FromWorker =
  | { readonly batch: number; readonly result: BatchResult }
  | { readonly batch: number; readonly failure: string }
  | "ready"
  | "stopped";

const port = parentPort!;
const settings = workerData as WriterSettings;
const db = openStore(settings.folder, settings);
const writer = createWriter(db, settings);
const say = (message: FromWorker): void => port.postMessage(message);

port.on("message", (message: ToWorker) => {
  if (message === "stop") {
    db.close();
    say("stopped");
    port.close();
    return;
  }
  try {
    say({ batch: message.batch, result: writer.run(message.commands) });
  } catch (error) {
    say({ batch: message.batch, failure: isHemvaktError(error) ? (error.detail ?? "") : String(error) });
  }
});
say("ready");

import { parentPort } from "node:worker_threads";
import { run, type Task } from "./task.ts";

/** A thread that does tasks, one at a time, until it is stopped. */
parentPort?.on("message", (task: Task) => parentPort?.postMessage(run(task)));

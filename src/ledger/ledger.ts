import { Worker } from "node:worker_threads";
import type { Clock } from "../clock.ts";
import type { OutcomeValue } from "../decision/message.ts";
import { type ErrorCode, errorCatalogue, HemvaktError } from "../errors.ts";
import { openStore, type StoreOptions } from "../store/sqlite/open.ts";
import type { Command, CommandOutcome, Ledger } from "./commands.ts";
import type { FromWorker, ToWorker, WriterSettings } from "./worker.ts";
import { type BatchResult, createWriter, type Report, type WriterOptions } from "./writer.ts";

/** One commit, as the metrics see it. Durations in milliseconds. */
export type CommitObservation = {
  readonly commands: number;
  readonly duration: number;
  readonly failed: boolean;
  /** The commit alone, fsync included; absent when it failed. */
  readonly commitMs?: number;
};

export type LedgerOptions = {
  readonly folder: string;
  readonly clock: Clock;
  /** `thread`: the writer has a thread of its own. `inline`: it runs here, for commands and tests. */
  readonly mode?: "thread" | "inline";
  readonly onReports?: (reports: readonly Report[]) => void;
  /** Called once when the writer's thread ends by itself; from then on nothing can be stored. */
  readonly onDeath?: (error: Error) => void;
  readonly onBatch?: (observation: CommitObservation) => void;
} & StoreOptions &
  WriterOptions;

/** At most this many commands share a commit, and this many bytes of payload. */
const BATCH_COMMANDS = 1000;
const BATCH_BYTES = 8 * 1024 * 1024;
/** One batch commits while the next is handed over; more would only wait in the thread's queue. */
const BATCHES_IN_FLIGHT = 2;
/** Commands of people are refused beyond this many waiting; hubs are held back by their own in-flight limit. */
const WAITING_LIMIT = 20_000;

type Waiting = {
  readonly command: Command;
  readonly resolve: (value: OutcomeValue) => void;
  readonly reject: (error: HemvaktError) => void;
};

/** Runs one batch and answers after its commit. */
type Engine = { run(commands: readonly Command[]): Promise<BatchResult>; stop(): Promise<void> };

/** Opens the ledger over a data folder that the caller has claimed. Resolves when it is ready to decide. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const engine = options.mode === "inline" ? inlineEngine(options) : await threadEngine(options);
  const queue: Waiting[] = [];
  const listeners = new Set<(lastEvent: number, outcomes: readonly OutcomeValue[]) => void>();
  let inFlight = 0;
  let running = 0;
  let scheduled = false;
  let healthy = true;
  let stopping = false;
  let idle: (() => void) | undefined;
  let stopped: Promise<void> | undefined;

  function schedule(): void {
    if (scheduled || inFlight >= BATCHES_IN_FLIGHT || queue.length === 0) return;
    scheduled = true;
    // Whatever else arrives in this turn of the event loop shares the commit.
    setImmediate(() => {
      scheduled = false;
      if (inFlight < BATCHES_IN_FLIGHT && queue.length > 0) void commit(nextBatch(queue));
      schedule();
    });
  }

  async function commit(batch: readonly Waiting[]): Promise<void> {
    inFlight += 1;
    running += batch.length;
    const started = performance.now();
    let failed = false;
    let commitMs: number | undefined;
    try {
      const result = await engine.run(batch.map(({ command }) => command));
      healthy = true;
      commitMs = result.commitMs;
      batch.forEach((waiting, index) => answer(waiting, result.outcomes[index]!));
      tell(result);
    } catch (error) {
      failed = true;
      healthy = false;
      const failure =
        error instanceof HemvaktError
          ? error
          : new HemvaktError("STORE_UNAVAILABLE", error instanceof Error ? error.message : undefined);
      options.onReports?.([{ code: failure.code, ...(failure.detail ? { message: failure.detail } : {}) }]);
      for (const { reject } of batch) reject(failure);
    } finally {
      inFlight -= 1;
      running -= batch.length;
      options.onBatch?.({
        commands: batch.length,
        duration: performance.now() - started,
        failed,
        ...(commitMs === undefined ? {} : { commitMs }),
      });
      schedule();
      if (inFlight === 0 && queue.length === 0) idle?.();
    }
  }

  async function finish(): Promise<void> {
    stopping = true;
    if (inFlight > 0 || queue.length > 0) await new Promise<void>((resolve) => (idle = resolve));
    await engine.stop();
  }

  /** Whoever follows along. A fault of theirs is reported and changes nothing: what is committed is committed. */
  function tell({ reports, outcomes, lastEvent }: BatchResult): void {
    if (reports.length > 0) options.onReports?.(reports);
    const values = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    for (const listener of listeners) {
      try {
        listener(lastEvent, values);
      } catch (error) {
        options.onReports?.([{ code: "INTERNAL", ...(error instanceof Error ? { message: error.message } : {}) }]);
      }
    }
  }

  return {
    submit(body) {
      const command = { ...body, at: options.clock.now() } as Command;
      if (stopping) return Promise.reject(new HemvaktError("STORE_UNAVAILABLE", "The platform is stopping."));
      if (queue.length >= WAITING_LIMIT && command.kind !== "device-message") {
        return Promise.reject(new HemvaktError("OVERLOADED"));
      }
      return new Promise((resolve, reject) => {
        queue.push({ command, resolve, reject });
        schedule();
      });
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pending: () => queue.length + running,
    healthy: () => healthy,
    stop: () => (stopped ??= finish()),
  };
}

function answer({ resolve, reject }: Waiting, outcome: CommandOutcome): void {
  if (outcome.ok) resolve(outcome.value);
  else reject(new HemvaktError(outcome.code as ErrorCode, outcome.detail, outcome.data));
}

function nextBatch(queue: Waiting[]): Waiting[] {
  let bytes = 0;
  let count = 0;
  while (count < queue.length && count < BATCH_COMMANDS && bytes < BATCH_BYTES) {
    const { command } = queue[count]!;
    bytes += command.kind === "device-message" ? command.payload.byteLength : 1024;
    count += 1;
  }
  return queue.splice(0, count);
}

function inlineEngine(options: LedgerOptions): Engine {
  const db = openStore(options.folder, options);
  const writer = createWriter(db, options);
  return {
    run: async (commands) => writer.run(commands),
    stop: async () => db.close(),
  };
}

/** A coded failure that lost its class on its way out of the thread. */
function coded(error: Error): Error {
  const { code, detail } = error as { code?: string; detail?: string };
  return code !== undefined && Object.hasOwn(errorCatalogue, code)
    ? new HemvaktError(code as ErrorCode, detail)
    : error;
}

async function threadEngine(options: LedgerOptions): Promise<Engine> {
  const settings: WriterSettings = {
    folder: options.folder,
    ...(options.synchronous ? { synchronous: options.synchronous } : {}),
    ...(options.dedupe === undefined ? {} : { dedupe: options.dedupe }),
  };
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: settings });
  const running = new Map<number, { resolve: (result: BatchResult) => void; reject: (error: Error) => void }>();
  let batches = 0;
  let stopped: (() => void) | undefined;
  let dead: Error | undefined;

  const ready = Promise.withResolvers<void>();
  worker.on("message", (message: FromWorker) => {
    if (message === "ready") return ready.resolve();
    if (message === "stopped") return stopped?.();
    const waiting = running.get(message.batch);
    running.delete(message.batch);
    if ("result" in message) waiting?.resolve(message.result);
    else waiting?.reject(new HemvaktError("STORE_UNAVAILABLE", message.failure));
  });
  let stopping = false;
  const die = (error: Error): void => {
    if (!dead && !stopping) options.onDeath?.(error);
    dead ??= error;
    ready.reject(error);
    for (const { reject } of running.values()) reject(error);
    running.clear();
    stopped?.();
  };
  worker.on("error", (error: Error) => die(coded(error)));
  worker.on("exit", () => die(new HemvaktError("STORE_UNAVAILABLE", "The writer's thread has ended.")));
  await ready.promise;

  return {
    run(commands) {
      if (dead) return Promise.reject(dead);
      const batch = batches++;
      return new Promise((resolve, reject) => {
        running.set(batch, { resolve, reject });
        worker.postMessage({ batch, commands } satisfies ToWorker);
      });
    },
    async stop() {
      if (dead) return;
      stopping = true;
      await new Promise<void>((resolve) => {
        stopped = resolve;
        worker.postMessage("stop" satisfies ToWorker);
      });
      await worker.terminate();
    },
  };
}

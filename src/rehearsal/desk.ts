import { type ErrorCode, HemvaktError, isHemvaktError } from "../errors.ts";
import type { IdempotencyKey } from "../ledger/commands.ts";
import { type Progress, type Task, type TaskResult, totalOf } from "./task.ts";

/** Does one task at a time, wherever it runs. Resolves with nothing when it was ended by the signal. */
export type Engine = {
  run(task: Task, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<TaskResult | undefined>;
  stop(): Promise<void>;
};

/** A rehearsal as it is asked for. */
export type Asked = {
  readonly task: Task;
  /** Who asks. */
  readonly by: string;
  /** The team whose patients it is about, when it is about one's. */
  readonly team?: string;
  /** The draft it is about, as it was read. */
  readonly draft?: { readonly id: string; readonly version: number };
  readonly startedAt: number;
  /** The same key again gives the same job. */
  readonly idempotency?: IdempotencyKey | undefined;
  /** Keeps the result with the draft; resolves with whether that could be done. */
  readonly keep?: (result: TaskResult) => Promise<boolean>;
};

/** One rehearsal that somebody asked for. */
export type Job = Omit<Asked, "keep" | "idempotency"> & {
  readonly id: string;
  readonly state: "waiting" | "running" | "done" | "cancelled" | "failed";
  readonly progress: Progress;
  readonly result?: TaskResult;
  /** Whether the result stands with the draft; missing when there is none, or nothing to keep. */
  readonly kept?: boolean;
  readonly failure?: ErrorCode;
};

/** Takes on rehearsals and keeps their results for a while; a restart forgets them. */
export type Desk = {
  /**
   * Takes one on. It runs when those before it are through.
   * @throws HemvaktError `OVERLOADED` when too many wait, `IDEMPOTENCY_REUSED`
   */
  start(asked: Asked): Job;
  /** One as it is now; `undefined` when there is none, or no longer. */
  job(id: string): Job | undefined;
  /** Resolves when it has ended, however. */
  ended(id: string): Promise<Job | undefined>;
  /** Ends it where it is; one that has ended stays as it is. */
  cancel(id: string): Job | undefined;
  stop(): Promise<void>;
};

/** So many may wait; a rehearsal of one patient takes a tenth of a second. */
const MOST_WAITING = 20;
/** So many that have ended are kept. */
const MOST_KEPT = 50;

type Entry = {
  job: Job;
  readonly asked: Asked;
  readonly abort: AbortController;
  readonly ended: PromiseWithResolvers<void>;
};

/**
 * A desk in front of an engine: one rehearsal runs at a time, in the order in which they were asked for.
 * @param newId makes an id that nobody can guess
 * @param onFailure is told what broke, for the log
 */
export function openDesk(
  engine: Engine,
  { newId, onFailure }: { readonly newId: () => string; readonly onFailure: (error: unknown) => void },
): Desk {
  const entries = new Map<string, Entry>();
  const waiting: Entry[] = [];
  let running: Promise<void> | undefined;

  const change = (entry: Entry, changes: Partial<Job>): void => void (entry.job = { ...entry.job, ...changes });

  function end(entry: Entry, changes: Pick<Job, "state"> & Partial<Job>): void {
    change(entry, changes);
    entry.ended.resolve();
    const past = [...entries.values()].filter(({ job }) => hasEnded(job));
    for (const { job } of past.slice(0, Math.max(0, past.length - MOST_KEPT))) entries.delete(job.id);
  }

  async function work(): Promise<void> {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) await runOne(entry);
    running = undefined;
  }

  async function runOne(entry: Entry): Promise<void> {
    const { asked, abort } = entry;
    change(entry, { state: "running" });
    try {
      const result = await engine.run(asked.task, (progress) => change(entry, { progress }), abort.signal);
      if (!result || abort.signal.aborted) return end(entry, { state: "cancelled" });
      const kept = await asked.keep?.(result);
      const { total } = entry.job.progress;
      const progress = { done: total, total };
      end(entry, { state: "done", result, progress, ...(kept === undefined ? {} : { kept }) });
    } catch (error) {
      if (abort.signal.aborted) return end(entry, { state: "cancelled" });
      if (!isHemvaktError(error)) onFailure(error);
      end(entry, { state: "failed", failure: isHemvaktError(error) ? error.code : "INTERNAL" });
    }
  }

  /** The one that was asked for with the same key. @throws HemvaktError `IDEMPOTENCY_REUSED` when it was another request */
  function repeated({ by, idempotency }: Asked): Job | undefined {
    if (!idempotency) return undefined;
    const same = entries.values().find(({ asked }) => asked.by === by && asked.idempotency?.key === idempotency.key);
    if (same && same.asked.idempotency?.digest !== idempotency.digest) throw new HemvaktError("IDEMPOTENCY_REUSED");
    return same?.job;
  }

  function cancel(id: string): Job | undefined {
    const entry = entries.get(id);
    if (!entry || hasEnded(entry.job)) return entry?.job;
    entry.abort.abort();
    const place = waiting.indexOf(entry);
    if (place >= 0) {
      waiting.splice(place, 1);
      end(entry, { state: "cancelled" });
    }
    return entry.job;
  }

  return {
    start(asked) {
      const known = repeated(asked);
      if (known) return known;
      if (waiting.length >= MOST_WAITING) throw new HemvaktError("OVERLOADED");
      const { keep: _keep, idempotency: _key, ...plain } = asked;
      const progress = { done: 0, total: totalOf(asked.task) };
      const entry: Entry = {
        job: { ...plain, id: newId(), state: "waiting", progress },
        asked,
        abort: new AbortController(),
        ended: Promise.withResolvers<void>(),
      };
      entries.set(entry.job.id, entry);
      waiting.push(entry);
      running ??= work();
      return entry.job;
    },
    job: (id) => entries.get(id)?.job,
    async ended(id) {
      const entry = entries.get(id);
      await entry?.ended.promise;
      return entry?.job;
    },
    cancel,
    async stop() {
      for (const id of entries.keys()) cancel(id);
      await running;
      await engine.stop();
    },
  };
}

/** Whether nothing more happens to it. */
export const hasEnded = ({ state }: Pick<Job, "state">): boolean => state !== "waiting" && state !== "running";

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Clock } from "../clock.ts";
import type { Said } from "./process.ts";
import type { Verification } from "./verify.ts";

/** A verification that somebody has asked the running platform for. Instants in milliseconds since the epoch. */
export type Job = {
  readonly alert: string;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly askedAt: number;
  readonly endedAt?: number;
  /** How many commands were run so far, and how many there are; absent before it is known. */
  readonly progress?: { readonly done: number; readonly all: number };
  readonly verification?: Verification;
  /** The code of what hindered it. */
  readonly failure?: string;
};

/** Verifications in processes of their own, one after the other. */
export type Jobs = {
  /** Asks for an alert to be recomputed. One that is waiting or running is answered as it is. */
  start(alert: string): Job;
  /** The latest one of an alert; `undefined` when nobody has asked, or it is long ago. */
  find(alert: string): Job | undefined;
  /** Resolves when it is done or has failed. */
  ended(alert: string): Promise<Job>;
  /** Ends what runs, and takes nothing more. */
  stop(): Promise<void>;
};

/** So many are remembered; the oldest that has ended goes first. */
const REMEMBERED = 200;
const program = fileURLToPath(new URL("./process.ts", import.meta.url));

/**
 * Starts nothing yet. Each verification runs with low priority: homes come first.
 * @param folder the data folder
 */
export function verificationJobs({ folder, clock }: { readonly folder: string; readonly clock: Clock }): Jobs {
  // Beside the store, where there is room for a second one: a container's /tmp is small, and in memory.
  const scratch = join(folder, "verifying");
  empty(scratch);
  const jobs = new Map<string, Job>();
  const waiting: string[] = [];
  const listeners = new Set<() => void>();
  let child: ChildProcess | undefined;
  let stopped = false;

  function change(alert: string, changes: Partial<Job>): Job {
    const job = { ...jobs.get(alert)!, ...changes };
    jobs.set(alert, job);
    for (const listener of listeners) listener();
    return job;
  }

  function next(): void {
    const alert = child || stopped ? undefined : waiting.shift();
    if (alert === undefined) return;
    change(alert, { state: "running" });
    empty(scratch);
    mkdirSync(scratch, { recursive: true, mode: 0o700 });
    const running = spawn(process.execPath, [program, folder, alert], {
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, TMPDIR: scratch },
    });
    child = running;
    let said: Said | undefined;
    const lines = createInterface({ input: running.stdout });
    lines.on("line", (line) => {
      said = JSON.parse(line) as Said;
      if ("done" in said) change(alert, { progress: said });
    });
    running.once("spawn", () => lower(running));
    const end = (): void => {
      if (child !== running) return;
      child = undefined;
      empty(scratch);
      finish(alert, said);
      next();
    };
    // Both have ended: the process, and what it printed. One that could not be started may never close.
    running.once("close", end);
    running.once("error", end);
  }

  function finish(alert: string, said: Said | undefined): void {
    const endedAt = clock.now();
    if (said && "verification" in said) {
      change(alert, { state: "done", endedAt, verification: said.verification });
    } else {
      change(alert, { state: "failed", endedAt, failure: said && "failure" in said ? said.failure : "INTERNAL" });
    }
  }

  return {
    start(alert) {
      const known = jobs.get(alert);
      if (known?.state === "waiting" || known?.state === "running") return known;
      jobs.delete(alert);
      const ended = [...jobs.values()].filter(({ state }) => state === "done" || state === "failed");
      if (jobs.size >= REMEMBERED && ended[0]) jobs.delete(ended[0].alert);
      jobs.set(alert, { alert, state: "waiting", askedAt: clock.now() });
      waiting.push(alert);
      next();
      return jobs.get(alert)!;
    },
    find: (alert) => jobs.get(alert),
    ended: (alert) =>
      new Promise((resolve) => {
        const look = (): void => {
          const job = jobs.get(alert);
          if (job?.state !== "done" && job?.state !== "failed") return;
          listeners.delete(look);
          resolve(job);
        };
        listeners.add(look);
        look();
      }),
    async stop() {
      stopped = true;
      waiting.length = 0;
      const running = child;
      if (!running) return;
      const closed = new Promise<void>((resolve) => running.once("close", () => resolve()));
      running.kill();
      await closed;
    },
  };
}

/** What a run has left, also one that was killed. */
const empty = (scratch: string): void => rmSync(scratch, { recursive: true, force: true });

function lower({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system doesn't allow it: it runs all the same.
  }
}

import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Job, Outcome } from "./job.ts";

/** A job that is done, its connections still open when it was told to hold them. */
export type Generated = {
  readonly outcome: Outcome;
  /** Closes the connections. */
  readonly release: () => Promise<void>;
};

/** Runs one job in a process of its own and keeps its connections. @throws Error when it could not finish */
export async function generateAndHold(job: Job): Promise<Generated> {
  const child = fork(fileURLToPath(new URL("./generator.ts", import.meta.url)), [
    JSON.stringify({ ...job, hold: true }),
  ]);
  const ended = once(child, "exit");
  const [outcome] = (await Promise.race([
    once(child, "message"),
    ended.then(([code]) => {
      throw new Error(`the load generator ended with ${code} before it was done`);
    }),
  ])) as [Outcome];
  return {
    outcome,
    async release() {
      child.send("go");
      await ended;
    },
  };
}

/** Runs one job in a process of its own. @throws Error when it could not finish */
export async function generate(job: Job): Promise<Outcome> {
  const { outcome, release } = await generateAndHold(job);
  await release();
  return outcome;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Sabotage } from "./host.ts";

/** A running host. */
export type Victim = {
  readonly port: number;
  /** kill -9: not a line of its code runs after this. */
  readonly kill: () => void;
  /** Resolves when it is gone. @throws when it ended by itself, which it never should */
  gone(): Promise<void>;
};

/**
 * Starts a host over a data folder and resolves when it takes connections.
 * @param env the environment, for instance the one that records writes for a power cut
 */
export async function startVictim(
  folder: string,
  sabotage: Sabotage = "none",
  env: NodeJS.ProcessEnv = process.env,
): Promise<Victim> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, "host.ts"), folder, sabotage], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout! }), "line"),
    closed.then(() => [""]),
  ])) as [string];
  if (line === "") throw new Error(`the host did not start: exit ${child.exitCode}`);
  return {
    port: Number(line),
    kill: () => void child.kill("SIGKILL"),
    async gone() {
      await closed;
      if (child.signalCode !== "SIGKILL") throw new Error(`the host ended by itself: exit ${child.exitCode}`);
    },
  };
}

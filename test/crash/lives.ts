import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Random } from "../../simulators/random.ts";
import { random } from "../../simulators/random.ts";
import { realClock } from "../../src/clock.ts";
import { checkFolder, type Fault } from "./check.ts";
import type { Sabotage } from "./host.ts";
import { createLoad, type Load } from "./load.ts";
import { cutPower, powercutEnvironment } from "./powercut/powercut.ts";
import { startVictim } from "./victim-process.ts";

/** How one life of the platform goes. */
export type LifeStory = {
  /** PUBACKs until it ends; 0: while the first messages are on their way. */
  readonly acknowledgements: number;
  /** Messages each hub keeps in flight. */
  readonly window: number;
  readonly sabotage?: Sabotage;
};

/** One data folder, its homes, and the lives of the platform over it. */
export type Lives = {
  readonly load: Load;
  readonly folder: string;
  /** A life that ends by kill -9. */
  killed(story: LifeStory): Promise<void>;
  /**
   * A life at whose end the power goes as well. The folder is left as it was at the kill; `cut` makes of it what the
   * disk would still have, and may be called again with another seed.
   */
  powered(story: LifeStory): Promise<(seed?: number) => { readonly bytesLost: number }>;
  /** A last life, in which everything that was ever sent is acknowledged. */
  settle(): Promise<void>;
  check(deep?: boolean): Fault[];
  remove(): void;
};

/** Begins with an empty folder. The same seed makes the same choices; the moments still differ, as machines do. */
export function beginLives(seed: number): Lives {
  const root = mkdtempSync(join(tmpdir(), "hemvakt-crash-"));
  const [folder, shadow] = [join(root, "data"), join(root, "shadow")];
  mkdirSync(folder);
  const load = createLoad(random(seed, "load"), realClock);

  async function live({ acknowledgements, window, sabotage }: LifeStory, env?: NodeJS.ProcessEnv): Promise<void> {
    const victim = await startVictim(folder, sabotage, env);
    await load.live({ port: victim.port, end: victim.kill, acknowledgements, window });
    await victim.gone();
  }

  return {
    load,
    folder,
    killed: (story) => live(story),
    async powered(story) {
      await live(story, powercutEnvironment(folder, shadow));
      return (seed) => cutPower(folder, shadow, seed === undefined ? {} : { seed });
    },
    async settle() {
      const victim = await startVictim(folder);
      await load.settle(victim.port);
      victim.kill();
      await victim.gone();
    },
    check: (deep = false) => checkFolder(folder, load.books, deep),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A story drawn at random: the end may come at any moment, under a shallow or a deep window. */
export const drawStory = (random: Random): LifeStory => ({
  acknowledgements: random.chance(0.1) ? 0 : random.integer(1, 400),
  window: random.choice([1, 8, 64, 300]),
});

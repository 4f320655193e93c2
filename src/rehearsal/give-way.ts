import { setTimeout as pause } from "node:timers/promises";

/** More commands than this waiting for the writer: homes are sending faster than readings come in by themselves. */
const BUSY = 50;
/** How often it is looked whether they are through, and for how long the next patient waits at most. Milliseconds. */
const LOOK_EVERY = 50;
const LONGEST = 1000;

/**
 * Lets intake go first: a team's next patient is rehearsed when few commands wait for the writer, and after a second in
 * any case, so that a rehearsal ends even in a storm of reconnecting homes.
 * @param pending how many commands wait
 */
export const giveWay =
  (pending: () => number, wait: (ms: number) => Promise<unknown> = patiently) =>
  async (): Promise<void> => {
    for (let waited = 0; pending() > BUSY && waited < LONGEST; waited += LOOK_EVERY) await wait(LOOK_EVERY);
  };

/** It keeps no process alive. */
const patiently = (ms: number): Promise<unknown> => pause(ms, undefined, { ref: false });

import { afterEach, expect, test } from "vitest";
import { random } from "../../simulators/random.ts";
import { beginLives, drawStory, type Lives } from "./lives.ts";

/**
 * The platform loses its life again and again under load, over the same folder, with everything unacknowledged sent
 * again: nothing acknowledged is missing, nothing is there twice, and every reading has its decision. Whether these
 * rounds would notice is the business of controls.test.ts.
 */

const ROUNDS = 24;
const MINUTES = 60_000;
/** So many bytes, over all cuts, were written and not on disk yet: a commit or more. */
const ENOUGH = 65_536;
/** Another seed tells another story; this one is told in CI. */
const SEED = Number(process.env["CRASH_SEED"] ?? 20_261_122);

let lives: Lives;
afterEach(() => lives.remove());

/** What every run comes to, whatever its ends were. */
async function expectAllKept(): Promise<void> {
  await lives.settle();
  const { sent, acknowledged } = lives.load.books;
  expect(acknowledged.size, "in the end everything is acknowledged").toBe(sent.size);
  expect(lives.check(true)).toEqual([]);
  const beyond = [...sent.values()].filter(({ concerns }) => concerns.length > 0).length;
  expect(beyond / sent.size, "about one in ten lies beyond a limit").toBeGreaterThan(0.05);
  expect(sent.size).toBeGreaterThan(2_000);
}

test(
  `${ROUNDS} × kill -9 under load with redelivery: 0 acknowledged missing, 0 doubled, every reading has its decision`,
  async () => {
    lives = beginLives(SEED);
    const draw = random(SEED, "kill");
    let owed = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await lives.killed(drawStory(draw));
      expect(lives.check(), `round ${round}, seed ${SEED}`).toEqual([]);
      owed += lives.load.books.sent.size - lives.load.books.acknowledged.size;
    }
    expect(owed, "no kill fell on anything under way").toBeGreaterThan(0);
    await expectAllKept();
  },
  4 * MINUTES,
);

test(
  `${ROUNDS} × power cut under load with redelivery: 0 acknowledged missing, 0 doubled, every reading has its decision`,
  async () => {
    lives = beginLives(SEED + 1);
    const draw = random(SEED, "power");
    let bytesLost = 0;
    // A commit is on its way to the disk for a small part of the time only: where no cut has met one yet, there are more.
    for (let round = 0; round < ROUNDS || (bytesLost <= ENOUGH && round < 4 * ROUNDS); round += 1) {
      const cut = await lives.powered(drawStory(draw));
      // One moment, three disks: one that kept what was fsynced and nothing else, two that kept any part of the rest.
      for (const seed of [undefined, draw.next(), draw.next()]) {
        bytesLost += cut(seed).bytesLost;
        expect(lives.check(), `round ${round}, seed ${SEED}, disk ${seed}`).toEqual([]);
      }
    }
    expect(bytesLost, "no cut took a commit that was being written").toBeGreaterThan(ENOUGH);
    await expectAllKept();
  },
  10 * MINUTES,
);

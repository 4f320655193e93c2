import { expect, test } from "vitest";
import { giveWay } from "./give-way.ts";

test.each<[string, number[], number]>([
  ["nobody waits", [0], 0],
  ["a few are no storm", [50], 0],
  ["until they are through", [4000, 2000, 51, 3], 150],
  ["a second at most", Array.from({ length: 100 }, () => 4000), 1000],
])("%s", async (_, queue, expected) => {
  let waited = 0;
  await giveWay(
    () => queue.shift() ?? 0,
    async (ms) => (waited += ms),
  )();
  expect(waited).toBe(expected);
});

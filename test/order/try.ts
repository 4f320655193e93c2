import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { orderFree } from "./property.ts";

/** Tries many random histories in any order: `node test/order/try.ts --histories 10000 --seed 1`. */

const { values } = parseArgs({
  options: { histories: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
});
const [histories, first] = [Number(values.histories), Number(values.seed)];
const AT_ONCE = 250;
const property = orderFree();
for (let done = 0; done < histories; ) {
  const numRuns = Math.min(AT_ONCE, histories - done);
  // Each lot has a seed of its own, named where it fails.
  fc.assert(property, { numRuns, seed: first * 1_000_003 + done });
  done += numRuns;
  console.log(`${done} of ${histories} histories: no difference`);
}

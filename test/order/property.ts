import assert from "node:assert/strict";
import * as fc from "fast-check";
import { evaluate } from "../../src/rules/evaluate.ts";
import type { Database } from "../../src/store/sqlite/database.ts";
import { asItHappened, histories, shuffled } from "./histories.ts";
import { type Engine, openOrderStore, play, told } from "./store.ts";

/** Numbers to sort by: an order of a history's steps. */
export const orders = fc.array(fc.nat(1000), { minLength: 8, maxLength: 24 });

/** Something done to a store after each step. */
export type Meanwhile = (db: Database) => void;

/**
 * With the same readings and corrections stored, everything that is found is the same, whatever order and repetition they
 * came in: a history played as it happened, and again with other delays, repetitions and corrections in between.
 * @param engine makes the rule engine of one store, @param meanwhile what is done to it: replaced to see that it is noticed
 */
export function orderFree(engine: () => Engine = () => evaluate, meanwhile: () => Meanwhile = () => () => {}) {
  const [one, other] = [openOrderStore(), openOrderStore()];
  return fc.property(histories, orders, (history, order) => {
    const [mine, theirs] = [engine(), engine()];
    play(one, history, asItHappened(history), mine, meanwhile());
    play(other, history, shuffled(history, order), theirs, meanwhile());
    assert.deepEqual(told(other, history.end, theirs), told(one, history.end, mine));
  });
}

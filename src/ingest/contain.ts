import type { DecisionContext } from "../decision/context.ts";
import { isStoreFailure } from "../store/sqlite/failure.ts";

/**
 * Runs one judgement. A fault in it is undone and reported, and `told` then says so to people: the reading stays and the
 * others go on. A failing store is no fault of the judgement and goes on up, so that nothing is acknowledged.
 */
export function contain(context: DecisionContext, judge: () => void, told: () => void): void {
  const { db } = context;
  db.exec("SAVEPOINT judging");
  try {
    judge();
    db.exec("RELEASE judging");
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    db.exec("ROLLBACK TO judging");
    db.exec("RELEASE judging");
    context.report("ENGINE_FAILED", error);
    told();
  }
}

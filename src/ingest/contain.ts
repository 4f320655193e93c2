import type { DecisionContext } from "../decision/context.ts";
import { isStoreFailure } from "../store/sqlite/failure.ts";

/**
 * Runs one judgement. A fault in it is undone and reported, and `told` then says so to people: the reading stays and the
 * others go on. A failing store is no fault of the judgement and goes on up, so that nothing is acknowledged.
 * @param judge calls `beforeWriting` before it first writes; until then there is nothing to undo
 */
export function contain(context: DecisionContext, judge: (beforeWriting: () => void) => void, told: () => void): void {
  const { db } = context;
  let writing = false;
  try {
    judge(() => {
      if (!writing) db.run("SAVEPOINT judging");
      writing = true;
    });
    if (writing) db.run("RELEASE judging");
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    if (writing) {
      db.exec("ROLLBACK TO judging");
      db.exec("RELEASE judging");
      // What was remembered may be what has just been undone.
      db.memory?.clear();
    }
    context.report("ENGINE_FAILED", error);
    told();
  }
}

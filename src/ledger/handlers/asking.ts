import type { DecisionContext } from "../../decision/context.ts";
import { outOfTime, settle, tell, waitingOf } from "../../ingest/asking.ts";
import { patientById } from "../../store/sqlite/registry.ts";
import type { Timer } from "../../store/sqlite/timers.ts";
import { judgeAgain } from "./evidence.ts";

/**
 * A finding has waited for another measurement long enough: its reading is judged again, and now the alert opens. A reading
 * that has turned out to be somebody else's meanwhile is judged where it belongs.
 */
export function tellUnanswered(context: DecisionContext, timer: Timer): void {
  const why = outOfTime(context, timer);
  if (!why) return;
  const waiting = waitingOf(timer);
  settle(context, waiting, "finding");
  const team = patientById(context.db, waiting.patient)?.team;
  if (team === undefined) return;
  tell(context, team, waiting, "finding.unanswered", why, {});
  judgeAgain(context, waiting.patient, [waiting.reading]);
}

import type { Decided, DecisionContext } from "../../decision/context.ts";
import { waitFromNow } from "../../decision/escalating.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { clearTimer, dueTimers, type Timer, type TimerKind } from "../../store/sqlite/timers.ts";
import type { CommandBody } from "../commands.ts";
import { passPromises } from "./alerts.ts";
import { tellUnanswered } from "./asking.ts";
import { responsibilityDue } from "./entrusting.ts";
import { handoverDue } from "./handover.ts";
import { snoozeDue } from "./lifecycle.ts";
import { messageDue } from "./patient-messages.ts";
import { noteAwayNow, restDue, silenceDue } from "./silence.ts";

/**
 * So many timers are decided in one command; the ticker asks again at once while more are due. Few, since messages wait for
 * them: at a cut-off that everybody shares all fall due at once, and each takes a quarter of a millisecond or more.
 */
const MOST = 100;

/** What each kind of timer means once it is due; its row is gone when it is asked, and may be set anew. */
const decideTimer: Readonly<Record<TimerKind, (context: DecisionContext, timer: Timer) => void>> = {
  "measure-again": tellUnanswered,
  silence: silenceDue,
  "hubs-rest": restDue,
  responsibility: responsibilityDue,
  snooze: snoozeDue,
  handover: handoverDue,
  message: messageDue,
};

/** Time has passed: promises and steps that are due, then the timers in the order in which they fell due. */
export function passTime(
  context: DecisionContext,
  { away, back }: Extract<CommandBody, { kind: "tick" }>,
): Decided<OutcomeValue> {
  noteAwayNow(context, away);
  if (back) waitFromNow(context);
  const promises = passPromises(context);
  const due = dueTimers(context.db, context.at, MOST);
  for (const timer of due) {
    clearTimer(context.db, timer.kind, timer.subject);
    decideTimer[timer.kind](context, timer);
  }
  return {
    changed: back === true || promises.changed || due.length > 0 || (away ?? []).length > 0,
    value: promises.value,
  };
}

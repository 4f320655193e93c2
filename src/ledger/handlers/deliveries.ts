import type { Decided, DecisionContext } from "../../decision/context.ts";
import { hasten } from "../../decision/escalating.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { alertById } from "../../store/sqlite/alerts.ts";
import { type DeliveryRow, notificationById } from "../../store/sqlite/deliveries.ts";
import type { CommandBody } from "../commands.ts";

/** The first retry comes after a second, then twice as late each time, up to five minutes. */
const FIRST = 1000;
const LONGEST = 300_000;

/**
 * What came of an attempt. Once nothing of a step has reached anybody and nothing is left to try, the next step begins at
 * once: nobody waits a quarter of an hour for a mail server that is down.
 */
export function noteDelivery(
  context: DecisionContext,
  { notification, channel, accepted, permanent, code, gone = [] }: Extract<CommandBody, { kind: "delivery-result" }>,
): Decided<OutcomeValue> {
  const { db, at } = context;
  for (const browser of gone) db.run("DELETE FROM push_subscription WHERE id = ?", browser);
  const row = db.get<DeliveryRow>(
    "SELECT * FROM delivery WHERE notification = ? AND channel = ? AND state = 'queued'",
    notification,
    channel,
  );
  if (!row) return { changed: gone.length > 0, value: {} };
  const attempts = row.attempts + 1;
  const next = at + Math.min(FIRST * 2 ** (attempts - 1), LONGEST);
  const isOver = accepted || permanent || next > row.until_at;
  db.run(
    `UPDATE delivery SET state = ?, attempts = ?, next_at = ?, settled_at = ?, code = ? WHERE notification = ? AND channel = ?`,
    accepted ? "accepted" : isOver ? "failed" : "queued",
    attempts,
    isOver ? null : next,
    isOver ? at : null,
    accepted ? null : code,
    notification,
    channel,
  );
  if (isOver && !accepted) whenNobodyIsReached(context, notification);
  return { changed: true, value: {} };
}

/** All that was told at one step has failed: the next one is due. */
function whenNobodyIsReached(context: DecisionContext, id: string): void {
  const { db } = context;
  const told = notificationById(db, id);
  if (!told || told.alert === null) return;
  const left = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM notification n JOIN delivery d ON d.notification = n.id
     WHERE n.alert = ? AND n.at = ? AND d.state <> 'failed'`,
    told.alert,
    told.at,
  );
  const alert = alertById(db, told.alert);
  // After the last step nobody further is left: it is told again when it is due, not every second.
  if (alert?.escalation?.last === false && left?.n === 0) hasten(context, alert, told.at);
}

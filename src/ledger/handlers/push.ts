import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { browsersOf } from "../../store/sqlite/push.ts";
import type { CommandBody } from "../commands.ts";
import { found } from "./registry.ts";

/** Browsers that somebody wants to be told in. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** So many for each person; the oldest goes for one more. A browser makes a new subscription now and then by itself. */
const MOST = 10;

/** A browser belongs to whoever said so last: on a shared machine nobody goes on being told for somebody else. */
export function subscribe(context: DecisionContext, command: Of<"push-subscribe">): Decided<OutcomeValue> {
  const { db, at } = context;
  const { endpoint, keys } = command.subscription;
  db.run("DELETE FROM push_subscription WHERE endpoint = ?", endpoint);
  for (const { id } of browsersOf(db, command.staff).slice(MOST - 1)) {
    db.run("DELETE FROM push_subscription WHERE id = ?", id);
  }
  const id = context.nextId("b");
  db.run(
    "INSERT INTO push_subscription (id, staff, label, endpoint, p256dh, auth, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    id,
    command.staff,
    command.label,
    endpoint,
    keys.p256dh,
    keys.auth,
    at,
  );
  return { changed: true, value: { id } };
}

/** @throws HemvaktError `NOT_FOUND` for one that isn't theirs */
export function unsubscribe({ db }: DecisionContext, { staff, id }: Of<"push-unsubscribe">): Decided<OutcomeValue> {
  found(db.get("SELECT 1 AS there FROM push_subscription WHERE id = ? AND staff = ?", id, staff));
  db.run("DELETE FROM push_subscription WHERE id = ?", id);
  return { changed: true, value: { id } };
}

/** Nothing of somebody's is pushed to any more: the account is closed, or its password may be known to others. */
export function unsubscribeAll({ db }: DecisionContext, staff: string): void {
  db.run("DELETE FROM push_subscription WHERE staff = ?", staff);
}

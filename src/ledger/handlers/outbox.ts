import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import type { CommandBody } from "../commands.ts";

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/**
 * Names the receiver of stored readings. A new one gets everything from the beginning. With the same as before what it
 * refused is tried again: somebody may have mended it. Without one the queue is dropped and nothing is noted any more.
 */
export function follow({ db }: DecisionContext, { target }: Of<"outbox-follow">): Decided<OutcomeValue> {
  const known = db.get<{ target: string }>("SELECT target FROM outbox_target")?.target;
  if (target !== undefined && known === target) {
    db.run("INSERT INTO outbox (series, measured_at, n) SELECT series, measured_at, n FROM outbox_refused ORDER BY at");
  } else {
    db.run("DELETE FROM outbox_target");
    db.run("DELETE FROM outbox");
    if (target !== undefined) {
      db.run("INSERT INTO outbox_target (id, target, series, measured_at, n) VALUES (1, ?, 0, 0, 0)", target);
    }
  }
  db.run("DELETE FROM outbox_refused");
  return { changed: true, value: {} };
}

/** Notes what has been answered: it is not sent again, and what was refused can be looked at. */
export function progress(
  { db, at }: DecisionContext,
  { upTo, history, refused }: Of<"outbox-progress">,
): Decided<OutcomeValue> {
  if (upTo !== undefined) db.run("DELETE FROM outbox WHERE id <= ?", upTo);
  if (history !== undefined) {
    const { series, measuredAt, n } = history ?? {};
    db.run("UPDATE outbox_target SET series = ?, measured_at = ?, n = ?", series, measuredAt, n);
  }
  for (const { series, measuredAt, n, status, answer } of refused) {
    db.run(
      "INSERT OR REPLACE INTO outbox_refused (series, measured_at, n, at, status, answer) VALUES (?, ?, ?, ?, ?, ?)",
      series,
      measuredAt,
      n,
      at,
      status,
      answer,
    );
  }
  return { changed: true, value: {} };
}

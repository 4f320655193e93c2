import type { Database } from "./database.ts";

/**
 * What is to be decided once time has passed. A timer is a row, so that neither a restart nor a dead process forgets it;
 * the ticker says that time has passed and the writer decides what that means, once.
 */
export type Timer = {
  readonly kind: TimerKind;
  /** What it is about, unique within its kind. */
  readonly subject: string;
  /** When it is to be decided; milliseconds since the epoch. */
  readonly due: number;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Every kind that may stand in the table; `ledger/handlers/tick.ts` says what each means. */
export type TimerKind =
  | "silence"
  | "hubs-rest"
  | "measure-again"
  | "responsibility"
  | "snooze"
  | "handover"
  | "message";

/** Sets a timer; one of the same kind and subject is replaced. */
export function setTimer(db: Database, { kind, subject, due, data }: Timer): void {
  db.run(
    `INSERT INTO timer (kind, subject, due, data) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, subject) DO UPDATE SET due = excluded.due, data = excluded.data WHERE due <> excluded.due OR data <> excluded.data`,
    kind,
    subject,
    due,
    JSON.stringify(data),
  );
}

/** Takes a timer back. */
export const clearTimer = (db: Database, kind: TimerKind, subject: string): void => {
  db.run("DELETE FROM timer WHERE kind = ? AND subject = ?", kind, subject);
};

type TimerRow = { kind: TimerKind; subject: string; due: number; data: string };
const toTimer = ({ data, ...row }: TimerRow): Timer => ({ ...row, data: JSON.parse(data) as Timer["data"] });

/** One timer. */
export function timerOf(db: Database, kind: TimerKind, subject: string): Timer | undefined {
  const row = db.get<TimerRow>("SELECT * FROM timer WHERE kind = ? AND subject = ?", kind, subject);
  return row && toTimer(row);
}

/** The first timers that are due, in the order in which they fell due; at most so many. */
export const dueTimers = (db: Database, now: number, most: number): Timer[] =>
  db.all<TimerRow>("SELECT * FROM timer WHERE due <= ? ORDER BY due, kind, subject LIMIT ?", now, most).map(toTimer);

/** When the next timer is due; `undefined` when there is none. */
export const nextTimer = (db: Database): number | undefined =>
  db.get<{ due: number | null }>("SELECT min(due) AS due FROM timer")?.due ?? undefined;

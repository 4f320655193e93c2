import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import type { Database } from "../../store/sqlite/database.ts";
import type { CommandBody } from "../commands.ts";

/** The kinds of data that are kept for a time only, in the order in which they are swept. */
export const dataClasses = ["commands", "quarantine", "messageIds", "readLog", "refusals"] as const;
export type DataClass = (typeof dataClasses)[number];

/** What a sweep is asked to do: one small slice, so that messages never wait for it. */
export type Sweep = {
  readonly what: DataClass;
  /** What is older goes. Milliseconds since the epoch. */
  readonly before: number;
  /** Where the last slice ended; for message ids only, which are kept by hub. */
  readonly after?: readonly [hub: string, id: string];
};

/** Rows a slice deletes, or looks at, at most: a few milliseconds of the writer's time. */
const SLICE = 500;
const LOOKED_AT = 2000;
const DAY = 86_400_000;

/** Deletes the next few rows of a class that have served their time. `swept.done` when none are left. */
export function sweep(context: DecisionContext, { what, before, after }: Sweep): Decided<OutcomeValue> {
  if (what === "messageIds") return sweepMessageIds(context.db, before, after ?? ["", ""]);
  const deleted = slices[what](context.db, before);
  return { changed: true, value: { swept: { deleted, done: deleted < SLICE } } };
}

const slices: Record<Exclude<DataClass, "messageIds">, (db: Database, before: number) => number> = {
  // Only what a checkpoint stands for: what is left must still rebuild all that is stored.
  commands: (db, before) =>
    db.run(
      `DELETE FROM command WHERE seq IN (SELECT seq FROM command
       WHERE seq <= (SELECT seq FROM checkpoint WHERE id = 1) AND at < ? ORDER BY seq LIMIT ${SLICE})`,
      before,
    ).changes,
  quarantine: (db, before) =>
    db.run(
      `DELETE FROM quarantine WHERE id IN (SELECT id FROM quarantine WHERE at < ? ORDER BY id LIMIT ${SLICE})`,
      before,
    ).changes,
  readLog(db, before) {
    // The table refuses any deletion of what is not past this.
    db.run(
      "INSERT INTO read_log_expiry (id, before) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET before = excluded.before",
      before,
    );
    return db.run(
      `DELETE FROM read_log WHERE id IN (SELECT id FROM read_log WHERE at < ? ORDER BY id LIMIT ${SLICE})`,
      before,
    ).changes;
  },
  refusals: (db, before) =>
    db.run(
      `DELETE FROM hub_refusal WHERE (hub, code) IN (SELECT hub, code FROM hub_refusal WHERE last_at < ? LIMIT ${SLICE})`,
      before,
    ).changes,
};

function sweepMessageIds(db: Database, before: number, after: readonly [string, string]): Decided<OutcomeValue> {
  const rows = db.all<{ hub: string; id: string }>(
    `SELECT hub, id FROM message WHERE (hub, id) > (?, ?) ORDER BY hub, id LIMIT ${LOOKED_AT}`,
    ...after,
  );
  const last = rows.at(-1);
  if (!last) return { changed: true, value: { swept: { deleted: 0, done: true } } };
  const deleted = db.run(
    "DELETE FROM message WHERE (hub, id) > (?, ?) AND (hub, id) <= (?, ?) AND day < ?",
    ...after,
    last.hub,
    last.id,
    Math.floor(before / DAY),
  ).changes;
  return {
    changed: true,
    value: { swept: { deleted, done: rows.length < LOOKED_AT, after: [last.hub, last.id] } },
  };
}

/** A checkpoint has come into use: replaying begins at it, and the commands up to it may go. */
export function noteCheckpoint(
  { db }: DecisionContext,
  { seq, sha256 }: Extract<CommandBody, { kind: "retention-checkpoint" }>,
): Decided<OutcomeValue> {
  db.run(
    `INSERT INTO checkpoint (id, seq, sha256) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, sha256 = excluded.sha256`,
    seq,
    sha256,
  );
  return { changed: true, value: {} };
}

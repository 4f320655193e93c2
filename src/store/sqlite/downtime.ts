import type { Database } from "./database.ts";

/** When hubs and the platform were away. Instants in milliseconds since the epoch. */

/** How people heard of it: on its own, or in common with others that went away together. */
export type Told = "own" | "common";
export type DowntimeRow = { subject: string; from_at: number; to_at: number | null; told: Told | null };
type What = "hub" | "platform";

/** The platform is one. */
export const PLATFORM = "platform";

/** Spans that touch the time after an instant, oldest first. */
export const spansOf = (db: Database, what: What, subject: string, after: number): { from: number; to?: number }[] =>
  db
    .all<DowntimeRow>(
      "SELECT * FROM downtime WHERE what = ? AND subject = ? AND (to_at IS NULL OR to_at > ?) ORDER BY from_at",
      what,
      subject,
      after,
    )
    .map(({ from_at, to_at }) => ({ from: from_at, ...(to_at === null ? {} : { to: to_at }) }));

/** The span in which a hub is away now. */
export const openDowntime = (db: Database, hub: string): DowntimeRow | undefined =>
  db.get<DowntimeRow>("SELECT * FROM downtime WHERE what = 'hub' AND subject = ? AND to_at IS NULL", hub);

/** Hubs that people heard of in common and that are still away, by id. */
export const awayInCommon = (db: Database): DowntimeRow[] =>
  db.all<DowntimeRow>(
    "SELECT * FROM downtime WHERE what = 'hub' AND to_at IS NULL AND told = 'common' ORDER BY subject",
  );

/** A hub has been away since an instant; nothing changes where that is known. */
export function noteAway(db: Database, hub: string, since: number): void {
  if (openDowntime(db, hub)) return;
  db.run("INSERT OR IGNORE INTO downtime (what, subject, from_at) VALUES ('hub', ?, ?)", hub, since);
}

/** People have heard that a hub is away. */
export const noteTold = (db: Database, hub: string, told: Told): void => {
  db.run("UPDATE downtime SET told = ? WHERE what = 'hub' AND subject = ? AND to_at IS NULL", told, hub);
};

/** A hub is back. */
export const noteBack = (db: Database, hub: string, at: number): void => {
  db.run("UPDATE downtime SET to_at = max(from_at, ?) WHERE what = 'hub' AND subject = ? AND to_at IS NULL", at, hub);
};

/** The platform was away for a span that is over. */
export const notePlatformDown = (db: Database, from: number, to: number): void => {
  db.run(
    "INSERT OR IGNORE INTO downtime (what, subject, from_at, to_at) VALUES ('platform', ?, ?, ?)",
    PLATFORM,
    from,
    to,
  );
};

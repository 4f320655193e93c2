import type { CommandBody } from "../ledger/commands.ts";
import { HUB_OFFLINE } from "../rules/downtime.ts";
import type { Database } from "../store/sqlite/database.ts";

/**
 * What the ledger has to be told of connections. Who is connected is known outside the command log; only what decisions
 * rest on is put into it: that a hub has been away for half an hour, that it is back, and who is away when a cut-off passes.
 */

/** Hubs that went away within so many milliseconds of each other went away together. */
const TOGETHER = 10 * 60_000;

/** Somebody has a device behind the hub: the others may be switched off as they like. Two parameters: now, twice. */
const inUse = `h.revoked_at IS NULL AND EXISTS (SELECT 1 FROM device d JOIN assignment a ON a.device = d.id
  WHERE d.hub = h.id AND a.from_at <= ? AND (a.to_at IS NULL OR a.to_at > ?))`;

type Away = { readonly id: string; readonly last_seen: number; readonly told: number };

/**
 * The commands that tell what has changed since the ledger last heard; none when nothing has.
 * @param startedAt when the platform started: hubs get half an hour from then to come back
 * @param now milliseconds since the epoch
 */
export function hubNews(db: Database, startedAt: number, now: number): CommandBody[] {
  return [...back(db, now), ...silent(db, startedAt, now)];
}

function back(db: Database, now: number): CommandBody[] {
  const hubs = db
    .all<{ id: string; online: number; last_seen: number | null; from_at: number }>(
      `SELECT h.id, h.online, h.last_seen, w.from_at FROM downtime w JOIN hub h ON h.id = w.subject
       WHERE w.what = 'hub' AND w.to_at IS NULL AND (h.online = 1 OR h.last_seen > w.from_at OR NOT (${inUse}))
       ORDER BY h.id LIMIT 1000`,
      now,
      now,
    )
    .map(({ id, last_seen, from_at }) => ({
      hub: id,
      at: last_seen !== null && last_seen > from_at ? Math.min(last_seen, now) : now,
    }));
  return hubs.length === 0 ? [] : [{ kind: "hubs-back", hubs }];
}

function silent(db: Database, startedAt: number, now: number): CommandBody[] {
  if (now - startedAt < HUB_OFFLINE) return [];
  const isNews = db.get(
    `SELECT 1 FROM hub h WHERE h.online = 0 AND h.last_seen < ? AND ${untold} AND ${inUse} LIMIT 1`,
    now - HUB_OFFLINE,
    now,
    now,
  );
  if (!isNews) return [];
  const away = db.all<Away>(
    `SELECT h.id, h.last_seen, NOT (${untold}) AS told FROM hub h
     WHERE h.online = 0 AND h.last_seen IS NOT NULL AND ${inUse} ORDER BY h.last_seen, h.id`,
    now,
    now,
  );
  const hubs = away
    .map((hub, index) => ({ ...hub, together: together(away, index) }))
    .filter(({ last_seen, told }) => !told && last_seen < now - HUB_OFFLINE)
    .map(({ id, last_seen, together }) => ({ hub: id, since: last_seen, together }))
    .slice(0, 1000);
  const connected = db.get<{ n: number }>(`SELECT count(*) AS n FROM hub h WHERE h.online = 1 AND ${inUse}`, now, now);
  return [{ kind: "hubs-silent", hubs, connected: connected?.n ?? 0 }];
}

const untold = `NOT EXISTS (SELECT 1 FROM downtime w
  WHERE w.what = 'hub' AND w.subject = h.id AND w.to_at IS NULL AND w.told IS NOT NULL)`;

/** How many of the hubs that are away, by when they went, went within ten minutes of one of them. */
function together(away: readonly Away[], index: number): number {
  const when = away[index]!.last_seen;
  let [first, last] = [index, index];
  while (first > 0 && when - away[first - 1]!.last_seen <= TOGETHER) first -= 1;
  while (last < away.length - 1 && away[last + 1]!.last_seen - when <= TOGETHER) last += 1;
  return last - first + 1;
}

/** Hubs that aren't connected now, of patients about whose silence something is due. */
export const awayWhereDue = (db: Database, now: number): { hub: string; since: number }[] =>
  db.all<{ hub: string; since: number }>(
    `SELECT DISTINCT h.id AS hub, h.last_seen AS since FROM timer t
     JOIN assignment a ON a.patient = t.subject AND a.from_at <= ?1 AND (a.to_at IS NULL OR a.to_at > ?1)
     JOIN device d ON d.id = a.device JOIN hub h ON h.id = d.hub
     WHERE t.kind = 'silence' AND t.due <= ?1 AND h.online = 0 AND h.last_seen IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM downtime w WHERE w.what = 'hub' AND w.subject = h.id AND w.to_at IS NULL)
     ORDER BY h.id LIMIT 1000`,
    now,
  );

import type { Database } from "../database.ts";
import type { DeviceRow, HubRow } from "../registry.ts";
import { allOf, when } from "./scope.ts";

/** A hub without its secrets, and when the one-time code ends that it has not used. */
export type HubStatus = Omit<HubRow, "secret" | "next_secret"> & { code_until: number | null };

const hubColumns = `id, team, zone, forwarding, revoked_at, online, last_seen, battery, firmware, version, place, overlap_until,
  (SELECT expires_at FROM provisioning WHERE provisioning.hub = hub.id) AS code_until`;
const ofTeams = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;

/** The hubs of some teams, by id, after `after`. `teams` is a JSON array. */
export function hubPage(
  db: Database,
  page: { teams: string; team?: string | undefined; after?: string | undefined; fetch: number },
): HubStatus[] {
  const where = allOf(
    { sql: ofTeams("team"), parameters: [page.teams] },
    when(page.team, "team = ?"),
    when(page.after, "id > ?"),
  );
  return db.all<HubStatus>(
    `SELECT ${hubColumns} FROM hub WHERE ${where.sql} ORDER BY id LIMIT ?`,
    ...where.parameters,
    page.fetch,
  );
}

/** One hub, if it is one of the teams'. */
export const visibleHub = (db: Database, teams: string, id: string): HubStatus | undefined =>
  db.get<HubStatus>(`SELECT ${hubColumns} FROM hub WHERE id = ? AND ${ofTeams("team")}`, id, teams);

/** The devices of some hubs, by hub. */
export const devicesOfHubs = (db: Database, hubs: readonly string[]): Map<string, DeviceRow[]> =>
  Map.groupBy(
    db.all<DeviceRow>(
      "SELECT * FROM device WHERE hub IN (SELECT value FROM json_each(?)) ORDER BY id",
      JSON.stringify(hubs),
    ),
    ({ hub }) => hub,
  );

export type RefusalRow = { hub: string; code: string; count: number; last_at: number };

/** What the broker refused of some hubs, by hub, the latest first. */
export const refusalsOfHubs = (db: Database, hubs: readonly string[]): Map<string, RefusalRow[]> =>
  Map.groupBy(
    db.all<RefusalRow>(
      "SELECT * FROM hub_refusal WHERE hub IN (SELECT value FROM json_each(?)) ORDER BY last_at DESC, code",
      JSON.stringify(hubs),
    ),
    ({ hub }) => hub,
  );

/** The devices behind the hubs of some teams, by id, after `after`. */
export function devicePage(
  db: Database,
  page: { teams: string; hub?: string | undefined; after?: string | undefined; fetch: number },
): DeviceRow[] {
  const where = allOf(
    { sql: ofTeams("h.team"), parameters: [page.teams] },
    when(page.hub, "d.hub = ?"),
    when(page.after, "d.id > ?"),
  );
  return db.all<DeviceRow>(
    `SELECT d.* FROM device d JOIN hub h ON h.id = d.hub WHERE ${where.sql} ORDER BY d.id LIMIT ?`,
    ...where.parameters,
    page.fetch,
  );
}

/** One device, if its hub is one of the teams'. */
export const visibleDevice = (db: Database, teams: string, id: string): DeviceRow | undefined =>
  db.get<DeviceRow>(
    `SELECT d.* FROM device d JOIN hub h ON h.id = d.hub WHERE d.id = ? AND ${ofTeams("h.team")}`,
    id,
    teams,
  );

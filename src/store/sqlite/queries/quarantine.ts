import type { Database } from "../database.ts";
import { allOf, when } from "./scope.ts";

/** What was set aside, with no more of its bytes than were asked for. */
export type QuarantineRow = {
  id: number;
  at: number;
  hub: string;
  team: string;
  device: string | null;
  topic: string;
  code: string;
  detail: string | null;
  position: number | null;
  bytes: number;
  /** Its first bytes, as many as were asked for. */
  head: Uint8Array;
};

const columns =
  "id, at, hub, team, device, topic, code, detail, position, length(payload) AS bytes, substr(payload, 1, ?) AS head";

/** What was set aside for some teams, the newest first, before the id `after`. `teams` is a JSON array. */
export function quarantinePage(
  db: Database,
  page: {
    teams: string;
    hub?: string | undefined;
    device?: string | undefined;
    code?: string | undefined;
    after?: number | undefined;
    fetch: number;
    head: number;
  },
): QuarantineRow[] {
  const where = allOf(
    when(page.hub, "hub = ?"),
    when(page.device, "device = ?"),
    when(page.code, "code = ?"),
    when(page.after, "id < ?"),
  );
  return db.all<QuarantineRow>(
    `SELECT ${columns} FROM quarantine WHERE team IN (SELECT value FROM json_each(?)) AND ${where.sql}
     ORDER BY id DESC LIMIT ?`,
    page.head,
    page.teams,
    ...where.parameters,
    page.fetch,
  );
}

/** One item with its raw bytes, if it is one of the teams'. */
export const quarantined = (
  db: Database,
  teams: string,
  id: number,
  head: number,
): (QuarantineRow & { payload: Uint8Array }) | undefined =>
  db.get(
    `SELECT ${columns}, payload FROM quarantine WHERE id = ? AND team IN (SELECT value FROM json_each(?))`,
    head,
    id,
    teams,
  );

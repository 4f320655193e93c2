import type { Database } from "./database.ts";

/** Programs that hear what happens to alerts of some teams. */
export type IntegrationRow = {
  id: string;
  about: string;
  secret: Uint8Array;
  created_by: string;
  created_at: number;
  revoked_at: number | null;
  version: number;
  /** In the order of their ids. */
  teams: readonly string[];
};

const withTeams = (db: Database, row: Omit<IntegrationRow, "teams">): IntegrationRow => ({
  ...row,
  teams: db
    .all<{ team: string }>("SELECT team FROM integration_team WHERE integration = ? ORDER BY team", row.id)
    .map(({ team }) => team),
});

/** One by its id, also when it was revoked. */
export function integrationById(db: Database, id: string): IntegrationRow | undefined {
  const row = db.get<Omit<IntegrationRow, "teams">>("SELECT * FROM integration WHERE id = ?", id);
  return row && withTeams(db, row);
}

/** All, revoked ones last. */
export const allIntegrations = (db: Database): IntegrationRow[] =>
  db
    .all<Omit<IntegrationRow, "teams">>("SELECT * FROM integration ORDER BY revoked_at IS NOT NULL, id")
    .map((row) => withTeams(db, row));

/** Whether it may hear of a team's alerts now. */
export const mayHear = (db: Database, id: string, team: string): boolean =>
  db.get(
    "SELECT 1 FROM integration_team t JOIN integration i ON i.id = t.integration WHERE i.id = ? AND t.team = ? AND i.revoked_at IS NULL",
    id,
    team,
  ) !== undefined;

/** How often a team's webhook secret was changed, and until when the one before signs too (milliseconds since the epoch). */
export const webhookTurn = (db: Database, team: string): { turn: number; overlapUntil: number | null } =>
  db.get<{ turn: number; overlapUntil: number | null }>(
    "SELECT webhook_turn AS turn, webhook_overlap_until AS overlapUntil FROM team WHERE id = ?",
    team,
  ) ?? { turn: 0, overlapUntil: null };

import type { Principal } from "../api/context.ts";
import type { Role } from "../domain/people.ts";
import type { Database } from "../store/sqlite/database.ts";

/** Who is behind a session, read from the store each time: what was changed or revoked holds from the next request. */
export type SessionHolder = Principal & {
  readonly expiresAt: number;
  /** The account may only be used from this machine. */
  readonly loopbackOnly: boolean;
};

type SessionRow = {
  staff: string;
  kind: "cookie" | "bearer";
  csrf: string | null;
  confirmed_at: number;
  expires_at: number;
  role: Role;
  loopback_only: number;
  teams: string;
};

/**
 * The holder of a session, or `undefined` when there is none, it has ended (`now` in milliseconds since the epoch), was
 * revoked, or the account is disabled.
 * @param digest SHA-256 of the token
 */
export function sessionHolder(db: Database, digest: Uint8Array, now: number): SessionHolder | undefined {
  const row = db.get<SessionRow>(
    `SELECT session.staff, session.kind, session.csrf, ifnull(session.confirmed_at, 0) AS confirmed_at, session.expires_at, staff.role, staff.loopback_only,
       (SELECT json_group_array(team ORDER BY team) FROM membership WHERE membership.staff = staff.id) AS teams
     FROM session JOIN staff ON staff.id = session.staff
     WHERE session.token = ? AND session.revoked_at IS NULL AND session.expires_at > ? AND staff.disabled_at IS NULL`,
    digest,
    now,
  );
  if (!row) return undefined;
  return {
    staff: row.staff,
    role: row.role,
    teams: JSON.parse(row.teams) as string[],
    session: {
      kind: row.kind,
      token: digest,
      ...(row.csrf === null ? {} : { csrf: row.csrf }),
      confirmedAt: row.confirmed_at,
    },
    expiresAt: row.expires_at,
    loopbackOnly: row.loopback_only !== 0,
  };
}

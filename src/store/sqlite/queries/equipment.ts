import type { Database } from "../database.ts";

/** How equipment is and what has happened to it: who has it, when it was last heard of. No query here reads a value. */

/** The devices of these that somebody has at an instant. */
export const lentAt = (db: Database, devices: readonly string[], at: number): Set<string> =>
  new Set(
    db
      .all<{ device: string }>(
        `SELECT DISTINCT device FROM assignment WHERE device IN (SELECT value FROM json_each(?))
         AND from_at <= ? AND (to_at IS NULL OR to_at > ?)`,
        JSON.stringify(devices),
        at,
        at,
      )
      .map(({ device }) => device),
  );

export type NewestReading = { device: string; received_at: number; clock: number };

/** When the reading that each device measured last was received, and how far its clock could be trusted. */
export function newestReadings(db: Database, devices: readonly string[]): Map<string, NewestReading> {
  const rows = db.all<NewestReading>(
    `SELECT s.device, r.received_at, r.clock FROM series s JOIN reading r ON r.series = s.id AND (r.measured_at, r.n) =
       (SELECT measured_at, n FROM reading WHERE series = s.id ORDER BY measured_at DESC, n DESC LIMIT 1)
     WHERE s.device IN (SELECT value FROM json_each(?)) ORDER BY r.received_at`,
    JSON.stringify(devices),
  );
  return new Map(rows.map((row) => [row.device, row]));
}

export type CertificateRow = { fingerprint: string; seen_at: number | null; revoked_at: number | null };

/** The client certificates that a hub has shown or that are refused for it. */
export const certificatesOf = (db: Database, hub: string): CertificateRow[] =>
  db.all<CertificateRow>(
    "SELECT fingerprint, seen_at, revoked_at FROM hub_certificate WHERE hub = ? ORDER BY fingerprint",
    hub,
  );

/** Events about one hub or device, newest first, before `before`. The conditions are those of the two indexes. */
export const historyOf = <Row>(
  db: Database,
  of: "hub" | "device",
  id: string,
  page: { before?: number | undefined; fetch: number },
): Row[] =>
  db.all<Row>(
    of === "hub"
      ? `SELECT * FROM event WHERE ((type GLOB 'hub.*' AND type <> 'hub.state') OR type GLOB 'device.*')
         AND json_extract(data, '$.hub') = ? AND seq < ? ORDER BY seq DESC LIMIT ?`
      : `SELECT * FROM event WHERE (type GLOB 'device.*' OR type GLOB 'assignment.*')
         AND json_extract(data, '$.device') = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
    id,
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.fetch,
  );

/** When somebody else than this patient last stopped using a device behind the hub; undefined if nobody has. */
export const lastLeft = (db: Database, hub: string, patient: string, now: number): number | undefined =>
  db.get<{ at: number | null }>(
    `SELECT max(a.to_at) AS at FROM device d JOIN assignment a ON a.device = d.id
     WHERE d.hub = ? AND a.patient <> ? AND a.to_at <= ?`,
    hub,
    patient,
    now,
  )?.at ?? undefined;

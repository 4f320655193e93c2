import { flagsToBits } from "../../domain/flag.ts";
import type { Kind } from "../../domain/kind.ts";
import type { Reading } from "../../domain/reading.ts";
import type { Database } from "./database.ts";
import { NOT_COUNTED, type ReadingRow, type Series, toReading } from "./reading-row.ts";

/** Browsers in homes, and what each may show. */
export type HomePageRow = {
  id: string;
  hub: string;
  token: Uint8Array;
  label: string;
  paired_at: number;
  revoked_at: number | null;
};

export const pagesOf = (db: Database, hub: string): HomePageRow[] =>
  db.all<HomePageRow>("SELECT * FROM home_page WHERE hub = ? ORDER BY paired_at, id", hub);

/** A device that somebody has now, without a break since the page was paired. */
export type Lent = { readonly device: string; readonly user: number | null; readonly from: number };
/** One of those whom a page shows. */
export type AtHome = { readonly patient: string; readonly lent: readonly Lent[] };

/**
 * Whom a page shows at an instant: those who had devices behind its hub when it was paired and have them still. None once
 * the hub was given back, the account revoked, or somebody else has it.
 */
export function shownOn(db: Database, { hub, paired_at, revoked_at }: HomePageRow, at: number): AtHome[] {
  if (revoked_at !== null) return [];
  const rows = db.all<{ patient: string; device: string; user: number | null; from_at: number }>(
    `SELECT a.patient, a.device, a.user, a.from_at FROM assignment a
     JOIN device d ON d.id = a.device JOIN hub h ON h.id = d.hub
     WHERE d.hub = ? AND h.revoked_at IS NULL AND a.from_at <= ? AND (a.to_at IS NULL OR a.to_at > ?)
     ORDER BY a.user, a.patient, a.device`,
    hub,
    paired_at,
    at,
  );
  return [...Map.groupBy(rows, ({ patient }) => patient)].map(([patient, some]) => ({
    patient,
    lent: some.map(({ device, user, from_at: from }) => ({ device, user, from })),
  }));
}

/** What can't be used or is somebody else's is nobody's to read at home. */
const HIDDEN = NOT_COUNTED | flagsToBits(["implausible", "not-clinical"]);

/** The readings that these devices took of a patient since each was lent, of a kind or of all, oldest first. */
export function readingsAtHome(
  db: Database,
  { patient, lent }: AtHome,
  { kind, from, to }: { readonly kind?: Kind; readonly from: number; readonly to: number },
): { readonly kind: Kind; readonly reading: Reading }[] {
  return lent
    .flatMap(({ device, from: since }) =>
      db
        .all<Series>("SELECT * FROM series WHERE device = ? AND patient = ?", device, patient)
        .filter((series) => kind === undefined || series.kind === kind)
        .flatMap((series) =>
          db
            .all<ReadingRow>(
              `SELECT * FROM reading WHERE series = ? AND measured_at >= ? AND measured_at <= ? AND flags & ${HIDDEN} = 0`,
              series.id,
              Math.max(since, from),
              to,
            )
            .map((row) => ({ kind: series.kind, reading: toReading(series.kind, row) })),
        ),
    )
    .sort((a, b) => a.reading.measuredAt - b.reading.measuredAt || (a.reading.id < b.reading.id ? -1 : 1));
}

import type { Flag } from "../domain/flag.ts";
import type { Kind } from "../domain/kind.ts";
import type { ClockQuality, Values } from "../domain/measurement.ts";
import type { Reading } from "../domain/reading.ts";
import { settleTwins } from "../ingest/twins.ts";
import type { Database } from "../store/sqlite/database.ts";
import type { Series } from "../store/sqlite/reading-row.ts";
import { insertReading } from "../store/sqlite/readings.ts";
import { ensureSeries } from "../store/sqlite/series.ts";

/** A reading of the rehearsed patient: stored once, simulated, or made up. */
export type Given = {
  readonly kind: Kind;
  /** In stored integers, see `domain/metric.ts`. */
  readonly values: Values;
  /** Milliseconds since the epoch. */
  readonly measuredAt: number;
  /** `good` unless said otherwise. */
  readonly clock?: ClockQuality;
  /** What the device or the platform said of it. Whether it repeats another is found anew. */
  readonly flags?: readonly Flag[];
  /** What is kept beside the values, as JSON: coded answers. */
  readonly detail?: string | null;
  /** The series it stands in; readings of stored series keep their ids. Default: a device of its own. */
  readonly series?: Pick<Series, "id" | "device" | "user">;
};

/** What came to the platform together, in one message. */
export type Arrival = {
  /** When it came; milliseconds since the epoch. */
  readonly at: number;
  /** Where it stands among what happened at one instant; 0 unless said otherwise. */
  readonly order?: number;
  readonly readings: readonly Given[];
};

/** Readings without a series are filed as from this device. */
const REHEARSED = "rehearsed";

/**
 * Stores what arrived, as intake does, and answers it as the rules will see it: without what has been moved away, which
 * stays as it is and is judged no more.
 */
export function store(
  db: Database,
  { id: patient, team }: { readonly id: string; readonly team: string },
  { at, readings }: Arrival,
  command: number,
): Reading[] {
  const stored: Reading[] = [];
  readings.forEach((given, position) => {
    const { values, measuredAt, clock = "good", flags = [], detail = null } = given;
    const series = seriesOf(db, patient, team, given);
    const reading = insertReading(db, {
      series,
      measuredAt,
      receivedAt: at,
      values,
      clock,
      flags: flags.filter((flag) => flag !== "suspect-duplicate"),
      decision: "inside",
      command,
      position,
      detail,
    });
    if (reading.flags.includes("moved")) return;
    settleTwins(db, { device: series.device, user: series.user, patient, reading, detail });
    stored.push(reading);
  });
  return stored;
}

function seriesOf(db: Database, patient: string, team: string, { kind, series }: Given): Series {
  const { id, device, user } = series ?? { id: undefined, device: REHEARSED, user: null };
  if (id === undefined) return ensureSeries(db, { device, user, kind, patient, team });
  db.run(
    "INSERT OR IGNORE INTO series (id, device, user, kind, patient, team) VALUES (?, ?, ?, ?, ?, ?)",
    id,
    device,
    user,
    kind,
    patient,
    team,
  );
  return { id, device, user, kind, patient, team };
}

import { hash } from "node:crypto";
import { type ClockQuality, type Measurement, timeIsCertain } from "../domain/measurement.ts";
import type { Reading } from "../domain/reading.ts";
import type { Database } from "../store/sqlite/database.ts";
import { forget, recall } from "../store/sqlite/memory.ts";
import { parseReadingId, type ReadingKey, valueColumns } from "../store/sqlite/reading-row.ts";
import { isBeyond, seqIsIn, seriesOfDevice } from "../store/sqlite/series.ts";

/**
 * When two readings are the same one: device, user slot, kind, the device's own uncorrected time and the values are
 * equal. Without a time of its own the sequence number, the message's id and the place in it must be equal too.
 */
export type Identity = {
  /** The hub that sent it, and the device's id as sent; `device` is how its readings are filed. */
  readonly sender: { readonly hub: string; readonly device: string };
  readonly device: string;
  readonly measurement: Measurement;
  /** The device's own time as an instant, uncorrected; absent when it gave none. */
  readonly ownTime: number | undefined;
  readonly message: string;
  readonly position: number;
};

/** Where a reading that is the same one is stored already; `undefined` when it is new. */
export function findDuplicate(db: Database, identity: Identity): ReadingKey | undefined {
  const { device, measurement, ownTime } = identity;
  if (ownTime !== undefined) {
    const columns = valueColumns(measurement.kind, measurement.values);
    for (const series of seriesOfDevice(db, device, measurement.kind)) {
      if (series.user !== (measurement.user ?? null) || isBeyond(db, series.id, ownTime)) continue;
      const found = db.get<{ n: number }>(
        "SELECT n FROM reading WHERE series = ? AND measured_at = ? AND v1 IS ? AND v2 IS ? AND v3 IS ? AND v4 IS ? AND detail IS ? LIMIT 1",
        series.id,
        ownTime,
        ...columns,
        detailText(measurement),
      );
      if (found) return { series: series.id, measuredAt: ownTime, n: found.n };
    }
  }
  if (!isUntimedSender(db, identity.sender)) return undefined;
  const row = db.get<{ series: number; measured_at: number; n: number }>(
    "SELECT series, measured_at, n FROM untimed WHERE digest = ?",
    digest(identity),
  );
  return row && { series: row.series, measuredAt: row.measured_at, n: row.n };
}

const isUntimedSender = (db: Database, { hub, device }: Identity["sender"]): boolean =>
  recall(
    db,
    "untimed-sender",
    `${hub} ${device}`,
    () => db.get("SELECT 1 AS found FROM untimed_sender WHERE hub = ? AND device = ?", hub, device) !== undefined,
  );

/** Remembers a reading whose place in its series doesn't follow from its own time. */
export function rememberUntimed(db: Database, identity: Identity, clock: ClockQuality, reading: Reading): void {
  if (identity.ownTime === reading.measuredAt && (timeIsCertain(clock) || clock === "suspect")) return;
  const key = parseReadingId(reading.id)!;
  const { hub, device } = identity.sender;
  if (!isUntimedSender(db, identity.sender)) {
    db.run("INSERT INTO untimed_sender (hub, device) VALUES (?, ?)", hub, device);
    forget(db, "untimed-sender", `${hub} ${device}`);
  }
  db.run(
    "INSERT OR IGNORE INTO untimed (digest, series, measured_at, n) VALUES (?, ?, ?, ?)",
    digest(identity),
    key.series,
    key.measuredAt,
    key.n,
  );
}

/** Whether the device has used this sequence number before, for something else. */
export const seqWasUsed = (db: Database, device: string, seq: number | undefined): boolean =>
  seq !== undefined && seriesOfDevice(db, device).some((series) => seqIsIn(db, series.id, seq));

/** What is kept beside the values, as stored: coded answers and such, and the original value and unit if converted. */
export function detailText({ detail, original }: Measurement): string | null {
  const kept = { ...detail, ...(original ? { original } : {}) };
  return Object.keys(kept).length > 0 ? JSON.stringify(kept) : null;
}

function digest({ sender, measurement, ownTime, message, position }: Identity): Uint8Array {
  const { kind, values, user, seq } = measurement;
  const place = ownTime === undefined ? [seq ?? null, message, position] : [ownTime];
  const text = JSON.stringify([
    sender.hub,
    sender.device,
    user ?? null,
    kind,
    ...place,
    ...valueColumns(kind, values),
    detailText(measurement),
  ]);
  return hash("sha256", text, "buffer").subarray(0, 16);
}

import { createHmac } from "node:crypto";
import { Point } from "@influxdata/influxdb-client";
import type { Flag } from "../domain/flag.ts";
import { timeIsCertain } from "../domain/measurement.ts";
import { type Metric, unscaled } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import { type ReadingRow, type Series, toReading } from "../store/sqlite/reading-row.ts";

/** Gives what an id is called outside: the same for the same, and nothing that leads back without the key. */
export type Pseudonym = (what: "patient" | "source", id: string) => string;

/** How many pseudonyms are remembered: two hashes a reading took half of the time of making a line. */
const remembered = 10_000;

/** Pseudonyms by HMAC-SHA-256 (RFC 2104) under a key of their own, cut to 128 bits, hexadecimal. */
export function pseudonymsBy(key: Uint8Array): Pseudonym {
  const known = new Map<string, string>();
  return (what, id) => {
    if (known.size >= remembered) known.clear();
    const name = `${what}:${id}`;
    return known.getOrInsertComputed(name, () => createHmac("sha256", key).update(name).digest("hex").slice(0, 32));
  };
}

/** A stored reading with what its series says. */
export type StoredReading = ReadingRow & Pick<Series, "kind" | "patient">;

const excluding: ReadonlySet<Flag> = new Set<Flag>(["moved", "excluded", "not-clinical"]);
const doubtful: ReadonlySet<Flag> = new Set<Flag>(["questionable", "poor-signal", "implausible", "repeated"]);

/** What the platform's own trends do with a reading: leave it out, and why; count it as uncertain. */
export const marksOf = ({ flags, clock }: Pick<Reading, "flags" | "clock">) => ({
  excluded: flags.some((flag) => excluding.has(flag)),
  moved: flags.includes("moved"),
  byStaff: flags.includes("excluded"),
  uncertain: !timeIsCertain(clock) || flags.some((flag) => doubtful.has(flag)),
});

/** Why a reading that carries these marks is part of no trend; `undefined` where it is part of it. */
export function leftOutBecause({ moved, excluded, byStaff }: { moved: boolean; excluded: boolean; byStaff: boolean }) {
  if (moved) return "moved" as const;
  // A reading that staff include again loses `excluded`; the other mark may still stand beside it on the server.
  if (!excluded) return undefined;
  return byStaff ? ("byStaff" as const) : ("notClinical" as const);
}

/** Names as query languages take them without quotes. */
export const plain = (name: string): string => name.replaceAll("-", "_");

/**
 * A reading as a line of line protocol. The measurement is its kind, the fields are its values in UCUM units, the time is
 * when it was measured, in nanoseconds, which every server takes unless told otherwise. The tags name the patient and
 * the source (a device's slot for this one patient, so that a device lent on doesn't tie two patients together).
 *
 * Measurement, tags and time are the reading's identity: sent again, it takes its own place. That is also how one that
 * was moved to somebody else is marked, since line protocol can't delete: `excluded` becomes true. It and `uncertain` say
 * what the platform's own trends do with the reading. `moved` is there only then, for servers that don't overwrite:
 * VictoriaMetrics 1.79 keeps either of two values at one time. `by_staff` says of an excluded reading whether staff or the
 * device said so.
 */
export function lineOf(row: StoredReading, pseudonym: Pseudonym): string {
  const reading = toReading(row.kind, row);
  const { kind, values, flags } = reading;
  const { excluded, moved, byStaff, uncertain } = marksOf(reading);
  const point = new Point(plain(kind))
    .tag("patient", row.patient === null ? "nobody" : pseudonym("patient", row.patient))
    .tag("source", pseudonym("source", String(row.series)))
    .booleanField("excluded", excluded)
    .booleanField("uncertain", uncertain)
    .timestamp(`${BigInt(row.measured_at) * 1_000_000n}`);
  if (moved) point.booleanField("moved", true);
  if (byStaff || flags.includes("not-clinical")) point.booleanField("by_staff", byStaff);
  // Of several readings of one source at one millisecond the later ones get a place of their own.
  if (row.n > 0) point.tag("n", String(row.n));
  for (const [metric, value] of Object.entries(values)) {
    point.floatField(plain(metric), unscaled(metric as Metric, value));
  }
  // A reading always has fields, so it always has a line.
  return point.toLineProtocol() ?? "";
}

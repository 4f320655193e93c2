import { mayMeasure } from "../../devices/measures.ts";
import { flagsToBits } from "../domain/flag.ts";
import type { Kind } from "../domain/kind.ts";
import { clockQualities } from "../domain/measurement.ts";
import { planInForce } from "../domain/plan.ts";
import { allAway } from "../rules/downtime.ts";
import { unfit } from "../rules/history.ts";
import { type Fault, type Silence, type SilenceInput, silenceOf } from "../rules/silence.ts";
import type { Database } from "../store/sqlite/database.ts";
import { PLATFORM, spansOf } from "../store/sqlite/downtime.ts";
import { enrolmentsOf } from "../store/sqlite/enrolments.ts";
import { plansOf } from "../store/sqlite/registry.ts";

const DAY = 86_400_000;
/** Windows are counted back so far at most. */
const LOOK_BACK = 95 * DAY;

/** A device that a patient has now. */
type Lent = { id: string; hub: string; model: string; low_since: number | null };

/**
 * The silence of each signal that a patient's plan in force has a schedule for, in the plan's order; what is stored is all
 * that it follows from.
 * @param at milliseconds since the epoch; not before the newest command, for what is lent and faulty is known as of now
 */
export function silencesOf(db: Database, patient: string, at: number): Silence[] {
  const plans = plansOf(db, patient);
  const schedules = planInForce(plans, at)?.schedules ?? [];
  if (schedules.length === 0) return [];
  const lent = devicesOf(db, patient, at);
  const known = {
    plans,
    enrolments: enrolmentsOf(db, patient),
    watchedSince: watchedSince(db, patient) ?? at,
    platformDown: spansOf(db, "platform", PLATFORM, at - LOOK_BACK),
  };
  return schedules.flatMap(({ signal }) => {
    const sources = lent.filter(({ model }) => mayMeasure(model, signal));
    const lastMeasuredAt = newestSound(db, patient, signal, at);
    const input: SilenceInput = {
      ...known,
      signal,
      lastMeasuredAt,
      hubDown: allAway(
        [...new Set(sources.map(({ hub }) => hub))].map((hub) => spansOf(db, "hub", hub, at - LOOK_BACK)),
      ),
      fault: faultOf(db, patient, signal, sources, lastMeasuredAt, at),
    };
    return silenceOf(input, at) ?? [];
  });
}

/** Since when values have been expected of a patient here; `undefined` when none ever were. */
export const watchedSince = (db: Database, patient: string): number | undefined =>
  db.get<{ since: number }>("SELECT since FROM watch WHERE patient = ?", patient)?.since;

const devicesOf = (db: Database, patient: string, at: number): Lent[] =>
  db.all<Lent>(
    `SELECT DISTINCT d.id, d.hub, d.model, d.low_since FROM assignment a JOIN device d ON d.id = a.device
     WHERE a.patient = ? AND a.from_at <= ? AND (a.to_at IS NULL OR a.to_at > ?) ORDER BY d.id`,
    patient,
    at,
    at,
  );

// A measurement that another repeats is a measurement all the same.
const unsound = flagsToBits([...unfit].filter((flag) => flag !== "suspect-duplicate"));
const useless = flagsToBits(["implausible", "not-clinical"]);
const moved = flagsToBits(["moved"]);
const good = clockQualities.indexOf("good");

/** A device's clock may be so much ahead and still be good; what it measured has come all the same. */
const AHEAD = 10 * 60_000;

/** When a patient's newest sound value of a kind was measured, at or before an instant. */
function newestSound(db: Database, patient: string, kind: Kind, at: number): number | undefined {
  const row = db.get<{ at: number | null }>(
    `SELECT max((SELECT measured_at FROM reading r WHERE r.series = s.id AND r.measured_at <= ? AND r.clock = ${good}
       AND r.flags & ${unsound} = 0 ORDER BY r.measured_at DESC LIMIT 1)) AS at
     FROM series s WHERE s.patient = ? AND s.kind = ?`,
    at + AHEAD,
    patient,
    kind,
  );
  return row?.at === undefined || row.at === null ? undefined : Math.min(row.at, at);
}

/** When sound values of a kind were measured in a period, in order. */
export const soundBetween = (db: Database, patient: string, kind: Kind, from: number, to: number): number[] =>
  db
    .all<{ at: number }>(
      `SELECT r.measured_at AS at FROM series s JOIN reading r ON r.series = s.id
       WHERE s.patient = ? AND s.kind = ? AND r.measured_at >= ? AND r.measured_at <= ? AND r.clock = ${good}
         AND r.flags & ${unsound} = 0 ORDER BY r.measured_at`,
      patient,
      kind,
      from,
      to,
    )
    .map(({ at }) => at);

/** So many attempts without a usable value, and it is the device rather than the person. */
const FAILURES = 3;

/**
 * What is wrong with the devices that a signal comes from: the batteries of all are nearly empty, or since the last sound
 * value three attempts or more have come, within a week, of which none could be used.
 */
function faultOf(
  db: Database,
  patient: string,
  kind: Kind,
  sources: readonly Lent[],
  last: number | undefined,
  at: number,
): Fault | undefined {
  const low = sources.map(({ low_since }) => low_since);
  if (low.length > 0 && low.every((since) => since !== null)) {
    return { code: "DEVICE_BATTERY_LOW", since: Math.max(...low) };
  }
  const since = Math.max(last ?? 0, at - 7 * DAY);
  const attempts = [
    ...db.all<{ at: number; useless: number }>(
      `SELECT r.received_at AS at, r.flags & ${useless} AS useless FROM series s JOIN reading r ON r.series = s.id
       WHERE s.patient = ? AND s.kind = ? AND r.measured_at > ? AND r.measured_at <= ? AND r.flags & ${moved} = 0`,
      patient,
      kind,
      since,
      at,
    ),
    ...sources.flatMap((device) =>
      db.all<{ at: number; useless: number }>(
        `SELECT at, 1 AS useless FROM quarantine WHERE hub = ? AND device = ? AND at > ? AND at <= ?
         AND code NOT IN ('VALUE_IMPLAUSIBLE', 'NOTHING_TO_KEEP')`,
        device.hub,
        device.id,
        since,
        at,
      ),
    ),
  ];
  if (attempts.length < FAILURES) return undefined;
  // What is left over is dated by a clock that can't be trusted.
  const code = attempts.some((attempt) => attempt.useless) ? "DEVICE_FAILING" : "CLOCK_WRONG";
  return { code, since: Math.min(...attempts.map((attempt) => attempt.at)) };
}

import { localDay, startOfDay } from "../domain/day.ts";
import { type CarePlan, type PlanBody, planInForce } from "../domain/plan.ts";
import { HemvaktError } from "../errors.ts";
import type { Database } from "../store/sqlite/database.ts";
import { enrolmentsOf } from "../store/sqlite/enrolments.ts";
import { patientById, plansOf, teamById } from "../store/sqlite/registry.ts";
import { type Comparison, compare } from "./compare.ts";
import { recordedAlerts } from "./confirmed.ts";
import { arrivalsOf, countSince } from "./history.ts";
import { inTime, lateSince } from "./in-time.ts";
import { type Shift, usualShifts } from "./load.ts";
import { lookBackDays } from "./look-back.ts";
import type { Runner } from "./run.ts";
import type { Staff } from "./staff.ts";

const DAY = 86_400_000;
/** So long before the period alerts open as well and are not counted: nothing opens merely because the period begins. */
const RUN_IN = 14 * DAY;
/** A monitor that measures every few seconds: all of its readings at once would take the platform's memory. */
const MOST_READINGS = 100_000;

/** What is asked of a rehearsal, whoever it is about. */
export type Terms = {
  /** So many local days up to today. */
  readonly days: number;
  readonly staff: Exclude<Staff, { kind: "recorded" }>;
  readonly shifts: readonly Shift[];
  /** Until when; milliseconds since the epoch. */
  readonly now: number;
};

/** The terms where nobody chose. */
export const usualTerms = (now: number): Terms => ({ days: 90, staff: { kind: "promise" }, shifts: usualShifts, now });

/**
 * Rehearses a draft over a patient's stored history: it and the plan in force, each as if it had been in force all along,
 * over the same readings with the same staff. Without a plan in force the general safety limits are what is compared with.
 * @param db a store to read; it is not changed
 * @throws HemvaktError `NOT_FOUND` when there is no such patient, `REHEARSAL_TOO_LARGE`
 */
export function rehearsePatient(
  db: Database,
  runner: Runner,
  patient: string,
  draft: PlanBody,
  terms: Terms,
): Comparison {
  const { staff, shifts } = terms;
  const { zone, period, inForce, recorded, came, enrolments } = atOneInstant(db, () =>
    stored(db, patient, draft, terms),
  );
  const script = {
    patient,
    zone,
    enrolments,
    arrivals: inTime(came),
    from: period.from - RUN_IN,
    to: period.to,
    staff,
  };
  const before = runner.run({ ...script, plans: inForce ? [{ ...inForce, ...always }] : [] });
  const version = (inForce?.version ?? 0) + 1;
  const after = runner.run({ ...script, plans: [{ ...draft, patient, version, signedBy: "-", ...always }] });
  return compare(before, after, recorded, { period, zone, shifts, late: lateSince(came, period.from) });
}

/** What is stored of a patient that a rehearsal needs. @throws HemvaktError `NOT_FOUND`, `REHEARSAL_TOO_LARGE` */
function stored(db: Database, patient: string, draft: PlanBody, { days, now }: Terms) {
  const row = patientById(db, patient);
  if (!row) throw new HemvaktError("NOT_FOUND");
  const zone = teamById(db, row.team)?.zone ?? "UTC";
  const period = { from: startOfDay(localDay(now, zone) - days, zone), to: now };
  const inForce = planInForce(plansOf(db, patient), now);
  const lookBack = Math.max(lookBackDays(inForce?.rules ?? []), lookBackDays(draft.rules)) * DAY;
  const since = period.from - RUN_IN - lookBack;
  if (countSince(db, patient, since, MOST_READINGS + 1) > MOST_READINGS) {
    throw new HemvaktError("REHEARSAL_TOO_LARGE", `More than ${MOST_READINGS} readings.`);
  }
  return {
    zone,
    period,
    inForce,
    recorded: recordedAlerts(db, patient, period),
    enrolments: enrolmentsOf(db, patient),
    came: arrivalsOf(db, patient, since),
  };
}

/** Reads in one transaction, so that what the writer commits meanwhile is seen whole or not at all. */
function atOneInstant<T>(db: Database, read: () => T): T {
  db.exec("BEGIN");
  try {
    return read();
  } finally {
    db.exec("COMMIT");
  }
}

/** In force from the beginning of time. */
const always = { signedAt: 0, validFrom: 0 } as const;

/** What a signed plan says, without who signed it and when. */
export function bodyOf(plan: CarePlan): PlanBody {
  const { patient: _patient, version: _version, signedBy: _by, signedAt: _at, validFrom: _from, ...body } = plan;
  return body;
}

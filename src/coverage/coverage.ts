import { type CoveredPatient, findHoles, type Hole } from "../alerts/coverage.ts";
import type { Interval } from "../domain/interval.ts";
import { difference, union } from "../domain/interval.ts";
import type { Database } from "../store/sqlite/database.ts";
import { type ResponsibilityRow, staffedTeams, toResponsibility } from "../store/sqlite/duty.ts";
import { enrolmentsOf } from "../store/sqlite/enrolments.ts";
import { watchedDuring } from "./watched.ts";

/** Whether somebody answers for every patient at every instant, as the store has it. */

export type Coverage = {
  readonly stretch: Interval;
  readonly patients: number;
  /** Added up over the patients, in milliseconds: what is watched over, and of it what nobody would answer. */
  readonly watched: number;
  readonly uncovered: number;
  readonly holes: readonly Hole[];
  /** Teams whose rota ends before the stretch does although reds go to it. */
  readonly rotaEnds: readonly { readonly team: string; readonly at: number }[];
};

/** @param patients only these; all when left out */
export function readCoverage(db: Database, stretch: Interval, patients?: readonly string[]): Coverage {
  const covered = coveredPatients(db, stretch, patients);
  const holes = findHoles(covered, staffedTeams(db), stretch);
  const length = (spans: readonly Interval[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    stretch,
    patients: covered.length,
    watched: covered.reduce((sum, { watched }) => sum + length(watched), 0),
    uncovered: [...spansByPatient(holes).values()].reduce((sum, spans) => sum + length(spans), 0),
    holes,
    rotaEnds: rotaEndsIn(db, stretch, covered),
  };
}

/** What decides, by patient; those whom nobody watches over in the stretch are left out. */
export function coveredPatients(db: Database, stretch: Interval, patients?: readonly string[]): CoveredPatient[] {
  const asked = patients === undefined ? undefined : JSON.stringify(patients);
  const only = asked === undefined ? "" : "WHERE patient IN (SELECT value FROM json_each(?))";
  const given = asked === undefined ? [] : [asked];
  const entries = Map.groupBy(
    db.all<ResponsibilityRow>(`SELECT * FROM responsibility ${only} ORDER BY id`, ...given),
    ({ patient }) => patient,
  );
  const plans = db.all<{ patient: string; since: number }>(
    `SELECT patient, min(valid_from) AS since FROM plan ${only} GROUP BY patient ORDER BY patient`,
    ...given,
  );
  return plans.flatMap(({ patient, since }) => {
    const watched = watchedDuring(enrolmentsOf(db, patient), since, stretch);
    if (watched.length === 0) return [];
    return [{ id: patient, entries: (entries.get(patient) ?? []).map(toResponsibility), watched }];
  });
}

/** Each patient's stretches without anybody, whatever the reason. */
export function spansByPatient(holes: readonly Hole[]): Map<string, Interval[]> {
  const spans = new Map<string, Interval[]>();
  for (const { from, to, patients } of holes) {
    for (const patient of patients) spans.getOrInsertComputed(patient, () => []).push({ from, to });
  }
  return new Map([...spans].map(([patient, all]) => [patient, union(all)]));
}

/** What of the holes after a change was no hole before it, for the same patient. */
export function newHoles(before: readonly Hole[], after: readonly Hole[]): Hole[] {
  const known = spansByPatient(before);
  const grouped = new Map<string, Hole & { patients: string[] }>();
  for (const hole of after) {
    for (const patient of hole.patients) {
      for (const { from, to } of difference([hole], known.get(patient) ?? [])) {
        const { reason, team } = hole;
        const key = `${from} ${to} ${reason} ${team ?? ""}`;
        grouped
          .getOrInsertComputed(key, () => ({ from, to, reason, ...(team === undefined ? {} : { team }), patients: [] }))
          .patients.push(patient);
      }
    }
  }
  return [...grouped.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

function rotaEndsIn(db: Database, stretch: Interval, covered: readonly CoveredPatient[]): Coverage["rotaEnds"] {
  const teams = staffedTeams(db);
  const used = new Set(
    covered.flatMap(({ entries }) =>
      entries.flatMap(({ team, cover = teams.get(team)?.cover }) => (cover === undefined ? [team] : [team, cover])),
    ),
  );
  return [...teams.values()].flatMap(({ id, onCall, rota }) => {
    if (onCall !== "rota" || !used.has(id)) return [];
    const at = Math.max(stretch.from, ...rota.filter(({ role }) => role === "primary").map(({ to }) => to));
    return at < stretch.to ? [{ team: id, at }] : [];
  });
}

import { difference, type Interval, intersection, union } from "../domain/interval.ts";
import { isReachable, type Responsibility, type StaffedTeam } from "../domain/responsibility.ts";
import { type Duty, dutiesDuring, type Openings, openingsDuring } from "./responsibility.ts";

/** Whether somebody answers for each patient at each instant: what an alert would meet. */

/** Why nobody would. */
export const holeReasons = ["no-responsible-team", "closed", "no-contact", "nobody-on-call"] as const;
export type HoleReason = (typeof holeReasons)[number];

/** A stretch in which nobody would, and whom that concerns. */
export type Hole = Interval & {
  readonly reason: HoleReason;
  /** The team that would have had to; absent when none is responsible. */
  readonly team?: string;
  /** Ids of the patients, in order. */
  readonly patients: readonly string[];
};

/** A patient's responsibilities, in the order they were decided, and the stretches in which somebody must answer. */
export type CoveredPatient = {
  readonly id: string;
  readonly entries: readonly Responsibility[];
  readonly watched: readonly Interval[];
};

/**
 * Every stretch in which an alert of a patient would reach nobody: no team is responsible, the team is closed without an
 * open cover, it has no contact point, or its rota names nobody for a red alert. Exact to the millisecond, over nights,
 * holidays and changes of the clocks.
 * @returns holes by time, then team; one for all patients whom the same stretch and reason concern
 */
export function findHoles(
  patients: readonly CoveredPatient[],
  teams: ReadonlyMap<string, StaffedTeam>,
  stretch: Interval,
): Hole[] {
  const openings = openingsDuring(teams, stretch);
  const manned = mannedDuring(teams, stretch);
  const holes = new Map<string, { hole: Omit<Hole, "patients">; patients: string[] }>();
  for (const { id, entries, watched } of patients) {
    for (const hole of holesOf(entries, watched, teams, stretch, openings, manned)) {
      const key = `${hole.from} ${hole.to} ${hole.reason} ${hole.team ?? ""}`;
      holes.getOrInsertComputed(key, () => ({ hole, patients: [] })).patients.push(id);
    }
  }
  return [...holes.values()]
    .map(({ hole, patients }) => ({ ...hole, patients: patients.toSorted() }))
    .sort((a, b) => a.from - b.from || a.to - b.to || ((a.team ?? "") < (b.team ?? "") ? -1 : 1));
}

function holesOf(
  entries: readonly Responsibility[],
  watched: readonly Interval[],
  teams: ReadonlyMap<string, StaffedTeam>,
  stretch: Interval,
  openings: Openings,
  manned: Openings,
): Omit<Hole, "patients">[] {
  const found: { reason: HoleReason; team: string | undefined; spans: readonly Interval[] }[] = [];
  for (const duty of dutiesDuring(entries, teams, stretch, openings)) {
    const spans = intersection([duty], watched);
    if (spans.length === 0) continue;
    found.push(...lacking(duty, spans, teams, manned));
  }
  // Stretches of one reason and team that touch are one: a takeover that changes nothing is no new hole.
  const groups = Map.groupBy(found, ({ reason, team }) => `${reason} ${team ?? ""}`);
  return [...groups.values()].flatMap((group) => {
    const { reason, team } = group[0]!;
    const spans = union(group.flatMap((entry) => entry.spans));
    return spans.map((span) => ({ ...span, reason, ...(team === undefined ? {} : { team }) }));
  });
}

/** What a duty lacks; the first reason that holds is the one that is told. */
function lacking(
  { team: id, there }: Duty,
  spans: readonly Interval[],
  teams: ReadonlyMap<string, StaffedTeam>,
  manned: Openings,
): { reason: HoleReason; team: string | undefined; spans: readonly Interval[] }[] {
  const team = id === undefined ? undefined : teams.get(id);
  if (!team) return [{ reason: "no-responsible-team", team: id, spans }];
  if (!there) return [{ reason: "closed", team: id, spans }];
  if (!isReachable(team.contact)) return [{ reason: "no-contact", team: id, spans }];
  if (team.onCall === "at-work") return [];
  return [{ reason: "nobody-on-call", team: id, spans: difference(spans, manned(team.id)) }];
}

/** When somebody is first on a team's rota. */
function mannedDuring(teams: ReadonlyMap<string, StaffedTeam>, stretch: Interval): Openings {
  const known = new Map<string, readonly Interval[]>();
  return (id) =>
    known.getOrInsertComputed(id, () => {
      const shifts = teams.get(id)?.rota.filter(({ role }) => role === "primary") ?? [];
      return intersection(union(shifts), [stretch]);
    });
}

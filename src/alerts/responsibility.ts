import { openIntervals } from "../domain/hours.ts";
import { contains, difference, type Interval, intersection, union } from "../domain/interval.ts";
import { type Responsibility, responsibilityKinds, type StaffedTeam } from "../domain/responsibility.ts";

/** Who answers for a patient at any instant, and why. */

/** A stretch in which the same team answers for the same reason. */
export type Duty = Interval & {
  /** The team that answers; `undefined` when nobody has been made responsible. */
  readonly team: string | undefined;
  readonly because: Because;
  /** Whether that team is there. One that isn't still owns what comes, and the checker finds the hole. */
  readonly there: boolean;
};

export type Because =
  | { readonly code: "nobody" }
  /** The team of an entry in its hours. */
  | { readonly code: "responsible"; readonly entry: Responsibility }
  /** The cover, since the team of the entry is closed. */
  | { readonly code: "cover"; readonly entry: Responsibility; readonly of: string }
  /** The team of the entry is closed and so is its cover, or it has none. */
  | { readonly code: "closed"; readonly entry: Responsibility };

/** When teams are there, each worked out once for a stretch of time. */
export type Openings = (team: string) => readonly Interval[];

/** The openings of teams in a stretch. A team that doesn't exist is never there. */
export function openingsDuring(teams: ReadonlyMap<string, StaffedTeam>, stretch: Interval): Openings {
  const known = new Map<string, readonly Interval[]>();
  return (id) =>
    known.getOrInsertComputed(id, () => {
      const team = teams.get(id);
      return team ? openIntervals(team.hours, team.zone, stretch) : [];
    });
}

/**
 * Who answers for a patient during a stretch, in order and without a gap. A takeover comes before palliative care and that
 * before what is ordinary; of several of a kind the one that began last, then the one decided last.
 * @param entries the patient's responsibilities, in the order they were decided
 */
export function dutiesDuring(
  entries: readonly Responsibility[],
  teams: ReadonlyMap<string, StaffedTeam>,
  stretch: Interval,
  openings: Openings = openingsDuring(teams, stretch),
): Duty[] {
  const duties: Duty[] = [];
  let left: readonly Interval[] = union([stretch]);
  for (const entry of byPrecedence(entries)) {
    const mine = intersection(left, [{ from: entry.from, to: entry.to ?? Number.POSITIVE_INFINITY }]);
    left = difference(left, mine);
    duties.push(...dutiesOf(entry, mine, teams, openings));
  }
  for (const span of left) duties.push({ ...span, team: undefined, because: { code: "nobody" }, there: false });
  return duties.sort((a, b) => a.from - b.from);
}

function dutiesOf(
  entry: Responsibility,
  mine: readonly Interval[],
  teams: ReadonlyMap<string, StaffedTeam>,
  openings: Openings,
): Duty[] {
  const inHours = intersection(mine, openings(entry.team));
  const outside = difference(mine, inHours);
  const cover = entry.cover ?? teams.get(entry.team)?.cover;
  const covered = cover === undefined ? [] : intersection(outside, openings(cover));
  return [
    ...inHours.map(
      (span) => ({ ...span, team: entry.team, because: { code: "responsible", entry }, there: true }) as const,
    ),
    ...covered.map(
      (span) => ({ ...span, team: cover, because: { code: "cover", entry, of: entry.team }, there: true }) as const,
    ),
    ...difference(outside, covered).map(
      (span) => ({ ...span, team: entry.team, because: { code: "closed", entry }, there: false }) as const,
    ),
  ];
}

/** The entries, those that come first first. */
const byPrecedence = (entries: readonly Responsibility[]): Responsibility[] =>
  entries
    .map((entry, decided) => ({ entry, decided, rank: responsibilityKinds.indexOf(entry.kind) }))
    .sort((a, b) => b.rank - a.rank || b.entry.from - a.entry.from || b.decided - a.decided)
    .map(({ entry }) => entry);

/** Who answers for a patient at an instant (milliseconds since the epoch), and why. */
export function whoIsResponsible(
  entries: readonly Responsibility[],
  teams: ReadonlyMap<string, StaffedTeam>,
  at: number,
): Duty {
  return dutiesDuring(entries, teams, { from: at, to: at + 1 })[0]!;
}

/** Whether a team is there at an instant, and when that changes; `until` is missing when it doesn't within 30 days. */
export function opening(team: StaffedTeam, at: number): { readonly open: boolean; readonly until?: number } {
  const [first] = openIntervals(team.hours, team.zone, { from: at, to: at + 30 * 86_400_000 });
  if (!first) return { open: false };
  if (first.from > at) return { open: false, until: first.from };
  return first.to < at + 30 * 86_400_000 ? { open: true, until: first.to } : { open: true };
}

/** Who is on a team's rota at an instant, by role. */
export const onCallAt = (team: StaffedTeam, at: number): readonly StaffedTeam["rota"][number][] =>
  team.rota.filter((shift) => contains([shift], at));

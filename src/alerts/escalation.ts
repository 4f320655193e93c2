import { dayToIso, localDay } from "../domain/day.ts";
import type { Escalation, EscalationTarget, Steps, TellingReason, Told, Wait } from "../domain/escalation.ts";
import { openIntervals } from "../domain/hours.ts";
import { contains } from "../domain/interval.ts";
import type { StaffedTeam } from "../domain/responsibility.ts";
import { recipientsOf } from "./recipients.ts";
import type { Duty } from "./responsibility.ts";

/** Which step an alert is at, whom it tells, and when the next is: exact, from the instant of each decision. */

/** The teams that a step may reach. */
export type Parties = {
  readonly team: StaffedTeam;
  /** The team outside that one's hours. */
  readonly cover?: StaffedTeam | undefined;
  /** The team that has the alert, where another is told for it: its manager hears of that. */
  readonly owner?: StaffedTeam | undefined;
  /** Whether somebody on a rota still works here. */
  readonly works: (staff: string) => boolean;
};

/** One telling. */
export type Telling = Omit<Escalation, "due" | "foldedInto"> & {
  /** Targets that nobody has now; the team's function was told in their place. */
  readonly vacant: readonly EscalationTarget[];
  /** Those told are the ones who were told last: the step has nobody further. */
  readonly nobodyElse: boolean;
};

/**
 * The first telling after something new. After a promise that wasn't kept it begins with the second step, and tells those
 * of the first as well: that one has been tried.
 * @param at milliseconds since the epoch
 */
export function begin(steps: Steps, why: TellingReason, parties: Parties, at: number): Telling {
  const step = why === "promise-passed" ? Math.min(1, steps.steps.length - 1) : 0;
  const tell = steps.steps.slice(0, step + 1).flatMap((one) => one.tell);
  return telling(steps, { step, repeats: 0, why, tell }, parties, at, undefined);
}

/** The telling after one that nobody answered: the next step, or after the last everybody again. */
export function further(steps: Steps, from: Escalation, parties: Parties, at: number): Telling {
  const step = from.step + 1;
  const found = steps.steps[step];
  // The manager of the team that has it was told when another came to be.
  const there = { ...parties, owner: undefined };
  return found
    ? telling(steps, { step, repeats: 0, why: "unanswered", tell: found.tell }, there, at, from)
    : telling(
        steps,
        { step: steps.steps.length - 1, repeats: from.repeats + 1, why: "repeated", tell: everybody(steps) },
        there,
        at,
        from,
      );
}

const everybody = (steps: Steps): EscalationTarget[] => [...new Set(steps.steps.flatMap(({ tell }) => tell))];

function telling(
  steps: Steps,
  { tell, ...where }: Pick<Telling, "step" | "repeats" | "why"> & { tell: readonly EscalationTarget[] },
  parties: Parties,
  at: number,
  before: Escalation | undefined,
): Telling {
  const vacant: EscalationTarget[] = [];
  const to = new Map<string, Told>();
  const add = (told: readonly Told[]): void => {
    for (const one of told) to.getOrInsert(`${one.team} ${one.staff ?? ""}`, one);
  };
  for (const target of new Set(tell)) {
    const told = whoIs(target, parties, at);
    if (target !== "team" && told.every(({ staff }) => staff === undefined)) vacant.push(target);
    add(told);
  }
  if (parties.owner) add(whoIs("manager", { ...parties, team: parties.owner }, at));
  const next = steps.steps[where.step + 1];
  return {
    team: parties.team.id,
    ...where,
    at,
    last: next === undefined,
    to: [...to.values()],
    vacant,
    nobodyElse: before !== undefined && where.why === "unanswered" && isWithin([...to.values()], before.to),
    next: {
      at: afterWait(next?.after ?? steps.repeat, parties.team, at),
      tell: next?.tell ?? everybody(steps),
    },
  };
}

const isWithin = (some: readonly Told[], all: readonly Told[]): boolean =>
  some.every(({ team, staff }) => all.some((one) => one.team === team && one.staff === staff));

/** Who a target is now. A role that nobody has, or only somebody who has left, falls to the team's function. */
function whoIs(target: EscalationTarget, { team, cover, works }: Parties, at: number): readonly Told[] {
  const [asked, role] = target === "cover" ? ([cover ?? team, "primary"] as const) : ([team, target] as const);
  if (target === "cover" && !cover) return [{ team: team.id }];
  const there = recipientsOf(asked, role, at).filter(({ staff }) => staff === undefined || works(staff));
  return there.length > 0 ? there : [{ team: asked.id }];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Hours are looked through this far ahead. A team that isn't open once in it is counted by the clock instead. */
const FAR = 60 * DAY;

/**
 * When a wait is over.
 * @param at milliseconds since the epoch
 */
export function afterWait(wait: Wait, team: StaffedTeam, at: number): number {
  if ("minutes" in wait) return at + wait.minutes * MINUTE;
  return "openMinutes" in wait ? afterOpen(wait.openMinutes * MINUTE, team, at) : onOpenDay(wait.openDays, team, at);
}

function afterOpen(wait: number, team: StaffedTeam, at: number): number {
  // Most waits end within days; years of openings are not worked out for those.
  for (let stretch = 4 * DAY; stretch <= FAR; stretch *= 4) {
    let left = wait;
    for (const { from, to } of openIntervals(team.hours, team.zone, { from: at, to: at + stretch })) {
      if (left <= to - from) return from + left;
      left -= to - from;
    }
  }
  return at + wait;
}

function onOpenDay(days: number, team: StaffedTeam, at: number): number {
  const { zone } = team;
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime();
  const today = localDay(at, zone);
  let left = days;
  for (let day = today + 1; day <= today + FAR / DAY; day += 1) {
    const date = Temporal.PlainDate.from(dayToIso(day));
    const start = date.toZonedDateTime(zone).epochMilliseconds;
    const end = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    const open = openIntervals(team.hours, zone, { from: start, to: end });
    if (open.length === 0) continue;
    left -= 1;
    if (left > 0) continue;
    const same = date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
    return contains(open, same) ? same : (open.find(({ from }) => from >= same) ?? open[0]!).from;
  }
  return at + days * DAY;
}

/**
 * Why an alert that is told of in one team is now another's to hear of; `undefined` when it stays there.
 * @param running the team in which the escalation runs
 * @param duty who answers for the patient now
 */
export function movesBecause(
  running: string,
  duty: Duty,
  whenClosed: Steps["whenClosed"],
): "team-closed" | "duty-moved" | undefined {
  if (duty.team === undefined || duty.team === running) return undefined;
  const closed = duty.because.code === "cover" && duty.because.of === running;
  if (!closed) return "duty-moved";
  return whenClosed === "wait" ? undefined : "team-closed";
}

/** The first instant at which another team is to be told; `undefined` when there is none among the duties. */
export const nextMove = (
  running: string,
  duties: readonly Duty[],
  whenClosed: Steps["whenClosed"],
): number | undefined => duties.find((duty) => movesBecause(running, duty, whenClosed))?.from;

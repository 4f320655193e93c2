import { isMoreSevere } from "../domain/alert.ts";
import { type LocalDay, localDay } from "../domain/day.ts";
import type { Reading } from "../domain/reading.ts";
import { evaluate, type Judging } from "../rules/evaluate.ts";
import { type Call, type Follower, follower } from "./follow.ts";
import { type LookUp, lookUpIn } from "./look-up.ts";
import { commonParameters } from "./parameters.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import { type CohortCondition, type VirtualCase, yearBegins, yearEnds, zone } from "./virtual/case.ts";

/** Days about an event in which a call counts, the event's own being 0. */
export type EventWindow = { readonly name: string; readonly from: number; readonly to: number };

/** The windows in which studies count, by condition; the first is the one that results are told in. */
export const eventWindows: Readonly<Record<CohortCondition, readonly [EventWindow, EventWindow]>> = {
  // Zhang et al. 2009 and Gyllensten et al. 2016; Abraham et al. 2011 (FAST).
  "heart-failure": [
    { name: "the 14 days to the event", from: -13, to: 0 },
    { name: "the 30 days to the event", from: -29, to: 0 },
  ],
  // Three days as the horizon of myCOPD 2022; the whole exacerbation as days are compared in Hurst et al. 2010.
  copd: [
    { name: "the 3 days before it is recognised and that day", from: -3, to: 0 },
    { name: "the 9 days that it lasts", from: -3, to: 5 },
  ],
};

/** What one rule set did for one patient in one window. */
export type WindowFigures = {
  /** 1 when somebody was called in it, with the event and without. */
  readonly hit: 0 | 1;
  readonly chance: 0 | 1;
  /** Days from the first call in it to the event; absent without a call. */
  readonly lead?: number;
};

/** What one rule set did for one patient. */
export type PatientFigures = {
  /** Alerts that became yellow or red, and calls about such, in the year without the event. */
  readonly alerts: number;
  readonly calls: number;
  /** Mornings measured in that year, and those on which a yellow or red rule found something. */
  readonly mornings: number;
  readonly found: number;
  readonly windows: readonly WindowFigures[];
  /** Calls in the second window that the event adds. */
  readonly added: number;
};

/** A patient's readings with what rules look among, made once for all rule sets. */
export type Prepared = { readonly one: VirtualCase; readonly quiet: LookUp; readonly eventful: LookUp };

export const prepare = (one: VirtualCase): Prepared => ({
  one,
  quiet: lookUpIn(one.quiet, zone),
  eventful: lookUpIn(one.eventful, zone),
});

/** The plan that a rule set makes for a patient. */
export const planFor = ({ plan }: RuleSet, { references }: VirtualCase): Judging => ({
  ...plan,
  references: [...references],
});

/** Puts one rule set to work on one patient. */
export function measure(set: RuleSet, { one, quiet, eventful }: Prepared): PatientFigures {
  const plan = planFor(set, one);
  const windows = eventWindows[one.condition];
  const ends = one.eventDay + Math.max(...windows.map(({ to }) => to));
  const staff = { kind: commonParameters.staff.value };

  const days = { measured: new Set<LocalDay>(), found: new Set<LocalDay>() };
  const before = follower(staff, zone);
  judgeDays(one.quiet, quiet, plan, yearBegins, one.begins, before, days);
  const [without, withEvent] = [before.fork(), before.fork()];
  judgeDays(one.quiet, quiet, plan, one.begins, yearEnds, without, days);
  judgeDays(one.eventful, eventful, plan, one.begins, ends + 1, withEvent);

  const [quietCalls, eventCalls] = [without, withEvent].map((each) => [...before.calls, ...each.calls].filter(counts));
  const inSpan = (calls: readonly Call[], from: LocalDay, to: LocalDay): LocalDay[] =>
    calls.map(({ at }) => localDay(at, zone)).filter((day) => day >= from && day <= to);
  const last = windows[1];
  const inLast = (calls: readonly Call[]): number =>
    inSpan(calls, one.eventDay + last.from, one.eventDay + last.to).length;
  return {
    alerts: new Set(quietCalls!.map(({ alert }) => alert)).size,
    calls: quietCalls!.length,
    mornings: days.measured.size,
    found: days.found.size,
    windows: windows.map(({ from, to }) => {
      const [first] = inSpan(eventCalls!, one.eventDay + from, one.eventDay + to);
      const chance = inSpan(quietCalls!, one.eventDay + from, one.eventDay + to).length > 0 ? 1 : 0;
      return first === undefined ? { hit: 0, chance } : { hit: 1, chance, lead: one.eventDay - first };
    }),
    added: inLast(eventCalls!) - inLast(quietCalls!),
  };
}

/** Information is seen when somebody looks; it calls nobody. */
const counts = ({ severity }: Pick<Call, "severity">): boolean => isMoreSevere(severity, "info");

/** Judges the readings of the local dates from one up to, without, another. */
function judgeDays(
  readings: readonly Reading[],
  lookUp: LookUp,
  plan: Judging,
  from: LocalDay,
  to: LocalDay,
  alerts: Follower,
  days?: { readonly measured: Set<LocalDay>; readonly found: Set<LocalDay> },
): void {
  for (const reading of readings) {
    const day = localDay(reading.measuredAt, zone);
    if (day < from) continue;
    if (day >= to) return;
    const judgements = evaluate({ reading, ...lookUp }, plan);
    alerts.take(reading, judgements);
    days?.measured.add(day);
    if (judgements.some((judgement) => judgement.verdict === "finding" && counts(judgement))) days?.found.add(day);
  }
}

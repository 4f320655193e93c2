import { localDay, startOfDay } from "../domain/day.ts";
import { type Enrolment, enrolmentAt } from "../domain/enrolment.ts";
import { isScore, type Metric } from "../domain/metric.ts";
import { type CarePlan, planInForce } from "../domain/plan.ts";
import type { Reading } from "../domain/reading.ts";
import { isAbout } from "../rules/about.ts";
import type { Judging } from "../rules/evaluate.ts";
import { presetSafetyLimits } from "../rules/presets.ts";
import type { Database } from "../store/sqlite/database.ts";
import { enrolmentsOf } from "../store/sqlite/enrolments.ts";
import { type ReadingOfSource, readingPage } from "../store/sqlite/queries/readings.ts";
import { toReading } from "../store/sqlite/reading-row.ts";
import { plansOf, teamById } from "../store/sqlite/registry.ts";
import { surroundings } from "./lens.ts";
import { type Answer, judgeAll, telling, type Watch, watchesOf } from "./rules.ts";

/** A plan, or the general safety limits where there is none, and for which part of the day it was in force. */
export type InForce = { readonly plan: CarePlan | undefined; readonly from: number; readonly to: number };

/** What one rule or safety limit of a plan said of the day. */
export type WatchDay = {
  readonly plan: number | null;
  readonly watch: Watch;
  /** How many readings it was asked about. */
  readonly asked: number;
  /** Why it did or did not find anything; empty when there was nothing to ask about. */
  readonly answers: readonly (Answer & {
    /** What it would have said with only what had been received when the reading was; absent where that is the same. */
    readonly asKnown?: Answer;
  })[];
  /** When something it looks at was last measured before the day, where nothing was measured. */
  readonly last?: number;
};

/** Everything that explains one local day of one patient. Instants in milliseconds since the epoch. */
export type Day = {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly plans: readonly InForce[];
  /** The enrolment as the day began, and each change in it. */
  readonly enrolment: readonly Enrolment[];
  readonly watches: readonly WatchDay[];
  /** Metrics that were measured and that no rule of a plan then in force is about. */
  readonly unwatched: readonly Metric[];
  /** Oldest first; those moved to somebody else too. */
  readonly readings: readonly { readonly row: ReadingOfSource; readonly reading: Reading }[];
  /** There were more readings than are looked at. */
  readonly more: boolean;
};

/** More than anybody measures by hand; a monitor's day is cut here. */
const MOST_READINGS = 200;

/**
 * Judges a patient's local day again, by the engine that judges readings when they come, from what is stored: by the plan that was
 * in force when each was measured.
 * @param on the local date, ISO 8601, in the zone of the plan in force at its noon, else of the team
 */
export function dayOf(db: Database, patient: { readonly id: string; readonly team: string }, on: string): Day {
  const plans = plansOf(db, patient.id);
  const teamZone = teamById(db, patient.team)?.zone ?? "UTC";
  const date = localDay(Temporal.PlainDate.from(on).toZonedDateTime("UTC").epochMilliseconds, "UTC");
  const zone = planInForce(plans, startOfDay(date, teamZone) + 43_200_000)?.zone ?? teamZone;
  const [from, to] = [startOfDay(date, zone), startOfDay(date + 1, zone)];
  const rows = readingPage(db, { patient: patient.id, from, to, fetch: MOST_READINGS + 1 });
  const readings = rows
    .slice(0, MOST_READINGS)
    .toReversed()
    .map((row) => ({ row, reading: toReading(row.kind, row) }));
  const judged = readings
    .map(({ reading }) => reading)
    .filter(
      // Whatever stands on the day is shown; what counts nowhere is not judged again.
      ({ flags }) => !flags.includes("moved") && !flags.includes("excluded"),
    );
  const inForce = plansDuring(plans, from, to);
  // A plan that nothing was measured under is told of only where nothing was measured at all.
  const measuredUnder = inForce.filter((part) => within(judged, part).length > 0);
  const asked = measuredUnder.length > 0 ? measuredUnder : inForce.slice(-1);
  const watches = asked.flatMap((part) => watchesDuring(db, patient.id, part, within(judged, part), teamZone));
  return {
    zone,
    from,
    to,
    plans: inForce,
    enrolment: enrolmentDuring(enrolmentsOf(db, patient.id), from, to),
    watches,
    unwatched: unwatchedIn(judged, watches),
    readings,
    more: rows.length > MOST_READINGS,
  };
}

const within = (readings: readonly Reading[], { from, to }: InForce): Reading[] =>
  readings.filter(({ measuredAt }) => measuredAt >= from && measuredAt < to);

/** The plans in force on a day, each with its part of it. */
function plansDuring(plans: readonly CarePlan[], from: number, to: number): InForce[] {
  const starts = plans.map(({ validFrom }) => validFrom).filter((at) => at > from && at < to);
  const bounds = [...new Set([from, ...starts])].toSorted((a, b) => a - b);
  const parts = bounds.map((at, index) => ({ plan: planInForce(plans, at), from: at, to: bounds[index + 1] ?? to }));
  // A version that is superseded at its own instant changes nothing.
  return parts.filter(({ plan }, index) => index === 0 || plan !== parts[index - 1]?.plan);
}

function enrolmentDuring(decided: readonly Enrolment[], from: number, to: number): Enrolment[] {
  const ends = decided.flatMap((one) => (one.state === "paused" ? [one.until] : []));
  const changes = [...decided.map((one) => one.from), ...ends].filter((at) => at > from && at < to);
  const states = [from, ...changes.toSorted((a, b) => a - b)].map((at) => enrolmentAt(decided, at));
  return states.filter((state, index) => JSON.stringify(state) !== JSON.stringify(states[index - 1]));
}

function watchesDuring(
  db: Database,
  patient: string,
  { plan, from }: InForce,
  readings: readonly Reading[],
  teamZone: string,
): WatchDay[] {
  const body: Judging = plan ?? { rules: [], safetyLimits: [...presetSafetyLimits] };
  const zone = plan?.zone ?? teamZone;
  const answers = judgeAll(readings, body, surroundings(db, patient, zone));
  const known = new Map<string, ReturnType<typeof judgeAll> | undefined>();
  /** What the plan says of a reading with what had arrived when it came; `undefined` where nothing has come since. */
  const asKnownWhen = (reading: Reading) =>
    known.getOrInsertComputed(reading.id, () =>
      hasLatecomers(db, patient, reading)
        ? judgeAll([reading], body, surroundings(db, patient, zone, reading.receivedAt))
        : undefined,
    );
  return watchesOf(body).map((watch) => {
    const given = answers.get(watch.id) ?? [];
    const told = telling(given).map((answer) => {
      const asKnown = asKnownWhen(answer.reading)?.get(watch.id)?.[0];
      const same = JSON.stringify(asKnown?.judgement) === JSON.stringify(answer.judgement);
      return !asKnown || same ? answer : { ...answer, asKnown };
    });
    const last = given.length > 0 ? undefined : lastBefore(db, patient, watch, from);
    return {
      plan: plan?.version ?? null,
      watch,
      asked: given.length,
      answers: told,
      ...(last === undefined ? {} : { last }),
    };
  });
}

/** No rule looks back further: a plan's longest windows, one before the other. */
const LOOK_BACK = 150 * 86_400_000;

/** Whether anything that the reading may be compared with came after it did. */
const hasLatecomers = (db: Database, patient: string, { measuredAt, receivedAt }: Reading): boolean =>
  db.all<{ id: number }>("SELECT id FROM series WHERE patient = ?", patient).some(({ id }) => {
    const row = db.get<{ last: number | null }>(
      "SELECT max(received_at) AS last FROM reading WHERE series = ? AND measured_at BETWEEN ? AND ?",
      id,
      measuredAt - LOOK_BACK,
      measuredAt,
    );
    return (row?.last ?? 0) > receivedAt;
  });

/** When something that a rule looks at was last measured before an instant, as far as the newest readings of each kind tell. */
function lastBefore(db: Database, patient: string, { kinds, metric }: Watch, to: number): number | undefined {
  const rows = kinds.flatMap((kind) => readingPage(db, { patient, kind, to, fetch: 10 }));
  const carrying = rows.filter((row) => isScore(metric) || toReading(row.kind, row).values[metric] !== undefined);
  return carrying.length > 0 ? Math.max(...carrying.map((row) => row.measured_at)) : undefined;
}

function unwatchedIn(readings: readonly Reading[], watches: readonly WatchDay[]): Metric[] {
  const rules = watches.flatMap(({ watch }) => watch.rule ?? []);
  const isWatched = (metric: Metric): boolean =>
    watches.some(({ watch: { rule, metric: limited } }) =>
      rule ? isAbout(rule, { values: { [metric]: 0 } }, rules) : limited === metric,
    );
  const measured = new Set(readings.flatMap(({ values }) => Object.keys(values) as Metric[]));
  return [...measured].filter((metric) => !isWatched(metric));
}

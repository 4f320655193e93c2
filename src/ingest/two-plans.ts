import type { DecisionContext } from "../decision/context.ts";
import type { JudgedUnder, Judgement, PlanBasis } from "../domain/finding.ts";
import { type CarePlan, planInForce } from "../domain/plan.ts";
import type { Reading } from "../domain/reading.ts";
import type { Judging } from "../rules/evaluate.ts";
import type { DayValues } from "../rules/history.ts";
import { presetSafetyLimits } from "../rules/presets.ts";
import { RELEVANCE, relevanceOf } from "../rules/relevance.ts";
import type { Database } from "../store/sqlite/database.ts";
import { newestReading } from "../store/sqlite/readings.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";
import { type PatientRow, plansOf, teamById } from "../store/sqlite/registry.ts";
import { dayValuesFor, nearbyFor, rememberingDayValues } from "./day-values.ts";

/** A plan that a reading is judged by; without any plan the general safety limits still hold. */
export type Asked = {
  readonly body: Judging & { readonly zone: string };
  /** Left out where one plan is both that of the measurement and the current one, and for the general safety limits. */
  readonly under?: JudgedUnder;
};

/**
 * Which plans a reading is judged by: the one in force when it was measured; and if it is the newest of its kind, the one
 * in force now as well. A value from before the first plan is judged by the one in force now, whichever it is: nobody has
 * had a say about it until then. Where all that is the same plan it is asked once.
 * `docs/decisions/0012-two-clocks.md` says why.
 * @param now milliseconds since the epoch
 * @param newest whether the patient has no later reading of the kind; asked only where it matters
 */
export function plansAsked(
  plans: readonly CarePlan[],
  { measuredAt }: Pick<Reading, "measuredAt">,
  now: number,
  newest: () => boolean,
  zone: () => string,
): Asked[] {
  const then = planInForce(plans, measuredAt);
  // A device's clock may be some minutes fast: what is in force when it measured is then not in force yet.
  const current = planInForce(plans, Math.max(now, measuredAt));
  if (!current) return [{ body: { rules: [], safetyLimits: [...presetSafetyLimits], zone: zone() } }];
  if (then?.version === current.version) return [{ body: then }];
  const as = (body: CarePlan, basis: PlanBasis): Asked => ({ body, under: { version: body.version, basis } });
  if (!then) return [as(current, "current")];
  return [as(then, "measured"), ...(newest() ? [as(current, "current")] : [])];
}

/** A judgement, and for how long after it was measured the value may alert by it if it is a finding, in milliseconds. */
export type Weighed = { readonly judgement: Judgement; readonly relevance: number };

/** Day values by zone: the readings of one message mostly look back on the same dates, which judging doesn't change. */
export type Seen = Map<string, DayValues>;

type Judged = Pick<DecisionContext, "db" | "at" | "evaluate">;

/**
 * All that a patient's reading is found to be at an instant, from what is stored and nothing else: the judgements of the
 * plans asked, in their order. What two plans say alike stands once, without naming either.
 * @param only instead of what holds now, the plans of these versions
 */
export function weigh(
  context: Judged,
  patient: PatientRow,
  reading: Reading,
  seen: Seen,
  only?: readonly Asked[],
): Weighed[] {
  const { db, at } = context;
  const asked = only ?? asksNow(db, patient, reading, at);
  const weighed: Weighed[] = [];
  const said = new Set<string>();
  for (const { body, under } of asked) {
    for (const judgement of judgementsOf(context, patient, reading, body, seen)) {
      const text = asked.length > 1 ? JSON.stringify(judgement) : "";
      if (asked.length > 1 && said.has(text)) {
        unname(weighed, text);
        continue;
      }
      said.add(text);
      // Asked of findings alone, which are few.
      const rule = judgement.verdict === "finding" ? body.rules.find(({ id }) => id === judgement.rule) : undefined;
      weighed.push({
        judgement: under ? { ...judgement, plan: under } : judgement,
        relevance: rule ? relevanceOf(rule) : RELEVANCE,
      });
    }
  }
  return weighed;
}

/** The plans that judge a patient's reading at an instant. */
export const asksNow = (db: Database, patient: PatientRow, reading: Reading, at: number): Asked[] =>
  plansAsked(
    plansOf(db, patient.id),
    reading,
    at,
    () => (newestReading(db, patient.id, reading.kind)?.measuredAt ?? reading.measuredAt) <= reading.measuredAt,
    () => teamById(db, patient.team)?.zone ?? "UTC",
  );

/** Both plans say it: it is said by the reading's plans, not by one of them. */
function unname(weighed: Weighed[], text: string): void {
  const index = weighed.findIndex(({ judgement: { plan: _plan, ...rest } }) => JSON.stringify(rest) === text);
  const found = weighed[index];
  if (!found) return;
  const { plan: _plan, ...judgement } = found.judgement;
  weighed[index] = { ...found, judgement };
}

/** All judgements of one reading by one plan, with the history that the plan's rules look back on. */
const judgementsOf = (
  { db, evaluate }: Judged,
  patient: PatientRow,
  reading: Reading,
  body: Asked["body"],
  seen: Seen,
): Judgement[] =>
  evaluate(
    {
      reading,
      dayValues: seen.getOrInsertComputed(body.zone, () =>
        rememberingDayValues(dayValuesFor(db, patient.id, body.zone)),
      ),
      zone: body.zone,
      nearby: nearbyFor(db, patient.id),
      recent: (kind, from, to) => readingsBetween(db, patient.id, kind, from, to + 1),
    },
    body,
  );

import { startOfDay } from "../domain/day.ts";
import { type Kind, kindsOf } from "../domain/kind.ts";
import type { Reading } from "../domain/reading.ts";
import { rememberingDayValues } from "../ingest/day-values.ts";
import { type DayValues, firstValid, lastValid } from "../rules/history.ts";
import type { RuleInput } from "../rules/rule.ts";
import type { Database } from "../store/sqlite/database.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";

/** What a rule is given beside the reading that it judges. */
export type Surroundings = Omit<RuleInput, "reading">;

/**
 * A patient's stored readings as rules look among them, with only those that had been received by an instant (milliseconds since
 * the epoch): what could be known then. Flags are as they are now.
 * @param knownAt infinite for all that is stored, which is what the engine judges by
 */
export function surroundings(db: Database, patient: string, zone: string, knownAt = Infinity): Surroundings {
  const between = (kind: Kind, from: number, to: number): Reading[] =>
    readingsBetween(db, patient, kind, from, to).filter(({ receivedAt }) => receivedAt <= knownAt);
  const dayValues: DayValues = (metric, day) => {
    const [from, to] = [startOfDay(day, zone), startOfDay(day + 1, zone)];
    const found = firstValid(
      kindsOf(metric).flatMap(({ kind }) => between(kind, from, to)),
      metric,
    );
    return found && { value: found.values[metric]!, reading: found.id };
  };
  return {
    zone,
    dayValues: rememberingDayValues(dayValues),
    nearby: (metric, from, to) =>
      lastValid(
        kindsOf(metric).flatMap(({ kind }) => between(kind, from, to + 1)),
        metric,
      ),
    recent: (kind, from, to) => between(kind, from, to + 1),
  };
}

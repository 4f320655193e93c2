import { dayToIso, localDay } from "../domain/day.ts";
import type { Enrolment } from "../domain/enrolment.ts";
import { timeIsCertain } from "../domain/measurement.ts";
import { LATE, type Reading } from "../domain/reading.ts";
import { explain } from "../rules/explain.ts";
import { isUnfound, sayNothing, whyNot } from "../rules/why-not.ts";
import { type Language, languages } from "../rules/wording.ts";
import type { Database } from "../store/sqlite/database.ts";
import { decisions } from "../store/sqlite/reading-row.ts";
import type { Day, WatchDay } from "./day.ts";
import type { Answer } from "./rules.ts";
import { daySentences, flagSentences, reasonWords, sayOfDay } from "./sentences.ts";

/** What is said, in each language. */
export type Said = Readonly<Record<Language, string>>;

const inEach = (say: (language: Language) => string): Said =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Said;

const ofDay = (
  what: keyof typeof daySentences,
  words?: (language: Language) => Readonly<Record<string, string>>,
): Said => inEach((language) => sayOfDay(what, language, words?.(language)));

/** What a rule says of one reading: the finding, or why it is none. */
export const sayAnswer = ({ judgement, input }: Answer, { watch }: WatchDay): Said =>
  inEach((language) =>
    isUnfound(judgement) ? whyNot({ judgement, rule: watch.rule, input }, language) : explain(judgement, language),
  );

/** What a rule would have said with what had arrived by then; `undefined` where that is the same. */
export function sayAsKnown(answer: WatchDay["answers"][number], day: WatchDay): Said | undefined {
  const { asKnown } = answer;
  if (!asKnown) return undefined;
  const sentence = sayAnswer(asKnown, day);
  return ofDay("as-known", (language) => ({ sentence: sentence[language] }));
}

/** That nothing was measured that a rule looks at, and when it last was. */
export const sayUnmeasured = ({ watch, last }: WatchDay, { zone }: Day): Said =>
  inEach((language) =>
    last === undefined
      ? sayNothing("no-reading-ever", watch.metric, language)
      : sayNothing("no-reading", watch.metric, language, dayToIso(localDay(last, zone))),
  );

/** What became of a finding: the alert that it opened, changed or joined, or why nobody was told. */
export function becameOf(db: Database, { reading, judgement }: Answer): { said: Said; alert: string | null } {
  const row = db.get<{ type: string; alert: string; state: string | null }>(
    `SELECT type, alert, json_extract(data, '$.state') AS state FROM event
     WHERE reading = ? AND alert IS NOT NULL AND type IN ('alert.opened', 'alert.joined', 'alert.worsened', 'alert.reopened')
       AND json_extract(data, '$.concern') = ? ORDER BY seq DESC LIMIT 1`,
    reading.id,
    judgement.concern,
  );
  const age = reading.receivedAt - reading.measuredAt;
  if (!row) {
    const waits = askedAgain(db, reading);
    if (waits) return { alert: null, said: ofDay(waits) };
    return { alert: null, said: isHistory(age) ? ofDay("history", lateness(age)) : ofDay("untold") };
  }
  const what = row.type.slice("alert.".length) as "opened" | "joined" | "worsened" | "reopened";
  return { alert: row.alert, said: ofDay(what === "joined" && row.state === "resolved" ? "silent" : what) };
}

/** Whether the person was asked to measure again instead, and what came of it. */
function askedAgain(db: Database, { id }: Reading): "asked" | "repeated" | undefined {
  const last = db.get<{ type: string }>(
    "SELECT type FROM event WHERE reading = ? AND type IN ('finding.asked', 'finding.repeated') ORDER BY seq DESC LIMIT 1",
    id,
  )?.type;
  if (last === undefined) return undefined;
  return last === "finding.repeated" ? "repeated" : "asked";
}

/** A finding on a reading older than a day when it came alerts nobody. */
const isHistory = (age: number): boolean => age > 86_400_000;

const lateness =
  (ms: number) =>
  (language: Language): Readonly<Record<string, string>> => {
    const [days, hours, minutes] = [Math.floor(ms / 86_400_000), Math.floor(ms / 3_600_000), Math.floor(ms / 60_000)];
    const daysText = language === "sv" ? `${days} dygn` : `${days} days`;
    return { late: days > 1 ? daysText : hours > 0 ? `${hours} h` : `${minutes} min` };
  };

/** What must be known of a reading beside its values: how late it was, and why it doesn't count where it doesn't. */
export function remarksOn(db: Database, { row, reading }: Day["readings"][number]): Said[] {
  const age = reading.receivedAt - reading.measuredAt;
  const reasons = db.all<{ reason: string }>(
    "SELECT reason FROM event WHERE reading = ? AND type IN ('reading.moved', 'reading.excluded') ORDER BY seq",
    reading.id,
  );
  return [
    ...(age > LATE ? [ofDay("late", lateness(age))] : []),
    ...(timeIsCertain(reading.clock) ? [] : [ofDay("clock")]),
    ...flagsOf(reading),
    ...(decisions[row.decision] === "engine-failed" ? [ofDay("unjudged")] : []),
    ...reasons.map(({ reason }) => ofDay("staff", () => ({ reason }))),
  ];
}

const flagsOf = ({ flags }: Reading): Said[] => flags.flatMap((flag) => flagSentences[flag] ?? []);

/** What must be known of the day beside rules and readings: whether the patient was watched over, and by which plan. */
export function remarksOfDay(day: Day): Said[] {
  return [
    ...day.enrolment.flatMap((enrolment) => sayEnrolment(enrolment, day.zone)),
    ...(day.plans.some(({ plan }) => !plan) ? [ofDay("no-plan")] : []),
    ...(day.plans.length > 1 ? [ofDay("several")] : []),
    ...(day.more ? [ofDay("more")] : []),
  ];
}

function sayEnrolment(enrolment: Enrolment, zone: string): Said[] {
  const date = (at: number): string => dayToIso(localDay(at, zone));
  switch (enrolment.state) {
    case "active":
      return [];
    case "invited":
      return [ofDay("invited")];
    case "paused": {
      const { from, until, reason } = enrolment;
      return [
        ofDay("paused", (language) => ({
          from: date(from),
          until: date(until),
          reason: reasonWords[reason][language],
        })),
      ];
    }
    case "ended": {
      const { from, reason } = enrolment;
      return [ofDay("ended", (language) => ({ from: date(from), reason: reasonWords[reason][language] }))];
    }
  }
}

/** That a metric was measured and no rule is about it. */
export const sayUnwatched = (metric: Day["unwatched"][number]): Said =>
  inEach((language) => sayNothing("no-rule", metric, language));

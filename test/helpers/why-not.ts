import { startOfDay } from "../../src/domain/day.ts";
import type { Kind } from "../../src/domain/kind.ts";
import type { Values } from "../../src/domain/measurement.ts";
import type { Reading } from "../../src/domain/reading.ts";
import type { Rule } from "../../src/domain/rule.ts";
import { evaluate, type Judging } from "../../src/rules/evaluate.ts";
import { dayValuesOf, nearbyIn, recentIn } from "../../src/rules/history.ts";
import type { RuleInput } from "../../src/rules/rule.ts";
import { isUnfound, type Unfound } from "../../src/rules/why-not.ts";
import type { WhyNotSituation } from "../../src/rules/why-not-sentences.ts";

/** Rules that found nothing, one for each reason there is, with readings that they were asked about. */

const zone = "Europe/Stockholm";
const today = 20_779; // 2026-11-22

const reading = (id: string, kind: Kind, values: Values, daysAgo = 0, more: Partial<Reading> = {}): Reading => {
  const measuredAt = startOfDay(today - daysAgo, zone) + 7 * 3_600_000;
  return { id, kind, values, measuredAt, receivedAt: measuredAt, clock: "good", flags: [], ...more };
};
export const weight = (grams: number, daysAgo = 0, more: Partial<Reading> = {}): Reading =>
  reading(`w${daysAgo}`, "body-weight", { "body-weight": grams }, daysAgo, more);
export const inputOf = (readings: readonly Reading[]): RuleInput => ({
  reading: readings[0]!,
  dayValues: dayValuesOf(readings, zone),
  nearby: nearbyIn(readings),
  recent: recentIn(readings),
  zone,
});

/** What a rule that found nothing in the first of the readings is to be asked about. */
function unfound(rule: Rule, readings: readonly Reading[], plan: Partial<Judging> = {}): Unfound {
  const input = inputOf(readings);
  const judgements = evaluate(input, { safetyLimits: [], ...plan, rules: [...(plan.rules ?? []), rule] });
  const judgement = judgements.find((one) => one.rule === rule.id);
  if (!judgement || !isUnfound(judgement)) throw new Error(`${rule.id} found something, or wasn't asked`);
  return { judgement, rule, input };
}

const kg = (value: number) => ({ value, unit: "kg" as const });
export const limit: Rule = {
  id: "low",
  kind: "limit",
  metric: "oxygen-saturation",
  direction: "below",
  limit: { value: 90, unit: "%" },
  severity: "red",
};
const high: Rule = { ...limit, id: "high", metric: "pulse", direction: "above", limit: { value: 110, unit: "/min" } };
export const rise: Rule = {
  id: "rise",
  kind: "change",
  metric: "body-weight",
  direction: "rise",
  amount: kg(2),
  days: 3,
  against: "day",
  severity: "red",
};
export const fall: Rule = { ...rise, id: "fall", direction: "fall", against: "extreme" };
export const fromDry: Rule = {
  id: "dry",
  kind: "reference",
  metric: "body-weight",
  direction: "rise",
  amount: kg(2),
  severity: "yellow",
};
export const references = [{ metric: "body-weight" as const, value: kg(82), setOn: "2026-11-02", setBy: "doris" }];
export const average: Rule = {
  id: "trend",
  kind: "moving-average",
  metric: "body-weight",
  direction: "rise",
  amount: kg(1),
  short: { days: 3, minimum: 2 },
  long: { days: 28, minimum: 3 },
  severity: "yellow",
};
export const own: Rule = {
  id: "own",
  kind: "baseline",
  metric: "body-weight",
  direction: "rise",
  sds: 2,
  leastSd: kg(0.5),
  days: 14,
  minimum: 3,
  severity: "yellow",
};
export const sum: Rule = {
  id: "sum",
  kind: "cusum",
  metric: "body-weight",
  direction: "rise",
  level: "reference",
  allowance: kg(0.5),
  limit: kg(3),
  days: 14,
  severity: "yellow",
};
const often: Rule = {
  id: "often",
  kind: "n-of-m",
  metric: "body-weight",
  direction: "above",
  limit: kg(84),
  atLeast: 3,
  days: 5,
  severity: "yellow",
};
const oximetry: Rule = {
  id: "oximetry",
  kind: "oximetry-score",
  limit: 1,
  leastSd: { saturation: { value: 1, unit: "%" }, pulse: { value: 3, unit: "/min" } },
  days: 14,
  minimum: 2,
  severity: "yellow",
};
const irregular: Rule = { id: "irregular", kind: "irregular-pulse", severity: "yellow" };
const excess: Rule = { id: "excess", kind: "oxygen-excess", severity: "yellow" };
const symptoms: Rule = {
  id: "symptoms",
  kind: "symptoms",
  questionnaire: "anthonisen",
  atLeast: 2,
  severity: "yellow",
};
const news2: Rule = { id: "news2", kind: "news2", atLeast: 5, orRed: false, severity: "yellow" };
const both: Rule = {
  id: "both",
  kind: "combination",
  of: ["rise", "symptoms"],
  atLeast: 2,
  hours: 48,
  severity: "red",
};

export const spo2 = (saturation: number, pulse: number | undefined, daysAgo = 0, flow?: number): Reading =>
  reading(
    `s${daysAgo}`,
    "oxygen-saturation",
    {
      "oxygen-saturation": saturation,
      ...(pulse === undefined ? {} : { pulse }),
      ...(flow === undefined ? {} : { "oxygen-flow": flow }),
    },
    daysAgo,
  );
const answered = (given: Record<string, boolean>, version = "1"): Reading =>
  reading("a", "symptoms", {}, 0, { answers: { questionnaire: "anthonisen", version, given } });
const saturationTarget = { range: "88-92" as const, setOn: "2026-11-02", setBy: "doris" };
const all = { "oxygen-saturation": 970, pulse: 720, "oxygen-flow": 0 };
const visit = [
  reading("v", "respiratory-rate", { "respiratory-rate": 160 }),
  reading("v1", "oxygen-saturation", all),
  reading("v2", "blood-pressure", { "systolic-pressure": 1250, "diastolic-pressure": 700 }),
  reading("v3", "consciousness", { consciousness: 0 }),
  reading("v4", "temperature", { "body-temperature": 3680 }),
];

/** One for each row that a judgement leads to, with the Swedish sentence. */
export const cases: readonly (readonly [WhyNotSituation, Unfound, string])[] = [
  ["limit/below", unfound(limit, [spo2(912, 800)]), "Syremättnaden 91,2 %, 1,2 % över gränsen 90 %."],
  ["limit/above", unfound(high, [spo2(930, 1000)]), "Pulsen 100/min, 10/min under gränsen 110/min."],
  [
    "at-limit",
    unfound(limit, [spo2(900, 800)]),
    "Syremättnaden 90 %, precis på gränsen, bara det som är bortom den larmar.",
  ],
  [
    "change-day",
    unfound(rise, [weight(84_398), weight(82_400, 3)]),
    "Vikten 84,398 kg, +1,998 kg på 3 dagar (då 82,4 kg), 2 g kvar till gränsen 2,0 kg.",
  ],
  [
    "change-extreme/above",
    unfound({ ...rise, against: "extreme" }, [weight(84_000), weight(82_400, 2)]),
    "Vikten 84,0 kg, +1,6 kg från lägsta värdet på 3 dagar (82,4 kg), 0,4 kg kvar till gränsen 2,0 kg.",
  ],
  [
    "change-extreme/below",
    unfound(fall, [weight(83_000), weight(82_400, 2)]),
    "Vikten 83,0 kg, +0,6 kg från högsta värdet på 3 dagar (82,4 kg), 2,6 kg kvar till gränsen 2,0 kg.",
  ],
  [
    "reference",
    unfound(fromDry, [weight(81_500)], { references }),
    "Vikten 81,5 kg, −0,5 kg från referensen 82,0 kg (2026-11-02), 2,5 kg kvar till gränsen 2,0 kg.",
  ],
  [
    "moving-average",
    unfound(average, [weight(83_000), weight(82_000, 2), weight(82_000, 9)]),
    "Vikten i medel 82,5 kg på 3 dagar mot 82,3 kg på 28 dagar, 0,8 kg kvar till gränsen 1,0 kg.",
  ],
  [
    "n-of-m",
    unfound(often, [weight(84_500), weight(84_600, 1)]),
    "Vikten 84,5 kg, bortom gränsen 84,0 kg 2 av 5 dagar, larmar vid 3.",
  ],
  [
    "baseline/above",
    unfound(own, [weight(82_300), weight(82_000, 1), weight(82_000, 2), weight(82_000, 3)]),
    "Vikten 82,3 kg, 0,7 kg under egen gräns 83,0 kg.",
  ],
  [
    "baseline/below",
    unfound({ ...own, direction: "fall" }, [weight(82_300), weight(82_000, 1), weight(82_000, 2), weight(82_000, 3)]),
    "Vikten 82,3 kg, 1,3 kg över egen gräns 81,0 kg.",
  ],
  [
    "cusum",
    unfound(sum, [weight(83_500), weight(83_000, 1)], { references }),
    "Vikten 83,5 kg, sammanlagt 1,5 kg från egen nivå 82,0 kg på 14 dagar, 1,5 kg kvar till gränsen 3,0 kg.",
  ],
  [
    "oximetry-score",
    unfound(oximetry, [spo2(920, 810), spo2(930, 800, 1), spo2(930, 800, 2)]),
    "Syremättnaden 92 % och puls 81/min: oximetripoäng 0,666, larmar över 1.",
  ],
  ["irregular-pulse", unfound(irregular, [spo2(930, 800)]), "Pulsen 80/min: mätaren sade inget om oregelbunden puls."],
  [
    "room-air",
    unfound(excess, [spo2(960, 800, 0, 0)], { saturationTarget }),
    "Syremättnaden 96 % utan syrgas, regeln gäller bara med syrgas.",
  ],
  [
    "symptoms",
    unfound(symptoms, [answered({ "more-dyspnoea": true, "more-sputum": false, "sputum-purulent": false })]),
    "Symtomen ger 1 poäng, larmar vid 2.",
  ],
  ["news2", unfound(news2, visit), "NEWS2 0 poäng, larmar vid 5."],
  [
    "combination",
    unfound(both, [weight(82_400), weight(82_400, 3)], { rules: [rise, symptoms] }),
    "Kombination: 0 fynd inom 48 timmar, larmar vid 2.",
  ],
  [
    "time-uncertain",
    unfound(rise, [weight(84_900, 0, { clock: "wrong" })]),
    "Vikten 84,9 kg: mätarens tid var osäker, så värdet jämfördes inte med andra dagars.",
  ],
  [
    "quality",
    unfound(rise, [weight(84_900, 0, { flags: ["questionable"] })]),
    "Vikten 84,9 kg räknades inte: mätaren själv tvivlade på värdet.",
  ],
  [
    "implausible",
    unfound(rise, [weight(384_900, 0, { flags: ["implausible"] })]),
    "Vikten 384,9 kg räknades inte: orimligt högt eller lågt.",
  ],
  [
    "not-clinical",
    unfound(rise, [weight(84_900, 0, { flags: ["not-clinical"] })]),
    "Vikten 84,9 kg räknades inte: ingen klinisk mätning enligt mätaren.",
  ],
  [
    "no-day-before",
    unfound(rise, [weight(84_900), weight(82_000, 2)]),
    "Vikten 84,9 kg: inget värde 2026-11-19, 3 dagar före, att jämföra med.",
  ],
  [
    "no-days-before",
    unfound(fall, [weight(84_900), weight(82_000, 4)]),
    "Vikten 84,9 kg: inget värde på 3 dagar före att jämföra med.",
  ],
  [
    "no-plan-reference",
    unfound(excess, [spo2(960, 800, 0, 200)]),
    "Syremättnaden 96 %: vårdplanen anger inget eget värde att jämföra med.",
  ],
  [
    "not-enough-history",
    unfound(own, [weight(84_900), weight(82_000, 4)]),
    "Vikten 84,9 kg: värden på 1 av 14 dagar, regeln behöver 3.",
  ],
  [
    "missing",
    unfound(news2, visit.slice(0, 3)),
    "NEWS2 kunde inte beräknas: medvetandegraden och temperaturen saknas.",
  ],
  [
    "unanswered",
    unfound(symptoms, [answered({ "more-dyspnoea": true })]),
    "Symtomen: obesvarade frågor (2) kan avgöra.",
  ],
  [
    "other-version",
    unfound(symptoms, [answered({ "more-dyspnoea": true }, "0")]),
    "Symtomen: svaren hör till en annan version av frågorna.",
  ],
  ["no-reference", unfound(both, [weight(84_900)], { rules: [rise, symptoms] }), "Kombination: inget att jämföra med."],
  [
    "no-history",
    unfound({ ...both, of: ["own", "symptoms"] }, [weight(84_900)], { rules: [own, symptoms] }),
    "Kombination: för få dagar med värden före.",
  ],
];

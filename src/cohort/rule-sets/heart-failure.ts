import type { Rule } from "../../domain/rule.ts";
import {
  gain,
  type Inexpressible,
  limit,
  outside,
  presetRuleSet,
  type RuleSet,
  ruleSet,
  together,
} from "./rule-set.ts";

const average = (short: number, least: number): Rule => ({
  id: `average-${short}-28`,
  kind: "moving-average",
  metric: "body-weight",
  direction: "rise",
  amount: { value: 1, unit: "kg" },
  short: { days: short, minimum: least },
  long: { days: 28, minimum: 10 },
  severity: "yellow",
});

const symptoms = (atLeast: number, severity: "info" | "yellow"): Rule => ({
  id: "symptoms",
  kind: "symptoms",
  questionnaire: "beat-hf",
  atLeast,
  severity,
});

/** Each of BEAT-HF's closer limits counts on a morning with a symptom. */
function beatHf(): Rule[] {
  const felt = symptoms(1, "info");
  const parts = [
    ...outside("systolic-pressure", 90, 160, "info"),
    ...outside("pulse", 50, 100, "info"),
    gain(3, "lb", 1, "day", "info"),
    gain(6, "lb", 7, "day", "info"),
  ];
  return [
    felt,
    ...parts,
    ...parts.map((part) => together(`felt-${part.id}`, [felt, part], 2)),
    ...outside("systolic-pressure", 80, 170),
    ...outside("pulse", 40, 110),
  ];
}

function gainAndSymptom(): Rule[] {
  const parts = [symptoms(1, "info"), gain(2, "kg", 3, "extreme", "info")];
  return [...parts, together("gain-and-symptom", parts, 2)];
}

const threePounds = gain(3, "lb", 1);
const tenHms = "Zhang et al. 2009 (TEN-HMS, PMID 19252210); Abraham et al. 2011 (FAST)";

/** The rule sets compared in heart failure. */
export const heartFailureRuleSets: readonly RuleSet[] = [
  presetRuleSet("heart-failure"),
  ruleSet("esc-day", "+2 kg since 3 days before", "ESC 2021 self-care advice; WISH protocol (one reading)", [
    gain(2, "kg", 3),
  ]),
  ruleSet(
    "esc-lowest",
    "+2 kg since the lowest of 3 days",
    "ESC 2021 self-care advice; WISH protocol (other reading)",
    [gain(2, "kg", 3, "extreme")],
  ),
  ruleSet("terveyskyla", "+2 kg since the lowest of 7 days", "Terveyskylä: more than 2 kg in 3–7 days", [
    gain(2, "kg", 7, "extreme"),
  ]),
  ruleSet("one-day", "+3 lb in 1 day", `${tenHms}; Ledwidge et al. 2013`, [threePounds]),
  ruleSet("ten-hms", "+3 lb in 1 day or +5 lb in 3", tenHms, [threePounds, gain(5, "lb", 3)]),
  ruleSet("us-zone", "+3 lb in 1 day or +5 lb in 7", "Zone plans of the American Heart Association's kind", [
    threePounds,
    gain(5, "lb", 7),
  ]),
  ruleSet(
    "beat-hf",
    "BEAT-HF",
    "Trials 2014;15:124, table 1",
    beatHf(),
    "A symptom is a yes to any of the six questions, on the same morning.",
  ),
  ruleSet(
    "telbil",
    "TELBIL",
    "BMC Health Serv Res 2011;11:56, table 1",
    [
      ...outside("pulse", 50, 100),
      ...outside("systolic-pressure", 100, 160),
      ...outside("diastolic-pressure", 60, 95),
      gain(1, "kg", 3),
    ],
    "Without breathing, saturation and temperature, which these virtual patients don't measure.",
  ),
  ruleSet(
    "macd-3",
    "Mean of 3 days 1 kg above that of 28",
    "MACD as in Zhang et al. 2009 and Gyllensten et al. 2016",
    [average(3, 2)],
    "The studies' windows and amount are not known.",
  ),
  ruleSet(
    "macd-7",
    "Mean of 7 days 1 kg above that of 28",
    "MACD as in Zhang et al. 2009 and Gyllensten et al. 2016",
    [average(7, 4)],
    "The studies' windows and amount are not known.",
  ),
  ruleSet("reference", "+2 kg above the signed weight", "OPTILOGG compares with a weight set by the clinic", [
    {
      id: "above-reference",
      kind: "reference",
      metric: "body-weight",
      direction: "rise",
      amount: { value: 2, unit: "kg" },
      severity: "yellow",
    },
  ]),
  ruleSet("cusum", "Cumulative sum above 3 kg in 14 days", "Page, Biometrika 1954;41:100; figures are a proposal", [
    {
      id: "cusum",
      kind: "cusum",
      metric: "body-weight",
      direction: "rise",
      level: { days: 28, minimum: 10 },
      allowance: { value: 0.5, unit: "kg" },
      limit: { value: 3, unit: "kg" },
      days: 14,
      severity: "yellow",
    },
  ]),
  ruleSet("own-baseline", "2 SD above the own mean of 14 days", "Personal limits; figures are a proposal", [
    {
      id: "own-baseline",
      kind: "baseline",
      metric: "body-weight",
      direction: "rise",
      sds: 2,
      leastSd: { value: 0.5, unit: "kg" },
      days: 14,
      minimum: 5,
      severity: "yellow",
    },
  ]),
  ruleSet("symptoms", "Two of the six symptoms", "BEAT-HF's questions; two is a proposal", [symptoms(2, "yellow")]),
  ruleSet(
    "gain-and-symptom",
    "+2 kg since the lowest of 3 days, and a symptom",
    "More than 2 kg, or symptoms, in self-care advice; both together is a proposal",
    gainAndSymptom(),
  ),
  ruleSet("pulse-only", "Pulse above 110 or below 40", "BEAT-HF, without symptoms", [
    limit("pulse", "above", 110),
    limit("pulse", "below", 40),
  ]),
];

export const heartFailureInexpressible: readonly Inexpressible[] = [
  {
    condition: "heart-failure",
    title: "ENGAGE-HF: latest weight 3 lb above the median of 7 days",
    why: "No rule kind takes a median.",
  },
  {
    condition: "heart-failure",
    title: "HeartPhone: a number of consecutive days beyond 1 SD of a moving average",
    why: "Counting days (n of m) takes a fixed limit, not a personal one.",
  },
];

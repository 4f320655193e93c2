import type { Direction, Metric } from "../../domain/metric.ts";
import type { Rule } from "../../domain/rule.ts";
import { type Inexpressible, limit, outside, presetRuleSet, type RuleSet, ruleSet, together } from "./rule-set.ts";

const symptoms = (atLeast: number, severity: "info" | "yellow"): Rule => ({
  id: "symptoms",
  kind: "symptoms",
  questionnaire: "anthonisen",
  atLeast,
  severity,
});

const score = (severity: "info" | "yellow"): Rule => ({
  id: "oximetry-score",
  kind: "oximetry-score",
  // A score of 1 or more: strictly above 0.99.
  limit: 0.99,
  leastSd: { saturation: { value: 1, unit: "%" }, pulse: { value: 3, unit: "/min" } },
  days: 14,
  minimum: 5,
  severity,
});

function scoreAndSymptom(): Rule[] {
  const parts = [score("info"), symptoms(1, "info")];
  return [...parts, together("score-and-symptom", parts, 2)];
}

const belowNormal: Rule = {
  id: "below-normal",
  kind: "reference",
  metric: "oxygen-saturation",
  direction: "fall",
  amount: { value: 3, unit: "%" },
  severity: "yellow",
};

const awayFromOwn = (metric: Metric, direction: "rise" | "fall", leastSd: { value: number; unit: string }): Rule => ({
  id: `${metric}-${direction}`,
  kind: "baseline",
  metric,
  direction,
  sds: 1.96,
  leastSd,
  days: 14,
  minimum: 5,
  severity: "yellow",
});

const above = (metric: Metric, value: number): Rule => limit(metric, "above" satisfies Direction, value);
const viss = "Viss.nu and Läkemedelsverket 2023";

/** The rule sets compared in COPD. */
export const copdRuleSets: readonly RuleSet[] = [
  presetRuleSet("copd"),
  ruleSet(
    "viss-moderate",
    "Moderate exacerbation, any sign",
    `${viss}: breathing from 24, pulse from 95, saturation below 93 or more than 3 below the own normal`,
    [above("respiratory-rate", 23), above("pulse", 94), limit("oxygen-saturation", "below", 93), belowNormal],
    "Without breathlessness on the visual scale, which these virtual patients don't answer.",
  ),
  ruleSet(
    "norrbotten-severe",
    "Severe exacerbation, any sign",
    "Norrbotten and Jönköping: RR > 25, HR > 110, SpO2 < 90",
    [above("respiratory-rate", 25), above("pulse", 110), limit("oxygen-saturation", "below", 90)],
  ),
  ruleSet("saturation-90", "Saturation below 90 %", "Cooper et al. 2020 (COPD.S256907)", [
    limit("oxygen-saturation", "below", 90),
  ]),
  ruleSet("saturation-88", "Saturation below 88 %", "British Thoracic Society target 88–92 %", [
    limit("oxygen-saturation", "below", 88),
  ]),
  ruleSet("below-normal", "Saturation more than 3 below the own normal", viss, [belowNormal]),
  ruleSet(
    "telbil",
    "TELBIL",
    "BMC Health Serv Res 2011;11:56, table 1",
    [...outside("respiratory-rate", 12, 24), ...outside("pulse", 50, 100)],
    "Without saturation, which it adjusts in lung disease, and without what isn't measured here.",
  ),
  ruleSet("oximetry-score", "Oximetry score of 1", "Hurst et al., BMC Pulm Med 2010;10:52", [score("yellow")]),
  ruleSet(
    "hurst",
    "Oximetry score of 1, with a symptom",
    "Hurst et al., BMC Pulm Med 2010;10:52",
    scoreAndSymptom(),
    "A symptom is any of the three, on the same morning; the baseline is that of the last 14 days.",
  ),
  ruleSet(
    "own-baseline",
    "Pulse or saturation 1.96 SD from the own 14 days",
    "After Al Rajeh et al., JMIR mHealth uHealth 2020;8(11):e17597",
    [
      awayFromOwn("pulse", "rise", { value: 3, unit: "/min" }),
      awayFromOwn("oxygen-saturation", "fall", { value: 1, unit: "%" }),
    ],
    "Of single mornings; the study measured over night.",
  ),
  ruleSet("anthonisen", "Two of three cardinal symptoms", "Anthonisen et al., Ann Intern Med 1987;106:196", [
    symptoms(2, "yellow"),
  ]),
];

export const copdInexpressible: readonly Inexpressible[] = [
  {
    condition: "copd",
    title: "EXACT: 9 points above the baseline for 3 days, or 12 for 2",
    why: "Its questions aren't among the questionnaires.",
  },
  { condition: "copd", title: "CAT: a change of 2 points", why: "Its questions aren't among the questionnaires." },
  {
    condition: "copd",
    title: "Cooper: FVC below its 7-day mean less 1.645 SD",
    why: "Expressible, but these virtual patients blow into no spirometer.",
  },
  {
    condition: "copd",
    title: "EDGE, myCOPD: regression over several signals",
    why: "Learned models are no rule kind, on purpose: nobody could sign them.",
  },
  {
    condition: "copd",
    title: "NEWS2",
    why: "It has no score unless all parameters are measured, and temperature, pressure and consciousness aren't here.",
  },
];

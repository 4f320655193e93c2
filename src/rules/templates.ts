import type { Metric } from "../domain/metric.ts";
import type { PlanBody } from "../domain/plan.ts";
import type { Rule } from "../domain/rule.ts";
import type { Said } from "./in-words.ts";
import { type Condition, conditions, preset } from "./presets.ts";

/**
 * What a plan for a condition starts from: its preset, where each of its limits comes from, parts that a professional may
 * turn on, and what must be filled in for the patient. Nothing here has clinical approval.
 */

/** What somebody must set for the patient before a part works. */
export type Need = { readonly kind: "reference"; readonly metric: Metric } | { readonly kind: "saturation-target" };

/** A part of a template that is off until somebody turns it on. */
export type TemplateOption = {
  readonly id: string;
  readonly title: Said;
  readonly rules: readonly Rule[];
  readonly needs: readonly Need[];
  readonly source: string;
};

const ESC = "ESC heart-failure guidelines 2021, self-care; WISH trial protocol: more than 2 kg in 3 days.";
const BEAT_HF = "BEAT-HF (Trials 2014;15:124, table 1), limits without symptoms.";
const VISS =
  "Viss.nu and Läkemedelsverket 2023, severity of COPD exacerbations; a limit of “from 95” is written as above 94.";
const GRADES = "Grades of hypertension (ESC/ESH); proposals for readings at home.";
const PROPOSAL = "A proposal.";

/** Where each rule of a preset comes from, by condition and rule id. */
export const presetSources: Readonly<Record<Condition, Readonly<Record<string, string>>>> = {
  "heart-failure": {
    "weight-rise-3d": ESC,
    "weight-rise-3d-since-lowest": `${ESC} The other reading of the same sentence; it fires about twice as often.`,
    "weight-fall-3d": `${PROPOSAL} Over-diuresis.`,
    "systolic-low": BEAT_HF,
    "systolic-high": BEAT_HF,
    "pulse-low": BEAT_HF,
    "pulse-high": BEAT_HF,
  },
  copd: {
    "oxygen-low": VISS,
    "oxygen-very-low": "Regional guidelines (Norrbotten): refer below 88 % despite treatment.",
    "pulse-high": VISS,
    "pulse-very-high": VISS,
    "breathing-fast": VISS,
    "breathing-very-fast": "Regional guidelines (Norrbotten, Jönköping): above 25/min.",
    "temperature-high": `${PROPOSAL} Above 38.0 °C.`,
  },
  hypertension: {
    "systolic-high": GRADES,
    "systolic-very-high": GRADES,
    "diastolic-high": GRADES,
    "diastolic-very-high": GRADES,
    "systolic-low": PROPOSAL,
  },
};

/** The parts that can be turned on, by condition. */
export const templateOptions: Readonly<Record<Condition, readonly TemplateOption[]>> = {
  "heart-failure": [
    {
      id: "symptom-questions",
      title: { sv: "Symtomfrågor varje dag", en: "Daily symptom questions" },
      rules: [{ id: "symptoms", kind: "symptoms", questionnaire: "beat-hf", atLeast: 2, severity: "yellow" }],
      needs: [],
      source: "BEAT-HF daily symptom questions (Trials 2014;15:124). At least two of six is a proposal.",
    },
    {
      id: "above-reference-weight",
      title: { sv: "Mot referensvikten", en: "Against the reference weight" },
      rules: [
        {
          id: "above-reference",
          kind: "reference",
          metric: "body-weight",
          direction: "rise",
          amount: { value: 2, unit: "kg" },
          severity: "yellow",
        },
      ],
      needs: [{ kind: "reference", metric: "body-weight" }],
      source:
        "OPTILOGG works from a reference weight (Scand Cardiovasc J 2015, 10.3109/14017431.2015.1035319); 2 kg is a proposal.",
    },
    {
      id: "weight-trend",
      title: { sv: "Vikttrend", en: "Weight trend" },
      rules: [
        {
          id: "weight-trend",
          kind: "moving-average",
          metric: "body-weight",
          direction: "rise",
          amount: { value: 1, unit: "kg" },
          short: { days: 7, minimum: 4 },
          long: { days: 28, minimum: 14 },
          severity: "info",
        },
      ],
      needs: [],
      source: "Moving averages of weight (Zhang et al. 2009, TEN-HMS data); windows and amount are proposals.",
    },
  ],
  copd: [
    {
      id: "symptom-questions",
      title: { sv: "Symtomfrågor (Anthonisen)", en: "Symptom questions (Anthonisen)" },
      rules: [
        { id: "exacerbation-symptoms", kind: "symptoms", questionnaire: "anthonisen", atLeast: 2, severity: "yellow" },
      ],
      needs: [],
      source: "Anthonisen et al., Ann Intern Med 1987;106:196: at least two of three cardinal symptoms.",
    },
    {
      id: "oxygen-excess",
      title: { sv: "För mycket syrgas vid målet 88–92 %", en: "Too much oxygen with a target of 88–92 %" },
      rules: [{ id: "oxygen-excess", kind: "oxygen-excess", severity: "yellow" }],
      needs: [{ kind: "saturation-target" }],
      source: "British Thoracic Society guideline for oxygen use, Thorax 2017;72:i1.",
    },
    {
      id: "oximetry-score",
      title: { sv: "Syremättnad och puls mot det egna", en: "Saturation and pulse against the patient's own" },
      rules: [
        {
          id: "oximetry-score",
          kind: "oximetry-score",
          limit: 1,
          leastSd: { saturation: { value: 1, unit: "%" }, pulse: { value: 5, unit: "/min" } },
          days: 14,
          minimum: 5,
          severity: "info",
        },
      ],
      needs: [],
      source: "Hurst et al., BMC Pulm Med 2010;10:52: score of at least 1; stable SD about 1 % and 5/min.",
    },
  ],
  hypertension: [],
};

/** The options of some conditions, each id once; what two conditions share by id is the first's. */
export const optionsOf = (named: readonly Condition[]): (TemplateOption & { readonly condition: Condition })[] =>
  named.flatMap((condition) => templateOptions[condition].map((option) => ({ ...option, condition })));

/**
 * A plan body from templates and options, not yet checked: what an option needs must be set beside it.
 * @param options as `condition/option`, for instance `copd/oxygen-excess`
 * @returns the body, and the names among `options` that do not exist for these conditions
 */
export function fromTemplates(
  named: readonly Condition[],
  options: readonly string[] = [],
): { readonly body: PlanBody; readonly unknown: readonly string[] } {
  return withOptions(preset(named), options);
}

/**
 * What there is of a plan with options of its own conditions turned on, not yet checked; a rule that is there already stays.
 * @returns the body, and the names among `options` that do not exist for its conditions
 */
export function withOptions<T extends Readonly<Record<string, unknown>>>(
  body: T,
  options: readonly string[],
): { readonly body: T; readonly unknown: readonly string[] } {
  const own = (body["conditions"] ?? []) as readonly unknown[];
  const offered = new Map(
    optionsOf(conditions.filter((condition) => own.includes(condition))).map((option) => [
      `${option.condition}/${option.id}`,
      option,
    ]),
  );
  const added = options.flatMap((name) => offered.get(name)?.rules ?? []);
  const rules = (body["rules"] ?? []) as readonly Rule[];
  const ids = new Set(rules.map(({ id }) => id));
  return {
    body: added.length === 0 ? body : { ...body, rules: [...rules, ...added.filter(({ id }) => !ids.has(id))] },
    unknown: options.filter((name) => !offered.has(name)),
  };
}

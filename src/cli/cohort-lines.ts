import { type Published, publishedFigures } from "../cohort/published.ts";
import { referenceRuleTitles } from "../cohort/reference/rules.ts";
import type { Compared, ReferenceResults } from "../cohort/reference/run.ts";
import type { CohortResults, SetResult } from "../cohort/results.ts";
import type { Estimate } from "../cohort/statistics.ts";
import { tableLines } from "./table.ts";

/** The results of a cohort as a person reads them in a terminal. */
export function cohortLines(results: CohortResults): string[] {
  const [window] = results.windows;
  const heads = [
    "rules",
    "alerts/patient-year",
    "found %",
    "by chance %",
    "difference %",
    "days ahead",
    "calls/100/workday",
  ];
  return [
    `${results.patients} virtual patients, ${results.condition}, seed ${results.seed}. An event is found when somebody is called in ${window?.name}.`,
    "In brackets 95 % intervals; of days ahead quartiles.",
    "",
    ...tableLines(heads, results.sets.map(rowOf)),
    "",
    ...results.sets.flatMap(({ id, note }) => (note === undefined ? [] : [`${id}: ${note}`])),
    "",
    "Published, for comparison (other patients, other definitions):",
    "",
    ...tableLines(
      ["study", "rule", "found %", "alerts/patient-year"],
      publishedFigures.filter(({ condition }) => condition === results.condition).map(publishedRow),
    ),
    "",
    "Virtual patients prove nothing about real ones: see docs/clinical/cohort.md.",
  ];
}

function rowOf({ id, alertsPerYear, workload, windows: [first] }: SetResult): (string | null)[] {
  return [
    id,
    estimate(alertsPerYear, 1, 1),
    estimate(first.sensitivity, 100, 0),
    estimate(first.chance, 100, 0),
    estimate(first.difference, 100, 0),
    first.lead ? `${first.lead.median} (${first.lead.lower}–${first.lead.upper})` : null,
    estimate(workload, 1, 1),
  ];
}

const publishedRow = ({ study, rule, sensitivity, alertsPerPatientYear }: Published): (string | number | null)[] => [
  study,
  rule,
  sensitivity?.percent ?? null,
  alertsPerPatientYear ?? null,
];

const estimate = ({ value, low, high }: Estimate, times: number, decimals: number): string =>
  `${(value * times).toFixed(decimals)} (${(low * times).toFixed(decimals)}–${(high * times).toFixed(decimals)})`;

/** The reference simulation beside the earlier calculation, its terms read as the last. */
export const referenceLines = ({ patients, rows }: ReferenceResults): string[] => [
  `The reference simulation, ${patients} virtual patients. Ours (95 % interval) | the earlier calculation's.`,
  "",
  ...tableLines(
    ["rule", "noise kg", "alerts/patient-year", "by chance %", "2 kg found %", "3 kg found %"],
    rows.last.map(({ rule, noise, figures }) => [referenceRuleTitles[rule], noise, ...figures.map(beside)]),
  ),
  "",
  "Why there are two ways to read what an alert is: docs/clinical/cohort.md.",
];

const beside = (figure: Compared, index: number): string =>
  `${estimate(figure, 1, index === 0 ? 2 : 1)} | ${figure.earlier}`;

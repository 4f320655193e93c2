import { readFileSync } from "node:fs";
import type { CommittedResults } from "../../src/cohort/committed.ts";
import { type Published, publishedFigures } from "../../src/cohort/published.ts";
import { referenceRuleTitles } from "../../src/cohort/reference/rules.ts";
import type { Compared, ReferenceRow } from "../../src/cohort/reference/run.ts";
import type { CohortResults, SetResult } from "../../src/cohort/results.ts";
import type { Estimate } from "../../src/cohort/statistics.ts";
import type { CohortCondition } from "../../src/cohort/virtual/case.ts";
import { markdownTable } from "./table.ts";

/** The results in the repository; written by scripts/run-cohort.ts. */
export const committedResults = (): CommittedResults =>
  JSON.parse(
    readFileSync(new URL("../../docs/clinical/cohort-results.json", import.meta.url), "utf8"),
  ) as CommittedResults;

export const titles: Readonly<Record<CohortCondition, string>> = { "heart-failure": "Heart failure", copd: "COPD" };

/** An estimate with its interval, times something, with so many decimals. */
export const shown = ({ value, low, high }: Estimate, times = 1, decimals = 1): string => {
  const text = (number: number): string =>
    (number * times)
      .toFixed(decimals)
      .replace(/^-(0(\.0+)?)$/, "$1")
      .replace("-", "−");
  return `${text(value)} (${text(low)}–${text(high)})`;
};
export const percent = (estimate: Estimate): string => shown(estimate, 100, 0);

/** What each rule set did, in the window that results are told in. */
export const resultsTable = ({ sets }: CohortResults): string =>
  markdownTable(
    [
      "",
      "Rules",
      "Alerts/patient-year",
      "Found, %",
      "By chance, %",
      "Difference, %",
      "Days ahead",
      "Calls/100 patients/workday",
      "Quiet mornings without a finding, %",
    ],
    sets.map(({ title, alertsPerYear, workload, quietMornings, windows: [first] }, index) => [
      String(index + 1),
      title,
      shown(alertsPerYear),
      percent(first.sensitivity),
      percent(first.chance),
      `**${percent(first.difference)}**`,
      first.lead ? `${first.lead.median} (${first.lead.lower}–${first.lead.upper})` : "–",
      shown(workload),
      shown(quietMornings, 100),
    ]),
  );

/** The same rule sets in the other window, and among events that change something measured. */
export const otherWindowTable = ({ sets }: CohortResults): string =>
  markdownTable(
    ["", "Rules", "Found, %", "By chance, %", "Difference, %", "Difference where something changes, %"],
    sets.map(({ title, windows: [first, second] }, index) => [
      String(index + 1),
      title,
      percent(second.sensitivity),
      percent(second.chance),
      percent(second.difference),
      percent(first.differenceChanging),
    ]),
  );

/** Alerts and what is known beyond chance of each rule, by how noisy weight is. */
export function noiseTable(noise: readonly CohortResults[]): string {
  const sets = noise[0]?.sets ?? [];
  return markdownTable(
    ["Weight noise, kg", ...sets.map(({ title }) => title)],
    noise.map((results) => [
      String(results.weightNoise ?? ""),
      ...results.sets.map(
        ({ alertsPerYear, windows: [first] }) => `${shown(alertsPerYear)}; **${percent(first.difference)}**`,
      ),
    ]),
  );
}

/** Where each rule set is from. */
export const sourcesList = ({ sets }: CohortResults): string =>
  sets
    .map(
      ({ title, source, note }: SetResult, index) =>
        `${index + 1}. **${title}.** ${source}.${note === undefined ? "" : ` ${note}`}`,
    )
    .join("\n");

/** What was published, to stand beside. */
export const publishedTable = (condition: CohortCondition): string =>
  markdownTable(
    [
      "Study",
      "Patients",
      "Rule",
      "Found, %",
      "Specificity, %",
      "Alerts/patient-year",
      "Window, days",
      "Note",
      "Source",
    ],
    publishedFigures.filter((one) => one.condition === condition).map(publishedRow),
  );

const publishedRow = ({
  study,
  data,
  rule,
  sensitivity,
  specificity,
  alertsPerPatientYear,
  windowDays,
  note,
  source,
}: Published): string[] => [
  study,
  data,
  rule,
  sensitivity === undefined
    ? "–"
    : sensitivity.low === undefined
      ? String(sensitivity.percent)
      : `${sensitivity.percent} (${sensitivity.low}–${sensitivity.high})`,
  ...[specificity, alertsPerPatientYear, windowDays, note].map((cell) => (cell === undefined ? "–" : String(cell))),
  source,
];

/** Our reference simulation beside the earlier calculation, one cell "ours / theirs" a figure. */
export const referenceTable = (rows: readonly ReferenceRow[]): string =>
  markdownTable(
    ["Rule", "Noise, kg", "Alerts/patient-year", "By chance, %", "2 kg found, %", "3 kg found, %"],
    rows.map(({ rule, noise, figures }) => [
      referenceRuleTitles[rule],
      String(noise),
      ...figures.map((figure, index) => beside(figure, index === 0 ? 2 : 1)),
    ]),
  );

const beside = (figure: Compared, decimals: number): string =>
  `${shown(figure, 1, decimals)} / ${figure.earlier}${figure.apart > 3 ? " **≠**" : ""}`;

/** How many figures lie beyond three standard errors of the earlier ones, of how many, and how far the furthest is. */
export function apartness(rows: readonly ReferenceRow[]): { beyond: number; of: number; furthest: string } {
  const all = rows.flatMap(({ figures }) => figures.map(({ apart }) => apart));
  return { beyond: all.filter((one) => one > 3).length, of: all.length, furthest: Math.max(...all).toFixed(1) };
}

/** The difference of some rule set in words, for instance "10 (9–12) %". */
export const setOf = ({ sets }: CohortResults, id: string): SetResult => {
  const found = sets.find((set) => set.id === id);
  if (!found) throw new TypeError(`no rule set ${id} in the results`);
  return found;
};

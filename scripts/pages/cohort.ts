import { eventsHead, readingsHead } from "../../src/cohort/export.ts";
import type { Parameter } from "../../src/cohort/parameter.ts";
import { cohortParameters, referenceParameters } from "../../src/cohort/parameters.ts";
import { publishedBurden } from "../../src/cohort/published.ts";
import type { CohortResults } from "../../src/cohort/results.ts";
import { inexpressible } from "../../src/cohort/rule-sets/catalogue.ts";
import {
  apartness,
  committedResults,
  noiseTable,
  otherWindowTable,
  publishedTable,
  referenceTable,
  resultsTable,
  setOf,
  shown,
  sourcesList,
  titles,
} from "./cohort-parts.ts";
import { generatedFrom, markdownTable } from "./table.ts";

/** `docs/clinical/cohort.md`: the virtual cohort, what it is made of and what came out. */
export function renderCohort(): string {
  const { reference, cohorts, noise } = committedResults();
  const [heartFailure, copd] = cohorts as [CohortResults, CohortResults];
  const [first, last] = [apartness(reference.rows.first), apartness(reference.rows.last)];
  return `# The virtual cohort

${generatedFrom("docs/clinical/cohort-results.json (scripts/run-cohort.ts) and src/cohort/")}

Which rule should a plan have? Studies answer for their own patients and rules, seldom for two rules on the same patients, and
hardly ever say how often a rule would have called anyway. Here are made-up patients, the same for everybody, on whom rules
can be compared: how many events they find, how many of those by chance, how often they call, how early, and how much work
that is. In pictures: [rules compared](rules.md).

> **Virtual patients prove nothing about real ones.** What comes out follows from what was put in, and much of that is a proposal,
> marked as such below. The figures compare rules with each other under the same assumptions; they are no evidence that a
> rule is safe or useful for anybody, and no clinical validation.

## Run it yourself

    npm run hemvakt -- cohort --help
    npm run hemvakt -- cohort --condition heart-failure --patients 500
    npm run hemvakt -- cohort --rule-file mine.json --only     # your own rules
    npm run hemvakt -- cohort --export patients                # the patients as CSV, for rules of any kind
    npm run hemvakt -- cohort --reference                      # the reference simulation below
    npm run hemvakt -- cohort --condition heart-failure --weight-noise 0.3

It needs no running platform and no data. The same seed gives the same patients and the same figures, to the byte, whatever the
number of threads; one more patient or rule changes no other. A rule file is a plan as the API takes it; \`{"rules": [...]}\` is
enough. \`--json\` gives everything that is shown, and both windows. The whole of this page: \`node scripts/run-cohort.ts\`, some
five minutes on two cores, then \`node scripts/generate-docs.ts\`.

\`--export\` writes \`readings.csv\` (\`${readingsHead}\`) and \`events.csv\` (\`${eventsHead}\`): a line a value, in UCUM units,
with the value as it is without the event and with it. An empty cell in \`with_event\` was not measured. Rows before
${cohortParameters.common.firstDay.value} are the run-in: to look back on, not to count.

## How it is done

Each virtual patient lives the year **twice**: once with an event and once without, with the same noise, the same wrong
measurements and the same missed mornings. An event counts as *found* when somebody is called in a window about it: an alert
opens, gets worse or comes back (yellow or red; information calls nobody). It is found *by chance* when somebody is called in the
same window of the same patient's year without the event. Only the **difference** says what the rule knows. Alerts a
patient-year are those of the year without the event, all of them unexplained.

Readings go through the engine's own rules (\`src/rules\`), as in a signed plan, and through the life of an alert
(\`src/alerts\`), with people who take each alert on at once and resolve it when the longest promise falls due; further
findings join it meanwhile, and in the days of silence after it. Messages, devices and the store are left out for speed: a test
runs every rule set below on virtual patients through the whole engine over a store, and the calls must be the same, each of them.

Intervals are 95 %: Wilson's for shares, and percentile bootstrap over patients
(${cohortParameters.common.resamples.value} samples) for differences, rates and work. They say how much would change with other
virtual patients of the same making, and nothing about how like real ones they are. Days ahead: median and quartiles, from the
first call in the window to the event, chance calls included.

All numbers that patients are made of were written down, with their sources, before the cohort was first run, and none has been
changed since.

${cohorts.map(renderCondition).join("\n")}
## What is to be seen, and what isn't

${observations(heartFailure, copd, noise).join("\n")}

How much depends on how noisy weight is (alerts a patient-year; **difference**, %;
${noise[0]?.patients} virtual patients a row, everything else as above). This was looked at after the first results, because of the first
point; no parameter was changed for it:

${noiseTable(noise)}

Beside what studies saw of work:

${markdownTable(
  ["Setting", "Figure", "Source"],
  publishedBurden.map(({ setting, figure, source }) => [setting, figure, source]),
)}

## What couldn't be compared

${inexpressible.map(({ condition, title, why }) => `- ${title} (${titles[condition].toLowerCase().replace("copd", "COPD")}). ${why}`).join("\n")}

## The reference simulation

Before this program existed the same question was put to a simpler calculation: ${reference.patients.toLocaleString("en")} virtual
patients, ${referenceParameters.days.value} days, weights that drift (Ornstein-Uhlenbeck, time constant
${referenceParameters.driftTau.value} days) with noise of their own each day, six rules; "alert = onset after at least 7 days of
silence; hit = any alert in the 14 days to the end of a linear 10-day ramp; chance = the same window without a ramp". Its program
wasn't kept, only its table. If the rules here compute what they say, the table must come out again, within the error of
both.

It does, after a question of words. As first read, and written down before running (silence is days without a *finding*; a hit is
an *alert*; 60 days of values before the year), ${first.beyond} of ${first.of} figures lie beyond three standard errors of the
earlier ones, the furthest ${first.furthest}: of rules that find something often or for days on end, of which this reading lets
fewer alert. Read the other way (silence is at least seven days since the last *alert*; any *finding* in the window is a hit; nothing
measured before the year, so that long averages are silent at first), ${last.beyond === 0 ? "none" : String(last.beyond)} of
${last.of} does, the furthest ${last.furthest}. So the sentence was meant in the second way, and the rules agree with a
calculation that shares no line with them. Which reading is right for a team is another matter: the engine uses neither, but
the life of an alert.

Ours (95 % interval) / the earlier figure; **≠** beyond three standard errors of the difference. As it must have been meant:

${referenceTable(reference.rows.last)}

As first read:

${referenceTable(reference.rows.first)}

## What the patients are made of

${Object.entries(cohortParameters).map(renderParameters).join("\n")}`;
}

function renderCondition(results: CohortResults): string {
  const { condition, patients, seed, windows, changing, felt, gain14, eventsPerYear } = results;
  const made = `${Math.round(changing * 100)} % of the events change something that is measured, ${Math.round(felt * 100)} % are felt.`;
  const gained = gain14
    ? ` Weight gained over the 14 days to the event, as measured, wrong measurements included: ${gain14.mean.toFixed(1)} ± ${gain14.sd.toFixed(1)} kg. Zhang et al. 2009 saw +0.9 ± 2.1 kg; the wider spread here is mostly that of visitors on the scale.`
    : "";
  return `## ${titles[condition]}

${patients.toLocaleString("en")} virtual patients, seed ${seed}. ${made}${gained} Found means a call in ${windows[0]?.name}. Work
counts with ${eventsPerYear.toFixed(1)} events a patient-year.

${resultsTable(results)}

In the other window, ${windows[1]?.name}; and, in the first window, among the events that change something measured:

${otherWindowTable(results)}

${sourcesList(results)}

Published, on real patients, with other definitions each:

${publishedTable(condition)}
`;
}

/** How far the rule of FAST is from the 4.3 alerts a patient-year of that study. */
const awayFromFast = (results: CohortResults): number => Math.abs(setOf(results, "ten-hms").alertsPerYear.value - 4.3);

/** What a reader should take along; every number is the results'. */
function observations(heartFailure: CohortResults, copd: CohortResults, noise: readonly CohortResults[]): string[] {
  const share = (one: { value: number }): string => `${Math.round(one.value * 100)} %`;
  const pounds = setOf(heartFailure, "one-day");
  const [day, lowest] = [setOf(heartFailure, "esc-day"), setOf(heartFailure, "esc-lowest")];
  const [average, reference] = [setOf(heartFailure, "macd-7"), setOf(heartFailure, "reference")];
  const fast = setOf(heartFailure, "ten-hms");
  const [score, hurst] = [setOf(copd, "oximetry-score"), setOf(copd, "hurst")];
  const preset = setOf(heartFailure, "preset");
  const likeFast = noise.toSorted((a, b) => awayFromFast(a) - awayFromFast(b))[0]!;
  const quieter = setOf(likeFast, "ten-hms");
  return [
    `- **Our weights are noisier than those of one study.** The rule of FAST (number 6) alerts ${shown(fast.alertsPerYear)} times a patient-year here and found 4.3 times there; it finds ${share(fast.windows[1].sensitivity)} of events in 30 days here, mostly by chance, and 22.5 % there. Those patients' weights were quieter, or their alerts were counted otherwise. With weight noise of ${likeFast.weightNoise} kg (table below) it would alert ${shown(quieter.alertsPerYear)} times, and find ${share(quieter.windows[1].sensitivity)} in 30 days, of which ${share(quieter.windows[1].difference)} of events beyond chance.`,
    `- **Most of what sensitive weight rules find, they find by chance.** ${pounds.title}: somebody is called in ${share(pounds.windows[0].sensitivity)} of the windows with an event and in ${share(pounds.windows[0].chance)} of the same windows without one.`,
    `- **The two readings of "2 kg in 3 days" differ twofold in alerts** (${shown(day.alertsPerYear)} and ${shown(lowest.alertsPerYear)} a patient-year) and hardly in what they know (${share(day.windows[0].difference)} and ${share(lowest.windows[0].difference)} of events beyond chance).`,
    `- **Averages and a signed weight know more for fewer alerts** (${average.title}: ${share(average.windows[0].difference)} at ${shown(average.alertsPerYear)}; ${reference.title}: ${share(reference.windows[0].difference)} at ${shown(reference.alertsPerYear)}). That is partly how these patients are made: gains are straight ramps, and the signed weight is the true one all year, which no clinic has. In the studies MACD found 20 and 33 % of events, fewer than here.`,
    `- **Symptoms look best, and that is an assumption.** How often people feel an event, and how seldom they say yes otherwise, are proposals; these rows show what follows from them and are no result. Adding a symptom to the oximetry score takes alerts from ${shown(score.alertsPerYear)} to ${shown(hurst.alertsPerYear)} a patient-year here. Hurst et al. saw 71 % sensitivity and 74 % specificity for that rule; here it is ${share(hurst.windows[0].sensitivity)}, with nothing found on ${shown(hurst.quietMornings, 100)} % of quiet mornings: real symptoms are noisier than ours.`,
    `- **Hemvakt's preset for heart failure** alerts ${shown(preset.alertsPerYear)} times a patient-year and knows ${share(preset.windows[0].difference)} beyond chance. It follows guidelines, and isn't what these figures would choose.`,
    "- What studies call sensitivity counts what was found by chance too: it is to be held against *found*, not against *difference*.",
    "- Not in it: treatment that follows an alert (nobody here gets better for being called), deaths, admissions for other reasons, seasons, mornings missed because somebody feels worse, devices that drift, and whatever nobody thought of.",
  ];
}

const partTitles: Readonly<Record<string, string>> = {
  reference: "The reference simulation",
  common: "Both conditions",
  ...titles,
};

const renderParameters = ([part, parameters]: [string, Readonly<Record<string, Parameter<unknown>>>]): string =>
  `### ${partTitles[part] ?? part}

${markdownTable(
  ["Parameter", "Value", "Unit", "Basis", "Source or reason"],
  Object.entries(parameters).map(([name, { value, unit, basis, source }]) => [
    `\`${name}\``,
    valueText(value),
    unit,
    basis,
    source,
  ]),
)}
`;

function valueText(value: unknown): string {
  if (Array.isArray(value))
    return value.map((one) => (typeof one === "number" ? String(Number(one.toFixed(3))) : String(one))).join("–");
  if (typeof value === "object" && value !== null && "mean" in value) {
    const { mean, sd, within } = value as { mean: number; sd: number; within: readonly [number, number] };
    return `${mean} ± ${sd}, within ${within[0]}–${within[1]}`;
  }
  return String(value);
}

import { committedResults, titles } from "./cohort-parts.ts";
import { generatedFrom } from "./table.ts";

/** `docs/clinical/rules.md`: the comparison of rules in pictures. */
export function renderRulesCompared(): string {
  const { cohorts, reference } = committedResults();
  return `# Rules compared

${generatedFrom("docs/clinical/cohort-results.json (scripts/run-cohort.ts)")}

Rules on made-up patients, who prove nothing about real ones: what they are made of, every figure with its interval, the
sources, and what was published stand in [the virtual cohort](cohort.md). Each kind of rule has [a page of its own](README.md).
${cohorts
  .map(
    ({ condition, patients, windows }) => `
## ${titles[condition]}

${patients.toLocaleString("en")} virtual patients. Upwards: in how many more of 100 events somebody is called in ${windows[0]?.name} than
in the same days without an event. To the right: alerts a patient-year when nothing happens, each step a tenfold. Up and to the left is
better. Lines are 95 % intervals, mostly shorter than the points are wide; red is Hemvakt's preset.

![Alerts a patient-year against events found beyond chance](../pictures/cohort-${condition}.svg)

How many days before the event somebody was first called, where somebody was: median and quartiles. Calls by chance are in it, so a
rule that calls all the time seems early.

![Days from the first call to the event](../pictures/cohort-${condition}-lead.svg)
`,
  )
  .join("")}
## Against an earlier calculation

The same six weight rules in a calculation made before, with nothing in common but its description, and here
(${reference.patients.toLocaleString("en")} virtual patients). What agrees lies on the line; why there are two colours is told in
[the virtual cohort](cohort.md#the-reference-simulation).

![The reference simulation against the earlier calculation](../pictures/cohort-reference.svg)
`;
}

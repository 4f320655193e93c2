import { type Metric, scaled } from "../../src/domain/metric.ts";
import { ruleKinds } from "../../src/domain/rule.ts";
import { catalogue, workThrough } from "../../src/rules/catalogue.ts";
import { explain } from "../../src/rules/explain.ts";
import type { Example, KindPage } from "../../src/rules/page.ts";
import { relevanceAdvice } from "../../src/rules/relevance.ts";
import { type Situation, sentences } from "../../src/rules/sentences.ts";
import { showValue } from "../../src/rules/wording.ts";
import { generatedFrom, markdownTable } from "./table.ts";

type RuleKind = (typeof ruleKinds)[number];

/** `docs/clinical/`: a page for each rule kind and one that lists them. */
export const rulePages: Readonly<Record<string, () => string>> = {
  "clinical/README.md": renderOverview,
  ...Object.fromEntries(ruleKinds.map((kind) => [`clinical/${kind}.md`, () => renderKind(kind, catalogue[kind])])),
};

function renderOverview(): string {
  return `# Rules of care plans

${generatedFrom("src/rules/")}

What a signed plan can ask of a patient's readings. None of it has been clinically validated: every limit is a starting point
for a professional who knows the patient, and signs. What the whole is for and not for: [intended use](intended-use.md). What
can go wrong, and what stands against it: [hazards](hazards.md).

${markdownTable(
  ["Kind", "A finding is", "Returned when"],
  ruleKinds.map((kind) => {
    const { title, definition, back } = catalogue[kind];
    return [`[${title}](${kind}.md)`, definition, back];
  }),
)}

## What holds for all of them

- What is judged depends on the readings that are stored and on nothing else: not on the order in which they came.
- Strictly beyond counts; numbers are compared exactly, in whole grams, tenths of mmHg and so on.
- A day is a local date in the plan's time zone. The first valid value of a date stands for it; the reading that is judged
  stands for its own date.
- A value that is implausible, questionable, repeated by a suspect duplicate or of uncertain time is compared with by no rule.
- Safety limits are no rules: nothing excuses a value beyond them.
- The plan in force when a value was measured judges it; if the value is the newest of its kind, the current plan does too:
  see [late values and two plans](../late.md).
- A rule's severity is \`info\`, \`yellow\` or \`red\`. Whether an alert is technical is not a severity: see [alerts](../alerts.md).
- When an alert opens, gets worse, is told again or stays silent is the same for all kinds: see [alerts](../alerts.md). A rule
  only says whether the value is beyond, inside, or inside by a step, which arms a resolved alert again.

How rules compare on virtual patients: [in pictures](rules.md), and [with every figure and its source](cohort.md).
`;
}

const renderKind = (kind: RuleKind, page: KindPage): string => `# ${page.title}

${generatedFrom(`src/rules/ (kind \`${kind}\`)`)}

${page.definition}

    ${page.formula}

- **Needs.** ${page.needs}
- **Returned.** ${page.back}
- **Late.** A value alerts for 24 hours after it was measured; \`relevanceHours\` (1 to 168) says otherwise. ${relevanceAdvice[kind]}
${page.edges.map((edge) => `- ${edge}`).join("\n")}

Source: ${page.source}

In a plan:

\`\`\`json
${[...(page.examples[0]?.alongside ?? []), page.examples[0]?.rule].map((rule) => JSON.stringify(rule, null, 2)).join(",\n")}
\`\`\`
${referencesText(page)}
## What is said

${markdownTable(
  ["", "Swedish", "English"],
  situationsOf(kind).flatMap((situation) =>
    (["above", "below"] as const).flatMap((side) => {
      const said = sentences[situation][side];
      return said ? [[`${situation}, ${side}`, said.sv, said.en]] : [];
    }),
  ),
)}

## Worked examples

${page.examples.map(renderExample).join("\n\n")}
`;

const situationsOf = (kind: RuleKind): Situation[] => (kind === "change" ? ["change-day", "change-extreme"] : [kind]);

function referencesText({ examples }: KindPage): string {
  const { references, saturationTarget } = examples.find((one) => one.references ?? one.saturationTarget) ?? {};
  return references || saturationTarget
    ? `\nand beside the plan's rules:\n\n\`\`\`json\n${JSON.stringify({ references, saturationTarget }, null, 2)}\n\`\`\`\n`
    : "";
}

function renderExample(example: Example): string {
  const { story, days } = example;
  const measured = days.map(({ on, values, flags = [], answers }) => {
    const each = (Object.entries(values) as [Metric, number][]).map(([metric, value]) =>
      showValue(metric, scaled(metric, value), "en"),
    );
    return `${on}: ${[...each, ...flags.map((flag) => `\`${flag}\``), ...Object.entries(answers?.given ?? {}).map((one) => one.join(" "))].join(", ")}`;
  });
  return `**${story}** ${measured.join("; ")}.\n\n${answer(example)}`;
}

function answer(example: Example): string {
  const judgement = workThrough(example);
  switch (judgement.verdict) {
    case "finding":
      return `A ${judgement.severity} finding. \u201c${explain(judgement, "sv")}\u201d \u201c${explain(judgement, "en")}\u201d`;
    case "inside":
      return `Inside${judgement.byStep ? " by a step" : ""}: ${showValue(judgement.metric, judgement.compared.value, "en")}.`;
    case "not-evaluable":
      return `Not evaluable: ${[`\`${judgement.reason}\``, ...(judgement.missing ?? [])].join(" ")}.`;
  }
}

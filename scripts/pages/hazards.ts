import { type Hazard, hazards } from "../hazards.ts";
import { generatedFrom } from "./table.ts";

/** `docs/clinical/hazards.md`: what can go wrong for a patient, what stands against it, and the test that shows it. */
export function renderHazards(): string {
  return `# Hazards

${generatedFrom("scripts/hazards.ts")}

What Hemvakt can do wrong to somebody who relies on it, how that comes about, what stands against it, and which test shows
that it does. A test named here exists: the build fails when it is renamed or removed. The list follows the order of ISO
14971 (hazard, sequence of events, hazardous situation and harm, control, what remains) without claiming to be a risk
management file: probabilities have not been estimated, nobody outside the project has reviewed it, and there has been no
clinical evaluation. See [intended use](intended-use.md).

${hazards.map((hazard, index) => `${index + 1}. [${hazard.title}](#${anchor(hazard, index)})`).join("\n")}

${hazards.map(renderHazard).join("\n\n")}
`;
}

/** How GitHub makes an address of a heading: lower case, hyphens, nothing else. */
const anchor = ({ title }: Hazard, index: number): string =>
  `${index + 1}-${title}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");

function renderHazard({ title, how, harm, controls, remains }: Hazard, index: number): string {
  return `## ${index + 1}. ${title}

**How.** ${how}

**Harm.** ${harm}

${controls.map(renderControl).join("\n")}

**What remains.** ${remains}`;
}

const renderControl = ({ what, tests }: Hazard["controls"][number]): string =>
  [`- ${what}`, ...tests.map(([file, name]) => `  - *${name.replaceAll("*", "\\*")}* ([${file}](../../${file}))`)].join(
    "\n",
  );

/** One instruction of a Dockerfile, its continuation lines joined. */
export type Instruction = { readonly word: string; readonly rest: string };
export type Stage = {
  readonly base: string;
  readonly name: string | undefined;
  readonly steps: readonly Instruction[];
};

/**
 * The stages of a Dockerfile, as far as ours goes: no variables, no escapes other than the line's end, no heredocs
 * (Dockerfile reference, "Format").
 */
export function readDockerfile(text: string): readonly Stage[] {
  const lines = text.split("\n").filter((line) => !line.trimStart().startsWith("#"));
  const instructions = lines
    .join("\n")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [word = "", ...rest] = line.trim().split(" ");
      return { word: word.toUpperCase(), rest: rest.join(" ") };
    });
  const stages: { base: string; name: string | undefined; steps: Instruction[] }[] = [];
  for (const instruction of instructions) {
    if (instruction.word === "FROM") {
      const [base = "", , name] = instruction.rest.split(/\s+/);
      stages.push({ base, name, steps: [] });
    } else {
      stages.at(-1)?.steps.push(instruction);
    }
  }
  return stages;
}

export type Copy = { readonly from: string | undefined; readonly sources: readonly string[]; readonly target: string };

/** What the COPY instructions of a stage copy. */
export function copiesOf({ steps }: Stage): readonly Copy[] {
  return steps
    .filter(({ word }) => word === "COPY")
    .map(({ rest }) => {
      const words = rest.split(/\s+/);
      const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
      const paths = words.filter((word) => !word.startsWith("--"));
      return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? "" };
    });
}

/** The last value of an instruction in a stage. */
export const lastOf = ({ steps }: Stage, word: string): string | undefined =>
  steps.findLast((step) => step.word === word)?.rest;

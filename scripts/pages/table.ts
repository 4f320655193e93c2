/** A Markdown table; a bar inside a cell is escaped. */
export const markdownTable = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");

/** Says on the page itself that changing it by hand is in vain. */
export const generatedFrom = (source: string): string =>
  `<!-- Generated from ${source} by scripts/generate-docs.ts; change the source and run it again. -->`;

import type { Problem } from "./problem.ts";

/** A table as text: the heading and the rows under it, each with the line of the file on which it begins. */
export type Table = {
  readonly heading: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly problems: readonly Problem[];
};

const delimiters = [",", ";", "\t"] as const;

/**
 * Comma-separated values after RFC 4180, as people export them: also separated by semicolons or tabs (whichever the
 * heading has most of), with a byte order mark, with either line ending, with empty lines, with line breaks in quotes.
 * Cells are given without the spaces round them. A row of another width than the heading's, and a quote that doesn't end
 * or ends in the middle of a cell, are problems; such rows are left out.
 */
export function readTable(text: string): Table {
  const content = text.replace(/^\uFEFF/, "");
  const first = content.slice(0, content.search(/\r|\n|$/));
  const delimiter = delimiters.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ",";
  const problems: Problem[] = [];
  const [heading, ...rows] = records(content, delimiter, problems).filter(({ cells }) => cells.some(Boolean));
  if (!heading) return { heading: [], rows: [], problems: [{ line: 1, message: "The file is empty." }] };
  const width = heading.cells.length;
  const fitting = rows.filter(({ line, cells }) => {
    if (cells.length === width) return true;
    problems.push({ line, message: `${cells.length} cells under a heading of ${width}.` });
    return false;
  });
  return { heading: heading.cells, rows: fitting, problems };
}

/** Cuts the text into records; a quoted cell keeps its delimiters and line breaks, `""` in it is one quote. */
function records(text: string, delimiter: string, problems: Problem[]): { line: number; cells: string[] }[] {
  // A cell in quotes or without, then what ends it. The second group is missing when a quote never ends.
  const cell = new RegExp(`[ ]*"((?:[^"]|"")*)("?)([^${delimiter}\\r\\n]*)|([^${delimiter}\\r\\n]*)`, "y");
  const found: { line: number; cells: string[] }[] = [];
  let [line, position] = [1, 0];
  while (position < text.length) {
    const record = { line, cells: [] as string[] };
    let broken = false;
    for (;;) {
      cell.lastIndex = position;
      const match = cell.exec(text);
      if (!match) break;
      const [whole, quoted, end, rest = "", plain = ""] = match;
      const column = record.cells.length + 1;
      if (quoted !== undefined && (end === "" || rest.trim() !== "")) {
        const message = end === "" ? "A quote that doesn't end." : "Text after the closing quote.";
        problems.push({ line, column, message });
        broken = true;
      }
      record.cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
      line += whole.split(/\r\n|\r|\n/).length - 1;
      position = cell.lastIndex;
      if (text[position] !== delimiter) break;
      position += 1;
    }
    if (!broken) found.push(record);
    const ending = /^(\r\n|\r|\n)/.exec(text.slice(position, position + 2))?.[0] ?? "";
    if (ending === "" && position < text.length) break;
    position += ending.length;
    line += 1;
  }
  return found;
}

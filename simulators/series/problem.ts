/** What is wrong in a series file, and where. */
export type Problem = {
  /** The line of the file, from 1. */
  readonly line: number;
  /** The column of the table, from 1; none where the whole line is meant. */
  readonly column?: number;
  /** The column's name in the heading. */
  readonly name?: string;
  readonly message: string;
};

/** A problem as a line for a terminal: `line 17, column 2 (measured): …`. */
export function problemLine({ line, column, name, message }: Problem): string {
  const where = column === undefined ? "" : `, column ${column}${name === undefined ? "" : ` (${name})`}`;
  return `line ${line}${where}: ${message}`;
}

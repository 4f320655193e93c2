import { readFileSync } from "node:fs";

/**
 * The rows of a table beside this file, by column name. Tables are kept outside the code so that somebody who reads no
 * TypeScript can check them. Plain commas (or another separator, for sentences), no quoting; empty lines and lines that begin with # are left out.
 * @throws Error when a row has another number of cells than the heading
 */
export function readTable<Column extends string>(
  name: string,
  columns: readonly Column[],
  separator = ",",
): Record<Column, string>[] {
  const lines = readFileSync(new URL(`${name}.csv`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const [heading = "", ...rows] = lines;
  if (heading !== columns.join(separator))
    throw new Error(`${name}.csv: the heading is not ${columns.join(separator)}`);
  return rows.map((row) => {
    const cells = row.split(separator).map((cell) => cell.trim());
    if (cells.length !== columns.length) throw new Error(`${name}.csv: ${cells.length} cells in: ${row}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])) as Record<Column, string>;
  });
}

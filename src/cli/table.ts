/** Rows as columns for a terminal: each as wide as its widest cell, two spaces between; nothing stands as a hyphen. */
export function tableLines(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string[] {
  const text = [heads, ...rows.map((row) => row.map((cell) => (cell === null || cell === "" ? "-" : String(cell))))];
  const widths = heads.map((_, column) => Math.max(...text.map((row) => row[column]?.length ?? 0)));
  return text.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "./csv.ts";
import { problemLine } from "./problem.ts";

const cells = (text: string) => readTable(text).rows.map((row) => row.cells);
const problems = (text: string) => readTable(text).problems.map(problemLine);

describe("a table as people export it", () => {
  it.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["quotes", '"a","b"\n"1" , "2"\n'],
    ["Windows line endings", "a,b\r\n1,2\r\n"],
    ["a byte order mark and no last line ending", "\uFEFFa,b\n1,2"],
    ["empty lines", "\na,b\n\n1,2\n,\n"],
  ])("with %s", (_, text) => {
    expect(readTable(text)).toMatchObject({ heading: ["a", "b"], problems: [] });
    expect(cells(text)).toEqual([["1", "2"]]);
  });

  it("keeps delimiters, doubled quotes and line breaks in quotes, and counts the file's lines", () => {
    const text = 'a,b\n"x, ""y""\nz",2\n3,4\n';
    expect(readTable(text).rows).toEqual([
      { line: 2, cells: ['x, "y"\nz', "2"] },
      { line: 4, cells: ["3", "4"] },
    ]);
  });

  it("names the line and column of what is broken, and reads the rest", () => {
    expect(problems('a,b\n1\n"2"x,3\n4,5\n')).toEqual([
      "line 3, column 1: Text after the closing quote.",
      "line 2: 1 cells under a heading of 2.",
    ]);
    expect(cells('a,b\n1\n"2"x,3\n4,5\n')).toEqual([["4", "5"]]);
    expect(problems('a,b\n1,"2\n3,4\n')).toEqual(["line 2, column 2: A quote that doesn't end."]);
    expect(problems("")).toEqual(["line 1: The file is empty."]);
  });

  it("reads back whatever is written in quotes, and ends on any text at all", () => {
    const cell = fc.string().map((text) => text.trim());
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, (rows) => {
        const text = ["h1,h2", ...rows.map((row) => row.map(quoted).join(","))].join("\n");
        expect(cells(text)).toEqual(rows.filter((row) => row.some(Boolean)));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\t", " ")), (parts) => {
        expect(readTable(parts.join("")).heading).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

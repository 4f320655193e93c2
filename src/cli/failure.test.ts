import { describe, expect, it } from "vitest";
import { HemvaktError } from "../errors.ts";
import { failureLines } from "./failure.ts";

describe("a failure at the terminal", () => {
  it("is told as code, what happened and what to do, one line each of several faults", () => {
    const error = new HemvaktError("REGION_FIELD", "a.yaml:3:1: one\na.yaml:9:4: two");
    expect(failureLines(error, { stack: false })).toEqual([
      "REGION_FIELD: The region file has a wrong field.",
      "a.yaml:3:1: one",
      "a.yaml:9:4: two",
      "Author: fix the line and field named.",
    ]);
  });

  it("shows the stack only when asked for", () => {
    for (const error of [new HemvaktError("DATA_IN_USE"), new TypeError("oops")]) {
      expect(failureLines(error, { stack: false }).join("\n")).not.toMatch(/^\s+at /m);
      expect(failureLines(error, { stack: true }).join("\n")).toMatch(/^\s+at /m);
    }
  });

  it("says of an unexpected one that it is ours, and where to look", () => {
    const lines = failureLines(new TypeError("oops"), { stack: false });
    expect(lines[0]).toBe("Something failed that should not: TypeError: oops");
    expect(lines.at(-1)).toContain("HEMVAKT_LOG_LEVEL=debug");
    expect(failureLines("a text", { stack: false })[0]).toContain("a text");
  });
});

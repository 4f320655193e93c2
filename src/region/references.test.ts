import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { HemvaktError } from "../errors.ts";
import type { Located } from "./problem.ts";
import { type RegionChecks, readRegionFile } from "./read.ts";

const now = Temporal.Instant.from("2026-11-22T06:00:00Z").epochMilliseconds;
const right = readFileSync(new URL("../../test/tables/region.yaml", import.meta.url), "utf8");

/** Everything wrong with a file, as "line:column path: message"; nothing when it is taken. */
function problems(text: string, checks: Partial<RegionChecks> = {}): string[] {
  try {
    readRegionFile(text, "region.yaml", { now, ...checks });
    return [];
  } catch (error) {
    if (!(error instanceof HemvaktError)) throw error;
    const told = error.data?.problems as Located[];
    return told.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
  }
}

test("what is defined twice is told at the second place", () => {
  const twice = `${right}
  - device: uc352
    patient: greta
    from: -P10D
`.replace("hubs:", "  - { patient: greta, version: 1, signedBy: eva, signedAt: -P1D }\nhubs:");
  expect(problems(twice)).toEqual([
    "27:32 plans[1].version: the same as plans[0].version",
    "41:13 assignments[1].device: the same as assignments[0].device",
  ]);
});

describe("one device and slot for two people", () => {
  const patients = right.replace("plans:", "  - { id: olle, name: { given: Olle, family: Prov }, team: norr }\nplans:");
  const given = (greta: string, olle: string): string[] => {
    const [before = ""] = patients.split("assignments:");
    return problems(
      `${before}assignments:\n  - { device: uc352, patient: greta, ${greta} }\n  - { device: uc352, patient: olle, ${olle} }\n`,
    );
  };
  const clash = ["38:15 assignments[1].device: this device and slot belong to assignments[0] at the same time"];

  test("is refused while the periods overlap", () => {
    expect(given("from: -P90D", "from: -P10D")).toEqual(clash);
    expect(given("from: -P90D, to: -P10D", "from: -P11D")).toEqual(clash);
    expect(given("from: -P90D, user: 1", "from: -P10D, user: 1")).toEqual(clash);
    expect(given("from: -P90D", "from: -P10D, user: 1"), "without a slot the whole device is meant").toEqual(clash);
    expect(given("from: -P10D", "from: 2026-11-01T00:00:00Z, to: 2026-11-13T00:00:00Z")).toEqual(clash);
  });

  test("is in order one after the other, or in slots of their own", () => {
    for (const [greta, olle] of [
      ["from: -P90D, to: -P10D", "from: -P10D"],
      ["from: -P90D, user: 1", "from: -P90D, user: 2"],
      ["from: -P90D, to: 2026-11-01T00:00:00Z", "from: -P1D"],
    ] as const) {
      expect(given(greta, olle)).toEqual([]);
    }
  });
});

test("a file may refer to what the store has", () => {
  const rest = "devices:\n  - { id: uc352, hub: hv-9, model: generic-weight }\n";
  const asked: string[] = [];
  const known = (kind: string, id: string): boolean => {
    asked.push(`${kind} ${id}`);
    return true;
  };
  expect(readRegionFile(rest, "more.yaml", { now, known }).devices).toHaveLength(1);
  expect(asked).toEqual(["hub hv-9"]);
  expect(problems(rest)).toEqual(["2:23 devices[0].hub: no hub has this id"]);
});

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { performancePage } from "../../bench/report/page.ts";
import { ratioPicture } from "../../bench/report/picture.ts";
import type { Results } from "../../bench/report/results.ts";

/** A small run of everything. It says nothing about speed: only that each row can be measured and shown. */
const MINUTES = 5;

describe("npm run bench -- --quick", () => {
  let folder: string;
  let results: Results;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "hemvakt-bench-test-"));
    const out = join(folder, "results.json");
    await promisify(execFile)(process.execPath, ["bench/main.ts", "--quick", "--out", out]);
    results = JSON.parse(readFileSync(out, "utf8")) as Results;
  }, MINUTES * 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("measures every row that is promised", () => {
    expect(results.rows.map(({ id }) => id)).toEqual([
      "1",
      "2",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
      "11",
      "12",
      "13",
      "14",
      "15",
      "16",
      "17",
    ]);
    expect(results.quick).toBe(true);
  });

  it("gives each row a figure for each round, and each part as many", () => {
    const odd = results.rows.filter(({ rounds, parts }) =>
      [rounds, ...parts.map((part) => part.rounds)].some(
        (values) => values.length !== 1 || values.some((value) => !Number.isFinite(value)),
      ),
    );
    expect(odd).toEqual([]);
  });

  it("says what each rate cost the peer and the generator", () => {
    const rates = results.rows.find(({ id }) => id === "1")?.parts ?? [];
    const without = rates.filter(({ cpuMicros, generatorCore }) => !cpuMicros?.length || !generatorCore?.length);
    expect(rates.length).toBeGreaterThan(0);
    expect(without).toEqual([]);
  });

  it("has profiled the main thread and the writer", () => {
    expect(results.profile.map(({ thread }) => thread)).toEqual(["main", "writer"]);
  });

  it("can be shown, without a hole, and says that it was a quick run", () => {
    const page = performancePage(results, "tried");
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expect(page).toContain("A quick run");
    expect(ratioPicture(results)).not.toMatch(/undefined|NaN/);
  });
});

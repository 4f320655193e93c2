import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SoakResult } from "../../bench/soak/run.ts";

/** Some homes over four days: the whole soak in small, with its kill and its cut. */
describe("npm run soak -- --quick", () => {
  let folder: string;
  let result: SoakResult;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "hemvakt-soak-test-"));
    await promisify(execFile)(process.execPath, ["bench/soak/main.ts", "--quick", "--out", folder]);
    result = JSON.parse(readFileSync(join(folder, "soak.json"), "utf8")) as SoakResult;
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("finds in the store exactly what the homes sent", () => {
    expect(result.equalities.filter(({ sent, found }) => sent !== found)).toEqual([]);
    expect(result.equalities.filter(({ sent }) => sent === 0)).toEqual([]);
  });

  it("had something to survive", () => {
    expect(result.recoveries.map(({ what }) => what)).toEqual(["kill", "cut"]);
    expect(result.counts.connections).toBeGreaterThan(result.plan.hubs);
    expect(result.book.messages.redelivery).toBeGreaterThan(0);
  });

  it("leaves nothing waiting", () => {
    expect(result.claims.filter(({ holds }) => !holds)).toEqual([]);
  });

  it("can be shown, without a hole", () => {
    for (const file of ["soak.md", "pictures/soak.svg"]) {
      expect(readFileSync(join(folder, file), "utf8")).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

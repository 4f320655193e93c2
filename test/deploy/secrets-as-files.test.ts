import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";

const folder = mkdtempSync(join(tmpdir(), "hemvakt-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

function secret(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test.each([["\n"], ["\r\n"], [""]])("a secret comes from a file, which may end its line with %j", (end) => {
  const file = secret("token", `a scraper's secret${end}`);
  expect(readConfig({ HEMVAKT_METRICS_TOKEN_FILE: file }).metricsToken).toBe("a scraper's secret");
});

test("what a file holds has to have the setting's shape, and isn't told when it hasn't", () => {
  const file = secret("short", "too short\n");
  expect(() => readConfig({ HEMVAKT_METRICS_TOKEN_FILE: file })).toThrow(
    /METRICS_TOKEN should be at least 16 characters/,
  );
  expect(() => readConfig({ HEMVAKT_METRICS_TOKEN_FILE: file })).not.toThrow(/too short/);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    "isn't there",
    { HEMVAKT_METRICS_TOKEN_FILE: join(folder, "none") },
    /METRICS_TOKEN_FILE .*can't be read \(ENOENT\)/,
  ],
  ["is empty", { HEMVAKT_METRICS_TOKEN_FILE: secret("empty", "\n") }, /METRICS_TOKEN_FILE names an empty file/],
  [
    "has the variable beside it",
    { HEMVAKT_METRICS_TOKEN_FILE: secret("other", "x".repeat(20)), HEMVAKT_METRICS_TOKEN: "y".repeat(20) },
    /exclude each other/,
  ],
  ["belongs to no setting", { HEMVAKT_METRIC_TOKEN_FILE: "/x" }, /METRIC_TOKEN_FILE is not a setting/],
])("a file that %s is named", (_what, environment, expected) => {
  expect(() => readConfig(environment)).toThrow(expected);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderedFiles } from "../../bench/report/page-file.ts";
import { renderedSoak } from "../../bench/soak/page-file.ts";
import { renderedWeb } from "../../bench/web/page.ts";

const files = { ...renderedFiles(), ...renderedSoak(), ...renderedWeb() };

test.each(Object.keys(files))("%s follows from the newest results: run node bench/pages.ts", (path) => {
  expect(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")).toBe(files[path as keyof typeof files]);
});

test.each(Object.keys(files))("%s has no hole", (path) => {
  expect(files[path as keyof typeof files]).not.toMatch(/undefined|NaN|\[object/);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { walkthrough } from "../demo/walkthrough.ts";
import { pages } from "../scripts/generate-docs.ts";
import { hazards } from "../scripts/hazards.ts";
import { drawTransitions } from "../src/alerts/transitions.ts";
import { metricNames } from "../src/domain/metric.ts";
import { errorCatalogue } from "../src/errors.ts";

const committed = (name: string): string => readFileSync(new URL(`../docs/${name}`, import.meta.url), "utf8");

test.each(Object.keys(pages))("docs/%s is what the code says: run node scripts/generate-docs.ts", (name) => {
  expect(committed(name)).toBe(pages[name]?.());
});

test.each(Object.keys(pages))("docs/%s has no hole", (name) => {
  expect(committed(name)).not.toMatch(/undefined|NaN|\[object/);
});

test("the pages name everything there is", () => {
  const errors = committed("errors.md");
  expect(Object.keys(errorCatalogue).filter((code) => !errors.includes(`\`${code}\``))).toEqual([]);
  const page = committed("metrics.md");
  expect(metricNames.filter((metric) => !page.includes(`\`${metric}\``))).toEqual([]);
  expect(committed("alerts.md")).toContain(drawTransitions());
});

const shown = hazards.flatMap(({ title, controls }) =>
  controls.flatMap(({ tests }) => tests.map(([file, name]) => ({ title, file, name }))),
);

test.each(shown)("$title: $file has the test “$name”", ({ file, name }) => {
  expect(committed(`../${file}`)).toContain(name);
});

test("every hazard has a control, and every control a test", () => {
  const bare = hazards.flatMap(({ title, controls }) =>
    controls.length === 0 ? [title] : controls.filter(({ tests }) => tests.length === 0).map(({ what }) => what),
  );
  expect(bare).toEqual([]);
});

test("the README shows the lines that the demo's own test runs", () => {
  const readme = committed("../README.md");
  const region = parse(committed("../demo/region.yaml")) as { hubs: { id: string; secret: string }[] };
  const secret = region.hubs.find(({ id }) => id === "hub-greta")?.secret ?? "";
  const lines = Object.values(walkthrough(secret)).flat();
  expect(lines.filter((line) => !readme.includes(`    ${line}\n`))).toEqual([]);
});

test("the README names no command that isn't there", () => {
  const { scripts } = JSON.parse(committed("../package.json")) as { scripts: Record<string, string> };
  const named = [...committed("../README.md").matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

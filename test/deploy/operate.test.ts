import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settings } from "../../src/config.ts";
import { alertStates } from "../../src/domain/alert.ts";
import { errorCatalogue } from "../../src/errors.ts";
import { createMetrics } from "../../src/metrics.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";

const docs = new URL("../../docs/", import.meta.url);
const page = readFileSync(new URL("operate.md", docs), "utf8");

const named = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, name]) => name ?? "");

test("docs/operate.md names only settings that there are", () => {
  const known: string[] = Object.values(settings).map(({ variable }) => variable);
  expect(named(/\b(HEMVAKT_[A-Z_]+)\b/g).filter((name) => !known.includes(name))).toEqual([]);
});

test("docs/operate.md names only metrics that there are", () => {
  const db = openDatabase(":memory:");
  const { registry } = createMetrics(
    db,
    () => undefined,
    () => 0,
  );
  const known = registry.getMetricsAsArray().map(({ name }) => name);
  const metrics = named(/`(hemvakt_[a-z_]+)`/g);
  expect(metrics.length).toBeGreaterThan(5);
  expect(metrics.filter((name) => !known.includes(name))).toEqual([]);
  db.close();
});

test("docs/operate.md names only error codes that there are", () => {
  const codes = named(/`([A-Z]+_[A-Z_]+)`/g).filter((name) => !name.startsWith("HEMVAKT_"));
  expect(codes.filter((code) => !(code in errorCatalogue))).toEqual([]);
});

test("docs/operate.md names only states of alerts that there are", () => {
  const states = named(/in the state `([a-z-]+)`/g);
  expect(states.filter((state) => !(alertStates as readonly string[]).includes(state))).toEqual([]);
});

test("docs/operate.md points at files that are here", () => {
  const linked = named(/\]\(([^)#:]+)\)/g).map((path) => new URL(path, docs));
  const run = named(/\b(deploy\/[\w.-]+\.(?:sh|service|example))\b/g).map((path) => new URL(`../${path}`, docs));
  expect([...linked, ...run].filter((file) => !existsSync(file)).map(String)).toEqual([]);
});

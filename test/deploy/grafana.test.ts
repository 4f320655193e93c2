import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { kindNames, kinds } from "../../src/domain/kind.ts";
import { lineOf } from "../../src/outbox/point.ts";

const folder = new URL("../../dashboards/grafana/", import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), "utf8");

type Reference = { type: string; uid: string };
type Dashboard = {
  uid: string;
  title: string;
  templating: { list: { name: string; datasource: Reference; query: string }[] };
  panels: { id: number; title: string; datasource: Reference; targets: { datasource: Reference; query: string }[] }[];
};
const dashboards = readdirSync(new URL("dashboards/", folder)).map(
  (name) => [name, JSON.parse(text(`dashboards/${name}`)) as Dashboard] as const,
);
const sources = parse(text("provisioning/datasources/influxdb.yaml")) as {
  datasources: {
    uid: string;
    type: string;
    jsonData: Record<string, unknown>;
    secureJsonData: Record<string, string>;
  }[];
};
const source = sources.datasources[0];

/** A line of each kind with all its values, as the outbox writes it, taken apart: measurement, tags, fields. */
const lines = kindNames.map((kind) => {
  const [v1 = null, v2 = null, v3 = null, v4 = null] = kinds[kind].components.map(() => 1000);
  const values = { v1, v2, v3, v4, clock: 0, flags: 0, decision: 0, plan: null, seq: null, detail: null };
  const place = { series: 1, measured_at: 1, received_at: 1, n: 1, command: 1, position: 0, patient: "greta" };
  const line = lineOf({ ...values, ...place, kind }, (what) => what);
  const [key = "", fields = ""] = line.split(" ");
  const [measurement = "", ...tags] = key.split(",");
  const names = (pairs: readonly string[]) => pairs.map((pair) => pair.split("=")[0] ?? "");
  return { measurement, tags: names(tags), fields: names(fields.split(",")) };
});
const measurements = new Set(lines.map(({ measurement }) => measurement));
const fields = new Set(lines.flatMap((line) => line.fields));
const tags = lines.flatMap((line) => line.tags);
const columns = new Set([...fields, ...tags, "_time", "_measurement", "_field", "_value"]);

const queriesOf = ({ panels, templating }: Dashboard): string[] => [
  ...panels.flatMap(({ targets }) => targets.map(({ query }) => query)),
  ...templating.list.map(({ query }) => query),
];
const named = (query: string, pattern: RegExp): string[] => [...query.matchAll(pattern)].map(([, name]) => name ?? "");

test("there is a dashboard, and the provider reads the folder that the compose file mounts", () => {
  expect(dashboards.length).toBeGreaterThan(0);
  const provider = parse(text("provisioning/dashboards/hemvakt.yaml")) as {
    providers: { options: { path: string } }[];
  };
  const compose = readFileSync(new URL("../../docker-compose.yml", import.meta.url), "utf8");
  expect(compose).toContain(`./dashboards/grafana/dashboards:${provider.providers[0]?.options.path}:ro`);
});

test("the data source asks in Flux, with a token from a file", () => {
  expect(source?.jsonData).toMatchObject({ version: "Flux", organization: "hemvakt", defaultBucket: "readings" });
  expect(Object.values(source?.secureJsonData ?? {})).toEqual(["$__file{/run/secrets/influx-read-token}"]);
});

test.each(dashboards)(
  "%s asks the provisioned data source everywhere, and its panels have ids of their own",
  (_, board) => {
    const expected = { type: source?.type, uid: source?.uid };
    const references = [...board.panels, ...board.panels.flatMap(({ targets }) => targets), ...board.templating.list];
    for (const { datasource } of references) expect(datasource).toEqual(expected);
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
  },
);

test.each(dashboards)(
  "%s names only measurements, tags and fields that the outbox writes, and its own variables",
  (_, board) => {
    const variables = new Set(board.templating.list.map(({ name }) => name));
    for (const query of queriesOf(board)) {
      expect(query).toContain("bucket: v.defaultBucket");
      expect(named(query, /r\._measurement == "([^"]+)"/g).filter((name) => !measurements.has(name))).toEqual([]);
      expect(named(query, /r\._field == "([^"]+)"/g).filter((name) => !fields.has(name))).toEqual([]);
      expect(named(query, /\br\.(\w+)/g).filter((name) => !columns.has(name))).toEqual([]);
      const lists = named(query, /columns: \[([^\]]*)\]/g).flatMap((list) => named(list, /"([^"]+)"/g));
      expect(lists.filter((name) => !columns.has(name))).toEqual([]);
      expect(named(query, /\$\{(\w+)\}/g).filter((name) => !variables.has(name))).toEqual([]);
    }
  },
);

test.each(dashboards)("%s counts and shows nothing that was moved to somebody else", (_, board) => {
  const valuesOf = (query: string) => query.includes("r._measurement ==");
  const panels = board.panels.flatMap(({ targets }) => targets.map(({ query }) => query));
  const shown = panels.filter(valuesOf);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((query) => !query.includes("filter(fn: (r) => not r.excluded)"))).toEqual([]);
  const counted = panels.filter((query) => query.includes('r._field == "excluded"'));
  expect(counted.filter((query) => !query.includes("filter(fn: (r) => r._value == false)"))).toEqual([]);
});

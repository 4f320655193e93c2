import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { kindNames } from "../../src/domain/kind.ts";
import { metricNames } from "../../src/domain/metric.ts";

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

/** As kinds, metrics and tags are called in InfluxDB: Flux takes such names without quotes. */
const plain = (name: string): string => name.replaceAll("-", "_");
const measurements = new Set(kindNames.map(plain));
const fields = new Set([...metricNames.map(plain), "excluded", "uncertain"]);
const columns = new Set([...fields, "patient", "source", "_time", "_measurement", "_field", "_value"]);

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

test.each(dashboards)("%s names only kinds, metrics, tags and variables that there are", (_, board) => {
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
});

test.each(dashboards)("%s counts and shows nothing that was moved to somebody else", (_, board) => {
  const valuesOf = (query: string) => query.includes("r._measurement ==");
  const panels = board.panels.flatMap(({ targets }) => targets.map(({ query }) => query));
  const shown = panels.filter(valuesOf);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((query) => !query.includes("filter(fn: (r) => not r.excluded)"))).toEqual([]);
  const counted = panels.filter((query) => query.includes('r._field == "excluded"'));
  expect(counted.filter((query) => !query.includes("filter(fn: (r) => r._value == false)"))).toEqual([]);
});

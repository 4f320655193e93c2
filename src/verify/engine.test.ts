import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { enginesOf } from "../store/sqlite/engines.ts";
import { engine, engineOf, shortVersion, sourcesOf } from "./engine.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = sourcesOf("src/ledger/writer.ts");

describe("the engine's version", () => {
  it("is over exactly the sources that Node loads for the writer", () => {
    const program = `
      import { registerHooks } from "node:module";
      registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) });
      await import("./src/ledger/writer.ts");`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: root });
    const loaded = printed
      .toString()
      .split("\n")
      .filter((line) => line.startsWith("file:") && !line.includes("/node_modules/"))
      .map((url) => fileURLToPath(url).slice(root.length));
    // What is imported for its types only is loaded by nobody, and decides nothing.
    expect([...sources.files.keys()].toSorted()).toEqual([...new Set(loaded)].toSorted());
  });

  it("is over devices, rules, alerts and whatever else decides, without tests", () => {
    expect(Object.keys(engine().parts)).toEqual(
      expect.arrayContaining(["devices", "rules", "alerts", "domain", "ingest", "ledger", "store", "packages"]),
    );
    expect([...sources.files.keys()].filter((path) => path.includes(".test."))).toEqual([]);
    expect([...sources.packages.keys()]).toContain("date-holidays");
    expect(engine().version).toMatch(/^[0-9a-f]{64}$/);
    expect(shortVersion(engine())).toHaveLength(12);
  });

  it("is another when any one character of any of them is, and says in which part", () => {
    const paths = [...sources.files.keys()];
    const whole = engineOf(sources, "2026a");
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), (path, at) => {
        const text = sources.files.get(path)!;
        const place = at % text.length;
        const altered = `${text.slice(0, place)}${text[place] === "x" ? "y" : "x"}${text.slice(place + 1)}`;
        const other = engineOf({ ...sources, files: new Map(sources.files).set(path, altered) }, "2026a");
        expect(other.version).not.toBe(whole.version);
        const differing = Object.keys(whole.parts).filter((part) => whole.parts[part] !== other.parts[part]);
        expect(differing).toHaveLength(1);
        expect(path).toContain(differing[0] === "src" ? "src/" : `${differing[0]}/`);
      }),
      { numRuns: 50 },
    );
  });

  it("is another with another time-zone database or package, and the same whatever the order of files", () => {
    const whole = engineOf(sources, "2026a").version;
    expect(engineOf(sources, "2026b").version).not.toBe(whole);
    expect(engineOf({ ...sources, packages: new Map([["zod", "0.0.1"]]) }, "2026a").version).not.toBe(whole);
    expect(engineOf({ ...sources, files: new Map([...sources.files].toReversed()) }, "2026a").version).toBe(whole);
    // Moving a file is a change too, and so is moving text from one file to the next.
    const files = (a: string, b: string) => ({
      packages: new Map<string, string>(),
      files: new Map([
        ["src/rules/a.ts", a],
        ["src/rules/b.ts", b],
      ]),
    });
    expect(engineOf(files("xy", "z"), "2026a").version).not.toBe(engineOf(files("x", "yz"), "2026a").version);
  });
});

describe("the engine in the store", () => {
  let home: Home | TestApi | undefined;
  afterEach(async () => home?.close());
  const started = { kind: "engine-started", actor: "platform", parts: {}, release: "0.1.0", node: "26.10.0" } as const;

  it("is noted once, and again only when another one decides; the log gives the same rows", async () => {
    const opened = await openHome();
    home = opened;
    for (const version of ["aa", "aa", "bb", "bb", "aa"]) await opened.submit({ ...started, version });
    expect(enginesOf(opened.db).map(({ version, command }) => `${version} ${command}`)).toEqual([
      "aa 2",
      "bb 3",
      "aa 4",
    ]);
    expect(opened.replayed()).toMatchObject({ commands: 4, refused: [], differences: [] });
  });

  it("stands with the alert and each of its events: what it was when each was decided", async () => {
    const api = await openApi();
    home = api;
    const saturation = (spo2: number) => api.readings("oximeter", [{ kind: "oxygen-saturation", spo2, unit: "%" }]);
    await saturation(84);
    await api.submit({ ...started, version: "aa" });
    api.clock.advance(60_000);
    await saturation(80);
    const nils = await api.as("nils");
    const [alert] = api.alerts("soheil");
    const answer = (await nils({ url: `alerts/${alert?.id}` })).json<{ engine: null; events: { engine: string }[] }>();
    expect(answer.engine).toBeNull();
    expect(answer.events.map(({ engine }) => engine)).toEqual([null, null, "aa", "aa"]);
    const engines = (await nils({ url: "engines" })).json<{ items: object[] }>();
    expect(engines.items).toMatchObject([{ version: "aa", release: "0.1.0" }]);
  });
});

import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import type { Engine } from "../rehearsal/desk.ts";
import { inlineEngine } from "../rehearsal/inline.ts";
import { program } from "./program.ts";
import { picture } from "./rehearsal-report.ts";
import { readSetting } from "./rehearse.ts";

describe("a part of a rule and its new value", () => {
  test.each<[string, unknown]>([
    ["weight-rise-3d.amount=1.5 kg", { rule: "weight-rise-3d", part: "amount", value: { value: 1.5, unit: "kg" } }],
    ["pulse-high.limit=115 /min", { rule: "pulse-high", part: "limit", value: { value: 115, unit: "/min" } }],
    ["weight-rise-3d.days=2", { rule: "weight-rise-3d", part: "days", value: 2 }],
    ["pulse-high.severity=red", { rule: "pulse-high", part: "severity", value: "red" }],
    ['news.of=["a","b"]', { rule: "news", part: "of", value: ["a", "b"] }],
  ])("%s", (text, expected) => expect(readSetting(text)).toEqual(expected));

  test.each(["weight-rise-3d", "amount=1", "a.b=", ".b=1"])("%s is refused", (text) => {
    expect(() => readSetting(text)).toThrow(/rule.part=value/);
  });
});

describe("the picture of alerts per week", () => {
  const side = (...alerts: number[]) => ({
    alerts: 0,
    bySeverity: {},
    calls: 0,
    byShift: {},
    weeks: alerts.map((number, week) => ({ monday: `2026-11-0${week + 1}`, alerts: number })),
  });

  test("a block an alert, a dot for a quiet week", () => {
    expect(picture({ before: side(0, 0), after: side(0, 0) })).toEqual([]);
    expect(picture({ before: side(3, 0), after: side(1, 2) })).toEqual([
      "",
      "week of     in force  draft (█ an alert)",
      "2026-11-01  ███       █",
      "2026-11-02  ·         ██",
    ]);
  });

  test("where there are many a block is several, and one is never none", () => {
    const [, ...lines] = picture({ before: side(90, 1), after: side(0, 4) });
    expect(lines[0]).toContain("█ up to 3 alerts");
    expect(lines[1]).toContain(`${"█".repeat(30)}  ·`);
    expect(lines[2]).toMatch(/ █ +██$/);
  });
});

describe("docs/rehearsal.md", () => {
  const page = readFileSync(new URL("../../docs/rehearsal.md", import.meta.url), "utf8");
  const lines = [...page.matchAll(/^ {4}hemvakt rehearse (.+)$/gm)].map(([, line]) => line ?? "");
  const command = program().commands.find((one) => one.name() === "rehearse");

  test.each(lines)("hemvakt rehearse %s has only options that there are", (line) => {
    const known = command?.options.map(({ long }) => long);
    for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(known).toContain(option);
    for (const [, setting] of line.matchAll(/--set (\S+='[^']*')/g)) readSetting(setting!.replaceAll("'", ""));
  });

  test("shows every option", () => {
    const shown = lines.join(" ");
    expect(command?.options.map(({ long }) => long ?? "").filter((option) => !shown.includes(option))).toEqual([]);
  });
});

describe("hemvakt rehearse", () => {
  let api: TestApi;
  let url: string;
  let asked: PromiseWithResolvers<void>;
  let gate: PromiseWithResolvers<void>;
  const gated: Engine = {
    async run(task, onProgress, signal) {
      const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      asked.resolve();
      await Promise.race([gate.promise, aborted]);
      return inlineEngine(api.db).run(task, onProgress, signal);
    },
    stop: async () => undefined,
  };

  beforeEach(async () => {
    asked = Promise.withResolvers();
    gate = Promise.withResolvers();
    api = await openApi({ at: "2026-11-10T07:10:00+01:00", rehearsals: gated });
    await api.app.listen({ host: "127.0.0.1", port: 0 });
    url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
    for (const value of [82.4, 82.5, 82.4, 84.1, 82.5]) {
      const at = new Date(api.clock.now() - 60_000).toISOString();
      await api.readings("scale", [{ kind: "body-weight", at, value, unit: "kg" }]);
      api.clock.advance(86_400_000);
    }
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    process.exitCode = undefined;
    await api.close();
  });

  /** What it prints, on both streams. */
  async function hemvakt(...args: string[]): Promise<{ out: string; err: string }> {
    const printed: { out: string[]; err: string[] } = { out: [], err: [] };
    vi.spyOn(console, "log").mockImplementation((line: string) => void printed.out.push(line));
    vi.spyOn(console, "error").mockImplementation((line: string) => void printed.err.push(line));
    for (const [name, value] of Object.entries({
      HEMVAKT_URL: url,
      HEMVAKT_USER: "karin",
      HEMVAKT_PASSWORD: password,
    })) {
      vi.stubEnv(name, value);
    }
    await program().parseAsync(["rehearse", ...args], { from: "user" });
    return { out: printed.out.join("\n"), err: printed.err.join("\n") };
  }

  test("a patient: sentences, numbers, a picture and what changes", async () => {
    gate.resolve();
    const { out } = await hemvakt("greta", "--set", "weight-rise-3d.amount=1.5 kg", "--days", "14", "--lang", "sv");
    expect(out).toContain("Med utkastet: 1 larm i stället för 0 på 14 dagar.");
    expect(out).toMatch(/^alerts {2,}0 {2,}1$/m);
    expect(out).toMatch(/^ {2}day {2,}0 {2,}1$/m);
    expect(out).toMatch(/^2026-11-09 {2,}· {2,}█$/m);
    expect(out).toContain(
      "2026-11-13 07:10  added   weight-gain  red       Vikten upp 1,7 kg på 3 dagar, till 84,1 kg (gräns 1,5 kg).",
    );
    expect(out).toContain("Antagande, lika för båda:");
  });

  test("a team: who it concerns", async () => {
    gate.resolve();
    const { out } = await hemvakt("--team", "north", "--set", "weight-rise-3d.amount=1.5 kg");
    expect(out).toContain("1 of 1 patients rehearsed.");
    expect(out).toContain("With the draft: 1 alert instead of 0 in 90 days.");
    expect(out).toMatch(/^greta {2,}0 {2,}1 {2,}1 {2,}0 {2,}0 {2,}0 of 0$/m);
    const json = await hemvakt("--team", "north", "--remove", "pulse-low", "--json");
    expect(JSON.parse(json.out)).toMatchObject({ state: "done", result: { patients: [{ patient: "greta" }] } });
  });

  test("Ctrl-C cancels it on the platform, and the shell is told", async () => {
    const running = hemvakt("--team", "north", "--remove", "pulse-low");
    await asked.promise;
    process.emit("SIGINT");
    const { out, err } = await running;
    expect({ out, err, exit: process.exitCode }).toEqual({ out: "", err: "Cancelled.", exit: 130 });
  });

  test.each<[string, string[]]>([
    ["nobody", ["--remove", "pulse-low"]],
    ["a patient and a team", ["greta", "--team", "north", "--remove", "pulse-low"]],
    ["nothing to rehearse", ["greta"]],
    ["two things", ["greta", "--draft", "d", "--remove", "pulse-low"]],
    ["a draft for a team", ["--team", "north", "--draft", "d"]],
    ["a file that isn't there", ["greta", "--plan", "/nowhere/plan.json"]],
  ])("%s is refused before anything is asked", async (_, args) => {
    await expect(hemvakt(...args)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });

  test("what the platform refuses says why", async () => {
    await expect(hemvakt("greta", "--remove", "nothing-such")).rejects.toMatchObject({
      code: "REQUEST_SHAPE",
      detail: expect.stringContaining("changes nothing"),
    });
  });
});

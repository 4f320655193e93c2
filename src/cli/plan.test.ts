import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import { program } from "./program.ts";

const page = ["plans", "teams", "escalation", "acting", "handover", "patient-messages"]
  .map((name) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), "utf8"))
  .join("\n");
const groups = program().commands.filter((group) =>
  ["plan", "patient", "team", "alert", "handover"].includes(group.name()),
);

describe("the pages about plans, teams, escalation and acting", () => {
  const lines = [...page.matchAll(/^ {4}hemvakt (.+)$/gm)].map(([, line]) => line ?? "");

  test.each(lines)("hemvakt %s is a command with these options", (line) => {
    const [group, name, ...rest] = line.split(" ");
    const outer = groups.find((one) => one.name() === group)?.commands.find((one) => one.name() === name);
    const command = outer?.commands.find((one) => one.name() === rest[0]) ?? outer;
    expect(command, line).toBeDefined();
    for (const option of rest.filter((word) => word.startsWith("--"))) {
      expect(command?.options.map(({ long }) => long)).toContain(option);
    }
  });

  test("shows every command of the groups", () => {
    const shown = new Set(lines.map((line) => line.split(" ", 2).join(" ")));
    const all = groups.flatMap((group) => group.commands.map((command) => `${group.name()} ${command.name()}`));
    expect(all.filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe("Karin at a terminal", () => {
  let api: TestApi;
  let folder: string;
  const said: string[] = [];
  beforeEach(async () => {
    api = await openApi();
    const address = await api.app.listen({ host: "127.0.0.1", port: 0 });
    vi.stubEnv("HEMVAKT_URL", address);
    vi.stubEnv("HEMVAKT_USER", "karin");
    vi.stubEnv("HEMVAKT_PASSWORD", password);
    vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
    folder = mkdtempSync(join(tmpdir(), "hemvakt-plan-"));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
    await api.close();
  });
  const hemvakt = async (...words: string[]): Promise<string> => {
    said.length = 0;
    await program().parseAsync(words, { from: "user" });
    return said.join("\n");
  };

  test("drafts, compares, changes and signs Greta's plan", async () => {
    const changes = join(folder, "changes.json");
    writeFileSync(changes, '{ "rules": [{ "id": "pulse-high", "limit": { "value": 105, "unit": "/min" } }] }');
    const begun = await hemvakt("plan", "draft", "greta", "--changes", changes, "--lang", "sv");
    expect(begun).toContain("Gräns: Pulsen över 110/min: gult larm → Pulsen över 105/min: gult larm");
    const id = /d-[0-9a-f]{16}/.exec(begun)?.[0] ?? "";
    expect(await hemvakt("plan", "change", "greta", id, "--without", "weight-fall-3d")).toContain(
      "Rule (removed): Weight down more than 2.0 kg in 3 days: yellow alert",
    );
    expect(await hemvakt("plan", "drafts", "greta")).toContain(id);
    expect(await hemvakt("plan", "sign", "greta", id)).toBe("Signed: greta version 2.");
    expect(await hemvakt("plan", "show", "greta")).toMatch(/2 +in force +karin .*as signed/);
    expect(await hemvakt("plan", "verify", "greta")).toBe("2 versions are as they were signed.");
    expect(await hemvakt("plan", "diff", "greta", "2")).toContain("Pulse above 105/min");
    expect(await hemvakt("plan", "templates")).toContain("+ copd/oxygen-excess");
  });

  test("pauses and ends, and ends nothing without having said that it is meant", async () => {
    const paused = await hemvakt(
      "patient",
      "pause",
      "greta",
      "--until",
      "2026-12-01T08:00:00+01:00",
      "--reason",
      "admitted",
    );
    expect(paused).toBe("greta: paused until 2026-12-01 07:00Z (admitted).");
    expect(await hemvakt("patient", "list", "--state", "paused")).toContain("greta");
    expect(await hemvakt("patient", "resume", "greta")).toBe("greta: active.");
    await expect(hemvakt("patient", "end", "greta", "--reason", "moved")).rejects.toMatchObject({
      detail: expect.stringContaining("recalls"),
    });
    expect(await hemvakt("patient", "end", "greta", "--reason", "moved", "--yes")).toBe("greta: ended (moved).");
    expect(await hemvakt("patient", "show", "greta")).toContain("Enrolment    ended (moved)");
  });
});

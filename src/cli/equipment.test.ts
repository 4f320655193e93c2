import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { deviceModel } from "../../devices/index.ts";
import { signingIn, withApi } from "./api-client.ts";
import { program } from "./program.ts";
import { tableLines } from "./table.ts";

const page = readFileSync(new URL("../../docs/hubs.md", import.meta.url), "utf8");
const groups = program().commands.filter((group) => ["hub", "device"].includes(group.name()));

describe("docs/hubs.md", () => {
  const lines = [...page.matchAll(/^ {4}hemvakt (.+)$/gm)].map(([, line]) => line ?? "");

  test.each(lines)("hemvakt %s is a command with these options", (line) => {
    const [group, name, ...rest] = line.split(" ");
    const command = groups.find((one) => one.name() === group)?.commands.find((one) => one.name() === name);
    expect(command, line).toBeDefined();
    const options = rest.filter((word) => word.startsWith("--"));
    for (const option of options) expect(command?.options.map(({ long }) => long)).toContain(option);
    const required = command?.registeredArguments.filter((argument) => argument.required) ?? [];
    const given = rest.filter((word, index) => !word.startsWith("--") && !rest[index - 1]?.startsWith("--"));
    expect(given).toHaveLength(required.length);
  });

  test("names models that there are", () => {
    const models = lines.flatMap((line) => /--model (\S+)/.exec(line)?.[1] ?? []);
    expect(models).not.toEqual([]);
    expect(models.filter((id) => deviceModel(id) === undefined)).toEqual([]);
  });

  test("shows every command of both groups", () => {
    const shown = lines.map((line) => line.split(" ")[1]);
    const all = groups.flatMap(({ commands }) => commands.map((command) => command.name()));
    expect([...new Set(all)].filter((name) => !shown.includes(name))).toEqual([]);
  });
});

test("a table is as wide as its cells, and nothing stands as a hyphen", () => {
  const rows = [
    ["hv-0312", 80, null],
    ["a", "", "x"],
  ];
  expect(tableLines(["hub", "battery", "sign"], rows)).toEqual([
    "hub      battery  sign",
    "hv-0312  80       -",
    "a        -        x",
  ]);
});

describe("signing in", () => {
  const nothing = async () => "";

  test.each<[string, Record<string, string>, string]>([
    ["nobody", {}, "Set HEMVAKT_TOKEN"],
    ["a user without a password", { HEMVAKT_USER: "ture" }, "Set HEMVAKT_TOKEN"],
    ["what is no address", { HEMVAKT_URL: "hemvakt", HEMVAKT_TOKEN: "t" }, "an http or https address"],
    ["plain http off this machine", { HEMVAKT_URL: "http://192.0.2.1", HEMVAKT_TOKEN: "t" }, "need https"],
  ])("as %s is refused before anything is sent", async (_, environment, reason) => {
    await expect(withApi(environment, nothing)).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      detail: expect.stringContaining(reason),
    });
  });

  test("is explained in the help of both groups", () => {
    expect(signingIn).toContain("HEMVAKT_TOKEN");
    for (const group of groups) {
      let text = "";
      group.configureOutput({ writeOut: (part) => void (text += part) });
      group.outputHelp();
      expect(text).toContain(signingIn.trim());
    }
  });
});

import { describe, expect, it } from "vitest";
import { settings } from "../config.ts";
import { program } from "./program.ts";

/** What the command line prints before it gives up or ends. */
async function run(...args: string[]): Promise<string> {
  let text = "";
  const take = (part: string): void => void (text += part);
  const command = program();
  for (const one of [command, ...command.commands]) {
    one.exitOverride().configureOutput({ writeOut: take, writeErr: take });
  }
  await command.parseAsync(args, { from: "user" }).catch((error: { code?: string }) => take(error.code ?? ""));
  return text;
}

describe("hemvakt", () => {
  it("lists its commands, its version, and what it is not", async () => {
    const help = await run("--help");
    for (const name of ["serve", "demo", "import", "simulate", "cohort", "replay"])
      expect(help).toMatch(new RegExp(`^ {2}${name} `, "m"));
    expect(help).toContain("Not a medical device");
    expect(help).toContain("call 112");
    expect(await run("--version")).toMatch(/^\d+\.\d+\.\d+/);
  });

  it.each(["serve", "demo"])("explains every setting in the help of %s", async (name) => {
    const help = await run(name, "--help");
    for (const { variable } of Object.values(settings)) expect(help).toContain(variable);
  });

  it("says what it doesn't know", async () => {
    expect(await run("nonsense")).toContain("unknown command 'nonsense'");
  });
});

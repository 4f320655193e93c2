import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { type Platform, password, startPlatform } from "../../test/helpers/platform.ts";
import { program } from "./program.ts";

describe("docs/late.md", () => {
  const page = readFileSync(new URL("../../docs/late.md", import.meta.url), "utf8");
  const lines = [...page.matchAll(/^ {4}hemvakt reading (.+)$/gm)].map(([, line]) => line ?? "");
  const { commands } = program().commands.find((one) => one.name() === "reading")!;

  test.each(lines)("hemvakt reading %s is a command with these options", (line) => {
    const command = commands.find((one) => one.name() === line.split(" ")[0]);
    for (const [option] of line.matchAll(/--\w+/g)) expect(command?.options.map(({ long }) => long)).toContain(option);
  });

  test("shows every command", () => {
    expect(lines.map((line) => line.split(" ")[0])).toEqual(commands.map((command) => command.name()));
  });
});

let platform: Platform | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await platform?.close();
});

/** What `hemvakt` prints. */
async function hemvakt(...args: string[]): Promise<string> {
  const said: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  await program().parseAsync(args, { from: "user" });
  log.mockRestore();
  return said.join("\n");
}

describe("from the command line", () => {
  it("the husband's finger in Greta's oximeter: excluded, looked at, taken back", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const hub = await platform.hub("hub-greta");
    const spo2 = { kind: "oxygen-saturation", at: "2026-11-22T13:55:00+01:00", spo2: 84 };
    await hub.publish("readings", { id: "m1", device: "oximeter", readings: [spo2] });
    await hub.heard("receipts");
    const nils = await platform.person("nils");
    const list = await nils.get("patients/soheil/readings");
    const [{ id }] = (list.body as { items: [{ id: string }] }).items;
    vi.stubEnv("HEMVAKT_URL", platform.url("").replace(/\/$/, ""));
    vi.stubEnv("HEMVAKT_USER", "nils");
    vi.stubEnv("HEMVAKT_PASSWORD", password);

    expect(await hemvakt("reading", "show", id)).toMatch(/Decision {2}finding, plan 1\n[^]*alert\.opened[^]*84 %/);
    expect(await hemvakt("reading", "exclude", id, "--reason", "other-person", "--note", "maken")).toMatch(
      /counts nowhere now\.[^]*reading\.excluded +nils[^]*finding[^]*other-person maken[^]*alert\.withdrawn/,
    );
    expect(await hemvakt("reading", "show", id)).toMatch(/Flags +excluded[^]*Excluded +other-person, maken, nils/);
    expect(await hemvakt("reading", "include", id)).toContain("counts again: finding.");
    expect(await hemvakt("reading", "show", id, "--lang", "sv")).toMatch(
      /Syremättnaden 84 %, under säkerhetsgräns 85 %/,
    );
    await expect(hemvakt("reading", "include", id)).rejects.toMatchObject({ code: "READING_STATE" });
  });
});

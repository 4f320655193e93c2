import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { storeFile } from "../store/sqlite/open.ts";
import { engine, shortVersion } from "../verify/engine.ts";
import { verifyCommand } from "./verify.ts";

let home: Home;
let alert: string;
beforeEach(async () => {
  home = await openHome();
  await home.submit({ kind: "engine-started", ...engine(), actor: "platform" });
  await home.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 84, pulse: 90, unit: "%" }]);
  alert = home.alerts("soheil")[0]!.id;
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await home.close();
});

/** What the command prints. */
async function printed(...args: string[]): Promise<string> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  await verifyCommand().parseAsync([...args, "--data", home.folder], { from: "user" });
  return lines.join("\n");
}

describe("hemvakt verify", () => {
  it("says that an alert is identical and what was compared, beside a ledger that goes on", async () => {
    const lines = (await printed(alert)).split("\n");
    expect(lines.slice(0, 2)).toEqual([
      `Recomputed from 3 commands by engine ${shortVersion(engine())} (${engine().release}).`,
      `Alert ${alert}: identical. Compared: 1 alert, 2 events, 1 reading, 1 series, 1 plan.`,
    ]);
    expect(lines[2]).toMatch(/^The log up to command 3: seal [0-9a-f]{64}\.$/);
    expect(lines).toHaveLength(3);
    expect(process.exitCode).toBeUndefined();
  });

  it("counts all of them with --all, says it in Swedish, and gives it as JSON", async () => {
    expect(await printed("--all", "--lang", "sv")).toContain(`Larm ${alert}: identiskt. Jämfört: 1 larm, 2 händelser`);
    const json = JSON.parse(await printed("--all", "--json")) as object;
    expect(json).toMatchObject({ commands: 3, broken: [], proofs: [{ alert, identical: true, otherEngine: false }] });
  });

  it("says what differs and where, and ends with 1", async () => {
    const db = new DatabaseSync(storeFile(home.folder));
    db.exec("UPDATE event SET data = replace(data, '\"value\":840', '\"value\":850') WHERE alert IS NOT NULL");
    db.exec("UPDATE command SET payload = x'7b7d' WHERE seq = 1");
    db.close();
    const said = await printed(alert);
    expect(said).toContain(`Alert ${alert}: not identical.`);
    expect(said).toContain("The log was altered since it was written: commands 1.");
    expect(process.exitCode).toBe(1);
  });

  it("refuses an alert that isn't there, and neither or both of an alert and --all", async () => {
    await expect(printed("a9-9")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(printed()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    await expect(printed(alert, "--all")).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });
});

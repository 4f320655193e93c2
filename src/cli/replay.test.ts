import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { storeFile } from "../store/sqlite/open.ts";
import { replayCommand, replayFolder, replayLines } from "./replay.ts";

let home: Home | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await home?.close();
  home = undefined;
});

/** A store with one alert, still in use. */
async function store(): Promise<Home> {
  home = await openHome();
  await home.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 84, pulse: 90, unit: "%" }]);
  return home;
}

/** What the command prints for a folder. */
async function printed(folder: string): Promise<string> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  await replayCommand().parseAsync(["--data", folder], { from: "user" });
  return lines.join("\n");
}

describe("hemvakt replay", () => {
  it("finds the log and the store identical, beside a ledger that goes on", async () => {
    const { folder } = await store();
    expect(await printed(folder)).toBe(
      `Replayed: commands 2, alerts 1, events ${home?.count("event")}.
Identical to what is stored.`,
    );
    expect(process.exitCode).toBeUndefined();
  });

  it("names what differs when one alert was changed behind the log's back, and ends with 1", async () => {
    const { folder } = await store();
    const db = new DatabaseSync(storeFile(folder));
    db.exec("UPDATE alert SET severity = 'yellow'");
    db.close();
    expect(await printed(folder)).toMatch(/^alert a\S+: differs$/m);
    expect(process.exitCode).toBe(1);
  });

  it("changes nothing in the store, and says where there is none", async () => {
    const { folder, count } = await store();
    const before = [count("command"), count("event"), count("reading")];
    await replayFolder(folder);
    expect([count("command"), count("event"), count("reading")]).toEqual(before);
    const empty = mkdtempSync(join(tmpdir(), "hemvakt-empty-"));
    await expect(replayFolder(empty)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    rmSync(empty, { recursive: true });
  });

  it("says in words what was refused, is new or is missing", () => {
    const differences = [
      { table: "event", key: "7", recorded: "{}" },
      { table: "event", key: "8", replayed: "{}" },
    ];
    expect(replayLines({ commands: 3, alerts: 1, events: 2, refused: [2], broken: [3], differences })).toEqual([
      "Replayed: commands 3, alerts 1, events 2.",
      "Decided when recorded, refused now: commands 2.",
      "Altered since they were logged: commands 3.",
      "event 7: missing in the replay",
      "event 8: new in the replay",
      "Not identical.",
    ]);
  });
});

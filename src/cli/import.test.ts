import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { verifyHubSecret } from "../auth/hub-secret.ts";
import { loadOrCreateKey } from "../auth/key-file.ts";
import { verifyPassword } from "../auth/passwords.ts";
import { manualClock } from "../clock.ts";
import { claimFolder, openReader } from "../store/sqlite/open.ts";
import { importCommand } from "./import.ts";

const right = readFileSync(new URL("../../test/tables/region.yaml", import.meta.url), "utf8");
const DAY = 86_400_000;
let root: string;
let data: string;
let clock: ReturnType<typeof manualClock>;
let printed: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hemvakt-import-"));
  data = join(root, "data");
  clock = manualClock("2026-11-22T06:00:00Z");
  printed = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(...text.split("\n")));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

/** Runs `hemvakt import` on a text and gives what it printed. */
async function importing(text: string, ...options: string[]): Promise<string[]> {
  const file = join(root, "region.yaml");
  writeFileSync(file, text);
  printed = [];
  await importCommand(clock).parseAsync([file, "--data", data, ...options], { from: "user" });
  return printed;
}

/** The columns of what was printed: list → "added changed unchanged". */
const counted = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    lines
      .slice(1, -1)
      .map((line) => line.split(/\s+/))
      .map(([list, ...cells]) => [list, cells.join(" ")]),
  );

const everything = (cells: string) =>
  Object.fromEntries([
    ...["teams", "staff", "patients", "plans", "hubs", "devices", "assignments"].map((list) => [list, cells]),
    ["rota", "0 0 0"],
    ["responsibilities", "0 0 0"],
  ]);

describe("hemvakt import", () => {
  test("brings an empty folder to what the file declares; again, days later, it changes nothing", async () => {
    const first = await importing(right);
    expect(counted(first)).toEqual(everything("1 0 0"));
    expect(first.at(-1)).toBe("Imported.");
    clock.advance(3 * DAY);
    const second = await importing(right);
    expect(counted(second)).toEqual(everything("0 0 1"));
    expect(second.at(-1)).toBe("Nothing has changed.");
  });

  test("stores hashes by which the platform knows the password and the secret, and neither of them", async () => {
    await importing(right);
    const db = openReader(data);
    const staff = db.get<{ password: string }>("SELECT password FROM staff");
    const hub = db.get<{ secret: Uint8Array }>("SELECT secret FROM hub");
    db.close();
    expect(await verifyPassword(staff?.password, "correct horse battery")).toBe(true);
    const stored = Buffer.from(hub?.secret ?? []).toString("hex");
    expect(verifyHubSecret(loadOrCreateKey(data), "w7nV0cYt3KxQd9LmBz5RfA", stored)).toBe(true);
    const bytes = readFileSync(join(data, "hemvakt.db")).toString("latin1");
    expect(bytes).not.toContain("correct horse battery");
    expect(bytes).not.toContain("w7nV0cYt3KxQd9LmBz5RfA");
  });

  test("adds and changes what is new, and leaves the rest", async () => {
    await importing(right);
    const more = right
      .replace("name: Team Norr", "name: Team Nord")
      .replace("plans:", "  - { id: olle, name: { given: Olle, family: Prov }, team: norr }\nplans:");
    expect(counted(await importing(more))).toEqual({ ...everything("0 0 1"), teams: "0 1 0", patients: "1 0 1" });
  });

  test("takes a file that refers to what is stored already", async () => {
    await importing(right);
    const more = "devices:\n  - { id: ua651, hub: hv-1, model: generic-blood-pressure }\n";
    expect(counted(await importing(more))).toMatchObject({ devices: "1 0 0", teams: "0 0 0" });
  });

  test("refuses a wrong file whole, and leaves no store behind", async () => {
    await expect(importing(right.replace("hub: hv-1", "hub: hv-2"))).rejects.toMatchObject({
      code: "REGION_REFERENCE",
      detail: "region.yaml:33:10: devices[0].hub: no hub has this id",
    });
    expect(existsSync(join(data, "hemvakt.db"))).toBe(false);
  });

  test("refuses to change a signed plan, and then changes nothing else either", async () => {
    await importing(right);
    const changed = right.replace("preset: [heart-failure]", "preset: [copd]").replace("Team Norr\n", "Team Nord\n");
    await expect(importing(changed)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    expect(counted(await importing(right))).toEqual(everything("0 0 1"));
  });

  test("says what to do when the platform runs on the folder", async () => {
    const release = claimFolder(data);
    await expect(importing(right)).rejects.toMatchObject({
      code: "DATA_IN_USE",
      detail: expect.stringContaining("stop Hemvakt, import, and start it again") as string,
    });
    release();
    expect(counted(await importing(right))).toEqual(everything("1 0 0"));
  });

  test("says which file it can't read", async () => {
    const missing = join(root, "nowhere.yaml");
    await expect(importCommand(clock).parseAsync([missing, "--data", data], { from: "user" })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      detail: `${missing} can't be read (ENOENT).`,
    });
  });
});

describe("hemvakt import --dry-run", () => {
  test("says what an import would, and writes nothing, not even a folder", async () => {
    const dry = await importing(right, "--dry-run");
    expect(counted(dry)).toEqual(everything("1 0 0"));
    expect(dry.at(-1)).toBe("Dry run: nothing was written.");
    expect(existsSync(data)).toBe(false);
    expect(counted(dry)).toEqual(counted(await importing(right)));
  });

  test("agrees with the import about what has changed, also beside a running platform", async () => {
    await importing(right);
    const changed = right.replace("name: Team Norr", "name: Team Nord").replace("    from: -P90D", "    from: -P80D");
    const release = claimFolder(data);
    const dry = counted(await importing(changed, "--dry-run"));
    release();
    expect(dry).toEqual({ ...everything("0 0 1"), teams: "0 1 0", assignments: "0 1 0" });
    expect(counted(await importing(changed))).toEqual(dry);
  });

  test("refuses a wrong file as the import does", async () => {
    await expect(importing(right.replace("role: physician", "role: doctor"), "--dry-run")).rejects.toMatchObject({
      code: "REGION_FIELD",
    });
  });
});

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restoreBackup } from "../../src/backup/restore.ts";
import { realClock } from "../../src/clock.ts";
import { claimFolder, openReader } from "../../src/store/sqlite/open.ts";
import { openSource, type Source } from "../helpers/backup.ts";

// Each starts the whole program, several times.
const patience = { timeout: 90_000 };
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let source: Source;
beforeEach(async () => {
  source = await openSource();
});
afterEach(() => source.close());

/** Runs `hemvakt` as a process of its own; `blocks`: the largest file it may write, in blocks of 512 bytes. */
function hemvakt(args: readonly string[], blocks?: number) {
  const limit = blocks === undefined ? "" : `ulimit -f ${blocks}; `;
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", `${limit}exec "$@"`, "sh", process.execPath, at("../../src/cli/main.ts"), ...args],
    { encoding: "utf8", env: { PATH: process.env["PATH"], TMPDIR: process.env["TMPDIR"] } },
  );
  return { status, stdout, stderr };
}

const readings = (folder: string): number => {
  const db = openReader(folder);
  try {
    return db.get<{ n: number }>("SELECT count(*) AS n FROM reading")?.n ?? 0;
  } finally {
    db.close();
  }
};

describe("the commands", () => {
  it("back up, prove and restore, and say what to know about it", patience, () => {
    const [backup, data] = [source.at("b"), source.at("data")];
    const made = hemvakt(["backup", "--data", source.home.folder, backup]);
    expect(made).toMatchObject({ status: 0, stdout: expect.stringContaining("It holds hub-secrets.key") });
    expect(made.stdout).toContain("commands 2, readings 1, alerts 1, events ");
    expect(hemvakt(["verify-backup", backup])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Whole and unaltered"),
    });
    expect(hemvakt(["restore", backup, "--data", data])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("valid again"),
    });
    const again = hemvakt(["restore", backup, "--data", data]);
    expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining("RESTORE_TARGET") });
    expect(again.stderr).toContain("--replace");
  });

  it("end with 1 and a coded reason on a full disk, and leave nothing half done", patience, async () => {
    const full = hemvakt(["backup", "--data", source.home.folder, source.at("b")], 128);
    expect(full).toMatchObject({ status: 1, stderr: expect.stringContaining("COPY_FAILED") });
    expect(readdirSync(source.shelf)).toEqual([]);
    await source.backup("b");
    const restored = hemvakt(["restore", source.at("b"), "--data", source.at("data")], 128);
    expect(restored).toMatchObject({ status: 1, stderr: expect.stringContaining("COPY_FAILED") });
    expect(readdirSync(source.shelf)).toEqual(["b"]);
  });
});

describe("kill -9 during a restore", () => {
  /** Restores in a process of its own that kills itself with SIGKILL at a step. */
  const killedAt = (step: string) =>
    spawnSync(process.execPath, [at("./killed-restore.ts"), source.at("b"), source.at("data"), step]).signal;

  const restore = (name: string) =>
    restoreBackup({ backup: source.at(name), folder: source.at("data"), replace: true, clock: realClock });

  it.each([
    { step: "verified", left: "old" },
    { step: "copied", left: "old" },
    { step: "prepared", left: "old" },
    { step: "moved-aside", left: "new" },
    { step: "done", left: "new" },
  ])("after $step leaves the $left folder, whole", async ({ step, left }) => {
    await source.backup("older");
    await source.home.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 95, pulse: 70, unit: "%" }]);
    await source.backup("b");
    await restore("older");
    expect(readings(source.at("data"))).toBe(1);

    expect(killedAt(step)).toBe("SIGKILL");

    // As the platform does when it starts.
    claimFolder(source.at("data"))();
    expect(readings(source.at("data"))).toBe(left === "old" ? 1 : 2);
    expect(readFileSync(join(source.at("data"), "hub-secrets.key"))).toHaveLength(32);
    // A second try ends well, whatever the first left lying about.
    await restore("b");
    expect(readings(source.at("data"))).toBe(2);
  });

  it.each(["verified", "copied"])(
    "to a new place after %s leaves nothing there, and the place is free",
    async (step) => {
      await source.backup("b");
      expect(killedAt(step)).toBe("SIGKILL");
      expect(existsSync(source.at("data"))).toBe(false);
      expect(hemvakt(["restore", source.at("b"), "--data", source.at("data")]).status).toBe(0);
      expect(readings(source.at("data"))).toBe(1);
    },
  );
});

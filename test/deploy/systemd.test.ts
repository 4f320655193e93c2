import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";

const deploy = new URL("../../deploy/", import.meta.url);
const unit = readFileSync(new URL("hemvakt.service", deploy), "utf8");

/** The values of a directive, in order. */
const values = (directive: string): string[] =>
  [...unit.matchAll(new RegExp(`^${directive}=(.*)$`, "gm"))].map(([, value]) => value ?? "");

test("systemd finds nothing wrong with the unit", () => {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-unit-"));
  try {
    const file = join(folder, "hemvakt.service");
    // Where the platform isn't installed, its Node is the one that runs this test.
    writeFileSync(file, unit.replace("/opt/hemvakt/node_modules/.bin/node", process.execPath));
    const { error, status, stderr } = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
    if (error) throw new Error("This test needs systemd-analyze: apt-get install systemd", { cause: error });
    expect(stderr.split("\n").filter((line) => line.includes("hemvakt"))).toEqual([]);
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the service is somebody, but nobody special", () => {
  expect(values("User")).toEqual(["hemvakt"]);
  expect(values("CapabilityBoundingSet")).toEqual([""]);
  expect(values("NoNewPrivileges")).toEqual(["yes"]);
  expect(values("ProtectSystem")).toEqual(["strict"]);
});

test("the folder it may write to is the one it keeps everything in", () => {
  expect(values("StateDirectory")).toEqual(["hemvakt"]);
  expect(values("Environment").join(" ")).toContain("HEMVAKT_DATA=/var/lib/hemvakt");
});

test("it is started again after a failure and has time to stop in good order", () => {
  expect(values("Restart")).toEqual(["on-failure"]);
  expect(Number(values("TimeoutStopSec")[0])).toBeGreaterThanOrEqual(30);
});

test("V8 may make the code that it runs", () => {
  expect(values("MemoryDenyWriteExecute")).toEqual([]);
});

test("the example settings and the unit's own are settings that the platform takes", () => {
  const example = readFileSync(new URL("hemvakt.env.example", deploy), "utf8");
  const lines = [...example.split("\n"), ...values("Environment").flatMap((line) => line.split(" "))];
  const given = lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split("=", 2) as [string, string]);
  expect(readConfig(Object.fromEntries(given))).toMatchObject({ host: "0.0.0.0", data: "/var/lib/hemvakt" });
});

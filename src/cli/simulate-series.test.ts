import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { madeUpSeries } from "../../simulators/index.ts";
import { startMosquitto } from "../../simulators/testing/mosquitto.ts";
import { simulateCommand } from "./simulate.ts";

let folder: string;
let file: string;
const printed: string[] = [];
const told: string[] = [];
const map = "at=measured,systolic=upper,diastolic=lower,patient=code";
const simulate = (...options: string[]) =>
  simulateCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parseAsync(["--from", file, "--map", map, ...options], { from: "user" });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hemvakt-series-"));
  file = join(folder, "series.csv");
  await writeFile(file, madeUpSeries({ seed: 1, people: 2, days: 30 }));
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    told.push(String(text));
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  printed.length = 0;
  told.length = 0;
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

describe("hemvakt simulate --from", () => {
  it("says what it would send and sends nothing", async () => {
    // Nobody listens there: a connection would be tried for ever.
    await simulate("--dry-run", "--url", "mqtt://127.0.0.1:1");
    const text = printed.join("\n");
    expect(text).toMatch(/^series\.csv: \d+ readings of 2 people, blood-pressure in mm\[Hg\], 2020-03-\d\dT/);
    expect(text).toContain("Columns not used: note, index.");
    expect(text).toMatch(/Would send 2 messages from 2 hubs/);
    expect(text).not.toContain("person-");
  });

  it("writes the region for its owner's eyes only, sends with its secrets, and reports like any simulation", async () => {
    const region = join(folder, "region.yaml");
    await simulate("--write-region", region);
    expect((await stat(region)).mode & 0o077).toBe(0);
    expect(await readFile(region, "utf8")).not.toContain("person-");
    printed.length = 0;
    const mosquitto = await startMosquitto("allow_anonymous true");
    try {
      await simulate("--url", mosquitto.url, "--secrets", region, "--json", "--speed", "1000000000");
    } finally {
      await mosquitto.stop();
    }
    const rows = (await readFile(file, "utf8")).trim().split("\n").length - 1;
    // Paced: one message for each reading.
    expect(JSON.parse(printed.join("\n"))).toMatchObject({ counts: { sent: rows, acknowledged: rows }, failed: [] });
    expect(told.join("")).toContain(`series.csv: ${rows} readings`);
    expect(process.exitCode).toBeUndefined();
  });

  it("names the lines that can't be sent, or leaves them out when told to", async () => {
    const lines = (await readFile(file, "utf8")).split("\n");
    lines[4] = '"person-1","yesterday",80,120,"",""';
    lines[6] = '"person-1","2020-10-25  02:30:00",80,120,"",""';
    await writeFile(file, lines.join("\n"));
    const failure = await simulate("--dry-run").catch((error: { code: string; detail: string }) => error);
    expect(failure).toMatchObject({
      code: "SERIES_INVALID",
      detail: expect.stringContaining("line 5, column 2 (measured): no date and time such as"),
    });
    expect(JSON.stringify(failure)).not.toContain("yesterday");
    await simulate("--dry-run", "--skip-bad-lines");
    expect(printed.join("\n")).toContain("Left out:\nline 5, column 2");
    expect(printed.join("\n")).toContain("showed twice in Europe/Stockholm, the first of the two taken: line 7.");
  });

  it("refuses a file it can't read, and options that don't go together", async () => {
    await writeFile(file, Buffer.from([0x61, 0xe4, 0x0a]));
    await expect(simulate()).rejects.toMatchObject({ code: "CONFIG_INVALID", message: expect.stringMatching("UTF-8") });
    file = join(folder, "nothing.csv");
    await expect(simulate()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    await expect(simulate("--homes", "3")).rejects.toMatchObject({ code: "commander.conflictingOption" });
    const without = simulateCommand().exitOverride().parseAsync(["--dry-run"], { from: "user" });
    await expect(without).rejects.toMatchObject({ code: "CONFIG_INVALID", message: expect.stringMatching("--from") });
    const unmapped = simulateCommand().exitOverride().parseAsync(["--from", file], { from: "user" });
    await expect(unmapped).rejects.toMatchObject({ code: "CONFIG_INVALID", message: expect.stringMatching("--map") });
  });
});

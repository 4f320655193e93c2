import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { deviceModels } from "../../devices/index.ts";
import { startMosquitto } from "../../simulators/testing/mosquitto.ts";
import { regionSchema } from "../region/region.ts";
import { simulateCommand } from "./simulate.ts";

let folder: string;
const printed: string[] = [];
const simulate = (...options: string[]) =>
  simulateCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parseAsync(options, { from: "user" });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hemvakt-simulate-"));
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  printed.length = 0;
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

describe("hemvakt simulate", () => {
  it("writes a region that the import takes: whole, consistent, with strong secrets, for its owner's eyes only", async () => {
    const file = join(folder, "region.yaml");
    await simulate("--homes", "40", "--days", "30", "--seed", "5", "--write-region", file);
    const region = regionSchema.parse(parse(await readFile(file, "utf8")));
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(region.hubs).toHaveLength(40);
    expect(new Set(region.hubs.map(({ secret }) => secret)).size).toBe(40);
    for (const { secret } of region.hubs)
      expect(Buffer.from(secret, "base64url").length * 8).toBeGreaterThanOrEqual(128);
    const ids = (of: readonly { id: string }[]) => new Set(of.map(({ id }) => id));
    for (const { team } of [...region.patients, ...region.hubs]) expect(ids(region.teams)).toContain(team);
    for (const { patient, signedBy } of region.plans) {
      expect(ids(region.patients)).toContain(patient);
      expect(ids(region.staff)).toContain(signedBy);
    }
    for (const { device, patient } of region.assignments) {
      expect(ids(region.devices)).toContain(device);
      expect(ids(region.patients)).toContain(patient);
    }
    const models = ids(deviceModels);
    for (const { hub, model } of region.devices) {
      expect(ids(region.hubs)).toContain(hub);
      expect(models).toContain(model);
    }
    expect(region.plans).toHaveLength(region.patients.length);
  });

  it("sends with the secrets of that file and reports in JSON; everything is acknowledged", async () => {
    const file = join(folder, "region.yaml");
    await simulate("--homes", "3", "--days", "3", "--write-region", file);
    printed.length = 0;
    const mosquitto = await startMosquitto("allow_anonymous true");
    try {
      const run = ["--homes", "3", "--days", "3", "--url", mosquitto.url, "--secrets", file, "--json"];
      await simulate(...run, "--speed", "10000000");
    } finally {
      await mosquitto.stop();
    }
    const report = JSON.parse(printed.join("\n")) as {
      counts: Record<string, number>;
      failed: unknown[];
      hubs: object;
    };
    expect(report.counts["sent"]).toBeGreaterThan(3);
    expect(report.counts["acknowledged"]).toBe(report.counts["sent"]);
    expect(Object.keys(report.hubs)).toHaveLength(3);
    expect(report.failed).toEqual([]);
    expect(process.exitCode).toBeUndefined();
  });

  it("says which hub gave up and ends with 1 when a broker refuses the secrets", async () => {
    const mosquitto = await startMosquitto("allow_anonymous false");
    try {
      // A week: on one day nobody may have measured anything, and then no hub has anything to say.
      await simulate("--homes", "1", "--days", "7", "--url", mosquitto.url);
    } finally {
      await mosquitto.stop();
    }
    expect(printed.join("\n")).toContain("Hub sim-hub-0001 gave up: MQTT_CREDENTIALS.");
    expect(process.exitCode).toBe(1);
  });

  it("names what is wrong with a secrets file, and never a secret", async () => {
    const file = join(folder, "secrets.json");
    await expect(simulate("--secrets", file)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    await writeFile(file, '{"sim-hub-0001": "s3cret"');
    await expect(simulate("--secrets", file)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    await writeFile(file, '{"sim-hub-0001": "s3cret"}');
    const failure = await simulate("--homes", "2", "--secrets", file).catch((error: Error) => error.message);
    expect(failure).toContain("sim-hub-0002");
    expect(failure).not.toContain("s3cret");
  });

  it("refuses options that make no sense", async () => {
    for (const wrong of [
      ["--homes", "0"],
      ["--days", "1.5"],
      ["--speed", "-1"],
      ["--live", "sometimes"],
      ["--live", "PT0S"],
      ["--zone", "Europe/Nowhere"],
    ]) {
      await expect(simulate(...wrong)).rejects.toMatchObject({ code: "commander.invalidArgument" });
    }
  });
});

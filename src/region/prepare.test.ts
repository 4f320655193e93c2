import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { planBodySchema } from "../domain/plan.ts";
import { preset } from "../rules/presets.ts";
import { type Preparation, prepareRegion } from "./prepare.ts";
import { readRegionFile } from "./read.ts";
import type { Region, RegionFile } from "./region.ts";

const now = Temporal.Instant.from("2026-11-22T06:00:00Z").epochMilliseconds;
const DAY = 86_400_000;
const text = readFileSync(new URL("../../test/tables/region.yaml", import.meta.url), "utf8");
const file = (change: (text: string) => string = (same) => same): RegionFile =>
  readRegionFile(change(text), "region.yaml", { now });

let salt = 0;
const preparation: Preparation = {
  now,
  hashPassword: async (password) => `hash-${(salt += 1)}-of-${password.length}`,
  hashHubSecret: (secret) => createHmac("sha256", "hub key").update(secret).digest("hex"),
  fingerprint: (text) => createHmac("sha256", "fingerprint key").update(text).digest("hex"),
};
const prepare = (region: RegionFile, more: Partial<Preparation> = {}) =>
  prepareRegion(region, { ...preparation, ...more });

test("instants are resolved, plans are complete, passwords and secrets are hashed and gone", async () => {
  const region = await prepare(file());
  expect(region.patients[0]).toMatchObject({ id: "greta", enrolledAt: now - 90 * DAY });
  expect(region.plans[0]).toMatchObject({
    patient: "greta",
    version: 1,
    signedBy: "eva",
    signedAt: now - 90 * DAY,
    validFrom: now - 90 * DAY,
    body: preset(["heart-failure"]),
  });
  expect(region.assignments[0]).toMatchObject({ device: "uc352", patient: "greta", from: now - 90 * DAY });
  expect(region.assignments[0]).not.toHaveProperty("to");
  expect(region.staff[0]?.passwordHash).toMatch(/^hash-\d+-of-21$/);
  expect(JSON.stringify(region)).not.toContain("correct horse battery");
  expect(JSON.stringify(region)).not.toContain("w7nV0cYt3KxQd9LmBz5RfA");
});

test("a plan's body replaces parts of its presets", async () => {
  const body = "preset: [copd]\n    body: { treatmentLimitation: not for hospital, zone: Europe/Helsinki }";
  const region = await prepare(file((yaml) => yaml.replace("preset: [heart-failure]", body)));
  const plan = region.plans[0]?.body;
  expect(plan).toEqual({ ...preset(["copd"]), zone: "Europe/Helsinki", treatmentLimitation: "not for hospital" });
  expect(planBodySchema.safeParse(plan).success).toBe(true);
});

test("what has no time begins with the import", async () => {
  const region = await prepare(
    file((yaml) => yaml.replace("    enrolledAt: -P90D\n", "").replace("    from: -P90D\n", "")),
  );
  expect([region.patients[0]?.enrolledAt, region.assignments[0]?.from]).toEqual([now, now]);
});

test("a plan signed later than it would be valid is refused", async () => {
  const region = file();
  const plans = region.plans.map((plan) => ({ ...plan, validFrom: "-P91D" }));
  await expect(prepare({ ...region, plans })).rejects.toMatchObject({ code: "PLAN_BACKDATED" });
});

/** Every entry's digest, by list and position. */
const digests = (region: Region): Record<string, string> =>
  Object.fromEntries(
    Object.entries(region).flatMap(([section, entries]) =>
      entries.map(({ digest }, index): [string, string] => [`${section}[${index}]`, digest]),
    ),
  );

describe("digests", () => {
  test("are those of the declaration: another day, other salts, another order of fields, JSON instead of YAML", async () => {
    const first = digests(await prepare(file()));
    expect(digests(await prepare(file(), { now: now + 30 * DAY }))).toEqual(first);
    const reversed = JSON.parse(JSON.stringify(file()), (_key, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as RegionFile;
    expect(digests(await prepare(reversed))).toEqual(first);
    expect(Object.values(first).every((digest) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    expect(new Set(Object.values(first)).size).toBe(7);
  });

  test.each([
    ["Team Norr\n", "Team Nord\n", "teams[0]"],
    ["correct horse battery", "correct horse batteri", "staff[0]"],
    ["born: 1941-05-17", "born: 1941-05-18", "patients[0]"],
    ["preset: [heart-failure]", "preset: [copd]", "plans[0]"],
    ["w7nV0cYt3KxQd9LmBz5RfA", "w7nV0cYt3KxQd9LmBz5RfB", "hubs[0]"],
    ["model: generic-weight", "model: other", "devices[0]"],
    ["    from: -P90D", "    from: -P89D", "assignments[0]"],
  ])("%j → %j changes that of %s and no other", async (from, to, which) => {
    const before = digests(await prepare(file()));
    const after = digests(await prepare(file((yaml) => yaml.replace(from, to))));
    expect(Object.keys(before).filter((key) => before[key] !== after[key])).toEqual([which]);
  });

  test("can't be used to try passwords on without the installation's key", async () => {
    const other = (text: string) => createHmac("sha256", "another key").update(text).digest("hex");
    const [before, after] = [await prepare(file()), await prepare(file(), { fingerprint: other })].map(digests);
    expect(before?.["staff[0]"]).not.toBe(after?.["staff[0]"]);
    expect(before?.["hubs[0]"]).not.toBe(after?.["hubs[0]"]);
    expect(before?.["teams[0]"]).toBe(after?.["teams[0]"]);
  });
});

test("passwords are hashed one after the other", async () => {
  let running = 0;
  let most = 0;
  const hashPassword = async (password: string) => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return password.length.toString();
  };
  const region = file();
  const staff = Array.from({ length: 100 }, (_, index) => ({
    ...region.staff[0]!,
    id: `s${index}`,
    username: `s${index}x`,
  }));
  expect((await prepare({ ...region, staff }, { hashPassword })).staff).toHaveLength(100);
  expect(most).toBe(1);
});

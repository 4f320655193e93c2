import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkStrength } from "../auth/hub-secret.ts";
import { HemvaktError } from "../errors.ts";
import type { Located } from "./problem.ts";
import { type RegionChecks, readRegionFile } from "./read.ts";

const now = Temporal.Instant.from("2026-11-22T06:00:00Z").epochMilliseconds;
const secret = "w7nV0cYt3KxQd9LmBz5RfA";

/** A small region in which everything is right. */
const right = readFileSync(new URL("../../test/tables/region.yaml", import.meta.url), "utf8");

/** Everything wrong with a file, as "line:column path: message". */
function problems(text: string, checks: Partial<RegionChecks> = {}): string[] {
  return failure(text, checks).problems.map(
    ({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`,
  );
}

function failure(text: string, checks: Partial<RegionChecks> = {}): { error: HemvaktError; problems: Located[] } {
  try {
    readRegionFile(text, "region.yaml", { now, checkStrength, ...checks });
  } catch (error) {
    if (error instanceof HemvaktError) return { error, problems: error.data?.problems as Located[] };
    throw error;
  }
  throw new Error("the file was taken");
}

const changed = (from: string, to: string): string => {
  if (!right.includes(from)) throw new Error(`no ${from} in the file`);
  return right.replace(from, to);
};

test("a right file is taken, with its defaults", () => {
  const region = readRegionFile(right, "region.yaml", { now, checkStrength });
  expect(region.staff[0]).toMatchObject({ id: "eva", password: "correct horse battery", loopbackOnly: false });
  expect(region.patients[0]).toMatchObject({ born: "1941-05-17", otherTeams: [], enrolledAt: "-P90D" });
  expect(region.hubs[0]).toMatchObject({ zone: "Europe/Stockholm", forwarding: "store-and-forward" });
});

test("JSON is the same as YAML, tabs and all", () => {
  const region = readRegionFile(right, "region.yaml", { now });
  expect(readRegionFile(JSON.stringify(region, null, "\t"), "region.json", { now })).toEqual(region);
  expect(readRegionFile(JSON.stringify(region), "region.json", { now })).toEqual(region);
  expect(readRegionFile(right.replaceAll("\n", "\r\n"), "region.yaml", { now })).toEqual(region);
});

describe("one thing wrong is told with its line, column and field", () => {
  test.each<[string, string, string]>([
    [
      "    role: physician",
      "    role: doctor",
      '12:11 staff[0].role: Invalid option: expected one of "nurse"|"physician"|"technician"|"admin"',
    ],
    ["    role: physician\n", "", "9:5 staff[0].role: is missing"],
    [
      "password: correct horse battery",
      "password: 12345678",
      "11:15 staff[0].password: should be text; put it in quotes",
    ],
    ["born: 1941-05-17", "born: 1941-02-30", "18:11 patients[0].born: Invalid ISO date"],
    ["teams: [norr]", "teams: norr", "14:12 staff[0].teams: should be a list"],
    [
      "contact: { phone:",
      "contact: { fone: x, phone:",
      "7:16 teams[0].contact: a field here that is not part of the format",
    ],
    ["    version: 1\n", "    version: one\n", "23:14 plans[0].version: should be a number"],
    [
      "signedAt: -P90D",
      "signedAt: last week",
      "26:15 plans[0].signedAt: an ISO 8601 instant with offset, or a duration such as -P90D",
    ],
    [
      "team: norr\n    enrolledAt",
      "team: söder\n    enrolledAt",
      "19:11 patients[0].team: 1 to 64 letters, digits, dots, underscores or hyphens",
    ],
    ["team: norr\n    enrolledAt", "team: soder\n    enrolledAt", "19:11 patients[0].team: no team has this id"],
    ["teams: [norr]", "teams: [norr, soder]", "14:19 staff[0].teams[1]: no team has this id"],
    [
      "  - patient: greta\n    version",
      "  - patient: gerta\n    version",
      "22:14 plans[0].patient: no patient has this id",
    ],
    ["signedBy: eva", "signedBy: ewa", "25:15 plans[0].signedBy: no staff has this id"],
    ["hub: hv-1", "hub: hv-2", "33:10 devices[0].hub: no hub has this id"],
    ["- device: uc352", "- device: uc353", "36:13 assignments[0].device: no device has this id"],
    [secret, "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "30:13 hubs[0].secret: weaker than 128 bits"],
    [secret, "tooshort", "30:13 hubs[0].secret: Too small: expected string to have >=22 characters"],
    [
      "signedAt: -P90D",
      "signedAt: -P90D\n    validFrom: -P91D",
      "27:16 plans[0].validFrom: before signedAt; a plan can't be valid before it is signed",
    ],
    ["    from: -P90D\n", "    from: -P90D\n    to: -P91D\n", "39:9 assignments[0].to: not after from"],
    ["    from: -P90D\n", "    from: -P90D\n    to: -P90D\n", "39:9 assignments[0].to: not after from"],
    [
      "preset: [heart-failure]",
      "preset: [heart-failure]\n    body: { zone: Mars }",
      "25:19 plans[0].body.zone: unknown time zone",
    ],
    [
      "preset: [heart-failure]",
      "preset: []\n    body:\n      rules:\n        - { id: a, kind: limit, metric: pulse, direction: above, severity: red, limit: { value: 110, unit: kg } }",
      "27:108 plans[0].body.rules[0].limit.unit: pulse takes /min, bpm",
    ],
  ])("%j → %j", (from, to, problem) => {
    expect(problems(changed(from, to))).toEqual([problem]);
  });

  test.each([
    ["teams:\n\t- id: norr", "tab as indent"],
    ["teams: [\n", "bad indent"],
    ["teams: []\nteams: []\n", "duplicate key"],
    ["teams: [] x: 1\n", "unexpected token"],
    ["", "the file is empty"],
    ["# nothing but a remark\n", "the file is empty"],
    ["teams: !!nurse []\n", "tag resolve failed"],
    ['{"teams": [}', "bad indent"],
  ])("%j is no YAML or JSON: %s", (text, message) => {
    const { error, problems } = failure(text);
    expect(error.code).toBe("REGION_SYNTAX");
    expect(problems.map((problem) => problem.message)).toContain(message);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });

  test("a file that unfolds to gigabytes is refused", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `l${level}: &l${level} [${Array(9)
          .fill(level === 0 ? "x" : `*l${level - 1}`)
          .join(", ")}]`,
    );
    expect(failure(levels.join("\n")).error.code).toBe("REGION_SYNTAX");
  });

  test("a misspelt list is told, and so is what refers to its entries", () => {
    expect(problems(changed("hubs:", "hobs:"))).toEqual([
      "27:1 : a field here that is not part of the format",
      "33:10 devices[0].hub: no hub has this id",
    ]);
  });

  test("a list or a word is not a region", () => {
    expect(problems("- teams\n")).toEqual(["1:1 : should be a group of fields"]);
    expect(problems("teams\n")).toEqual(["1:1 : should be a group of fields"]);
    expect(problems("teams:\n")[0]).toContain("teams: should be a list");
  });
});

test("what an alias repeats is told where it was written", () => {
  const text = changed("preset: [heart-failure]", "preset: [heart-failure]\n    body: &mars { zone: Mars }").replace(
    "hubs:",
    "  - { patient: greta, version: 2, body: *mars, signedBy: eva, signedAt: -P1D }\nhubs:",
  );
  expect(problems(text)).toEqual([
    "25:25 plans[0].body.zone: unknown time zone",
    "25:25 plans[1].body.zone: unknown time zone",
  ]);
});

test("all that is wrong is told at once, in the order of the file", () => {
  const text = changed("role: physician", "role: doctor")
    .replace("born: 1941-05-17", "born: long ago")
    .replace("hub: hv-1", "hub: hv-2")
    .replace(secret, "0000000000000000000000");
  const { error, problems } = failure(text);
  expect(problems.map(({ path }) => path)).toEqual([
    "staff[0].role",
    "patients[0].born",
    "hubs[0].secret",
    "devices[0].hub",
  ]);
  expect(error.code).toBe("REGION_FIELD");
  expect(error.detail?.split("\n")).toHaveLength(4);
  expect(error.detail).toContain("region.yaml:33:10: devices[0].hub: no hub has this id");
  expect(failure(changed("hub: hv-1", "hub: hv-2")).error.code).toBe("REGION_REFERENCE");
});

test("a long list of problems is cut in the text and whole in the data", () => {
  const many = Array.from({ length: 120 }, (_, index) => `  - { id: d${index}, hub: none, model: generic-weight }`);
  const { error, problems } = failure(`devices:\n${many.join("\n")}\n`);
  expect(problems).toHaveLength(120);
  expect(error.detail).toMatch(/\nand 70 more\.$/);
});

test("whatever is wrong with a file, no password or secret of it is repeated", () => {
  const lines = right.split("\n");
  const canary = "kAn4rie-fagel-9Zq";
  const text = right.replace("correct horse battery", canary).replace(secret, `${canary}-${canary}`);
  const spoil = fc.record({
    line: fc.integer({ min: 0, max: lines.length - 1 }),
    junk: fc.constantFrom(
      `"${canary}`,
      `${canary}: [`,
      `  ${canary}`,
      `\t- ${canary}`,
      `}${canary}`,
      `*${canary}`,
      `!${canary} x`,
      `? ${canary}`,
      `{ password, ${canary} }`,
      "",
    ),
    how: fc.constantFrom("replace" as const, "append" as const, "before" as const),
  });
  fc.assert(
    fc.property(fc.array(spoil, { minLength: 1, maxLength: 3 }), (spoils) => {
      const spoiled = text.split("\n");
      for (const { line, junk, how } of spoils) {
        const old = spoiled[line] ?? "";
        spoiled[line] = how === "replace" ? junk : how === "append" ? old + junk : `${junk}\n${old}`;
      }
      try {
        readRegionFile(spoiled.join("\n"), "region.yaml", { now, checkStrength });
      } catch (error) {
        if (!(error instanceof HemvaktError)) throw error;
        expect(JSON.stringify([error.message, error.detail, error.data])).not.toContain(canary);
      }
    }),
    { numRuns: 300 },
  );
});

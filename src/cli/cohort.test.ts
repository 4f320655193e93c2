import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReferenceResults } from "../cohort/reference/run.ts";
import type { CohortResults } from "../cohort/results.ts";
import { cohortCommand } from "./cohort.ts";

let folder: string;
const printed: string[] = [];
const cohort = (...options: string[]) =>
  cohortCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parseAsync([...options, "--threads", "1"], { from: "user" });
const asJson = async <T>(...options: string[]): Promise<T> => {
  printed.length = 0;
  await cohort(...options, "--json");
  return JSON.parse(printed.join("\n")) as T;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hemvakt-cohort-"));
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  printed.length = 0;
  await rm(folder, { recursive: true });
});

const weightRule = {
  id: "gain",
  kind: "change",
  metric: "body-weight",
  direction: "rise",
  amount: { value: 2, unit: "kg" },
  days: 3,
  against: "day",
  severity: "yellow",
};
const planFile = async (content: unknown): Promise<string> => {
  const file = join(folder, "mine.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};

/** The lines of a CSV file as objects; none of these has a quoted cell. */
const csv = async (file: string): Promise<Record<string, string>[]> => {
  const [head, ...lines] = (await readFile(file, "utf8")).trim().split("\n");
  const names = head!.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at]!, cell])));
};

describe("hemvakt cohort", () => {
  it("shows each rule set beside what was published, and what it doesn't mean", async () => {
    await cohort("--condition", "copd", "--patients", "5");
    const text = printed.join("\n");
    for (const part of ["5 virtual patients, copd", "hurst", "oximetry-score", "Hurst 2010", "prove nothing"]) {
      expect(text).toContain(part);
    }
  });

  it("a nurse's own rule, the same as a published one, does the same as it", async () => {
    const file = await planFile({ rules: [weightRule] });
    const all = await asJson<{ results: CohortResults[] }>(
      "--condition",
      "heart-failure",
      "--patients",
      "10",
      "--rule-file",
      file,
    );
    const [published, mine] = ["esc-day", "mine.json"].map((id) => all.results[0]!.sets.find((set) => set.id === id)!);
    const { id: _a, title: _b, source: _c, ...theirs } = published!;
    expect(mine).toMatchObject(theirs);
    const alone = await asJson<{ results: CohortResults[] }>(
      "--condition",
      "heart-failure",
      "--patients",
      "10",
      "--rule-file",
      file,
      "--only",
    );
    expect(alone.results[0]!.sets).toEqual([mine]);
  });

  it("what is exported lets anybody count again: the days of a gain above 2 kg are those that the engine found", async () => {
    const out = join(folder, "out");
    await cohort("--condition", "heart-failure", "--patients", "4", "--seed", "csv", "--export", out);
    const readings = await csv(join(out, "readings.csv"));
    const shares = ["hf-0", "hf-1", "hf-2", "hf-3"].map((patient) => {
      const grams = new Map(
        readings
          .filter((line) => line["patient"] === patient && line["metric"] === "body-weight")
          .map((line) => [line["measured_at"]!.slice(0, 10), Math.round(Number(line["without_event"]) * 1000)]),
      );
      const year = [...grams].filter(([day]) => day.startsWith("2025"));
      const quiet = year.filter(([day, weight]) => {
        const before = grams.get(Temporal.PlainDate.from(day).subtract({ days: 3 }).toString());
        return before === undefined || weight - before <= 2000;
      });
      return quiet.length / year.length;
    });
    const { results } = await asJson<{ results: CohortResults[] }>(
      "--condition",
      "heart-failure",
      "--patients",
      "4",
      "--seed",
      "csv",
    );
    const engine = results[0]!.sets.find(({ id }) => id === "esc-day")!.quietMornings.value;
    expect(engine).toBeCloseTo(shares.reduce((sum, one) => sum + one, 0) / shares.length, 3);
    expect(engine).toBeLessThan(1);

    const events = await csv(join(out, "events.csv"));
    expect(events.map(({ patient }) => patient)).toEqual(["hf-0", "hf-1", "hf-2", "hf-3"]);
    for (const { event_day: on, begins } of events) expect(begins! < on!).toBe(true);
    await expect(cohort("--patients", "1", "--export", out)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });

  it("compares the reference simulation with the earlier calculation", async () => {
    const { rows, patients } = await asJson<ReferenceResults>("--reference", "--patients", "20");
    expect([patients, rows.last.length, rows.first.length]).toEqual([20, 12, 12]);
    printed.length = 0;
    await cohort("--reference", "--patients", "20");
    expect(printed.join("\n")).toContain("w[t] − w[t−3] > 2.0");
  });

  it("calls less often about quieter weights", async () => {
    const alertsAt = async (noise: string): Promise<number> => {
      const file = await planFile({ rules: [weightRule] });
      const { results } = await asJson<{ results: CohortResults[] }>(
        "--condition",
        "heart-failure",
        "--patients",
        "10",
        "--rule-file",
        file,
        "--only",
        "--weight-noise",
        noise,
      );
      expect(results[0]!.weightNoise).toBe(Number(noise));
      return results[0]!.sets[0]!.alertsPerYear.value;
    };
    expect(await alertsAt("0.2")).toBeLessThan(await alertsAt("0.9"));
    await expect(cohort("--weight-noise", "-1")).rejects.toMatchObject({ code: "commander.invalidArgument" });
  });

  it("says so where virtual patients measure nothing that a rule looks at", async () => {
    const spo2 = {
      ...weightRule,
      id: "spo2",
      metric: "oxygen-saturation",
      amount: { value: 2, unit: "%" },
      direction: "fall",
    };
    const file = await planFile({ rules: [weightRule, spo2] });
    await cohort("--condition", "heart-failure", "--patients", "2", "--rule-file", file, "--only");
    expect(printed.join("\n")).toContain("measure nothing that it looks at: spo2.");
  });

  it.each([
    ["no JSON", "{", "PLAN_FILE", "not JSON"],
    ["a list", [], "PLAN_FILE", "a list"],
    ["no rules", {}, "PLAN_FILE", "mine.json rules"],
    [
      "a unit that isn't weight's",
      { rules: [{ ...weightRule, amount: { value: 2, unit: "°C" } }] },
      "PLAN_FILE",
      "amount unit",
    ],
  ])("refuses a rule file with %s", async (_, content, code, said) => {
    const file = await planFile(content);
    const refusal = await cohort("--patients", "1", "--rule-file", file).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code });
    expect(String((refusal as { detail?: string }).detail)).toContain(said);
    expect(printed).toEqual([]);
  });

  it.each([
    [["--only"], "--only needs"],
    [["--rule-file", "/nowhere.json"], "can't be read"],
  ])("refuses %j", async (options, said) => {
    const refusal = await cohort("--patients", "1", ...options).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "CONFIG_INVALID" });
    expect(String((refusal as { detail?: string }).detail)).toContain(said);
  });

  it.each([
    ["--patients", "0"],
    ["--patients", "many"],
    ["--condition", "asthma"],
  ])("refuses %s %s", async (...options) => {
    await expect(cohort(...options)).rejects.toMatchObject({ code: "commander.invalidArgument" });
  });
});

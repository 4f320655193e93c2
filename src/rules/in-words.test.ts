import { describe, expect, test } from "vitest";
import { everyKind } from "../../test/helpers/every-kind.ts";
import { ruleKinds } from "../domain/rule.ts";
import { catalogue } from "./catalogue.ts";
import { ruleInWords, safetyLimitInWords } from "./in-words.ts";
import { differenceInWords, scheduleInWords } from "./plan-in-words.ts";
import { conditions, preset, presetSafetyLimits } from "./presets.ts";
import { optionsOf, presetSources } from "./templates.ts";

describe("a rule in words", () => {
  test.each<[(typeof ruleKinds)[number], string, string]>([
    ["limit", "Pulsen över 110/min: gult larm", "Pulse above 110/min: yellow alert"],
    ["change", "Vikten upp mer än 2,0 kg på 3 dagar: rött larm", "Weight up more than 2.0 kg in 3 days: red alert"],
    ["irregular-pulse", "Oregelbunden puls: gult larm", "Irregular pulse: yellow alert"],
    [
      "oxygen-excess",
      "Syremättnad över 92 % med syrgas: gult larm",
      "Oxygen saturation above 92 % on oxygen: yellow alert",
    ],
  ])("%s", (kind, sv, en) => {
    expect(ruleInWords(catalogue[kind].examples[0]!.rule)).toEqual({ sv, en });
  });

  test.each(ruleKinds)("%s: says something whole in each language, and not the same", (kind) => {
    const { sv, en } = ruleInWords(everyKind().rules.find((rule) => rule.kind === kind)!);
    for (const said of [sv, en]) expect(said).not.toMatch(/undefined|NaN|\[object|\{|\}/);
    expect(sv).not.toBe(en);
    expect(sv).not.toMatch(/\d\.\d/);
  });

  test("one standard deviation is one, and several are several", () => {
    const rule = everyKind().rules.find(({ kind }) => kind === "baseline")!;
    if (rule.kind !== "baseline") throw new Error("another kind");
    const said = (sds: number) => ruleInWords({ ...rule, sds });
    expect(said(1)).toMatchObject({
      sv: expect.stringContaining("1 standardavvikelse "),
      en: expect.stringContaining("1 standard deviation "),
    });
    expect(said(1.5)).toMatchObject({
      sv: expect.stringContaining("1,5 standardavvikelser "),
      en: expect.stringContaining("1.5 standard deviations "),
    });
  });

  test("a safety limit", () => {
    expect(safetyLimitInWords(presetSafetyLimits[0]!)).toEqual({
      sv: "Syremättnaden under 85 %: rött larm",
      en: "Oxygen saturation below 85 %: red alert",
    });
  });
});

test("a schedule, and what is new in a plan", () => {
  const schedule = {
    signal: "body-weight" as const,
    days: ["mon" as const, "thu" as const],
    windows: [{ from: "06:00", until: "10:00" }],
    publicHolidays: "skip" as const,
  };
  expect(scheduleInWords(schedule, "sv")).toBe("vikt mån, tor 06:00–10:00, inte röda dagar");
  expect(differenceInWords({ part: "schedule", id: "body-weight", before: undefined, after: schedule })).toEqual({
    sv: "Mätschema (ny): vikt mån, tor 06:00–10:00, inte röda dagar",
    en: "Measuring schedule (new): weight Mon, Thu 06:00–10:00, not on public holidays",
  });
});

describe("templates", () => {
  test("every rule of a preset has its source, and no source is left over", () => {
    for (const condition of conditions) {
      const ids = preset([condition]).rules.map(({ id }) => id);
      expect(Object.keys(presetSources[condition]).sort(), condition).toEqual(ids.sort());
    }
  });

  test("no option takes the id of a rule of the preset", () => {
    const taken = new Set(preset(conditions).rules.map(({ id }) => id));
    expect(
      optionsOf(conditions)
        .flatMap(({ rules }) => rules)
        .filter(({ id }) => taken.has(id)),
    ).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { Finding } from "../../domain/finding.ts";
import { type ErrorCode, errorCatalogue } from "../../errors.ts";
import { type EventData, explainEvent, presentFinding, worstFinding } from "./explanation.ts";
import { explainTechnical, technicalAction } from "./technical.ts";

const finding: Finding = {
  verdict: "finding",
  rule: "oxygen-low",
  ruleKind: "limit",
  metric: "oxygen-saturation",
  direction: "below",
  concern: "oxygen-low",
  severity: "yellow",
  compared: { value: 840, limit: 900 },
  readings: ["r1"],
  uncertain: [],
};
const safety: Finding = {
  ...finding,
  rule: "safety-oxygen-saturation-below",
  ruleKind: "safety",
  severity: "red",
  compared: { value: 840, limit: 850 },
};

describe("why something happened", () => {
  it("is the worst finding's sentence, in both languages", () => {
    expect(explainEvent({ findings: [finding, safety] }, true)).toEqual({
      sv: "Syremättnaden 84 %, under säkerhetsgräns 85 %.",
      en: "Oxygen saturation 84 %, below safety limit 85 %.",
    });
    expect(worstFinding([finding, { ...finding, rule: "other" }])?.rule).toBe("oxygen-low");
  });

  it.each([
    [5 * 60 + 12, "Kom 5 tim 12 min sent.", "Late by 5 h 12 min."],
    [120, "Kom 2 tim sent.", "Late by 2 h."],
    [59, "Kom 59 min sent.", "Late by 59 min."],
  ])("says how late it came: %s minutes", (minutes, sv, en) => {
    const said = explainEvent({ findings: [finding], late: minutes * 60_000 }, true);
    expect([said?.sv.endsWith(sv), said?.en.endsWith(en)]).toEqual([true, true]);
  });

  it("says by which of two plans", () => {
    const by = (basis: "measured" | "current") =>
      explainEvent({ findings: [{ ...finding, plan: { version: 2, basis } }] }, true);
    expect(by("measured")).toEqual({
      sv: expect.stringContaining("Enligt planen när värdet mättes."),
      en: expect.stringContaining("By the plan when the value was measured."),
    });
    expect(by("current")).toEqual({
      sv: expect.stringContaining("Enligt nuvarande plan."),
      en: expect.stringContaining("By the current plan."),
    });
  });

  it("is the code's sentence alone for those who see no values", () => {
    const data: EventData = { code: "DEVICE_UNASSIGNED", findings: [safety], late: 65 * 60_000 };
    expect(explainEvent(data, false)).toEqual(explainTechnical("DEVICE_UNASSIGNED"));
    expect(explainEvent(data, true)?.en).toMatch(/Nobody was assigned.*84 %.*Late by 1 h 5 min/);
    expect(explainEvent({ findings: [safety] }, false)).toBeUndefined();
  });

  it("is nothing for an event that has no cause of its own", () => {
    expect(explainEvent({ promise: { text: "Ringer", due: 0 } }, true)).toBeUndefined();
  });

  it("comes with the numbers compared", () => {
    expect(presentFinding(safety)).toMatchObject({ value: { exact: "84" }, limit: { exact: "85" }, kind: "safety" });
  });
});

describe("technical codes", () => {
  const codes = Object.keys(errorCatalogue) as ErrorCode[];
  const ofDevices = codes.slice(0, codes.indexOf("MQTT_CONNECT_TOO_LARGE"));

  it.each(ofDevices)("%s is said in Swedish and in English, with what to do", (code) => {
    const { sv, en } = explainTechnical(code);
    expect(en).toBe(errorCatalogue[code].title);
    expect(sv).not.toBe(en);
    expect(technicalAction(code)).toBe(errorCatalogue[code].action);
  });

  it("an unknown one stands for itself", () => {
    expect(explainTechnical("NEW_ONE")).toEqual({ sv: "NEW_ONE", en: "NEW_ONE" });
    expect(technicalAction("NEW_ONE")).toBeUndefined();
  });
});

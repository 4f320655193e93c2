import { describe, expect, it } from "vitest";
import { fromField, proposedDue, toField } from "./promise.ts";
import { belongs, matches, newReds, type Row, standing } from "./rows.ts";

const now = Date.parse("2026-11-23T08:00:00Z");
const row = (key: string, alert: object = {}): Row =>
  ({
    key,
    team: { id: "north", name: "Vårdcentralen Norr" },
    more: 0,
    silence: [],
    alert: {
      id: `a-${key}`,
      severity: "red",
      category: "clinical",
      state: "open",
      acknowledged: null,
      subject: { type: "patient", id: key },
      patient: { id: key, name: { given: "Åke", family: "Prov-Modell", born: null, age: 81 } },
      ...alert,
    },
  }) as unknown as Row;
const taken = (due: string): object => ({
  state: "acknowledged",
  acknowledged: { by: { staff: "karin", name: "Karin" }, at: "2026-11-23T07:00:00Z", promise: { text: "x", due } },
});

describe("filters", () => {
  it.each([
    ["mine", row("a", taken("2026-11-23T12:00:00Z")), true],
    ["mine", row("a"), false],
    ["open", row("a"), true],
    ["open", row("a", taken("2026-11-23T12:00:00Z")), false],
    ["promises", row("a", taken("2026-11-23T08:30:00Z")), true],
    ["promises", row("a", taken("2026-11-23T12:00:00Z")), false],
    ["promises", row("a"), false],
    ["technical", row("a", { category: "technical" }), true],
    ["technical", row("a"), false],
  ] as const)("%s", (filter, given, expected) => {
    expect(belongs(given, filter, "karin", now)).toBe(expected);
    expect(belongs(given, "all", "karin", now)).toBe(true);
  });
});

it.each([
  ["åke", true],
  ["ake", true],
  ["mod å", true],
  ["norr", true],
  ["", true],
  ["odell", false],
  ["åke greta", false],
])("searching for “%s”", (typed, expected) => {
  expect(matches(row("a"), typed)).toBe(expected);
});

describe("what stands on the screen", () => {
  const [a, b, c] = [row("a"), row("b"), row("c")];

  it("keeps its places when something new comes first, and says that it came", () => {
    const { rows, fresh, gone } = standing([a, b], [c, b, a]);
    expect(rows.map(({ key }) => key)).toEqual(["a", "b"]);
    expect(fresh.map(({ key }) => key)).toEqual(["c"]);
    expect(gone.size).toBe(0);
  });

  it("shows what a row says now, and keeps the place of one that is gone", () => {
    const { rows, gone } = standing([a, b], [row("b", { severity: "yellow" })]);
    expect(rows.map(({ alert }) => alert.severity)).toEqual(["red", "yellow"]);
    expect([...gone]).toEqual(["a"]);
  });

  it("tells of a red alert once: when it is new, or opens again", () => {
    expect(newReds([a], [a, b]).map(({ key }) => key)).toEqual(["b"]);
    expect(newReds([a, b], [a, b])).toEqual([]);
    expect(newReds([row("a", { severity: "yellow" })], [a]).map(({ key }) => key)).toEqual(["a"]);
    expect(newReds([], [row("d", taken("2026-11-23T12:00:00Z")), row("e", { category: "technical" })])).toEqual([]);
  });
});

describe("a promise", () => {
  it("is proposed in an hour for red, in two for yellow, never later than allowed", () => {
    const far = now + 24 * 3_600_000;
    expect(proposedDue("red", now + 60_000, far)).toBe(now + 65 * 60_000);
    expect(proposedDue("yellow", now, far)).toBe(now + 120 * 60_000);
    expect(proposedDue("yellow", now, now + 600_000)).toBe(now + 600_000);
  });

  it("goes into its field and out again to the minute", () => {
    expect(fromField(toField(now))).toBe(now);
    expect(fromField("")).toBeUndefined();
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import type { ExclusionReason } from "../domain/exclusion.ts";
import type { Finding } from "../domain/finding.ts";
import { bitsToFlags } from "../domain/flag.ts";
import { decisions } from "../store/sqlite/reading-row.ts";

/** Readings that staff exclude, and take back. */

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(async () => {
  expect(home.replayed().differences, "the log alone rebuilds it").toEqual([]);
  await home.close();
});

const instant = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const day = (date: number, hour = "07:00") => `2026-11-${date}T${hour}:00+01:00`;
const memory = { flags: ["from-memory"] };
const weight = (at: string, value: number) => ({ kind: "body-weight", at, value, unit: "kg", ...memory });
const oxygen = (at: string, spo2: number) => ({ kind: "oxygen-saturation", at, spo2, ...memory });
const readingOf = (at: string): string => {
  const row = home.db.get<{ series: number; measured_at: number; n: number }>(
    "SELECT series, measured_at, n FROM reading WHERE measured_at = ? ORDER BY series DESC",
    instant(at),
  )!;
  return [row.series, row.measured_at, row.n].map((part) => part.toString(36)).join("-");
};
const exclude = (at: string, reason: ExclusionReason = "technique", note?: string) =>
  home.submit({
    kind: "reading-exclude",
    reading: readingOf(at),
    reason,
    ...(note === undefined ? {} : { note }),
    actor: "karin",
  });
const include = (at: string) => home.submit({ kind: "reading-include", reading: readingOf(at), actor: "karin" });
const state = (at: string) => {
  const row = home.db.get<{ flags: number; decision: number }>(
    "SELECT flags, decision FROM reading WHERE measured_at = ? ORDER BY series DESC",
    instant(at),
  )!;
  return { flags: bitsToFlags(row.flags).filter((flag) => flag !== "from-memory"), decision: decisions[row.decision] };
};
const rules = (type: string): string[][] =>
  home.events(type).map(({ data }) => (data["findings"] as Finding[]).map(({ rule }) => rule));

describe("an excluded reading", () => {
  test("keeps its decision, counts nowhere, and its alert is withdrawn with the reason", async () => {
    await home.readings("oximeter", [oxygen(day(22, "13:50"), 86)]);
    await exclude(day(22, "13:50"), "technique");
    expect(state(day(22, "13:50"))).toEqual({ flags: ["excluded"], decision: "finding" });
    expect(home.alerts("soheil")).toMatchObject([{ state: "resolved" }]);
    expect(home.events("alert.withdrawn")).toMatchObject([
      { reason: "technique", reading: readingOf(day(22, "13:50")) },
    ]);
    expect(home.events("reading.excluded")).toMatchObject([
      { patient: "soheil", reason: "technique", data: { decision: "finding", plan: 1 } },
    ]);
  });

  test("… and when it is taken back it is judged again, as late as it is by then", async () => {
    await home.readings("oximeter", [oxygen(day(22, "13:50"), 86)]);
    await exclude(day(22, "13:50"));
    home.clock.advance(3 * 3_600_000);
    await include(day(22, "13:50"));
    expect(state(day(22, "13:50"))).toEqual({ flags: [], decision: "finding" });
    expect(home.alerts("soheil")).toMatchObject([{ state: "resolved" }, { state: "open" }]);
    expect(home.events("alert.opened").at(-1)?.data["late"]).toBe(3 * 3_600_000 + 600_000);
  });

  test("… after a day it is history then", async () => {
    await home.readings("oximeter", [oxygen(day(22, "13:50"), 86)]);
    await exclude(day(22, "13:50"));
    home.clock.advance(24 * 3_600_000);
    await include(day(22, "13:50"));
    expect(state(day(22, "13:50")).decision).toBe("history");
    expect(home.alerts("soheil")).toHaveLength(1);
    expect(home.events("reading.judged-again")).toMatchObject([
      { data: { from: { decision: "finding" }, to: { decision: "history" } } },
    ]);
  });

  test("is known when the device sends it again", async () => {
    await home.readings("oximeter", [oxygen(day(22, "13:50"), 86)]);
    await exclude(day(22, "13:50"));
    expect((await home.readings("oximeter", [oxygen(day(22, "13:50"), 86)])).results).toMatchObject([
      { status: "duplicate" },
    ]);
    expect(home.count("reading")).toBe(1);
  });

  test("leaves an alert that another reading supports, which becomes what that makes it", async () => {
    await home.readings("oximeter", [oxygen(day(22, "13:10"), 89)]);
    await home.readings("oximeter", [oxygen(day(22, "13:50"), 86)]);
    expect(home.alerts("soheil")).toMatchObject([{ severity: "red" }]);
    await exclude(day(22, "13:50"));
    expect(home.alerts("soheil")).toMatchObject([{ severity: "yellow", state: "open" }]);
    // A second correction doesn't bring back what the first took away.
    await exclude(day(22, "13:10"));
    expect(home.alerts("soheil")).toMatchObject([{ state: "resolved" }]);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ["excluded twice", () => exclude(day(22, "13:50")), "READING_STATE"],
    ["included when it counts", () => include(day(22, "13:40")), "READING_STATE"],
    ["excluded for another reason without a word", () => exclude(day(22, "13:40"), "other", " "), "REQUEST_SHAPE"],
    [
      "excluded where there is none",
      () => home.submit({ kind: "reading-exclude", reading: "1-1-0", reason: "test", actor: "karin" }),
      "NOT_FOUND",
    ],
    [
      "excluded where it no longer is",
      () => home.submit({ kind: "reading-exclude", reading: movedFrom, reason: "test", actor: "karin" }),
      "READING_STATE",
    ],
  ])("can't be %s", async (_, act, code) => {
    await home.readings(
      "oximeter",
      [13.4, 13.5, 13.3].map((time) => oxygen(day(22, time.toFixed(1).replace(".", ":") + "0"), 95)),
    );
    await exclude(day(22, "13:50"));
    movedFrom = readingOf(day(22, "13:30"));
    await home.submit({ kind: "reading-move", reading: movedFrom, patient: "greta", reason: "hers", actor: "karin" });
    await expect(act()).rejects.toMatchObject({ code });
  });
  let movedFrom = "";
});

describe("what was compared with it is decided again", () => {
  test("the visitor's weight of three days ago: today's rise is none", async () => {
    await home.readings("scale", [weight(day(19), 75)]);
    await home.readings("scale", [weight(day(22), 82)]);
    expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", state: "open" }]);
    await exclude(day(19), "other-person");
    expect(home.alerts("greta")).toMatchObject([{ state: "resolved" }]);
    expect(state(day(22)).decision).toBe("inside");
    expect(home.events("reading.judged-again")).toMatchObject([
      { reading: readingOf(day(22)), data: { from: { decision: "finding" }, to: { decision: "inside" } } },
    ]);
  });

  test("the second weight of that date stands for it now: a rise that nobody had seen", async () => {
    await home.readings("scale", [weight(day(19), 82), weight(day(19, "08:00"), 79.5)]);
    await home.readings("scale", [weight(day(22), 82)]);
    expect(home.alerts("greta")).toEqual([]);
    await exclude(day(19), "technique");
    expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", severity: "red", state: "open" }]);
    expect(rules("alert.opened")).toEqual([["weight-rise-3d", "weight-rise-3d-since-lowest"]]);
    await include(day(19));
    expect(home.alerts("greta")).toMatchObject([{ state: "resolved" }]);
  });

  test("one that comes back before the date's first takes its place, and what rested on the other falls", async () => {
    await home.readings("scale", [weight(day(19), 82), weight(day(19, "08:00"), 79.5)]);
    await exclude(day(19), "technique");
    await home.readings("scale", [weight(day(22), 82)]);
    const gain = () => home.alerts("greta").filter(({ concern }) => concern === "weight-gain");
    expect(gain()).toMatchObject([{ state: "open" }]);
    await include(day(19));
    expect(gain()).toMatchObject([{ state: "resolved" }]);
  });

  test("the twin that it hid counts again", async () => {
    await home.readings("scale", [
      weight(day(19, "05:00"), 79.5),
      weight(day(19, "08:00"), 79.5),
      weight(day(19, "07:00"), 82),
    ]);
    expect(state(day(19, "05:00")).flags).toEqual(["suspect-duplicate"]);
    await home.readings("scale", [weight(day(22), 82)]);
    expect(home.alerts("greta")).toEqual([]);
    await exclude(day(19, "08:00"), "device");
    expect(state(day(19, "05:00")).flags).toEqual([]);
    expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", severity: "red" }]);
    await include(day(19, "08:00"));
    expect(state(day(19, "05:00")).flags).toEqual(["suspect-duplicate"]);
    expect(home.alerts("greta")).toMatchObject([{ state: "resolved" }]);
  });

  test("what doesn't depend on it is left alone: no event but its own", async () => {
    await home.readings("scale", [weight(day(19), 80), weight(day(20), 80.1)]);
    await home.readings("scale", [weight(day(22), 83)]);
    const events = home.events().length;
    // Not the lowest of the three dates, and not the one three days ago.
    await exclude(day(20));
    expect(
      home
        .events()
        .slice(events)
        .map(({ type }) => type),
    ).toEqual(["reading.excluded"]);
  });

  test("an acknowledged alert that loses part of its evidence stays taken on", async () => {
    await home.readings("scale", [weight(day(19), 75), weight(day(20), 79)]);
    await home.readings("scale", [weight(day(22), 82)]);
    const [alert] = home.alerts("greta");
    const promise = { text: "Ringer", due: home.clock.now() + 3_600_000 };
    await home.submit({
      kind: "alert-acknowledge",
      alert: alert!.id,
      ifVersion: alert!.version,
      promise,
      actor: "karin",
    });
    await exclude(day(20));
    expect(home.alerts("greta")).toMatchObject([{ state: "acknowledged" }]);
  });

  test("the newest excluded, the one before it is the newest: the current plan judges it too", async () => {
    home.clock.set("2026-11-22T10:00:00+01:00");
    await home.readings("oximeter", [oxygen(day(22, "09:30"), 91), oxygen(day(22, "09:50"), 97)]);
    const body = JSON.parse(home.db.get<{ body: string }>("SELECT body FROM plan WHERE patient = 'soheil'")!.body);
    body.rules.find(({ id }: { id: string }) => id === "oxygen-low").limit.value = 93;
    await home.submit({ kind: "plan-sign", patient: "soheil", body, ifVersion: 1, actor: "doris" });
    expect(home.alerts("soheil")).toEqual([]);
    await exclude(day(22, "09:50"), "device");
    expect(home.events("alert.opened")).toMatchObject([
      {
        reading: readingOf(day(22, "09:30")),
        data: { findings: [{ rule: "oxygen-low", plan: { version: 2, basis: "current" } }] },
      },
    ]);
  });
});

describe("exclusion and move", () => {
  test("excluded for being another person's and then moved to whose it is: it counts there", async () => {
    await home.readings("oximeter", [oxygen(day(22, "13:50"), 80)]);
    await exclude(day(22, "13:50"), "other-person");
    await home.submit({
      kind: "reading-move",
      reading: readingOf(day(22, "13:50")),
      patient: "greta",
      reason: "hers",
      actor: "karin",
    });
    expect(home.alerts("greta")).toMatchObject([{ concern: "oxygen-low", state: "open" }]);
  });

  test("excluded for its technique it stays so wherever it goes, and can be taken back there", async () => {
    await home.readings("oximeter", [oxygen(day(22, "13:50"), 80)]);
    await exclude(day(22, "13:50"), "technique");
    await home.submit({
      kind: "reading-move",
      reading: readingOf(day(22, "13:50")),
      patient: "greta",
      reason: "hers",
      actor: "karin",
    });
    expect(home.alerts("greta")).toEqual([]);
    await include(day(22, "13:50"));
    expect(home.alerts("greta")).toMatchObject([{ concern: "oxygen-low", state: "open" }]);
  });

  test("nobody's reading excluded stays so when its device is assigned", async () => {
    await home.readings("loose", [oxygen(day(22, "13:50"), 80)]);
    await exclude(day(22, "13:50"), "test");
    await home.submit({
      kind: "assignment-create",
      device: "loose",
      patient: "soheil",
      from: instant(day(22)),
      actor: "teknik",
    });
    expect(home.alerts("soheil")).toEqual([]);
    expect(state(day(22, "13:50")).flags).toEqual(["excluded"]);
  });
});

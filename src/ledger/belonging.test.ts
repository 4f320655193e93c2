import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { decisions } from "../store/sqlite/reading-row.ts";
import type { Submission } from "./commands.ts";

/** Devices and readings that turn out to be somebody else's. */

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(async () => {
  expect(home.replayed().differences, "the log alone rebuilds it").toEqual([]);
  await home.close();
});

const instant = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const memory = { flags: ["from-memory"] };
const weight = (at: string, value: number) => ({ kind: "body-weight", at, value, unit: "kg", ...memory });
const oxygen = (at: string, spo2: number) => ({ kind: "oxygen-saturation", at, spo2, ...memory });
const assign = (device: string, patient: string, from: string, to?: string): Submission => ({
  kind: "assignment-create",
  device,
  patient,
  from: instant(from),
  ...(to === undefined ? {} : { to: instant(to) }),
  actor: "teknik",
});
const move = (reading: string, patient: string): Submission => ({
  kind: "reading-move",
  reading,
  patient,
  reason: "a visitor",
  actor: "karin",
});
/** Whose readings are now, oldest first: patient, value and decision; those moved away are left out. */
const held = (): string[] =>
  home.db
    .all<{ patient: string | null; v1: number; decision: number }>(
      `SELECT s.patient, r.v1, r.decision FROM reading r JOIN series s ON s.id = r.series
       WHERE r.flags & (1 << 18) = 0 ORDER BY r.measured_at`,
    )
    .map(({ patient, v1, decision }) => `${patient ?? "nobody"} ${v1} ${decisions[decision]}`);
const readingOf = (at: string): string => {
  const row = home.db.get<{ series: number; measured_at: number; n: number }>(
    "SELECT series, measured_at, n FROM reading WHERE measured_at = ?",
    instant(at),
  )!;
  return [row.series, row.measured_at, row.n].map((part) => part.toString(36)).join("-");
};

describe("a device assigned back in time", () => {
  test("what lies in the period is judged as late data; what came before it stays nobody's", async () => {
    await home.readings("loose", [
      oxygen("2026-11-20T08:00:00+01:00", 80),
      oxygen("2026-11-21T08:00:00+01:00", 80),
      oxygen("2026-11-22T09:00:00+01:00", 86),
      oxygen("2026-11-22T13:50:00+01:00", 95),
    ]);
    await home.submit(assign("loose", "soheil", "2026-11-21T00:00:00+01:00"));
    expect(held()).toEqual([
      "nobody 800 unattributed",
      "soheil 800 history",
      "soheil 860 finding",
      "soheil 950 inside",
    ]);
    const [opened] = home.events("alert.opened").filter(({ patient }) => patient === "soheil");
    expect(opened?.data["late"]).toBe(5 * 3_600_000);
    expect(home.alerts("loose")).toMatchObject([{ state: "resolved" }]);
  });

  test("judging them again under another assignment is refused, and nothing has changed", async () => {
    await home.submit(assign("loose", "soheil", "2026-11-21T00:00:00+01:00"));
    const before = ["event", "command", "assignment"].map(home.count);
    await expect(home.submit(assign("loose", "greta", "2026-11-22T00:00:00+01:00"))).rejects.toMatchObject({
      code: "ASSIGNMENT_OVERLAP",
    });
    expect(["event", "command", "assignment"].map(home.count)).toEqual(before);
  });
});

describe("an assignment ended in the past", () => {
  test("what came after its end is nobody's, and what it caused is withdrawn", async () => {
    const { id } = await home.submit(assign("loose", "soheil", "2026-11-20T00:00:00+01:00"));
    await home.readings("loose", [oxygen("2026-11-21T08:00:00+01:00", 95), oxygen("2026-11-22T09:00:00+01:00", 86)]);
    expect(home.alerts("soheil")).toMatchObject([{ state: "open" }]);
    await home.submit({
      kind: "assignment-end",
      assignment: Number(id),
      to: instant("2026-11-22T00:00:00+01:00"),
      ifVersion: 1,
      actor: "teknik",
    });
    expect(held()).toEqual(["soheil 950 inside", "nobody 860 unattributed"]);
    expect(home.alerts("soheil")).toMatchObject([{ state: "resolved" }]);
  });

  test("takes nothing from a later assignment of the same device to the same patient", async () => {
    const first = await home.submit(
      assign("loose", "soheil", "2026-11-01T00:00:00+01:00", "2026-11-10T00:00:00+01:00"),
    );
    await home.submit(assign("loose", "soheil", "2026-11-20T00:00:00+01:00"));
    await home.readings("loose", [
      oxygen("2026-11-02T08:00:00+01:00", 95),
      oxygen("2026-11-08T08:00:00+01:00", 96),
      oxygen("2026-11-22T09:00:00+01:00", 86),
    ]);
    await home.submit({
      kind: "assignment-end",
      assignment: Number(first.id),
      to: instant("2026-11-05T00:00:00+01:00"),
      ifVersion: 1,
      actor: "teknik",
    });
    expect(held()).toEqual(["soheil 950 inside", "nobody 960 unattributed", "soheil 860 finding"]);
    expect(home.alerts("soheil")).toMatchObject([{ state: "open", concern: "oxygen-low" }]);
  });
});

describe("a reading moved", () => {
  const days = ["2026-11-19T07:00:00+01:00", "2026-11-20T07:00:00+01:00", "2026-11-21T07:00:00+01:00"] as const;

  test("stays as evidence, counts nowhere, and is known when the device sends it again", async () => {
    const sent = oxygen("2026-11-22T13:50:00+01:00", 86);
    await home.readings("oximeter", [sent]);
    await home.submit(move(readingOf("2026-11-22T13:50:00+01:00"), "greta"));
    expect(home.count("reading")).toBe(2);
    expect(held()).toEqual(["greta 860 inside"]);
    const { results } = await home.readings("oximeter", [sent]);
    expect(results).toMatchObject([{ status: "duplicate" }]);
    expect(home.count("reading")).toBe(2);
  });

  test("leaves an alert standing that another reading supports", async () => {
    await home.readings("oximeter", [oxygen("2026-11-22T13:40:00+01:00", 89), oxygen("2026-11-22T13:50:00+01:00", 89)]);
    await home.submit(move(readingOf("2026-11-22T13:40:00+01:00"), "greta"));
    expect(home.alerts("soheil")).toMatchObject([{ state: "open" }]);
    await home.submit(move(readingOf("2026-11-22T13:50:00+01:00"), "greta"));
    expect(home.alerts("soheil")).toMatchObject([{ state: "resolved" }]);
  });

  test("withdraws a finding that only compared with it: the visitor's weight three days ago was no weight of Greta's", async () => {
    await home.readings("scale", [weight(days[0], 75)]);
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 82)]);
    expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", state: "open" }]);
    await home.submit(move(readingOf(days[0]), "soheil"));
    expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", state: "resolved" }]);
    expect(home.events("alert.withdrawn")).toMatchObject([{ patient: "greta", reason: "a visitor" }]);
    expect(held()).toEqual(["soheil 75000 none", "greta 82000 inside"]);
  });

  test("… and judges again by what is left: against the next lowest it is still a rise, in yellow", async () => {
    await home.readings("scale", [weight(days[0], 75), weight(days[1], 79)]);
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 82)]);
    await home.submit(move(readingOf(days[0]), "soheil"));
    expect(home.alerts("greta")).toMatchObject([
      { severity: "red", state: "resolved" },
      { severity: "yellow", state: "open", cause: "weight-rise-3d-since-lowest" },
    ]);
  });

  test("… but not one that another comparison supports", async () => {
    await home.readings("scale", [weight(days[0], 75), weight(days[1], 79)]);
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 82)]);
    await home.submit(move(readingOf(days[1]), "soheil"));
    expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", state: "open" }]);
  });

  test("can't be moved twice, nor to where it is, nor to nobody known", async () => {
    await home.readings("oximeter", [oxygen("2026-11-22T13:50:00+01:00", 95)]);
    const reading = readingOf("2026-11-22T13:50:00+01:00");
    await expect(home.submit(move(reading, "soheil"))).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    await expect(home.submit(move(reading, "nobody"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await home.submit(move(reading, "greta"));
    await expect(home.submit(move(reading, "greta"))).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
  });

  test("takes back prompts to measure again that were not shown yet", async () => {
    await home.readings("oximeter", [oxygen("2026-11-22T13:50:00+01:00", 86)]);
    const expiresAt = home.clock.now() + 3_600_000;
    const prompt = { kind: "prompt-create", patient: "soheil", prompt: "measure-again", expiresAt } as const;
    await home.submit({ ...prompt, text: "Mät igen", actor: "nils" });
    await home.submit(move(readingOf("2026-11-22T13:50:00+01:00"), "greta"));
    expect(home.events("prompt.retracted")).toMatchObject([{ patient: "soheil" }]);
    expect(home.db.get("SELECT count(*) AS n FROM prompt WHERE retracted_at IS NULL")).toMatchObject({ n: 0 });
  });
});

describe("an alert that stands on several readings, one of which was somebody else's", () => {
  test("becomes what the others make it, keeps its promise, and his own fall is news again", async () => {
    await home.readings("oximeter", [oxygen("2026-11-22T09:00:00+01:00", 89)]);
    await home.readings("oximeter", [oxygen("2026-11-22T10:00:00+01:00", 80)]);
    const [alert] = home.alerts("soheil");
    expect(alert).toMatchObject({ severity: "red", state: "open" });
    const promise = { text: "Ringer", due: instant("2026-11-22T15:00:00+01:00") };
    await home.submit({
      kind: "alert-acknowledge",
      alert: alert!.id,
      ifVersion: alert!.version,
      promise,
      actor: "nils",
    });

    await home.submit(move(readingOf("2026-11-22T10:00:00+01:00"), "greta"));
    expect(home.alerts("soheil")).toMatchObject([{ severity: "yellow", state: "acknowledged", cause: "oxygen-low" }]);
    expect(home.events("alert.reassessed")).toHaveLength(1);

    await home.readings("oximeter", [oxygen("2026-11-22T13:30:00+01:00", 87)]);
    expect(home.alerts("soheil")).toMatchObject([{ severity: "red", state: "open" }]);
  });
});

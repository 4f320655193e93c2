import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { localTime } from "../domain/day.ts";
import { kindNames } from "../domain/kind.ts";
import type { PlanBody } from "../domain/plan.ts";
import { type Schedule, weekdays } from "../domain/schedule.ts";
import { preset } from "../rules/presets.ts";
import { reminderTexts } from "../silence/remind.ts";
import type { AwayHub } from "./commands.ts";

/** A word to the person at home when a window has passed without a value. */

let home: Home;
const closed = new WeakSet<Home>();
async function close(): Promise<void> {
  if (closed.has(home)) return;
  closed.add(home);
  await home.close();
}
afterEach(async () => home && close());

const zone = "Europe/Stockholm";
const windows = (...times: [string, string][]) => times.map(([from, until]) => ({ from, until }));
const weight = (over: Partial<Schedule> = {}): Schedule => ({
  signal: "body-weight",
  days: [...weekdays],
  windows: windows(["06:00", "10:00"]),
  publicHolidays: "measure",
  reminder: {},
  ...over,
});

const { reminder: _, ...without } = weight();

/** Greta weighed herself this morning; from tomorrow on she is asked to, as the schedule says. */
async function open(schedule: Schedule, at = "2026-11-20T12:00:00+01:00", more: Partial<PlanBody> = {}): Promise<void> {
  home = await openHome(at);
  await weigh(home.clock.now() - 5 * 3_600_000);
  await home.submit({
    kind: "plan-sign",
    patient: "greta",
    body: preset(["heart-failure"], { schedules: [schedule], ...more }),
    ifVersion: 1,
    actor: "karin",
  });
}
const weigh = (at: number) =>
  home.readings("scale", [
    { kind: "body-weight", value: 82, unit: "kg", at: Temporal.Instant.fromEpochMilliseconds(at).toString() },
  ]);
async function until(iso: string | number, away: readonly AwayHub[] = []): Promise<void> {
  const end = typeof iso === "number" ? iso : Temporal.Instant.from(iso).epochMilliseconds;
  for (;;) {
    const next = home.db.get<{ due: number | null }>("SELECT min(due) AS due FROM timer")?.due ?? undefined;
    if (next === undefined || next > end) break;
    home.clock.set(Math.max(next, home.clock.now()));
    await home.submit({ kind: "tick", actor: "platform", ...(away.length > 0 ? { away } : {}) });
  }
  home.clock.set(end);
}
type Shown = { text: string; created_at: number; expires_at: number; retracted_at: number | null; hub: string };
const reminders = (): Shown[] =>
  home.db
    .all<Shown>(
      "SELECT text, created_at, expires_at, retracted_at, hub FROM prompt WHERE kind = 'reminder' AND hub = 'hub-greta' ORDER BY id",
    )
    .map((row) => ({ ...row }));
const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;

describe("Greta forgets to weigh herself", () => {
  it("is reminded at the cut-off, until nine in the evening, in neutral words, and is left alone once she has", async () => {
    await open(weight());
    await until("2026-11-21T09:59:00+01:00");
    expect(reminders()).toEqual([]);
    await until("2026-11-21T10:00:00+01:00");
    expect(reminders()).toEqual([
      {
        hub: "hub-greta",
        text: "Vi har inte fått din vikt i dag. Mät gärna när du kan. Mår du sämre: ring 1177, vid fara 112.",
        created_at: at("2026-11-21T10:00:00+01:00"),
        expires_at: at("2026-11-21T21:00:00+01:00"),
        retracted_at: null,
      },
    ]);
    home.clock.set("2026-11-21T11:30:00+01:00");
    await weigh(at("2026-11-21T11:25:00+01:00"));
    expect(reminders()).toMatchObject([{ retracted_at: at("2026-11-21T11:30:00+01:00") }]);
    expect(home.replayed()).toMatchObject({ refused: [], differences: [] });
  });

  it("a value of yesterday that comes late takes nothing back", async () => {
    await open(weight());
    await until("2026-11-22T10:30:00+01:00");
    await weigh(at("2026-11-21T08:00:00+01:00"));
    expect(reminders().map(({ retracted_at }) => retracted_at)).toEqual([null, null]);
  });

  it("is told in the clinic's own words, and in her own language", async () => {
    await open(weight({ reminder: { text: "Hej! Glöm inte vågen." } }));
    await until("2026-11-21T10:00:00+01:00");
    expect(reminders()).toMatchObject([{ text: "Hej! Glöm inte vågen." }]);
    await close();
    await open(weight(), undefined, { patientLanguage: "en" });
    await until("2026-11-21T10:00:00+01:00");
    expect(reminders()).toMatchObject([{ text: reminderTexts["body-weight"].en }]);
  });

  it.each([
    ["the plan doesn't say so", without, "2026-11-22T12:00:00+01:00"],
    ["the cut-off is at night", weight({ windows: windows(["18:00", "22:30"]) }), "2026-11-23T06:00:00+01:00"],
    ["the cut-off is before seven", weight({ windows: windows(["04:00", "06:59"]) }), "2026-11-23T06:59:30+01:00"],
    ["nothing is expected on the date", weight({ days: ["wed"] }), "2026-11-24T12:00:00+01:00"],
  ])("says nothing when %s", async (_, schedule, end) => {
    await open(schedule);
    await until(end);
    expect(reminders()).toEqual([]);
  });

  it.each([
    ["is paused", { state: "paused", reason: "admitted", until: at("2026-12-20T08:00:00Z") }],
    ["has ended", { state: "ended", reason: "goal-reached" }],
  ] as const)("says nothing while she %s", async (_, change) => {
    await open(weight());
    const { version } = home.db.get<{ version: number }>("SELECT version FROM patient WHERE id = 'greta'")!;
    await home.submit({ kind: "patient-enrolment", actor: "karin", patient: "greta", change, ifVersion: version });
    await until("2026-11-23T12:00:00+01:00");
    expect(reminders()).toEqual([]);
  });

  it("says nothing while her hub is away: then it isn't she who is silent", async () => {
    await open(weight());
    await until("2026-11-21T12:00:00+01:00", [{ hub: "hub-greta", since: at("2026-11-21T05:00:00+01:00") }]);
    expect(reminders()).toEqual([]);
  });

  it("twice missed on a date, she is asked once", async () => {
    await open(weight({ windows: windows(["06:00", "10:00"], ["12:00", "14:00"], ["16:00", "18:00"]) }));
    await until("2026-11-22T23:00:00+01:00");
    expect(reminders().map(({ created_at }) => created_at)).toEqual([
      // Windows that begin once the plan is in force count on the first date too.
      at("2026-11-20T14:00:00+01:00"),
      at("2026-11-21T10:00:00+01:00"),
      at("2026-11-22T10:00:00+01:00"),
    ]);
  });

  it.each(["2026-10-22T12:00:00+02:00", "2026-03-26T12:00:00+01:00"])(
    "over the nights in which the clocks change: never at night, once a date at most (%s)",
    async (from) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 59 }), async (hour, length) => {
          const text = (minutes: number): string =>
            `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
          await open(weight({ windows: windows([text(hour * 60), text(hour * 60 + length)]) }), from);
          await until(home.clock.now() + 5 * 86_400_000);
          const said = reminders();
          const dates = said.map(({ created_at }) =>
            Temporal.Instant.fromEpochMilliseconds(created_at).toZonedDateTimeISO(zone).toPlainDate().toString(),
          );
          expect(new Set(dates).size).toBe(dates.length);
          for (const { created_at, expires_at } of said) {
            expect(localTime(created_at, zone) >= "07:00" && localTime(created_at, zone) < "21:00").toBe(true);
            expect(localTime(expires_at, zone)).toBe("21:00");
          }
          const isByDay = text(hour * 60 + length) >= "07:00" && text(hour * 60 + length) < "21:00";
          expect(said.length > 0, "reminded by day").toBe(isByDay);
          await close();
        }),
        { numRuns: 12, seed: 8 },
      );
    },
  );
});

describe("what anybody may be told", () => {
  it.each(kindNames)("says of %s what is missing and whom to call, and nothing that calms or blames", (kind) => {
    const { sv, en } = reminderTexts[kind];
    expect(sv).toMatch(/^Vi har inte fått .+ i dag\. Mät gärna när du kan\. Mår du sämre: ring 1177, vid fara 112\.$/);
    expect(en).toMatch(/^We have not received .+ today\. .*call 1177, in danger 112\.$/);
    expect(`${sv} ${en}`).not.toMatch(/glömt|forgot|lugn|normal|bra\b/i);
  });
});

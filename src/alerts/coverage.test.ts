import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aroundTheClock, type Hours } from "../domain/hours.ts";
import type { Interval } from "../domain/interval.ts";
import { isReachable, type Responsibility, type Shift, type StaffedTeam } from "../domain/responsibility.ts";
import { type CoveredPatient, findHoles } from "./coverage.ts";
import { whoIsResponsible } from "./responsibility.ts";

const zone = "Europe/Stockholm";
const at = (local: string): number => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;
const MINUTE = 60_000;
/** October with its long night, 25 h on the 25th. */
const month = { from: at("2026-10-01T00:00"), to: at("2026-10-31T00:00") };

const office: Hours = {
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
  publicHolidays: "as-sunday",
  exceptions: [],
};
const shift = (from: number, to: number): Shift => ({ from, to, staff: "nils", role: "primary" });
const phone = { phone: "+46 8 465 004 01" };

const clinic: StaffedTeam = {
  id: "clinic",
  zone,
  hours: office,
  kind: "clinic",
  contact: phone,
  cover: "night",
  onCall: "at-work",
  rota: [],
};
const night: StaffedTeam = {
  id: "night",
  zone,
  hours: aroundTheClock,
  kind: "municipal",
  contact: phone,
  onCall: "rota",
  rota: [shift(month.from, month.to)],
};
const teamsOf = (...teams: StaffedTeam[]) => new Map(teams.map((team) => [team.id, team]));
const ordinary: Responsibility = { kind: "ordinary", team: "clinic", from: 0 };
const patient = (
  id: string,
  entries: readonly Responsibility[] = [ordinary],
  watched: readonly Interval[] = [month],
): CoveredPatient => ({
  id,
  entries,
  watched,
});

describe("Greta's month", () => {
  test("has no hole: the clinic by day, the municipality's night team otherwise", () => {
    expect(findHoles([patient("greta")], teamsOf(clinic, night), month)).toEqual([]);
  });

  test.each<[string, StaffedTeam[], { reason: string; team?: string; from: string; to: string }]>([
    [
      "the night team has nobody on its rota on the longest night of the year",
      [
        clinic,
        { ...night, rota: [shift(month.from, at("2026-10-24T22:00")), shift(at("2026-10-25T07:00"), month.to)] },
      ],
      { reason: "nobody-on-call", team: "night", from: "2026-10-24T22:00", to: "2026-10-25T07:00" },
    ],
    [
      "the night team is closed on a Sunday and nobody has thought of it",
      [
        clinic,
        {
          ...night,
          hours: { ...aroundTheClock, exceptions: [{ date: "2026-10-11", openings: [], reason: "moving" }] },
        },
      ],
      { reason: "closed", team: "clinic", from: "2026-10-11T00:00", to: "2026-10-12T00:00" },
    ],
  ])("%s", (_story, teams, hole) => {
    const { reason, team } = hole;
    expect(findHoles([patient("greta")], teamsOf(...teams), month)).toEqual([
      { reason, team, from: at(hole.from), to: at(hole.to), patients: ["greta"] },
    ]);
  });

  test("with a takeover that ends after the one who took over is there no more", () => {
    const takeover: Responsibility = {
      kind: "takeover",
      team: "mobile",
      from: at("2026-10-06T08:00"),
      to: at("2026-10-06T20:00"),
    };
    const mobile: StaffedTeam = { ...clinic, id: "mobile" };
    delete (mobile as { cover?: string }).cover;
    expect(findHoles([patient("greta", [ordinary, takeover])], teamsOf(clinic, night, mobile), month)).toEqual([
      {
        reason: "closed",
        team: "mobile",
        from: at("2026-10-06T17:00"),
        to: at("2026-10-06T20:00"),
        patients: ["greta"],
      },
    ]);
  });

  test("is not looked at while she isn't watched over", () => {
    const paused = [
      { from: month.from, to: at("2026-10-10T00:00") },
      { from: at("2026-10-12T00:00"), to: month.to },
    ];
    const closed = {
      ...night,
      rota: [shift(month.from, at("2026-10-10T00:00")), shift(at("2026-10-12T00:00"), month.to)],
    };
    expect(findHoles([patient("greta", [ordinary], paused)], teamsOf(clinic, closed), month)).toEqual([]);
  });

  test("is one hole for all whom it concerns, whoever they are", () => {
    const silent: StaffedTeam = { ...night, contact: {} };
    const holes = findHoles([patient("soheil"), patient("greta")], teamsOf(clinic, silent), month);
    expect(holes.length).toBeGreaterThan(20);
    expect(new Set(holes.map(({ patients }) => patients.join()))).toEqual(new Set(["greta,soheil"]));
  });
});

/** Where holes are punched: apart from each other by a minute at least, all over the month. */
const punches = fc
  .uniqueArray(fc.integer({ min: 1, max: (month.to - month.from) / MINUTE - 2 }), { minLength: 2, maxLength: 12 })
  .map((minutes) => {
    const sorted = minutes.toSorted((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      from: month.from + sorted[index * 2]! * MINUTE,
      to: month.from + sorted[index * 2 + 1]! * MINUTE,
    }));
  });

test("finds each of 200 randomly punched sets of holes, to the minute, and no other", () => {
  const always: StaffedTeam = { ...night, id: "always" };
  fc.assert(
    fc.property(punches, fc.constantFrom("rota" as const, "entry" as const), (holes, where) => {
      const edges = [month.from, ...holes.flatMap(({ from, to }) => [from, to]), month.to];
      const kept = Array.from({ length: edges.length / 2 }, (_, index) => ({
        from: edges[index * 2]!,
        to: edges[index * 2 + 1]!,
      }));
      const rota = where === "rota" ? kept.map(({ from, to }) => shift(from, to)) : night.rota;
      const entries: Responsibility[] =
        where === "entry"
          ? kept.map((span) => ({ kind: "ordinary", team: "always", ...span }))
          : [{ ...ordinary, team: "always" }];
      const found = findHoles([patient("greta", entries)], teamsOf({ ...always, rota }), month);
      expect(found.map(({ from, to }) => ({ from, to }))).toEqual(holes);
      const reason = where === "rota" ? "nobody-on-call" : "no-responsible-team";
      expect(found.every((hole) => hole.reason === reason)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

const time = fc.constantFrom("00:00", "02:30", "07:00", "08:00", "17:00", "22:00");
const someHours: fc.Arbitrary<Hours> = fc.record({
  weekly: fc.array(
    fc.record({ days: fc.constant([...office.weekly[0]!.days, "sat" as const]), from: time, until: time }),
    { maxLength: 2 },
  ),
  publicHolidays: fc.constantFrom("as-sunday" as const, "closed" as const),
  exceptions: fc.constant([]),
});
const week = { from: at("2026-10-22T00:00"), to: at("2026-10-27T00:00") };
const anInstant = fc.integer({ min: 0, max: 120 }).map((hour) => week.from + hour * 60 * MINUTE);
const someTeam = (id: string): fc.Arbitrary<StaffedTeam> =>
  fc
    .record({
      hours: someHours,
      kind: fc.constant("clinic" as const),
      contact: fc.constantFrom(phone, phone, phone, {}),
      cover: fc.constantFrom("a", "b", "c", undefined),
      onCall: fc.constantFrom("rota" as const, "at-work" as const),
      rota: fc
        .array(fc.tuple(anInstant, anInstant), { maxLength: 4 })
        .map((spans) => spans.map(([x, y]) => shift(Math.min(x, y), Math.max(x, y)))),
    })
    .map(({ cover, ...team }) => ({ id, zone, ...team, ...(cover === undefined ? {} : { cover }) }));
const someEntries: fc.Arbitrary<Responsibility[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom("ordinary" as const, "palliative" as const, "takeover" as const),
      team: fc.constantFrom("a", "b", "gone"),
      from: anInstant,
      to: fc.option(anInstant, { nil: undefined }),
    })
    .map(({ to, ...entry }) => ({ ...entry, ...(to === undefined ? {} : { to }) })),
  { maxLength: 4 },
);

test("says of every quarter of an hour what asking about that instant alone says", () => {
  fc.assert(
    fc.property(someTeam("a"), someTeam("b"), someTeam("c"), someEntries, (a, b, c, entries) => {
      const teams = teamsOf(a, b, c);
      const holes = findHoles([patient("greta", entries, [week])], teams, week);
      for (let now = week.from; now < week.to; now += 15 * MINUTE) {
        const duty = whoIsResponsible(entries, teams, now);
        const team = duty.team === undefined ? undefined : teams.get(duty.team);
        const manned = team?.rota.some((turn) => turn.from <= now && now < turn.to) || team?.onCall === "at-work";
        const covered = team !== undefined && duty.there && isReachable(team.contact) && manned;
        expect(holes.some(({ from, to }) => from <= now && now < to)).toBe(!covered);
      }
    }),
    { numRuns: 100 },
  );
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Hole } from "../alerts/coverage.ts";
import type { Interval } from "../domain/interval.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { newHoles, readCoverage } from "./coverage.ts";
import { watchedDuring } from "./watched.ts";

const zone = "Europe/Stockholm";
const at = (local: string): number => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;
const MINUTE = 60_000;
/** Both clock changes of the year, each with a fortnight around it. */
const stretches: readonly Interval[] = [
  { from: at("2026-10-18T00:00"), to: at("2026-11-01T00:00") },
  { from: at("2026-03-22T00:00"), to: at("2026-04-05T00:00") },
];

const office = JSON.stringify({
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
  publicHolidays: "as-sunday",
  exceptions: [],
});

/** Greta's clinic is there in office hours; otherwise the night team, with whoever is on its rota. */
function storeWith(turns: readonly Interval[], stretch: Interval): Database {
  const db = openDatabase(":memory:");
  migrate(db);
  db.exec(`
    INSERT INTO team (id, name, provider, unit, zone, contact, version) VALUES
      ('clinic', 'C', 'P', 'U', '${zone}', '{"phone":"1"}', 1), ('night', 'N', 'P', 'U', '${zone}', '{"email":"n@example.org"}', 1);
    UPDATE team SET hours = '${office}', cover = 'night' WHERE id = 'clinic';
    UPDATE team SET on_call = 'rota' WHERE id = 'night';
    INSERT INTO person (id, given, family) VALUES ('p', 'G', 'E'), ('s', 'N', 'P');
    INSERT INTO staff (id, person, username, password, role, loopback_only, version) VALUES ('nils', 's', 'nils', '', 'nurse', 0, 1);
    INSERT INTO patient (id, person, team, enrolled_at, version) VALUES ('greta', 'p', 'clinic', 0, 1);
    INSERT INTO responsibility (patient, kind, team, from_at, decided_at, decided_by, version) VALUES ('greta', 'ordinary', 'clinic', 0, 0, 'x', 1);
    INSERT INTO plan (patient, version, body, signed_by, signed_at, valid_from, team) VALUES ('greta', 1, '{}', 'nils', 0, ${stretch.from - 1}, 'clinic');
  `);
  for (const { from, to } of turns) {
    db.run(
      "INSERT INTO shift (team, staff, role, from_at, to_at, version) VALUES ('night', 'nils', 'primary', ?, ?, 1)",
      from,
      to,
    );
  }
  return db;
}

/** The clinic's hours by the wall clock, minute by minute: an oracle of its own. */
function clinicIsOpen(now: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const minutes = local.hour * 60 + local.minute;
  const holiday = ["2026-04-03"].includes(local.toPlainDate().toString());
  return local.dayOfWeek <= 5 && !holiday && minutes >= 8 * 60 && minutes < 17 * 60;
}

const openMinutes = new Map(
  stretches.map((stretch) => {
    const minutes = Array.from({ length: (stretch.to - stretch.from) / MINUTE }, (_, n) => stretch.from + n * MINUTE);
    return [stretch, new Set(minutes.filter(clinicIsOpen))];
  }),
);

test("each of 200 rotas with random gaps and overlaps: the stored path finds every unowned minute, and no other", () => {
  const turn = fc.tuple(fc.nat({ max: 14 * 24 * 60 }), fc.integer({ min: 1, max: 3 * 24 * 60 }));
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 14 }), fc.constantFrom(...stretches), (spans, stretch) => {
      const turns = spans.map(([from, length]) => ({
        from: stretch.from + from * MINUTE,
        to: stretch.from + (from + length) * MINUTE,
      }));
      const { holes, uncovered } = readCoverage(storeWith(turns, stretch), stretch);
      let expected = 0;
      const open = openMinutes.get(stretch)!;
      for (let now = stretch.from; now < stretch.to; now += MINUTE) {
        const owned = open.has(now) || turns.some(({ from, to }) => from <= now && now < to);
        if (!owned) expected += MINUTE;
        if (holes.some(({ from, to }) => from <= now && now < to) === owned) {
          throw new Error(`${Temporal.Instant.fromEpochMilliseconds(now).toString()} is ${owned ? "" : "un"}owned`);
        }
      }
      expect(uncovered).toBe(expected);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("control: a turn that ends a minute late in the store alone is found out", () => {
  const [stretch] = stretches;
  const gap = { from: at("2026-10-24T22:00"), to: at("2026-10-25T02:30") };
  const turns = [
    { from: stretch!.from, to: gap.from },
    { from: gap.to, to: stretch!.to },
  ];
  const found = readCoverage(storeWith(turns, stretch!), stretch!).holes;
  expect(found).toEqual([{ ...gap, reason: "nobody-on-call", team: "night", patients: ["greta"] }]);
  const late = turns.with(0, { from: stretch!.from, to: gap.from + MINUTE });
  expect(readCoverage(storeWith(late, stretch!), stretch!).holes).not.toEqual(found);
});

test("what isn't new is no new hole, for each patient by themselves", () => {
  const hole = (from: number, to: number, ...patients: string[]): Hole => ({
    from,
    to,
    reason: "closed",
    team: "t",
    patients,
  });
  expect(newHoles([hole(0, 10, "a")], [hole(0, 10, "a")])).toEqual([]);
  expect(newHoles([hole(0, 10, "a")], [hole(5, 15, "a", "b")])).toEqual([hole(5, 15, "b"), hole(10, 15, "a")]);
  // Another reason for the same stretch takes nobody away who was there.
  expect(newHoles([{ ...hole(0, 10, "a"), reason: "no-contact" }], [hole(0, 10, "a")])).toEqual([]);
});

test("somebody is watched over from their first plan on, in pauses too, and not once it has ended", () => {
  const week = { from: 0, to: 700 };
  expect(watchedDuring([], undefined, week)).toEqual([]);
  expect(watchedDuring([], 100, week)).toEqual([{ from: 100, to: 700 }]);
  expect(
    watchedDuring(
      [
        { state: "invited", from: 0 },
        { state: "active", from: 200 },
        { state: "paused", from: 300, until: 400, reason: "admitted" },
        { state: "ended", from: 500, reason: "moved" },
      ],
      100,
      week,
    ),
  ).toEqual([{ from: 200, to: 500 }]);
});

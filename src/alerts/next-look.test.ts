import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aroundTheClock, type Hours } from "../domain/hours.ts";
import type { Responsibility, StaffedTeam } from "../domain/responsibility.ts";
import { nextLook, sayNextLook } from "./next-look.ts";
import { dutiesDuring } from "./responsibility.ts";

const zone = "Europe/Stockholm";
const office: Hours = {
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
  publicHolidays: "as-sunday",
  exceptions: [],
};
const never: Hours = { weekly: [], publicHolidays: "as-usual", exceptions: [] };
const team = (id: string, hours: Hours, cover?: string): StaffedTeam => ({
  id,
  kind: "clinic",
  zone,
  hours,
  contact: { phone: "+46 8 123 45 67" },
  ...(cover === undefined ? {} : { cover }),
  onCall: "at-work",
  rota: [],
});
const teams = new Map(
  [team("clinic", office, "mobile"), team("mobile", aroundTheClock), team("closed", never)].map((t) => [t.id, t]),
);
const of = (id: string): Responsibility[] => [{ id: 1, kind: "ordinary", team: id, from: 0 }];
const local = (text: string): number => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const say = (id: string, at: string) =>
  sayNextLook(nextLook(of(id), teams, local(at)), local(at), () => "Hjärtsviktsteamet", zone);

const worse = "Blir du sämre: ring 1177, vid fara 112.";
const worseEn = "If you get worse: call 1177, in danger 112.";

describe("when somebody next looks", () => {
  it.each([
    ["clinic", "2026-11-21T08:02", `tittar senast måndag 08:00. ${worse}`, `looks by Monday 08:00. ${worseEn}`],
    ["clinic", "2026-11-23T07:59", `tittar senast 08:00. ${worse}`, `looks by 08:00. ${worseEn}`],
    ["clinic", "2026-11-23T08:00", `har öppet nu. ${worse}`, `is open now. ${worseEn}`],
    ["clinic", "2026-11-23T17:00", `tittar senast i morgon 08:00. ${worse}`, `looks by tomorrow 08:00. ${worseEn}`],
    // Christmas Eve, a Thursday: Christmas Day and the weekend follow.
    ["clinic", "2026-12-24T09:00", `tittar senast måndag 08:00. ${worse}`, `looks by Monday 08:00. ${worseEn}`],
    // The clocks go back in the night to Sunday 25 October, forward in that to 29 March.
    ["clinic", "2026-10-24T09:00", `tittar senast måndag 08:00. ${worse}`, `looks by Monday 08:00. ${worseEn}`],
    ["clinic", "2026-03-28T09:00", `tittar senast måndag 08:00. ${worse}`, `looks by Monday 08:00. ${worseEn}`],
  ])("%s at %s", (id, at, sv, en) => {
    expect(say(id, at)).toEqual({ sv: `Hjärtsviktsteamet ${sv}`, en: `Hjärtsviktsteamet ${en}` });
  });

  it.each(["closed", "unheard-of"])("promises nothing for a team that doesn't open (%s)", (id) => {
    expect(say(id, "2026-11-21T08:02")).toEqual({
      sv: `Det är inte känt när någon tittar. ${worse}`,
      en: `It is not known when somebody looks. ${worseEn}`,
    });
  });

  it("does not count a cover, which is there but has not promised to look", () => {
    const at = local("2026-11-21T08:02");
    expect(dutiesDuring(of("clinic"), teams, { from: at, to: at + 1 })[0]?.because.code).toBe("cover");
    expect(nextLook(of("clinic"), teams, at)).toEqual({
      team: "clinic",
      at: local("2026-11-23T08:00"),
      until: local("2026-11-23T17:00"),
    });
  });

  it("names an instant at which that team is responsible and there, and none before it", () => {
    const from = local("2026-01-01T00:00");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), (minutes) => {
        const at = from + minutes * 60_000;
        const look = nextLook(of("clinic"), teams, at)!;
        const code = (instant: number) =>
          dutiesDuring(of("clinic"), teams, { from: instant, to: instant + 1 })[0]!.because.code;
        expect(look.at).toBeGreaterThanOrEqual(at);
        expect(code(look.at)).toBe("responsible");
        if (look.at > at) {
          expect(code(at)).toBe("cover");
          expect(code(look.at - 1)).toBe("cover");
        }
      }),
      { numRuns: 200, seed: 8 },
    );
  });
});

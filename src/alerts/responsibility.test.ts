import { describe, expect, test } from "vitest";
import { aroundTheClock, type Hours } from "../domain/hours.ts";
import type { Responsibility, StaffedTeam } from "../domain/responsibility.ts";
import { dutiesDuring, onCallAt, whoIsResponsible } from "./responsibility.ts";

const zone = "Europe/Stockholm";
const at = (local: string): number => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;
const office: Hours = {
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
  publicHolidays: "as-sunday",
  exceptions: [],
};
const team = (id: string, hours: Hours, cover?: string): StaffedTeam => ({
  id,
  zone,
  hours,
  kind: "clinic",
  contact: {},
  onCall: "at-work",
  rota: [],
  ...(cover === undefined ? {} : { cover }),
});
const teams = new Map(
  [
    team("clinic", office, "night"),
    team("night", aroundTheClock),
    team("mobile", office),
    team("palliative", office, "ward"),
    team("ward", aroundTheClock),
  ].map((entry) => [entry.id, entry]),
);

const ordinary: Responsibility = { kind: "ordinary", team: "clinic", from: at("2026-01-01T00:00") };
const palliative: Responsibility = { kind: "palliative", team: "palliative", from: at("2026-11-23T12:00") };
const takeover: Responsibility = {
  kind: "takeover",
  team: "mobile",
  cover: "night",
  from: at("2026-11-24T09:00"),
  to: at("2026-11-25T09:00"),
};

/** Monday 23 November 2026 and the days after. */
describe("who answers for Greta", () => {
  test.each<[string, readonly Responsibility[], string | undefined, string]>([
    ["2026-11-23T10:00", [ordinary], "clinic", "responsible"],
    ["2026-11-23T17:00", [ordinary], "night", "cover"],
    ["2026-11-23T16:59", [ordinary], "clinic", "responsible"],
    ["2026-11-22T10:00", [ordinary], "night", "cover"],
    // Her own cover comes before the team's.
    ["2026-11-22T10:00", [{ ...ordinary, cover: "ward" }], "ward", "cover"],
    ["2026-11-22T10:00", [{ ...ordinary, team: "mobile" }], "mobile", "closed"],
    ["2026-11-23T11:59", [ordinary, palliative], "clinic", "responsible"],
    ["2026-11-23T12:00", [ordinary, palliative], "palliative", "responsible"],
    ["2026-11-23T20:00", [ordinary, palliative], "ward", "cover"],
    ["2026-11-24T08:59", [ordinary, palliative, takeover], "palliative", "responsible"],
    ["2026-11-24T09:00", [ordinary, palliative, takeover], "mobile", "responsible"],
    ["2026-11-24T22:00", [ordinary, palliative, takeover], "night", "cover"],
    ["2026-11-25T09:00", [ordinary, palliative, takeover], "palliative", "responsible"],
    // The one that began last; of two that began together the one decided last.
    [
      "2026-11-23T10:00",
      [ordinary, { ...ordinary, team: "mobile", from: at("2026-11-20T00:00") }],
      "mobile",
      "responsible",
    ],
    ["2026-11-23T10:00", [ordinary, { ...ordinary, team: "mobile" }], "mobile", "responsible"],
    ["2025-12-31T10:00", [ordinary], undefined, "nobody"],
    ["2026-11-23T10:00", [{ ...ordinary, team: "dissolved" }], "dissolved", "closed"],
  ])("%s: case %#", (local, entries, expected, code) => {
    const duty = whoIsResponsible(entries, teams, at(local));
    expect(duty.team).toBe(expected);
    expect(duty.because.code).toBe(code);
    expect(duty.there).toBe(code === "responsible" || code === "cover");
  });

  test("is told in order and without a gap", () => {
    const stretch = { from: at("2026-11-23T00:00"), to: at("2026-11-26T00:00") };
    const duties = dutiesDuring([ordinary, palliative, takeover], teams, stretch);
    expect(duties[0]?.from).toBe(stretch.from);
    expect(duties.at(-1)?.to).toBe(stretch.to);
    duties.slice(1).forEach((duty, index) => expect(duty.from).toBe(duties[index]?.to));
  });
});

test("a turn on the rota holds from its beginning up to its end", () => {
  const [from, to] = [at("2026-11-23T17:00"), at("2026-11-24T07:00")];
  const night = { ...team("night", aroundTheClock), rota: [{ staff: "nils", role: "primary" as const, from, to }] };
  expect(onCallAt(night, from).map(({ staff }) => staff)).toEqual(["nils"]);
  expect(onCallAt(night, to)).toEqual([]);
});

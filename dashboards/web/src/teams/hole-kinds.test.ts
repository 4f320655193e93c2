import { expect, test } from "vitest";
import type { Schemas } from "../api/client.ts";
import { kindsOf } from "./hole-kinds.ts";

const hole = (day: number, more: Partial<Schemas["CoverageHole"]> = {}): Schemas["CoverageHole"] => ({
  from: `2026-12-0${day}T07:00:00.000Z`,
  to: `2026-12-0${day}T16:00:00.000Z`,
  reason: "nobody-on-call",
  team: "north",
  explanation: { sv: "Ingen har jour då.", en: "Nobody is on call then." },
  count: 2,
  patients: ["greta", "soheil"],
  ...more,
});

test("the same hole day after day is told once, with every day", () => {
  const others = { patients: ["greta"], count: 1 };
  const kinds = kindsOf([hole(1), hole(2, others), hole(3), hole(4, { reason: "closed" }), hole(5, { team: "night" })]);
  expect(kinds.map(({ holes }) => holes.map(({ from }) => from.slice(9, 10)))).toEqual([
    ["1", "3"],
    ["2"],
    ["4"],
    ["5"],
  ]);
  expect(new Set(kinds.map(({ key }) => key)).size).toBe(4);
});

test("without names only the number tells patients apart, and no hole is lost", () => {
  const kinds = kindsOf([
    hole(1, { patients: null }),
    hole(2, { patients: null }),
    hole(3, { patients: null, count: 3 }),
  ]);
  expect(kinds.map(({ holes }) => holes.length)).toEqual([2, 1]);
  expect(kindsOf([])).toEqual([]);
});

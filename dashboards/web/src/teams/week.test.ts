import { expect, test } from "vitest";
import { areWhole, barsOn, untilFromField, untilInField, weekdays, weeklyOf, weekOf } from "./week.ts";

const office = { from: "08:00", until: "17:00" };
const night = { from: "21:00", until: "07:00" };

test("a week is the same after it was taken apart by days and put together", () => {
  const weekly = [
    { days: ["mon", "tue", "wed", "thu", "fri"] as const, ...office },
    { days: ["fri"] as const, ...night },
  ].map(({ days, ...opening }) => ({ days: [...days], ...opening }));
  const week = weekOf(weekly);
  expect(week.fri).toEqual([office, night]);
  expect(week.sat).toEqual([]);
  expect(weeklyOf(week)).toEqual(weekly);
  expect(weeklyOf(weekOf([]))).toEqual([]);
});

test("what lasts past midnight stands on both days, over the end of the week too", () => {
  const week = weekOf([{ days: ["sun"], ...night }]);
  expect(barsOn(week, "sun")).toEqual([{ from: 21 * 60, until: 24 * 60 }]);
  expect(barsOn(week, "mon")).toEqual([{ from: 0, until: 7 * 60 }]);
  expect(barsOn(week, "tue")).toEqual([]);
  // Midnight itself belongs to no next day, however it is written.
  for (const until of ["24:00", "00:00"]) {
    const whole = weekOf([{ days: ["mon"], from: "00:00", until }]);
    expect(barsOn(whole, "mon")).toEqual([{ from: 0, until: 24 * 60 }]);
    expect(barsOn(whole, "tue")).toEqual([]);
  }
});

test("midnight goes into a time field and comes back", () => {
  expect(untilFromField(untilInField("24:00"))).toBe("24:00");
  expect(untilFromField(untilInField("17:30"))).toBe("17:30");
  expect([areWhole([]), areWhole([office]), areWhole([office, { from: "08:00", until: "" }])]).toEqual([
    true,
    true,
    false,
  ]);
  expect(weekdays).toHaveLength(7);
});

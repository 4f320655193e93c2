import { expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import { isWorkingDay, nextWorkingDay } from "./calendar.ts";
import { dayToIso } from "./day.ts";

const day = (iso: string): number => Temporal.PlainDate.from("1970-01-01").until(iso).days;
const table = readTable("working-days-se", ["date", "weekday", "working", "name"]);

test.each(table)("$date, $name: working day $working", ({ date, weekday, working }) => {
  expect(Temporal.PlainDate.from(date).toLocaleString("en", { weekday: "short" })).toBe(weekday);
  expect(isWorkingDay(day(date))).toBe(working === "yes");
});

test("2026 to 2028: Monday to Friday are working days unless the table says otherwise", () => {
  const off = new Set(table.filter(({ working }) => working === "no").map(({ date }) => date));
  const wrong: string[] = [];
  for (let date = Temporal.PlainDate.from("2026-01-01"); date.year < 2029; date = date.add({ days: 1 })) {
    const iso = date.toString();
    if (isWorkingDay(day(iso)) !== (date.dayOfWeek <= 5 && !off.has(iso))) wrong.push(iso);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ["2026-11-20", "2026-11-23", "Friday to Monday"],
  ["2026-11-22", "2026-11-23", "Sunday to Monday"],
  ["2026-11-23", "2026-11-24", "Monday to Tuesday"],
  ["2026-04-02", "2026-04-07", "over Easter"],
  ["2026-06-18", "2026-06-22", "over Midsummer"],
  ["2026-12-23", "2026-12-28", "over Christmas"],
  ["2026-12-30", "2027-01-04", "over New Year"],
  ["2028-02-28", "2028-02-29", "to a leap day"],
])("the working day after %s is %s: %s", (from, next) => {
  expect(dayToIso(nextWorkingDay(day(from)))).toBe(next);
});

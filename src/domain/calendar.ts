import Holidays from "date-holidays";
import { dayToIso, type LocalDay } from "./day.ts";

const holidays = new Holidays("SE", { types: ["public", "bank"] });
const knownYears = new Map<number, ReadonlySet<string>>();

function daysOff(year: number): ReadonlySet<string> {
  let known = knownYears.get(year);
  if (!known) {
    known = new Set(holidays.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
    knownYears.set(year, known);
  }
  return known;
}

/** Whether a local date is a Swedish public holiday or one of the eves that are days off in practice, whatever its weekday. */
export function isDayOff(day: LocalDay): boolean {
  const iso = dayToIso(day);
  return daysOff(Number(iso.slice(0, 4))).has(iso);
}

/**
 * Whether a local date is an ordinary working day in Sweden: Monday to Friday and neither a public holiday nor one of
 * the eves that are days off in practice (Midsummer, Christmas and New Year's Eve).
 */
export function isWorkingDay(day: LocalDay): boolean {
  // 1970-01-01 was a Thursday: 0 is Monday here.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday <= 4 && !isDayOff(day);
}

/** The first working day after a local date. */
export function nextWorkingDay(day: LocalDay): LocalDay {
  let next = day + 1;
  while (!isWorkingDay(next)) next += 1;
  return next;
}

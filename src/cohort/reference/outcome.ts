import { referenceParameters as p } from "../parameters.ts";
import { type FindingDays, type ReferencePatient, yearBegins } from "./patient.ts";

/**
 * Two ways to read the sentence that describes the earlier calculation. `first`: as we took it before anything had been run.
 * `last`: an alert is a finding at least so many days after the last *alert*, nothing is measured before the year, and any
 * *finding* in the window is a hit, whether or not it is an alert.
 */
export const terms = ["first", "last"] as const;
export type Terms = (typeof terms)[number];

/** Of one patient and rule: alerts in the year, and whether the window has a hit without a ramp and with each (1 or 0). */
export type Outcome = readonly [alerts: number, chance: number, hit2: number, hit3: number];

/** What one patient's findings come to, by rule. */
export function outcomesOf(patient: ReferencePatient, how: Terms): Outcome[] {
  return patient.quiet.map((quiet, rule) => {
    const counted = how === "first" ? alertDays(quiet, how) : alertDays(patient.unpreceded[rule]!, how);
    const hitIn = (found: FindingDays): number => {
      const days = how === "first" ? alertDays(found[rule]!, how) : daysOf(found[rule]!);
      return days.some((day) => day > patient.rampEnd - p.windowDays.value && day <= patient.rampEnd) ? 1 : 0;
    };
    return [
      counted.filter((day) => day >= yearBegins).length,
      hitIn(patient.quiet),
      hitIn(patient.ramped[0]!),
      hitIn(patient.ramped[1]!),
    ];
  });
}

/**
 * The days of alerts among the days of findings: with more than the days of silence since the last finding (`first`), or at
 * least so many since the last alert (`last`).
 */
export function alertDays(found: Uint8Array, how: Terms): number[] {
  const alerts: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const day of daysOf(found)) {
    const alert = how === "first" ? day - last > p.silenceDays.value : day - last >= p.silenceDays.value;
    if (alert) alerts.push(day);
    if (alert || how === "first") last = day;
  }
  return alerts;
}

function daysOf(found: Uint8Array): number[] {
  const days: number[] = [];
  for (let day = found.indexOf(1); day >= 0; day = found.indexOf(1, day + 1)) days.push(day);
  return days;
}

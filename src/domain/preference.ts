import { z } from "zod";
import type { Severity } from "./alert.ts";
import { localDay } from "./day.ts";
import { wallTime } from "./hours.ts";
import { timeOfDay } from "./schedule.ts";

/** When somebody doesn't want to be told out of the house, and what of it can't be chosen. */

export const preferenceSchema = z
  .strictObject({
    /** Whether e-mail is sent at all. */
    email: z.boolean().default(true),
    /** Local times; an end that isn't after the beginning is on the next date. */
    quiet: z.strictObject({ from: timeOfDay, until: timeOfDay }).nullable().default(null),
    /** Whose news is pushed to browsers: what one is told oneself, or what one's teams' functions are told as well. */
    push: z.enum(["own", "team"]).default("own"),
    zone: z.string().max(64).default("Europe/Stockholm"),
  })
  .meta({ id: "NotificationPreference", examples: [{ email: true, quiet: { from: "21:00", until: "07:00" } }] });
export type Preference = z.infer<typeof preferenceSchema>;

/**
 * Whether a person is told on a channel at an instant (milliseconds since the epoch). Red, to somebody who is told because they
 * have a turn on the rota, always is: on duty nobody can be silent.
 */
export function isToldNow(
  preference: Preference | undefined,
  what: { readonly severity: Severity | undefined; readonly onDuty: boolean; readonly channel?: "email" | "push" },
  at: number,
): boolean {
  if (!preference || (what.severity === "red" && what.onDuty)) return true;
  return (what.channel === "push" || preference.email) && !isQuiet(preference, at);
}

function isQuiet({ quiet, zone }: Preference, at: number): boolean {
  if (!quiet) return false;
  const today = localDay(at, zone);
  // What began yesterday may last into today.
  return [today - 1, today].some((day) => {
    const from = wallTime(day, quiet.from, zone);
    const until = wallTime(quiet.until <= quiet.from ? day + 1 : day, quiet.until, zone);
    return from <= at && at < until;
  });
}

import { z } from "zod";
import { type Kind, kindNames } from "./kind.ts";

/** When a patient is asked to measure: per signal, on which weekdays and between which local times. */

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** A local time of day, to the minute. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a local time such as 06:00");

/** From a local time until another of the same date, the cut-off: what has not come by then is missed. */
const windowSchema = z.strictObject({ from: timeOfDay, until: timeOfDay });

export const scheduleSchema = z
  .strictObject({
    /** The kind of reading that is expected. */
    signal: z.enum(kindNames as [Kind, ...Kind[]]),
    days: z.array(z.enum(weekdays)).min(1).max(7),
    /** In order of time and not overlapping. */
    windows: z.array(windowSchema).min(1).max(4),
    /** On Swedish public holidays and the eves that are days off in practice: measure as on other days, or not. */
    /** What the person at home is told, once and by day, when a window has passed without a value; nothing without it. */
    reminder: z
      .strictObject({
        /** In the clinic's own words; a neutral sentence otherwise. */
        text: z.string().trim().min(1).max(300).optional(),
      })
      .optional(),
    publicHolidays: z.enum(["measure", "skip"]).default("measure"),
  })
  .meta({ id: "Schedule" });
export type Schedule = z.infer<typeof scheduleSchema>;

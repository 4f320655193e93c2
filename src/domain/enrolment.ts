import { z } from "zod";

/**
 * Whether a patient is being watched over: invited, active, paused for a reason until an instant, or ended for a reason.
 * A patient without any entry is active: enrolling is what makes one.
 */

export const enrolmentStates = ["invited", "active", "paused", "ended"] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** Why watching is paused. */
export const pauseReasons = ["admitted", "travelling", "own-wish", "equipment", "other"] as const;
/** Why it has ended. `deceased` stops everything outbound at once. */
export const endReasons = ["deceased", "goal-reached", "own-wish", "moved", "other-care", "other"] as const;
export type PauseReason = (typeof pauseReasons)[number];
export type EndReason = (typeof endReasons)[number];

/** One change of a patient's enrolment, in effect from an instant on. Instants in milliseconds since the epoch. */
export const enrolmentSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("invited"), from: z.int() }),
  z.strictObject({ state: z.literal("active"), from: z.int() }),
  /** After `until` the patient is active again by itself. */
  z.strictObject({ state: z.literal("paused"), from: z.int(), until: z.int(), reason: z.enum(pauseReasons) }),
  z.strictObject({ state: z.literal("ended"), from: z.int(), reason: z.enum(endReasons) }),
]);
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** What somebody asks a patient's enrolment to become, from now on. */
export const enrolmentChangeSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("invited") }),
  z.strictObject({ state: z.literal("active") }),
  z.strictObject({ state: z.literal("paused"), until: z.int(), reason: z.enum(pauseReasons) }),
  z.strictObject({ state: z.literal("ended"), reason: z.enum(endReasons) }),
]);
export type EnrolmentChange = z.infer<typeof enrolmentChangeSchema>;

/**
 * Whether anything may be said to the patient's home: prompts, texts, reminders. Whoever sends asks this first, for nobody
 * should be told to weigh themselves who has died.
 */
export const mayContact = ({ state }: Enrolment): boolean => state !== "ended";

/**
 * A patient's enrolment at an instant (milliseconds since the epoch): the last decided change that is in effect then; a
 * pause that has run out is active again from its end.
 * @param decided the patient's changes, in the order they were decided
 */
export function enrolmentAt(decided: readonly Enrolment[], at: number): Enrolment {
  const current = decided.findLast(({ from }) => from <= at) ?? { state: "active", from: 0 };
  return current.state === "paused" && current.until <= at ? { state: "active", from: current.until } : current;
}

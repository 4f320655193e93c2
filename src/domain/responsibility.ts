import { z } from "zod";
import type { Hours } from "./hours.ts";
import type { Interval } from "./interval.ts";

/** Who answers for a patient, from when to when, and how a team is reached. */

/**
 * - `ordinary`: as agreed when the patient was enrolled or the care moved.
 * - `palliative`: a palliative team answers first, whatever was agreed before.
 * - `takeover`: another team has taken over for a while; it always has an end.
 */
export const responsibilityKinds = ["ordinary", "palliative", "takeover"] as const;
export type ResponsibilityKind = (typeof responsibilityKinds)[number];

/** One entry of a patient's responsibilities. Instants in milliseconds since the epoch. */
export type Responsibility = {
  readonly kind: ResponsibilityKind;
  readonly team: string;
  /** The team outside the first one's hours; otherwise that team's own cover. */
  readonly cover?: string;
  readonly from: number;
  /** Only a takeover must have an end. */
  readonly to?: number;
};

/** How a team is reached: a function, never a person. */
export const contactPointSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("phone"), value: z.string().regex(/^\+?[0-9 ()-]{3,40}$/) }),
    z.strictObject({ kind: z.literal("email"), value: z.email().max(200) }),
    z.strictObject({ kind: z.literal("webhook"), value: z.url({ protocol: /^https?$/ }).max(500) }),
  ])
  .meta({ id: "ContactPoint" });
export type ContactPoint = z.infer<typeof contactPointSchema>;

export const onCallRoles = ["primary", "secondary", "manager"] as const;
export type OnCallRole = (typeof onCallRoles)[number];

/** One person's turn on a team's rota. */
export type Shift = Interval & { readonly staff: string; readonly role: OnCallRole };

/** What of a team decides whether somebody is there. */
export type StaffedTeam = {
  readonly id: string;
  readonly zone: string;
  readonly hours: Hours;
  readonly contacts: readonly ContactPoint[];
  /** The team outside this one's hours, for patients who have no cover of their own. */
  readonly cover?: string;
  /**
   * Who answers for red alerts while the team is there: somebody on its rota, or whoever is at work and answers its contact
   * point.
   */
  readonly onCall: "rota" | "at-work";
  readonly rota: readonly Shift[];
};

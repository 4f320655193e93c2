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
  readonly id?: number;
  readonly kind: ResponsibilityKind;
  readonly team: string;
  /** The team outside the first one's hours; otherwise that team's own cover. */
  readonly cover?: string;
  readonly from: number;
  /** Only a takeover must have an end. */
  readonly to?: number;
};

/**
 * What a team is for. `clinic`: at a health centre or hospital, in office hours; `municipal`: the municipality's home
 * nursing, nights and weekends included; `mobile`: goes home to people in a district; `hospital-at-home`: hospital care at
 * home; `palliative`; `technical`: hubs and devices, no clinical values.
 */
export const teamKinds = ["clinic", "municipal", "mobile", "hospital-at-home", "palliative", "technical"] as const;
export type TeamKind = (typeof teamKinds)[number];

/** How a team is reached: functions, never persons. Alerts are sent to the e-mail address and the webhook; people phone. */
export const contactSchema = z
  .strictObject({
    phone: z.string().min(3).max(40).optional(),
    email: z.email().max(200).optional(),
    webhook: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
  })
  .meta({ id: "Contact" });
export type Contact = z.infer<typeof contactSchema>;

/** Whether anybody who is to be told can be. */
export const isReachable = (contact: Contact): boolean => Object.values(contact).some((value) => value !== undefined);

export const onCallRoles = ["primary", "secondary", "manager"] as const;
export type OnCallRole = (typeof onCallRoles)[number];

/** One person's turn on a team's rota. */
export type Shift = Interval & { readonly staff: string; readonly role: OnCallRole };

export const onCallKinds = ["rota", "at-work"] as const;
export type OnCallKind = (typeof onCallKinds)[number];

/** What of a team decides whether somebody is there. */
export type StaffedTeam = {
  readonly id: string;
  readonly kind: TeamKind;
  readonly zone: string;
  readonly hours: Hours;
  readonly contact: Contact;
  /** The team outside this one's hours, for patients who have no cover of their own. */
  readonly cover?: string;
  /**
   * Who answers for red alerts while the team is there: somebody on its rota, or whoever is at work and answers its contact
   * point.
   */
  readonly onCall: OnCallKind;
  readonly rota: readonly Shift[];
};

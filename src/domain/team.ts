import { z } from "zod";
import { hoursSchema } from "./hours.ts";
import { idSchema } from "./people.ts";
import { contactSchema, onCallKinds, teamKinds } from "./responsibility.ts";

/** What a team is and when it is there: the same in the region file, the API and the ledger. */

export const teamServiceSchema = z.strictObject({
  kind: z.enum(teamKinds).default("clinic"),
  contact: contactSchema,
  /** Null: around the clock. */
  hours: hoursSchema.nullable().default(null),
  /** The team that answers outside this one's hours, for patients who have no cover of their own. */
  cover: idSchema.nullable().default(null),
  /**
   * Who answers for red alerts while the team is there: somebody on its rota, or whoever is at work and answers its
   * contact.
   */
  onCall: z.enum(onCallKinds).default("at-work"),
});
export type TeamService = z.infer<typeof teamServiceSchema>;

/** A part of it, as it is to be from now on. */
export const teamChangeSchema = z
  .strictObject({
    name: z.string().min(1).max(100),
    kind: z.enum(teamKinds),
    contact: contactSchema,
    hours: hoursSchema.nullable(),
    cover: idSchema.nullable(),
    onCall: z.enum(onCallKinds),
  })
  .partial();
export type TeamChange = z.infer<typeof teamChangeSchema>;

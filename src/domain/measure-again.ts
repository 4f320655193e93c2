import { z } from "zod";

/** Whether the person is asked to measure again before the team is told of a value that looks like technique. */
export const measureAgainSchema = z
  .strictObject({
    /** Off: every finding is told at once. */
    enabled: z.boolean(),
    /** At most so often in one local day. */
    cap: z.number().int().min(1).max(10).default(3),
    /** The clinic's own words instead of the platform's. */
    text: z.string().min(1).max(300).optional(),
  })
  .meta({ id: "MeasureAgain" });
export type MeasureAgain = z.infer<typeof measureAgainSchema>;

/** Where the plan says nothing: on, at most three times a day. */
export const measureAgainByDefault: MeasureAgain = { enabled: true, cap: 3 };

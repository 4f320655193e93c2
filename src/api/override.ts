import { z } from "zod";

/** In the body of what may leave somebody without anybody to answer. */
export const overrideSchema = z
  .strictObject({ reason: z.string().min(3).max(300) })
  .optional()
  .meta({ description: "Only after COVERAGE_HOLE: it is meant, in your name, because" });

/** The override of a body as a command carries it. */
export const withOverride = (override: { reason: string } | undefined): { override?: { reason: string } } =>
  override === undefined ? {} : { override };

import { z } from "zod";
import type { PromptRow } from "../../store/sqlite/queries/prompts.ts";
import { iso, isoSchema } from "../conventions.ts";

export const promptKinds = ["measure-again", "message", "reminder"] as const;

export const promptSchema = z
  .object({
    id: z.int(),
    hub: z.string(),
    kind: z.enum(promptKinds),
    text: z.string(),
    createdAt: isoSchema,
    createdBy: z.object({ staff: z.string(), name: z.string().nullable() }),
    expiresAt: isoSchema,
    shownAt: isoSchema.nullable(),
    retractedAt: isoSchema.nullable(),
    cause: z
      .object({
        reading: z.string().nullable(),
        rule: z.string().nullable(),
        treatment: z.boolean(),
        signal: z.string().nullable().meta({ description: "What was asked for, of a reminder" }),
      })
      .nullable()
      .meta({ description: "What the platform said it because of; null for what staff said" }),
  })
  .meta({ id: "Prompt" });

export const presentPrompt = (row: PromptRow, names: ReadonlyMap<string, string>): z.infer<typeof promptSchema> => ({
  id: row.id,
  hub: row.hub,
  kind: promptKinds.find((kind) => kind === row.kind) ?? "message",
  text: row.text,
  createdAt: iso(row.created_at),
  createdBy: { staff: row.created_by, name: names.get(row.created_by) ?? null },
  expiresAt: iso(row.expires_at),
  shownAt: row.shown_at === null ? null : iso(row.shown_at),
  retractedAt: row.retracted_at === null ? null : iso(row.retracted_at),
  cause:
    row.cause === null
      ? null
      : { reading: null, rule: null, treatment: false, signal: null, ...(JSON.parse(row.cause) as object) },
});

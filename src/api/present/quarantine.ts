import { z } from "zod";
import type { QuarantineRow } from "../../store/sqlite/queries/quarantine.ts";
import { iso, isoSchema } from "../conventions.ts";
import { sentenceSchema } from "./explanation.ts";
import { structureOf } from "./structure.ts";
import { explainTechnical, technicalAction } from "./technical.ts";

export const quarantineSchema = z
  .object({
    id: z.int(),
    at: isoSchema,
    hub: z.string(),
    device: z.string().nullable(),
    code: z.string(),
    explanation: sentenceSchema,
    action: z.string().nullable(),
    detail: z.string().nullable().meta({ description: "Null for technicians: it may name a measured value" }),
    position: z
      .int()
      .nullable()
      .meta({ description: "The reading's place in its message; null for the whole message" }),
    bytes: z.int().meta({ description: "Size of the message" }),
    structure: z.string().nullable().meta({
      description:
        "How it begins, without what it says: digits are 0, words that aren't the protocol's x. Null when it is no text",
    }),
  })
  .meta({ id: "Quarantined" });

export const quarantineBytesSchema = quarantineSchema
  .extend({
    base64: z.string().meta({ description: "The message's bytes exactly as they came" }),
    text: z.string().meta({ description: "The same read as UTF-8; what isn't stands as U+FFFD" }),
  })
  .meta({ id: "QuarantinedBytes" });

/** What was set aside. The topic is left out: beyond the hub's id it is text from outside. */
export const presentQuarantined = (row: QuarantineRow, clinical: boolean): z.infer<typeof quarantineSchema> => ({
  id: row.id,
  at: iso(row.at),
  hub: row.hub,
  device: row.device,
  code: row.code,
  explanation: explainTechnical(row.code),
  action: technicalAction(row.code) ?? null,
  detail: clinical ? row.detail : null,
  position: row.position,
  bytes: row.bytes,
  structure: structureOf(row.head, row.bytes),
});

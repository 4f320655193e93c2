import { z } from "zod";
import type { Care, Receipt, ReceiptResult } from "../decision/message.ts";
import { toIso } from "../domain/day.ts";
import { type ErrorCode, errorCatalogue } from "../errors.ts";

const instant = z.iso.datetime();
/** As the hub gets it; a hub must pass over fields that it doesn't know. */
export const receiptSchema = z
  .strictObject({
    id: z.string().nullable().meta({ description: "The message's id; null when it couldn't be read" }),
    receivedAt: instant.meta({ description: "The platform's time, to set the hub's clock by" }),
    results: z
      .array(
        z.strictObject({
          index: z.int().min(0),
          status: z.enum(["stored", "duplicate", "rejected", "unattributed"]),
          code: z.string().optional(),
          message: z.string().optional(),
          for: z.int().optional().meta({ description: "The user slot" }),
        }),
      )
      .meta({ description: "One for each item of the message, in order" }),
    care: z
      .array(
        z.strictObject({
          for: z.int().optional().meta({ description: "The user slot, where the device has them" }),
          nextLook: instant.nullable().meta({ description: "When somebody next looks; null when that isn't known" }),
          team: z.string().optional().meta({ description: "Who looks; absent where several people share the hub" }),
          phone: z.string().optional(),
          text: z.strictObject({ sv: z.string(), en: z.string() }).meta({ description: "To be shown as it stands" }),
        }),
      )
      .optional()
      .meta({ description: "One for each person the message is about; absent when nothing may be promised" }),
  })
  .meta({ id: "Receipt", description: "hv/v1/<hub>/receipts: what became of a message" });

/** As the hub gets it. */
export const promptSchema = z
  .strictObject({
    id: z.string(),
    for: z.int().optional().meta({ description: "The user slot" }),
    kind: z.enum(["measure-again", "message", "reminder"]),
    text: z.string(),
    expiresAt: instant,
  })
  .meta({ id: "Prompt", description: "hv/v1/<hub>/prompts: to be shown to the person, then answered on prompted" });

/** The receipt for a message: one result per item, in order, and the platform's time so that a hub can set its clock. */
export const receipt = (
  id: string | null,
  receivedAt: number,
  results: readonly ReceiptResult[],
  care: readonly Care[] = [],
): Receipt => ({
  id,
  receivedAt: toIso(receivedAt),
  results: results.toSorted((a, b) => a.index - b.index),
  ...(care.length === 0 ? {} : { care }),
});

type Slot = { readonly user?: number | undefined };

/** One item's result, with what the code means in plain words. */
export function result(
  index: number,
  status: ReceiptResult["status"],
  { user }: Slot = {},
  code?: ErrorCode,
  detail?: string,
): ReceiptResult {
  return {
    index,
    status,
    ...(code === undefined
      ? {}
      : {
          code,
          message: detail === undefined ? errorCatalogue[code].title : `${errorCatalogue[code].title} ${detail}`,
        }),
    ...(user === undefined ? {} : { for: user }),
  };
}

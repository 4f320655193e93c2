import type { Receipt, ReceiptResult } from "../decision/message.ts";
import { toIso } from "../domain/day.ts";
import { type ErrorCode, errorCatalogue } from "../errors.ts";

/** The receipt for a message: one result per item, in order, and the platform's time so that a hub can set its clock. */
export const receipt = (id: string | null, receivedAt: number, results: readonly ReceiptResult[]): Receipt => ({
  id,
  receivedAt: toIso(receivedAt),
  results: results.toSorted((a, b) => a.index - b.index),
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

import type { Alert } from "../domain/alert.ts";

/** What happens to an alert by itself if nobody does anything: there is always something, until it has ended. */
export type Next =
  | { readonly what: "promise" | "step"; readonly at: number; readonly owner: string }
  | { readonly what: "end" };

/** @returns `undefined` for an alert that nobody would ever hear of again: there must be none */
export function nextOf(alert: Alert): Next | undefined {
  switch (alert.state) {
    case "resolved":
      return { what: "end" };
    case "acknowledged":
      return alert.promise && alert.acknowledgedBy !== undefined
        ? { what: "promise", at: alert.promise.due, owner: alert.acknowledgedBy }
        : undefined;
    case "open":
      return alert.escalation && alert.team !== ""
        ? { what: "step", at: alert.escalation.due, owner: alert.team }
        : undefined;
  }
}

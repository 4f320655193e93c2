import type { AlertEventKind, AlertState } from "../domain/alert.ts";

/** What can happen to an alert. */
export const triggers = [
  /** A finding that is more severe, on a new side, or beyond what people were told or took on by the metric's step. */
  "worse",
  /** A finding that is neither. */
  "same",
  /** Somebody takes it on, with a promise. */
  "acknowledge",
  /** The promised time has passed. */
  "promise-passed",
  /** Somebody says what it was and what was done. */
  "resolve",
  /** What caused it no longer holds: the reading was somebody else's, the device is assigned now. */
  "withdraw",
  /** One of its readings turned out to be somebody else's; others still support it. */
  "reassess",
  /** A value came back inside the limit by the metric's step. */
  "returned",
  /** Whoever had taken it on has left. */
  "release",
  /** Somebody is to look after it. */
  "assign",
  /** Somebody writes something down. */
  "note",
  /** One of its sides is kept quiet for a while. */
  "snooze",
  /** Another team accepts it. */
  "hand-over",
] as const;
export type Trigger = (typeof triggers)[number];

type Transition = { readonly to: AlertState; readonly event: AlertEventKind };

/**
 * The whole life of an alert. What is not in the table does not happen: a person is told so (ALERT_TRANSITION), a
 * platform trigger is without effect. A resolved alert is never opened again; once armed, the next finding opens a new
 * alert. The diagram in docs/alerts.md is drawn from this table.
 */
export const transitions: Readonly<Record<AlertState, Readonly<Partial<Record<Trigger, Transition>>>>> = {
  open: {
    worse: { to: "open", event: "worsened" },
    same: { to: "open", event: "joined" },
    acknowledge: { to: "acknowledged", event: "acknowledged" },
    withdraw: { to: "resolved", event: "withdrawn" },
    reassess: { to: "open", event: "reassessed" },
    returned: { to: "open", event: "returned" },
    assign: { to: "open", event: "assigned" },
    note: { to: "open", event: "noted" },
    "hand-over": { to: "open", event: "handed-over" },
  },
  acknowledged: {
    worse: { to: "open", event: "reopened" },
    same: { to: "acknowledged", event: "joined" },
    acknowledge: { to: "acknowledged", event: "promise-renewed" },
    "promise-passed": { to: "open", event: "promise-passed" },
    resolve: { to: "resolved", event: "resolved" },
    withdraw: { to: "resolved", event: "withdrawn" },
    reassess: { to: "acknowledged", event: "reassessed" },
    returned: { to: "acknowledged", event: "returned" },
    release: { to: "open", event: "released" },
    assign: { to: "acknowledged", event: "assigned" },
    note: { to: "acknowledged", event: "noted" },
    snooze: { to: "acknowledged", event: "snoozed" },
    "hand-over": { to: "acknowledged", event: "handed-over" },
  },
  resolved: {
    same: { to: "resolved", event: "joined" },
    returned: { to: "resolved", event: "returned" },
    note: { to: "resolved", event: "noted" },
  },
};

/** The transition that a trigger causes in a state; `undefined` when it causes none. */
export const transition = (state: AlertState, trigger: Trigger): Transition | undefined => transitions[state][trigger];

/** The table as a Mermaid state diagram. */
export function drawTransitions(): string {
  const lines = ["stateDiagram-v2", "  [*] --> open: finding"];
  for (const [state, row] of Object.entries(transitions)) {
    for (const [trigger, { to, event }] of Object.entries(row)) {
      lines.push(`  ${state} --> ${to}: ${trigger}${event === trigger ? "" : ` (${event})`}`);
    }
  }
  lines.push("  resolved --> [*]: worse, after a return inside, or after 3 local days (a new alert opens)");
  return lines.join("\n");
}

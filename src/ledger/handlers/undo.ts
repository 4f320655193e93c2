import type { Alert, AlertEventKind } from "../../domain/alert.ts";

/** So long somebody may take back what they did, in milliseconds. */
export const UNDO = 60_000;

/** What somebody did last to an alert, and what it was before. */
export type Undoable = {
  readonly by: string;
  readonly at: number;
  /** The version that it made. */
  readonly version: number;
  readonly event: AlertEventKind;
  readonly before: Alert;
  readonly snoozes?: readonly string[];
};

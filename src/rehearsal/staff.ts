import { latestPromise } from "../alerts/promise.ts";
import type { ActionTaken, Alert, Concern, Outcome } from "../domain/alert.ts";

/**
 * What staff would have done about the alerts of a rehearsal. Nobody knows; so it is an assumption, said in words, and the
 * same for both sides of a comparison. It matters: while an alert is active further findings join it in silence, so that
 * the longer alerts stay active, the fewer there are. Why the first is the usual one: `docs/rehearsal.md`.
 */
export type Staff =
  /** Each alert is taken on at once, and resolved when the longest promise that may be given for it falls due. */
  | { readonly kind: "promise" }
  /** Each alert is taken on at once, and resolved so many hours later. */
  | { readonly kind: "after"; readonly hours: number }
  /** What was really done, at the instants at which it was done, to the active alert of the concern. */
  | { readonly kind: "recorded"; readonly acts: readonly Act[] };

/** One thing that somebody did about the active alert of a concern. Instants in milliseconds since the epoch. */
export type Act = {
  readonly at: number;
  /** Where it stands among what happened at one instant; the number of its command. */
  readonly order: number;
  readonly concern: Concern;
} & (
  | {
      readonly act: "acknowledge";
      readonly by: string;
      readonly promise: { readonly text: string; readonly due: number };
    }
  | {
      readonly act: "resolve";
      readonly by: string;
      readonly outcome: Outcome;
      readonly action: ActionTaken;
      readonly note?: string | undefined;
    }
  | { readonly act: "withdraw"; readonly reason: string }
  | { readonly act: "promise-passed" }
);

const HOUR = 3_600_000;

/**
 * Until when an alert that has just opened, or come back, is dealt with.
 * @param zone the IANA zone in which the team's working days are counted
 */
export const dealtWithAt = (
  staff: Exclude<Staff, { kind: "recorded" }>,
  { severity }: Pick<Alert, "severity">,
  now: number,
  zone: string,
): number => (staff.kind === "promise" ? latestPromise(severity, now, zone) : now + staff.hours * HOUR);

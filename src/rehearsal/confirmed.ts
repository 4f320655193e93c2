import type { Concern, Outcome } from "../domain/alert.ts";
import type { Database } from "../store/sqlite/database.ts";
import { SAME_EVENT } from "./match.ts";
import type { RehearsedAlert } from "./outcome.ts";

/** An alert as it really was, and what staff said that it turned out to be. Instants in milliseconds since the epoch. */
export type RecordedAlert = {
  readonly id: string;
  readonly concern: Concern;
  readonly openedAt: number;
  readonly outcome?: Outcome;
};

/** A patient's real clinical alerts that opened in a period, the oldest first. What the platform withdrew is left out. */
export const recordedAlerts = (
  db: Database,
  patient: string,
  { from, to }: { readonly from: number; readonly to: number },
): RecordedAlert[] =>
  db
    .all<{ id: string; concern: Concern; opened_at: number; outcome: Outcome | "withdrawn" | null }>(
      `SELECT id, concern, opened_at, json_extract(body, '$.outcome') AS outcome FROM alert
       WHERE subject_type = 'patient' AND subject = ? AND category = 'clinical' AND opened_at >= ? AND opened_at < ?
       ORDER BY opened_at, id`,
      patient,
      from,
      to,
    )
    .flatMap(({ id, concern, opened_at: openedAt, outcome }) =>
      outcome === "withdrawn" ? [] : [{ id, concern, openedAt, ...(outcome === null ? {} : { outcome }) }],
    );

/** How one plan finds an event that staff confirmed. */
export type Found = {
  /** When its alert of the event's concern opens; missing where it opens none. */
  readonly at?: number;
  /** Where it opens none: the concern of another alert about the patient within a day of the event. */
  readonly otherConcern?: Concern;
};

/** An event that staff confirmed ("true"), and how both plans find it. */
export type ConfirmedEvent = RecordedAlert & {
  readonly before: Found;
  readonly after: Found;
  /** Found under the plan in force or in reality, and not under the draft. */
  readonly missed: boolean;
  /** How much later the draft finds it than the plan in force, in milliseconds; negative is earlier. */
  readonly shift?: number;
};

/**
 * How the events that staff confirmed fare. A plan finds an event when an alert of its concern opens within three days of
 * when the real one opened, or is active then; the first such alert counts.
 */
export const confirmedEvents = (
  recorded: readonly RecordedAlert[],
  before: readonly RehearsedAlert[],
  after: readonly RehearsedAlert[],
): ConfirmedEvent[] =>
  recorded
    .filter(({ outcome }) => outcome === "true")
    .map((event) => {
      const [inForce, draft] = [find(event, before), find(event, after)];
      const shift = inForce.at === undefined || draft.at === undefined ? 0 : draft.at - inForce.at;
      return {
        ...event,
        before: inForce,
        after: draft,
        missed: draft.at === undefined,
        ...(shift === 0 ? {} : { shift }),
      };
    });

function find({ concern, openedAt }: RecordedAlert, alerts: readonly RehearsedAlert[]): Found {
  const same = alerts.find((alert) => alert.concern === concern && isNear(alert, openedAt, SAME_EVENT));
  if (same) return { at: same.openedAt };
  // Days later something else is most likely the way back: a fall in weight after the diuretic.
  const other = alerts.find((alert) => isNear(alert, openedAt, DAY));
  return other ? { otherConcern: other.concern } : {};
}

const DAY = 86_400_000;

const isNear = (alert: RehearsedAlert, instant: number, within: number): boolean =>
  Math.abs(alert.openedAt - instant) <= within ||
  (alert.openedAt <= instant && instant < (alert.resolvedAt ?? Infinity));

/**
 * What staff said of the real alert that stands for a rehearsed one: of those of its concern the one that opened closest to
 * it, within three days. `none` where there is none or nobody has said yet.
 */
export function recordedOutcome(
  alert: Pick<RehearsedAlert, "concern" | "openedAt">,
  recorded: readonly RecordedAlert[],
): Outcome | "none" {
  const apart = ({ openedAt }: RecordedAlert): number => Math.abs(openedAt - alert.openedAt);
  const [closest] = recorded
    .filter((real) => real.concern === alert.concern && apart(real) <= SAME_EVENT)
    .toSorted((a, b) => apart(a) - apart(b));
  return closest?.outcome ?? "none";
}

import { type Alert, type AlertEventKind, type Concern, isMoreSevere, type Severity } from "../domain/alert.ts";
import type { Finding } from "../domain/finding.ts";
import type { Database } from "../store/sqlite/database.ts";

/** What would have happened to one alert. Instants in milliseconds since the epoch. */
export type RehearsedAlert = {
  readonly concern: Concern;
  readonly category: Alert["category"];
  /** The worst that it reached. */
  readonly severity: Severity;
  readonly openedAt: number;
  /** The rule of most weight when it opened; of a technical alert the code. */
  readonly cause: string;
  /** When it was resolved; absent when it was still active at the end. */
  readonly resolvedAt?: number;
  /** What happened to it, oldest first. */
  readonly events: readonly RehearsedEvent[];
};

export type RehearsedEvent = {
  readonly at: number;
  readonly event: AlertEventKind;
  /** Of the alert, after the event. */
  readonly severity: Severity;
  readonly reading?: string;
  /** When the reading was measured. */
  readonly measuredAt?: number;
  /** Why, with every number compared. */
  readonly findings?: readonly Finding[];
};

type EventRow = { at: number; type: string; alert: string; reading: string | null; data: string };
type EventData = {
  readonly concern: Concern;
  readonly category: Alert["category"];
  readonly severity: Severity;
  readonly findings?: readonly Finding[];
  readonly reading?: { readonly measuredAt: number };
};

/** The events by which people are called: each of them is something to look at. */
export const calls: ReadonlySet<AlertEventKind> = new Set(["opened", "worsened", "reopened", "promise-passed"]);

/** A patient's alerts as their events tell them, in the order in which they opened. Whom a team tells is no matter of a plan. */
export function alertsOf(db: Database, patient: string): RehearsedAlert[] {
  const rows = db.all<EventRow & { reason: string }>(
    `SELECT e.at, e.type, e.alert, e.reading, e.reason, e.data FROM alert a JOIN event e ON e.alert = a.id
     WHERE a.subject_type = 'patient' AND a.subject = ? AND e.type <> 'alert.told' ORDER BY e.seq`,
    patient,
  );
  const byAlert = Map.groupBy(rows, ({ alert }) => alert);
  return [...byAlert.values()].map((story) => {
    const events = story.map(eventOf);
    const { concern, category } = JSON.parse(story[0]!.data) as EventData;
    const end = events.findLast(({ event }) => event === "resolved" || event === "withdrawn");
    return {
      concern,
      category,
      severity: events.reduce<Severity>(
        (worst, { severity }) => (isMoreSevere(severity, worst) ? severity : worst),
        "info",
      ),
      openedAt: events[0]!.at,
      cause: story[0]!.reason,
      ...(end ? { resolvedAt: end.at } : {}),
      events,
    };
  });
}

function eventOf({ at, type, reading, data }: EventRow): RehearsedEvent {
  const { severity, findings, reading: judged } = JSON.parse(data) as EventData;
  return {
    at,
    event: type.replace(/^alert\./, "") as AlertEventKind,
    severity,
    ...(reading === null ? {} : { reading }),
    ...(judged === undefined ? {} : { measuredAt: judged.measuredAt }),
    ...(findings === undefined ? {} : { findings }),
  };
}

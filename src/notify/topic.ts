import { alertsTopic } from "../broker/topics.ts";
import { toIso } from "../domain/day.ts";
import type { Ledger } from "../ledger/commands.ts";
import type { Database } from "../store/sqlite/database.ts";

/**
 * What happens to a team's alerts, on `hv/v1/teams/<team>/alerts`, for programs: which alert, how severe, what became of it.
 * Never a value, a name, or what somebody wrote; those are read at the API by whoever may.
 */

type Row = {
  seq: number;
  at: number;
  type: string;
  alert: string;
  patient: string | null;
  team: string;
  data: string;
  severity: string;
  category: string;
  concern: string;
};

/** What of an event's data is passed on: codes, states, instants. */
const passedOn = ["severity", "state", "version", "step", "due", "why"] as const;

const select = `SELECT e.seq, e.at, e.type, e.alert, e.patient, e.team, e.data, a.severity, a.category, a.concern
  FROM event e JOIN alert a ON a.id = e.alert WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq`;

/** One event as integrations hear it. */
export function toMessage({ data, at, ...row }: Row): Readonly<Record<string, unknown>> {
  const known = JSON.parse(data) as Record<string, unknown>;
  return {
    ...row,
    at: toIso(at),
    ...Object.fromEntries(passedOn.flatMap((key) => (known[key] === undefined ? [] : [[key, known[key]]]))),
  };
}

/**
 * Publishes what is committed from now on. Each message has the event's number: whoever finds one missing, or whose session
 * is new, reads what is open at the API.
 * @returns to be called once, to stop
 */
export function publishAlerts(
  db: Database,
  ledger: Ledger,
  publish: (topic: string, payload: string) => Promise<void>,
  onFailure: (what: string, error: unknown) => void,
): () => void {
  let seen = db.get<{ seq: number | null }>("SELECT max(seq) AS seq FROM event")?.seq ?? 0;
  return ledger.onCommit((last) => {
    if (last <= seen) return;
    try {
      for (const row of db.all<Row>(select, seen, last)) {
        publish(alertsTopic(row.team), JSON.stringify(toMessage(row))).catch((error: unknown) =>
          onFailure("an alert was not published", error),
        );
      }
      seen = last;
    } catch (error) {
      // Published with the next commit.
      onFailure("alerts not read", error);
    }
  });
}

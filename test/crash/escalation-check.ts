import { type Database } from "../../src/store/sqlite/database.ts";
import { openReader } from "../../src/store/sqlite/open.ts";
import { replayFaults } from "./check.ts";

/** Something that escalation promises and did not keep. */
export type EscalationFault = {
  readonly kind: "untold" | "told-twice" | "step-missing" | "too-early" | "no-next" | "replay";
  readonly what: string;
};

type Told = {
  readonly step: number;
  readonly repeats: number;
  readonly last: boolean;
  readonly why: string;
  readonly to: readonly { readonly team: string; readonly staff?: string }[];
  readonly next: { readonly at: number };
};
type EventRow = { seq: number; at: number; type: string; alert: string; data: string; command: number };

const news: ReadonlySet<string> = new Set(["opened", "worsened", "reopened", "promise-passed"]);

/** Holds a data folder against what escalation promises, from its events and notifications alone. */
export function checkEscalation(folder: string, deep = false): EscalationFault[] {
  const db = openReader(folder);
  try {
    const events = db.all<EventRow>("SELECT * FROM event WHERE type LIKE 'alert.%' ORDER BY seq");
    const faults = [...Map.groupBy(events, ({ alert }) => alert)].flatMap(([alert, story]) =>
      faultsOf(db, alert, story),
    );
    for (const { id } of db.all<{ id: string }>(
      "SELECT id FROM alert WHERE state <> 'resolved' AND due IS NULL ORDER BY id",
    )) {
      faults.push({ kind: "no-next", what: id });
    }
    return deep ? [...faults, ...replayFaults(db).map((what) => ({ kind: "replay" as const, what }))] : faults;
  } finally {
    db.close();
  }
}

/** How one alert was told: once of everything new, then step by step, each in its time, and each to those it names. */
function faultsOf(db: Database, alert: string, story: readonly EventRow[]): EscalationFault[] {
  const faults: EscalationFault[] = [];
  const fault = (kind: EscalationFault["kind"], row: EventRow): void =>
    void faults.push({ kind, what: `${alert} at event ${row.seq}` });
  let told: Told | undefined;
  let owed: EventRow | undefined;
  for (const row of story) {
    const event = row.type.slice("alert.".length);
    if (event === "told") {
      const now = JSON.parse(row.data) as Told;
      if (news.has(now.why)) {
        if (owed?.command !== row.command) fault("told-twice", row);
        owed = undefined;
      } else if (told) follow(told, now, row, fault);
      if (!areNotified(db, row, now)) fault("untold", row);
      told = now;
      continue;
    }
    if (owed) fault("untold", owed);
    owed = news.has(event) ? row : undefined;
  }
  if (owed) fault("untold", owed);
  return faults;
}

function follow(before: Told, now: Told, row: EventRow, fault: (kind: EscalationFault["kind"], row: EventRow) => void) {
  const [expected, repeats] = before.last ? [before.step, before.repeats + 1] : [before.step + 1, 0];
  if (now.step < expected || (now.step === expected && now.repeats < repeats)) fault("told-twice", row);
  if (now.step > expected || now.repeats > repeats) fault("step-missing", row);
  if (row.at < before.next.at) fault("too-early", row);
}

/** Whether those whom an event names, and nobody else, are to be notified by the same command, once each. */
function areNotified(db: Database, { alert, command }: EventRow, { to }: Told): boolean {
  const rows = db.all<{ team: string; staff: string | null }>(
    "SELECT team, staff FROM notification WHERE alert = ? AND command = ?",
    alert,
    command,
  );
  const names = (all: readonly { team: string; staff?: string | null }[]): string =>
    all
      .map(({ team, staff }) => `${team}/${staff ?? ""}`)
      .toSorted()
      .join();
  return to.length > 0 && names(rows) === names(to);
}

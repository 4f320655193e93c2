import type { Database } from "../store/sqlite/database.ts";
import { parseReadingId } from "../store/sqlite/reading-row.ts";

/** A row that an alert rests on, by table and key. */
export type EvidenceRow = {
  readonly table: "alert" | "event" | "reading" | "series" | "plan";
  readonly key: string;
  readonly columns: Readonly<Record<string, unknown>>;
};

type EventColumns = {
  readonly seq: number;
  readonly patient: string | null;
  readonly reading: string | null;
  readonly data: string;
};

/**
 * Every row that an alert is and rests on: itself, its events with their findings, the readings that these name with where they
 * came from, and the versions of the plan that judged. Empty for an alert that isn't there.
 */
export function evidenceOf(db: Database, alert: string): EvidenceRow[] {
  const row = (table: EvidenceRow["table"], key: string, columns: object | undefined): EvidenceRow[] =>
    columns === undefined ? [] : [{ table, key, columns: { ...columns } }];

  const events = db.all<EventColumns>("SELECT * FROM event WHERE alert = ? ORDER BY seq", alert);
  const readings = new Set(events.flatMap(readingsOf));
  const found = [
    ...row("alert", alert, db.get("SELECT * FROM alert WHERE id = ?", alert)),
    ...events.flatMap((event) => row("event", String(event.seq), event)),
  ];
  const series = new Set<number>();
  const plans = new Set<string>();
  for (const id of readings) {
    const key = parseReadingId(id);
    if (!key) continue;
    const reading = db.get<{ plan: number | null }>(
      "SELECT * FROM reading WHERE series = ? AND measured_at = ? AND n = ?",
      key.series,
      key.measuredAt,
      key.n,
    );
    found.push(...row("reading", id, reading));
    const source = db.get<{ patient: string | null }>("SELECT * FROM series WHERE id = ?", key.series);
    if (!series.has(key.series)) found.push(...row("series", String(key.series), source));
    series.add(key.series);
    if (reading?.plan != null && source?.patient != null) plans.add(JSON.stringify([source.patient, reading.plan]));
  }
  for (const { patient, data } of events) {
    const plan = parsed(data)["plan"];
    if (patient !== null && typeof plan === "number") plans.add(JSON.stringify([patient, plan]));
  }
  for (const plan of plans) {
    const [patient, version] = JSON.parse(plan) as [string, number];
    // What a rehearsal had shown stands beside a plan and decides nothing.
    const columns = db.get<Record<string, unknown>>(
      "SELECT * FROM plan WHERE patient = ? AND version = ?",
      patient,
      version,
    );
    const { rehearsal: _rehearsal, ...decisive } = columns ?? {};
    found.push(...row("plan", `${patient}/${version}`, columns && decisive));
  }
  return found;
}

/** The readings that an event names: the judged one, and those that its findings rest on. */
function readingsOf({ reading, data }: EventColumns): string[] {
  const { findings } = parsed(data);
  const named = Array.isArray(findings)
    ? (findings as { readings?: unknown }[]).map((finding) => finding?.readings)
    : [];
  return [reading, ...named.flat()].filter((id) => typeof id === "string");
}

/** Stored JSON; nothing where it can't be read any more, which is a difference of its own. */
export function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

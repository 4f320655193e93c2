import type { z } from "zod";
import { isScore } from "../../domain/metric.ts";
import { planInForce } from "../../domain/plan.ts";
import { UNDO, type Undoable } from "../../ledger/handlers/undo.ts";
import { lineOf } from "../../rules/line.ts";
import { type AlertRow, toAlert } from "../../store/sqlite/alerts.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { engineAt, enginesOf } from "../../store/sqlite/engines.ts";
import { causesOf, eventsOfAlert } from "../../store/sqlite/queries/alerts.ts";
import { patientsById, staffNames } from "../../store/sqlite/queries/patients.ts";
import { plansOf, teamById } from "../../store/sqlite/registry.ts";
import { activeSnoozes } from "../../store/sqlite/snoozes.ts";
import {
  type alertInListSchema,
  type alertSchema,
  type alertWithEventsSchema,
  presentAlert,
  presentAlertEvent,
} from "./alert.ts";
import { curveOf } from "./curve.ts";
import type { TellingData } from "./escalation.ts";
import { type EventData, worstFinding } from "./explanation.ts";
import { presentPerson } from "./person.ts";

/** Who reads, and when. `clinical`: may see measured values and names. */
export type Reader = { readonly now: number; readonly clinical: boolean };

/** Alerts with everything that is shown beside them, looked up once for all. */
export function presentAlerts(
  db: Database,
  rows: readonly AlertRow[],
  { now, clinical }: Reader,
): z.infer<typeof alertSchema>[] {
  const alerts = rows.map(toAlert);
  const patients = alerts.flatMap(({ subject }) => (subject.type === "patient" ? [subject.id] : []));
  const persons = clinical ? patientsById(db, patients) : new Map<string, never>();
  const names = staffNames(
    db,
    alerts.flatMap(({ acknowledgedBy, resolvedBy, assignee, escalation }) =>
      [acknowledgedBy, resolvedBy, assignee, ...(escalation?.to ?? []).map(({ staff }) => staff)].filter(
        (id) => id !== undefined,
      ),
    ),
  );
  const causes = causesOf(
    db,
    alerts.map(({ id }) => id),
  );
  const limitations = new Map(
    clinical ? patients.map((patient) => [patient, planInForce(plansOf(db, patient), now)?.treatmentLimitation]) : [],
  );
  return alerts.map((alert, index) => {
    const team = alert.team;
    const zone = teamById(db, team)?.zone ?? "UTC";
    const person = persons.get(alert.subject.id);
    return presentAlert(alert, {
      team,
      zone,
      now,
      clinical,
      person: person && presentPerson(person, now, zone),
      names,
      teamName: teamNameIn(db),
      cause: causes.get(alert.id),
      treatmentLimitation: limitations.get(alert.subject.id),
      snoozes: alert.subject.type === "patient" ? activeSnoozes(db, alert.subject.id, alert.concern, now) : [],
      undoUntil: undoUntil(rows[index]!),
    });
  });
}

/** Until when the last thing that was done may be taken back; only while nothing else has happened. */
function undoUntil({ undo, version }: AlertRow): number | undefined {
  const last = undo === null ? undefined : (JSON.parse(undo) as Undoable);
  return last?.version === version ? last.at + UNDO : undefined;
}

const teamNameIn =
  (db: Database) =>
  (id: string): string =>
    teamById(db, id)?.name ?? id;

/** Ids of the people that an `alert.told` event names. */
const staffIn = (data: string): string[] =>
  (JSON.parse(data) as TellingData).to.flatMap(({ staff }) => (staff === undefined ? [] : [staff]));

/** Alerts for a worklist; with `curves` each with its patient's last two weeks of what it is about. */
export function presentWorklist(
  db: Database,
  rows: readonly AlertRow[],
  reader: Reader & { readonly curves: boolean },
): z.infer<typeof alertInListSchema>[] {
  const curved = reader.curves && reader.clinical ? rows.map(({ id }) => id) : [];
  const causes = causesOf(db, curved);
  return presentAlerts(db, rows, reader).map((alert) => {
    const cause = causes.get(alert.id);
    const finding = cause && worstFinding((JSON.parse(cause.data) as EventData).findings ?? []);
    if (!alert.patient || !finding || isScore(finding.metric)) return { ...alert, curve: null };
    const limit = lineOf(finding);
    const zone = teamById(db, alert.team)?.zone ?? "UTC";
    const about = { metric: finding.metric, limit };
    return { ...alert, curve: curveOf(db, alert.patient.id, about, { now: reader.now, zone }) };
  });
}

/** One alert with its whole history. */
export function presentAlertWithEvents(
  db: Database,
  row: AlertRow,
  reader: Reader,
): z.infer<typeof alertWithEventsSchema> {
  const events = eventsOfAlert(db, row.id);
  const names = staffNames(
    db,
    events.flatMap(({ actor, type, data }) => [actor, ...(type === "alert.told" ? staffIn(data) : [])]),
  );
  const naming = { staff: names, team: teamNameIn(db) };
  const [alert] = presentAlerts(db, [row], reader);
  const engines = enginesOf(db);
  return {
    ...alert!,
    engine: engineAt(engines, events[0]?.command ?? 0)?.version ?? null,
    events: events.map((event) => presentAlertEvent(event, reader.clinical, naming, engines)),
  };
}

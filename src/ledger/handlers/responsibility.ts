import type { DecisionContext } from "../../decision/context.ts";
import { reconsider } from "../../decision/escalating.ts";
import type { Responsibility } from "../../domain/responsibility.ts";
import { openAlertsOf } from "../../store/sqlite/alerts.ts";
import { responsibilitiesOf, staffedTeams } from "../../store/sqlite/duty.ts";
import { forget } from "../../store/sqlite/memory.ts";

/** Decides one more responsibility of a patient. @returns its id */
export function entrust(
  context: DecisionContext,
  patient: string,
  { kind, team, cover, from, to }: Responsibility,
  reason?: string,
): number {
  const { db, at, actor } = context;
  const { lastId } = db.run(
    `INSERT INTO responsibility (patient, kind, team, cover, from_at, to_at, decided_at, decided_by, reason, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    patient,
    kind,
    team,
    cover,
    from,
    to,
    at,
    actor,
    reason,
  );
  refreshDuty(context, patient);
  return lastId;
}

/** The patient's team from now on: what was agreed before ends. */
export function entrustOrdinarily(context: DecisionContext, patient: string, team: string, cover?: string): void {
  const { db, at } = context;
  const current = responsibilitiesOf(db, patient).filter(({ kind, to }) => kind === "ordinary" && to === undefined);
  if (current.length === 1 && current[0]!.team === team && current[0]!.cover === cover) return;
  // One that would begin later than now never begins.
  db.run(
    `UPDATE responsibility SET to_at = max(from_at, ?), version = version + 1
     WHERE patient = ? AND kind = 'ordinary' AND (to_at IS NULL OR to_at > ?)`,
    at,
    patient,
    at,
  );
  forget(db, "responsibilities", patient);
  const from = current.length === 0 ? 0 : at;
  entrust(context, patient, { kind: "ordinary", team, ...(cover === undefined ? {} : { cover }), from });
}

/** Whom the patient's responsibilities make answer for them at this time, covers included: they see the patient. */
export function refreshDuty(context: DecisionContext, patient: string): void {
  const { db, at } = context;
  forget(db, "responsibilities", patient);
  const teams = staffedTeams(db);
  const current = responsibilitiesOf(db, patient).filter(({ from, to }) => from <= at && (to === undefined || at < to));
  const answering = new Set(
    current.flatMap(({ team, cover = teams.get(team)?.cover }) => (cover === undefined ? [team] : [team, cover])),
  );
  db.run("DELETE FROM patient_duty WHERE patient = ?", patient);
  for (const team of answering) db.run("INSERT INTO patient_duty (patient, team) VALUES (?, ?)", patient, team);
  // Another team may answer from now on, or from another time: it is to hear of what nobody has taken on.
  reconsider(context, openAlertsOf(db, patient));
}

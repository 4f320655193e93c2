import type { DecisionContext } from "../../decision/context.ts";
import { reconsider } from "../../decision/escalating.ts";
import type { Responsibility } from "../../domain/responsibility.ts";
import { openAlertsOf } from "../../store/sqlite/alerts.ts";
import { responsibilitiesOf, staffedTeams } from "../../store/sqlite/duty.ts";
import { offeredTo } from "../../store/sqlite/handovers.ts";
import { forget } from "../../store/sqlite/memory.ts";
import { clearTimer, setTimer } from "../../store/sqlite/timers.ts";

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

/** The patient's team from an instant on: what was agreed before ends then. @returns the entry's id, whether new or as it was */
export function entrustOrdinarily(
  context: DecisionContext,
  patient: string,
  team: string,
  { cover, from = context.at, reason }: { cover?: string | undefined; from?: number; reason?: string | undefined } = {},
): number {
  const { db } = context;
  const before = responsibilitiesOf(db, patient).filter(({ kind }) => kind === "ordinary");
  const current = before.filter(({ to }) => to === undefined);
  const [only] = current;
  if (current.length === 1 && only!.team === team && only!.cover === cover && only!.from <= from) return only!.id!;
  // One that would begin later than this never begins.
  db.run(
    `UPDATE responsibility SET to_at = max(from_at, ?), version = version + 1
     WHERE patient = ? AND kind = 'ordinary' AND (to_at IS NULL OR to_at > ?)`,
    from,
    patient,
    from,
  );
  forget(db, "responsibilities", patient);
  // The first is from as early as anything is known of the patient.
  const since = before.length === 0 ? 0 : from;
  return entrust(
    context,
    patient,
    { kind: "ordinary", team, ...(cover === undefined ? {} : { cover }), from: since },
    reason,
  );
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
  for (const team of offeredTo(db, patient)) answering.add(team);
  setNextChange(context, patient);
  db.run("DELETE FROM patient_duty WHERE patient = ?", patient);
  for (const team of answering) db.run("INSERT INTO patient_duty (patient, team) VALUES (?, ?)", patient, team);
  // Another team may answer from now on, or from another time: it is to hear of what nobody has taken on.
  reconsider(context, openAlertsOf(db, patient));
}

/** The next instant at which an entry begins or ends is a timer, so that neither a restart nor a dead process misses it. */
function setNextChange({ db, at }: DecisionContext, patient: string): void {
  const instants = responsibilitiesOf(db, patient).flatMap(({ from, to = Number.POSITIVE_INFINITY }) =>
    from < to ? [from, to] : [],
  );
  const due = Math.min(...instants.filter((instant) => instant > at));
  if (Number.isFinite(due)) setTimer(db, { kind: "responsibility", subject: patient, due, data: {} });
  else clearTimer(db, "responsibility", patient);
}

/** A team's cover is another now: whoever has the team has another cover too. */
export function refreshDutyOfTeam(context: DecisionContext, team: string): void {
  forget(context.db, "staffed-teams", "");
  const patients = context.db.all<{ patient: string }>(
    "SELECT DISTINCT patient FROM responsibility WHERE team = ? AND (to_at IS NULL OR to_at > ?) ORDER BY patient",
    team,
    context.at,
  );
  for (const { patient } of patients) refreshDuty(context, patient);
}

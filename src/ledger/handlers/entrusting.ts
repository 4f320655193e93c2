import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { HemvaktError } from "../../errors.ts";
import { type ResponsibilityRow, responsibilitiesOf } from "../../store/sqlite/duty.ts";
import { forgetAll } from "../../store/sqlite/memory.ts";
import { type PatientRow, patientById } from "../../store/sqlite/registry.ts";
import type { Timer } from "../../store/sqlite/timers.ts";
import type { CommandBody } from "../commands.ts";
import { found, moveToTeam, requireOpenTeam, requireVersion, tell } from "./registry.ts";
import { entrust, entrustOrdinarily, refreshDuty } from "./responsibility.ts";

/** Making a team responsible for a patient, from–to. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** No takeover lasts longer: after that somebody should agree on something else. */
export const LONGEST_TAKEOVER = 90 * 86_400_000;

/** @throws HemvaktError `NOT_FOUND`, `TEAM_CLOSED`, `RESPONSIBILITY_PERIOD` */
export function entrustPatient(context: DecisionContext, command: Of<"responsibility-entrust">): Decided<OutcomeValue> {
  const patient = found(patientById(context.db, command.patient));
  const { kind, team, cover, from = context.at, to } = command.entry;
  requireOpenTeam(context, team);
  if (cover !== undefined) requireOpenTeam(context, cover);
  if (from < context.at || (to !== undefined && to <= from)) throw new HemvaktError("RESPONSIBILITY_PERIOD");
  if (kind === "takeover" && (to === undefined || to - from > LONGEST_TAKEOVER)) {
    throw new HemvaktError("RESPONSIBILITY_PERIOD");
  }
  // What is ordinary ends when something else becomes ordinary, and not before.
  if (kind === "ordinary" && to !== undefined) throw new HemvaktError("RESPONSIBILITY_PERIOD");
  const { reason } = command;
  const id =
    kind === "ordinary"
      ? entrustOrdinarily(context, patient.id, team, { cover, from, reason })
      : entrust(
          context,
          patient.id,
          { kind, team, ...(cover === undefined ? {} : { cover }), from, ...(to === undefined ? {} : { to }) },
          reason,
        );
  for (const told of new Set([patient.team, team, ...(cover === undefined ? [] : [cover])])) {
    tell(context, "responsibility.entrusted", {
      team: told,
      patient: patient.id,
      data: { responsibility: id, kind, team, cover: cover ?? null, from, to: to ?? null },
    });
  }
  if (from <= context.at) moveAsAgreed(context, patient);
  return { changed: true, value: { id: String(id), version: 1 } };
}

/** Ends what isn't ordinary earlier than agreed; one that hasn't begun never does. */
export function endResponsibility(context: DecisionContext, command: Of<"responsibility-end">): Decided<OutcomeValue> {
  const { db, at } = context;
  const row = found(db.get<ResponsibilityRow>("SELECT * FROM responsibility WHERE id = ?", command.responsibility));
  requireVersion(row.version, command.ifVersion);
  if (row.kind === "ordinary") throw new HemvaktError("RESPONSIBILITY_LAST");
  const to = command.to ?? at;
  if (to < at || (row.to_at !== null && to >= row.to_at)) throw new HemvaktError("RESPONSIBILITY_PERIOD");
  db.run("UPDATE responsibility SET to_at = ?, version = version + 1 WHERE id = ?", Math.max(to, row.from_at), row.id);
  refreshDuty(context, row.patient);
  const patient = found(patientById(db, row.patient));
  for (const told of new Set([patient.team, row.team])) {
    tell(context, "responsibility.ended", {
      team: told,
      patient: row.patient,
      ...(command.reason === undefined ? {} : { reason: command.reason }),
      data: { responsibility: row.id, kind: row.kind, team: row.team, to },
    });
  }
  return { changed: true, value: { id: String(row.id), version: row.version + 1 } };
}

/** An entry begins or ends now: others see the patient, and one that became ordinary has them. */
export function responsibilityDue(context: DecisionContext, { subject }: Timer): void {
  const patient = patientById(context.db, subject);
  if (!patient) return;
  refreshDuty(context, patient.id);
  moveAsAgreed(context, patient);
}

/** What is ordinary now is the patient's team. */
function moveAsAgreed(context: DecisionContext, patient: PatientRow): void {
  const { db, at } = context;
  const ordinary = responsibilitiesOf(db, patient.id).findLast(
    ({ kind, from, to }) => kind === "ordinary" && from <= at && (to === undefined || at < to),
  );
  if (!ordinary || ordinary.team === patient.team) return;
  moveToTeam(context, patient, ordinary.team);
  forgetAll(db);
}

import { recipientsOf } from "../../alerts/recipients.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { deliver, lookFor } from "../../decision/messaging.ts";
import { notify } from "../../decision/notifying.ts";
import { mayPrompt, prompt } from "../../decision/prompting.ts";
import { localTime } from "../../domain/day.ts";
import { planInForce } from "../../domain/plan.ts";
import { HemvaktError } from "../../errors.ts";
import { staffedTeams } from "../../store/sqlite/duty.ts";
import { type PatientMessageRow, patientMessageById, waitingOf } from "../../store/sqlite/patient-messages.ts";
import { type PatientRow, patientById, plansOf, teamById } from "../../store/sqlite/registry.ts";
import { clearTimer, type Timer } from "../../store/sqlite/timers.ts";
import type { CommandBody } from "../commands.ts";
import { found, tell } from "./registry.ts";

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

const DAY = 86_400_000;
/** An answer waits so long for somebody to look at the screen. */
const SHOWN_FOR = 30 * DAY;

/**
 * The team writes to a patient: shown on every hub that has a device of theirs. What they had written before is answered.
 * @throws HemvaktError `NOT_FOUND`, also where there is no hub to show it on; `ENROLMENT_ENDED`
 */
export function writeMessage(context: DecisionContext, command: Of<"message-write">): Decided<OutcomeValue> {
  const { db, at, actor } = context;
  const patient = found(patientById(db, command.patient));
  if (!mayPrompt(context, patient.id)) throw new HemvaktError("ENROLMENT_ENDED");
  const { text } = command;
  const prompts = prompt(context, patient, { kind: "message", text, expiresAt: at + SHOWN_FOR });
  if (prompts.length === 0) throw new HemvaktError("NOT_FOUND", "The patient has no hub to show it on.");
  const id = context.nextId("p");
  db.run(
    "INSERT INTO patient_message (id, patient, at, author, text, prompts) VALUES (?, ?, ?, ?, ?, ?)",
    id,
    patient.id,
    at,
    actor,
    text,
    JSON.stringify(prompts),
  );
  for (const waiting of waitingOf(db, patient.id)) noteSeen(context, waiting, patient.team);
  tell(context, "message.sent", { team: patient.team, patient: patient.id, data: { message: id } });
  return { changed: true, value: { id } };
}

/**
 * Somebody of the team has read it: the patient is told so, once.
 * @throws HemvaktError `NOT_FOUND` for one that isn't the patient's, or that staff wrote
 */
export function seeMessage(context: DecisionContext, command: Of<"message-seen">): Decided<OutcomeValue> {
  const { db, at } = context;
  const row = found(patientMessageById(db, command.message));
  if (row.author !== null || row.patient !== command.patient) throw new HemvaktError("NOT_FOUND");
  if (row.seen_at !== null) return { changed: false, value: { id: row.id } };
  const patient = found(patientById(db, command.patient));
  const team = readerTeam(context, patient);
  noteSeen(context, row, team);
  const zone = teamById(db, team)?.zone ?? "Europe/Stockholm";
  const said = saySeen(teamById(db, team)?.name ?? team, localTime(at, zone));
  const language = planInForce(plansOf(db, patient.id), at)?.patientLanguage ?? "sv";
  const prompts = prompt(context, patient, { kind: "message", text: said[language], expiresAt: at + DAY });
  db.run("UPDATE patient_message SET prompts = ? WHERE id = ?", JSON.stringify(prompts), row.id);
  return { changed: true, value: { id: row.id } };
}

/** What the patient is told: that it was read, and nothing of what will come of it. @param time local, for instance 08:12 */
export const saySeen = (team: string, time: string): Readonly<Record<"sv" | "en", string>> => ({
  sv: `Läst av ${team} ${time}.`,
  en: `Read by ${team} at ${time}.`,
});

/** The team through which whoever reads sees the patient, the patient's own first. */
function readerTeam({ db, actor }: DecisionContext, { id, team }: PatientRow): string {
  const row = db.get<{ team: string }>(
    `SELECT m.team FROM membership m JOIN care_relation c ON c.team = m.team AND c.patient = ? WHERE m.staff = ?
     ORDER BY m.team <> ?, m.team LIMIT 1`,
    id,
    actor,
    team,
  );
  return row?.team ?? team;
}

function noteSeen(context: DecisionContext, { id, patient }: PatientMessageRow, team: string): void {
  const { db, at, actor } = context;
  db.run("UPDATE patient_message SET seen_at = ?, seen_by = ? WHERE id = ?", at, actor, id);
  clearTimer(db, "message", id);
  tell(context, "message.seen", { team, ...(patient === null ? {} : { patient }), data: { message: id } });
}

/**
 * Somebody who knows says who wrote it.
 * @throws HemvaktError `NOT_FOUND` for one that is somebody's already
 */
export function attributeMessage(context: DecisionContext, command: Of<"message-attribute">): Decided<OutcomeValue> {
  const { db } = context;
  const row = found(patientMessageById(db, command.message));
  if (row.patient !== null) throw new HemvaktError("NOT_FOUND");
  const patient = found(patientById(db, command.patient));
  db.run("UPDATE patient_message SET patient = ? WHERE id = ?", patient.id, row.id);
  deliver(context, row, patient);
  return { changed: true, value: { id: row.id } };
}

/** Nobody has read it by when somebody should have: the manager of the team that looks next is told, once. */
export function messageDue(context: DecisionContext, { subject }: Timer): void {
  const { db, at } = context;
  const row = patientMessageById(db, subject);
  const patient = row?.patient == null ? undefined : patientById(db, row.patient);
  if (!row || row.seen_at !== null || !patient) return;
  const { team } = lookFor(context, patient);
  const staffed = staffedTeams(db).get(team);
  for (const to of staffed ? recipientsOf(staffed, "manager", at) : [{ team }]) {
    notify(context, { occasion: "message-waiting", to, patient: patient.id, data: { message: row.id } });
  }
  tell(context, "message.waiting", { team, patient: patient.id, data: { message: row.id, since: row.at } });
}

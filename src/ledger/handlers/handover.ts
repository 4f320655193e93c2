import { handOver } from "../../alerts/lifecycle.ts";
import { recipientsOf, type Target } from "../../alerts/recipients.ts";
import { opening } from "../../alerts/responsibility.ts";
import { record } from "../../decision/alerting.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import { reconsider, tellIn } from "../../decision/escalating.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { notify } from "../../decision/notifying.ts";
import type { Alert } from "../../domain/alert.ts";
import { HemvaktError } from "../../errors.ts";
import { alertById, type EventType } from "../../store/sqlite/alerts.ts";
import { staffedTeams } from "../../store/sqlite/duty.ts";
import {
  alertsOfHandover,
  type HandoverRow,
  type HandoverState,
  handoverById,
  openOfferOf,
  patientsOfHandover,
} from "../../store/sqlite/handovers.ts";
import { clearTimer, setTimer, type Timer } from "../../store/sqlite/timers.ts";
import type { CommandBody } from "../commands.ts";
import { found, requireOpenTeam, requireVersion, tell } from "./registry.ts";
import { entrust, refreshDuty } from "./responsibility.ts";

/** Handing over what is open: until the other side has accepted, it stays with whoever offers it. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** @throws HemvaktError `NOT_FOUND`, `TEAM_CLOSED`, `HANDOVER_SAME`, `HANDOVER_EMPTY`, `HANDOVER_PERIOD`, `HANDOVER_OFFERED` */
export function offerHandover(context: DecisionContext, command: Of<"handover-offer">): Decided<OutcomeValue> {
  const { db, at, actor } = context;
  const { id, from, to, alerts, patients, takeoverUntil } = command;
  requireOpenTeam(context, from);
  requireOpenTeam(context, to);
  if (from === to) throw new HemvaktError("HANDOVER_SAME");
  if (alerts.length === 0 && takeoverUntil === undefined) throw new HemvaktError("HANDOVER_EMPTY");
  if (command.expiresAt <= at || (takeoverUntil !== undefined && takeoverUntil <= command.expiresAt)) {
    throw new HemvaktError("HANDOVER_PERIOD");
  }
  for (const alert of alerts) {
    const offered = openOfferOf(db, alert);
    if (offered) throw new HemvaktError("HANDOVER_OFFERED", undefined, { handover: offered.id });
    const { team, state } = found(alertById(db, alert));
    if (team !== from || state === "resolved") throw new HemvaktError("NOT_FOUND");
  }
  db.run(
    `INSERT INTO handover (id, from_team, to_team, state, offered_by, offered_at, expires_at, takeover_until, note, version)
     VALUES (?, ?, ?, 'offered', ?, ?, ?, ?, ?, 1)`,
    id,
    from,
    to,
    actor,
    at,
    command.expiresAt,
    takeoverUntil,
    command.note,
  );
  for (const { patient, compiled, edited } of patients) {
    db.run(
      "INSERT INTO handover_patient (handover, patient, compiled, edited) VALUES (?, ?, ?, ?)",
      id,
      patient,
      JSON.stringify(compiled),
      edited === undefined ? null : JSON.stringify(edited),
    );
    refreshDuty(context, patient);
  }
  for (const alert of alerts) db.run("INSERT INTO handover_alert (handover, alert) VALUES (?, ?)", id, alert);
  setTimer(db, { kind: "handover", subject: id, due: endOfOffer(context, from, command.expiresAt), data: {} });
  const row = found(handoverById(db, id));
  happened(context, row, "handover.offered", { alerts: alerts.length, patients: patients.length });
  // Whoever is on call there, and the function, so that it isn't one person's telephone that decides.
  tellTeam(context, row, "handover-offered", to, ["primary", "team"]);
  return { changed: true, value: { id, version: 1 } };
}

/** When an unanswered offer is over: at its own end, or when the team that offers closes. */
function endOfOffer({ db, at }: DecisionContext, from: string, expiresAt: number): number {
  const team = staffedTeams(db).get(from);
  const { open, until } = team ? opening(team, at) : { open: false };
  return open && until !== undefined ? Math.min(until, expiresAt) : expiresAt;
}

/**
 * The other side takes it: alerts are theirs, promises are whoever accepts', and a takeover begins.
 * @throws HemvaktError `NOT_FOUND`, `PRECONDITION_FAILED`, `HANDOVER_DECIDED`
 */
export function acceptHandover(context: DecisionContext, command: Of<"handover-accept">): Decided<OutcomeValue> {
  const { db, at, actor } = context;
  const row = offered(context, command);
  decided(context, row, "accepted");
  const open: Alert[] = [];
  for (const { alert: id } of alertsOfHandover(db, row.id)) {
    const alert = found(alertById(db, id));
    const taken = alert.state !== "resolved";
    db.run(
      "UPDATE handover_alert SET outcome = ? WHERE handover = ? AND alert = ?",
      taken ? "taken" : "closed",
      row.id,
      id,
    );
    // What has got worse meanwhile was told by the schedule; it goes along all the same.
    const change = taken ? handOver(alert, row.to_team, actor, at) : undefined;
    if (!change) continue;
    record(context, change, { data: { handover: row.id, from: alert.team, to: row.to_team } });
    if (change.alert.state === "open") open.push(change.alert);
  }
  for (const { patient } of patientsOfHandover(db, row.id)) {
    if (row.takeover_until !== null && row.takeover_until > at) {
      entrust(
        context,
        patient,
        { kind: "takeover", team: row.to_team, from: at, to: row.takeover_until },
        `handover ${row.id}`,
      );
    } else refreshDuty(context, patient);
  }
  reconsider(
    context,
    open.map(({ id }) => found(alertById(db, id))),
  );
  happened(context, row, "handover.accepted", {});
  return { changed: true, value: { id: row.id, version: row.version + 1 } };
}

/** The other side doesn't take it: it stays where it is, and both sides' people are told. */
export function declineHandover(context: DecisionContext, command: Of<"handover-decline">): Decided<OutcomeValue> {
  const row = offered(context, command);
  decided(context, row, "declined", command.reason);
  happened(context, row, "handover.declined", {});
  failed(context, row);
  return { changed: true, value: { id: row.id, version: row.version + 1 } };
}

/** Whoever offered it takes it back. */
export function withdrawHandover(context: DecisionContext, command: Of<"handover-withdraw">): Decided<OutcomeValue> {
  const row = offered(context, command);
  decided(context, row, "withdrawn", command.reason);
  happened(context, row, "handover.withdrawn", {});
  return { changed: true, value: { id: row.id, version: row.version + 1 } };
}

/** Nobody has answered in time, or the team that offered it has closed. */
export function handoverDue(context: DecisionContext, { subject }: Timer): void {
  const row = handoverById(context.db, subject);
  if (row?.state !== "offered") return;
  decided(
    context,
    row,
    "expired",
    row.expires_at <= context.at ? "not answered in time" : "the team that offered it closed",
  );
  happened(context, row, "handover.expired", {});
  failed(context, row);
  // What nobody has taken on doesn't wait for the next step: the team it was offered to is told of it now.
  for (const { alert: id } of alertsOfHandover(context.db, row.id)) {
    const alert = found(alertById(context.db, id));
    if (alert.state === "open") tellIn(context, alert, row.to_team, "handover-failed");
  }
}

function offered(
  { db }: DecisionContext,
  { handover, ifVersion }: { readonly handover: string; readonly ifVersion: number },
): HandoverRow {
  const row = found(handoverById(db, handover));
  if (row.state !== "offered")
    throw new HemvaktError("HANDOVER_DECIDED", `It is ${row.state}.`, { state: row.state, by: row.decided_by });
  requireVersion(row.version, ifVersion);
  return row;
}

function decided(context: DecisionContext, row: HandoverRow, state: HandoverState, reason?: string): void {
  const { db, at, actor } = context;
  db.run(
    "UPDATE handover SET state = ?, decided_by = ?, decided_at = ?, reason = ?, version = version + 1 WHERE id = ?",
    state,
    actor,
    at,
    reason,
    row.id,
  );
  clearTimer(db, "handover", row.id);
  // Who was offered them sees them no more, unless they answer for them.
  for (const { patient } of patientsOfHandover(db, row.id)) refreshDuty(context, patient);
}

/** Both teams hear of it. */
function happened(
  context: DecisionContext,
  row: HandoverRow,
  type: Extract<EventType, `handover.${string}`>,
  data: Record<string, unknown>,
): void {
  for (const team of [row.from_team, row.to_team]) {
    tell(context, type, { team, data: { handover: row.id, from: row.from_team, to: row.to_team, ...data } });
  }
}

/** Whoever is on call at the receiving side, and the manager of the offering one. */
function failed(context: DecisionContext, row: HandoverRow): void {
  tellTeam(context, row, "handover-failed", row.to_team, ["primary"]);
  tellTeam(context, row, "handover-failed", row.from_team, ["manager"]);
}

function tellTeam(
  context: DecisionContext,
  row: HandoverRow,
  occasion: "handover-offered" | "handover-failed",
  id: string,
  targets: readonly Target[],
): void {
  const team = staffedTeams(context.db).get(id);
  if (!team) return;
  const told = new Map(
    targets
      .flatMap((target) => recipientsOf(team, target, context.at))
      .map((to) => [`${to.team} ${to.staff ?? ""}`, to]),
  );
  for (const to of told.values()) notify(context, { occasion, to, data: { handover: row.id } });
}

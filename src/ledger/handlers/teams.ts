import { release } from "../../alerts/lifecycle.ts";
import { record } from "../../decision/alerting.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import { reconsider } from "../../decision/escalating.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import type { TeamService } from "../../domain/team.ts";
import { HemvaktError } from "../../errors.ts";
import { type AlertRow, toAlert } from "../../store/sqlite/alerts.ts";
import { teamById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { staffById, tellTeams } from "./access.ts";
import { unsubscribeAll } from "./push.ts";
import { refuseExisting, requireOpenTeam, requireVersion, tell } from "./registry.ts";
import { refreshDutyOfTeam } from "./responsibility.ts";
import { endShiftsOf } from "./shifts.ts";

/** Teams, who is in them, and what happens when somebody or something leaves. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

export const usualService: Omit<TeamService, "contact"> = {
  kind: "clinic",
  hours: null,
  cover: null,
  onCall: "at-work",
};

/** @throws HemvaktError `ALREADY_EXISTS`; `NOT_FOUND` and `TEAM_CLOSED` of its cover */
export function createTeam(context: DecisionContext, command: Of<"team-create">): Decided<OutcomeValue> {
  const { id, name, provider, unit, zone, contact, service = usualService } = command;
  refuseExisting(teamById(context.db, id));
  requireCover(context, id, service.cover);
  context.db.run(
    `INSERT INTO team (id, name, provider, unit, zone, contact, kind, hours, cover, on_call, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    id,
    name,
    provider,
    unit,
    zone,
    JSON.stringify(contact),
    service.kind,
    jsonOrNull(service.hours),
    service.cover,
    service.onCall,
  );
  tell(context, "team.created", { team: id, data: {} });
  return { changed: true, value: { id, version: 1 } };
}

export const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** A team's name, hours, contact, cover: from now on. What is left out stays. */
export function changeTeam(context: DecisionContext, { team: id, change, ifVersion }: Of<"team-change">) {
  const team = requireOpenTeam(context, id);
  requireVersion(team.version, ifVersion);
  if (change.cover !== undefined) requireCover(context, id, change.cover);
  context.db.run(
    `UPDATE team SET name = ?, kind = ?, contact = ?, hours = ?, cover = ?, on_call = ?, version = version + 1 WHERE id = ?`,
    change.name ?? team.name,
    change.kind ?? team.kind,
    change.contact === undefined ? team.contact : JSON.stringify(change.contact),
    change.hours === undefined ? team.hours : jsonOrNull(change.hours),
    change.cover === undefined ? team.cover : change.cover,
    change.onCall ?? team.on_call,
    id,
  );
  refreshDutyOfTeam(context, id);
  // Another team may answer from now on, or from another time: it is to hear of what nobody has taken on.
  reconsider(context);
  tell(context, "team.changed", { team: id, data: { changed: Object.keys(change).toSorted() } });
  return { changed: true, value: { id, version: team.version + 1 } };
}

function requireCover(context: DecisionContext, team: string, cover: string | null): void {
  if (cover === null) return;
  if (cover === team) throw new HemvaktError("REQUEST_SHAPE", "cover: a team doesn't cover itself.");
  requireOpenTeam(context, cover);
}

/** What a team still has, so that it can't be closed. */
type InTheWay = {
  readonly patients: number;
  readonly covers: readonly string[];
  readonly alerts: number;
  readonly hubs: number;
  readonly members: number;
};

/**
 * Closes a team for good; its past stays readable.
 * @throws HemvaktError `TEAM_IN_USE`, with what has to go elsewhere first
 */
export function closeTeam(context: DecisionContext, { team: id, ifVersion }: Of<"team-close">): Decided<OutcomeValue> {
  const team = requireOpenTeam(context, id);
  requireVersion(team.version, ifVersion);
  const inTheWay = inTheWayOf(context, id);
  if (Object.values(inTheWay).some((left) => (typeof left === "number" ? left > 0 : left.length > 0))) {
    throw new HemvaktError("TEAM_IN_USE", undefined, { inTheWay });
  }
  context.db.run("UPDATE team SET closed_at = ?, version = version + 1 WHERE id = ?", context.at, id);
  tell(context, "team.closed", { team: id, data: {} });
  return { changed: true, value: { id, version: team.version + 1 } };
}

function inTheWayOf({ db, at }: DecisionContext, team: string): InTheWay {
  const count = (sql: string, ...more: number[]): number => db.get<{ n: number }>(sql, team, ...more)?.n ?? 0;
  const covers = db.all<{ id: string }>("SELECT id FROM team WHERE cover = ? AND closed_at IS NULL ORDER BY id", team);
  return {
    patients: db.get<{ n: number }>(
      "SELECT count(DISTINCT patient) AS n FROM responsibility WHERE (team = ? OR cover = ?) AND (to_at IS NULL OR to_at > ?)",
      team,
      team,
      at,
    )!.n,
    covers: covers.map(({ id }) => id),
    alerts: count("SELECT count(*) AS n FROM alert WHERE team = ? AND state <> 'resolved'"),
    hubs: count("SELECT count(*) AS n FROM hub WHERE team = ? AND revoked_at IS NULL"),
    members: count(
      "SELECT count(*) AS n FROM membership JOIN staff ON staff.id = membership.staff WHERE team = ? AND disabled_at IS NULL",
    ),
  };
}

/** Somebody's teams from now on. What they had in the ones they leave is nobody's, and told anew. */
export function changeStaffTeams(context: DecisionContext, command: Of<"staff-teams">): Decided<OutcomeValue> {
  const { db } = context;
  const staff = staffById(context, command.staff);
  requireVersion(staff.version, command.ifVersion);
  if (staff.disabled_at !== null) throw new HemvaktError("NOT_FOUND");
  for (const team of command.teams) requireOpenTeam(context, team);
  const before = db
    .all<{ team: string }>("SELECT team FROM membership WHERE staff = ? ORDER BY team", staff.id)
    .map(({ team }) => team);
  db.run("DELETE FROM membership WHERE staff = ?", staff.id);
  for (const team of new Set(command.teams)) {
    db.run("INSERT INTO membership (staff, team) VALUES (?, ?)", staff.id, team);
  }
  db.run("UPDATE staff SET version = version + 1 WHERE id = ?", staff.id);
  const left = before.filter((team) => !command.teams.includes(team));
  releaseFrom(context, staff.id, left);
  for (const team of new Set([...before, ...command.teams])) {
    tell(context, "access.changed", { team, data: { staff: staff.id } });
  }
  return { changed: true, value: { id: staff.id, version: staff.version + 1 } };
}

/** Disables an account; whatever it has open ends with the commit, and what its owner had is nobody's. */
export function disableStaff(context: DecisionContext, command: Of<"staff-disable">): Decided<OutcomeValue> {
  const { db, at } = context;
  const staff = staffById(context, command.staff);
  requireVersion(staff.version, command.ifVersion);
  db.run("UPDATE staff SET disabled_at = ?, version = version + 1 WHERE id = ?", at, staff.id);
  db.run("UPDATE session SET revoked_at = ? WHERE staff = ? AND revoked_at IS NULL", at, staff.id);
  unsubscribeAll(context, staff.id);
  releaseFrom(context, staff.id);
  tellTeams(context, staff.id);
  return { changed: true, value: { id: staff.id, version: staff.version + 1 } };
}

/**
 * Nothing that somebody had is forgotten when they leave: alerts they had taken on are open again at once, and they are off
 * the rota.
 * @param teams only what belongs to these; all when left out
 */
function releaseFrom(context: DecisionContext, staff: string, teams?: readonly string[]): void {
  endShiftsOf(context, staff, teams);
  const taken = context.db.all<AlertRow>(
    "SELECT * FROM alert WHERE state = 'acknowledged' AND json_extract(body, '$.acknowledgedBy') = ? ORDER BY id",
    staff,
  );
  for (const row of taken) {
    if (teams && !teams.includes(row.team)) continue;
    const alert = toAlert(row);
    const change = release(alert, context.at);
    if (change) record(context, change, { data: { promise: alert.promise, promisedBy: staff } });
  }
}

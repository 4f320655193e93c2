import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { HemvaktError } from "../../errors.ts";
import { type IntegrationRow, integrationById } from "../../store/sqlite/integrations.ts";
import type { CommandBody } from "../commands.ts";
import { found, requireOpenTeam, requireVersion, tell } from "./registry.ts";

/** Programs that hear what happens to alerts of some teams. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** @throws HemvaktError `ALREADY_EXISTS`, `NOT_FOUND` or `TEAM_CLOSED` for a team */
export function createIntegration(context: DecisionContext, command: Of<"integration-create">): Decided<OutcomeValue> {
  const { db, at, actor } = context;
  const { id, about, teams, secret } = command;
  if (integrationById(db, id)) throw new HemvaktError("ALREADY_EXISTS");
  db.run(
    "INSERT INTO integration (id, about, secret, created_by, created_at, version) VALUES (?, ?, ?, ?, ?, 1)",
    id,
    about,
    Buffer.from(secret, "hex"),
    actor,
    at,
  );
  admit(context, id, teams);
  return { changed: true, value: { id, version: 1 } };
}

/** @throws HemvaktError `NOT_FOUND` also for one that was revoked, `PRECONDITION_FAILED`, `TEAM_CLOSED` */
export function changeIntegration(context: DecisionContext, command: Of<"integration-change">): Decided<OutcomeValue> {
  const { db } = context;
  const { id, about, teams, secret, version } = working(context, command);
  db.run(
    "UPDATE integration SET about = ?, secret = ?, version = version + 1 WHERE id = ?",
    command.about ?? about,
    command.secret === undefined ? secret : Buffer.from(command.secret, "hex"),
    id,
  );
  if (command.teams !== undefined) {
    const gone = teams.filter((team) => !command.teams!.includes(team));
    db.run("DELETE FROM integration_team WHERE integration = ?", id);
    for (const team of gone) tell(context, "integration.changed", { team, data: { integration: id } });
    admit(context, id, command.teams);
  }
  return { changed: true, value: { id, version: version + 1 } };
}

/** It hears nothing more, for good. @throws HemvaktError `NOT_FOUND`, `PRECONDITION_FAILED` */
export function revokeIntegration(context: DecisionContext, command: Of<"integration-revoke">): Decided<OutcomeValue> {
  const { db, at } = context;
  const { id, teams, version } = working(context, command);
  db.run("UPDATE integration SET revoked_at = ?, version = version + 1 WHERE id = ?", at, id);
  for (const team of teams) tell(context, "integration.changed", { team, data: { integration: id } });
  return { changed: true, value: { id, version: version + 1 } };
}

function working(
  { db }: DecisionContext,
  { id, ifVersion }: { readonly id: string; readonly ifVersion: number },
): IntegrationRow {
  const row = found(integrationById(db, id));
  if (row.revoked_at !== null) throw new HemvaktError("NOT_FOUND");
  requireVersion(row.version, ifVersion);
  return row;
}

function admit(context: DecisionContext, integration: string, teams: readonly string[]): void {
  for (const team of new Set(teams)) {
    requireOpenTeam(context, team);
    context.db.run("INSERT INTO integration_team (integration, team) VALUES (?, ?)", integration, team);
    tell(context, "integration.changed", { team, data: { integration } });
  }
}

/** @throws HemvaktError `NOT_FOUND`, `TEAM_CLOSED`, `PRECONDITION_FAILED` when somebody else was first */
export function rotateWebhook(context: DecisionContext, command: Of<"webhook-rotate">): Decided<OutcomeValue> {
  const { db } = context;
  requireOpenTeam(context, command.team);
  const { turn } = found(db.get<{ turn: number }>("SELECT webhook_turn AS turn FROM team WHERE id = ?", command.team));
  requireVersion(turn, command.ifTurn);
  db.run(
    "UPDATE team SET webhook_turn = webhook_turn + 1, webhook_overlap_until = ? WHERE id = ?",
    command.overlapUntil,
    command.team,
  );
  tell(context, "team.webhook-rotated", { team: command.team, data: { overlapUntil: command.overlapUntil } });
  return { changed: true, value: { id: command.team, version: turn + 1 } };
}

import type { Hole } from "../../alerts/coverage.ts";
import { newHoles, readCoverage } from "../../coverage/coverage.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { toIso } from "../../domain/day.ts";
import { HemvaktError } from "../../errors.ts";
import type { Command } from "../commands.ts";
import { tell } from "./registry.ts";

/** Nothing is agreed that would leave somebody without anybody to answer, unless somebody says by name that it is meant. */

/** So far ahead it is looked. */
export const GUARDED = 30 * 86_400_000;

/** Somebody knows that nobody will answer, and says why that is right. */
export type Override = { readonly reason: string };

/** Kinds that can open a hole, and the teams and patients that each concerns. */
type Concerned = { readonly teams?: readonly string[]; readonly patients?: readonly string[] };

function concernedBy({ db }: DecisionContext, command: Command): Concerned | undefined {
  switch (command.kind) {
    case "team-change":
      return { teams: [command.team] };
    case "staff-teams":
    case "staff-disable":
      return {
        teams: db
          .all<{ team: string }>("SELECT DISTINCT team FROM shift WHERE staff = ? ORDER BY team", command.staff)
          .map(({ team }) => team),
      };
    case "shift-end": {
      const team = db.get<{ team: string }>("SELECT team FROM shift WHERE id = ?", command.shift)?.team;
      return { teams: team === undefined ? [] : [team] };
    }
    case "responsibility-entrust":
    case "patient-team":
    case "plan-sign":
    case "patient-enrolment":
      return { patients: [command.patient] };
    case "responsibility-end": {
      const row = db.get<{ patient: string }>(
        "SELECT patient FROM responsibility WHERE id = ?",
        command.responsibility,
      );
      return { patients: row ? [row.patient] : [] };
    }
    case "plan-draft-sign": {
      const row = db.get<{ patient: string }>("SELECT patient FROM plan_draft WHERE id = ?", command.draft);
      return { patients: row ? [row.patient] : [] };
    }
    default:
      return undefined;
  }
}

/**
 * Lets a command be decided, and refuses it where it leaves somebody without anybody to answer within 30 days who had
 * somebody before. The refusal undoes the command, as every refusal does. With an override the holes are written down
 * beside who wanted them.
 * @throws HemvaktError `COVERAGE_HOLE`, with the holes
 */
export function guardCoverage(
  context: DecisionContext,
  command: Command,
  decide: () => Decided<OutcomeValue>,
): Decided<OutcomeValue> {
  const concerned = concernedBy(context, command);
  const patients = concerned && patientsOf(context, concerned);
  if (!patients || patients.length === 0) return decide();
  const stretch = { from: context.at, to: context.at + GUARDED };
  const before = readCoverage(context.db, stretch, patients).holes;
  const decided = decide();
  const opened = newHoles(before, readCoverage(context.db, stretch, patients).holes);
  if (opened.length === 0) return decided;
  const override = "override" in command ? command.override : undefined;
  if (!override)
    throw new HemvaktError("COVERAGE_HOLE", sayFirst(opened), { holes: opened.slice(0, 50).map(holeData) });
  noteOverride(context, command, override, opened);
  return decided;
}

/** Whom a team's hours, cover, contact and rota decide about, and the patients named. */
function patientsOf({ db, at }: DecisionContext, { teams = [], patients = [] }: Concerned): string[] {
  if (teams.length === 0) return [...patients];
  const given = JSON.stringify(teams);
  return db
    .all<{ patient: string }>(
      `SELECT DISTINCT r.patient FROM responsibility r JOIN team t ON t.id = r.team
       WHERE (r.to_at IS NULL OR r.to_at > ?)
         AND (r.team IN (SELECT value FROM json_each(?)) OR coalesce(r.cover, t.cover) IN (SELECT value FROM json_each(?)))
       ORDER BY r.patient`,
      at,
      given,
      given,
    )
    .map(({ patient }) => patient);
}

const sayFirst = ([first, ...more]: readonly Hole[]): string =>
  first === undefined
    ? ""
    : `From ${toIso(first.from)} to ${toIso(first.to)} (${first.reason}${first.team === undefined ? "" : `, ${first.team}`})` +
      `${more.length > 0 ? ` and ${more.length} more` : ""}.`;

/** Without whom it concerns: who changes a team's hours need not see its patients. */
const holeData = ({ from, to, reason, team, patients }: Hole) => ({
  from: toIso(from),
  to: toIso(to),
  reason,
  team: team ?? null,
  patients: patients.length,
});

function noteOverride(context: DecisionContext, command: Command, { reason }: Override, holes: readonly Hole[]): void {
  const { db, at, actor } = context;
  const { lastId } = db.run(
    "INSERT INTO coverage_override (at, staff, reason, what, holes, command) VALUES (?, ?, ?, ?, ?, ?)",
    at,
    actor,
    reason,
    command.kind,
    JSON.stringify(holes),
    context.command,
  );
  for (const team of new Set(holes.flatMap(({ team: of }) => (of === undefined ? [] : [of])))) {
    tell(context, "coverage.overridden", { team, data: { override: lastId, what: command.kind, holes: holes.length } });
  }
}

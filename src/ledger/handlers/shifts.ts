import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import type { Shift } from "../../domain/responsibility.ts";
import { HemvaktError } from "../../errors.ts";
import type { ShiftRow } from "../../store/sqlite/duty.ts";
import { forget } from "../../store/sqlite/memory.ts";
import type { CommandBody } from "../commands.ts";
import { found, requireOpenTeam, requireVersion, tell } from "./registry.ts";

/** Who is on call when. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** @throws HemvaktError `NOT_FOUND`, `TEAM_CLOSED`, `SHIFT_PERIOD`, `SHIFT_MEMBER`, `SHIFT_TWICE` */
export function addShifts(context: DecisionContext, { team, shifts }: Of<"shift-add">): Decided<OutcomeValue> {
  requireOpenTeam(context, team);
  const ids = shifts.map((shift) => addShift(context, team, shift));
  const from = Math.min(...shifts.map((shift) => shift.from));
  const to = Math.max(...shifts.map((shift) => shift.to));
  tell(context, "shift.added", { team, data: { shifts: ids, from, to } });
  return { changed: true, value: { ids: ids.map(String) } };
}

/** One turn, checked. @returns its id */
export function addShift(context: DecisionContext, team: string, shift: Shift, declaration?: string): number {
  const { db } = context;
  if (shift.to <= shift.from) throw new HemvaktError("SHIFT_PERIOD");
  const member = db.get(
    "SELECT 1 FROM membership m JOIN staff s ON s.id = m.staff WHERE m.staff = ? AND m.team = ? AND s.disabled_at IS NULL",
    shift.staff,
    team,
  );
  if (!member) throw new HemvaktError("SHIFT_MEMBER", `${shift.staff} is no member of ${team}.`);
  const twice = db.get(
    "SELECT 1 FROM shift WHERE team = ? AND staff = ? AND role = ? AND from_at < ? AND to_at > ?",
    team,
    shift.staff,
    shift.role,
    shift.to,
    shift.from,
  );
  if (twice) throw new HemvaktError("SHIFT_TWICE");
  const { lastId } = db.run(
    "INSERT INTO shift (team, staff, role, from_at, to_at, declaration, version) VALUES (?, ?, ?, ?, ?, ?, 1)",
    team,
    shift.staff,
    shift.role,
    shift.from,
    shift.to,
    declaration,
  );
  forget(db, "staffed-teams", "");
  return lastId;
}

/** A turn ends earlier; one that hasn't begun by then is taken off the rota. @throws HemvaktError `SHIFT_PERIOD` when it is over */
export function endShift(
  context: DecisionContext,
  { shift: id, to, ifVersion }: Of<"shift-end">,
): Decided<OutcomeValue> {
  const { db, at } = context;
  const shift = found(db.get<ShiftRow>("SELECT * FROM shift WHERE id = ?", id));
  requireVersion(shift.version, ifVersion);
  const until = to ?? at;
  // What somebody's turn has been stays as it was: alerts were told by it.
  if (shift.to_at <= at || until < at || until >= shift.to_at) throw new HemvaktError("SHIFT_PERIOD");
  cut(context, shift, until);
  tell(context, "shift.ended", { team: shift.team, data: { shift: id, staff: shift.staff, until } });
  return { changed: true, value: { id: String(id), version: shift.version + 1 } };
}

/** Somebody leaves: their turn ends now, those to come are off the rota. */
export function endShiftsOf(context: DecisionContext, staff: string, teams?: readonly string[]): void {
  const { db, at } = context;
  const shifts = db
    .all<ShiftRow>("SELECT * FROM shift WHERE staff = ? AND to_at > ? ORDER BY id", staff, at)
    .filter(({ team }) => !teams || teams.includes(team));
  for (const shift of shifts) {
    cut(context, shift, at);
    tell(context, "shift.ended", { team: shift.team, data: { shift: shift.id, staff, until: at } });
  }
}

function cut({ db }: DecisionContext, shift: ShiftRow, until: number): void {
  if (until <= shift.from_at) db.run("DELETE FROM shift WHERE id = ?", shift.id);
  else db.run("UPDATE shift SET to_at = ?, version = version + 1 WHERE id = ?", until, shift.id);
  forget(db, "staffed-teams", "");
}

import type { OnCallRole, StaffedTeam } from "../domain/responsibility.ts";
import { onCallAt } from "./responsibility.ts";

/** Who is told when a team is: people on its rota, or the team's own function. */

/** Whom a step tells. `team` is the function: whoever is at work and watches the worklist, the e-mail or the phone. */
export const targets = ["team", "primary", "secondary", "manager"] as const;
export type Target = (typeof targets)[number];

/** Somebody to tell: a member of staff in a role on a team's rota, or (without `staff`) the team's function. */
export type Recipient = { readonly team: string; readonly staff?: string; readonly role?: OnCallRole };

/**
 * Whom a target is at an instant (milliseconds since the epoch). Everybody whose turns overlap is told. A role that nobody
 * has then falls to the team's function, so that a hole in a rota never makes an alert silent.
 */
export function recipientsOf(team: StaffedTeam, target: Target, at: number): readonly Recipient[] {
  if (target === "team") return [{ team: team.id }];
  const turns = onCallAt(team, at).filter(({ role }) => role === target);
  const staff = [...new Set(turns.map((shift) => shift.staff))];
  return staff.length === 0 ? [{ team: team.id }] : staff.map((id) => ({ team: team.id, staff: id, role: target }));
}

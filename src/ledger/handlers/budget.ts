import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import type { CommandBody } from "../commands.ts";
import { requireOpenTeam, tell } from "./registry.ts";

/** How many alerts a team has said it can take in a shift. @throws HemvaktError `NOT_FOUND`, `TEAM_CLOSED` */
export function changeBudget(
  context: DecisionContext,
  { team, perShift }: Extract<CommandBody, { kind: "team-budget" }>,
): Decided<OutcomeValue> {
  const { db, at, actor } = context;
  requireOpenTeam(context, team);
  db.run("DELETE FROM load_budget WHERE team = ?", team);
  if (perShift !== null) {
    db.run("INSERT INTO load_budget (team, per_shift, set_by, set_at) VALUES (?, ?, ?, ?)", team, perShift, actor, at);
  }
  tell(context, "team.budget-changed", { team, data: { perShift } });
  return { changed: true, value: { id: team } };
}

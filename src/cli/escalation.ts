import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import type { EscalationPolicy, Wait } from "../domain/escalation.ts";
import { HemvaktError } from "../errors.ts";
import { command, type Said, type Shared, say } from "./equipment.ts";
import { tableLines } from "./table.ts";

type TeamEscalation = { team: string; version: number; own: boolean; policy: EscalationPolicy };
type Chosen = Shared & { set?: string; default?: true };

/** `hemvakt team escalation`: whom a team's alerts are told to, step by step. */
export const teamEscalation = (): Command =>
  command("escalation", "Show whom a team's alerts are told to, step by step, or give it steps of its own")
    .argument("<team>")
    .option("--set <file>", "take the policy from this file: JSON as --json prints under policy")
    .addOption(new Option("--default", "go back to the platform's own steps").conflicts("set"))
    .action((team: string, { json, set, default: back }: Chosen) =>
      say({ json }, async (api) => {
        const path = `teams/${encodeURIComponent(team)}/escalation`;
        const found = await api.get<TeamEscalation>(path);
        if (set !== undefined) return described(await api.put(path, policyIn(set), found.version));
        return described(back ? await api.delete(path, found.version) : found);
      }),
    );

function policyIn(file: string): object {
  try {
    const policy: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof policy === "object" && policy !== null) return policy;
  } catch {
    // Told below: no file, no rights and no JSON are alike to whoever named it.
  }
  throw new HemvaktError("CONFIG_INVALID", `${file} holds no policy as JSON.`);
}

function described(escalation: TeamEscalation): Said {
  const { team, own, policy } = escalation;
  const rows = Object.entries(policy).flatMap(([kind, { steps, repeat, whenClosed }]) => [
    ...steps.map(({ after, tell }, index) => [
      index === 0 ? kind : "",
      index === 0 ? "at once" : `${waitText(after)} later`,
      tell.join(", "),
    ]),
    ["", `then every ${waitText(repeat)}`, "all of them"],
    ["", "when the team closes", whenClosed === "move" ? "the team that answers" : "waits until it opens"],
  ]);
  return {
    json: escalation,
    lines: [
      `Team ${team} has ${own ? "steps of its own" : "the platform's own steps"}. They end when somebody takes the alert on.`,
      "",
      ...tableLines(["alerts", "when", "told"], rows),
    ],
  };
}

const waitText = (wait: Wait): string => {
  if ("minutes" in wait) return `${wait.minutes} min`;
  if ("openMinutes" in wait) return `${wait.openMinutes} min of opening hours`;
  return wait.openDays === 1 ? "open day" : `${wait.openDays} open days`;
};

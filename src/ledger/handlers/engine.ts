import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { insertEngine, latestEngine } from "../../store/sqlite/engines.ts";
import type { CommandBody } from "../commands.ts";

/** Notes which engine decides from now on. Nothing changes where it is the one that did. */
export function noteEngine(
  { db, at, command: number }: DecisionContext,
  command: Extract<CommandBody, { kind: "engine-started" }>,
): Decided<OutcomeValue> {
  const { version, release, node, parts } = command;
  if (latestEngine(db)?.version === version) return { changed: false, value: {} };
  insertEngine(db, { command: number, at, version, release, node, parts: JSON.stringify(parts) });
  return { changed: true, value: {} };
}

import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { HemvaktError } from "../../errors.ts";
import { receive } from "../../ingest/patient-message.ts";
import type { HomePageRow } from "../../store/sqlite/home-pages.ts";
import { peopleAt } from "../../store/sqlite/prompts.ts";
import { hubById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { found, tell } from "./registry.ts";

/** Browsers in homes. Codes and tokens reach the ledger as digests only. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** Makes a code the hub's only one. @throws HemvaktError `NOT_FOUND`; `EQUIPMENT_PLACE` while nobody has the hub */
export function makePageCode(context: DecisionContext, command: Of<"home-page-code">): Decided<OutcomeValue> {
  const { db, at } = context;
  const hub = found(hubById(db, command.hub));
  if (hub.revoked_at !== null || peopleAt(db, hub.id, at).size === 0) {
    throw new HemvaktError("EQUIPMENT_PLACE", "Nobody has it: lend it first.");
  }
  db.run("DELETE FROM home_page_code WHERE hub = ?", hub.id);
  db.run(
    "INSERT INTO home_page_code (hub, code, expires_at) VALUES (?, ?, ?)",
    hub.id,
    Buffer.from(command.code, "hex"),
    command.expiresAt,
  );
  tell(context, "hub.page-code-made", { team: hub.team, data: { hub: hub.id, expiresAt: command.expiresAt } });
  return { changed: true, value: { id: hub.id } };
}

/** A browser shows a code, once. @throws HemvaktError `PROVISIONING_CODE` whatever is wrong */
export function pairPage(context: DecisionContext, command: Of<"home-page-pair">): Decided<OutcomeValue> {
  const { db, at } = context;
  const code = db.get<{ hub: string; expires_at: number }>(
    "SELECT hub, expires_at FROM home_page_code WHERE code = ?",
    Buffer.from(command.code, "hex"),
  );
  const hub = code && code.expires_at > at ? hubById(db, code.hub) : undefined;
  if (!hub || hub.revoked_at !== null || peopleAt(db, hub.id, at).size === 0) {
    throw new HemvaktError("PROVISIONING_CODE");
  }
  db.run("DELETE FROM home_page_code WHERE hub = ?", hub.id);
  const id = context.nextId("g");
  db.run(
    "INSERT INTO home_page (id, hub, token, label, paired_at) VALUES (?, ?, ?, ?, ?)",
    id,
    hub.id,
    Buffer.from(command.token, "hex"),
    command.label,
    at,
  );
  tell(context, "hub.page-paired", { team: hub.team, data: { hub: hub.id, page: id } });
  return { changed: true, value: { id } };
}

/** It shows nothing any more. @throws HemvaktError `NOT_FOUND` */
export function revokePage(context: DecisionContext, command: Of<"home-page-revoke">): Decided<OutcomeValue> {
  const { db, at } = context;
  const row = found(db.get<HomePageRow>("SELECT * FROM home_page WHERE id = ?", command.page));
  if (row.revoked_at !== null) return { changed: false, value: { id: row.id } };
  db.run("UPDATE home_page SET revoked_at = ? WHERE id = ?", at, row.id);
  const team = hubById(db, row.hub)?.team ?? "";
  tell(context, "hub.page-revoked", { team, data: { hub: row.hub, page: row.id } });
  return { changed: true, value: { id: row.id } };
}

/** Somebody writes to their team on the page: whose it is was chosen there. */
export function writeFromPage(context: DecisionContext, command: Of<"home-message">): Decided<OutcomeValue> {
  const hub = found(hubById(context.db, command.hub));
  const { patient, id, text } = command;
  const { changed } = receive(context, hub, { id, text }, { patient });
  return { changed, value: {} };
}

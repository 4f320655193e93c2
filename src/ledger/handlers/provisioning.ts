import { timingSafeEqual } from "node:crypto";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { HemvaktError } from "../../errors.ts";
import { type HubRow, hubById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { found, requireVersion, tell } from "./registry.ts";

/**
 * How a hub comes by its secret and how that changes. Codes and secrets reach the ledger as HMACs only, so that neither
 * the store, the command log nor a backup holds one.
 */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Replaces the secret at once: the present one and a revocation end. */
export function changeHubSecret(context: DecisionContext, command: Of<"hub-secret">): Decided<OutcomeValue> {
  const hub = found(hubById(context.db, command.hub));
  requireVersion(hub.version, command.ifVersion);
  replaceSecret(context, hub.id, command.secret);
  return changed(context, hub, "hub.secret-changed");
}

/** Nothing that the hub could sign in with counts from now on. */
export function revokeHub(context: DecisionContext, command: Of<"hub-revoke">): Decided<OutcomeValue> {
  const hub = found(hubById(context.db, command.hub));
  requireVersion(hub.version, command.ifVersion);
  revokeCredentials(context, hub.id);
  return changed(context, hub, "hub.revoked");
}

/** Makes a code the hub's only one; the secret it has holds until the code is used. */
export function provisionHub(context: DecisionContext, command: Of<"hub-provision">): Decided<OutcomeValue> {
  const { db } = context;
  const hub = found(hubById(db, command.hub));
  requireVersion(hub.version, command.ifVersion);
  if (hub.place === "lost" || hub.place === "retired") throw new HemvaktError("EQUIPMENT_PLACE", `It is ${hub.place}.`);
  db.run(
    `INSERT INTO provisioning (hub, code, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (hub) DO UPDATE SET code = excluded.code, expires_at = excluded.expires_at`,
    hub.id,
    bytes(command.code),
    command.expiresAt,
  );
  return changed(context, hub, "hub.code-made", { expiresAt: command.expiresAt });
}

/**
 * A hub shows its code and gets a new secret; the one before, a code and a revocation end with it.
 * @throws HemvaktError `PROVISIONING_CODE` whatever is wrong
 */
export function claimHub(context: DecisionContext, command: Of<"hub-claim">): Decided<OutcomeValue> {
  const { db, at } = context;
  const hub = hubById(db, command.hub);
  const row = db.get<{ code: Uint8Array; expires_at: number }>(
    "SELECT code, expires_at FROM provisioning WHERE hub = ?",
    command.hub,
  );
  if (!hub || !row || !same(row.code, bytes(command.code)) || row.expires_at <= at) {
    throw new HemvaktError("PROVISIONING_CODE");
  }
  replaceSecret(context, hub.id, command.secret);
  return changed(context, hub, "hub.claimed");
}

/** Offers a new secret beside the present one, which ends when the new one is first used, at `until` at the latest. */
export function rotateHubSecret(context: DecisionContext, command: Of<"hub-rotate">): Decided<OutcomeValue> {
  const hub = found(hubById(context.db, command.hub));
  requireVersion(hub.version, command.ifVersion);
  if (hub.revoked_at !== null) throw new HemvaktError("EQUIPMENT_PLACE", "It is revoked: provision it again.");
  context.db.run(
    "UPDATE hub SET next_secret = ?, overlap_until = ? WHERE id = ?",
    bytes(command.secret),
    command.until,
    hub.id,
  );
  return changed(context, hub, "hub.secret-offered", { overlapUntil: command.until });
}

/** The hub has shown its new secret: the former one ends. Again, or after yet another change, it changes nothing. */
export function adoptHubSecret(context: DecisionContext, command: Of<"hub-adopt">): Decided<OutcomeValue> {
  const hub = found(hubById(context.db, command.hub));
  if (hub.next_secret === null || !same(hub.next_secret, bytes(command.secret))) return { changed: false, value: {} };
  context.db.run("UPDATE hub SET secret = next_secret, next_secret = NULL, overlap_until = NULL WHERE id = ?", hub.id);
  return changed(context, hub, "hub.secret-adopted");
}

/** A hub has connected with a certificate for the first time. */
export function noteCertificate(context: DecisionContext, command: Of<"hub-certificate">): Decided<OutcomeValue> {
  const { db, at } = context;
  const hub = found(hubById(db, command.hub));
  const { changes } = db.run(
    "INSERT OR IGNORE INTO hub_certificate (hub, fingerprint, seen_at) VALUES (?, ?, ?)",
    hub.id,
    command.fingerprint,
    at,
  );
  if (changes === 0) return { changed: false, value: {} };
  return changed(context, hub, "hub.certificate-seen", { fingerprint: command.fingerprint });
}

/** Refuses one certificate of the hub for good, also one that was never seen. */
export function revokeCertificate(
  context: DecisionContext,
  command: Of<"hub-certificate-revoke">,
): Decided<OutcomeValue> {
  const hub = found(hubById(context.db, command.hub));
  requireVersion(hub.version, command.ifVersion);
  context.db.run(
    `INSERT INTO hub_certificate (hub, fingerprint, revoked_at) VALUES (?, ?, ?)
     ON CONFLICT (hub, fingerprint) DO UPDATE SET revoked_at = ifnull(revoked_at, excluded.revoked_at)`,
    hub.id,
    command.fingerprint,
    context.at,
  );
  return changed(context, hub, "hub.certificate-revoked", { fingerprint: command.fingerprint });
}

/**
 * Takes everything from a hub that it could sign in with: its secrets, an open code, the certificates it has shown. A
 * new secret later does not bring those certificates back.
 */
export function revokeCredentials({ db, at }: DecisionContext, hub: string): void {
  db.run("UPDATE hub SET revoked_at = ?, next_secret = NULL, overlap_until = NULL WHERE id = ?", at, hub);
  db.run("DELETE FROM provisioning WHERE hub = ?", hub);
  db.run("UPDATE hub_certificate SET revoked_at = ? WHERE hub = ? AND revoked_at IS NULL", at, hub);
}

function replaceSecret({ db }: DecisionContext, hub: string, secret: string): void {
  db.run("DELETE FROM provisioning WHERE hub = ?", hub);
  db.run(
    "UPDATE hub SET secret = ?, next_secret = NULL, overlap_until = NULL, revoked_at = NULL WHERE id = ?",
    bytes(secret),
    hub,
  );
}

/** The hub has changed: a new version, and an event. */
export function changed(
  context: DecisionContext,
  hub: HubRow,
  type: Parameters<typeof tell>[1],
  data: Record<string, unknown> = {},
): Decided<OutcomeValue> {
  context.db.run("UPDATE hub SET version = version + 1 WHERE id = ?", hub.id);
  tell(context, type, { team: hub.team, data: { hub: hub.id, ...data } });
  return { changed: true, value: { id: hub.id, version: hub.version + 1 } };
}

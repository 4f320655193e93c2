import { hash } from "node:crypto";
import type { DecisionContext } from "../decision/context.ts";
import type { DeviceMessage } from "../decision/message.ts";
import type { ErrorCode } from "../errors.ts";
import { appendEvent } from "../store/sqlite/alerts.ts";

const DAY = 86_400_000;

const digestOf = (payload: Uint8Array): Uint8Array => hash("sha256", payload, "buffer").subarray(0, 16);

/**
 * Remembers a message id. "same": the hub sent the same bytes under it before; "other": other bytes, so the id says
 * nothing and each reading is recognised by its own identity.
 */
export function rememberMessage(
  { db, at }: Pick<DecisionContext, "db" | "at">,
  hub: string,
  id: string,
  payload: Uint8Array,
): "new" | "same" | "other" {
  const digest = digestOf(payload);
  const added = db.run(
    "INSERT OR IGNORE INTO message (hub, id, digest, day) VALUES (?, ?, ?, ?)",
    hub,
    id,
    digest,
    Math.floor(at / DAY),
  );
  if (added.changes > 0) return "new";
  const known = db.get<{ digest: Uint8Array }>("SELECT digest FROM message WHERE hub = ? AND id = ?", hub, id);
  return known && Buffer.compare(known.digest, digest) === 0 ? "same" : "other";
}

/** Why something was set aside. `position` is the item's place in its message, absent for the message as a whole. */
export type Aside = {
  readonly code: ErrorCode;
  readonly detail?: string | undefined;
  readonly position?: number;
  readonly device?: string;
};

/**
 * Keeps what can't be used, with its raw bytes and a coded reason, and tells the hub's team. The same bytes again change
 * nothing.
 * @returns whether it was new
 */
export function quarantine(
  context: DecisionContext,
  hub: { readonly id: string; readonly team: string },
  message: Pick<DeviceMessage, "topic" | "payload">,
  aside: Aside,
): boolean {
  const { db, at, command } = context;
  const kept = db.run(
    `INSERT OR IGNORE INTO quarantine (at, hub, team, device, topic, code, detail, position, digest, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    at,
    hub.id,
    hub.team,
    aside.device,
    message.topic,
    aside.code,
    aside.detail,
    aside.position,
    digestOf(message.payload),
    message.payload,
  );
  if (kept.changes === 0) return false;
  appendEvent(db, {
    at,
    type: "reading.quarantined",
    team: hub.team,
    actor: `hub:${hub.id}`,
    reason: aside.code,
    data: { quarantine: kept.lastId, hub: hub.id, ...(aside.device === undefined ? {} : { device: aside.device }) },
    command,
  });
  context.report(aside.code);
  return true;
}

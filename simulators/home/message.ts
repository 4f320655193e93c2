import { createHash } from "node:crypto";
import type { Taken } from "./occasion.ts";

/** Why a message is sent. */
export type Cause =
  /** Just measured. */
  | "measured"
  /** Measured again because the platform asked for it. */
  | "asked"
  /** Kept back while there was no network. */
  | "after-outage"
  /** A device emptying its memory: readings that were sent before, in a new message. */
  | "memory"
  /** The same message again, byte for byte. */
  | "redelivery"
  /** Damaged on the way. */
  | "malformed";

/** One MQTT message of a home, ready to publish. */
export type HomeMessage = {
  /** When it is sent in simulated time, in milliseconds since the epoch. */
  readonly at: number;
  readonly topic: string;
  readonly payload: string;
  readonly qos: 1;
  /** The message id inside the payload; none where the payload can't be read. */
  readonly id?: string;
  readonly cause: Cause;
  /** How many readings it carries; none when damaged. */
  readonly readings: number;
  /** What was measured, where it is one reading sent at once. */
  readonly taken?: Taken;
};

type Body = Readonly<Record<string, unknown>> & { readonly sentAt: string };

/**
 * A message with an id made from what it says and when it is sent (132 bits of SHA-256): equal ids always mean equal
 * bytes, also when the same simulation is run twice against one platform.
 */
export function message(
  hub: string,
  name: "readings" | "gatt",
  body: Body,
  about: Pick<HomeMessage, "at" | "cause" | "readings" | "taken">,
): HomeMessage {
  const text = JSON.stringify(body);
  const hash = createHash("sha256").update(`${hub}/${name}/${about.at}/${about.cause}/${text}`);
  const id = hash.digest("base64url").slice(0, 22);
  return { ...about, topic: `hv/v1/${hub}/${name}`, payload: JSON.stringify({ id, ...body }), qos: 1, id };
}

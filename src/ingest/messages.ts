import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";

/**
 * The envelopes that hubs publish: version 1 of the device contract. Items inside `readings` are checked one by one by
 * the native decoder, so that one bad reading doesn't take the others with it. Unknown fields are ignored, so that a
 * newer hub can say more to an older platform.
 */

const messageId = z.string().min(1).max(64);
// RFC 3339 with at most nine decimals of a second: more than that no instant has.
const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !/\.\d{10}/.test(text), "at most nine decimals of a second");

export const readingsMessageSchema = z
  .object({
    id: messageId,
    sentAt: instant.optional(),
    device: idSchema,
    readings: z.array(z.unknown()).min(1).max(500),
  })
  .meta({ id: "ReadingsMessage", description: "hv/v1/<hub>/readings: what devices measured" });
export type ReadingsMessage = z.infer<typeof readingsMessageSchema>;

export const gattMessageSchema = z
  .object({
    id: messageId,
    sentAt: instant.optional(),
    device: idSchema,
    /** The characteristic's 16-bit UUID, or its 128-bit UUID with hyphens where it is a maker's own. */
    characteristic: z.string().regex(/^([0-9A-Fa-f]{4}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$/),
    hex: z.string().min(2).max(1024),
    /** When the hub got the notification. */
    at: instant.optional(),
  })
  .meta({ id: "GattMessage", description: "hv/v1/<hub>/gatt: a Bluetooth notification as received" });
export type GattMessage = z.infer<typeof gattMessageSchema>;

const battery = z.number().int().min(0).max(100);
export const stateMessageSchema = z
  .object({
    online: z.boolean(),
    battery: battery.optional(),
    firmware: z.string().max(64).optional(),
    devices: z
      .array(z.object({ id: idSchema, battery: battery.optional(), firmware: z.string().max(64).optional() }))
      .max(64)
      .optional(),
  })
  .meta({ id: "StateMessage", description: "hv/v1/<hub>/state: retained, also the will" });

export const promptedMessageSchema = z
  .object({ id: z.union([z.string().max(64), z.number().int()]), shownAt: instant })
  .meta({ id: "PromptedMessage", description: "hv/v1/<hub>/prompted: a prompt has been shown" });

export const patientMessageSchema = z
  .object({
    id: messageId,
    sentAt: instant.optional(),
    for: z
      .int()
      .min(0)
      .max(255)
      .optional()
      .meta({ description: "The user slot of who writes; needed where several share the hub" }),
    text: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .refine((text) => !/\p{Cc}/u.test(text.replace(/[\n\t]/g, "")), "no control characters"),
  })
  .meta({ id: "PatientMessage", description: "hv/v1/<hub>/messages: what somebody at home writes to their team" });

/** The envelopes by channel. */
export const messageSchemas = {
  readings: readingsMessageSchema,
  gatt: gattMessageSchema,
  state: stateMessageSchema,
  prompted: promptedMessageSchema,
  messages: patientMessageSchema,
} as const;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * A payload as the message its channel carries.
 * @throws HemvaktError `PAYLOAD_NOT_JSON`, or `PAYLOAD_SHAPE` naming the fields
 */
export function readMessage<C extends keyof typeof messageSchemas>(
  channel: C,
  payload: Uint8Array,
): z.infer<(typeof messageSchemas)[C]> {
  let json: unknown;
  try {
    json = JSON.parse(utf8.decode(payload));
  } catch {
    throw new HemvaktError("PAYLOAD_NOT_JSON");
  }
  const parsed = messageSchemas[channel].safeParse(json);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => `${issue.path.join(".") || "payload"}: ${issue.message}`);
    throw new HemvaktError("PAYLOAD_SHAPE", fields.slice(0, 5).join("; "));
  }
  return parsed.data as z.infer<(typeof messageSchemas)[C]>;
}

/** An ISO 8601 instant as milliseconds since the epoch. */
export const instantOf = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

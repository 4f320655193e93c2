import { z } from "zod";

/** A browser that somebody wants to be told in, as its `PushSubscription` says (Push API, W3C; keys: RFC 8291). */

/** Unpadded base64url of so many bytes. */
const bytes = (length: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .refine((text) => Buffer.from(text, "base64url").length === length, `${length} bytes, base64url`);

export const pushSubscriptionSchema = z
  .object({
    endpoint: z.url({ protocol: /^https?$/ }).max(2000),
    keys: z.object({
      p256dh: bytes(65).meta({ description: "The browser's public key: an uncompressed point on P-256" }),
      auth: bytes(16),
    }),
  })
  .meta({ id: "PushSubscription" });
export type PushSubscription = z.infer<typeof pushSubscriptionSchema>;

/**
 * Whether a push service is one of those that may be called: otherwise anybody with an account could have the platform call
 * whatever address they like. Only a host that is named with its port may be called without TLS: a stand-in on this machine.
 * @param hosts host names, `*.` before them for all below, or host and port
 */
export function isPushService(endpoint: string, hosts: readonly string[]): boolean {
  const url = URL.parse(endpoint);
  if (!url || url.username !== "" || url.password !== "") return false;
  return hosts.some((host) => {
    if (host.includes(":")) return url.host === host;
    if (url.protocol !== "https:" || url.port !== "") return false;
    return host.startsWith("*.") ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
  });
}

import { isLoopbackAddress } from "../auth/loopback.ts";
import type { Clock } from "../clock.ts";
import { type Send, SendFailure } from "./send.ts";
import { signatureOf } from "./webhook-secret.ts";

/** Signed webhooks, for gateways that send SMS or page somebody. */

/**
 * @param secretsOf a team's secrets that are valid now, the newest first
 * @param timeout for the whole answer, in milliseconds
 */
export function webhookSender(secretsOf: (team: string) => readonly string[], clock: Clock, timeout: number): Send {
  return {
    async send({ to, text, about, key: id, team }) {
      const url = URL.parse(to);
      if (!url || !isAllowed(url)) throw new SendFailure("WEBHOOK_INSECURE", true);
      const timestamp = Math.floor(clock.now() / 1000);
      const body = JSON.stringify({ id, ...about, text });
      let status: number;
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "idempotency-key": id,
            "hemvakt-timestamp": String(timestamp),
            "hemvakt-signature": secretsOf(team)
              .map((secret) => signatureOf(secret, timestamp, body))
              .join(", "),
          },
          body,
          // An address that somebody else chose is not called.
          redirect: "manual",
          signal: AbortSignal.timeout(timeout),
        });
        status = response.status;
        await response.body?.cancel();
      } catch (error) {
        const isSlow = error instanceof Error && error.name === "TimeoutError";
        throw new SendFailure(isSlow ? "WEBHOOK_TIMEOUT" : "WEBHOOK_UNREACHABLE", false);
      }
      if (status >= 200 && status < 300) return;
      // RFC 9110 §15.5: the request itself is wrong; 408, 425 and 429 ask to try again later.
      const permanent = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
      throw new SendFailure(`WEBHOOK_${status}`, permanent);
    },
  };
}

/** https everywhere; http on this machine only. */
const isAllowed = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" ||
  (protocol === "http:" && (hostname === "localhost" || isLoopbackAddress(hostname.replace(/^\[|\]$/g, ""))));

import { createHash } from "node:crypto";
import webPush from "web-push";
import type { VapidKeys } from "../auth/vapid.ts";
import type { Clock } from "../clock.ts";
import { isPushService, type PushSubscription } from "../domain/push.ts";
import { type Send, SendFailure } from "./send.ts";

/**
 * Web Push (RFC 8030), encrypted for the one browser (RFC 8291). The push service sees neither what it says nor whom it is
 * about; a lock screen may be seen by others, so it names nobody all the same.
 */

/**
 * @param subject whom a push service may write to: a `mailto:` or `https:` address (RFC 8292 §2.1)
 * @param hosts the push services that may be called: `isPushService`
 * @param timeout for the whole answer, in milliseconds
 */
export function pushSender(
  keys: VapidKeys,
  subject: string,
  hosts: readonly string[],
  clock: Clock,
  timeout: number,
): Send {
  return {
    async send({ to, key, title, body, look, about, until }) {
      const subscription = JSON.parse(to) as PushSubscription;
      if (!isPushService(subscription.endpoint, hosts)) throw new SendFailure("PUSH_SERVICE_UNKNOWN", true);
      const seconds = Math.max(0, Math.round((until - clock.now()) / 1000));
      const {
        endpoint,
        headers,
        body: encrypted,
      } = webPush.generateRequestDetails(
        subscription,
        JSON.stringify({ id: key, title, body, look, severity: about["severity"], alert: about["alert"] }),
        {
          vapidDetails: { subject, ...keys },
          // Not shown once it is somebody else's: RFC 8030 §5.2, §5.3.
          TTL: seconds,
          urgency: about["severity"] === "red" ? "high" : "normal",
          // What the service still holds of an earlier attempt is replaced, not shown beside it: §5.4.
          topic: createHash("sha256").update(key).digest("base64url").slice(0, 32),
        },
      );
      let status: number;
      try {
        const response = await fetch(endpoint, {
          method: "POST",
          headers: Object.entries(headers)
            .filter(([name]) => name !== "Content-Length")
            .map(([name, value]) => [name, value] as [string, string]),
          body: new Uint8Array(encrypted),
          redirect: "manual",
          signal: AbortSignal.timeout(timeout),
        });
        status = response.status;
        await response.body?.cancel();
      } catch (error) {
        const isSlow = error instanceof Error && error.name === "TimeoutError";
        throw new SendFailure(isSlow ? "PUSH_TIMEOUT" : "PUSH_UNREACHABLE", false);
      }
      if (status >= 200 && status < 300) return;
      // RFC 8030 §7.3: the browser is no longer subscribed.
      if (status === 404 || status === 410) throw new SendFailure("PUSH_GONE", true);
      throw new SendFailure(`PUSH_${status}`, status >= 400 && status < 500 && ![408, 425, 429].includes(status));
    },
  };
}

import { createTransport } from "nodemailer";
import { isLoopbackAddress } from "../auth/loopback.ts";
import { type Send, SendFailure } from "./send.ts";

/** E-mail by SMTP. Off this machine only over TLS: `smtps`, or STARTTLS, which is then required. */

/**
 * @param url smtp: or smtps:, with user and password where the server asks for them
 * @param from the address that it comes from
 * @param timeout for each answer of the server, in milliseconds
 */
export function emailSender(url: string, from: string, timeout: number): Send & { close(): void } {
  const { hostname, port, username, password, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const isLocal = host === "localhost" || isLoopbackAddress(host);
  const secure = protocol === "smtps:";
  const transport = createTransport({
    host,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: !secure && isLocal,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
  return {
    async send({ to, subject, text, key }) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          messageId: `<${key}@hemvakt>`,
          headers: { "Idempotency-Key": key, "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        throw new SendFailure(codeOf(error), isForGood(error));
      }
    },
    close: () => transport.close(),
  };
}

/** A short code without what the server said: that may hold the address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return responseCode === undefined ? (code ?? "SMTP") : `SMTP_${responseCode}`;
}

/** RFC 5321 §4.2.1: 5yz replies are permanent. A refused sign-in is not the message's fault. */
const isForGood = (error: unknown): boolean => {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return code !== "EAUTH" && responseCode !== undefined && responseCode >= 500 && responseCode < 600;
};

import { verifyHubSecret } from "./auth/hub-secret.ts";
import type { ClientCertificate, InboundPacket, Verdict } from "./broker/types.ts";
import type { Clock } from "./clock.ts";
import type { Receipt } from "./decision/message.ts";
import type { ErrorCode } from "./errors.ts";
import type { Ledger } from "./ledger/commands.ts";
import type { Metrics } from "./metrics.ts";
import type { Database } from "./store/sqlite/database.ts";
import { integrationById } from "./store/sqlite/integrations.ts";
import { promptsFor } from "./store/sqlite/prompts.ts";
import { certificateOf, type HubRow, hubById } from "./store/sqlite/registry.ts";

/** What the intake needs of the broker. */
type Outbound = {
  publish(topic: string, payload: string, options: { qos: 0 | 1; retain: boolean }): Promise<void>;
  isConnected(hub: string): boolean;
  disconnectHub(hub: string, code: ErrorCode): void;
};

/** Joins the broker to the ledger: who may connect, what happens to a packet, what the hub hears back. */
export type Intake = {
  readonly authenticate: (
    hub: string,
    secret: Buffer | undefined,
    certificate?: ClientCertificate,
  ) => Verdict | Promise<Verdict>;
  /** Integrations show a secret, never a certificate. */
  readonly authenticateIntegration: (id: string, secret: Buffer | undefined) => Verdict;
  readonly ingest: (packet: InboundPacket) => Promise<void>;
  readonly hubConnected: (hub: string) => void;
  readonly hubDisconnected: (hub: string) => void;
  /** Publishes what the hub should show; called when it listens and when something new was written for it. */
  readonly publishPrompts: (hub: string) => Promise<void>;
};

type Proof = "known" | "new-secret" | "new-certificate" | "revoked";

export function createIntake(parts: {
  readonly db: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly hubKey: Uint8Array;
  /** The largest payload that is read. */
  readonly payloadBytes: number;
  readonly metrics: Metrics;
  readonly outbound: () => Outbound | undefined;
  /** Told of failures that concern no caller. */
  readonly onFailure: (what: string, error: unknown) => void;
}): Intake {
  const { db, ledger, clock, metrics, outbound } = parts;

  /** The receipt goes to hubs that are there; a hub that missed it sends again and is told again. */
  async function publishReceipt(hub: string, receipt: Receipt): Promise<void> {
    metrics.receipt(receipt);
    const broker = outbound();
    if (!broker?.isConnected(hub)) return;
    await broker.publish(`hv/v1/${hub}/receipts`, JSON.stringify(receipt), { qos: 1, retain: false });
  }

  /** What a hub shows, if it is worth anything. A certificate is looked at first: a hub that has one needs no secret. */
  function proofOf(
    row: HubRow,
    secret: Buffer | undefined,
    certificate: ClientCertificate | undefined,
  ): Proof | undefined {
    if (certificate?.cn === row.id) {
      const seen = certificateOf(db, row.id, certificate.fingerprint);
      return seen === undefined ? "new-certificate" : seen.revoked_at === null ? "known" : "revoked";
    }
    if (secret === undefined) return undefined;
    const isSecret = (stored: Uint8Array): boolean =>
      verifyHubSecret(parts.hubKey, secret.toString("utf8"), Buffer.from(stored).toString("hex"));
    if (row.next_secret !== null && isSecret(row.next_secret)) return "new-secret";
    // Once the overlap is over only the new secret counts.
    const ended = row.overlap_until !== null && row.overlap_until <= clock.now();
    return !ended && isSecret(row.secret) ? "known" : undefined;
  }

  /** The first use of a new secret ends the old one, on disk and for connections made with it, before the hub is let in. */
  async function adopt({ id: hub, next_secret }: HubRow): Promise<Verdict> {
    const secret = Buffer.from(next_secret ?? []).toString("hex");
    await ledger.submit({ kind: "hub-adopt", hub, secret, actor: `hub:${hub}` });
    outbound()?.disconnectHub(hub, "MQTT_SECRET_REPLACED");
    return hubById(db, hub)?.revoked_at === null ? "ok" : "revoked";
  }

  /** A certificate must be known before its hub is let in, so that revoking the hub reaches it. */
  async function meetCertificate(hub: string, fingerprint: string): Promise<Verdict> {
    await ledger.submit({ kind: "hub-certificate", hub, fingerprint, actor: `hub:${hub}` });
    const revoked = hubById(db, hub)?.revoked_at !== null || certificateOf(db, hub, fingerprint)?.revoked_at !== null;
    return revoked ? "revoked" : "ok";
  }

  const noteConnection = (hub: string, online: boolean): void => {
    ledger
      .submit({ kind: "hub-connection", hub, online, actor: "platform" })
      .catch((error: unknown) => parts.onFailure("hub connection not noted", error));
  };

  return {
    authenticate(hub, secret, certificate) {
      const row = hubById(db, hub);
      if (!row) return "unknown";
      const proof = proofOf(row, secret, certificate);
      if (proof === undefined) return "unknown";
      if (row.revoked_at !== null || proof === "revoked") return "revoked";
      if (proof === "known") return "ok";
      return proof === "new-secret" ? adopt(row) : meetCertificate(hub, certificate?.fingerprint ?? "");
    },

    authenticateIntegration(id, secret) {
      const row = integrationById(db, id);
      if (!row || secret === undefined) return "unknown";
      const isRight = verifyHubSecret(parts.hubKey, secret.toString("utf8"), Buffer.from(row.secret).toString("hex"));
      if (!isRight) return "unknown";
      return row.revoked_at === null ? "ok" : "revoked";
    },

    async ingest(packet) {
      const arrived = clock.now();
      metrics.message(packet.channel);
      const value = await ledger.submit({
        kind: "device-message",
        actor: `hub:${packet.hub}`,
        hub: packet.hub,
        topic: packet.topic,
        channel: packet.channel,
        // A copy of its own: the view's whole receive buffer would be sent to the writer otherwise.
        payload: new Uint8Array(packet.payload),
        ...(packet.payload.byteLength > parts.payloadBytes ? { tooLarge: true } : {}),
        ...(packet.onlineSince === undefined ? {} : { onlineSince: packet.onlineSince }),
      });
      metrics.acknowledged(clock.now() - arrived);
      // Not awaited: the reading is durable, and a slow listener must not hold its acknowledgement.
      if (value.receipt) {
        publishReceipt(packet.hub, value.receipt).catch((error: unknown) => parts.onFailure("receipt not sent", error));
      }
    },

    hubConnected: (hub) => noteConnection(hub, true),
    hubDisconnected: (hub) => noteConnection(hub, false),

    async publishPrompts(hub) {
      const broker = outbound();
      if (!broker?.isConnected(hub)) return;
      for (const prompt of promptsFor(db, hub, clock.now())) {
        await broker.publish(`hv/v1/${hub}/prompts`, JSON.stringify(prompt), { qos: 1, retain: false });
      }
    },
  };
}

import { verifyHubSecret } from "./auth/hub-secret.ts";
import type { InboundPacket, Verdict } from "./broker/types.ts";
import type { Clock } from "./clock.ts";
import type { Receipt } from "./decision/message.ts";
import type { Ledger } from "./ledger/commands.ts";
import type { Metrics } from "./metrics.ts";
import type { Database } from "./store/sqlite/database.ts";
import { promptsFor } from "./store/sqlite/prompts.ts";
import { hubById } from "./store/sqlite/registry.ts";

/** What the intake needs of the broker. */
type Outbound = {
  publish(topic: string, payload: string, options: { qos: 0 | 1; retain: boolean }): Promise<void>;
  isConnected(hub: string): boolean;
};

/** Joins the broker to the ledger: who may connect, what happens to a packet, what the hub hears back. */
export type Intake = {
  readonly authenticate: (hub: string, secret: Buffer | undefined, certificateCn?: string) => Verdict;
  readonly ingest: (packet: InboundPacket) => Promise<void>;
  readonly hubConnected: (hub: string) => void;
  readonly hubDisconnected: (hub: string) => void;
  /** Publishes what the hub should show; called when it listens and when something new was written for it. */
  readonly publishPrompts: (hub: string) => Promise<void>;
};

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

  const noteConnection = (hub: string, online: boolean): void => {
    ledger
      .submit({ kind: "hub-connection", hub, online, actor: "platform" })
      .catch((error: unknown) => parts.onFailure("hub connection not noted", error));
  };

  return {
    authenticate(hub, secret, certificateCn) {
      const row = hubById(db, hub);
      if (!row) return "unknown";
      const known =
        certificateCn === hub ||
        (secret !== undefined &&
          verifyHubSecret(parts.hubKey, secret.toString("utf8"), Buffer.from(row.secret).toString("hex")));
      if (!known) return "unknown";
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

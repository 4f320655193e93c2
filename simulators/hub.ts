import mqtt, { type MqttClient, type Packet, Store } from "mqtt";
import type { Clock } from "../src/clock.ts";
import { HemvaktError } from "../src/errors.ts";
import type { HomeMessage } from "./home/message.ts";
import type { HubLedger } from "./ledger.ts";
import { random } from "./random.ts";
import { openScreen, type ScreenOptions } from "./screen.ts";

/** A hub on the network: one MQTT client with the hub's own name and secret, like any other. */
export type Hub = {
  /**
   * Publishes at QoS 1 as soon as fewer than `inFlight` messages wait for their PUBACK. Gives when the message has been
   * handed over, not when it is acknowledged.
   * @throws HemvaktError `MQTT_CREDENTIALS` when the broker refused the hub.
   */
  send(message: HomeMessage): Promise<void>;
  /** Gives when every message sent is acknowledged, however many connections that takes. Throws like `send`. */
  drained(): Promise<void>;
  /** Gives when a receipt has come for every acknowledged message, or `quietMs` have passed without one. */
  receipted(quietMs: number): Promise<void>;
  /** Loses the network without a goodbye, so that the broker publishes the will. Call it when drained. */
  offline(): void;
  /** Finds the network again. */
  online(): void;
  /** Waits a moment for what is unacknowledged, says goodbye (so no will is published) and closes. */
  end(): Promise<void>;
};

export type HubOptions = {
  readonly url: string;
  readonly hub: { readonly id: string; readonly secret: string };
  readonly devices: readonly string[];
  readonly ledger: HubLedger;
  /** The hub's own clock, which is right. */
  readonly clock: Clock;
  /** Messages that may wait for their PUBACK at the same time. */
  readonly inFlight: number;
  readonly signal: AbortSignal;
  /** Who looks at the screen, and how soon; left out, everything is shown at once. */
  readonly people?: Pick<ScreenOptions, "showAfterMs" | "onPrompt">;
};

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 10_000;
const GOODBYE_MS = 3_000;

/**
 * Packets that wait for their acknowledgement. mqtt.js sends them again after a reconnection; the standard wants the DUP
 * flag on them (MQTT 3.1.1, MQTT-3.3.1-1), which mqtt.js 5.16 leaves out.
 */
class RedeliveryStore extends Store {
  readonly #waiting = new Map<number, Packet>();

  override put(packet: Packet, done: (error?: Error) => void): this {
    if (packet.messageId !== undefined) this.#waiting.set(packet.messageId, packet);
    return super.put(packet, done);
  }

  override del(packet: Parameters<Store["del"]>[0], done: (error?: Error) => void): this {
    if (packet.messageId !== undefined) this.#waiting.delete(packet.messageId);
    return super.del(packet, done);
  }

  override createStream(): ReturnType<Store["createStream"]> {
    for (const packet of this.#waiting.values()) if (packet.cmd === "publish") packet.dup = true;
    return super.createStream();
  }
}

/** Connects a hub and keeps it connected until `end`, trying again with growing pauses. */
export function connectHub({ url, hub, devices, ledger, clock, inFlight, signal, people }: HubOptions): Hub {
  const topic = (name: string) => `hv/v1/${hub.id}/${name}`;
  const state = (online: boolean) =>
    JSON.stringify({ online, firmware: "simulator", devices: devices.map((id) => ({ id, battery: 80 })) });
  // Hubs that lost the same broker must not come back in step.
  const jitter = random(hub.id, "reconnect");
  let refused: HemvaktError | undefined;
  let ended = false;
  /**
   * Connected, and all redelivery acknowledged. mqtt.js 5.16 forgets on CONNACK which packet ids its stored messages
   * have: one published before they are through takes the id of one of them, which is then lost.
   */
  let settled = false;
  /** Wakes whoever waits for a change; they look for themselves whether it was theirs. */
  let wake = Promise.withResolvers<void>();
  const changed = () => {
    wake.resolve();
    wake = Promise.withResolvers<void>();
  };
  signal.addEventListener("abort", changed, { once: true });
  const screen = openScreen({
    ...people,
    clock,
    answer: (payload) => {
      const answer = () => void client.publish(topic("prompted"), payload, { qos: 1 });
      // A session that ends before is followed by the platform's next try.
      if (settled) answer();
      else client.once("connect", answer);
    },
    onUnreadable: () => ledger.noteError("A prompt could not be read."),
  });
  let client = open();

  function open(): MqttClient {
    const opened = mqtt.connect(url, {
      protocolVersion: 4,
      clientId: hub.id,
      username: hub.id,
      password: hub.secret,
      clean: false,
      keepalive: 60,
      connectTimeout: 10_000,
      reconnectPeriod: FIRST_RETRY_MS,
      outgoingStore: new RedeliveryStore(),
      will: { topic: topic("state"), payload: Buffer.from(state(false)), qos: 1, retain: true },
    });
    let pause = FIRST_RETRY_MS;
    opened.on("packetreceive", (packet) => {
      // Not on "connect": mqtt.js emits that after all redelivery is acknowledged.
      if (packet.cmd !== "connack" || packet.returnCode !== 0) return;
      pause = FIRST_RETRY_MS;
      opened.options.reconnectPeriod = pause;
      ledger.noteConnection();
      changed();
    });
    opened.on("connect", () => {
      settled = true;
      opened.publish(topic("state"), state(true), { qos: 1, retain: true });
      changed();
    });
    opened.on("close", () => {
      if (opened === client) settled = false;
      // mqtt.js has just started its timer with the pause set before; this one is for the next time.
      pause = Math.min(pause * 2, LONGEST_RETRY_MS);
      opened.options.reconnectPeriod = Math.round(pause * jitter.uniform(0.7, 1));
    });
    opened.on("error", (error) => {
      // Failing on each of several addresses gives an error without a message.
      ledger.noteError(error.message || String("code" in error ? error.code : error.name));
      const code = "code" in error ? error.code : undefined;
      // CONNACK 4 and 5: bad user name or password, not authorised (MQTT 3.1.1, 3.2.2.3). Asking again changes nothing.
      if (code === 4 || code === 5) {
        refused = new HemvaktError("MQTT_CREDENTIALS", `Hub ${hub.id}.`);
        changed();
      }
    });
    opened.on("packetsend", (packet) => {
      if (packet.cmd === "publish" && packet.dup) ledger.noteResent();
    });
    opened.on("message", (name, payload) => {
      if (name === topic("prompts")) return screen.take(payload.toString());
      if (name !== topic("receipts")) return;
      ledger.noteReceipt(payload.toString());
      changed();
    });
    opened.subscribe([topic("receipts"), topic("prompts")], { qos: 1 }, (error) => {
      if (error && !ended) ledger.noteError(`Subscribing failed: ${error.message}`);
    });
    return opened;
  }

  /** Waits until the condition holds. Ends early, without an error, when aborted. */
  const until = async (condition: () => boolean): Promise<void> => {
    while (!signal.aborted) {
      if (refused) throw refused;
      if (condition()) return;
      await wake.promise;
    }
  };

  return {
    send: async (message) => {
      await until(() => settled && client.connected && ledger.inFlight() < inFlight);
      if (signal.aborted) return;
      ledger.noteSent();
      client.publish(message.topic, message.payload, { qos: message.qos }, (error) => {
        if (error) ledger.noteError(error.message);
        else ledger.noteAcknowledged(message.id);
        changed();
      });
    },
    drained: () => until(() => ledger.inFlight() === 0),
    receipted: async (quietMs) => {
      let seen = -1;
      let quiet = false;
      let timer: NodeJS.Timeout | undefined;
      await until(() => {
        const { receipts, acknowledged } = ledger.counts();
        if (receipts !== seen) {
          seen = receipts;
          clearTimeout(timer);
          timer = setTimeout(() => {
            quiet = true;
            changed();
          }, quietMs);
        }
        return quiet || receipts >= acknowledged;
      });
      clearTimeout(timer);
    },
    offline: () => {
      settled = false;
      client.end(true);
    },
    online: () => {
      screen.renew();
      client = open();
    },
    end: async () => {
      ended = true;
      screen.close();
      const leaving = client;
      const politely = leaving.connected;
      if (politely) leaving.publish(topic("state"), state(false), { qos: 1, retain: true });
      // A broker that goes away during the goodbye must not keep anybody waiting.
      const patience = setTimeout(() => leaving.stream.destroy(), GOODBYE_MS);
      const closed = new Promise<void>((resolve) => leaving.stream.once("close", resolve));
      await Promise.race([leaving.endAsync(!politely), closed]);
      clearTimeout(patience);
      leaving.stream.destroy();
    },
  };
}

import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, expect } from "vitest";
import {
  type Broker,
  type BrokerOptions,
  defaultLimits,
  type InboundPacket,
  startBroker,
} from "../../src/broker/embedded.ts";
import { realClock } from "../../src/clock.ts";
import type { ErrorCode } from "../../src/errors.ts";
import { answers, type ConnectFields, connect, pingreq, subscribe } from "./mqtt-bytes.ts";

/** A message as `ingest` got it, with its payload as text. */
export type Taken = Omit<InboundPacket, "payload"> & { text: string };

/** A connection that sends bytes and hears packets, and knows nothing else of MQTT. */
export class RawClient {
  readonly socket: Duplex;
  readonly closed: Promise<void>;
  #bytes = Buffer.alloc(0);
  readonly #packets: string[] = [];
  #waiting: ((packet: string) => void) | undefined;
  #isClosed = false;

  constructor(socket: Duplex) {
    this.socket = socket;
    socket.on("error", () => {});
    // The stream of a WebSocket ends and stays open otherwise.
    socket.on("end", () => socket.destroy());
    socket.on("data", (bytes: Buffer) => this.#receive(bytes));
    this.closed = new Promise((resolve) => {
      socket.once("close", () => {
        this.#isClosed = true;
        this.#waiting?.("closed");
        resolve();
      });
    });
  }

  send(...packets: readonly Uint8Array[]): this {
    this.socket.write(Buffer.concat(packets));
    return this;
  }

  /** The next packet as hexadecimal, or "closed". */
  next(): Promise<string> {
    const packet = this.#packets.shift();
    if (packet !== undefined) return Promise.resolve(packet);
    if (this.#isClosed) return Promise.resolve("closed");
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  /** Everything until the server closes, which it is expected to do. */
  async rest(): Promise<string[]> {
    await this.closed;
    return this.#packets.splice(0);
  }

  destroy(): void {
    this.socket.destroy();
  }

  #receive(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (let size = frameSize(this.#bytes); size !== undefined; size = frameSize(this.#bytes)) {
      const packet = this.#bytes.toString("hex", 0, size);
      this.#bytes = this.#bytes.subarray(size);
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting) waiting(packet);
      else this.#packets.push(packet);
    }
  }
}

function frameSize(bytes: Buffer): number | undefined {
  let length = 0;
  for (let index = 1; index < 5; index++) {
    const byte = bytes[index];
    if (byte === undefined) return undefined;
    length += (byte & 0x7f) * 128 ** (index - 1);
    if (byte < 0x80) return bytes.length >= index + 1 + length ? index + 1 + length : undefined;
  }
  throw new Error("the server sent a remaining length of more than four bytes");
}

export type Harness = {
  broker: Broker;
  taken: Taken[];
  /** Resolves with the n-th message taken (from 1), now or later. */
  take: (n: number) => Promise<Taken>;
  counts: string[];
  events: string[];
  /** Connects without sending anything. */
  raw: () => Promise<RawClient>;
  /** Connects as a hub and awaits CONNACK 0. */
  hub: (fields?: ConnectFields) => Promise<RawClient>;
};

const cleanUps: (() => unknown)[] = [];

/** Registers work to do after the test, last first. */
export const afterTest = (work: () => unknown): void => void cleanUps.push(work);

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

/**
 * A broker on a free loopback port with an `ingest` that records and, unless the test says otherwise, returns. Hubs
 * `hub-a` and `hub-b` have the secret "right"; "revoked" is a revoked one.
 */
export async function startHarness(
  options: Partial<BrokerOptions> & { onIngest?: (packet: Taken) => Promise<void> | void } = {},
): Promise<Harness> {
  const taken: Taken[] = [];
  const counts: string[] = [];
  const events: string[] = [];
  const waiting: { n: number; resolve: (taken: Taken) => void }[] = [];
  const { onIngest, ...rest } = options;
  const broker = await startBroker({
    host: "127.0.0.1",
    mqttPort: 0,
    clock: realClock,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    authenticate: (hub, secret, cn) => {
      if (cn !== undefined) return "ok";
      if (!["hub-a", "hub-b"].includes(hub)) return "unknown";
      return secret?.toString() === "right" ? "ok" : secret?.toString() === "revoked" ? "revoked" : "unknown";
    },
    ingest: async ({ payload, ...packet }) => {
      const entry = { ...packet, text: Buffer.from(payload).toString() };
      taken.push(entry);
      for (const { n, resolve } of waiting) if (taken.length === n) resolve(entry);
      await onIngest?.(entry);
    },
    onHubConnected: (hub) => events.push(`connected ${hub}`),
    onHubDisconnected: (hub) => events.push(`disconnected ${hub}`),
    count: (code: ErrorCode, hub) => counts.push(hub === undefined ? code : `${code} ${hub}`),
    limits: { ...defaultLimits },
    ...rest,
  });
  afterTest(() => broker.stop());

  const raw = async (): Promise<RawClient> => {
    const socket = connectTcp({ port: broker.ports.mqtt ?? 0, host: "127.0.0.1", noDelay: true });
    await once(socket, "connect");
    const client = new RawClient(socket);
    afterTest(() => client.destroy());
    return client;
  };
  return {
    broker,
    taken,
    take: (n) => {
      const entry = taken[n - 1];
      return entry ? Promise.resolve(entry) : new Promise((resolve) => waiting.push({ n, resolve }));
    },
    counts,
    events,
    raw,
    hub: async (fields) => {
      const client = (await raw()).send(connect(fields));
      const connack = await client.next();
      if (connack !== answers.connack(0) && connack !== answers.connack(0, true)) throw new Error(connack);
      return client;
    },
  };
}

/** A promise to settle by hand. */
export type Hold = { promise: Promise<void>; release: () => void; fail: (error: Error) => void };
export function hold(): Hold {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { promise, release: resolve, fail: reject };
}

/** Subscribes, and checks that it was granted. */
export async function subscribed(client: RawClient, filter: string, qos: number): Promise<RawClient> {
  expect(await client.send(subscribe(1, [filter, qos])).next()).toBe(answers.suback(1, qos));
  return client;
}

/** Nothing else is on its way to the client: the answer to a PINGREQ comes next. */
export async function expectSilence(client: RawClient): Promise<void> {
  expect(await client.send(pingreq).next()).toBe(answers.pingresp);
}

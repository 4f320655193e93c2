import type { Duplex } from "node:stream";
import type { Client } from "aedes";
import type { Clock } from "../clock.ts";
import { type ErrorCode, errorCatalogue, isHemvaktError } from "../errors.ts";
import type { Connection } from "./connection.ts";
import { Hub } from "./hub.ts";
import { integrationOf } from "./topics.ts";
import {
  type BrokerLimits,
  type BrokerOptions,
  type ClientCertificate,
  defaultLimits,
  type InboundPacket,
  type Verdict,
} from "./types.ts";

/** How long stopping waits for what is being stored, and for connections to take their last bytes. */
const patience = { ingest: 4_000, flush: 1_500 };

/** What all connections of a broker share: hubs, limits, counting, and the way to `ingest`. */
export class Core {
  readonly limits: BrokerLimits;
  readonly clock: Clock;
  readonly connections = new Set<Connection>();
  /** True from the moment the broker is asked to stop: wills are no longer news then. */
  stopping = false;
  /** Gives a connection to aedes. */
  handle: (socket: Duplex) => Client = () => {
    throw new Error("not started");
  };
  readonly #options: BrokerOptions;
  readonly #hubs = new Map<string, Hub>();
  readonly #departures = new Map<string, number>();
  readonly #forgetting = new Map<string, Promise<void>>();
  #connected = 0;
  #generated = 0;
  #ingesting = 0;
  #whenIdle: (() => void) | undefined;

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.limits = { ...defaultLimits, ...options.limits };
    this.clock = options.clock;
  }

  /** A hub that has shown its secret. */
  hub(id: string): Hub {
    let hub = this.#hubs.get(id);
    if (!hub) {
      hub = new Hub(id, this.limits, this.clock, () => this.refused("MQTT_RATE_LIMIT", id));
      this.#hubs.set(id, hub);
    }
    return hub;
  }

  known(id: string): Hub | undefined {
    return this.#hubs.get(id);
  }

  get connectedHubs(): number {
    return this.#connected;
  }

  /** An empty client id gets one of its own; U+0000 can't be in a client's, so the two never meet. */
  sessionKey(hub: string, clientId: string): string {
    return `${hub}/${clientId || `\u0000${++this.#generated}`}`;
  }

  /** How often the hub has been sent away: who was let in before the last time is let in no more. */
  departures(hub: string): number {
    return this.#departures.get(hub) ?? 0;
  }

  /** Closes all connections of a hub, and those that are just being let in; resolves when they have gone. */
  async disconnect(id: string, code: ErrorCode): Promise<void> {
    this.#departures.set(id, this.departures(id) + 1);
    const sessions = [...(this.known(id)?.sessions.values() ?? [])];
    if (sessions.length === 0) return;
    this.refused(code, id);
    for (const session of sessions) session.close();
    await Promise.all(sessions.map((session) => session.gone()));
  }

  /**
   * Closes all connections of a hub, then calls `clear` before any new one is let in. aedes takes a few turns of the event
   * loop to put away what it was just sending; that must not outlive `clear`.
   */
  async forget(id: string, code: ErrorCode, clear: () => void): Promise<void> {
    const work = this.disconnect(id, code).then(async () => {
      await turns(4);
      clear();
    });
    this.#forgetting.set(id, work);
    await work;
    if (this.#forgetting.get(id) === work) this.#forgetting.delete(id);
  }

  /** Resolves when nothing of a hub is being forgotten. */
  async settled(id: string): Promise<void> {
    for (let work = this.#forgetting.get(id); work; work = this.#forgetting.get(id)) {
      await work;
      await turns(1);
    }
  }

  async authenticate(
    hub: string,
    secret: Buffer | undefined,
    certificate: ClientCertificate | undefined,
  ): Promise<Verdict | "failed"> {
    try {
      return await this.#options.authenticate(hub, secret, certificate);
    } catch (error) {
      this.#failed(error, hub, "A hub could not be authenticated");
      return "failed";
    }
  }

  /** Hands a packet on. Resolves with nothing to acknowledge it, with an error to close the connection. */
  async ingest(packet: InboundPacket): Promise<Error | undefined> {
    this.#ingesting += 1;
    try {
      await this.#options.ingest(packet);
      return undefined;
    } catch (error) {
      this.#failed(error, packet.hub, "A message was not taken and not acknowledged");
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      this.#ingesting -= 1;
      if (this.#ingesting === 0) this.#whenIdle?.();
    }
  }

  opened(hub: Hub): void {
    hub.open += 1;
    if (hub.open > 1 || this.#isNoHub(hub.id)) return;
    this.#connected += 1;
    this.#options.onHubConnected(hub.id);
  }

  subscribed(hub: Hub): void {
    if (integrationOf(hub.id) === undefined) this.#options.onHubSubscribed?.(hub.id);
  }

  /** The platform itself, or an integration: neither counted among the hubs nor told of. */
  #isNoHub(id: string): boolean {
    return this.#options.isInside?.(id) === true || integrationOf(id) !== undefined;
  }

  /** Whether an integration may hear of a team now. */
  mayHear(integration: string, team: string): boolean {
    return this.#options.mayHear?.(integration, team) ?? false;
  }

  left(connection: Connection): void {
    this.connections.delete(connection);
    const { hub } = connection;
    if (!hub || connection.onlineSince === undefined) return;
    hub.open -= 1;
    if (hub.open > 0 || this.#isNoHub(hub.id)) return;
    this.#connected -= 1;
    this.#options.onHubDisconnected(hub.id);
  }

  /** Counts and logs a refusal. The hub is as claimed: unproven for codes given before authentication. */
  refused(code: ErrorCode, hub?: string): void {
    this.#options.count(code, hub);
    this.#options.logger.warn({ code, ...(hub === undefined ? {} : { hub }) }, errorCatalogue[code].title);
  }

  #failed(error: unknown, hub: string, message: string): void {
    const code = isHemvaktError(error) ? error.code : "INTERNAL";
    this.#options.count(code, hub);
    this.#options.logger.error({ code, hub, err: error }, message);
  }

  /** Lets what has been taken be acknowledged, then closes every connection. Bounded in time. */
  async drain(): Promise<void> {
    this.stopping = true;
    for (const connection of this.connections) connection.stopReading();
    if (this.#ingesting > 0) {
      await within(patience.ingest, new Promise<void>((resolve) => (this.#whenIdle = resolve)));
    }
    // aedes takes a few turns of the event loop between the end of `ingest` and writing a PUBREC.
    await turns(4);
    const open = [...this.connections];
    for (const connection of open) connection.flushAndClose();
    await within(patience.flush, Promise.all(open.map((connection) => connection.gone())));
    for (const connection of this.connections) connection.close();
    await Promise.all(open.map((connection) => connection.gone()));
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, enough]);
  clearTimeout(timer);
}

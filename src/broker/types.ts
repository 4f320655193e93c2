import type { Duplex } from "node:stream";
import type { Clock } from "../clock.ts";
import type { ErrorCode } from "../errors.ts";
import type { Channel } from "./topics.ts";

/** One message of a hub, authenticated and addressed; its payload has not been looked at. */
export type InboundPacket = {
  readonly hub: string;
  readonly topic: string;
  /** `unknown`: inside the hub's own tree but not part of the contract. Kept, so that nothing disappears. */
  readonly channel: Channel;
  /** A view on the receive buffer: copy it to keep it beyond the promise. */
  readonly payload: Uint8Array;
  readonly qos: 0 | 1 | 2;
  /** True only on `state`. On every other topic the flag is taken off, for the message is live. */
  readonly retain: boolean;
  /** When the connection that carried the packet was accepted, in milliseconds since the epoch; absent for a will. */
  readonly onlineSince?: number;
  /** Published by the broker because the hub went away without DISCONNECT (MQTT 3.1.1 §3.1.2.5). */
  readonly will: boolean;
};

/** A client certificate that the configured authority signed. */
export type ClientCertificate = {
  readonly cn: string;
  /** SHA-256 of the whole certificate, 64 hexadecimal digits in small letters. */
  readonly fingerprint: string;
};

export type Verdict = "ok" | "unknown" | "revoked";

/** What the broker needs of a logger: pino's call shape. */
export type BrokerLogger = Record<"debug" | "info" | "warn" | "error", (fields: object, message: string) => void>;

export type BrokerLimits = {
  /** Largest CONNECT, SUBSCRIBE or UNSUBSCRIBE, in bytes with its header: what is buffered before it is judged. */
  readonly connectBytes: number;
  /** Largest PUBLISH payload, in bytes. */
  readonly payloadBytes: number;
  /** Sustained packets per second and hub (acknowledgements are free); above it the hub's sockets pause. */
  readonly messagesPerSecond: number;
  /** Packets a hub may send at once before the rate applies. */
  readonly burst: number;
  /** Messages per hub handed to `ingest` and not yet settled; above it the hub's sockets pause. */
  readonly inFlight: number;
  readonly connectionsPerHub: number;
};

export const defaultLimits: BrokerLimits = {
  connectBytes: 4096,
  payloadBytes: 262_144,
  messagesPerSecond: 200,
  burst: 2000,
  inFlight: 1000,
  connectionsPerHub: 4,
};

export type TlsOptions = {
  readonly port: number;
  readonly key: Buffer | string;
  readonly cert: Buffer | string;
  /** Issuers of hub certificates. Without it client certificates are not asked for. */
  readonly ca?: Buffer | string;
};

export type BrokerOptions = {
  readonly host: string;
  /** Plain MQTT, on loopback only; 0 = any free port, false = not served. */
  readonly mqttPort: number | false;
  readonly tls?: TlsOptions;
  /** MQTT over WebSocket: `wss` with the certificate of `tls` when that is given, else plain and on loopback only. */
  readonly webSocketPort?: number | false;
  readonly clock: Clock;
  readonly logger: BrokerLogger;
  /**
   * Whether a hub is who it says it is. `secret` is the CONNECT password; `certificate` the client certificate, whose
   * common name is always equal to `hub` when given.
   */
  authenticate(hub: string, secret: Buffer | undefined, certificate?: ClientCertificate): Verdict | Promise<Verdict>;
  /** Returning acknowledges; throwing sends no acknowledgement and closes the connection, so that the hub sends again. */
  ingest(packet: InboundPacket): Promise<void>;
  /** Whether a hub is the platform itself: it is let in like others and isn't counted or told of. */
  isInside?(hub: string): boolean;
  /** Whether an integration may hear what happens to a team's alerts; asked for each message, since rights change. */
  mayHear?(integration: string, team: string): boolean;
  /** The hub's first connection was accepted. It has not subscribed yet: see `onHubSubscribed`. */
  onHubConnected(hub: string): void;
  /** The hub's last connection has gone. */
  onHubDisconnected(hub: string): void;
  /** A connection of the hub is ready to hear what is published to it: a subscription was granted or restored. */
  onHubSubscribed?(hub: string): void;
  readonly limits?: Partial<BrokerLimits>;
  /** Called once for each refusal, with its code. */
  count(code: ErrorCode, hub?: string): void;
};

export type Broker = {
  readonly ports: { readonly mqtt?: number; readonly mqtts?: number; readonly ws?: number };
  /** Hands a message to the subscribers of a topic; resolves when handed over, not when they have it. */
  publish(topic: string, payload: string | Uint8Array, options: { qos: 0 | 1; retain: boolean }): Promise<void>;
  /** A connection from inside the process, as if it had come over the network. */
  connectInside(): Duplex;
  isConnected(hub: string): boolean;
  connectedHubs(): number;
  /** Closes all connections of a hub, for instance when its secret is revoked. */
  disconnectHub(hub: string, code: ErrorCode): void;
  /**
   * Closes all connections of a hub and forgets what is kept for it: subscriptions, messages not delivered or not
   * acknowledged, retained ones. Resolves when nothing is left.
   */
  forgetHub(hub: string, code: ErrorCode): Promise<void>;
  /** Stops taking packets, lets what was taken be acknowledged, then closes. Takes at most about six seconds. */
  stop(): Promise<void>;
};

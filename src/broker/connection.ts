import type { Duplex } from "node:stream";
import type { Client, PublishPacket } from "aedes";
import type { ErrorCode } from "../errors.ts";
import { type ConnackCode, type ConnectRequest, connackCode, isOwnWill, readConnect } from "./connect.ts";
import type { Core } from "./core.ts";
import { Gate } from "./gate.ts";
import type { Hub, HubSession } from "./hub.ts";
import { InOrder } from "./order.ts";
import { channelOf, integrationOf, isHubId } from "./topics.ts";
import type { ClientCertificate } from "./types.ts";
import { incomplete, packetType } from "./wire.ts";

/** How long a connection may take to send its CONNECT, and to take what is still to be flushed when it is closed. */
const patience = { connect: 10_000, flush: 2_000 };

/**
 * One network connection, from its first byte. Until its CONNECT has been judged and its hub authenticated, aedes knows
 * nothing of it and nothing beyond the CONNECT is read. After that aedes reads from the socket as it always does, except
 * that `read` goes through the gate: that holds a packet back without a stream of its own per connection.
 */
export class Connection implements HubSession {
  hub: Hub | undefined;
  /** `<hub>/<client id>`: one hub can't take over another's session. */
  key = "";
  /** When CONNACK was sent, in milliseconds since the epoch. */
  onlineSince: number | undefined;
  keepalive = 0;
  readonly #core: Core;
  readonly #socket: Duplex;
  readonly #certificate: ClientCertificate | undefined;
  #gathering = false;
  readonly #gate: Gate;
  readonly #answers = new InOrder();
  #client: Client | undefined;
  /** Before CONNECT is complete: its bytes so far. After: the whole, for aedes to read first. */
  #opening: Buffer | undefined;
  /** Between CONNACK and the end. */
  #open = false;
  /** PUBLISHes let through whose last byte has not arrived. */
  #arriving = 0;
  /** What the connection waits for: its CONNECT, then any sign of life within the keep alive time, then its end. */
  #timer: NodeJS.Timeout | undefined;
  #whenGone: (() => void)[] | undefined;
  #hasLeft = false;
  #denied = false;

  constructor(core: Core, socket: Duplex, certificate?: ClientCertificate) {
    this.#core = core;
    this.#socket = socket;
    this.#certificate = certificate;
    this.#gate = new Gate(core.limits);
    this.#timer = setTimeout(() => this.close(), patience.connect);
    socket.on("error", () => {});
    socket.on("close", () => this.left());
    socket.on("end", () => socket.destroy());
    socket.on("readable", () => this.#readConnect());
  }

  #readConnect(): void {
    const bytes = readAll(() => this.#socket.read());
    if (!bytes) return;
    this.#opening = this.#opening ? Buffer.concat([this.#opening, bytes]) : bytes;
    const request = readConnect(this.#opening, this.#core.limits.connectBytes);
    if (request === incomplete) return;
    this.#socket.removeAllListeners("readable");
    clearTimeout(this.#timer);
    if ("code" in request) return this.refuse(request.code, request.connack);
    // A client need not wait for CONNACK (§3.1.4): what it sent behind CONNECT waits in the socket.
    if (this.#opening.length > request.size) this.#socket.unshift(this.#opening.subarray(request.size));
    this.#opening = this.#opening.subarray(0, request.size);
    void this.#admit(request);
  }

  /** From a valid CONNECT to a client of aedes: whose is it, may it, is it the same session again, is there room. */
  async #admit(request: ConnectRequest): Promise<void> {
    const id = this.#claimedId(request);
    if (id === undefined) return this.refuse("MQTT_CREDENTIALS", connackCode.notAuthorized);
    if (request.willTopic !== undefined && !isOwnWill(id, request.willTopic)) {
      return this.refuse("MQTT_WILL_INVALID", connackCode.notAuthorized, id);
    }
    const verdict = await this.#core.authenticate(id, request.password, this.#certificate);
    if (this.#socket.destroyed) return;
    if (verdict === "failed") return this.#refuseWith(connackCode.unavailable);
    if (verdict === "unknown") return this.refuse("MQTT_CREDENTIALS", connackCode.credentials, id);
    if (verdict === "revoked") return this.refuse("MQTT_REVOKED", connackCode.notAuthorized, id);

    await this.#core.settled(id);
    if (this.#socket.destroyed) return;
    const departures = this.#core.departures(id);
    const hub = this.#core.hub(id);
    const key = this.#core.sessionKey(id, request.clientId);
    // [MQTT-3.1.4-2]; the former connection's will is on its way before this one says anything.
    for (let former = hub.sessions.get(key); former; former = hub.sessions.get(key)) {
      former.close();
      await former.gone();
    }
    if (this.#socket.destroyed || this.#core.stopping) return;
    // Revoked or returned since it was asked: closed without a word, like the connections that were open then.
    if (departures !== this.#core.departures(id)) return this.close();
    if (hub.sessions.size >= this.#core.limits.connectionsPerHub) {
      return this.refuse("MQTT_CONNECTION_LIMIT", connackCode.unavailable, id);
    }
    hub.sessions.set(key, this);
    this.hub = hub;
    this.key = key;
    this.keepalive = request.keepalive;
    this.#handOver();
  }

  /** The hub that the peer says it is. A certificate speaks for one hub only: with another name beside it, for none. */
  #claimedId({ username }: ConnectRequest): string | undefined {
    const cn = this.#certificate?.cn;
    const id = username ?? cn;
    return id === undefined || !(isHubId(id) || integrationOf(id) !== undefined) || (cn !== undefined && cn !== id)
      ? undefined
      : id;
  }

  #handOver(): void {
    const socket = this.#socket;
    const read = socket.read.bind(socket);
    socket.read = (size?: number) => (size === 0 ? read(0) : this.#pass(read));
    this.#client = this.#core.handle(socket);
    socket.emit("readable");
  }

  /** What aedes reads: the CONNECT, then nothing until CONNACK is sent, then what the gate lets through. */
  #pass(read: () => Buffer | null): Buffer | null {
    const connect = this.#opening;
    this.#opening = undefined;
    if (connect) return connect;
    if (!this.#open) return null;
    // While packets are held nothing more is read, so that the socket fills up and TCP slows the sender.
    const held = this.#gate.held ? this.#gate.pass(null, this.#admitPacket) : null;
    if (this.#gate.held) return held;
    const received = readAll(read);
    if (received && this.keepalive > 0) this.#timer?.refresh();
    const passed = this.#gate.pass(received, this.#admitPacket);
    if (this.#gate.violation) this.refuse(this.#gate.violation);
    // A socket that has been read to its end closes. One byte stays in it for as long as something is held back.
    const last = this.#gate.lastHeld();
    if (last) this.#socket.unshift(last);
    return held && passed ? Buffer.concat([held, passed]) : (held ?? passed);
  }

  readonly #admitPacket = (type: number): boolean => {
    if (!this.hub?.admit(type, this)) return false;
    if (type === packetType.publish) this.#arriving += 1;
    return true;
  };

  /** CONNACK has been sent. */
  opened(): void {
    if (this.#socket.destroyed || !this.hub) return;
    this.#open = true;
    this.onlineSince = this.#core.clock.now();
    // [MQTT-3.1.2-24]
    if (this.keepalive > 0) this.#timer = setTimeout(() => this.#silent(), this.keepalive * 1500);
    this.#core.opened(this.hub);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /**
   * Nothing has been read for one and a half times the keep alive time. aedes' own timer would close here, also when it
   * is the platform that is slow and does not read: then the hub is not to blame.
   */
  #silent(): void {
    if (this.#gate.held || this.#answers.owed > 0 || this.#socket.readableLength > 0) this.#timer?.refresh();
    else this.close();
  }

  /** Takes a PUBLISH from aedes; `done` lets it acknowledge, or with an error close the connection. */
  publish(packet: PublishPacket, done: (error?: Error) => void): void {
    const hub = this.hub;
    if (!hub) return done(new Error("no hub"));
    this.#arriving -= 1;
    const channel = channelOf(hub.id, packet.topic);
    if (channel === undefined) {
      hub.release(1);
      this.#core.refused("MQTT_TOPIC_FORBIDDEN", hub.id);
      return done(new Error("topic forbidden"));
    }
    if (channel !== "state") packet.retain = false;
    const answer = this.#answers.next(done);
    const { topic, payload, qos, retain } = packet;
    const online = this.onlineSince === undefined ? {} : { onlineSince: this.onlineSince };
    const inbound = { hub: hub.id, topic, channel, payload: payload as Buffer, qos, retain, ...online, will: false };
    void this.#core.ingest(inbound).then((error) => {
      this.#gather();
      answer(error);
      hub.release(1);
    });
  }

  /**
   * What is written until the event loop comes round leaves in one piece: a commit answers several messages of a hub at
   * once, each with a PUBACK and a receipt, and a system call for each would cost more than all else.
   */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.#socket.cork();
    setImmediate(() => {
      this.#gathering = false;
      this.#socket.uncork();
    });
  }

  /** A filter of the SUBSCRIBE being handled belongs to somebody else: its return code is 0x80. */
  deny(): void {
    this.#denied = true;
  }

  /** SUBACK has been written. A denial closes the connection, once the hub has been told which filter it was. */
  subscribed(granted: boolean): void {
    if (granted && this.hub) this.#core.subscribed(this.hub);
    if (!this.#denied) return;
    this.#core.refused("MQTT_TOPIC_FORBIDDEN", this.hub?.id);
    this.flushAndClose();
  }

  /** A packet that was held may go on: aedes reads again. */
  wake(): void {
    if (this.#open) this.#socket.emit("readable");
  }

  /** Reads nothing more; what aedes has is still acknowledged. */
  stopReading(): void {
    this.#open = false;
    this.#socket.removeAllListeners("readable");
  }

  /** Counts and logs a refusal and closes, after the CONNACK if one is given. */
  refuse(code: ErrorCode, connack?: ConnackCode, hub = this.hub?.id): void {
    this.#core.refused(code, hub);
    if (connack === undefined) this.close();
    else this.#refuseWith(connack);
  }

  #refuseWith(connack: ConnackCode): void {
    this.#socket.write(Buffer.from([packetType.connack << 4, 2, 0, connack]));
    this.flushAndClose();
  }

  /** Closes when what was written has left. */
  flushAndClose(): void {
    this.stopReading();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), patience.flush);
    this.#socket.end(() => this.close());
  }

  close(): void {
    this.#socket.destroy();
  }

  gone(): Promise<void> {
    if (this.#hasLeft) return Promise.resolve();
    return new Promise((resolve) => (this.#whenGone ??= []).push(resolve));
  }

  /** The connection has gone, or is as good as gone. */
  left(): void {
    if (this.#hasLeft) return;
    clearTimeout(this.#timer);
    this.#open = false;
    this.#hasLeft = true;
    const hub = this.hub;
    if (hub) {
      hub.sessions.delete(this.key);
      hub.forget(this);
      hub.release(this.#arriving);
    }
    this.#core.left(this);
    // aedes would hear of it a moment later; now means that its will, if any, comes before anything of a new connection.
    this.#client?.close();
    for (const resolve of this.#whenGone ?? []) resolve();
  }
}

/**
 * All that a socket has received. Node 26 gives one buffer per `read`, and says "readable" once for all of them; aedes
 * reads once and would wait for ever with the rest of a large packet before it.
 */
function readAll(read: () => Buffer | null): Buffer | null {
  const first = read();
  if (!first) return null;
  let next = read();
  if (!next) return first;
  const parts = [first];
  for (; next; next = read()) parts.push(next);
  return Buffer.concat(parts);
}

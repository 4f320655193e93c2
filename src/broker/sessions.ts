import { Readable } from "node:stream";
import { hubOfTopic, integrationOf, matches, ownerOf } from "./topics.ts";

type SessionId = { readonly id: string };
type Subscription = { readonly topic: string; readonly qos: number };
/** A PUBLISH on its way to a hub, or the PUBREL that took its place. */
export type OutgoingPacket = {
  readonly cmd: string;
  readonly topic?: string;
  readonly qos?: number;
  readonly retain?: boolean;
  readonly payload?: Buffer;
  readonly messageId?: number;
  readonly brokerCounter?: number;
};

class Session {
  readonly subscriptions = new Map<string, number>();
  outgoing: OutgoingPacket[] = [];
  /** Identifiers of QoS 2 messages received and not yet released. */
  readonly incoming = new Set<number>();
}

type HubState = { readonly sessions: Map<string, Session>; readonly retained: Map<string, OutgoingPacket> };

/** Messages kept for one session that is away; a session that never comes back must not fill the memory. */
const messagesPerSession = 1000;
/** Persistent sessions kept for one hub. A client that makes up a new id each time leaves one behind each time. */
const sessionsPerHub = 16;
/** All integrations' sessions are filed together, since they listen to the same topics. */
const sessionsOfIntegrations = 256;

/** Stands for "there is a session, with no subscriptions": see `subscriptionsByClient`. */
export const emptySession: Subscription = { topic: "session", qos: 0 };

/**
 * Sessions and retained messages: aedes' `persistence` option, in memory, filed by hub and bounded. What aedes brings
 * itself compares each message with all sessions and each subscription with all retained messages of all hubs, which
 * 10 000 reconnecting hubs would feel; it also remembers subscriptions that were denied. Session ids are
 * `<hub>/<client id>`. A restart forgets all sessions, which the specification allows (§4.1): what a hub must not
 * lose is in the ledger before it is acknowledged.
 */
export class SessionStore {
  readonly #hubs = new Map<string, HubState>();
  readonly #isLive: (id: string) => boolean;

  /** `isLive` says whether a session's client is connected, so that messages reach it directly. */
  constructor(isLive: (id: string) => boolean) {
    this.#isLive = isLive;
  }

  async setup(): Promise<void> {}

  // Subscriptions

  async addSubscriptions({ id }: SessionId, subscriptions: readonly Subscription[]): Promise<void> {
    const session = this.#open(id);
    for (const { topic, qos } of subscriptions) {
      // aedes passes the whole SUBSCRIBE here, with the filters that were denied.
      if (hubOfTopic(topic) === hubOf(id)) session.subscriptions.set(topic, qos);
    }
  }

  async removeSubscriptions({ id }: SessionId, filters: readonly string[]): Promise<void> {
    for (const filter of filters) this.#find(id)?.subscriptions.delete(filter);
  }

  /**
   * The subscriptions of a session that continues. aedes says "session present" in the CONNACK only when there are
   * any, but an empty session is a session too [MQTT-3.2.2-2]: it has `emptySession`, which is never granted.
   */
  async subscriptionsByClient({ id }: SessionId): Promise<readonly Subscription[]> {
    const session = this.#find(id);
    if (!session) {
      this.#open(id);
      return [];
    }
    // The session used last is the last to be given up.
    const { sessions } = this.#state(hubOf(id));
    sessions.delete(id);
    sessions.set(id, session);
    if (session.subscriptions.size === 0) return [emptySession];
    return [...session.subscriptions].map(([topic, qos]) => ({ topic, qos }));
  }

  /** Which sessions a message must be kept for: those that are away and subscribed with QoS 1 or 2 [MQTT-3.1.2-5]. */
  async subscriptionsByTopic(topic: string): Promise<readonly { clientId: string }[]> {
    const state = this.#hubs.get(hubOfTopic(topic) ?? "");
    const away: { clientId: string }[] = [];
    for (const [id, session] of state?.sessions ?? []) {
      if (session.subscriptions.size === 0 || this.#isLive(id)) continue;
      for (const [filter, qos] of session.subscriptions) {
        if (qos > 0 && matches(filter, topic)) {
          away.push({ clientId: id });
          break;
        }
      }
    }
    return away;
  }

  /** A clean session begins: everything of the former one goes [MQTT-3.1.2-6]. */
  async cleanSubscriptions({ id }: SessionId): Promise<void> {
    this.#drop(id);
  }

  // Messages to hubs

  async outgoingEnqueue({ clientId }: { clientId: string }, packet: OutgoingPacket): Promise<void> {
    keep(this.#open(clientId), packet);
  }

  async outgoingEnqueueCombi(sessions: readonly { clientId: string }[], packet: OutgoingPacket): Promise<void> {
    for (const session of sessions) keep(this.#open(session.clientId), packet);
  }

  /** A message is being sent under its identifier, or a PUBREL takes its place. */
  async outgoingUpdate({ id }: SessionId, packet: OutgoingPacket): Promise<void> {
    const session = this.#open(id);
    const index = session.outgoing.findIndex((kept) =>
      packet.cmd === "pubrel" ? kept.messageId === packet.messageId : kept.brokerCounter === packet.brokerCounter,
    );
    if (index >= 0) session.outgoing[index] = { ...packet };
    else keep(session, packet);
  }

  /** The hub has acknowledged. */
  async outgoingClearMessageId({ id }: SessionId, packet: OutgoingPacket): Promise<OutgoingPacket | undefined> {
    const outgoing = this.#find(id)?.outgoing;
    const index =
      packet.messageId === undefined ? -1 : outgoing?.findIndex((kept) => kept.messageId === packet.messageId);
    return index === undefined || index < 0 ? undefined : outgoing?.splice(index, 1)[0];
  }

  /** What a returning session is owed, oldest first; what was sent before goes out as DUP [MQTT-3.3.1-1], [MQTT-4.4.0-1]. */
  outgoingStream({ id }: SessionId): Readable {
    const outgoing = this.#find(id)?.outgoing ?? [];
    return Readable.from(
      outgoing.map((packet) =>
        packet.cmd === "publish" && packet.messageId !== undefined ? { ...packet, dup: true } : packet,
      ),
    );
  }

  // QoS 2 messages from hubs: only the identifiers, for the message itself is in the ledger.

  async incomingStorePacket({ id }: SessionId, packet: { messageId: number }): Promise<void> {
    this.#open(id).incoming.add(packet.messageId);
  }

  async incomingGetPacket({ id }: SessionId, packet: { messageId: number }): Promise<{ messageId: number }> {
    if (!this.#find(id)?.incoming.has(packet.messageId)) throw new Error("no such packet");
    return packet;
  }

  async incomingDelPacket({ id }: SessionId, packet: { messageId: number }): Promise<void> {
    this.#find(id)?.incoming.delete(packet.messageId);
  }

  /** A clean session begins or ends. */
  async cleanIncoming({ id }: SessionId): Promise<void> {
    this.#drop(id);
  }

  // Retained messages

  async storeRetained(packet: OutgoingPacket & { topic: string; payload: Buffer }): Promise<void> {
    const hub = hubOfTopic(packet.topic);
    if (hub === undefined) return;
    const { retained } = this.#state(hub);
    // [MQTT-3.3.1-10], [MQTT-3.3.1-11]. The payload is a view on a receive buffer: keep the bytes, not the buffer.
    if (packet.payload.length === 0) retained.delete(packet.topic);
    else retained.set(packet.topic, { ...packet, payload: Buffer.from(packet.payload) });
  }

  createRetainedStreamCombi(filters: readonly string[]): Readable {
    const found = new Set<OutgoingPacket>();
    for (const filter of filters) {
      for (const [topic, packet] of this.#hubs.get(hubOfTopic(filter) ?? "")?.retained ?? []) {
        if (matches(filter, topic)) found.add(packet);
      }
    }
    return Readable.from([...found]);
  }

  /** Nothing is kept for this hub any more. Its connections must have gone before. */
  forget(hub: string): void {
    if (integrationOf(hub) === undefined) this.#hubs.delete(hub);
    else for (const id of this.#hubs.get("teams")?.sessions.keys() ?? []) if (ownerOf(id) === hub) this.#drop(id);
  }

  // Wills: aedes keeps them with the connection, and there is no other node that could publish them.

  async putWill(): Promise<void> {}
  async delWill(): Promise<void> {}
  streamWill(): Readable {
    return Readable.from([]);
  }

  #state(hub: string): HubState {
    let state = this.#hubs.get(hub);
    if (!state) this.#hubs.set(hub, (state = { sessions: new Map(), retained: new Map() }));
    return state;
  }

  #find(id: string): Session | undefined {
    return this.#hubs.get(hubOf(id))?.sessions.get(id);
  }

  #open(id: string): Session {
    const { sessions } = this.#state(hubOf(id));
    let session = sessions.get(id);
    if (!session) {
      const most = integrationOf(ownerOf(id)) === undefined ? sessionsPerHub : sessionsOfIntegrations;
      if (sessions.size >= most) this.#dropOldestAway(sessions);
      sessions.set(id, (session = new Session()));
    }
    return session;
  }

  #dropOldestAway(sessions: Map<string, Session>): void {
    const away = [...sessions.keys()].find((id) => !this.#isLive(id));
    if (away !== undefined) sessions.delete(away);
  }

  #drop(id: string): void {
    const state = this.#hubs.get(hubOf(id));
    state?.sessions.delete(id);
    if (state?.sessions.size === 0 && state.retained.size === 0) this.#hubs.delete(hubOf(id));
  }
}

const hubOf = (session: string): string => session.slice(0, session.indexOf("/"));

/** QoS 0 is not kept. The payload may be a view on a larger buffer: what is kept is a copy. */
function keep(session: Session, packet: OutgoingPacket): void {
  if (packet.cmd === "publish" && !packet.qos) return;
  if (session.outgoing.length >= messagesPerSession) return;
  session.outgoing.push(packet.payload ? { ...packet, payload: Buffer.from(packet.payload) } : { ...packet });
}

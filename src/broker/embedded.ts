import type { EventEmitter } from "node:events";
import { type Duplex, duplexPair } from "node:stream";
import { Aedes, type AedesPublishPacket, type Client, type PublishPacket, type Subscription } from "aedes";
import { Connection } from "./connection.ts";
import { Core } from "./core.ts";
import { HubEmitter } from "./emitter.ts";
import { listen, requireLoopbackOrTls, tcpServer, tlsServer } from "./listeners.ts";
import { emptySession, SessionStore } from "./sessions.ts";
import {
  channelOf,
  filterBelongs,
  hubOfTopic,
  hubTree,
  integrationOf,
  matches,
  maxLevels,
  ownerOf,
  teamOfTopic,
} from "./topics.ts";
import type { Broker, BrokerOptions, ClientCertificate } from "./types.ts";
import { webSocketServer } from "./websocket.ts";

export { requireLoopbackOrTls } from "./listeners.ts";
export type { Broker, BrokerLimits, BrokerLogger, BrokerOptions, InboundPacket, TlsOptions, Verdict } from "./types.ts";
export { defaultLimits } from "./types.ts";

/** Filters that one session may hold. The contract needs two. */
const subscriptionsPerSession = 64;

/** A quarter of what a timer can hold: aedes multiplies it by four. There is no other broker to hear a heartbeat. */
const never = Math.floor((2 ** 31 - 1) / 4);

/**
 * Starts the embedded MQTT 3.1.1 broker.
 *
 * A packet is acknowledged when `ingest` returns and not before: aedes 1.2 writes PUBACK after `authorizePublish` and
 * before anything else it offers to hook into, so that is where `ingest` is awaited.
 * @throws HemvaktError `MQTT_PLAINTEXT_REFUSED`, or `CONFIG_INVALID` when a port can't be had.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { host, mqttPort, tls, webSocketPort = false } = options;
  if (mqttPort !== false) requireLoopbackOrTls(host, false);
  if (webSocketPort !== false) requireLoopbackOrTls(host, tls !== undefined);

  const core = new Core(options);
  const kept = new SessionStore((key) => {
    const session = core.known(ownerOf(key))?.sessions.get(key);
    return session instanceof Connection && session.isOpen;
  });
  const aedes = await startAedes(core, kept, options);
  const accept = (socket: Duplex, certificate?: ClientCertificate): Connection => {
    const connection = new Connection(core, socket, certificate);
    core.connections.add(connection);
    connectionOf.set(socket, connection);
    return connection;
  };

  const wanted = [
    mqttPort === false ? undefined : (["mqtt", mqttPort, "HEMVAKT_MQTT_PORT", tcpServer(accept)] as const),
    tls ? (["mqtts", tls.port, "HEMVAKT_MQTTS_PORT", tlsServer(tls, accept)] as const) : undefined,
    webSocketPort === false
      ? undefined
      : (["ws", webSocketPort, "HEMVAKT_MQTT_WS_PORT", webSocketServer(tls, core.limits, accept)] as const),
  ].filter((listener) => listener !== undefined);

  const ports: { mqtt?: number; mqtts?: number; ws?: number } = {};
  const close = async () => {
    for (const [, , , server] of wanted) server.close();
    await core.drain();
    for (const [, , , server] of wanted) if ("closeAllConnections" in server) server.closeAllConnections();
    await new Promise<void>((resolve) => aedes.close(resolve));
  };
  try {
    for (const [name, port, variable, server] of wanted) {
      ports[name] = await listen(server, host, port, variable);
      // Accepting can fail later, for instance for want of file descriptors; the others go on.
      server.on("error", (error) => options.logger.error({ code: "INTERNAL", err: error }, "A listener failed"));
    }
  } catch (error) {
    await close();
    throw error;
  }

  let stopped: Promise<void> | undefined;
  return {
    ports,
    publish: async (topic, payload, { qos, retain }) => {
      const packet = { cmd: "publish" as const, dup: false, topic, payload: Buffer.from(payload), qos, retain };
      // Not awaited: the callback comes when the slowest subscriber has taken the message from its socket's buffer.
      aedes.publish(packet, (error) => {
        if (error) options.logger.error({ err: error }, "A message could not be handed over");
      });
    },
    connectInside: () => {
      const [near, far] = duplexPair();
      accept(far);
      return near;
    },
    isConnected: (hub) => (core.known(hub)?.open ?? 0) > 0,
    connectedHubs: () => core.connectedHubs,
    disconnectHub: (hub, code) => void core.disconnect(hub, code),
    forgetHub: (hub, code) => core.forget(hub, code, () => kept.forget(hub)),
    stop: () => (stopped ??= close()),
  };
}

const connectionOf = new WeakMap<object, Connection>();

/** aedes, with every decision that it leaves open made here, in the order in which a connection meets them. */
async function startAedes(core: Core, kept: SessionStore, { logger }: BrokerOptions): Promise<Aedes> {
  const aedes = await Aedes.createBroker({
    mq: new HubEmitter(),
    persistence: kept,
    heartbeatInterval: never,
    maxTopicLevels: maxLevels,
    // The session key is longer than the 23 characters that MQTT 3.1 gives a client id.
    maxClientsIdLength: Number.MAX_SAFE_INTEGER,
    // Only identifiers are kept for QoS 2. Closing at 1 000 would make a hub send the same burst for ever.
    maxInflightInbound: 0,

    preConnect: (client, packet, done) => {
      const connection = connectionOf.get(client.conn);
      // Both are read by aedes after this: the session it belongs to, and a keep alive that `Connection` looks after.
      packet.clientId = connection?.key ?? "";
      packet.keepalive = 0;
      done(null, connection !== undefined);
    },
    // Done before aedes knew of the connection.
    authenticate: (_client, _username, _password, done) => done(null, true),

    authorizePublish: (client, packet, done) => {
      // A will is no packet that was parsed, so it has no `cmd`. It can come after its client, or without one.
      const connection = client && connectionOf.get(client.conn);
      if ((packet as { cmd?: string }).cmd === undefined) {
        // First the hub has gone, then it says so.
        connection?.left();
        return publishWill(core, packet, done);
      }
      if (connection) connection.publish(packet, done);
      else done(new Error("no connection"));
    },

    authorizeSubscribe: (client, subscription, done) => {
      const connection = connectionOf.get(client.conn);
      const hub = connection?.hub?.id;
      if (subscription === emptySession || hub === undefined) return done(null, null);
      if (!maySubscribe(core, hub, subscription.topic)) {
        connection?.deny();
        return done(null, null);
      }
      const held = subscriptionsOf(client);
      const isFull = !(subscription.topic in held) && Object.keys(held).length >= subscriptionsPerSession;
      done(null, isFull ? null : subscription);
    },

    authorizeForward: (client, packet) => forward(core, client, packet),
  });

  core.handle = (socket) => aedes.handle(socket);
  aedes.on("connackSent", (connack, client) => {
    const connection = connectionOf.get(client.conn);
    if (connack.returnCode !== 0 || !connection) return;
    connection.opened();
    if (connack.sessionPresent) connection.subscribed(true);
  });
  aedes.on("subscribe", (subscriptions, client) => {
    const granted = subscriptions.some(({ qos }) => (qos as number) !== 128);
    connectionOf.get(client.conn)?.subscribed(granted);
  });
  aedes.on("clientError", (client, error) => {
    logger.debug({ hub: connectionOf.get(client.conn)?.hub?.id, reason: error.message }, "A connection failed");
  });
  // Its types leave this event out; without a listener it would end the process.
  const emitter: EventEmitter = aedes;
  emitter.on("error", (error: unknown) => logger.error({ code: "INTERNAL", err: error }, "The broker failed"));
  return aedes;
}

/** A hub has gone without DISCONNECT. Its topic was checked when it connected, and names the hub. */
function publishWill(core: Core, packet: PublishPacket, done: (error?: Error | null) => void): void {
  const { topic, payload, qos, retain } = packet;
  const hub = hubOfTopic(topic);
  const channel = hub === undefined ? undefined : channelOf(hub, topic);
  // When it is the platform that goes, nothing has happened to the hub.
  if (core.stopping || hub === undefined || channel === undefined) return done(new Error("no will"));
  void core.ingest({ hub, topic, channel, payload: payload as Buffer, qos, retain, will: true }).then(done);
}

/** A hub, below its own tree; an integration, to a team of its own by name, or to all of its teams by a wildcard. */
function maySubscribe(core: Core, id: string, filter: string): boolean {
  const integration = integrationOf(id);
  if (integration === undefined) return filterBelongs(id, filter);
  const team = teamOfTopic(filter);
  if (team !== undefined) return core.mayHear(integration, team);
  return filter.startsWith("hv/v1/teams/") && /[#+]/.test(filter);
}

/** Whether a message is for this client: in the hub's own tree; of a team that the integration may hear of now. */
function isFor(core: Core, id: string, topic: string): boolean {
  const integration = integrationOf(id);
  if (integration === undefined) return topic.startsWith(hubTree(id));
  const team = teamOfTopic(topic);
  return team !== undefined && core.mayHear(integration, team);
}

/** aedes has no public way to a client's subscriptions. */
const subscriptionsOf = (client: Client): Readonly<Record<string, Pick<Subscription, "qos">>> =>
  (client as unknown as { subscriptions: Record<string, Pick<Subscription, "qos">> }).subscriptions;

/**
 * The last look at a message before it leaves for a client: one that is for it, or not at all; and with no more
 * than the QoS granted [MQTT-3.8.4-6], which aedes forgets for filters with wildcards.
 */
function forward(core: Core, client: Client, packet: AedesPublishPacket): AedesPublishPacket | null {
  const hub = connectionOf.get(client.conn)?.hub?.id;
  if (hub === undefined || !isFor(core, hub, packet.topic)) return null;
  if (packet.qos === 0) return packet;
  let granted = 0;
  for (const [filter, { qos }] of Object.entries(subscriptionsOf(client))) {
    if (qos > granted && matches(filter, packet.topic)) granted = qos;
  }
  return granted < packet.qos ? { ...packet, qos: granted as 0 | 1 } : packet;
}

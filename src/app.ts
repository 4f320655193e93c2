import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Logger, pino } from "pino";
import { nativeReadingSchema } from "../devices/gateways/native-schema.ts";
import { buildApi } from "./api/server.ts";
import { hashHubSecret } from "./auth/hub-secret.ts";
import { loadOrCreateKey } from "./auth/key-file.ts";
import { vapidKeys } from "./auth/vapid.ts";
import { requireLoopbackOrTls, startBroker } from "./broker/embedded.ts";
import { isLoopback } from "./broker/listeners.ts";
import { integrationOf } from "./broker/topics.ts";
import type { Broker } from "./broker/types.ts";
import { type Clock, realClock } from "./clock.ts";
import { type Config, readConfiguredFile } from "./config.ts";
import { isPushService } from "./domain/push.ts";
import { createHeartbeat, type Heartbeat } from "./heartbeat.ts";
import { messageSchemas } from "./ingest/messages.ts";
import { promptSchema, receiptSchema } from "./ingest/receipts.ts";
import { createIntake } from "./intake.ts";
import type { Ledger } from "./ledger/commands.ts";
import type { DataClass } from "./ledger/handlers/retention.ts";
import { type LedgerOptions, openLedger } from "./ledger/ledger.ts";
import { listenFailure } from "./listen-failure.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { emailSender } from "./notify/email.ts";
import { pushSender } from "./notify/push.ts";
import { publishAlerts } from "./notify/topic.ts";
import { webhookSender } from "./notify/webhook.ts";
import { webhookSecret } from "./notify/webhook-secret.ts";
import { startNotifying } from "./notify/worker.ts";
import type { InfluxTarget } from "./outbox/influx.ts";
import { startOutbox } from "./outbox/outbox.ts";
import { gatherRefusals } from "./refusals.ts";
import { giveWay } from "./rehearsal/give-way.ts";
import { threadEngine } from "./rehearsal/thread.ts";
import { startRetention } from "./retention/retention.ts";
import type { Database } from "./store/sqlite/database.ts";
import { mayHear, webhookTurn } from "./store/sqlite/integrations.ts";
import { claimFolder, openReader } from "./store/sqlite/open.ts";
import { startTicker } from "./ticker.ts";
import { openTrends } from "./trends/open.ts";
import { engine } from "./verify/engine.ts";
import { verificationJobs } from "./verify/jobs.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** A running platform. */
export type App = {
  readonly ports: { readonly http: number; readonly mqtt?: number; readonly mqtts?: number; readonly ws?: number };
  readonly ledger: Ledger;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Decides what time has made due; the platform does so every second by itself. */
  readonly tick: () => Promise<void>;
  /** Delivers what is due to be told; the platform does so as soon as it is decided, and every second. */
  readonly notify: () => Promise<void>;
  /** Sends the platform's own message through the broker; the platform does so every half minute by itself. */
  readonly beat: () => Promise<void>;
  /** Lets go what has served its time; the platform does so every hour by itself. */
  readonly sweep: () => Promise<Readonly<Record<DataClass, number>>>;
  /** Stops in reverse order: no new connections, what was taken is stored and acknowledged, then everything closes. */
  readonly stop: () => Promise<void>;
};

export type AppOptions = {
  readonly clock?: Clock;
  /** Where log lines go; standard output by default. */
  readonly log?: Logger;
  /** Whether everybody here is made up; the pages then say how to sign in and what to try. */
  readonly demo?: boolean;
  /** Where the built web app is; `dashboards/web/dist` by default. */
  readonly web?: string;
  /** Called when the platform can't go on: the writer's thread has died. The process should end and be started again. */
  readonly onFatal?: (error: Error) => void;
  /** How the ledger runs; other than the defaults only to prove that a test notices. */
  readonly ledger?: Partial<Omit<LedgerOptions, "folder" | "clock">>;
};

/**
 * The composition root: starts the whole platform over one data folder.
 * @throws HemvaktError `CONFIG_INVALID`, `DATA_IN_USE`, `DATA_TOO_NEW`, `MQTT_PLAINTEXT_REFUSED`
 */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const clock = options.clock ?? realClock;
  const log = options.log ?? pino({ level: config.logLevel });
  const tls = readTls(config);
  requireLoopbackOrTls(config.host, tls !== undefined);

  // Whatever has been started is stopped in reverse order, also when a later step fails.
  const stops: (() => void | Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const undo of stops.splice(0).toReversed()) await undo();
  };
  try {
    stops.push(claimFolder(config.data));
    const hubKey = loadOrCreateKey(config.data);

    let ledger: Ledger | undefined;
    let broker: Broker | undefined;
    let metrics: Metrics | undefined;
    let heartbeat: Heartbeat | undefined;
    ledger = await openLedger({
      ...options.ledger,
      folder: config.data,
      clock,
      onDeath: (error) => {
        log.fatal({ err: error }, "the writer has died; nothing can be stored until the platform is started again");
        options.onFatal?.(error);
      },
      onBatch: (observation) => metrics?.commit(observation),
      onReports: (reports) => {
        for (const report of reports) {
          metrics?.count(report.code);
          log.warn(report, "contained");
        }
      },
    });
    stops.push(() => ledger.stop());
    const db = openReader(config.data);
    stops.push(() => db.close());
    const downSince = lastSignOfLife(db);
    await ledger.submit({ kind: "platform-started", actor: "platform" });
    await ledger.submit({ kind: "engine-started", ...engine(), actor: "platform" });
    if (downSince !== undefined && clock.now() - downSince > MINUTE) {
      await ledger.submit({ kind: "platform-resumed", downSince, actor: "platform" });
    }
    metrics = createMetrics(
      db,
      () => ledger,
      () => broker?.connectedHubs() ?? 0,
      () => heartbeat?.age(),
    );

    const onFailure = (what: string, error: unknown): void => log.error({ err: error }, what);
    const intake = createIntake({
      db,
      ledger,
      clock,
      hubKey,
      metrics,
      payloadBytes: config.payloadBytes,
      outbound: () => broker,
      onFailure,
    });
    const own = createHeartbeat({ db, ledger, clock, onFailure }, config.heartbeatSeconds * 1000);
    heartbeat = own;
    const say = (level: "info" | "warn", what: string, about: object): void => log[level](about, what);
    const { registry } = metrics;
    const influx = readInflux(config);
    stops.push(await startOutbox({ folder: config.data, ledger, clock, registry, say }, influx));
    const trends = openTrends(
      { folder: config.data, db, clock, registry, say },
      config.influxTrends === "on" ? influx : undefined,
    );
    stops.push(trends.close);
    const ticker = startTicker({ db, ledger, clock, onFailure });
    stops.push(() => ticker.stop());

    const vapid = vapidKeys(hubKey);
    const pushServices = config.pushServices.split(",");
    const webhookSecrets = (team: string): string[] => {
      const { turn, overlapUntil } = webhookTurn(db, team);
      const valid = overlapUntil !== null && clock.now() < overlapUntil ? [turn, turn - 1] : [turn];
      return valid.map((one) => webhookSecret(hubKey, team, one));
    };
    const notifying = startNotifying({
      db,
      ledger,
      clock,
      registry: metrics.registry,
      senders: {
        ...(config.smtpUrl === undefined
          ? {}
          : { email: emailSender(config.smtpUrl, config.smtpFrom, config.notifySeconds * 1000) }),
        webhook: webhookSender(webhookSecrets, clock, config.notifySeconds * 1000),
        push: pushSender(
          vapid,
          config.pushContact ?? `mailto:${config.smtpFrom}`,
          pushServices,
          clock,
          config.notifySeconds * 1000,
        ),
      },
      publicUrl: config.publicUrl,
      onFailure,
    });
    stops.push(() => notifying.stop());

    const retention = startRetention({
      folder: config.data,
      db,
      ledger,
      clock,
      config,
      registry: metrics.registry,
      onFailure,
    });
    stops.push(() => retention.stop());

    const refusals = gatherRefusals({ ledger, clock, onFailure });
    stops.push(() => refusals.stop());

    const sendPrompts = (hub: string): void => {
      intake.publishPrompts(hub).catch((error: unknown) => onFailure("prompts not sent", error));
    };
    broker = await startBroker({
      host: config.host,
      mqttPort: tls && !isLoopback(config.host) ? false : config.mqttPort,
      ...(tls ? { tls: { ...tls, port: config.mqttsPort } } : {}),
      webSocketPort: config.mqttWsPort ?? false,
      clock,
      logger: log,
      authenticate: (hub, secret, certificate) => {
        const integration = integrationOf(hub);
        if (integration !== undefined) return intake.authenticateIntegration(integration, secret);
        return own.authenticate(hub, secret) ? "ok" : intake.authenticate(hub, secret, certificate);
      },
      mayHear: (integration, team) => mayHear(db, integration, team),
      ingest: (packet) => (own.isOwn(packet.hub) ? own.ingest() : intake.ingest(packet)),
      isInside: own.isOwn,
      onHubConnected: intake.hubConnected,
      onHubDisconnected: intake.hubDisconnected,
      onHubSubscribed: sendPrompts,
      limits: {
        // What is somewhat too large is kept, answered and acknowledged, or its hub would send it for ever; only what is
        // far too large costs the connection.
        payloadBytes: config.payloadBytes * 4,
        messagesPerSecond: config.messagesPerSecond,
        burst: config.messagesPerSecond * 10,
        inFlight: config.inFlightPerHub,
        connectionsPerHub: config.connectionsPerHub,
      },
      count: (code, hub) => {
        metrics.count(code);
        if (hub !== undefined && integrationOf(hub) === undefined) refusals.note(hub, code);
      },
    });
    const running = broker;
    stops.push(() => running.stop());
    own.start(() => running.connectInside());
    stops.push(() => own.stop());
    stops.push(followPrompts(db, ledger, sendPrompts));
    stops.push(
      publishAlerts(
        db,
        ledger,
        (topic, payload) => running.publish(topic, payload, { qos: 1, retain: false }),
        onFailure,
      ),
    );

    const verifications = verificationJobs({ folder: config.data, clock });
    stops.push(() => verifications.stop());
    const api = await buildApi({
      db,
      verifications,
      ledger,
      clock,
      trends: trends.read,
      rehearsals: threadEngine(
        config.data,
        giveWay(() => ledger.pending()),
      ),
      hashHubSecret: (secret) => hashHubSecret(hubKey, secret),
      webhookSecret: (team) => webhookSecret(hubKey, team, webhookTurn(db, team).turn),
      push: { key: vapid.publicKey, allows: (endpoint) => isPushService(endpoint, pushServices) },
      disconnectHub: (hub, code = "MQTT_REVOKED") => running.disconnectHub(hub, code),
      forgetHub: (hub, code = "MQTT_HUB_RETURNED") => running.forgetHub(hub, code),
      logger: log,
      metrics: metrics.registry,
      heartbeat: { age: own.age, limit: config.heartbeatSeconds * 4000 },
      schemas: { ...messageSchemas, reading: nativeReadingSchema, receipt: receiptSchema, prompt: promptSchema },
      config: {
        cookieSecure: tls !== undefined || config.trustProxy !== undefined,
        ...(config.trustProxy === undefined ? {} : { trustProxy: config.trustProxy }),
        ...(tls ? { tls } : {}),
        ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
        site: {
          web: options.web ?? besides("../dashboards/web/dist"),
          start: besides("../dashboards/web/start"),
          demo: options.demo ?? false,
        },
        rateLimit: { person: config.requestsPerMinute, address: Math.ceil(config.requestsPerMinute / 4) },
        session: { cookie: config.sessionHours * HOUR, bearer: config.tokenDays * 24 * HOUR },
        version: packageVersion(),
        ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
        mqtt:
          running.ports.mqtts === undefined
            ? { secure: false, port: running.ports.mqtt ?? config.mqttPort }
            : { secure: true, port: running.ports.mqtts },
      },
    });
    await api.listen({ host: config.host, port: config.httpPort }).catch((error: NodeJS.ErrnoException) => {
      throw listenFailure(error, config.host, config.httpPort, "HEMVAKT_HTTP_PORT");
    });
    stops.push(() => api.close());

    const http = (api.server.address() as AddressInfo).port;
    log.info({ http, ...running.ports }, "ready");
    const ports = { http, ...running.ports };
    return {
      ports,
      ledger,
      metrics,
      log,
      tick: ticker.tick,
      notify: notifying.run,
      beat: own.beat,
      sweep: retention.run,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Tls = { readonly key: Buffer; readonly cert: Buffer; readonly ca?: Buffer };

function readTls(config: Config): Tls | undefined {
  if (config.tlsKey === undefined || config.tlsCert === undefined) return undefined;
  return {
    key: readConfiguredFile("tlsKey", config.tlsKey),
    cert: readConfiguredFile("tlsCert", config.tlsCert),
    ...(config.tlsClientCa === undefined ? {} : { ca: readConfiguredFile("tlsClientCa", config.tlsClientCa) }),
  };
}

const readInflux = ({ influxUrl: url, influxToken: token, ...rest }: Config): InfluxTarget | undefined =>
  url === undefined ? undefined : { url, token, org: rest.influxOrg, bucket: rest.influxBucket, path: rest.influxPath };

/** When the last run last stored something; `undefined` in a new store. */
const lastSignOfLife = (db: Database): number | undefined =>
  db.get<{ at: number | null }>(
    "SELECT max(at) AS at FROM (SELECT max(at) AS at FROM command UNION ALL SELECT at FROM heartbeat)",
  )?.at ?? undefined;

/** Publishes a prompt to its hub as soon as it is written; a hub that is away gets it when it subscribes. */
function followPrompts(db: Database, ledger: Ledger, send: (hub: string) => void): () => void {
  let seen = db.get<{ id: number | null }>("SELECT max(id) AS id FROM prompt")?.id ?? 0;
  return ledger.onCommit(() => {
    const fresh = db.all<{ id: number; hub: string }>("SELECT id, hub FROM prompt WHERE id > ? ORDER BY id", seen);
    seen = fresh.at(-1)?.id ?? seen;
    for (const hub of new Set(fresh.map((prompt) => prompt.hub))) send(hub);
  });
}

const besides = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import mqtt, { type MqttClient } from "mqtt";
import { pino } from "pino";
import { type App, type AppOptions, startApp } from "../../src/app.ts";
import { hashHubSecret } from "../../src/auth/hub-secret.ts";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { manualClock } from "../../src/clock.ts";
import { type Config, readConfig } from "../../src/config.ts";
import { openReader } from "../../src/store/sqlite/open.ts";
import { type Listener, listenTo } from "./event-stream.ts";
import { smallRegion } from "./home.ts";

/** Everybody's password. */
export const password = "hemma hos Greta";
const secretOf = (hub: string): string =>
  Buffer.from(`${hub} 0f8c1d5be27a4936 secret`).toString("base64url").padEnd(43, "x");

/**
 * The whole platform as it runs, over a temporary folder, with the region of `openHome`: the writer in its own thread,
 * a real broker and a real HTTP server on free ports. The clock is the test's.
 */
export async function startPlatform(
  at: string,
  options: Omit<AppOptions, "clock" | "log"> = {},
  settings: Record<string, string> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-platform-"));
  const clock = manualClock(at);
  const configure = (more: Record<string, string> = {}): Config =>
    readConfig({ HEMVAKT_DATA: folder, HEMVAKT_MQTT_PORT: "0", HEMVAKT_HTTP_PORT: "0", ...settings, ...more });
  const config = configure();
  const start = (more?: Record<string, string>) =>
    startApp(configure(more), { ...options, clock, log: pino({ level: "silent" }) });
  let app: App = await start();
  const clients = new Set<MqttClient>();
  const listeners = new Set<Listener>();

  const key = loadOrCreateKey(folder);
  const passwordHash = await hash(password.normalize("NFKC"), { memoryCost: 8, timeCost: 1 });
  const region = smallRegion(clock.now());
  await app.ledger.submit({
    kind: "region-import",
    actor: "import",
    region: {
      ...region,
      staff: region.staff.map((staff) => ({ ...staff, passwordHash })),
      hubs: region.hubs.map((hub) => ({ ...hub, secretHmac: hashHubSecret(key, secretOf(hub.id)) })),
    },
  });

  const url = (path: string): string => `http://127.0.0.1:${app.ports.http}${path}`;

  return {
    folder,
    clock,
    config,
    get app() {
      return app;
    },
    url,
    secretOf,
    /** A hub's own MQTT connection, listening to its receipts and prompts. */
    async hub(id: string, clientOptions: mqtt.IClientOptions = {}) {
      const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${app.ports.mqtt}`, {
        username: id,
        password: secretOf(id),
        reconnectPeriod: 0,
        ...clientOptions,
      });
      clients.add(client);
      const heard: { topic: string; message: Record<string, unknown> }[] = [];
      let told: (() => void) | undefined;
      client.on("message", (topic, payload) => {
        heard.push({ topic, message: JSON.parse(payload.toString()) as Record<string, unknown> });
        told?.();
      });
      await client.subscribeAsync(`hv/v1/${id}/+`, { qos: 1 });
      return {
        client,
        publish: (channel: string, message: object) =>
          client.publishAsync(`hv/v1/${id}/${channel}`, JSON.stringify(message), { qos: 1 }),
        /** The next message on receipts or prompts. */
        async heard(channel: "receipts" | "prompts"): Promise<Record<string, unknown>> {
          for (;;) {
            const index = heard.findIndex(({ topic }) => topic === `hv/v1/${id}/${channel}`);
            if (index >= 0) return heard.splice(index, 1)[0]!.message;
            await new Promise<void>((resolve) => (told = resolve));
          }
        },
      };
    },
    /** Somebody signed in over HTTP with a bearer token. */
    async person(username: string) {
      const session = await fetch(url("/api/v1/sessions"), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ username, password, kind: "bearer" }),
      });
      const { token } = (await session.json()) as { token: string };
      const authorization = `Bearer ${token}`;
      const call = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
        const response = await fetch(url(`/api/v1/${path}`), {
          method,
          headers: { authorization, ...(body ? { "content-type": "application/json" } : {}), ...headers },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        const text = await response.text();
        return {
          status: response.status,
          etag: response.headers.get("etag") ?? "",
          body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
        };
      };
      return {
        token,
        get: (path: string) => call("GET", path),
        post: (path: string, body: object, headers?: Record<string, string>) => call("POST", path, body, headers),
        put: (path: string, body: object, headers?: Record<string, string>) => call("PUT", path, body, headers),
        /** @param tellings whether to hear also who is told of each alert */
        async listen(tellings = false) {
          const listener = await listenTo(url("/api/v1/events"), { authorization }, tellings);
          listeners.add(listener);
          return listener;
        },
      };
    },
    reader: () => openReader(folder),
    /** Stops the platform and starts it again over the same folder, with more settings if there are any. */
    async restart(more?: Record<string, string>) {
      await app.stop();
      app = await start(more);
    },
    async close() {
      for (const listener of listeners) listener.close();
      for (const client of clients) client.end(true);
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Platform = Awaited<ReturnType<typeof startPlatform>>;

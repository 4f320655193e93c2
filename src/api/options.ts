import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { ZodType } from "zod";
import type { Engine } from "../rehearsal/desk.ts";
import type { TrendSource } from "../trends/source.ts";
import type { ApiContext } from "./context.ts";
import type { Site } from "./site.ts";

/** How the HTTP server is set up. Durations in milliseconds. */
export type ApiConfig = {
  /** Cookies only over TLS, under a `__Host-` name. Off only where HTTP is served on loopback without TLS. */
  readonly cookieSecure: boolean;
  /** Which proxies' `X-Forwarded-For` is believed (Fastify's `trustProxy`); it decides addresses for rate limits only. */
  readonly trustProxy: boolean | string;
  /** Serves HTTPS itself, PEM. */
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer };
  /** The web pages to serve beside the API; none where nobody says. */
  readonly site?: Site;
  /** Requests per minute, per signed-in person and per address without session. */
  readonly rateLimit: { readonly person: number; readonly address: number };
  readonly session: { readonly cookie: number; readonly bearer: number };
  readonly live: { readonly heartbeat: number; readonly perSession: number; readonly maxBuffered: number };
  /** Not ready when more commands than this wait for the ledger. */
  readonly pendingLimit: number;
  /** Reads `/metrics` from elsewhere than this machine, as a bearer token. Without it only this machine may. */
  readonly metricsToken?: string;
  readonly version: string;
  /** Under which hubs reach the platform; default: as whoever asks has reached it. */
  readonly publicUrl?: string;
  /** Where hubs connect. */
  readonly mqtt: { readonly secure: boolean; readonly port: number };
};

const hour = 3_600_000;

/** The settings where nobody chose. */
export const apiDefaults: ApiConfig = {
  cookieSecure: true,
  trustProxy: false,
  rateLimit: { person: 1200, address: 300 },
  session: { cookie: 12 * hour, bearer: 30 * 24 * hour },
  live: { heartbeat: 15_000, perSession: 6, maxBuffered: 1024 * 1024 },
  pendingLimit: 10_000,
  version: "0",
  mqtt: { secure: false, port: 1883 },
};

/** Calls back again and again; the returned function ends it. A parameter, so that a test needs not wait. */
export type Every = (ms: number, callback: () => void) => () => void;

/** Everything the server is made of. */
export type ApiOptions = Omit<ApiContext, "trends" | "rehearsals"> & {
  /** The store's where nobody chose. */
  readonly trends?: TrendSource;
  /** On the server's own thread where nobody chose. */
  readonly rehearsals?: Engine;
  readonly logger: Logger;
  readonly config: Partial<ApiConfig>;
  /** The JSON Schemas of what devices send, by name. */
  readonly schemas?: Readonly<Record<string, ZodType>>;
  readonly metrics?: Registry;
  /** More conditions of being ready, by name: true when fine. */
  readonly checks?: Readonly<Record<string, () => boolean>>;
  /** The platform's own message: how long ago it last came through, and how long is too long, in milliseconds. */
  readonly heartbeat?: { readonly age: () => number | undefined; readonly limit: number };
  readonly every?: Every;
};

/** The machine's own timer; it keeps no process alive. */
export const everyInterval: Every = (ms, callback) => {
  const timer = setInterval(callback, ms);
  timer.unref();
  return () => clearInterval(timer);
};

import { readFileSync } from "node:fs";
import { z } from "zod";
import { HemvaktError } from "./errors.ts";

/**
 * Every setting, once: its variable, shape, default and what it is for. `--help`, docs/settings.md and the errors come
 * from this table.
 */
type Setting<T> = {
  readonly variable: string;
  readonly schema: z.ZodType<T>;
  /** The shape a value must have, in words. */
  readonly shape: string;
  readonly default: T;
  readonly about: string;
};

const setting = <T>(variable: string, schema: z.ZodType<T>, shape: string, fallback: T, about: string): Setting<T> => ({
  variable,
  schema,
  shape,
  default: fallback,
  about,
});

const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .pipe(z.number().min(low).max(high)) as unknown as z.ZodType<number>;
const text = z.string().min(1) as z.ZodType<string | undefined>;
const port = "a port from 0 to 65535; 0 takes any free one";
const optionalPort = whole(0, 65_535) as z.ZodType<number | undefined>;

export const settings = {
  data: setting("HEMVAKT_DATA", z.string().min(1), "a folder", "data", "Where everything is kept."),
  host: setting(
    "HEMVAKT_HOST",
    z.string().min(1),
    "an address or host name",
    "127.0.0.1",
    "The address to listen on. Off loopback MQTT needs TLS.",
  ),
  mqttPort: setting("HEMVAKT_MQTT_PORT", whole(0, 65_535), port, 1883, "MQTT over TCP; loopback only."),
  mqttsPort: setting("HEMVAKT_MQTTS_PORT", whole(0, 65_535), port, 8883, "MQTT over TLS; served when a key is set."),
  mqttWsPort: setting(
    "HEMVAKT_MQTT_WS_PORT",
    optionalPort,
    port,
    undefined,
    "MQTT over WebSocket; off unless set. On loopback only, unless a key is set.",
  ),
  tlsKey: setting("HEMVAKT_TLS_KEY", text, "a PEM file", undefined, "The private key for MQTT and HTTP over TLS."),
  tlsCert: setting("HEMVAKT_TLS_CERT", text, "a PEM file", undefined, "The certificate that belongs to the key."),
  tlsClientCa: setting(
    "HEMVAKT_TLS_CLIENT_CA",
    text,
    "a PEM file",
    undefined,
    "Who signs hubs' client certificates; without it hubs use secrets.",
  ),
  httpPort: setting("HEMVAKT_HTTP_PORT", whole(0, 65_535), port, 8080, "The API and the web app."),
  publicUrl: setting(
    "HEMVAKT_PUBLIC_URL",
    z.url({ protocol: /^https?$/ }) as z.ZodType<string | undefined>,
    "an http or https address",
    undefined,
    "The address under which hubs reach the platform, for one-time codes; default: as the technician reached it.",
  ),
  logLevel: setting(
    "HEMVAKT_LOG_LEVEL",
    z.enum(["fatal", "error", "warn", "info", "debug", "silent"]),
    "fatal, error, warn, info, debug or silent",
    "info",
    "How much is logged.",
  ),
  payloadBytes: setting(
    "HEMVAKT_MQTT_PAYLOAD_BYTES",
    whole(1024, 16_777_216),
    "bytes, 1024 to 16777216",
    262_144,
    "The largest MQTT payload that is read; up to four times as much is kept in quarantine, more ends the connection.",
  ),
  messagesPerSecond: setting(
    "HEMVAKT_HUB_MESSAGES_PER_SECOND",
    whole(1, 1_000_000),
    "a whole number from 1",
    200,
    "How fast one hub may send before its connection is paused.",
  ),
  connectionsPerHub: setting(
    "HEMVAKT_HUB_CONNECTIONS",
    whole(1, 1000),
    "a whole number from 1",
    4,
    "How many connections one hub may have.",
  ),
  inFlightPerHub: setting(
    "HEMVAKT_HUB_IN_FLIGHT",
    whole(1, 10_000),
    "a whole number from 1",
    100,
    "How many unacknowledged messages of one hub are worked on at a time.",
  ),
  requestsPerMinute: setting(
    "HEMVAKT_HTTP_REQUESTS_PER_MINUTE",
    whole(10, 1_000_000),
    "a whole number from 10",
    1200,
    "How many API requests one person or address may make.",
  ),
  trustProxy: setting(
    "HEMVAKT_TRUST_PROXY",
    text,
    "the proxy's address or network",
    undefined,
    "A proxy in front that ends TLS: whose X-Forwarded-For is believed. Cookies are then sent over TLS only.",
  ),
  metricsToken: setting(
    "HEMVAKT_METRICS_TOKEN",
    z.string().min(16) as z.ZodType<string | undefined>,
    "at least 16 characters",
    undefined,
    "Lets a scraper on another machine read /metrics, as a bearer token.",
  ),
  sessionHours: setting(
    "HEMVAKT_SESSION_HOURS",
    whole(1, 72),
    "hours, 1 to 72",
    12,
    "How long a browser stays signed in.",
  ),
  influxUrl: setting(
    "HEMVAKT_INFLUX_URL",
    z.url({ protocol: /^https?$/ }) as z.ZodType<string | undefined>,
    "an http or https address",
    undefined,
    "An InfluxDB, or what takes its line protocol, that every stored reading is passed on to, under pseudonyms.",
  ),
  influxToken: setting("HEMVAKT_INFLUX_TOKEN", text, "a token", undefined, "What the InfluxDB knows this platform by."),
  influxOrg: setting("HEMVAKT_INFLUX_ORG", text, "a name or id", undefined, "The InfluxDB's organisation."),
  influxBucket: setting("HEMVAKT_INFLUX_BUCKET", text, "a name or id", undefined, "The InfluxDB's bucket."),
  influxPath: setting(
    "HEMVAKT_INFLUX_PATH",
    z.string().startsWith("/") as z.ZodType<string | undefined>,
    "a path with its query, from /",
    undefined,
    "Where to write instead of /api/v2/write?org=…&bucket=…; for InfluxDB 1: /write?db=…",
  ),
  smtpUrl: setting(
    "HEMVAKT_SMTP_URL",
    z.url({ protocol: /^smtps?$/ }) as z.ZodType<string | undefined>,
    "an smtp or smtps address, with user and password if the server asks for them",
    undefined,
    "The mail server by which people are told of alerts. Off this machine TLS is required.",
  ),
  smtpFrom: setting(
    "HEMVAKT_SMTP_FROM",
    z.email() as unknown as z.ZodType<string>,
    "an e-mail address",
    "hemvakt@localhost.localdomain",
    "The address that e-mail comes from.",
  ),
  pushServices: setting(
    "HEMVAKT_PUSH_SERVICES",
    z.string().regex(/^[a-z0-9.*:,-]+$/i),
    "host names separated by commas, *. before one for all below it",
    "fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com",
    "The push services of browsers that may be called; people's browsers name one of them.",
  ),
  pushContact: setting(
    "HEMVAKT_PUSH_CONTACT",
    z.string().regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/) as z.ZodType<string | undefined>,
    "a mailto: or https: address",
    undefined,
    "Whom a push service may write to when something is wrong; HEMVAKT_SMTP_FROM when not set.",
  ),
  notifySeconds: setting(
    "HEMVAKT_NOTIFY_SECONDS",
    whole(1, 120),
    "seconds, 1 to 120",
    10,
    "How long a mail server or webhook may take to answer before it is tried again.",
  ),
  keepCommandDays: setting(
    "HEMVAKT_KEEP_COMMAND_DAYS",
    whole(30, 36_500),
    "days, 30 to 36500",
    400,
    "How long the command log keeps what was asked, raw payloads included. Older decisions can be read, not replayed.",
  ),
  keepQuarantineDays: setting(
    "HEMVAKT_KEEP_QUARANTINE_DAYS",
    whole(30, 36_500),
    "days, 30 to 36500",
    400,
    "How long messages that could not be used are kept.",
  ),
  keepMessageIdDays: setting(
    "HEMVAKT_KEEP_MESSAGE_ID_DAYS",
    whole(30, 36_500),
    "days, 30 to 36500",
    400,
    "How long a message id used twice is told from a new one. Readings are recognised for ever.",
  ),
  keepReadLogDays: setting(
    "HEMVAKT_KEEP_READ_LOG_DAYS",
    whole(1827, 36_500),
    "days, 1827 (five years) to 36500",
    3653,
    "How long it is known who read what of whom.",
  ),
  keepRefusalDays: setting(
    "HEMVAKT_KEEP_REFUSAL_DAYS",
    whole(1, 36_500),
    "days, 1 to 36500",
    400,
    "How long what the broker refused of a hub is shown after the last time.",
  ),
  heartbeatSeconds: setting(
    "HEMVAKT_HEARTBEAT_SECONDS",
    whole(1, 3600),
    "seconds, 1 to 3600",
    30,
    "How often the platform sends itself a message through the whole path; four without an answer are a failure.",
  ),
  influxTrends: setting(
    "HEMVAKT_INFLUX_TRENDS",
    z.enum(["on", "off"]),
    "on or off",
    "off",
    "Whether trends are read from the InfluxDB, which must speak Flux; otherwise, and when it fails, from the store.",
  ),
  tokenDays: setting("HEMVAKT_TOKEN_DAYS", whole(1, 365), "days, 1 to 365", 30, "How long a script's token is valid."),
} as const;

type Settings = typeof settings;
export type Config = { readonly [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never };

/**
 * The configuration in an environment. All that is wrong is told at once: the variable, the shape it should have and its
 * default; never the value, which may be a secret put in the wrong place.
 * @throws HemvaktError `CONFIG_INVALID`
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const config: Record<string, unknown> = {};
  const wrong: string[] = [];
  const known = new Set<string>(Object.values(settings).flatMap(({ variable }) => [variable, `${variable}_FILE`]));
  for (const [name, { variable, schema, shape, default: fallback }] of Object.entries(settings)) {
    const given = valueOf(variable, environment, wrong);
    const parsed = given === undefined || given === "" ? undefined : schema.safeParse(given);
    if (parsed && !parsed.success) wrong.push(`${variable} should be ${shape} (default ${fallback ?? "not set"}).`);
    config[name] = parsed?.success ? parsed.data : fallback;
  }
  for (const variable of Object.keys(environment)) {
    if (variable.startsWith("HEMVAKT_") && !known.has(variable) && !elsewhere.test(variable)) {
      wrong.push(`${variable} is not a setting.${nearest(variable, known)}`);
    }
  }
  if ((config["tlsKey"] === undefined) !== (config["tlsCert"] === undefined)) {
    wrong.push("HEMVAKT_TLS_KEY and HEMVAKT_TLS_CERT belong together: set both or neither.");
  }
  if (config["influxUrl"] !== undefined && (config["influxBucket"] ?? config["influxPath"]) === undefined) {
    wrong.push("HEMVAKT_INFLUX_URL needs HEMVAKT_INFLUX_BUCKET, or HEMVAKT_INFLUX_PATH.");
  }
  if (config["influxTrends"] === "on" && (config["influxUrl"] === undefined || config["influxBucket"] === undefined)) {
    wrong.push("HEMVAKT_INFLUX_TRENDS=on needs HEMVAKT_INFLUX_URL and HEMVAKT_INFLUX_BUCKET.");
  }
  if (wrong.length > 0) throw new HemvaktError("CONFIG_INVALID", wrong.join(" "));
  return config as Config;
}

/**
 * A setting's value: its variable's, or what the file holds that `<variable>_FILE` names, without the line's end. So a
 * secret can stay in a file that only the platform reads, instead of in an environment that `docker inspect` shows.
 */
function valueOf(
  variable: string,
  environment: Readonly<Record<string, string | undefined>>,
  wrong: string[],
): string | undefined {
  const file = environment[`${variable}_FILE`];
  if (file === undefined || file === "") return environment[variable];
  if (environment[variable]) {
    wrong.push(`${variable} and ${variable}_FILE exclude each other: set one of them.`);
    return undefined;
  }
  try {
    const value = readFileSync(file, "utf8").replace(/\r?\n$/, "");
    if (value === "") wrong.push(`${variable}_FILE names an empty file.`);
    return value;
  } catch (error) {
    wrong.push(`${variable}_FILE names a file that can't be read (${reasonOf(error)}).`);
    return undefined;
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unreadable";

/** Variables with our prefix that are no settings of the platform: how commands reach it, and what tests are run with. */
const elsewhere = /^HEMVAKT_(URL|TOKEN|USER|PASSWORD|REAL_DATA|TEST_\w+)$/;

function nearest(variable: string, known: ReadonlySet<string>): string {
  const words = new Set(variable.split("_"));
  const shared = (candidate: string) => candidate.split("_").filter((word) => words.has(word)).length;
  const best = [...known].sort((a, b) => shared(b) - shared(a))[0];
  return best && shared(best) > 1 ? ` Did you mean ${best}?` : "";
}

/** A file that a setting names. @throws HemvaktError `CONFIG_INVALID` naming the variable */
export function readConfiguredFile(name: "tlsKey" | "tlsCert" | "tlsClientCa", file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new HemvaktError(
      "CONFIG_INVALID",
      `${settings[name].variable} names a file that can't be read (${reasonOf(error)}).`,
    );
  }
}

/** The settings as lines of help. */
export const settingsHelp = (): string =>
  Object.values(settings)
    .map(
      ({ variable, shape, default: fallback, about }) =>
        `  ${variable}\n      ${about} ${shape}; default ${fallback ?? "not set"}.`,
    )
    .join("\n");

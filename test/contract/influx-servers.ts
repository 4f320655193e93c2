import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** What a server holds: `kind_field patient source time n` and the value, true as 1. */
export type Held = ReadonlyMap<string, unknown>;

/** A real time-series server over a folder and a port of its own, which it keeps over restarts. */
export type InfluxServer = {
  readonly url: string;
  /** The setting for where to write, where it isn't `/api/v2/write`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether a value takes the place of another at the same time. */
  readonly overwrites: boolean;
  start(): Promise<void>;
  /** Ends it as roughly as it survives without losing what it has acknowledged. */
  stop(): Promise<void>;
  /** Everything it holds. @throws when it holds something twice */
  held(): Promise<Held>;
  /** Writes a line past the platform. */
  write(line: string): Promise<void>;
  remove(): Promise<void>;
};

type Program = {
  readonly name: string;
  readonly debian: string;
  readonly arguments: (folder: string, port: number) => readonly string[];
  readonly alive: string;
  readonly path: string;
  readonly overwrites: boolean;
  readonly signal: "SIGKILL" | "SIGTERM";
  readonly begin?: (url: string) => Promise<void>;
  readonly held: (url: string) => Promise<Held>;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

async function startServer(program: Program): Promise<InfluxServer> {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-influx-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let closed: Promise<unknown> = Promise.resolve();

  const start = async (): Promise<void> => {
    const started = spawn(program.name, program.arguments(folder, port), { stdio: "ignore" });
    child = started;
    let failure: Error | undefined;
    started.on("error", (error) => (failure = error));
    closed = once(started, "exit").catch(() => {});
    while (!(await fetch(url + program.alive).catch(() => undefined))?.ok) {
      if (failure) throw new Error(`${program.name} is missing: apt-get install ${program.debian}`, { cause: failure });
      if (started.exitCode !== null) throw new Error(`${program.name} ended: exit ${started.exitCode}`);
      await pause(50);
    }
  };
  const stop = async (signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
    child?.kill(signal);
    await closed;
  };
  await start();
  await program.begin?.(url);
  return {
    url,
    settings: { HEMVAKT_INFLUX_URL: url, HEMVAKT_INFLUX_PATH: program.path },
    overwrites: program.overwrites,
    start,
    stop: () => stop(program.signal),
    held: () => program.held(url),
    async write(line) {
      const answer = await fetch(url + program.path, { method: "POST", body: line });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    },
    async remove() {
      await stop("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Adds a value; the same place twice is a double. */
function put(held: Map<string, unknown>, place: string, value: unknown): void {
  if (held.has(place)) throw new Error(`held twice: ${place}`);
  held.set(place, typeof value === "boolean" ? Number(value) : value);
}

type Columns = { readonly name: string; readonly columns: readonly string[]; readonly values: readonly unknown[][] };

/** Debian's InfluxDB 1.6: strict about types. Its log is on disk before it answers, so kill -9 loses nothing. */
export const startInfluxDb = (): Promise<InfluxServer> =>
  startServer({
    name: "influxd",
    debian: "influxdb",
    alive: "/ping",
    path: "/write?db=hemvakt",
    overwrites: true,
    signal: "SIGKILL",
    arguments: (folder, port) => {
      const file = join(folder, "influxdb.conf");
      const settings = `reporting-disabled = true
bind-address = "127.0.0.1:0"
[meta]
dir = "${folder}/meta"
[data]
dir = "${folder}/data"
wal-dir = "${folder}/wal"
[monitor]
store-enabled = false
[http]
bind-address = "127.0.0.1:${port}"
`;
      writeFileSync(file, settings);
      return ["-config", file];
    },
    async begin(url) {
      await fetch(`${url}/query?q=${encodeURIComponent("CREATE DATABASE hemvakt")}`, { method: "POST" });
    },
    async held(url) {
      const query = encodeURIComponent("SELECT * FROM /.*/ GROUP BY patient, source, n");
      const answer = await fetch(`${url}/query?db=hemvakt&epoch=ms&q=${query}`);
      type Series = Columns & { readonly tags: Readonly<Record<string, string>> };
      const { results } = (await answer.json()) as { results: { series?: Series[] }[] };
      const held = new Map<string, unknown>();
      for (const { name, tags, columns, values } of results[0]?.series ?? []) {
        for (const [time, ...cells] of values) {
          cells.forEach((value, index) => {
            const place = [tags["patient"], tags["source"], time, tags["n"] || "-"].join(" ");
            if (value !== null) put(held, `${name}_${columns[index + 1]} ${place}`, value);
          });
        }
      }
      return held;
    },
  });

/**
 * VictoriaMetrics. It acknowledges before it writes, so only an orderly end loses nothing; and it keeps the same sample
 * as often as it is sent unless told to keep one a millisecond.
 */
export const startVictoriaMetrics = (): Promise<InfluxServer> =>
  startServer({
    name: "victoria-metrics",
    debian: "victoria-metrics",
    alive: "/health",
    path: "/api/v2/write",
    overwrites: false,
    signal: "SIGTERM",
    arguments: (folder, port) => [
      `-storageDataPath=${folder}`,
      `-httpListenAddr=127.0.0.1:${port}`,
      "-retentionPeriod=100y",
      "-dedup.minScrapeInterval=1ms",
    ],
    async held(url) {
      await fetch(`${url}/internal/force_flush`);
      const answer = await fetch(`${url}/api/v1/export?match[]=${encodeURIComponent('{__name__!=""}')}`);
      const held = new Map<string, unknown>();
      for (const line of (await answer.text()).split("\n").filter(Boolean)) {
        const { metric, values, timestamps } = JSON.parse(line) as {
          metric: Record<string, string>;
          values: number[];
          timestamps: number[];
        };
        values.forEach((value, index) => {
          const place = [metric["patient"], metric["source"], timestamps[index], metric["n"] ?? "-"].join(" ");
          put(held, `${metric["__name__"]} ${place}`, value);
        });
      }
      return held;
    },
  });

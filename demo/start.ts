import type { Logger } from "pino";
import { type Home, historyOf, startLiveHomes } from "../simulators/index.ts";
import { type App, startApp } from "../src/app.ts";
import { isLoopbackAddress } from "../src/auth/loopback.ts";
import { type Clock, realClock } from "../src/clock.ts";
import type { Config } from "../src/config.ts";
import { HemvaktError } from "../src/errors.ts";
import { fixedWeights, greta } from "./greta.ts";
import { homesOf } from "./homes.ts";
import { startKeeper } from "./keeper.ts";
import { historySentUntil, noteHistorySent } from "./marker.ts";
import { keepPresent } from "./presence.ts";
import { importDemoRegion, readDemoRegion } from "./region.ts";
import { type Send, sender } from "./send.ts";
import { hasScene, quietHubs, scenesOf, silent } from "./story.ts";
import { walkthrough } from "./walkthrough.ts";

const DAY = 86_400_000;
const HISTORY_DAYS = 90;
const SEED = "hemvakt-demo";
const ZONE = "Europe/Stockholm";

export type DemoOptions = {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** Simulated homes at most, the first of the region file; all unless said otherwise. */
  readonly homes?: number;
  /** How often each home measures, as an ISO 8601 duration, or "never". */
  readonly cadence?: string;
  /** Told of each step when it is done. */
  readonly onStep?: (name: string, result: string) => void;
  /** Gives up loading. */
  readonly signal?: AbortSignal;
};

/** A running demo. */
export type Demo = {
  readonly app: App;
  /** The README's lines with this platform's address. */
  readonly lines: ReturnType<typeof walkthrough>;
  /** Sends Greta's fixed weight if a local day has passed; the demo looks every few seconds by itself. */
  keep(): Promise<void>;
  /** Stops the homes, then the platform. */
  stop(): Promise<void>;
};

/**
 * Starts the platform with the demo region. Whatever is measured comes in as from any home, published over MQTT by its
 * hub: on the first start over a data folder 90 days of history and a few readings to worry about, later the days that
 * have passed. Starting again keeps nothing twice.
 * @throws HemvaktError `CONFIG_INVALID` off loopback; whatever `startApp` throws; AbortError when given up
 */
export async function startDemo(config: Config, options: DemoOptions = {}): Promise<Demo> {
  const { clock = realClock, log, signal, cadence = "PT4M", onStep: tell = () => undefined } = options;
  requireLoopback(config.host);
  const region = readDemoRegion(clock.now());
  const stops: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const undo of stops.splice(0).toReversed()) await undo();
  };
  try {
    const app = await startApp(config, { clock, demo: true, ...(log ? { log } : {}) });
    stops.push(() => app.stop());
    tell("Platform", `MQTT on port ${app.ports.mqtt}, HTTP on port ${app.ports.http}`);

    await importDemoRegion(app, config.data, clock.now());
    const { teams, staff, patients, hubs } = region;
    tell("Region", `${teams.length} teams, ${staff.length} staff, ${patients.length} patients, ${hubs.length} hubs`);

    const port = app.ports.mqtt ?? config.mqttPort;
    const url = `mqtt://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
    const onRefused = (hub: string, code: string): void => app.log.warn({ hub, code }, "a simulated hub was refused");
    const send = sender({ url, zone: ZONE, clock, onRefused, ...(signal ? { signal } : {}) });
    const all = homesOf(region, SEED);
    const hers = all.filter(({ hub }) => hub.id === greta.hub);
    const simulated = all.filter(({ hub }) => hub.id !== greta.hub).slice(0, options.homes);
    const seen = historySentUntil(config.data);
    const now = clock.now();

    tell("History", await sendHistory(send, simulated, seen, now));
    if (seen === undefined) await send(hers, () => fixedWeights(now, ZONE, HISTORY_DAYS));
    const keeper = await startKeeper({
      clock,
      zone: ZONE,
      send: (at) => send(hers, () => fixedWeights(at, ZONE)),
      onFailure: (error) => app.log.error({ err: error }, "Greta's fixed weights not sent"),
    });
    stops.push(() => keeper.stop());
    tell("Greta", "weighed 82.4 kg three, two and one days ago");

    if (seen === undefined) tell("Alerts", await sendScenes(send, simulated, now));
    noteHistorySent(config.data, now);

    if (cadence !== "never") {
      const homes = simulated.filter(({ hub }) => hub.id !== silent.hub && !quietHubs.has(hub.id));
      const live = startLiveHomes({ homes, url, clock, cadence, zone: ZONE });
      stops.push(() => live.stop());
      const quiet = simulated.filter(({ hub }) => quietHubs.has(hub.id));
      stops.push(keepPresent(url, [...quiet, ...hers]));
      tell("Live", `${homes.length} homes measure every ${Temporal.Duration.from(cadence).total("minutes")} minutes`);
    }
    const secret = hers[0]?.hub.secret ?? "";
    const lines = walkthrough(secret, { host: config.host, mqttPort: port, httpPort: app.ports.http });
    return { app, lines, keep: () => keeper.keep(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Everything in the region file is public: it must not be reachable from another machine. */
function requireLoopback(host: string): void {
  if (host === "localhost" || isLoopbackAddress(host)) return;
  throw new HemvaktError(
    "CONFIG_INVALID",
    "HEMVAKT_HOST should be 127.0.0.1, ::1 or localhost for the demo: its passwords and secrets are public.",
  );
}

/** What the homes measured in the mornings since `seen`, or in the last 90 days. */
async function sendHistory(send: Send, homes: readonly Home[], seen: number | undefined, now: number): Promise<string> {
  const days = seen === undefined ? HISTORY_DAYS : Math.min(HISTORY_DAYS, Math.ceil(Math.max(0, now - seen) / DAY));
  const until = ({ hub }: Home): number => (hub.id === silent.hub ? now - silent.days * DAY : now);
  const heard = seen === undefined ? homes : homes.filter(({ hub }) => hub.id !== silent.hub);
  const { counts } = await send(heard, (home) => historyOf(home, { days, until: until(home), zone: ZONE }));
  return `${counts.stored} readings of ${days} days from ${heard.length} homes`;
}

async function sendScenes(send: Send, homes: readonly Home[], now: number): Promise<string> {
  const staged = homes.filter(({ hub }) => hasScene(hub.id));
  const { counts } = await send(staged, ({ hub }) => scenesOf(hub.id, now, ZONE));
  return `${counts.stored + counts.unattributed} readings to worry about`;
}

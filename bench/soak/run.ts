import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Counts } from "../../simulators/index.ts";
import { realClock } from "../../src/clock.ts";
import { localDay, startOfDay } from "../../src/domain/day.ts";
import { freePort } from "../peers/port.ts";
import type { Machine } from "../report/machine.ts";
import { addBooks, addCodes, addCounts, compare, type Equality } from "./check.ts";
import { type Claim, claimsOf } from "./claims.ts";
import { homesOf, prepareFolder } from "./homes.ts";
import { AWAY_MS, type Pace, type SoakPlan, simulatedAt } from "./plan.ts";
import type { Book, FromPlayer, Share } from "./players.ts";
import { type Recovery, recoveriesOf } from "./recoveries.ts";
import { type Sample, sample } from "./samples.ts";

const DAY = 86_400_000;
const ZONE = "Europe/Stockholm";

export type SoakRun = {
  readonly plan: SoakPlan;
  readonly book: Book;
  readonly counts: Counts;
  readonly codes: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  readonly recoveries: readonly Recovery[];
  readonly samples: readonly Sample[];
  readonly seconds: number;
  readonly playersCpuSeconds: number;
  readonly equalities: readonly Equality[];
  readonly claims: readonly Claim[];
};
export type SoakResult = { readonly machine: Machine } & SoakRun;

type Done = Extract<FromPlayer, { kind: "done" }>;

/** Plays a plan against a platform of its own in a folder of its own. Progress goes to `say`, a line at a time. */
export async function runSoak(plan: SoakPlan, say: (line: string) => void): Promise<SoakRun> {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-soak-"));
  const today = localDay(realClock.now(), ZONE);
  const from = startOfDay(today - plan.days, ZONE);
  const homes = homesOf(plan);
  say(`declaring ${homes.length} homes`);
  await prepareFolder(join(folder, "data"), homes, from - DAY, ZONE);
  const [mqttPort, httpPort] = [await freePort(), await freePort()];
  // The players need a moment to make their homes before the first morning.
  const began = realClock.now() + 5000 + plan.hubs;
  const pace: Pace = { began, from, to: from + plan.days * DAY, speed: plan.speed };

  let platform = await startPlatform(join(folder, "data"), pace, mqttPort, httpPort);
  const players = startPlayers(plan, pace, mqttPort, folder);
  const samples: Sample[] = [];
  let life = 1;
  const day = (): number => (simulatedAt(pace, realClock.now()) - from) / DAY;
  const mishaps = [...plan.mishaps];
  const watch = new AbortController();
  const ended = players.done.finally(() => watch.abort());
  ended.catch(() => {});

  const watching = (async () => {
    for (let told = 0; !watch.signal.aborted; ) {
      const next = mishaps[0];
      if (next && day() >= next.day) {
        mishaps.shift();
        say(`day ${next.day}: ${next.what}`);
        if (next.what === "cut") platform.send("cut");
        else {
          platform = await replace(platform, next.what, () =>
            startPlatform(join(folder, "data"), pace, mqttPort, httpPort),
          );
          life += 1;
        }
      }
      const counts = players.counts();
      const seen = await sample(platform.pid!, httpPort, { day: day(), life, acknowledged: counts.acknowledged });
      if (seen && seen.day >= 0) samples.push(seen);
      if (seen && realClock.now() - told > 10_000) {
        told = realClock.now();
        say(
          `day ${seen.day.toFixed(1)}  acknowledged ${counts.acknowledged} of ${counts.sent}  connected ${seen.connected}  ` +
            `waiting ${seen.pending}  memory ${(seen.resident / 1e6).toFixed(0)} MB`,
        );
      }
      await wait(1000);
    }
  })();

  try {
    const all = await ended;
    await watching;
    const seconds = (realClock.now() - began) / 1000;
    const final = await sample(platform.pid!, httpPort, {
      day: day(),
      life,
      acknowledged: addCounts(all.map((one) => one.counts)).acknowledged,
    });
    if (final) samples.push(final);
    await stop(platform, "SIGTERM");
    const [counts, book] = [addCounts(all.map((one) => one.counts)), addBooks(all.map((one) => one.book))];
    const run = {
      plan,
      book,
      counts,
      codes: addCodes(all.map((one) => one.codes)),
      errors: [...new Set(all.flatMap((one) => one.errors))],
      recoveries: recoveriesOf(plan, samples),
      samples,
      seconds,
      playersCpuSeconds: all.reduce((sum, one) => sum + one.cpuSeconds, 0),
      equalities: compare(join(folder, "data"), counts, book, players.idFiles),
    };
    const failed = all.flatMap((one) => one.failed);
    return { ...run, claims: claimsOf(run, failed.length) };
  } finally {
    watch.abort();
    players.kill();
    platform.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startPlatform(folder: string, pace: Pace, mqttPort: number, httpPort: number): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("./platform.ts", import.meta.url)), [JSON.stringify(pace)], {
    env: {
      ...process.env,
      HEMVAKT_DATA: folder,
      HEMVAKT_MQTT_PORT: String(mqttPort),
      HEMVAKT_HTTP_PORT: String(httpPort),
      HEMVAKT_LOG_LEVEL: "silent",
    },
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the platform ended with ${code} before it was ready`);
  });
  ended.catch(() => {});
  await Promise.race([once(child, "message"), ended]);
  return child;
}

async function stop(platform: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (platform.exitCode !== null || platform.signalCode !== null) return;
  const gone = once(platform, "exit");
  platform.kill(signal);
  await gone;
}

async function replace(
  platform: ChildProcess,
  how: "kill" | "restart",
  start: () => Promise<ChildProcess>,
): Promise<ChildProcess> {
  await stop(platform, how === "kill" ? "SIGKILL" : "SIGTERM");
  await wait(AWAY_MS);
  return start();
}

function startPlayers(plan: SoakPlan, pace: Pace, port: number, folder: string) {
  const latest = new Map<number, Counts>();
  const idFiles: string[] = [];
  const children: ChildProcess[] = [];
  const done = Array.from({ length: plan.players }, (_, index): Promise<Done> => {
    const idsFile = join(folder, `ids-${index}`);
    idFiles.push(idsFile);
    const [from, to] = [index, index + 1].map((part) => Math.round((plan.hubs * part) / plan.players));
    const share: Share = { plan, pace, port, zone: ZONE, from: from!, to: to!, idsFile };
    const child = fork(fileURLToPath(new URL("./players.ts", import.meta.url)), [JSON.stringify(share)]);
    children.push(child);
    return new Promise((resolve, reject) => {
      child.on("message", (message: FromPlayer) => {
        if (message.kind === "progress") latest.set(index, message.counts);
        if (message.kind === "done") resolve(message);
      });
      child.once("exit", (code) => reject(new Error(`a player ended with ${code}`)));
    });
  });
  return {
    idFiles,
    done: Promise.all(done),
    counts: () => (latest.size === 0 ? { sent: 0, acknowledged: 0 } : addCounts([...latest.values()])),
    kill: () => children.forEach((child) => child.kill("SIGKILL")),
  };
}

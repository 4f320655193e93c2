import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import {
  type Counts,
  type Home,
  type HomeMessage,
  type Period,
  runHomes,
  scheduleHome,
} from "../../simulators/index.ts";
import { realClock } from "../../src/clock.ts";
import { homesOf } from "./homes.ts";
import type { Pace, SoakPlan } from "./plan.ts";

/**
 * Plays a share of the homes against the platform, from a process of its own, and keeps the book of it: what was sent,
 * and which message ids were acknowledged, the latter in a file with a hub and an id a line.
 */
export type Share = {
  readonly plan: SoakPlan;
  readonly pace: Pace;
  readonly port: number;
  readonly zone: string;
  /** This process plays the homes from (inclusive) to (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly idsFile: string;
};

/** What was sent, by why it was sent. */
export type Book = {
  /** Messages. */
  readonly messages: Readonly<Record<HomeMessage["cause"], number>>;
  /** Readings in them. */
  readonly readings: Readonly<Record<HomeMessage["cause"], number>>;
  /** Damaged payloads, each counted once. */
  readonly damaged: number;
};

export type FromPlayer =
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly counts: Counts }
  | {
      readonly kind: "done";
      readonly counts: Counts;
      readonly book: Book;
      readonly failed: readonly { readonly hub: string; readonly code: string }[];
      readonly codes: Readonly<Record<string, number>>;
      readonly errors: readonly string[];
      readonly cpuSeconds: number;
    };

const none = () => ({ measured: 0, asked: 0, "after-outage": 0, memory: 0, redelivery: 0, malformed: 0 });

async function play(share: Share): Promise<void> {
  const { plan, pace, port, zone } = share;
  const homes = homesOf(plan).slice(share.from, share.to);
  const [messages, readings] = [none(), none()];
  const damaged = new Set<string>();

  function* booked(home: Home, period: Period): Generator<HomeMessage, void, undefined> {
    for (const message of scheduleHome(home, period)) {
      messages[message.cause] += 1;
      readings[message.cause] += message.readings;
      if (message.cause === "malformed") damaged.add(digestOf(message));
      yield message;
    }
  }

  const say = (message: FromPlayer): void => void process.send!(message);
  say({ kind: "ready" });
  await wait(Math.max(0, pace.began - realClock.now()));
  const report = await runHomes({
    homes,
    url: `mqtt://127.0.0.1:${port}`,
    speed: pace.speed,
    from: pace.from,
    to: pace.to,
    asOf: pace.from,
    zone,
    messages: booked,
    onProgress: ({ counts }) => say({ kind: "progress", counts }),
  });
  const file = createWriteStream(share.idsFile);
  for (const page of report.ledger.hubs()) {
    for (const id of page.acknowledgedIds()) file.write(`${page.hub} ${id}\n`);
  }
  file.end();
  await finished(file);
  const { user, system } = process.cpuUsage();
  const errors = [...new Set(report.ledger.hubs().flatMap((page) => page.errors()))];
  say({
    kind: "done",
    counts: report.counts,
    book: { messages, readings, damaged: damaged.size },
    failed: report.failed,
    codes: report.codes,
    errors: errors.slice(0, 20),
    cpuSeconds: (user + system) / 1e6,
  });
}

const digestOf = ({ topic, payload }: HomeMessage): string =>
  createHash("sha256").update(`${topic} ${payload}`).digest("base64url");

await play(JSON.parse(process.argv[2]!) as Share);
process.disconnect?.();

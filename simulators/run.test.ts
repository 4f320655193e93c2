import mqtt from "mqtt";
import { afterEach, describe, expect, it } from "vitest";
import { realClock } from "../src/clock.ts";
import { type HomeMessage, makeHomes, publishHistory, runHomes, scheduleHome, startLiveHomes } from "./index.ts";
import { type Mosquitto, startMosquitto } from "./testing/mosquitto.ts";

const zone = "Europe/Stockholm";
const to = Temporal.Instant.from("2026-11-22T12:00:00Z").epochMilliseconds;
const from = to - 10 * 86_400_000;
const homes = makeHomes({ seed: 1, count: 20 });
const expected = homes.flatMap((home) => [...scheduleHome(home, { from, to, zone, asOf: to })]);

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function broker(...settings: string[]): Promise<Mosquitto> {
  const mosquitto = await startMosquitto(...(settings.length > 0 ? settings : ["allow_anonymous true"]));
  closing.push(() => mosquitto.stop());
  return mosquitto;
}

/** Another client that sees what hubs publish. */
async function onlooker(url: string, filter: string, see: (topic: string, payload: string) => void) {
  const client = await mqtt.connectAsync(url, { reconnectPeriod: 50 });
  closing.push(() => client.endAsync(true));
  client.on("message", (topic, payload) => see(topic, payload.toString()));
  await client.subscribeAsync(filter, { qos: 1 });
  return client;
}

describe("homes at a broker", () => {
  it("publish every message of their schedules, byte for byte, and count every acknowledgement", async () => {
    const { url } = await broker();
    const seen: string[] = [];
    await onlooker(url, "hv/v1/+/+", (topic, payload) => topic.endsWith("/state") || seen.push(`${topic} ${payload}`));
    const report = await runHomes({ homes, url, speed: "as-fast-as-possible", from, to, asOf: to, receiptQuietMs: 1 });
    expect(report.counts).toMatchObject({ sent: expected.length, acknowledged: expected.length, connections: 20 });
    expect(seen.sort()).toEqual(expected.map(({ topic, payload }) => `${topic} ${payload}`).sort());
    for (const home of homes) {
      const own = expected.filter(({ topic }) => topic.startsWith(`hv/v1/${home.hub.id}/`));
      expect(report.hubs[home.hub.id]).toMatchObject({ sent: own.length, acknowledged: own.length });
    }
  });

  it("send again, marked as such, what a killed broker had not acknowledged, until the restarted one has", async () => {
    const mosquitto = await broker();
    const seen = new Set<string>();
    let yielded = 0;
    let phase: "running" | "frozen" | "restarted" = "running";
    const restarted = Promise.withResolvers<void>();
    const messages: typeof scheduleHome = function* (home, period): Generator<HomeMessage, void, undefined> {
      for (const message of scheduleHome(home, period)) {
        if (++yielded === Math.floor(expected.length / 2)) {
          mosquitto.freeze();
          phase = "frozen";
        }
        yield message;
      }
    };
    const report = await runHomes({
      homes,
      url: mosquitto.url,
      speed: "as-fast-as-possible",
      from,
      to,
      asOf: to,
      messages,
      receiptQuietMs: 1,
      onProgress: ({ counts }) => {
        if (phase !== "frozen" || counts.sent === counts.acknowledged) return;
        phase = "restarted";
        mosquitto.killAndRestart().then(restarted.resolve, restarted.reject);
      },
    });
    await restarted.promise;
    expect(phase).toBe("restarted");
    expect(report.counts).toMatchObject({ sent: expected.length, acknowledged: expected.length });
    expect(report.counts.resent).toBeGreaterThan(0);
    expect(report.counts.connections).toBeGreaterThan(20);
    for (const { hub } of homes) for (const id of report.ledger.hub(hub.id).acknowledgedIds()) seen.add(id);
    expect(seen).toEqual(new Set(expected.flatMap(({ id }) => id ?? [])));
  });

  it("count receipts by status and code, per hub", async () => {
    const { url } = await broker();
    const answer = await onlooker(url, "hv/v1/+/readings", (topic, payload) => {
      const { id, readings } = JSON.parse(payload) as { id: string; readings: unknown[] };
      const results = readings.map((_, index) =>
        index === 0 ? { index, status: "rejected", code: "VALUE_IMPLAUSIBLE" } : { index, status: "stored" },
      );
      answer.publish(topic.replace("/readings", "/receipts"), JSON.stringify({ id, receivedAt: "", results }), {
        qos: 1,
      });
    });
    const some = homes.slice(0, 3);
    const report = await publishHistory({ homes: some, days: 30, until: to, url, zone, receiptQuietMs: 5000 });
    const { receipts, acknowledged, stored, rejected } = report.counts;
    expect(receipts).toBe(acknowledged);
    expect(rejected).toBe(acknowledged);
    expect(stored).toBeGreaterThan(30);
    expect(report.codes).toEqual({ VALUE_IMPLAUSIBLE: rejected });
  });

  it("say that they are online, and that they are not when they leave", async () => {
    const { url } = await broker();
    const states: boolean[] = [];
    await onlooker(url, "hv/v1/+/state", (_, payload) =>
      states.push((JSON.parse(payload) as { online: boolean }).online),
    );
    await runHomes({ homes: homes.slice(0, 1), url, speed: "as-fast-as-possible", from, to, receiptQuietMs: 1 });
    expect(states).toEqual([true, false]);
  });

  it("give up when the broker refuses their secret, and say so", async () => {
    const { url } = await broker("allow_anonymous false");
    const report = await runHomes({ homes: homes.slice(0, 2), url, speed: "as-fast-as-possible", from, to });
    expect(report.failed).toEqual([
      { hub: homes[0]?.hub.id, code: "MQTT_CREDENTIALS" },
      { hub: homes[1]?.hub.id, code: "MQTT_CREDENTIALS" },
    ]);
    expect(report.counts.sent).toBe(0);
  });

  it("stop at once when told to, however long the schedule", async () => {
    const { url } = await broker();
    const stop = new AbortController();
    const run = runHomes({
      homes: homes.slice(0, 5),
      url,
      speed: 1,
      from: realClock.now(),
      to: Number.POSITIVE_INFINITY,
      everyMs: 1000,
      signal: stop.signal,
      onProgress: ({ counts }) => {
        if (counts.acknowledged > 0) stop.abort();
      },
    });
    const report = await run;
    expect(report.aborted).toBe(true);
    expect(report.counts.acknowledged).toBeGreaterThan(0);
  });

  it("send the same bytes at a pace as at full speed", async () => {
    const { url } = await broker();
    const two = homes.slice(0, 2).map((home) => ({ ...home, disturbances: { ...home.disturbances, outage: 0.3 } }));
    const ids: string[][] = [];
    for (const speed of [2_000_000, "as-fast-as-possible"] as const) {
      const report = await runHomes({ homes: two, url, speed, from, to, asOf: to, receiptQuietMs: 1 });
      ids.push(
        report.ledger
          .hubs()
          .flatMap((hub) => hub.acknowledgedIds())
          .sort(),
      );
    }
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]?.length).toBeGreaterThan(20);
  });

  it("measure again when asked, with what they were asked for counted as sent; without people a prompt is only shown", async () => {
    const { url } = await broker();
    const [asked, shown] = [new Set<string>(), [] as string[]];
    const enough = new AbortController();
    const client = await onlooker(url, "hv/v1/+/+", (topic, payload) => {
      const [, , hub, channel] = topic.split("/") as [string, string, string, string];
      if (channel === "prompted") shown.push((JSON.parse(payload) as { id: string }).id);
      if ((channel !== "gatt" && channel !== "readings") || asked.has(hub)) return;
      asked.add(hub);
      const prompt = JSON.stringify({ id: hub, kind: "measure-again", text: "Once more, please." });
      // The same bytes twice, as QoS 1 may bring them.
      for (const _ of [1, 2]) client.publish(`hv/v1/${hub}/prompts`, prompt, { qos: 1 });
    });
    const some = homes.slice(0, 8);
    const report = await runHomes({
      homes: some,
      url,
      speed: 1,
      from: realClock.now(),
      to: Number.POSITIVE_INFINITY,
      everyMs: 4000,
      looksAfter: [100, 500],
      pause: [10, 50],
      signal: enough.signal,
      onProgress: ({ counts }) => {
        if (counts.asked === some.length && counts.measuredAgain > 2 && counts.sent === counts.acknowledged)
          enough.abort();
      },
    });
    expect(report.counts.asked).toBe(some.length);
    expect(report.counts.measuredAgain).toBeLessThanOrEqual(some.length);
    expect(shown.sort()).toEqual(some.map(({ hub }) => hub.id).sort());
    expect(report.counts.acknowledged).toBe(report.counts.sent);

    asked.clear();
    const replayed = await runHomes({
      homes,
      url,
      speed: "as-fast-as-possible",
      from,
      to,
      asOf: to,
      receiptQuietMs: 1,
    });
    expect(asked.size).toBe(homes.length);
    expect(replayed.counts).toMatchObject({ sent: expected.length, acknowledged: expected.length, measuredAgain: 0 });
  }, 30_000);

  it("measure every few seconds in a demo until stopped", async () => {
    const { url } = await broker();
    const first = Promise.withResolvers<string>();
    await onlooker(url, "hv/v1/+/+", (topic, payload) => topic.endsWith("/state") || first.resolve(payload));
    const live = startLiveHomes({ homes: homes.slice(0, 10), url, cadence: "PT5S" });
    const { sentAt } = JSON.parse(await first.promise) as { sentAt: string };
    expect(Math.abs(Temporal.Instant.from(sentAt).epochMilliseconds - realClock.now())).toBeLessThan(60_000);
    const report = await live.stop();
    expect(live.stats()?.counts).toEqual(report.counts);
    expect(report.counts.acknowledged).toBeGreaterThan(0);
  });
});

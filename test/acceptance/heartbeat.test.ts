import mqtt from "mqtt";
import { afterEach, expect, test } from "vitest";
import { type Platform, startPlatform } from "../helpers/platform.ts";

let platform: Platform;
afterEach(() => platform.close());

const start = async () => {
  platform = await startPlatform("2026-11-20T12:00:00+01:00", {}, { HEMVAKT_HEARTBEAT_SECONDS: "3600" });
  await platform.app.beat();
};
const health = async () => {
  const response = await fetch(platform.url("/health/heartbeat"));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(platform.url("/metrics"))).text();
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
};
const commands = (): number => {
  const db = platform.reader();
  const { n } = db.get<{ n: number }>("SELECT count(*) AS n FROM command")!;
  db.close();
  return n;
};

test("the platform's own message goes the whole way, is no command of the log, and its age is told", async () => {
  await start();
  const before = commands();
  expect(await health()).toEqual({ status: 200, body: { status: "beating", ageSeconds: 0 } });
  platform.clock.advance(90_000);
  expect(await health()).toMatchObject({ status: 200, body: { ageSeconds: 90 } });
  expect(await metric("hemvakt_heartbeat_age_seconds")).toBe(90);
  await platform.app.beat();
  expect(await metric("hemvakt_heartbeat_age_seconds")).toBe(0);
  expect(commands()).toBe(before);
  // It is nobody's hub.
  expect(await metric("hemvakt_hubs_connected")).toBe(0);
});

test("when nothing is acknowledged any more, who watches from outside is told", async () => {
  await start();
  platform.clock.advance(5 * 3_600_000);
  expect(await health()).toMatchObject({ status: 503, body: { code: "HEARTBEAT_STOPPED", ageSeconds: 18_000 } });
});

test("control: with a ledger that takes nothing no heartbeat is acknowledged, while the process looks well", async () => {
  await start();
  await platform.app.ledger.stop();
  platform.clock.advance(5 * 3_600_000);
  // Never answered: it is sent again and again.
  platform.app.beat().catch(() => undefined);
  const refused = 'hemvakt_refusals_total{code="STORE_UNAVAILABLE"}'.replace(/[{}"]/g, (sign) => `\\${sign}`);
  while (!((await metric(refused)) > 0));
  expect(await health()).toMatchObject({ status: 503, body: { ageSeconds: 18_000 } });
  expect((await fetch(platform.url("/health/live"))).status).toBe(200);
});

test("its age goes on over a restart, and how long the platform was away becomes known", async () => {
  await start();
  platform.clock.advance(600_000);
  await platform.restart();
  await platform.app.beat();
  const db = platform.reader();
  expect(db.all("SELECT what, from_at, to_at FROM downtime").map((row) => ({ ...row }))).toEqual([
    { what: "platform", from_at: platform.clock.now() - 600_000, to_at: platform.clock.now() },
  ]);
  db.close();
  expect(await health()).toMatchObject({ status: 200, body: { ageSeconds: 0 } });
});

test("nobody outside can speak for it", async () => {
  await start();
  const db = platform.reader();
  expect(db.all("SELECT id FROM hub WHERE id LIKE 'heartbeat%'")).toEqual([]);
  db.close();
  const attempt = mqtt.connectAsync(`mqtt://127.0.0.1:${platform.app.ports.mqtt}`, {
    username: "heartbeat-000000000000000000000000",
    password: "guess",
    reconnectPeriod: 0,
  });
  await expect(attempt).rejects.toThrow(/Not authorized|Bad username/i);
});

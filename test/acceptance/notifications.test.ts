import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { isSigned, webhookSecret } from "../../src/notify/webhook-secret.ts";
import { storeFile } from "../../src/store/sqlite/open.ts";
import { type Endpoint, endpoint } from "../helpers/endpoint.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";

/** Told, out of the house: a real SMTP server (Debian's aiosmtpd) and real HTTP endpoints, with outages and hangs. */

const aiosmtpd = "/usr/bin/aiosmtpd";
beforeAll(() => {
  if (!existsSync(aiosmtpd)) throw new Error("aiosmtpd is missing: apt-get install python3-aiosmtpd");
});

let platform: Platform;
const undo: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  await platform.close();
  for (const one of undo.splice(0).toReversed()) await one();
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listening = (server: Server, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(portOf(server)));
  });
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A mail server; `mails` are what it was given, whole. */
async function mailServer(
  port: number,
): Promise<{ mails: string[]; next: () => Promise<string>; stop: () => Promise<void> }> {
  const process: ChildProcess = spawn(
    aiosmtpd,
    ["-n", "-l", `127.0.0.1:${port}`, "-c", "aiosmtpd.handlers.Debugging", "stdout"],
    {
      env: { PATH: "/usr/bin:/bin", PYTHONUNBUFFERED: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const mails: string[] = [];
  const waiting: (() => void)[] = [];
  let text = "";
  process.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    for (
      let end = text.indexOf("------------ END MESSAGE ------------");
      end >= 0;
      end = text.indexOf("------------ END MESSAGE ------------")
    ) {
      mails.push(text.slice(0, end));
      text = text.slice(end + "------------ END MESSAGE ------------".length);
      waiting.splice(0).forEach((wake) => wake());
    }
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (process.exitCode !== null || process.signalCode !== null) return resolve();
      process.once("exit", () => resolve());
      process.kill();
    });
  undo.push(stop);
  while (!(await isThere(port))) if (process.exitCode !== null) throw new Error("aiosmtpd ended");
  return {
    mails,
    stop,
    async next() {
      while (mails.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      return mails.shift()!;
    },
  };
}
const isThere = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.end();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

async function gateway(answer: () => number | "hang"): Promise<Endpoint> {
  const opened = await endpoint(answer);
  undo.push(() => opened.stop());
  return opened;
}

async function contact(team: string, how: object): Promise<void> {
  const { version } = row<{ version: number }>("SELECT version FROM team WHERE id = ?", team);
  await platform.app.ledger.submit({
    kind: "team-change",
    team,
    change: { contact: how },
    ifVersion: version,
    actor: "alva",
  });
}
function row<T>(sql: string, ...parameters: string[]): T {
  const db = platform.reader();
  try {
    return db.get<T>(sql, ...parameters)!;
  } finally {
    db.close();
  }
}
const rows = <T>(sql: string): T[] => {
  const db = platform.reader();
  try {
    return db.all<T>(sql);
  } finally {
    db.close();
  }
};
/** Soheil's saturation falls: his team, night, is told. */
async function alarm(): Promise<void> {
  const hub = await platform.hub("hub-greta");
  await hub.publish("readings", {
    id: `m${platform.clock.now()}`,
    device: "oximeter",
    readings: [
      {
        kind: "oxygen-saturation",
        spo2: 82,
        unit: "%",
        at: Temporal.Instant.fromEpochMilliseconds(platform.clock.now()).toString(),
      },
    ],
  });
}
const pass = async (ms: number): Promise<void> => {
  platform.clock.set(platform.clock.now() + ms);
  await platform.app.notify();
};
const states = () =>
  rows<{ channel: string; state: string; attempts: number; code: string | null }>(
    "SELECT channel, state, attempts, code FROM delivery ORDER BY notification, channel",
  );

describe("a red alert at night", () => {
  it("when nothing ever reaches anybody, all steps are through within seconds, and then it is told every quarter of an hour", async () => {
    platform = await startPlatform("2026-11-22T02:10:00+01:00");
    // No mail server is configured.
    await contact("night", { email: "natt@example.org" });
    await alarm();
    const tellings = () => row<{ n: number }>("SELECT count(*) AS n FROM event WHERE type = 'alert.told'").n;
    for (let second = 0; second < 20; second += 1) {
      await pass(1000);
      await platform.app.tick();
    }
    expect(tellings()).toBe(4);
    for (let minute = 0; minute < 15; minute += 1) {
      await pass(60_000);
      await platform.app.tick();
    }
    expect(tellings()).toBe(5);
  });

  it("reaches the team's mailbox and its gateway within seconds, and names nobody", async () => {
    const port = await freePort();
    const mail = await mailServer(port);
    const pager = await gateway(() => 204);
    platform = await startPlatform(
      "2026-11-22T02:10:00+01:00",
      {},
      { HEMVAKT_SMTP_URL: `smtp://127.0.0.1:${port}`, HEMVAKT_PUBLIC_URL: "https://hemvakt.example.org" },
    );
    await contact("night", { phone: "08-1", email: "natt@example.org", webhook: pager.url });
    const began = performance.now();
    await alarm();
    const [letter, call] = [await mail.next(), await pager.next()];
    expect(performance.now() - began).toBeLessThan(10_000);

    const told = row<{ id: string; alert: string }>("SELECT id, alert FROM notification");
    expect(letter).toContain("To: natt@example.org");
    expect(letter).toContain(`Message-ID: <${told.id}.email@hemvakt>`);
    const body = JSON.parse(call.body) as Record<string, unknown>;
    expect(body).toMatchObject({
      id: `${told.id}.webhook`,
      occasion: "alert",
      severity: "red",
      team: "night",
      alert: told.alert,
      step: 0,
    });
    expect(body["text"]).toContain(`https://hemvakt.example.org/alerts/${told.alert}`);
    expect(call.headers["idempotency-key"]).toBe(`${told.id}.webhook`);
    const secret = webhookSecret(loadOrCreateKey(platform.folder), "night");
    const at = Number(call.headers["hemvakt-timestamp"]);
    expect(isSigned(secret, at, call.body, String(call.headers["hemvakt-signature"]))).toBe(true);
    expect(isSigned(secret, at, call.body.replace("red", "xxx"), String(call.headers["hemvakt-signature"]))).toBe(
      false,
    );
    for (const sent of [letter, call.body]) expect(sent).not.toMatch(/Soheil|Prov|82|saturation|mättnad/i);
    await platform.app.notify();
    expect(states()).toMatchObject([
      { channel: "email", state: "accepted", attempts: 1 },
      { channel: "webhook", state: "accepted", attempts: 1 },
    ]);

    // Who opens it has seen it; that alone stops nothing.
    const nils = await platform.person("nils");
    const seen = async () =>
      ((await nils.get(`alerts/${told.alert}/notifications`)).body["items"] as { seenAt: string | null }[])[0]!.seenAt;
    expect(await seen()).toBeNull();
    await nils.get(`alerts/${told.alert}`);
    expect(await seen()).not.toBeNull();
    expect((await nils.get(`alerts/${told.alert}`)).body).toMatchObject({ state: "open" });
  });

  it("signs webhooks with both secrets while one is being changed, and with the new one alone after that", async () => {
    const pager = await gateway(() => 204);
    platform = await startPlatform("2026-11-22T02:10:00+01:00");
    await contact("night", { webhook: pager.url });
    const key = loadOrCreateKey(platform.folder);
    const rights = async (): Promise<boolean[]> => {
      await alarm();
      const { headers, body } = await pager.next();
      await platform.app.notify();
      const [at, signatures] = [Number(headers["hemvakt-timestamp"]), String(headers["hemvakt-signature"])];
      return [0, 1].map((turn) => isSigned(webhookSecret(key, "night", turn), at, body, signatures));
    };
    expect(await rights()).toEqual([true, false]);
    const overlapUntil = platform.clock.now() + 3_600_000;
    const rotation = { kind: "webhook-rotate", team: "night", overlapUntil, ifTurn: 0 } as const;
    await platform.app.ledger.submit({ ...rotation, actor: "alva" });
    platform.clock.advance(1_800_000);
    await platform.app.tick();
    expect(await rights()).toEqual([true, true]);
    platform.clock.advance(1_800_000);
    await platform.app.tick();
    expect(await rights()).toEqual([false, true]);
  });

  it("waits out a mail server that is down, and comes once it is back, once", async () => {
    const port = await freePort();
    platform = await startPlatform("2026-11-22T02:10:00+01:00", {}, { HEMVAKT_SMTP_URL: `smtp://127.0.0.1:${port}` });
    await contact("night", { email: "natt@example.org" });
    await alarm();
    await platform.app.notify();
    expect(states()).toMatchObject([{ state: "queued", attempts: 1, code: expect.stringMatching(/^E(CONN|SOCKET)/) }]);
    await pass(1000);
    expect(states()).toMatchObject([{ state: "queued", attempts: 2 }]);
    const mail = await mailServer(port);
    await pass(2000);
    expect(states()).toMatchObject([{ state: "accepted", attempts: 3 }]);
    expect(await mail.next()).toContain("natt@example.org");
    await pass(60_000);
    expect(mail.mails).toEqual([]);
  });

  it("isn't delayed by a gateway that hangs: the letter is there, and the gateway is tried again", async () => {
    const port = await freePort();
    const mail = await mailServer(port);
    let hangs = true;
    const pager = await gateway(() => (hangs ? "hang" : 200));
    platform = await startPlatform(
      "2026-11-22T02:10:00+01:00",
      {},
      { HEMVAKT_SMTP_URL: `smtp://127.0.0.1:${port}`, HEMVAKT_NOTIFY_SECONDS: "1" },
    );
    await contact("night", { email: "natt@example.org", webhook: pager.url });
    await alarm();
    expect(await mail.next()).toContain("natt@example.org");
    await pager.next();
    await platform.app.notify();
    expect(states()).toMatchObject([
      { channel: "email", state: "accepted" },
      { channel: "webhook", state: "queued", attempts: 1, code: "WEBHOOK_TIMEOUT" },
    ]);
    hangs = false;
    await pass(1000);
    expect(states()).toMatchObject([{}, { channel: "webhook", state: "accepted", attempts: 2 }]);
    // The same key both times: whoever took it twice knows it.
    expect(new Set(pager.calls.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  it("is told to the next at once when nothing of a step reaches anybody", async () => {
    const pager = await gateway(() => 410);
    platform = await startPlatform("2026-11-22T02:10:00+01:00");
    await contact("night", { webhook: pager.url });
    await alarm();
    await platform.app.notify();
    expect(states()).toMatchObject([{ channel: "webhook", state: "failed", code: "WEBHOOK_410" }]);
    await platform.app.tick();
    // A quarter of an hour has not passed.
    expect(rows<{ step: number }>("SELECT step FROM notification ORDER BY at, id").map(({ step }) => step)).toContain(
      1,
    );
  });

  it("follows no redirect, and calls nobody over http off this machine", async () => {
    const pager = await gateway(() => 302);
    platform = await startPlatform("2026-11-22T02:10:00+01:00");
    await contact("night", { webhook: pager.url });
    await alarm();
    await platform.app.notify();
    expect(states()).toMatchObject([{ state: "queued", code: "WEBHOOK_302" }]);
    await contact("night", { webhook: "http://192.0.2.1/page" });
    await pass(2000);
    expect(states()).toMatchObject([{ state: "failed", code: "WEBHOOK_INSECURE" }]);
  });

  it("goes out again under the same key when the platform died between acceptance and note; the repeat is counted", async () => {
    const pager = await gateway(() => 200);
    platform = await startPlatform("2026-11-22T02:10:00+01:00");
    await contact("night", { webhook: pager.url });
    await alarm();
    await pager.next();
    await platform.app.notify();
    expect(states()).toMatchObject([{ state: "accepted", attempts: 1 }]);
    await platform.app.stop();
    // As the store was when the gateway had taken it and nothing was noted yet.
    const store = new DatabaseSync(storeFile(platform.folder));
    store.exec("UPDATE delivery SET state = 'queued', attempts = 0, next_at = 0, settled_at = NULL");
    store.close();
    await platform.restart();
    const again = await pager.next();
    await platform.app.notify();
    expect(again.headers["idempotency-key"]).toBe(pager.calls[0]!.headers["idempotency-key"]);
    expect(states()).toMatchObject([{ state: "accepted", attempts: 1 }]);
    expect(pager.calls).toHaveLength(2);
  });
});

it("somebody on the rota is told at their own address, and one broken recipient delays no other", async () => {
  const port = await freePort();
  const mail = await mailServer(port);
  platform = await startPlatform("2026-11-22T02:10:00+01:00", {}, { HEMVAKT_SMTP_URL: `smtp://127.0.0.1:${port}` });
  const nils = await platform.person("nils");
  expect((await nils.put("staff/me/email", { email: "nils@example.org" })).status).toBe(204);
  await contact("night", { email: "natt@example.org", webhook: "http://127.0.0.1:1/nobody" });
  const now = platform.clock.now();
  await platform.app.ledger.submit({
    kind: "shift-add",
    team: "night",
    shifts: [{ staff: "nils", role: "primary", from: now - 1000, to: now + 86_400_000 }],
    actor: "alva",
  });
  await alarm();
  const letters = [await mail.next(), await mail.next()].join("\n");
  expect(letters).toContain("To: nils@example.org");
  expect(letters).toContain("To: natt@example.org");
  const log = rows<{ n: number }>("SELECT count(*) AS n FROM event WHERE data LIKE '%example.org%'");
  expect(log).toMatchObject([{ n: 0 }]);
});

it("quiet hours silence what isn't red, and never red on duty; who has no address is told through the team's", async () => {
  const pager = await gateway(() => 200);
  platform = await startPlatform("2026-11-22T02:10:00+01:00");
  const nils = await platform.person("nils");
  const asked = { email: true, quiet: { from: "21:00", until: "07:00" } };
  expect((await nils.put("staff/me/notifications", asked)).status).toBe(204);
  expect((await nils.get("staff/me/notifications")).body).toMatchObject({ ...asked, hasEmail: false });
  await contact("night", { email: "natt@example.org", webhook: pager.url });
  const now = platform.clock.now();
  await platform.app.ledger.submit({
    kind: "shift-add",
    team: "night",
    shifts: [{ staff: "nils", role: "primary", from: now - 1000, to: now + 86_400_000 }],
    actor: "alva",
  });
  await alarm();
  const channelsOf = (sql: string) => rows<{ channel: string }>(sql).map(({ channel }) => channel);
  const toNils = "SELECT channel FROM delivery d JOIN notification n ON n.id = d.notification WHERE n.staff = 'nils'";
  expect(channelsOf(`${toNils} AND n.severity = 'red' ORDER BY 1`)).toEqual(["email", "webhook"]);
  const { id, version } = row<{ id: string; version: number }>("SELECT id, version FROM alert");
  await platform.app.ledger.submit({
    kind: "alert-assign",
    alert: id,
    assignee: "nils",
    ifVersion: version,
    actor: "doris",
  });
  // Given to him off the rota, at night: that can wait until seven.
  expect(channelsOf(`${toNils} AND n.occasion = 'assigned'`)).toEqual([]);
});

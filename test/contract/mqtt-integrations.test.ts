import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import mqtt from "mqtt";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, startPlatform } from "../helpers/platform.ts";

/** Programs that hear alerts of some teams: mosquitto's own client, and what they may not do. */

const program = "/usr/bin/mosquitto_sub";
beforeAll(() => {
  if (!existsSync(program)) throw new Error("mosquitto_sub is missing: apt-get install mosquitto-clients");
});

let platform: Platform;
let admin: Awaited<ReturnType<Platform["person"]>>;
const undo: (() => void)[] = [];
beforeEach(async () => {
  platform = await startPlatform("2026-11-22T14:00:00+01:00");
  await platform.app.ledger.submit({
    kind: "staff-create",
    actor: "import",
    id: "alva",
    username: "alva",
    password: (await hashOf()) as string,
    role: "admin",
    teams: ["north", "night"],
    person: { given: "Alva", family: "Prov" },
  });
  admin = await platform.person("alva");
});
afterEach(async () => {
  for (const one of undo.splice(0)) one();
  await platform.close();
});

/** The same password as everybody's. */
async function hashOf(): Promise<unknown> {
  const db = platform.reader();
  try {
    return db.get<{ password: string }>("SELECT password FROM staff WHERE id = 'karin'")!.password;
  } finally {
    db.close();
  }
}

async function integration(id: string, teams: string[]): Promise<{ username: string; password: string }> {
  const { status, body } = await admin.post("integrations", { id, about: "Paging, test", teams });
  expect(status).toBe(201);
  return { username: body["username"] as string, password: body["secret"] as string };
}

/** mosquitto_sub; `lines` come as it prints them. */
function subscriber({ username, password }: { username: string; password: string }, ...topics: string[]) {
  // Line by line: through a pipe it would keep what it says until its buffer is full.
  const child = spawn(
    "stdbuf",
    [
      "-oL",
      program,
      "-h",
      "127.0.0.1",
      "-p",
      String(platform.app.ports.mqtt),
      "-u",
      username,
      "-P",
      password,
      "-q",
      "1",
      "-v",
      "-d",
    ].concat(topics.flatMap((topic) => ["-t", topic])),
  );
  undo.push(() => child.kill());
  let text = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const wake of waiting) wake();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    ended,
    text: () => text,
    async until(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return found;
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
  };
}

/** A device that is nobody's: a technical alert of its hub's team, north. */
async function weigh(): Promise<void> {
  const hub = await platform.hub("hub-greta");
  await hub.publish("readings", {
    id: "loose",
    device: "loose",
    readings: [{ kind: "body-weight", value: 82, unit: "kg", at: "2026-11-22T13:00:00Z" }],
  });
  hub.client.end();
}
async function breathe(spo2: number): Promise<void> {
  const hub = await platform.hub("hub-greta");
  const at = Temporal.Instant.fromEpochMilliseconds(platform.clock.now()).toString();
  await hub.publish("readings", {
    id: `o${spo2}`,
    device: "oximeter",
    readings: [{ kind: "oxygen-saturation", spo2, unit: "%", at }],
  });
  hub.client.end();
}

describe("an integration", () => {
  it("hears of its team's alerts with mosquitto_sub: ids, codes and states, nothing measured and nobody named", async () => {
    const heard = subscriber(await integration("paging", ["night"]), "hv/v1/teams/night/alerts");
    await heard.until(/SUBACK/);
    await breathe(82);
    const [, json = ""] = await heard.until(/hv\/v1\/teams\/night\/alerts (\{.*"type":"alert\.opened".*\})/);
    expect(JSON.parse(json)).toEqual({
      seq: expect.any(Number),
      at: "2026-11-22T13:00:00.000Z",
      type: "alert.opened",
      alert: expect.any(String),
      patient: "soheil",
      team: "night",
      severity: "red",
      category: "clinical",
      concern: "oxygen-low",
      state: "open",
      version: 1,
    });
    expect(heard.text()).not.toMatch(/Exempel|82|"(value|reason|text|note|actor)"/);
    const nils = await platform.person("nils");
    const { alert } = JSON.parse(json) as { alert: string };
    const taken = await nils.post(
      `alerts/${alert}/acknowledge`,
      { promise: { text: "hemligt", due: "2026-11-22T13:30:00Z" } },
      { "if-match": '"1"' },
    );
    expect(taken.status).toBe(200);
    await heard.until(/"type":"alert\.acknowledged"/);
    expect(heard.text()).not.toMatch(/hemligt/);
  });

  it("hears its own teams by a wildcard, and those it has at that moment", async () => {
    const account = await integration("both", ["north", "night"]);
    const heard = subscriber(account, "hv/v1/teams/+/alerts");
    await heard.until(/SUBACK/);
    await breathe(82);
    await heard.until(/teams\/night\/alerts/);
    const { etag } = await admin.get("integrations/both");
    const changed = await fetch(platform.url("/api/v1/integrations/both"), {
      method: "PATCH",
      headers: { authorization: `Bearer ${admin.token}`, "content-type": "application/json", "if-match": etag },
      body: JSON.stringify({ teams: ["north"] }),
    });
    expect(changed.status).toBe(200);
    const before = heard.text().split("teams/night/alerts").length;
    await breathe(75);
    await weigh();
    await heard.until(/teams\/north\/alerts/);
    expect(heard.text().split("teams/night/alerts").length).toBe(before);
  });

  it.each(["hv/v1/teams/north/alerts", "hv/v1/hub-greta/readings", "hv/v1/hub-greta/#", "hv/v1/+/readings", "#"])(
    "is refused %s and sent away",
    async (topic) => {
      const heard = subscriber(await integration("paging", ["night"]), topic);
      await heard.until(/128|refused|denied|closed|lost/i);
    },
  );

  it("may say nothing: not as a team, not as a hub, not by its will", async () => {
    const account = await integration("paging", ["night"]);
    const options = { ...account, reconnectPeriod: 0 };
    const broker = `mqtt://127.0.0.1:${platform.app.ports.mqtt}`;
    for (const topic of ["hv/v1/teams/night/alerts", "hv/v1/hub-greta/readings", "hv/v1/teams/paging/state"]) {
      const client = await mqtt.connectAsync(broker, options);
      undo.push(() => client.end(true));
      const closed = new Promise<void>((resolve) => client.once("close", () => resolve()));
      client.publish(topic, "{}", { qos: 1 }, () => {});
      await closed;
    }
    const will = { topic: "hv/v1/teams/state", payload: Buffer.from("{}"), qos: 1, retain: false } as const;
    await expect(mqtt.connectAsync(broker, { ...options, will })).rejects.toThrow(/authorized/i);
    const db = platform.reader();
    expect(db.all("SELECT * FROM quarantine")).toEqual([]);
    expect(db.all("SELECT * FROM reading")).toEqual([]);
    expect(db.all("SELECT * FROM hub WHERE id LIKE 'teams%'")).toEqual([]);
    db.close();
  });

  it("is kept what it misses for a while away, in its own session and nobody else's", async () => {
    const account = await integration("paging", ["night"]);
    const broker = `mqtt://127.0.0.1:${platform.app.ports.mqtt}`;
    const options = { ...account, reconnectPeriod: 0, clean: false, clientId: "pager/1" };
    const first = await mqtt.connectAsync(broker, options);
    await first.subscribeAsync("hv/v1/teams/night/alerts", { qos: 1 });
    await first.endAsync();
    await breathe(82);
    const again = mqtt.connect(broker, options);
    undo.push(() => again.end(true));
    const message = await new Promise<string>((resolve) =>
      again.once("message", (_, payload) => resolve(String(payload))),
    );
    expect(JSON.parse(message)).toMatchObject({ type: "alert.opened", team: "night" });
  });

  it("is sent away when its secret is changed and when it is revoked, and let in with the new secret only", async () => {
    const account = await integration("paging", ["night"]);
    const broker = `mqtt://127.0.0.1:${platform.app.ports.mqtt}`;
    const client = await mqtt.connectAsync(broker, { ...account, reconnectPeriod: 0 });
    const closed = new Promise<void>((resolve) => client.once("close", () => resolve()));
    const rotated = await admin.post("integrations/paging/rotate", {}, { "if-match": '"1"' });
    await closed;
    await expect(mqtt.connectAsync(broker, { ...account, reconnectPeriod: 0 })).rejects.toThrow(
      /username or password/i,
    );
    const fresh = { username: account.username, password: rotated.body["secret"] as string, reconnectPeriod: 0 };
    const second = await mqtt.connectAsync(broker, fresh);
    const gone = new Promise<void>((resolve) => second.once("close", () => resolve()));
    await fetch(platform.url("/api/v1/integrations/paging"), {
      method: "DELETE",
      headers: { authorization: `Bearer ${admin.token}`, "if-match": rotated.etag },
    });
    await gone;
    await expect(mqtt.connectAsync(broker, fresh)).rejects.toThrow(/authorized/i);
    // No hub can sign in as one, nor an integration as a hub.
    await expect(mqtt.connectAsync(broker, { ...fresh, username: "teams" })).rejects.toThrow();
    await expect(mqtt.connectAsync(broker, { ...fresh, username: "paging" })).rejects.toThrow();
  });

  it("is the business of administrators", async () => {
    const karin = await platform.person("karin");
    expect((await karin.get("integrations")).status).toBe(403);
    expect((await karin.post("integrations", { id: "x", about: "x", teams: ["north"] })).status).toBe(403);
    expect((await admin.post("integrations", { id: "x", about: "x", teams: ["nowhere"] })).status).toBe(404);
    await integration("x", ["north"]);
    expect((await admin.post("integrations", { id: "x", about: "x", teams: ["north"] })).status).toBe(409);
    const { body } = await admin.get("integrations");
    expect(JSON.stringify(body)).not.toMatch(/secret/);
  });
});

describe("a webhook's secret", () => {
  it("is changed by turn; two people at once change it once", async () => {
    const first = await admin.get("teams/night/webhook-secret");
    const rotated = await admin.post("teams/night/webhook-secret/rotate", { overlapHours: 1 }, { "if-match": '"0"' });
    expect(rotated.body).toMatchObject({ version: 1, overlapUntil: "2026-11-22T14:00:00.000Z" });
    expect(rotated.body["secret"]).not.toBe(first.body["secret"]);
    const late = await admin.post("teams/night/webhook-secret/rotate", { overlapHours: 1 }, { "if-match": '"0"' });
    expect(late.status).toBe(412);
    platform.clock.advance(3_600_000);
    expect((await admin.get("teams/night/webhook-secret")).body).toMatchObject({ overlapUntil: null, version: 1 });
  });
});

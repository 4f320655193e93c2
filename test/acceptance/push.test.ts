import { afterEach, describe, expect, it } from "vitest";
import { pushBrowser, vapidClaims } from "../helpers/browser-push.ts";
import { type Endpoint, endpoint } from "../helpers/endpoint.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";

/** Told in the browser: a real push service on loopback, decrypted as a browser does. */

let platform: Platform;
let service: Endpoint;
afterEach(async () => {
  await platform.close();
  service.stop();
});

/** Nils, of the night team, wants to be told on his phone of what the team is told. */
async function open(answer: Parameters<typeof endpoint>[0]) {
  service = await endpoint(answer);
  platform = await startPlatform("2026-11-22T02:10:00+01:00", {}, { HEMVAKT_PUSH_SERVICES: service.host });
  const nils = await platform.person("nils");
  await nils.put("staff/me/notifications", { push: "team" });
  return nils;
}
type Nils = Awaited<ReturnType<typeof open>>;
async function subscribe(nils: Nils, path: string) {
  const browser = pushBrowser(`http://${service.host}/${path}`);
  const answer = await nils.post("staff/me/push", { label: path, subscription: browser.subscription });
  expect(answer.status).toBe(201);
  return browser;
}
const browsers = async (nils: Nils) => (await nils.get("staff/me/push")).body["items"] as { label: string }[];
/** Soheil's saturation falls: his team, night, is told. */
async function alarm(): Promise<void> {
  const hub = await platform.hub("hub-greta");
  const at = Temporal.Instant.fromEpochMilliseconds(platform.clock.now()).toString();
  const readings = [{ kind: "oxygen-saturation", spo2: 82, unit: "%", at }];
  await hub.publish("readings", { id: `m${platform.clock.now()}`, device: "oximeter", readings });
}
function deliveries() {
  const db = platform.reader();
  try {
    return db
      .all<{ state: string; attempts: number; code: string | null }>(
        "SELECT state, attempts, code FROM delivery WHERE channel = 'push' ORDER BY notification",
      )
      .map((row) => ({ ...row }));
  } finally {
    db.close();
  }
}

describe("a red alert at night, pushed to a phone", () => {
  it("can be read by that phone alone, is signed, replaces what is still under way, and names nobody", async () => {
    const nils = await open(() => 201);
    const phone = await subscribe(nils, "phone");
    await alarm();
    const call = await service.next();
    const said = phone.open(call.bytes);
    expect(said).toMatchObject({
      severity: "red",
      look: `/alerts/${said["alert"] as string}`,
      body: { sv: "Rött larm för night, 02:10.", en: "Red alert for night, 02:10." },
    });
    expect(JSON.stringify(said)).not.toMatch(/Soheil|Prov|82|saturation|mättnad/i);
    expect(() => pushBrowser(service.url).open(call.bytes)).toThrow();
    const { key } = (await nils.get("staff/me/push")).body as { key: string };
    expect(vapidClaims(String(call.headers["authorization"]), key)).toMatchObject({
      aud: `http://${service.host}`,
      sub: expect.stringMatching(/^mailto:/),
    });
    expect(call.headers).toMatchObject({ urgency: "high", ttl: "900", topic: expect.stringMatching(/^[\w-]{32}$/) });
    await platform.app.notify();
    expect(deliveries()).toEqual([{ state: "accepted", attempts: 1, code: null }]);
  });

  it("goes to both of two browsers; one that is gone is forgotten, and the other has been told", async () => {
    const nils = await open((_, path) => (path === "/old" ? 410 : 201));
    await subscribe(nils, "old");
    const phone = await subscribe(nils, "phone");
    await alarm();
    await platform.app.notify();
    const readable = service.calls.filter(({ bytes }) => {
      try {
        return phone.open(bytes);
      } catch {
        return false;
      }
    });
    expect([service.calls.length, readable.length]).toEqual([2, 1]);
    expect(deliveries()).toEqual([{ state: "accepted", attempts: 1, code: null }]);
    expect((await browsers(nils)).map(({ label }) => label)).toEqual(["phone"]);
  });

  it.each([404, 410])(
    "a browser that is gone (%i) counts as nobody reached, and the next step begins",
    async (status) => {
      const nils = await open(() => status);
      await subscribe(nils, "old");
      await alarm();
      await platform.app.notify();
      expect(deliveries()).toEqual([{ state: "failed", attempts: 1, code: "PUSH_GONE" }]);
      expect(await browsers(nils)).toEqual([]);
      platform.clock.advance(1000);
      await platform.app.tick();
      const told = platform.reader();
      const events = told.all<{ data: string }>("SELECT data FROM event WHERE type = 'alert.told' ORDER BY seq");
      told.close();
      expect(events).toHaveLength(2);
    },
  );

  it("is tried again when the service is down, under the same topic, and not when it refuses", async () => {
    let answer: number | "hang" = 503;
    const nils = await open(() => answer);
    await subscribe(nils, "phone");
    await alarm();
    await platform.app.notify();
    expect(deliveries()).toEqual([{ state: "queued", attempts: 1, code: "PUSH_503" }]);
    answer = 201;
    platform.clock.advance(1000);
    await platform.app.notify();
    expect(deliveries()).toEqual([{ state: "accepted", attempts: 2, code: null }]);
    expect(new Set(service.calls.map(({ headers }) => headers["topic"])).size).toBe(1);
    answer = 400;
    platform.clock.advance(3_600_000);
    await platform.app.tick();
    await platform.app.notify();
    expect(deliveries().at(-1)).toEqual({ state: "failed", attempts: 1, code: "PUSH_400" });
  });

  it("isn't sent to anybody who asked for their own only, in quiet hours, or whose password was changed", async () => {
    const nils = await open(() => 201);
    await subscribe(nils, "phone");
    await nils.put("staff/me/notifications", { push: "own" });
    await alarm();
    await platform.app.notify();
    await nils.put("staff/me/notifications", { push: "team", quiet: { from: "21:00", until: "07:00" } });
    platform.clock.advance(1_000_000);
    await platform.app.tick();
    await platform.app.notify();
    expect(service.calls).toEqual([]);
    await platform.app.ledger.submit({ kind: "staff-password", staff: "nils", password: "$argon2id$", actor: "alva" });
    const db = platform.reader();
    expect(db.all("SELECT * FROM push_subscription")).toEqual([]);
    db.close();
  });

  it("is sent nowhere but to push services that may be called, and a browser belongs to its last owner", async () => {
    const nils = await open(() => 201);
    for (const elsewhere of [
      "https://internal.example.org/x",
      "http://127.0.0.1:22/x",
      `https://u:p@${service.host}/x`,
    ]) {
      const { subscription } = pushBrowser(elsewhere);
      const answer = await nils.post("staff/me/push", { label: "x", subscription });
      expect([answer.status, answer.body["code"]]).toEqual([422, "PUSH_SERVICE_UNKNOWN"]);
    }
    const shared = await subscribe(nils, "shared");
    const karin = await platform.person("karin");
    await karin.post("staff/me/push", { label: "shared", subscription: shared.subscription });
    expect(await browsers(nils)).toEqual([]);
    expect(await browsers(karin)).toMatchObject([{ label: "shared" }]);
    await alarm();
    await platform.app.notify();
    expect(service.calls).toEqual([]);
  });
});

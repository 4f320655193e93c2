import { afterEach, beforeEach, expect, test } from "vitest";
import { type Home, openHome } from "../test/helpers/home.ts";
import { hashHubSecret } from "./auth/hub-secret.ts";
import { createIntake, type Intake } from "./intake.ts";
import type { CommandBody } from "./ledger/commands.ts";
import { createMetrics } from "./metrics.ts";

/** What a hub may show to be let in, over the life of its secrets and certificates. */

const key = new Uint8Array(32).fill(7);
const hour = 3_600_000;
let home: Home;
let intake: Intake;
const closed: string[] = [];
beforeEach(async () => {
  closed.length = 0;
  home = await openHome();
  intake = createIntake({
    db: home.db,
    ledger: home.ledger,
    clock: home.clock,
    hubKey: key,
    payloadBytes: 1024,
    metrics: createMetrics(
      home.db,
      () => home.ledger,
      () => 0,
    ),
    outbound: () => ({
      publish: async () => {},
      isConnected: () => false,
      disconnectHub: (hub, code) => void closed.push(`${hub} ${code}`),
    }),
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  await submit({ kind: "hub-secret", hub: "hub-greta", secret: hashHubSecret(key, "old"), ifVersion: 1 });
});
afterEach(() => home.close());

const submit = (command: CommandBody) => home.submit({ ...command, actor: "ture" });
const version = () => home.db.get<{ version: number }>("SELECT version FROM hub WHERE id = 'hub-greta'")!.version;
const rotate = (secret: string) =>
  submit({
    kind: "hub-rotate",
    hub: "hub-greta",
    secret: hashHubSecret(key, secret),
    until: home.clock.now() + hour,
    ifVersion: version(),
  });
const shows = async (secret: string) => intake.authenticate("hub-greta", Buffer.from(secret));
const certificate = async (fingerprint: string, hub = "hub-greta") =>
  intake.authenticate(hub, undefined, { cn: "hub-greta", fingerprint });

test("a secret is the hub's own", async () => {
  expect([await shows("old"), await shows("new"), await intake.authenticate("hub-greta", undefined)]).toEqual([
    "ok",
    "unknown",
    "unknown",
  ]);
  expect(await intake.authenticate("hub-store", Buffer.from("old"))).toBe("unknown");
});

test("both secrets count until the new one is used; connections made with the old one end then, once", async () => {
  await rotate("new");
  expect(await shows("old")).toBe("ok");
  expect(closed).toEqual([]);
  expect(await shows("new")).toBe("ok");
  expect([await shows("old"), await shows("new")]).toEqual(["unknown", "ok"]);
  expect(closed).toEqual(["hub-greta MQTT_SECRET_REPLACED"]);
});

test("when the overlap is over the old one is refused, and the new one still waits", async () => {
  await rotate("new");
  home.clock.advance(hour - 1);
  expect(await shows("old")).toBe("ok");
  home.clock.advance(1);
  expect(await shows("old")).toBe("unknown");
  home.clock.advance(1000 * hour);
  expect(await shows("new")).toBe("ok");
});

test("of a burst of connections with the new secret all get in, and it is adopted once", async () => {
  await rotate("new");
  expect(await Promise.all([shows("new"), shows("new"), shows("new")])).toEqual(["ok", "ok", "ok"]);
  expect(home.events("hub.secret-adopted")).toHaveLength(1);
});

test("a hub that is revoked while it is being let in stays out", async () => {
  await rotate("new");
  const both = [submit({ kind: "hub-revoke", hub: "hub-greta", ifVersion: version() }), shows("new")] as const;
  expect((await Promise.all(both))[1]).toBe("revoked");
  expect([await shows("new"), await shows("old")]).toEqual(["unknown", "revoked"]);
});

test("a certificate is met once, and refused from its revocation on, also one never met", async () => {
  expect([await certificate("aa"), await certificate("aa")]).toEqual(["ok", "ok"]);
  expect(home.events("hub.certificate-seen")).toHaveLength(1);
  for (const fingerprint of ["aa", "bb"]) {
    await submit({ kind: "hub-certificate-revoke", hub: "hub-greta", fingerprint, ifVersion: version() });
  }
  expect([await certificate("aa"), await certificate("bb"), await certificate("cc")]).toEqual([
    "revoked",
    "revoked",
    "ok",
  ]);
  expect(await certificate("cc", "hub-store")).toBe("unknown");
});

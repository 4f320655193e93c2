import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { promptsFor } from "../store/sqlite/prompts.ts";
import type { CommandBody } from "./commands.ts";

/** Hubs and devices in the course of their lives, and the secrets they sign in with. */

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(async () => {
  expect(home.replayed(), "the log alone rebuilds it").toMatchObject({ differences: [], refused: [] });
  await home.close();
});

const minute = 60_000;
const submit = (command: CommandBody) => home.submit({ ...command, actor: "ture" });
const later = (ms: number) => home.clock.advance(ms);
const weight = (at: string, value: number) => ({ kind: "body-weight", at, value, unit: "kg" });
const versionOf = (of: "hub" | "device", id: string) =>
  home.db.get<{ version: number }>(`SELECT version FROM ${of} WHERE id = ?`, id)!.version;
const now = (of: "hub" | "device", id: string) => ({ of, id, ifVersion: versionOf(of, id) });
const lend = (id: string, patient: string) => submit({ kind: "equipment-lend", of: "device", id, patient });
const holders = (device: string) =>
  home.db
    .all<{ patient: string; to_at: number | null }>("SELECT patient, to_at FROM assignment WHERE device = ?", device)
    .map(({ patient, to_at }) => `${patient} ${to_at === null ? "still" : "ended"}`);
/** Whose the stored weights are. */
const weights = () =>
  home.db
    .all<{ patient: string | null; v1: number }>(
      `SELECT s.patient, r.v1 FROM reading r JOIN series s ON s.id = r.series
       WHERE s.kind = 'body-weight' AND r.flags & (1 << 18) = 0 ORDER BY r.measured_at`,
    )
    .map(({ patient, v1 }) => `${patient ?? "nobody"} ${v1}`);

describe("lending", () => {
  test("a scale goes to Greta, back, and to Soheil; what comes late is whose it was when it was measured", async () => {
    await lend("loose", "greta");
    later(60 * minute);
    await home.readings("loose", [weight("2026-11-22T14:30:00+01:00", 82.4)]);
    const returned = await submit({ kind: "equipment-return", ...now("device", "loose") });
    expect(returned).toMatchObject({ id: "loose", version: 2, ids: ["6"] });
    later(10 * minute);
    await lend("loose", "soheil");
    later(10 * minute);
    await home.readings("loose", [
      weight("2026-11-22T14:40:00+01:00", 82.5),
      weight("2026-11-22T15:05:00+01:00", 60),
      weight("2026-11-22T15:15:00+01:00", 71.2),
    ]);
    expect(weights()).toEqual(["greta 82400", "greta 82500", "nobody 60000", "soheil 71200"]);
    expect(holders("loose")).toEqual(["greta ended", "soheil still"]);
  });

  test("a hub is lent with all that is in stock behind it, or not at all", async () => {
    await expect(
      submit({ kind: "equipment-lend", of: "hub", id: "hub-greta", patient: "greta" }),
    ).rejects.toMatchObject({ code: "ASSIGNMENT_OVERLAP" });
    expect(holders("loose")).toEqual([]);
    await submit({ kind: "device-register", id: "cuff-2", hub: "hub-store", model: "generic-blood-pressure" });
    await submit({ kind: "equipment-return", ...now("hub", "hub-store") });
    await submit({ kind: "equipment-place", ...now("device", "cuff"), place: "repair" });
    later(minute);
    const lent = await submit({ kind: "equipment-lend", of: "hub", id: "hub-store", patient: "soheil" });
    expect(lent.ids).toHaveLength(1);
    expect([holders("cuff"), holders("cuff-2")]).toEqual([["greta ended"], ["soheil still"]]);
  });

  test("what nobody has can't be returned, and what is in repair can't be lent", async () => {
    await expect(submit({ kind: "equipment-return", ...now("device", "loose") })).rejects.toMatchObject({
      code: "EQUIPMENT_NOT_LENT",
    });
    await submit({ kind: "equipment-place", ...now("device", "loose"), place: "repair" });
    await expect(lend("loose", "greta")).rejects.toMatchObject({ code: "EQUIPMENT_PLACE" });
    const give = {
      kind: "assignment-create",
      device: "loose",
      patient: "greta",
      from: home.clock.now() - minute,
    } as const;
    await expect(submit(give)).rejects.toMatchObject({ code: "EQUIPMENT_PLACE" });
    await submit({ ...give, to: home.clock.now() });
    expect(holders("loose")).toEqual(["greta ended"]);
    await expect(submit({ kind: "equipment-return", of: "device", id: "scale", ifVersion: 7 })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
  });

  test("what was to be shown goes with whoever it was for, unless another device of theirs is behind the hub", async () => {
    await submit({
      kind: "prompt-create",
      patient: "greta",
      prompt: "message",
      text: "Hej",
      expiresAt: home.clock.now() + 600 * minute,
    });
    const shown = (hub: string) => promptsFor(home.db, hub, home.clock.now()).length;
    expect([shown("hub-greta"), shown("hub-store")]).toEqual([1, 1]);
    await submit({ kind: "equipment-return", ...now("device", "scale") });
    expect(shown("hub-greta")).toBe(1);
    await submit({ kind: "equipment-return", ...now("hub", "hub-greta") });
    expect([shown("hub-greta"), shown("hub-store")]).toEqual([0, 1]);
    expect(home.events("prompt.retracted")).toHaveLength(1);
    // An assignment that ends by itself is no command: what is shown looks at who has a device now.
    await submit({ kind: "assignment-end", assignment: 5, ifVersion: 1 });
    expect(shown("hub-store")).toBe(0);
  });
});

describe("exchanging", () => {
  test("Greta's scale breaks: her alert stays, the next reading comes from the new one, the old one is in repair", async () => {
    await home.readings("scale", [weight("2026-11-20T07:00:00+01:00", 80)]);
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 83)]);
    expect(home.alerts("greta")).toMatchObject([{ state: "open" }]);
    await submit({ kind: "device-register", id: "spare", hub: "hub-store", model: "generic-weight" });
    const exchange = { kind: "equipment-exchange", replacement: "spare", place: "repair" } as const;
    await submit({ ...exchange, ...now("device", "scale") });
    later(10 * minute);
    await home.readings("spare", [weight("2026-11-22T14:05:00+01:00", 83.1)]);
    expect(weights()).toEqual(["greta 80000", "greta 83000", "greta 83100"]);
    expect(home.alerts("greta")).toMatchObject([{ state: "open" }]);
    expect([holders("scale"), holders("spare")]).toEqual([["greta ended"], ["greta still"]]);
    expect(home.db.get("SELECT hub, place FROM device WHERE id = 'spare'")).toEqual({
      hub: "hub-greta",
      place: "stock",
    });
    await expect(submit({ ...exchange, ...now("device", "scale") })).rejects.toMatchObject({
      code: "EQUIPMENT_NOT_LENT",
    });
  });

  test("both people who share a scale go on with the new one, each in their slot", async () => {
    const exchange = { kind: "equipment-exchange", replacement: "loose", place: "retired" } as const;
    await submit({ ...exchange, ...now("device", "shared") });
    later(10 * minute);
    await home.readings("loose", [{ ...weight("2026-11-22T14:05:00+01:00", 70), user: 2 }]);
    expect(weights()).toEqual(["soheil 70000"]);
    expect(holders("loose")).toEqual(["greta still", "soheil still"]);
  });

  test("what was promised for later is kept by the replacement, and taken back when there is none", async () => {
    const from = home.clock.now() + 60 * minute;
    await submit({ kind: "equipment-lend", of: "device", id: "loose", patient: "soheil" });
    later(minute);
    await submit({ kind: "device-register", id: "spare", hub: "hub-greta", model: "generic-weight" });
    await submit({ kind: "assignment-end", assignment: 6, to: from - minute, ifVersion: 1 });
    await submit({ kind: "assignment-create", device: "loose", patient: "greta", from });
    const exchange = { kind: "equipment-exchange", replacement: "spare", place: "repair" } as const;
    await submit({ ...exchange, ...now("device", "loose") });
    expect([holders("loose"), holders("spare")]).toEqual([["soheil ended"], ["soheil ended", "greta still"]]);
    await submit({ kind: "equipment-place", ...now("device", "spare"), place: "lost" });
    expect(holders("spare")).toEqual([]);
    expect(home.events("assignment.ended").filter(({ reason }) => reason === "cancelled")).toHaveLength(3);
  });

  test("a new hub takes the devices over; the old one may still tell what it kept, and nothing newer", async () => {
    const hub = { team: "north", secret: "00", zone: "Europe/Stockholm", forwarding: "live" } as const;
    await submit({ kind: "hub-create", id: "hub-new", ...hub });
    await submit({
      kind: "prompt-create",
      patient: "greta",
      prompt: "message",
      text: "Hej",
      expiresAt: home.clock.now() + 600 * minute,
    });
    const exchange = { kind: "equipment-exchange", replacement: "hub-new", place: "repair" } as const;
    await submit({ ...exchange, ...now("hub", "hub-greta") });
    expect(promptsFor(home.db, "hub-new", home.clock.now())).toHaveLength(1);
    later(30 * minute);
    await home.readings("scale", [weight("2026-11-22T14:20:00+01:00", 82)], { hub: "hub-new" });
    await home.readings("scale", [weight("2026-11-22T13:50:00+01:00", 81.9)]);
    const answer = await home.readings("scale", [weight("2026-11-22T14:10:00+01:00", 50)]);
    expect(answer.results).toMatchObject([{ status: "unattributed", code: "DEVICE_UNKNOWN" }]);
    expect(weights()).toEqual(["greta 81900", "nobody 50000", "greta 82000"]);
  });

  test("a hub that is retired, somebody's or the same is no replacement", async () => {
    const exchange = (replacement: string) =>
      submit({ kind: "equipment-exchange", ...now("hub", "hub-greta"), replacement, place: "lost" });
    await expect(exchange("hub-store")).rejects.toMatchObject({ code: "EQUIPMENT_PLACE" });
    await expect(exchange("hub-greta")).rejects.toMatchObject({ code: "EQUIPMENT_PLACE" });
    await submit({ kind: "equipment-place", ...now("hub", "hub-store"), place: "retired" });
    await expect(exchange("hub-store")).rejects.toMatchObject({ code: "EQUIPMENT_PLACE" });
  });
});

describe("places", () => {
  test("a lost hub is taken from whoever had it and can't sign in", async () => {
    await submit({ kind: "equipment-place", ...now("hub", "hub-store"), place: "lost" });
    expect(holders("cuff")).toEqual(["greta ended"]);
    expect(home.db.get("SELECT place, revoked_at FROM hub WHERE id = 'hub-store'")).toEqual({
      place: "lost",
      revoked_at: home.clock.now(),
    });
    await expect(
      submit({ kind: "hub-provision", hub: "hub-store", code: "aa", expiresAt: home.clock.now() + 1, ifVersion: 2 }),
    ).rejects.toMatchObject({ code: "EQUIPMENT_PLACE" });
  });

  test("a device moves behind another hub and stays with whoever has it", async () => {
    await submit({ kind: "device-move", device: "scale", hub: "hub-store", ifVersion: 1 });
    await submit({ kind: "device-move", device: "scale", hub: "hub-greta", ifVersion: 2 });
    expect(holders("scale")).toEqual(["greta still"]);
    expect(home.events("device.moved").map(({ data }) => data)).toEqual([
      { device: "scale", hub: "hub-store", formerHub: "hub-greta" },
      { device: "scale", hub: "hub-greta", formerHub: "hub-store" },
    ]);
  });
});

describe("secrets", () => {
  const claim = (code: string, secret = "11") => submit({ kind: "hub-claim", hub: "hub-greta", code, secret });
  const provision = (code: string) =>
    submit({
      kind: "hub-provision",
      hub: "hub-greta",
      code,
      expiresAt: home.clock.now() + 60 * minute,
      ifVersion: versionOf("hub", "hub-greta"),
    });
  const stored = () =>
    Buffer.from(home.db.get<{ secret: Uint8Array }>("SELECT secret FROM hub WHERE id = 'hub-greta'")!.secret).toString(
      "hex",
    );

  test("a code works once, in time, and ends the one before it", async () => {
    await provision("aa");
    await provision("bb");
    await expect(claim("aa")).rejects.toMatchObject({ code: "PROVISIONING_CODE" });
    await claim("bb");
    expect(stored()).toBe("11");
    await expect(claim("bb", "22")).rejects.toMatchObject({ code: "PROVISIONING_CODE" });
    await provision("cc");
    later(60 * minute);
    await expect(claim("cc", "33")).rejects.toMatchObject({ code: "PROVISIONING_CODE" });
    expect(stored()).toBe("11");
    await provision("dd");
    await submit({ kind: "hub-revoke", hub: "hub-greta", ifVersion: versionOf("hub", "hub-greta") });
    await expect(claim("dd")).rejects.toMatchObject({ code: "PROVISIONING_CODE" });
  });

  test("two claims of one code in one batch: one hub gets in", async () => {
    await provision("aa");
    const both = await Promise.allSettled([claim("aa", "11"), claim("aa", "22")]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(stored()).toBe("11");
  });

  test("a rotated secret is adopted once, and only the one that was offered last", async () => {
    const rotate = (secret: string) =>
      submit({
        kind: "hub-rotate",
        hub: "hub-greta",
        secret,
        until: home.clock.now() + minute,
        ifVersion: versionOf("hub", "hub-greta"),
      });
    const adopt = (secret: string) => submit({ kind: "hub-adopt", hub: "hub-greta", secret });
    await rotate("aa");
    await rotate("bb");
    await adopt("aa");
    expect(stored()).toBe("00".repeat(32));
    await adopt("bb");
    await adopt("bb");
    expect(stored()).toBe("bb");
    expect(home.events("hub.secret-adopted")).toHaveLength(1);
  });

  test("revoking the hub refuses every certificate it has shown; a new secret brings none of them back", async () => {
    await submit({ kind: "hub-certificate", hub: "hub-greta", fingerprint: "ab" });
    await submit({ kind: "hub-certificate", hub: "hub-greta", fingerprint: "ab" });
    await submit({ kind: "hub-revoke", hub: "hub-greta", ifVersion: versionOf("hub", "hub-greta") });
    await submit({ kind: "hub-secret", hub: "hub-greta", secret: "11", ifVersion: versionOf("hub", "hub-greta") });
    expect(
      home.db.all("SELECT revoked_at IS NOT NULL AS refused FROM hub_certificate").map((row) => ({ ...row })),
    ).toEqual([{ refused: 1 }]);
    expect(home.events("hub.certificate-seen")).toHaveLength(1);
  });
});

test("after a restart a hub that was connected was last seen when the platform was", async () => {
  await home.submit({ kind: "hub-connection", hub: "hub-greta", online: true, actor: "platform" });
  later(600 * minute);
  await home.readings("scale", [weight("2026-11-22T23:00:00+01:00", 82)]);
  const lastSign = home.clock.now();
  later(60 * minute);
  await home.submit({ kind: "platform-started", actor: "platform" });
  expect(home.db.get("SELECT online, last_seen FROM hub WHERE id = 'hub-greta'")).toEqual({
    online: 0,
    last_seen: lastSign,
  });
});

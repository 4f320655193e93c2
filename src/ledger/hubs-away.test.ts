import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { startTicker } from "../ticker.ts";
import { isCommonCause } from "./handlers/silence.ts";

const MINUTE = 60_000;
const all = Array.from({ length: 40 }, (_, index) => `hub-${String(index).padStart(2, "0")}`);

let home: Home;
let ticker: ReturnType<typeof startTicker>;
const connect = (hub: string, online: boolean) =>
  home.ledger.submit({ kind: "hub-connection", hub, online, actor: "platform" });
/** Lets minutes pass, and the platform look at each. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    home.clock.advance(MINUTE);
    await ticker.tick();
  }
}
const technical = () =>
  home.alerts().filter(({ category, concern }) => category === "technical" && concern === "missing");
const active = () => technical().filter(({ state }) => state !== "resolved");

describe("forty homes", () => {
  beforeEach(async () => {
    home = await openHome("2026-11-20T12:00:00+01:00");
    for (const hub of all) {
      await home.ledger.submit({
        kind: "hub-create",
        id: hub,
        team: "north",
        secret: "00",
        zone: "Europe/Stockholm",
        forwarding: "live",
        actor: "ture",
      });
      await home.ledger.submit({
        kind: "device-register",
        id: `scale-${hub}`,
        hub,
        model: "generic-weight",
        actor: "ture",
      });
      await home.ledger.submit({ kind: "assignment-create", device: `scale-${hub}`, patient: "greta", actor: "ture" });
      await connect(hub, true);
    }
    ticker = startTicker(
      { db: home.db, ledger: home.ledger, clock: home.clock, onFailure: () => undefined },
      3_600_000,
    );
    await pass(1);
  });
  afterEach(async () => {
    ticker.stop();
    await home.close();
  });

  test("lose the network within five minutes: one alert, not forty; it ends when they are back", async () => {
    for (const [index, hub] of all.entries()) {
      await connect(hub, false);
      if (index % 8 === 7) await pass(1);
    }
    await pass(45);
    expect(active()).toMatchObject([{ subject: "hubs", cause: "HUBS_OFFLINE", severity: "red", team: "north" }]);
    for (const hub of all) await connect(hub, true);
    await pass(1);
    expect(technical()).toMatchObject([{ state: "resolved" }]);
    expect(home.replayed()).toMatchObject({ refused: [], differences: [] });
  });

  test("and two of them stay away: half an hour later those are told of on their own", async () => {
    for (const hub of all) await connect(hub, false);
    await pass(35);
    for (const hub of all.slice(2)) await connect(hub, true);
    await pass(29);
    expect(active()).toMatchObject([{ cause: "HUBS_OFFLINE" }]);
    await pass(3);
    expect(active().map(({ subject, cause }) => [subject, cause])).toEqual([
      ["hub-00", "HUB_OFFLINE"],
      ["hub-01", "HUB_OFFLINE"],
    ]);
    await connect("hub-00", true);
    await pass(1);
    expect(active().map(({ subject }) => subject)).toEqual(["hub-01"]);
    expect(home.replayed()).toMatchObject({ refused: [], differences: [] });
  });

  test("and half stay away: still one thing", async () => {
    for (const hub of all) await connect(hub, false);
    await pass(35);
    for (const hub of all.slice(20)) await connect(hub, true);
    await pass(120);
    expect(active()).toMatchObject([{ cause: "HUBS_OFFLINE" }]);
  });

  test("one after the other over an evening: each its own", async () => {
    for (const hub of all.slice(0, 4)) {
      await connect(hub, false);
      await pass(15);
    }
    await pass(31);
    expect(active().map(({ cause }) => cause)).toEqual(Array.from({ length: 4 }, () => "HUB_OFFLINE"));
  });

  test("blink for twenty minutes: nobody is told", async () => {
    for (const hub of all) await connect(hub, false);
    await pass(20);
    for (const hub of all) await connect(hub, true);
    await pass(60);
    expect(technical()).toEqual([]);
  });

  test("one is switched off in stock: nobody is told; one that is returned while away is forgotten", async () => {
    await connect("hub-00", false);
    await pass(35);
    expect(active()).toHaveLength(1);
    const [row] = home.db.all<{ id: number; version: number }>(
      "SELECT id, version FROM assignment WHERE device = 'scale-hub-00'",
    );
    await home.ledger.submit({
      kind: "assignment-end",
      assignment: row!.id,
      ifVersion: row!.version,
      actor: "ture",
    });
    await pass(2);
    expect(active()).toEqual([]);
    await connect("hub-00", true);
    await connect("hub-00", false);
    await pass(40);
    expect(active()).toEqual([]);
  });
});

test.each([
  [2, 2, false],
  [3, 3, true],
  [3, 15, true],
  [3, 16, false],
  [8, 40, true],
  [7, 40, false],
])("%d of %d hubs going away together have a cause in common: %s", (together, of, common) => {
  expect(isCommonCause(together, of)).toBe(common);
});

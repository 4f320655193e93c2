import { afterEach, describe, expect, it } from "vitest";
import { type Platform, startPlatform } from "../helpers/platform.ts";

let platform: Platform;
afterEach(() => platform.close());

const QUARTER = 15 * 60_000;
const low = { id: "low", device: "oximeter", readings: [{ kind: "oxygen-saturation", spo2: 82, unit: "%" }] };

const told = (): string[] => {
  const db = platform.reader();
  try {
    return db
      .all<{ reason: string }>("SELECT reason FROM event WHERE type = 'alert.told' ORDER BY seq")
      .map(({ reason }) => reason);
  } finally {
    db.close();
  }
};

async function soheilIsLow(at: string): Promise<void> {
  platform = await startPlatform(at);
  const hub = await platform.hub("hub-greta");
  await hub.publish("readings", low);
  expect(await hub.heard("receipts")).toMatchObject({ id: "low", results: [{ status: "stored" }] });
}

describe("an alert that nobody takes on, on the whole platform", () => {
  it("is told before the home has its receipt, and further by a platform that was started since", async () => {
    await soheilIsLow("2026-11-22T02:10:00+01:00");
    expect(told()).toEqual(["opened"]);
    platform.clock.advance(QUARTER - 1);
    await platform.app.tick();
    expect(told(), "not a moment early").toEqual(["opened"]);
    await platform.restart();
    await platform.app.tick();
    expect(told(), "a restart tells nobody anything").toEqual(["opened"]);
    platform.clock.advance(1);
    await platform.app.tick();
    await platform.app.tick();
    expect(told()).toEqual(["opened", "unanswered"]);
  });

  it("is told a quarter of an hour after the clock was put back, also over a restart", async () => {
    await soheilIsLow("2026-11-22T02:10:00+01:00");
    platform.clock.set("2026-11-22T01:00:00+01:00");
    await platform.app.tick();
    platform.clock.advance(QUARTER);
    await platform.app.tick();
    expect(told()).toEqual(["opened", "unanswered"]);
    platform.clock.set("2026-11-21T20:00:00+01:00");
    await platform.restart();
    await platform.app.tick();
    platform.clock.advance(QUARTER);
    await platform.app.tick();
    expect(told()).toEqual(["opened", "unanswered", "unanswered"]);
  });

  it("says to whoever answers who will be told next", async () => {
    await soheilIsLow("2026-11-22T02:10:00+01:00");
    const nils = await platform.person("nils");
    const [alert] = (await nils.get("alerts")).body["items"] as { id: string }[];
    expect((await nils.get(`alerts/${alert!.id}`)).body).toMatchObject({
      escalation: { next: { explanation: { sv: "Tar ingen larmet får bakjouren veta 02:25." } } },
      events: [{ event: "opened" }, { event: "told", told: { to: [{ team: "night" }] } }],
    });
  });
});

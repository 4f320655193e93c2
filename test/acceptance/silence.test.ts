import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Schedule, weekdays } from "../../src/domain/schedule.ts";
import { preset } from "../../src/rules/presets.ts";
import type { Database } from "../../src/store/sqlite/database.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";

const mornings: Schedule = {
  signal: "body-weight",
  days: [...weekdays],
  windows: [{ from: "06:00", until: "10:00" }],
  publicHolidays: "measure",
};
const instant = (time: string): number => Temporal.Instant.from(`2026-11-20T${time}:00+01:00`).epochMilliseconds;

let platform: Platform;
let db: Database;
beforeEach(async () => {
  platform = await startPlatform("2026-11-20T05:30:00+01:00");
  db = platform.reader();
  // One missed morning is enough for her, so that a story is short.
  await platform.app.ledger.submit({
    kind: "plan-sign",
    patient: "greta",
    body: preset(["heart-failure"], { schedules: [mornings], maxBlind: 1 }),
    ifVersion: 1,
    actor: "karin",
  });
});
afterEach(async () => {
  db.close();
  await platform.close();
});

/** Minute by minute, as a machine that is awake. */
async function until(time: string): Promise<void> {
  for (let now = platform.clock.now() + 60_000; now <= instant(time); now += 60_000) {
    platform.clock.set(now);
    await platform.app.tick();
  }
}
/** Resolves when the store says that Greta's hub is there, or isn't. */
function noted(online: 0 | 1): Promise<void> {
  const holds = (): boolean =>
    db.get<{ online: number }>("SELECT online FROM hub WHERE id = 'hub-greta'")?.online === online;
  const { promise, resolve } = Promise.withResolvers<void>();
  const off = platform.app.ledger.onCommit(() => holds() && resolve());
  if (holds()) resolve();
  return promise.finally(off);
}
const missing = (): string[] =>
  db
    .all<{ state: string }>("SELECT state FROM alert WHERE subject = 'greta' AND concern = 'missing'")
    .map(({ state }) => state);
const weighed = (time: string) => ({
  id: `w-${time}`,
  device: "scale",
  readings: [{ kind: "body-weight", value: 82, unit: "kg", at: `2026-11-20T${time}:00+01:00`, flags: ["from-memory"] }],
});

describe("Greta's network fails at ten to ten, over her cut-off", () => {
  beforeEach(async () => {
    const hub = await platform.hub("hub-greta");
    await noted(1);
    await until("09:50");
    await hub.client.endAsync();
    await noted(0);
    await until("10:10");
    expect(missing()).toEqual([]);
  });

  test("and comes back with the weight she had taken: nobody is disturbed", async () => {
    const hub = await platform.hub("hub-greta");
    await noted(1);
    await until("10:11");
    await hub.publish("readings", weighed("09:55"));
    await until("11:00");
    expect(missing()).toEqual([]);
  });

  test("and comes back with nothing: her team is told half an hour later, and no longer once she has weighed herself", async () => {
    const hub = await platform.hub("hub-greta");
    await noted(1);
    await until("10:39");
    expect(missing()).toEqual([]);
    await until("10:40");
    expect(missing()).toEqual(["open"]);
    await hub.publish("readings", weighed("10:41"));
    expect(missing()).toEqual(["resolved"]);
  });

  test("and stays away: it is decided as soon as the hub counts as offline", async () => {
    await until("10:19");
    expect(missing()).toEqual([]);
    await until("10:20");
    expect(missing()).toEqual(["open"]);
  });
});

test("the platform is stopped from nine to eleven: Greta's morning is decided at half past eleven", async () => {
  await until("09:00");
  platform.clock.set(instant("11:00"));
  await platform.restart();
  await platform.app.tick();
  expect(missing()).toEqual([]);
  await until("11:29");
  expect(missing()).toEqual([]);
  await until("11:30");
  expect(missing()).toEqual(["open"]);
});

test("the machine sleeps from nine to eleven: the same", async () => {
  await until("09:00");
  platform.clock.set(instant("11:00"));
  await platform.app.tick();
  expect(missing()).toEqual([]);
  await until("11:30");
  expect(missing()).toEqual(["open"]);
});

test("Karin asks for it in a terminal", async () => {
  await until("10:05");
  const { token } = await platform.person("karin");
  const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
  const run = async (...words: string[]): Promise<string> => {
    const env = { ...process.env, HEMVAKT_URL: platform.url(""), HEMVAKT_TOKEN: token };
    return (await promisify(execFile)(process.execPath, [main, "silence", ...words], { env })).stdout;
  };
  const lines = (await run("greta")).trimEnd().split("\n");
  expect(lines[1]).toMatch(/^greta +body-weight +never-received .* 1 +yes$/);
  expect(lines.at(-1)).toBe("No weight since 20 Nov 05:30 (1 missed time), because no device has sent anything.");
  expect(JSON.parse(await run("--team", "north", "--blind", "--json"))).toMatchObject([
    { patient: "greta", signals: [{ state: "never-received", missed: 1 }] },
  ]);
});

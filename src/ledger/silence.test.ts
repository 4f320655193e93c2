import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import type { PlanBody } from "../domain/plan.ts";
import { type Schedule, weekdays } from "../domain/schedule.ts";
import { preset } from "../rules/presets.ts";
import type { Silence } from "../rules/silence.ts";
import { silencesOf } from "../silence/facts.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import type { AwayHub, CommandBody } from "./commands.ts";

const MINUTE = 60_000;
const daily = (signal: Schedule["signal"], from = "06:00", until = "10:00"): Schedule => ({
  signal,
  days: [...weekdays],
  windows: [{ from, until }],
  publicHolidays: "measure",
});

let home: Home;
const submit = (body: CommandBody) => home.ledger.submit({ ...body, actor: "platform" });
/** Lets time pass to an instant, timer by timer, as the platform does. */
async function until(iso: string, away: readonly AwayHub[] = []): Promise<void> {
  const end = Temporal.Instant.from(iso).epochMilliseconds;
  for (;;) {
    const next = home.db.get<{ due: number | null }>("SELECT min(due) AS due FROM timer")?.due ?? undefined;
    if (next === undefined || next > end) break;
    home.clock.set(Math.max(next, home.clock.now()));
    await submit({ kind: "tick", ...(away.length > 0 ? { away } : {}) });
  }
  home.clock.set(end);
}
const sign = (body: Partial<PlanBody>) =>
  home.ledger.submit({
    kind: "plan-sign",
    patient: "greta",
    body: preset(["heart-failure"], body),
    ifVersion: home.db.get<{ v: number }>("SELECT max(version) AS v FROM plan WHERE patient = 'greta'")!.v,
    actor: "karin",
  });
const weigh = (at: string, value = 82) =>
  home.readings("scale", [{ kind: "body-weight", value, unit: "kg", at }], { id: `w-${at}` });
const missing = () => home.alerts("greta").filter(({ concern }) => concern === "missing");
const now = (): Silence[] => silencesOf(home.db, "greta", home.clock.now());
const stories = () =>
  home
    .events("alert.%")
    .filter(({ patient }) => patient === "greta")
    .map(({ type, reason }) => `${type}: ${reason}`);

beforeEach(async () => {
  // A Friday; Greta is to weigh herself every morning from tomorrow on.
  home = await openHome("2026-11-20T12:00:00+01:00");
  await weigh("2026-11-20T07:05:00+01:00");
  await sign({ schedules: [daily("body-weight")] });
});
afterEach(() => home.close());

describe("Greta doesn't weigh herself over the weekend", () => {
  test("her team is told on Sunday at ten, once, in words; and no more until something changes", async () => {
    await until("2026-11-22T09:59:00+01:00");
    expect(missing()).toEqual([]);
    expect(now()).toMatchObject([{ state: "overdue", missed: 1, blind: false }]);
    await until("2026-11-22T10:00:00+01:00");
    expect(missing()).toMatchObject([{ severity: "yellow", category: "clinical", state: "open", team: "north" }]);
    await until("2026-11-24T12:00:00+01:00");
    expect(missing()).toMatchObject([{ version: 1, state: "open" }]);
    expect(home.replayed()).toMatchObject({ refused: [], differences: [] });
  });

  test("a value that was measured on Sunday and comes on Monday ends it, though it is late", async () => {
    await until("2026-11-22T12:00:00+01:00");
    await weigh("2026-11-22T08:00:00+01:00");
    expect(missing()).toMatchObject([{ state: "resolved", version: 2 }]);
    expect(stories().at(-1)).toBe("alert.withdrawn: values received");
    expect(home.replayed()).toMatchObject({ differences: [] });
  });

  test("a value without a certain time ends nothing", async () => {
    await until("2026-11-22T12:00:00+01:00");
    await home.readings("cuff", [{ kind: "body-weight", value: 82, unit: "kg" }], { hub: "hub-store" });
    expect(missing()).toMatchObject([{ state: "open" }]);
  });

  test("what Karin has taken on is not opened again by further mornings, and ends by itself with a value", async () => {
    await until("2026-11-22T12:00:00+01:00");
    const [alert] = missing();
    const due = home.clock.now() + 90 * 60 * MINUTE;
    await home.ledger.submit({
      kind: "alert-acknowledge",
      alert: alert!.id,
      ifVersion: 1,
      promise: { text: "ringer", due: Math.min(due, home.clock.now() + 4 * 60 * MINUTE) },
      actor: "karin",
    });
    await submit({ kind: "tick" });
    home.clock.set(Temporal.Instant.from("2026-11-22T13:00:00+01:00").epochMilliseconds);
    expect(missing()).toMatchObject([{ state: "acknowledged" }]);
    await weigh("2026-11-22T12:55:00+01:00");
    expect(missing()).toMatchObject([{ state: "resolved" }]);
  });

  test("once resolved by hand it stays so; after a value the next silence is a new alert", async () => {
    await until("2026-11-22T12:00:00+01:00");
    const [alert] = missing();
    const promise = { text: "ringer", due: home.clock.now() + 60 * MINUTE };
    await home.ledger.submit({ kind: "alert-acknowledge", alert: alert!.id, ifVersion: 1, promise, actor: "karin" });
    await home.ledger.submit({
      kind: "alert-resolve",
      alert: alert!.id,
      ifVersion: 2,
      outcome: "other",
      action: "advice",
      actor: "karin",
    });
    await until("2026-11-23T12:00:00+01:00");
    expect(missing()).toMatchObject([{ state: "resolved" }]);
    await weigh("2026-11-23T11:00:00+01:00");
    await until("2026-11-25T10:00:00+01:00");
    expect(missing()).toMatchObject([{ state: "resolved" }, { state: "open" }]);
    expect(home.replayed()).toMatchObject({ differences: [] });
  });

  test("a second signal joins: one alert for one patient", async () => {
    await sign({ schedules: [daily("body-weight"), daily("blood-pressure", "18:00", "21:00")] });
    await until("2026-11-23T12:00:00+01:00");
    expect(missing()).toMatchObject([{ version: 2 }]);
    expect(stories().filter((story) => /opened|joined/.test(story))).toHaveLength(2);
    await weigh("2026-11-23T12:00:00+01:00");
    expect(missing()).toMatchObject([{ state: "open" }]);
  });

  test("weighing every day but late is no silence", async () => {
    for (const day of [21, 22, 23]) {
      await until(`2026-11-${day}T11:30:00+01:00`);
      await weigh(`2026-11-${day}T11:30:00+01:00`);
    }
    await until("2026-11-24T09:00:00+01:00");
    expect(missing()).toEqual([]);
  });
});

describe("a hub that is away", () => {
  const since = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
  const silent = (iso: string) =>
    submit({
      kind: "hubs-silent",
      hubs: [{ hub: "hub-greta", since: since(iso), together: 1 }],
      connected: 5,
    });

  test("is told of to its team, once; the clinical clock goes on; both end by themselves", async () => {
    await until("2026-11-20T22:40:00+01:00");
    await silent("2026-11-20T22:10:00+01:00");
    expect(home.alerts("hub-greta")).toMatchObject([
      { category: "technical", cause: "HUB_OFFLINE", severity: "yellow" },
    ]);
    await until("2026-11-22T10:00:00+01:00");
    expect(now()).toMatchObject([{ state: "hub-offline", missed: 2, blind: true }]);
    expect(missing()).toMatchObject([{ state: "open", category: "clinical" }]);
    const [event] = home.events("alert.opened").filter(({ patient }) => patient === "greta");
    expect(event?.data).toMatchObject({
      silence: [{ state: "hub-offline", since: since("2026-11-20T22:10:00+01:00") }],
    });

    home.clock.set(since("2026-11-22T12:00:00+01:00"));
    await submit({ kind: "hubs-back", hubs: [{ hub: "hub-greta", at: since("2026-11-22T12:00:00+01:00") }] });
    expect(home.alerts("hub-greta")).toMatchObject([{ state: "resolved" }]);
    expect(missing()).toMatchObject([{ state: "open" }]);
    await weigh("2026-11-22T07:00:00+01:00");
    expect(missing()).toMatchObject([{ state: "resolved" }]);
    expect(home.replayed()).toMatchObject({ refused: [], differences: [] });
  });

  test("control: a replay with another fact in the log is found to differ", async () => {
    await until("2026-11-20T22:40:00+01:00");
    await silent("2026-11-20T22:10:00+01:00");
    await until("2026-11-22T10:00:00+01:00");
    const writable = openDatabase(join(home.folder, "hemvakt.db"));
    writable.run(
      "UPDATE command SET payload = CAST(replace(CAST(payload AS TEXT), ?, ?) AS BLOB) WHERE kind = 'hubs-silent'",
      String(since("2026-11-20T22:10:00+01:00")),
      String(since("2026-11-20T22:11:00+01:00")),
    );
    writable.close();
    expect(home.replayed().differences).not.toEqual([]);
  });

  test("for twenty minutes around the cut-off puts the decision off until half an hour after it is back", async () => {
    await until("2026-11-22T09:55:00+01:00");
    await until("2026-11-22T10:00:00+01:00", [{ hub: "hub-greta", since: since("2026-11-22T09:50:00+01:00") }]);
    expect(missing()).toEqual([]);
    home.clock.set(since("2026-11-22T10:10:00+01:00"));
    await submit({ kind: "hubs-back", hubs: [{ hub: "hub-greta", at: home.clock.now() }] });
    await until("2026-11-22T10:39:00+01:00");
    expect(missing()).toEqual([]);
    await until("2026-11-22T10:40:00+01:00");
    expect(missing()).toMatchObject([{ state: "open" }]);
    expect(home.replayed()).toMatchObject({ refused: [], differences: [] });
  });

  test("and is back with what it kept: nobody is disturbed", async () => {
    await until("2026-11-22T10:00:00+01:00", [{ hub: "hub-greta", since: since("2026-11-22T09:50:00+01:00") }]);
    home.clock.set(since("2026-11-22T10:10:00+01:00"));
    await submit({ kind: "hubs-back", hubs: [{ hub: "hub-greta", at: home.clock.now() }] });
    await weigh("2026-11-22T09:55:00+01:00");
    await until("2026-11-22T12:00:00+01:00");
    expect(missing()).toEqual([]);
  });
});

test("the platform was down over Sunday's cut-off: it is decided half an hour after it is back", async () => {
  await until("2026-11-22T09:00:00+01:00");
  home.clock.set(Temporal.Instant.from("2026-11-22T11:00:00+01:00").epochMilliseconds);
  await submit({
    kind: "platform-resumed",
    downSince: Temporal.Instant.from("2026-11-22T09:00:00+01:00").epochMilliseconds,
  });
  await submit({ kind: "tick" });
  expect(missing()).toEqual([]);
  await until("2026-11-22T11:30:00+01:00");
  expect(missing()).toMatchObject([{ state: "open" }]);
  expect(home.replayed()).toMatchObject({ refused: [], differences: [] });
});

test("the battery of the only scale is empty: told once, the state says so, and it ends when it is changed", async () => {
  await home.publish("state", {
    online: true,
    devices: [
      { id: "scale", battery: 4 },
      { id: "shared", battery: 3 },
    ],
  });
  await home.publish("state", { online: true, devices: [{ id: "scale", battery: 3 }] });
  expect(home.alerts("scale")).toMatchObject([{ cause: "DEVICE_BATTERY_LOW", category: "technical", version: 1 }]);
  expect(now()).toMatchObject([{ state: "device-fault", reason: "DEVICE_BATTERY_LOW" }]);
  await home.publish("state", { online: true, devices: [{ id: "scale", battery: 100 }] });
  expect(home.alerts("scale")).toMatchObject([{ state: "resolved" }]);
  expect(now()).toMatchObject([{ state: "fresh" }]);
  expect(home.replayed()).toMatchObject({ differences: [] });
});

test("three attempts that can't be used are the device's fault, not Greta's", async () => {
  home.clock.set(Temporal.Instant.from("2026-11-21T10:30:00+01:00").epochMilliseconds);
  for (const minute of [10, 11, 12]) {
    await home.publish("gatt", {
      id: `g${minute}`,
      device: "scale",
      characteristic: "2a9d",
      hex: `00${minute}`,
    });
  }
  expect(now()).toMatchObject([{ state: "device-fault", reason: "DEVICE_FAILING", missed: 1 }]);
});

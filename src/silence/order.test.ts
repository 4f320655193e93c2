import * as fc from "fast-check";
import { expect, test } from "vitest";
import { smallRegion } from "../../test/helpers/home.ts";
import { type Schedule, weekdays } from "../domain/schedule.ts";
import type { Command } from "../ledger/commands.ts";
import { createWriter } from "../ledger/writer.ts";
import { preset } from "../rules/presets.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { silencesOf } from "./facts.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const start = Temporal.Instant.from("2026-10-23T00:00:00+02:00").epochMilliseconds;
/** After the night in which the clocks are put back. */
const end = start + 4 * DAY;

const schedule = (signal: Schedule["signal"], windows: Schedule["windows"]): Schedule => ({
  signal,
  days: [...weekdays],
  windows,
  publicHolidays: "measure",
});
const schedules = [
  schedule("body-weight", [{ from: "06:00", until: "10:00" }]),
  schedule("oxygen-saturation", [
    { from: "01:00", until: "02:30" },
    { from: "18:00", until: "21:00" },
  ]),
];

/** Three devices, of which one says that some of its values are questionable. */
const reading = fc.record({
  device: fc.constantFrom("scale", "oximeter", "shared"),
  minutes: fc.integer({ min: 0, max: (4 * DAY) / MINUTE - 1 }),
  flags: fc.constantFrom([], [], ["questionable"]),
});
type Sent = { readonly device: string; readonly minutes: number; readonly flags: readonly string[] };

/** The facts about hubs, as the log tells them, beside the readings. */
const away = fc.record({
  from: fc.integer({ min: 0, max: 3000 }),
  length: fc.integer({ min: 5, max: 2000 }),
});

function message(sent: Sent, index: number): Command {
  const weight = sent.device !== "oximeter";
  const item = {
    kind: weight ? "body-weight" : "oxygen-saturation",
    ...(weight ? { value: 82, unit: "kg" } : { spo2: 94, unit: "%" }),
    ...(sent.device === "shared" ? { user: 1 } : {}),
    at: new Date(start + sent.minutes * MINUTE).toISOString(),
    // Else a value that comes late over a connection that was there all the while is not trusted.
    flags: ["from-memory", ...sent.flags],
  };
  const payload = Buffer.from(JSON.stringify({ id: `m${index}`, device: sent.device, readings: [item] }));
  return {
    kind: "device-message",
    hub: "hub-greta",
    topic: "hv/v1/hub-greta/readings",
    channel: "readings",
    payload,
    at: end,
    actor: "hub:hub-greta",
  };
}

/** A store in which the messages have come in the order given; with an oximeter of Greta's own. */
function storeOf(messages: readonly Command[], hub: { from: number; length: number }): Database {
  const db = openDatabase(":memory:");
  migrate(db);
  const writer = createWriter(db);
  const region = smallRegion(start - DAY);
  const assignments = region.assignments.map((one) => (one.device === "oximeter" ? { ...one, patient: "greta" } : one));
  const from = start + hub.from * MINUTE;
  writer.run([
    { kind: "region-import", region: { ...region, assignments }, at: start - DAY, actor: "import" },
    {
      kind: "plan-sign",
      patient: "greta",
      body: preset(["heart-failure"], { schedules }),
      ifVersion: 1,
      at: start,
      actor: "karin",
    },
    {
      kind: "hubs-silent",
      hubs: [{ hub: "hub-greta", since: from, together: 1 }],
      connected: 1,
      at: end,
      actor: "platform",
    },
    { kind: "hubs-back", hubs: [{ hub: "hub-greta", at: from + hub.length * MINUTE }], at: end, actor: "platform" },
  ]);
  for (const one of messages) writer.run([one]);
  return db;
}

type Asked = (db: Database, at: number) => unknown;
const states: Asked = (db, at) => silencesOf(db, "greta", at);

/** Whether the answer is the same whatever the order, with repetitions, at any instant from the last arrival on. */
const orderFree = (ask: Asked) =>
  fc.property(
    fc.array(reading, { minLength: 1, maxLength: 12 }).chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(
          list.map((_, index) => index),
          { minLength: list.length },
        ),
        fc.array(fc.nat(list.length - 1), { maxLength: 3 }),
      ),
    ),
    away,
    fc.integer({ min: 0, max: 2000 }),
    ([list, order, again], hub, minutes) => {
      const messages = list.map(message);
      const [one, other] = [
        storeOf(messages, hub),
        storeOf(
          [...order, ...again].map((index) => messages[index]!),
          hub,
        ),
      ];
      const at = end + minutes * MINUTE;
      expect(ask(one, at)).toEqual(ask(other, at));
      one.close();
      other.close();
    },
  );

test("the states of silence are the same in whatever order and however often readings come", () => {
  fc.assert(orderFree(states), { numRuns: 60 });
}, 120_000);

test("control: an answer that follows the last arrival is found out", () => {
  const lastArrived: Asked = (db) =>
    db.get<{ at: number }>("SELECT measured_at AS at FROM reading ORDER BY command DESC, position DESC LIMIT 1")?.at;
  expect(fc.check(orderFree(lastArrived), { numRuns: 60 }).failed).toBe(true);
}, 120_000);

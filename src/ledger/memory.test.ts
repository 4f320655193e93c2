import * as fc from "fast-check";
import { expect, it } from "vitest";
import { everyKind } from "../../test/helpers/every-kind.ts";
import { smallRegion } from "../../test/helpers/home.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { readingId } from "../store/sqlite/reading-row.ts";
import { migrate } from "../store/sqlite/schema.ts";
import type { Command, CommandBody } from "./commands.ts";
import { createWriter, type Writer, type WriterOptions } from "./writer.ts";

const NOW = Temporal.Instant.from("2026-11-22T13:00:00Z").epochMilliseconds;
const HOUR = 3_600_000;
const tables = ["command", "series", "reading", "untimed", "message", "quarantine", "alert", "event", "hub", "device"];

function open(options: WriterOptions): { db: Database; writer: Writer } {
  const db = openDatabase(":memory:");
  migrate(db);
  const writer = createWriter(db, options);
  writer.run([{ kind: "region-import", region: smallRegion(NOW), at: NOW - 1, actor: "import" }]);
  return { db, writer };
}

const contents = (db: Database): unknown =>
  tables.map((table) => [table, db.all(`SELECT * FROM ${table}`).map((row) => ({ ...row }))]);

// Few values, instants and names, so that readings meet: duplicates, twins three hours apart, late ones, shared slots.
const instant = fc
  .record({
    days: fc.integer({ min: 0, max: 5 }),
    hours: fc.constantFrom(0, 3, 6, 9, 12),
    minutes: fc.constantFrom(0, 1),
  })
  .map(({ days, hours, minutes }) => NOW - HOUR - days * 24 * HOUR - hours * HOUR - minutes * 60_000);
const at = fc.option(
  fc
    .oneof({ weight: 9, arbitrary: instant }, { weight: 1, arbitrary: fc.constant(NOW + HOUR) })
    .map((ms) => new Date(ms).toISOString()),
  { nil: undefined, freq: 8 },
);
const common = {
  at,
  seq: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  user: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  flags: fc.constantFrom([], [], ["from-memory"], ["questionable"]),
};
const reading = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant("body-weight"),
    value: fc.constantFrom(80, 82.4, 84.5, 90),
    unit: fc.constant("kg"),
  }),
  fc.record({ ...common, kind: fc.constant("oxygen-saturation"), spo2: fc.constantFrom(95, 91, 80) }),
);
const message = fc.record({
  device: fc.constantFrom("scale", "oximeter", "shared", "loose", "unknown"),
  id: fc.integer({ min: 0, max: 30 }),
  readings: fc.array(reading, { minLength: 1, maxLength: 4 }),
});

type Action =
  | { do: "message"; message: { device: string; id: number; readings: object[] } }
  | { do: "state"; battery: number }
  | { do: "acknowledge" | "resolve" | "move" | "exclude" | "include" | "sign" | "assign" | "tick" | "connect" };
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: message.map((sent) => ({ do: "message" as const, message: sent })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((battery) => ({ do: "state" as const, battery })) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom("acknowledge", "resolve", "move", "exclude", "include", "sign", "assign", "tick", "connect")
      .map((what) => ({
        do: what as "tick",
      })),
  },
);

const fromHub = (channel: "readings" | "state", payload: object): CommandBody => ({
  kind: "device-message",
  hub: "hub-greta",
  topic: `hv/v1/hub-greta/${channel}`,
  channel,
  payload: Buffer.from(JSON.stringify(payload)),
});

/** What is to be done, as a command that fits what a store holds by now; both stores hold the same or the test fails. */
function commandFor(db: Database, todo: Action): CommandBody | undefined {
  const alert = db.get<{ id: string; version: number }>(
    "SELECT id, version FROM alert WHERE state <> 'resolved' ORDER BY id DESC",
  );
  switch (todo.do) {
    case "message": {
      const { id, ...rest } = todo.message;
      return fromHub("readings", { id: `m${id}`, ...rest });
    }
    case "state":
      return fromHub("state", {
        online: true,
        battery: todo.battery * 30,
        devices: [{ id: "scale", battery: todo.battery * 10 }],
      });
    case "acknowledge":
      return (
        alert && {
          kind: "alert-acknowledge",
          alert: alert.id,
          ifVersion: alert.version,
          promise: { text: "call", due: NOW + 2 * HOUR },
        }
      );
    case "resolve":
      return (
        alert && {
          kind: "alert-resolve",
          alert: alert.id,
          ifVersion: alert.version,
          outcome: "true",
          action: "advice",
        }
      );
    case "move": {
      const row = db.get<{ series: number; measured_at: number; n: number }>(
        "SELECT r.* FROM reading r JOIN series s ON s.id = r.series WHERE s.patient = 'greta' ORDER BY r.measured_at DESC",
      );
      return (
        row && {
          kind: "reading-move",
          reading: readingId({ ...row, measuredAt: row.measured_at }),
          patient: "soheil",
          reason: "his",
        }
      );
    }
    case "exclude":
    case "include": {
      const row = db.get<{ series: number; measured_at: number; n: number }>(
        `SELECT r.* FROM reading r JOIN series s ON s.id = r.series
         WHERE s.patient IS NOT NULL AND r.flags & (1 << 18) = 0 AND (r.flags & (1 << 19) <> 0) = ?
         ORDER BY r.measured_at DESC`,
        todo.do === "include",
      );
      const reading = row && readingId({ ...row, measuredAt: row.measured_at });
      if (reading === undefined) return undefined;
      return todo.do === "include"
        ? { kind: "reading-include", reading }
        : { kind: "reading-exclude", reading, reason: "technique" };
    }
    case "sign": {
      const version = db.get<{ version: number }>(
        "SELECT max(version) AS version FROM plan WHERE patient = 'greta'",
      )!.version;
      return { kind: "plan-sign", patient: "greta", body: everyKind(), ifVersion: version };
    }
    case "assign":
      return { kind: "assignment-create", device: "loose", patient: "greta", from: NOW - 200 * HOUR };
    case "tick":
      return { kind: "tick" };
    case "connect":
      return { kind: "hub-connection", hub: "hub-greta", online: true };
  }
}

it("what the writer remembers decides nothing: with it and without it the same commands leave the same store", () => {
  fc.assert(
    fc.property(fc.array(fc.array(action, { minLength: 1, maxLength: 6 }), { maxLength: 12 }), (batches) => {
      const [remembering, forgetful] = [open({ remember: true }), open({ remember: false })];
      batches.forEach((batch, index) => {
        const bodies = batch.map((todo) => commandFor(forgetful.db, todo)).filter((body) => body !== undefined);
        const commands = bodies.map((body): Command => ({ ...body, at: NOW + index * 60_000, actor: "nils" }));
        expect(remembering.writer.run(commands).outcomes).toEqual(forgetful.writer.run(commands).outcomes);
      });
      expect(contents(remembering.db)).toEqual(contents(forgetful.db));
    }),
    { numRuns: 100 },
  );
});

it("nor does it where a reading is flagged and cleared again: two three hours apart, then a third", () => {
  const [remembering, forgetful] = [open({ remember: true }), open({ remember: false })];
  [9, 6, 3].forEach((hours, sent) => {
    const readings = [{ kind: "body-weight", value: 82, unit: "kg", at: new Date(NOW - hours * HOUR).toISOString() }];
    const command: Command = {
      ...fromHub("readings", { id: `t${sent}`, device: "scale", readings }),
      at: NOW,
      actor: "hub:hub-greta",
    };
    for (const { writer } of [remembering, forgetful]) writer.run([command]);
    expect(contents(remembering.db)).toEqual(contents(forgetful.db));
  });
});

it("nor does it where there are more readings than are held", () => {
  const [remembering, forgetful] = [open({ remember: true }), open({ remember: false })];
  const every = 2 * 60_000;
  for (let sent = 0; sent < 22; sent += 1) {
    const readings = Array.from({ length: 100 }, (_, index) => ({
      kind: "body-weight",
      value: 80 + (index % 7) / 10,
      unit: "kg",
      at: new Date(NOW - 5 * 24 * HOUR + (sent * 100 + index) * every).toISOString(),
    }));
    const command: Command = {
      ...fromHub("readings", { id: `n${sent}`, device: "scale", readings }),
      at: NOW,
      actor: "hub:hub-greta",
    };
    expect(remembering.writer.run([command]).outcomes).toEqual(forgetful.writer.run([command]).outcomes);
  }
  expect(contents(remembering.db)).toEqual(contents(forgetful.db));
});

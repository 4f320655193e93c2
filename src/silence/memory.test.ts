import * as fc from "fast-check";
import { expect, test } from "vitest";
import { smallRegion } from "../../test/helpers/home.ts";
import type { Command, CommandBody } from "../ledger/commands.ts";
import { replay } from "../ledger/replay.ts";
import { createWriter } from "../ledger/writer.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";

const HOUR = 3_600_000;
const start = Temporal.Instant.from("2026-11-20T12:00:00+01:00").epochMilliseconds;
const tables = ["command", "reading", "alert", "event", "timer", "downtime", "watch"];

function open(remember: boolean) {
  const db = openDatabase(":memory:");
  migrate(db);
  const writer = createWriter(db, { remember });
  writer.run([{ kind: "region-import", region: smallRegion(start), at: start, actor: "import" }]);
  return { db, writer };
}
const contents = (db: Database): unknown =>
  tables.map((table) => [table, db.all(`SELECT * FROM ${table}`).map((row) => ({ ...row }))]);

const action = fc.record({
  hours: fc.integer({ min: 1, max: 20 }),
  what: fc.constantFrom("tick", "tick", "tick away", "weigh", "weigh late", "silent", "back", "acknowledge", "resolve"),
});
type Action = { hours: number; what: string };

/** The command of an action at an instant; none where there is no alert to act on. */
function commandFor(db: Database, what: string, at: number): CommandBody | undefined {
  const alert = db.get<{ id: string; version: number; state: string }>(
    "SELECT id, version, state FROM alert WHERE concern = 'missing' AND subject = 'greta' ORDER BY state = 'resolved', id LIMIT 1",
  );
  switch (what) {
    case "tick":
      return { kind: "tick" };
    case "tick away":
      return { kind: "tick", away: [{ hub: "hub-greta", since: at - HOUR / 3 }] };
    case "silent":
      return { kind: "hubs-silent", hubs: [{ hub: "hub-greta", since: at - HOUR, together: 3 }], connected: 2 };
    case "back":
      return { kind: "hubs-back", hubs: [{ hub: "hub-greta", at }] };
    case "acknowledge":
      return alert?.state === "open"
        ? {
            kind: "alert-acknowledge",
            alert: alert.id,
            ifVersion: alert.version,
            promise: { text: "ringer", due: at + HOUR },
          }
        : undefined;
    case "resolve":
      return alert?.state === "acknowledged"
        ? { kind: "alert-resolve", alert: alert.id, ifVersion: alert.version, outcome: "other", action: "advice" }
        : undefined;
    default: {
      const measured = new Date(what === "weigh" ? at : at - 20 * HOUR).toISOString();
      const readings = [{ kind: "body-weight", value: 82, unit: "kg", at: measured, flags: ["from-memory"] }];
      return {
        kind: "device-message",
        hub: "hub-greta",
        topic: "hv/v1/hub-greta/readings",
        channel: "readings",
        payload: Buffer.from(JSON.stringify({ id: `m${at}`, device: "scale", readings })),
      };
    }
  }
}

test("what the writer remembers decides nothing about silence, and the log rebuilds it", () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 5, maxLength: 30 }), (actions: Action[]) => {
      const [remembering, forgetful] = [open(true), open(false)];
      let at = start;
      for (const { hours, what } of actions) {
        at += hours * HOUR;
        const body = commandFor(forgetful.db, what, at);
        if (!body) continue;
        const command: Command = { ...body, at, actor: body.kind === "device-message" ? "hub:hub-greta" : "karin" };
        expect(remembering.writer.run([command]).outcomes).toEqual(forgetful.writer.run([command]).outcomes);
      }
      expect(contents(remembering.db)).toEqual(contents(forgetful.db));
      const into = openDatabase(":memory:");
      expect(replay(remembering.db, into)).toMatchObject({ refused: [], differences: [] });
      expect(into.all("SELECT * FROM downtime")).toEqual(remembering.db.all("SELECT * FROM downtime"));
      expect(into.all("SELECT * FROM timer")).toEqual(remembering.db.all("SELECT * FROM timer"));
      for (const db of [remembering.db, forgetful.db, into]) db.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);

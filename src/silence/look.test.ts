import { expect, test } from "vitest";
import { smallRegion } from "../../test/helpers/home.ts";
import { createWriter } from "../ledger/writer.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";

const MINUTE = 60_000;
const start = Temporal.Instant.from("2026-11-20T12:00:00+01:00").epochMilliseconds;
const tick = (at: number) => ({ kind: "tick", at, actor: "platform" }) as const;

test("a fault in looking at one patient is told red, tried again half an hour later, and stops no other look", () => {
  const db = openDatabase(":memory:");
  migrate(db);
  const writer = createWriter(db);
  writer.run([{ kind: "region-import", region: smallRegion(start), at: start, actor: "import" }]);
  const dueOf = (patient: string) => db.get<{ due: number }>("SELECT due FROM timer WHERE subject = ?", patient)?.due;
  expect([dueOf("greta"), dueOf("soheil")]).toEqual([start + 30 * MINUTE, start + 30 * MINUTE]);

  // What no signed plan can hold: a schedule without days.
  db.run(`UPDATE plan SET body = json_set(body, '$.schedules[0].days', NULL) WHERE patient = 'greta'`);
  const at = start + 30 * MINUTE;
  const { reports } = writer.run([tick(at)]);
  expect(reports.map(({ code }) => code)).toEqual(["ENGINE_FAILED"]);
  const alerts = db.all("SELECT subject, concern, severity, category FROM alert").map((row) => ({ ...row }));
  expect(alerts).toEqual([{ subject: "greta", concern: "device", severity: "red", category: "technical" }]);
  expect(dueOf("greta")).toBe(at + 30 * MINUTE);
  expect(dueOf("soheil")).toBe(Temporal.Instant.from("2026-11-21T12:00:00+01:00").epochMilliseconds);

  // Her readings are taken and judged all the same.
  const readings = [{ kind: "body-weight", value: 82, unit: "kg", at: new Date(at).toISOString() }];
  const { outcomes } = writer.run([
    {
      kind: "device-message",
      hub: "hub-greta",
      topic: "hv/v1/hub-greta/readings",
      channel: "readings",
      payload: Buffer.from(JSON.stringify({ id: "m1", device: "scale", readings })),
      at,
      actor: "hub:hub-greta",
    },
  ]);
  expect(outcomes).toMatchObject([{ ok: true, value: { receipt: { results: [{ status: "stored" }] } } }]);
});

test("a plan that asks for nothing any more ends the alert and the looking", () => {
  const db = openDatabase(":memory:");
  migrate(db);
  const writer = createWriter(db);
  writer.run([{ kind: "region-import", region: smallRegion(start), at: start, actor: "import" }]);
  const days = [1, 2, 3].map((day) => start + day * 1440 * MINUTE);
  writer.run(days.map(tick));
  const states = () =>
    db.all<{ state: string }>("SELECT state FROM alert WHERE subject = 'greta'").map(({ state }) => state);
  expect(states()).toEqual(["open"]);
  const body = JSON.parse(db.get<{ body: string }>("SELECT body FROM plan WHERE patient = 'greta'")!.body) as object;
  writer.run([
    {
      kind: "plan-sign",
      patient: "greta",
      body: { ...body, schedules: [] } as never,
      ifVersion: 1,
      at: days[2]! + MINUTE,
      actor: "karin",
    },
  ]);
  expect(states()).toEqual(["resolved"]);
  expect(db.get("SELECT 1 AS timer FROM timer WHERE subject = 'greta'")).toBeUndefined();
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallRegion } from "../../test/helpers/home.ts";
import type { Alert } from "../domain/alert.ts";
import type { CommandBody } from "../ledger/commands.ts";
import { createWriter } from "../ledger/writer.ts";
import { type AlertRow, nextDue, toAlert } from "../store/sqlite/alerts.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";
import type { DecisionContext } from "./context.ts";
import { hasten } from "./escalating.ts";

const NOW = Temporal.Instant.from("2026-11-22T13:00:00Z").epochMilliseconds;
const MINUTE = 60_000;

/** A writer over a store in memory, with the small region, and its time. */
function openStore() {
  const db = openDatabase(":memory:");
  migrate(db);
  const writer = createWriter(db);
  let now = NOW;
  let messages = 0;
  const run = (body: CommandBody, actor = "platform"): void => {
    writer.run([{ ...body, at: now, actor }]);
  };
  run({ kind: "region-import", region: smallRegion(NOW) });
  return {
    db,
    run,
    now: () => now,
    advance: (ms: number) => (now += ms),
    tick: () => run({ kind: "tick" }),
    oxygen(spo2: number) {
      const at = new Date(now).toISOString();
      const readings = [{ kind: "oxygen-saturation", at, spo2, unit: "%" }];
      run({
        kind: "device-message",
        hub: "hub-greta",
        topic: "hv/v1/hub-greta/readings",
        channel: "readings",
        payload: Buffer.from(JSON.stringify({ id: `m${(messages += 1)}`, device: "oximeter", readings })),
      });
    },
    alerts: (): Alert[] => db.all<AlertRow>("SELECT * FROM alert ORDER BY id").map(toAlert),
    tellings: (): string[] =>
      db
        .all<{ reason: string }>("SELECT reason FROM event WHERE type = 'alert.told' ORDER BY seq")
        .map((row) => row.reason),
  };
}
type Store = ReturnType<typeof openStore>;

describe("a step that reached nobody", () => {
  const hastened = (store: Store, decidedAt: number) =>
    hasten({ db: store.db, at: store.now() } as DecisionContext, store.alerts()[0]!, decidedAt);

  it("is followed by the next at once, which has its own time", () => {
    const store = openStore();
    store.oxygen(82);
    store.advance(1000);
    hastened(store, NOW);
    expect(nextDue(store.db)).toBe(NOW + 1000);
    store.tick();
    expect(store.tellings()).toEqual(["opened", "unanswered"]);
    expect(store.alerts()[0]?.escalation?.next.at).toBe(NOW + 1000 + 15 * MINUTE);
  });

  it("that is not the last one any more changes nothing", () => {
    const store = openStore();
    store.oxygen(82);
    store.advance(15 * MINUTE);
    store.tick();
    const [before] = store.alerts();
    hastened(store, NOW);
    expect(store.alerts()).toEqual([before]);
  });
});

it("an alert that was open before there were steps is told at the next tick", () => {
  const store = openStore();
  store.oxygen(82);
  // As the store of an earlier version stands after its upgrade.
  store.db.exec("UPDATE alert SET due = updated_at, body = json_remove(body, '$.escalation')");
  store.tick();
  expect(store.tellings()).toEqual(["opened", "found-open"]);
  expect(store.alerts()[0]?.escalation).toMatchObject({ step: 0, next: { at: NOW + 15 * MINUTE } });
});

describe("whatever happens in whatever order", () => {
  const act = fc.oneof(
    fc.record({ what: fc.constant("oxygen" as const), spo2: fc.constantFrom(97, 89, 86, 82, 76) }),
    fc.record({
      what: fc.constant("time" as const),
      minutes: fc.constantFrom(1, 15, 60, 600, 3000),
      times: fc.constantFrom(1, 6),
    }),
    fc.record({ what: fc.constant("acknowledge" as const), by: fc.constantFrom("karin", "nils") }),
    fc.record({ what: fc.constant("resolve" as const) }),
    fc.record({ what: fc.constant("team" as const), team: fc.constantFrom("north", "night") }),
  );

  function perform(store: Store, one: typeof act extends fc.Arbitrary<infer T> ? T : never): void {
    const alert = store.alerts().find(({ state }) => state !== "resolved");
    const about = alert && { alert: alert.id, ifVersion: alert.version };
    if (one.what === "oxygen") store.oxygen(one.spo2);
    else if (one.what === "time") {
      for (let n = 0; n < one.times; n += 1) {
        store.advance(one.minutes * MINUTE);
        store.tick();
      }
    } else if (one.what === "team") {
      const { version: ifVersion } = store.db.get<{ version: number }>(
        "SELECT version FROM patient WHERE id = 'soheil'",
      )!;
      store.run({ kind: "patient-team", patient: "soheil", team: one.team, ifVersion });
    } else if (about && one.what === "acknowledge") {
      const promise = { text: "ring", due: store.now() + 30 * MINUTE };
      store.run({ kind: "alert-acknowledge", ...about, promise }, one.by);
    } else if (about) store.run({ kind: "alert-resolve", ...about, outcome: "true", action: "advice" }, "karin");
    store.advance(1);
    store.tick();
  }

  it("each alert has an end, or a next time that has not passed; and whoever was to be told, is", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(act, { minLength: 10, maxLength: 40, size: "max" }), (acts) => {
        const store = openStore();
        for (const one of acts) {
          perform(store, one);
          for (const { id, state, promise, escalation } of store.alerts()) {
            const { due } = store.db.get<{ due: number | null }>("SELECT due FROM alert WHERE id = ?", id)!;
            if (state === "resolved") expect([due, escalation]).toEqual([null, undefined]);
            else expect(due).toBe(state === "open" ? escalation?.due : promise?.due);
            if (state !== "resolved") expect(due).toBeGreaterThan(store.now());
          }
          const untold = store.db.all(
            `SELECT seq FROM event e WHERE type = 'alert.told' AND json_array_length(data, '$.to') <>
             (SELECT count(*) FROM notification n WHERE n.alert = e.alert AND n.command = e.command)
             AND (SELECT count(*) FROM event o WHERE o.command = e.command AND o.alert = e.alert AND o.type = e.type) = 1`,
          );
          expect(untold).toEqual([]);
        }
        for (const reason of store.tellings()) met.add(reason);
        store.db.close();
      }),
      { numRuns: 60 },
    );
    expect([...met]).toEqual(
      expect.arrayContaining(["opened", "worsened", "promise-passed", "unanswered", "repeated", "duty-moved"]),
    );
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { smallRegion } from "../../test/helpers/home.ts";
import { evaluate } from "../rules/evaluate.ts";
import type { Database } from "../store/sqlite/database.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openStore, storeFile } from "../store/sqlite/open.ts";
import { decisions } from "../store/sqlite/reading-row.ts";
import type { Command, CommandOutcome } from "./commands.ts";
import { createWriter, type Writer, type WriterOptions } from "./writer.ts";

const NOW = Temporal.Instant.from("2026-11-22T13:00:00Z").epochMilliseconds;

let folder: string;
let db: Database;
let writer: Writer;
let messages = 0;

/** A store with the small region, and a writer over it. */
function open(options: WriterOptions = {}): void {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-writer-"));
  db = openStore(folder);
  writer = createWriter(db, options);
  writer.run([{ kind: "region-import", region: smallRegion(NOW), at: NOW, actor: "import" }]);
}
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function message(device: string, readings: readonly object[], hub = "hub-greta"): Command {
  messages += 1;
  return {
    kind: "device-message",
    at: NOW,
    actor: `hub:${hub}`,
    hub,
    topic: `hv/v1/${hub}/readings`,
    channel: "readings",
    payload: Buffer.from(JSON.stringify({ id: `m${messages}`, device, readings })),
  };
}
const weight = (value: number, at = "2026-11-22T12:50:00Z") => ({ kind: "body-weight", value, unit: "kg", at });
const oxygen = (spo2: number, at = "2026-11-22T12:50:00Z") => ({ kind: "oxygen-saturation", spo2, at });

const run = (...commands: Command[]): readonly CommandOutcome[] => writer.run(commands).outcomes;
const ok = (outcomes: readonly CommandOutcome[]): boolean[] => outcomes.map((outcome) => outcome.ok);
const statuses = (outcome: CommandOutcome | undefined): string[] =>
  outcome?.ok ? (outcome.value.receipt?.results ?? []).map(({ status, code }) => code ?? status) : [];
const count = (table: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n;
const alerts = () =>
  db
    .all("SELECT subject, category, severity, team, json_extract(body, '$.cause') AS cause FROM alert ORDER BY id")
    .map((row) => ({ ...row }));
const decided = (): string[] =>
  db.all<{ decision: number }>("SELECT decision FROM reading ORDER BY series").map((row) => decisions[row.decision]!);

/** Makes storing a reading of exactly 66.6 kg fail as no code expects. */
const breakAt666 = (): void =>
  db.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON main.reading WHEN NEW.v1 = 66600
           BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`);

describe("one command can't fail a batch", () => {
  test("a message that breaks the platform is kept with its bytes, told in red, acknowledged; its neighbours are stored", () => {
    open();
    breakAt666();
    const poison = message("scale", [weight(82), weight(66.6)]);
    const { outcomes, reports } = writer.run([
      message("scale", [weight(81)]),
      poison,
      message("oximeter", [oxygen(95)]),
    ]);
    expect(ok(outcomes)).toEqual([true, true, true]);
    expect(outcomes.map(statuses)).toEqual([["stored"], ["ENGINE_FAILED"], ["stored"]]);
    expect(count("reading"), "nothing half done is left of the message that failed").toBe(2);
    expect(db.all("SELECT code, payload FROM quarantine")).toMatchObject([
      { code: "ENGINE_FAILED", payload: new Uint8Array((poison as { payload: Uint8Array }).payload) },
    ]);
    expect(alerts()).toEqual([
      { subject: "hub-greta", category: "technical", severity: "red", team: "north", cause: "ENGINE_FAILED" },
    ]);
    expect(reports.map(({ code }) => code)).toEqual(["INTERNAL", "ENGINE_FAILED"]);
    expect(JSON.stringify(reports), "values stay out of the log").not.toContain("66");
  });

  test("the same message again is acknowledged again and told once", () => {
    open();
    breakAt666();
    const poison = message("scale", [weight(66.6)]);
    run(poison);
    const before = ["event", "quarantine", "alert", "command"].map(count);
    expect(run(poison, poison).map(statuses)).toEqual([["ENGINE_FAILED"], ["ENGINE_FAILED"]]);
    expect(["event", "quarantine", "alert", "command"].map(count)).toEqual(before);
  });

  test("a message that can't even be set aside is not acknowledged; its neighbours are stored", () => {
    open();
    breakAt666();
    db.exec(`CREATE TEMP TRIGGER broken_too BEFORE INSERT ON main.quarantine
             BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`);
    const outcomes = run(
      message("scale", [weight(81)]),
      message("scale", [weight(66.6)]),
      message("oximeter", [oxygen(95)]),
    );
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, code: "INTERNAL" }, { ok: true }]);
    expect(count("reading")).toBe(2);
  });

  test("a message from a hub that is not stored, and a refused request, leave the others alone", () => {
    open();
    const outcomes = run(
      message("scale", [weight(81)], "hub-nobody"),
      { kind: "alert-acknowledge", alert: "a1", ifVersion: 1, promise: { text: "", due: 0 }, actor: "karin", at: NOW },
      message("scale", [weight(81)]),
    );
    expect(outcomes).toMatchObject([{ ok: false, code: "INTERNAL" }, { ok: false, code: "NOT_FOUND" }, { ok: true }]);
  });

  test("a plan signed in a command that fails is forgotten with it", () => {
    open();
    run(message("oximeter", [oxygen(89)]));
    expect(alerts()).toMatchObject([{ subject: "soheil", cause: "oxygen-low" }]);
    db.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON main.event WHEN NEW.type = 'plan.signed'
             BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`);
    const body = { conditions: [], zone: "UTC", rules: [], safetyLimits: [] };
    const sign: Command = { kind: "plan-sign", patient: "soheil", body, ifVersion: 1, actor: "karin", at: NOW };
    expect(run(sign)).toMatchObject([{ ok: false, code: "INTERNAL" }]);
    run({ ...message("oximeter", [oxygen(86, "2026-11-22T13:00:00Z")]), at: NOW + 1 });
    expect(decided()).toEqual(["finding", "finding"]);
  });
});

describe("a rule that throws", () => {
  const throwing: typeof evaluate = () => {
    throw new TypeError("a fault in a rule");
  };

  test("the reading is stored and marked, its team told in red, the hub told stored", () => {
    open({ evaluate: throwing });
    const { outcomes, reports } = writer.run([message("oximeter", [oxygen(95)])]);
    expect(outcomes.map(statuses)).toEqual([["stored"]]);
    expect(decided()).toEqual(["engine-failed"]);
    expect(alerts()).toEqual([
      { subject: "soheil", category: "technical", severity: "red", team: "night", cause: "ENGINE_FAILED" },
    ]);
    expect(db.get("SELECT count(*) AS n FROM event WHERE type = 'alert.opened' AND reading IS NOT NULL")).toMatchObject(
      {
        n: 1,
      },
    );
    expect(reports).toEqual([{ code: "ENGINE_FAILED", message: "TypeError: a fault in a rule" }]);
  });

  test("a plan that can't be read is such a fault too", () => {
    open();
    db.exec("UPDATE plan SET body = '{' WHERE patient = 'soheil'");
    expect(run(message("oximeter", [oxygen(95)])).map(statuses)).toEqual([["stored"]]);
    expect(decided()).toEqual(["engine-failed"]);
    expect(alerts()).toMatchObject([{ subject: "soheil", severity: "red", cause: "ENGINE_FAILED" }]);
  });

  test("the other readings of the message are judged all the same", () => {
    open({
      evaluate: (input, plan) =>
        input.reading.values["body-weight"] === 66_600 ? throwing(input, plan) : evaluate(input, plan),
    });
    const at = "2026-11-22T12:50:00Z";
    const shared = [
      { ...weight(66.6), user: 1 },
      { kind: "oxygen-saturation", spo2: 84, at, user: 2 },
    ];
    expect(run(message("shared", shared)).map(statuses)).toEqual([["stored", "stored"]]);
    expect(alerts()).toMatchObject([
      { subject: "greta", category: "technical", cause: "ENGINE_FAILED" },
      { subject: "soheil", category: "clinical", severity: "red" },
    ]);
  });

  test("on a reading that is nobody's: it is stored, the hub's team told in red, the others of the message kept", () => {
    open({ evaluate: throwing });
    expect(run(message("loose", [weight(82), weight(83)])).map(statuses)).toEqual([
      ["DEVICE_UNASSIGNED", "DEVICE_UNASSIGNED"],
    ]);
    expect(decided()).toEqual(["engine-failed", "engine-failed"]);
    expect(alerts()).toEqual([
      { subject: "loose", category: "technical", severity: "red", team: "north", cause: "ENGINE_FAILED" },
    ]);
    expect(count("quarantine")).toBe(0);
  });

  test("what was engine-failed is known again when it is sent again, and nothing more is told", () => {
    open({ evaluate: throwing });
    const sent = message("oximeter", [oxygen(95)]);
    run(sent);
    const events = count("event");
    expect(run(sent).map(statuses)).toEqual([["duplicate"]]);
    expect(count("event")).toBe(events);
  });
});

describe("a store that fails", () => {
  const unavailable = expect.objectContaining({ code: "STORE_UNAVAILABLE" });

  /** No page may be added any more: SQLITE_FULL, as on a full disk. */
  const fillDisk = (): void => db.exec("PRAGMA max_page_count = 1");
  const freeDisk = (): void => db.exec("PRAGMA max_page_count = 1000000");
  const lots = () =>
    Array.from({ length: 400 }, (_, minute) => {
      const at = Temporal.Instant.fromEpochMilliseconds(NOW - minute * 60_000).toString();
      return weight(82, at);
    });

  test("disk full: nothing of the batch is stored or acknowledged; with space again the same messages are taken, once", () => {
    open();
    const batch = [message("oximeter", [oxygen(95)]), message("scale", lots()), message("scale", [weight(81)])];
    const tables = ["reading", "event", "alert", "command", "message", "quarantine"];
    const before = tables.map(count);
    fillDisk();
    expect(() => run(...batch)).toThrow(unavailable);
    expect(tables.map(count)).toEqual(before);
    freeDisk();
    expect(ok(run(...batch))).toEqual([true, true, true]);
    expect(count("reading")).toBe(402);
    expect(
      db.all("SELECT seq FROM command").map(({ seq }) => seq),
      "no number is left out",
    ).toEqual([1, 2, 3, 4]);
    expect(alerts()).toEqual([]);
  });

  test.each([
    ["out of space", "PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000"],
    ["read-only", "PRAGMA query_only = ON", "PRAGMA query_only = OFF"],
  ])("%s while judging is no fault of the engine: nothing is stored, nothing acknowledged", (_what, fail, heal) => {
    let failing = false;
    open({
      evaluate: (input, plan) => {
        if (failing) {
          db.exec(fail);
          try {
            db.run("INSERT INTO declaration (kind, id, digest) VALUES ('x', 'x', hex(zeroblob(1000000)))");
          } finally {
            // The next moment all is well: what follows could be written, but what failed is missing.
            db.exec(heal);
          }
        }
        return evaluate(input, plan);
      },
    });
    const sent = message("oximeter", [oxygen(89)]);
    failing = true;
    expect(() => run(sent)).toThrow(unavailable);
    expect([count("reading"), count("alert")]).toEqual([0, 0]);
    failing = false;
    expect(run(sent).map(statuses)).toEqual([["stored"]]);
    expect(decided()).toEqual(["finding"]);
  });

  test("locked by another connection: not stored, not acknowledged; released, the same message is taken once", () => {
    open();
    db.exec("PRAGMA busy_timeout = 20");
    const other = openDatabase(storeFile(folder));
    const sent = message("oximeter", [oxygen(89)]);
    other.exec("BEGIN IMMEDIATE");
    expect(() => run(sent)).toThrow(unavailable);
    expect(() => run(sent)).toThrow(unavailable);
    other.exec("ROLLBACK");
    other.close();
    expect(run(sent, sent).map(statuses)).toEqual([["stored"], ["duplicate"]]);
    expect([count("reading"), count("alert")]).toEqual([1, 1]);
  });
});

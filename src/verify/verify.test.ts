import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { engine } from "./engine.ts";
import { isProven, type Verification, verify } from "./verify.ts";
import { verificationLines } from "./words.ts";

let home: Home;
let folder: string;
let gain: string;
let low: string;

/** Greta gains weight and is helped; Soheil's saturation falls, and falls further. Two days, three alerts. */
beforeAll(async () => {
  home = await openHome("2026-11-19T07:01:00+01:00");
  folder = mkdtempSync(join(tmpdir(), "hemvakt-verify-"));
  const { release, node } = engine();
  await home.submit({ kind: "engine-started", ...engine(), actor: "platform", release, node });
  const weigh = (value: number) => home.readings("scale", [{ kind: "body-weight", value, unit: "kg" }]);
  await weigh(82.4);
  home.clock.set("2026-11-22T07:01:00+01:00");
  await weigh(84.7);
  const [alert] = home.alerts("greta");
  gain = alert!.id;
  const promise = { text: "I call her", due: home.clock.now() + 3_600_000 };
  await home.submit({ kind: "alert-acknowledge", alert: gain, ifVersion: 1, promise, actor: "karin" });
  const saturation = (spo2: number) => home.readings("oximeter", [{ kind: "oxygen-saturation", spo2, pulse: 88 }]);
  await saturation(89);
  home.clock.advance(600_000);
  await saturation(85);
  low = home.alerts("soheil")[0]!.id;
  home.db.raw.prepare("VACUUM INTO ?").run(join(folder, "lived.db"));
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Verifies a copy of the store in which something was altered. */
function verified(alerts: readonly string[] | "all", alter: (db: Database) => void = () => {}): Verification {
  const file = join(folder, "altered.db");
  rmSync(file, { force: true });
  copyFileSync(join(folder, "lived.db"), file);
  const [from, into] = [openDatabase(file), openDatabase(":memory:")];
  try {
    from.exec("PRAGMA foreign_keys = OFF");
    alter(from);
    return verify(from, into, { alerts, engine: engine() });
  } finally {
    from.close();
    into.close();
  }
}

/** Where the one alert verified differs. */
const placesOf = ({ proofs }: Verification): string[] =>
  (proofs[0]?.differences ?? []).map(({ table, at }) => (at === undefined ? table : `${table} ${at}`));

describe("verify", () => {
  it("finds each alert identical, from an empty store and the raw payloads up to its last event", () => {
    const one = verified([gain]);
    expect(one).toMatchObject({
      refused: [],
      broken: [],
      elsewhere: [],
      proofs: [{ identical: true, differences: [] }],
    });
    expect(one.proofs[0]?.rows).toEqual({ alert: 1, event: 3, reading: 2, series: 1, plan: 1 });
    expect(one.commands, "not what came after").toBe(5);
    const all = verified("all");
    expect(isProven(all)).toBe(true);
    expect(all.proofs.map(({ alert }) => alert)).toEqual([gain, low]);
    expect(all.lastCommand).toBe(home.count("command"));
  });

  it("names what differs in the alert, an event, a reading, its source or the plan, one byte each", () => {
    const places: [string, string, string][] = [
      ["UPDATE alert SET severity = 'info' WHERE id = ?", gain, "alert severity"],
      [
        "UPDATE alert SET body = replace(body, '84700', '84701') WHERE id = ?",
        gain,
        "alert body.extremes.body-weight/above.worst",
      ],
      [
        "UPDATE event SET data = replace(data, '\"value\":84700', '\"value\":84701') WHERE alert = ? AND type = 'alert.opened'",
        gain,
        "event data.findings.0.compared.value",
      ],
      ["UPDATE event SET actor = 'nils' WHERE alert = ? AND actor = 'karin'", gain, "event actor"],
      [
        "UPDATE event SET data = replace(data, '\"concern\"', '\"concerm\"') WHERE alert = ? AND type = 'alert.opened'",
        gain,
        "event data.concern",
      ],
      ["UPDATE reading SET v1 = v1 + 1 WHERE v1 = 82400 AND ? <> ''", gain, "reading v1"],
      ["UPDATE series SET patient = 'gretb' WHERE patient = 'greta' AND ? <> ''", gain, "series patient"],
      [
        "UPDATE plan SET body = replace(body, 'Europe/Stockholm', 'Europe/Stockholn') WHERE patient = 'greta' AND ? <> ''",
        gain,
        "plan body.zone",
      ],
    ];
    for (const [sql, parameter, expected] of places) {
      const found = verified([gain], (db) => expect(db.run(sql, parameter).changes, sql).toBe(1));
      expect(placesOf(found), sql).toContain(expected);
      expect(isProven(found), sql).toBe(false);
      // It is nothing to the other alert.
      if (!expected.startsWith("plan"))
        expect(isProven(verified([low], (db) => db.run(sql, parameter))), sql).toBe(true);
    }
  });

  it("finds an event or the alert itself taken out, and an event put in", () => {
    const gone = verified([gain], (db) => db.run("DELETE FROM event WHERE alert = ? AND type = 'alert.opened'", gain));
    expect(placesOf(gone)).toContain("event");
    const put = verified([low], (db) =>
      db.run(
        "INSERT INTO event SELECT 99, at, type, alert, patient, team, actor, reason, reading, data, command FROM event WHERE alert = ? LIMIT 1",
        low,
      ),
    );
    expect(placesOf(put)).toEqual(["event"]);
    const without = verified("all", (db) => db.run("DELETE FROM alert WHERE id = ?", gain));
    expect(isProven(without)).toBe(false);
    expect(without.elsewhere.map(({ table, key }) => `${table} ${key}`)).toContain(`alert ${gain}`);
  });

  it("finds any one byte altered in any command's payload, wherever it stands and whatever follows from it", () => {
    const commands = home.db.all<{ seq: number; n: number }>("SELECT seq, length(payload) AS n FROM command");
    fc.assert(
      fc.property(fc.constantFrom(...commands), fc.nat(), fc.integer({ min: 1, max: 255 }), ({ seq, n }, at, bits) => {
        const found = verified("all", (db) => {
          const { payload } = db.get<{ payload: Uint8Array }>("SELECT payload FROM command WHERE seq = ?", seq)!;
          payload[at % n] = (payload[at % n] ?? 0) ^ bits;
          db.run("UPDATE command SET payload = ? WHERE seq = ?", payload, seq);
        });
        expect(found.broken).toEqual([seq]);
        expect(isProven(found)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("finds an altered value in a payload by what follows from it, also where somebody sealed the log anew", () => {
    const altered = verified([gain], (db) => {
      db.run(
        "UPDATE command SET payload = CAST(replace(CAST(payload AS TEXT), '84.7', '84.6') AS BLOB), seal = NULL WHERE kind = 'device-message'",
      );
      db.run("UPDATE command SET seal = NULL");
    });
    expect(altered.broken).toEqual([]);
    expect(placesOf(altered)).toEqual(expect.arrayContaining(["reading v1", "event data.findings.0.compared.value"]));
    expect(verificationLines(altered, "sv").join("\n")).toMatch(
      /Händelse \d+ sade: .*Vikten upp 2,3 kg på 3 dagar, till 84,7 kg .*\n.*säger nu: .*Vikten upp 2,2 kg på 3 dagar, till 84,6 kg/,
    );
  });

  it("runs the rest of the log before it says that something differs: another team has the patient since", async () => {
    const before = home.db.get<{ version: number }>("SELECT version FROM patient WHERE id = 'greta'")!.version;
    await home.submit({ kind: "patient-team", patient: "greta", team: "night", ifVersion: before, actor: "alva" });
    const into = openDatabase(":memory:");
    const found = verify(home.db, into, { alerts: [gain], engine: engine() });
    expect(isProven(found)).toBe(true);
    expect(found.lastCommand).toBe(home.count("command"));
    into.close();
  });

  it("says which engine decided when it was another, and what it said then and now", () => {
    const other = verified([gain], (db) => {
      db.run("UPDATE engine SET version = 'ee00ff', parts = json_set(parts, '$.rules', '00') WHERE command = 2");
      db.run("UPDATE event SET data = replace(data, '84700', '84800') WHERE alert = ? AND type = 'alert.opened'", gain);
    });
    expect(other.proofs[0]).toMatchObject({
      otherEngine: true,
      engines: [{ version: "ee00ff", differsIn: ["rules"] }],
    });
    const said = verificationLines(other, "en").join("\n");
    expect(said).toMatch(/Decided by engine ee00ff \(0\.1\.0\), recomputed by [0-9a-f]{12}/);
    expect(said).toContain("What differs between the engines: rules.");
    expect(said).toMatch(/said: .*Weight up 2\.4 kg in 3 days, to 84\.8 kg/);
    expect(said).toMatch(/says now: .*Weight up 2\.3 kg in 3 days, to 84\.7 kg/);
  });

  it("takes a store that was not upgraded yet as it is: nothing is noted of engines, and nothing is sealed", () => {
    const found = verified("all", (db) =>
      db.exec(
        "DROP TABLE engine; ALTER TABLE command DROP COLUMN seal; DELETE FROM command WHERE kind = 'engine-started'; PRAGMA user_version = 6",
      ),
    );
    expect(found).toMatchObject({ seal: null, elsewhere: [], proofs: [{ engines: [null], otherEngine: true }, {}] });
    expect(found.proofs.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it("can't find everything rewritten alike; the seal is another then", () => {
    const lie = (db: Database) => {
      const fresh = openDatabase(":memory:");
      db.run("UPDATE command SET payload = CAST(replace(CAST(payload AS TEXT), '84.7', '84.6') AS BLOB)");
      verify(db, fresh, { alerts: "all", engine: engine() });
      for (const table of ["command", "alert", "event", "reading", "series"]) {
        db.exec(`DELETE FROM ${table}`);
        for (const row of fresh.all<Record<string, null | number | string | Uint8Array>>(`SELECT * FROM ${table}`)) {
          db.run(`INSERT INTO ${table} VALUES (${Object.keys(row).fill("?").join(", ")})`, ...Object.values(row));
        }
      }
      fresh.close();
    };
    const found = verified("all", lie);
    expect(isProven(found)).toBe(true);
    expect(found.seal).not.toBe(verified("all").seal);
  });
});

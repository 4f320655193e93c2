import { describe, expect, it } from "vitest";
import { type Database, openDatabase } from "./database.ts";
import { migrate, schemaVersion } from "./schema.ts";

const version = (db: Database) => db.get<{ user_version: number }>("PRAGMA user_version")?.user_version;
const structure = (db: Database) => db.all("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name");

/** A store as the given version wrote it, with a row in the tables that count most. */
function storeOf(at: number): Database {
  const db = openDatabase(":memory:");
  db.exec("PRAGMA foreign_keys = ON");
  migrate(db, at);
  if (at > 0) db.exec(firstRows);
  return db;
}

// In the columns of version 1, which every later version upgrades.
const firstRows = `
  INSERT INTO command (seq, at, kind, actor, payload) VALUES (1, 1000, 'region-import', 'import', x'7b7d');
  INSERT INTO team (id, name, provider, unit, zone, contact, version)
    VALUES ('north', 'North', 'Region Exempel', 'Unit', 'Europe/Stockholm', '{}', 1);
  INSERT INTO event (seq, at, type, team, actor, reason, data, command)
    VALUES (1, 1000, 'patient.enrolled', 'north', 'import', 'region', '{}', 1);
  INSERT INTO reading (series, measured_at, n, received_at, v1, clock, flags, decision, command, position)
    VALUES (1, 900, 0, 1000, 82400, 0, 0, 0, 1, 0);
`;
const rowsOf = (db: Database) =>
  ["command", "team", "event", "reading"].map((table) => ({ ...db.get(`SELECT * FROM ${table}`) }));

const earlier = Array.from({ length: schemaVersion }, (_, index) => index);

describe("upgrading the store", () => {
  it.each(earlier)("brings version %i to the current one, the same as a new store, with every row", (from) => {
    const old = storeOf(from);
    expect(version(old)).toBe(from);
    const before = from > 0 ? rowsOf(old) : [];
    migrate(old);
    expect(version(old)).toBe(schemaVersion);
    const fresh = openDatabase(":memory:");
    migrate(fresh);
    expect(structure(old)).toEqual(structure(fresh));
    if (from > 0) rowsOf(old).forEach((row, index) => expect(row).toMatchObject(before[index]!));
    expect(old.all("PRAGMA integrity_check").map((row) => ({ ...row }))).toEqual([{ integrity_check: "ok" }]);
    expect(old.all("PRAGMA foreign_key_check")).toEqual([]);
  });

  it("leaves a current store as it is", () => {
    const db = storeOf(schemaVersion);
    const [before, rows] = [structure(db), rowsOf(db)];
    migrate(db);
    expect(structure(db)).toEqual(before);
    expect(rowsOf(db)).toEqual(rows);
    expect(version(db)).toBe(schemaVersion);
  });

  it("refuses a store of a newer Hemvakt and changes nothing in it", () => {
    const db = storeOf(schemaVersion);
    db.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    const before = structure(db);
    expect(() => migrate(db)).toThrowError(expect.objectContaining({ code: "DATA_TOO_NEW" }));
    expect(structure(db)).toEqual(before);
    expect(version(db)).toBe(schemaVersion + 1);
  });
});

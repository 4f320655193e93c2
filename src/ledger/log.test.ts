import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { loggedCommands, logHead } from "./log.ts";
import { rerun } from "./replay.ts";
import { createWriter } from "./writer.ts";

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.close());

const weight = (value: number) => [{ kind: "body-weight", value, unit: "kg" }];

/** A copy of what is stored, which may be altered. */
function copyOf(db: Database): Database {
  const copy = openDatabase(":memory:");
  migrate(copy);
  copy.exec("PRAGMA foreign_keys = OFF");
  for (const row of db.all<Record<string, null | number | string | Uint8Array>>("SELECT * FROM command")) {
    copy.run("INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)", ...Object.values(row));
  }
  return copy;
}

const brokenIn = (db: Database): number[] =>
  [...loggedCommands(db)].flatMap(({ seq, broken }) => (broken ? [seq] : []));

/** Changes one byte of one column of one command. */
function alter(db: Database, seq: number, column: string, at: number): void {
  const { bytes } = db.get<{ bytes: Uint8Array }>(
    `SELECT CAST(${column} AS BLOB) AS bytes FROM command WHERE seq = ?`,
    seq,
  )!;
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
  const type = { payload: "BLOB", seal: "BLOB", at: "INTEGER" }[column] ?? "TEXT";
  db.run(`UPDATE command SET ${column} = CAST(? AS ${type}) WHERE seq = ?`, bytes, seq);
}

describe("the seals of the command log", () => {
  it("fit, also where commands were refused, failed or changed nothing in between", async () => {
    await home.readings("scale", weight(82));
    await home.readings("scale", weight(82), { id: "m1" });
    const refused = home.submit({ kind: "staff-disable", staff: "nobody", ifVersion: 1, actor: "alva" });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
    await home.submit({ kind: "tick", actor: "platform" });
    await home.readings("scale", weight(83));
    expect(brokenIn(home.db)).toEqual([]);
    expect(home.replayed()).toMatchObject({ broken: [], differences: [] });
    expect(logHead(home.db)).toMatchObject({ seq: home.count("command"), seal: { length: 32 } });
  });

  it("go on after a start and after a message that breaks the platform", () => {
    const db = openDatabase(":memory:");
    migrate(db);
    const failing = createWriter(db, {
      evaluate: () => {
        throw new RangeError("broken");
      },
    });
    const at = home.clock.now();
    const [first] = [...loggedCommands(home.db)];
    const message = (id: string) => ({
      kind: "device-message" as const,
      at,
      actor: "hub:hub-greta",
      hub: "hub-greta",
      topic: "hv/v1/hub-greta/readings",
      channel: "readings" as const,
      payload: Buffer.from(JSON.stringify({ id, device: "scale", readings: weight(82) })),
    });
    expect(failing.run([first!.command!, message("a"), message("b")]).outcomes.map(({ ok }) => ok)).toEqual([
      true,
      true,
      true,
    ]);
    createWriter(db).run([message("c")]);
    expect(brokenIn(db)).toEqual([]);
    expect(logHead(db).seq).toBe(4);
  });

  it("find one altered byte, whichever, and name the command", async () => {
    for (const value of [82, 84.7, 81]) await home.readings("scale", weight(value));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom("payload", "meta", "actor", "kind", "at", "seal"),
        fc.nat(),
        (seq, column, at) => {
          const copy = copyOf(home.db);
          if (column === "meta") copy.run("UPDATE command SET meta = '{}' WHERE seq = ? AND meta IS NULL", seq);
          else alter(copy, seq, column, at);
          const altered = copy.get("SELECT * FROM command WHERE seq = ?", seq);
          const same =
            JSON.stringify(altered) === JSON.stringify(home.db.get("SELECT * FROM command WHERE seq = ?", seq));
          const expected = same ? [] : column === "seal" && seq < 4 ? [seq, seq + 1] : [seq];
          expect(brokenIn(copy)).toEqual(expected);
          copy.close();
        },
      ),
      { numRuns: 100 },
    );
  });

  it("find a command taken out, and two in each other's place", async () => {
    for (const value of [82, 84.7, 81]) await home.readings("scale", weight(value));
    const gone = copyOf(home.db);
    gone.run("DELETE FROM command WHERE seq = 3");
    expect(brokenIn(gone)).toEqual([4]);
    const swapped = copyOf(home.db);
    swapped.exec("UPDATE command SET seq = -seq WHERE seq IN (2, 3); UPDATE command SET seq = 5 + seq WHERE seq < 0");
    expect(brokenIn(swapped)).toEqual([2, 3, 4]);
  });

  it("don't find all of it sealed anew, other than by the last seal, which is another", async () => {
    await home.readings("scale", weight(82));
    const copy = copyOf(home.db);
    alter(copy, 2, "payload", 60);
    const anew = openDatabase(":memory:");
    rerun(copy, anew);
    expect(brokenIn(anew)).toEqual([]);
    expect(logHead(anew).seal).not.toEqual(logHead(home.db).seal);
  });

  it("begin with the first command after an upgrade; what is older has none", async () => {
    const copy = copyOf(home.db);
    copy.run("UPDATE command SET seal = NULL");
    expect(brokenIn(copy)).toEqual([]);
    const [first] = [...loggedCommands(home.db)];
    const grown = openDatabase(":memory:");
    migrate(grown);
    const writer = createWriter(grown);
    writer.run([first!.command!]);
    grown.run("UPDATE command SET seal = NULL");
    createWriter(grown).run([
      { kind: "tick", at: 0, actor: "platform" },
      { ...first!.command!, at: 1 },
    ]);
    const team = {
      kind: "team-create",
      id: "new",
      name: "n",
      provider: "p",
      unit: "u",
      zone: "UTC",
      contact: { phone: "" },
    };
    createWriter(grown).run([{ ...team, at: 2, actor: "alva" } as never]);
    expect(grown.all("SELECT seq, seal IS NULL AS bare FROM command")).toMatchObject([
      { seq: 1, bare: 1 },
      { seq: 2, bare: 0 },
    ]);
    expect(brokenIn(grown)).toEqual([]);
    grown.run("UPDATE command SET seal = NULL WHERE seq = 2");
    expect(brokenIn(grown), "the last seal alone can be taken off").toEqual([]);
  });
});

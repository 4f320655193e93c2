import { expect, test } from "vitest";
import { smallRegion } from "../../test/helpers/home.ts";
import { preset } from "../rules/presets.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";
import type { Command } from "./commands.ts";
import { logAt, loggedCommands } from "./log.ts";
import { createWriter } from "./writer.ts";

const NOW = Date.UTC(2026, 10, 22, 13);

/** A store with Greta and a draft for her, and its writer. */
function open() {
  const db = openDatabase(":memory:");
  migrate(db);
  const writer = createWriter(db);
  writer.run([{ kind: "region-import", region: smallRegion(NOW), at: NOW, actor: "import" }]);
  db.run(
    `INSERT INTO plan_draft (id, patient, base, body, state, created_by, created_at, updated_by, updated_at, version)
     VALUES ('d1', 'greta', 1, ?, 'open', 'karin', ?, 'karin', ?, 4)`,
    JSON.stringify(preset(["heart-failure"])),
    NOW,
    NOW,
  );
  return { db, writer };
}

const keep = (more: object = {}): Command => ({
  kind: "draft-rehearsal",
  draft: "d1",
  ifVersion: 4,
  rehearsal: { days: 90, before: { alerts: 31 }, after: { alerts: 14 } },
  at: NOW + 1000,
  actor: "karin",
  ...more,
});
const rows = (db: Database) => JSON.stringify([db.all("SELECT * FROM plan_draft"), db.all("SELECT * FROM event")]);

test("what a rehearsal gave stands with the draft, which stays as it is; the log says the same again, byte for byte", () => {
  const [home, again] = [open(), open()];
  const [outcome] = home.writer.run([keep()]).outcomes;
  expect(outcome).toEqual({ ok: true, value: { id: "d1", version: 4 } });
  expect(home.db.get("SELECT version, rehearsal FROM plan_draft")).toMatchObject({
    version: 4,
    rehearsal: '{"days":90,"before":{"alerts":31},"after":{"alerts":14}}',
  });
  for (const { seq, command } of loggedCommands(home.db, logAt(home.db, 1))) again.writer.replay(seq, command!);
  expect(rows(again.db)).toBe(rows(home.db));
});

test.each<[string, object, string]>([
  ["of a draft that has changed since", { ifVersion: 3 }, "PRECONDITION_FAILED"],
  ["of no draft", { draft: "d2" }, "NOT_FOUND"],
])("a result %s is refused, and nothing is written", (_, more, code) => {
  const { db, writer } = open();
  const before = rows(db);
  expect(writer.run([keep(more)]).outcomes).toMatchObject([{ ok: false, code }]);
  expect(rows(db)).toBe(before);
  expect([...loggedCommands(db, logAt(db, 1))]).toEqual([]);
});

import { afterEach, beforeEach, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { preset } from "../rules/presets.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { storeFile } from "../store/sqlite/open.ts";
import { openDesk } from "./desk.ts";
import { inlineEngine } from "./inline.ts";
import { usualTerms } from "./patient.ts";
import type { Progress, Task } from "./task.ts";
import { threadEngine } from "./thread.ts";

const change = { overrides: { "weight-rise-3d": { amount: { value: 1.5, unit: "kg" } } }, add: [], remove: [] };

let home: Home;
let engine: ReturnType<typeof threadEngine>;
beforeEach(async () => {
  home = await openHome("2026-11-10T07:10:00+01:00");
  engine = threadEngine(home.folder);
  for (const value of [82.4, 82.5, 82.4, 84.1]) {
    const at = new Date(home.clock.now() - 60_000).toISOString();
    await home.readings("scale", [{ kind: "body-weight", at, value, unit: "kg" }]);
    home.clock.advance(86_400_000);
  }
});
afterEach(async () => {
  await engine.stop();
  await home.close();
});

const team = (patients: readonly string[]): Task => ({
  of: "team",
  patients,
  change,
  terms: usualTerms(home.clock.now()),
});
const never = new AbortController().signal;

it("in a thread of its own it comes to what it comes to here, and says how far it is", async () => {
  const heard: Progress[] = [];
  const there = await engine.run(team(["greta", "soheil"]), (progress) => heard.push(progress), never);
  const here = await inlineEngine(home.db).run(team(["greta", "soheil"]), () => undefined, never);
  expect(there).toEqual(here);
  expect(there).toMatchObject({
    comparison: { after: { alerts: 1 } },
    patients: [{ outcome: "rehearsed" }, { outcome: "unaffected" }],
  });
  expect(heard).toEqual([
    { done: 1, total: 2 },
    { done: 2, total: 2 },
  ]);
});

it("it can be cancelled on the way, and the next one runs", async () => {
  const desk = openDesk(engine, { newId: () => crypto.randomUUID(), onFailure: () => undefined });
  const ask = (task: Task) => desk.start({ task, by: "karin", startedAt: 0 });
  const long = ask(team(Array.from({ length: 2000 }, () => "greta")));
  const next = ask(team(["greta"]));
  desk.cancel(long.id);
  expect(await desk.ended(long.id)).toMatchObject({ state: "cancelled" });
  expect(desk.job(long.id)!.progress.done).toBeLessThan(2000);
  expect(await desk.ended(next.id)).toMatchObject({ state: "done" });
  await desk.stop();
});

it("what is refused keeps its code, and a thread that has died is followed by another", async () => {
  const draft = { conditions: [], zone: "UTC", rules: [], safetyLimits: [] };
  const nobody: Task = { of: "patient", patient: "nobody", draft, terms: usualTerms(0) };
  await expect(engine.run(nobody, () => undefined, never)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const dying = engine.run(team(Array.from({ length: 2000 }, () => "greta")), () => undefined, never);
  const [, ended] = await Promise.allSettled([engine.stop(), dying]);
  expect(ended).toMatchObject({ status: "rejected" });
  expect(await engine.run(team(["greta"]), () => undefined, never)).toMatchObject({
    patients: [{ outcome: "rehearsed" }],
  });
});

it("one patient who takes long is cancelled with the thread, and the next one has another", async () => {
  // A monitor that measured every two minutes for three months.
  const db = openDatabase(storeFile(home.folder));
  const now = home.clock.now();
  db.run(
    "INSERT INTO series (id, device, user, kind, patient, team) VALUES (99, 'monitor', NULL, 'pulse', 'greta', 'north')",
  );
  db.run(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
     INSERT INTO reading (series, measured_at, n, received_at, v1, clock, flags, decision, command, position)
     SELECT 99, ? - i * 120000, 0, ? - i * 120000, 70, 0, 0, 1, 100000 - i, 0 FROM n`,
    now,
    now,
  );
  db.close();
  const hasty = threadEngine(home.folder, undefined, 0);
  const desk = openDesk(hasty, { newId: () => crypto.randomUUID(), onFailure: () => undefined });
  const ask = (patient: string) => {
    const task: Task = { of: "patient", patient, draft: preset(["heart-failure"]), terms: usualTerms(now) };
    return desk.start({ task, by: "karin", startedAt: now });
  };
  const [long, next] = [ask("greta"), ask("soheil")];
  desk.cancel(long.id);
  expect(await desk.ended(long.id)).toMatchObject({ state: "cancelled" });
  expect(await desk.ended(next.id)).toMatchObject({ state: "done" });
  await desk.stop();
});

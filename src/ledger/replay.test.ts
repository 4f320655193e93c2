import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import type { Submission } from "./commands.ts";
import { loggedCommands } from "./log.ts";
import { type ReplayReport, replay } from "./replay.ts";

const HOUR = 3_600_000;
let home: Home;
let folder: string;

/** A day with a bit of everything: findings, people acting, a device assigned late, a reading moved, a plan signed. */
async function liveThroughADay(): Promise<void> {
  const weight = (at: string, value: number) => ({
    kind: "body-weight",
    at,
    value,
    unit: "kg",
    flags: ["from-memory"],
  });
  const oxygen = (at: string, spo2: number) => ({ kind: "oxygen-saturation", at, spo2, flags: ["from-memory"] });
  await home.readings("scale", [weight("2026-11-19T07:00:00+01:00", 82.4), weight("2026-11-22T07:00:00+01:00", 84.7)]);
  await home.readings("oximeter", [oxygen("2026-11-22T13:00:00+01:00", 89)]);
  await home.readings("loose", [oxygen("2026-11-22T12:00:00+01:00", 84)]);
  const [gain] = home.alerts("greta");
  const act = { alert: gain!.id, actor: "karin" } as const;
  const promise = { text: "ring", due: home.clock.now() + HOUR };
  await home.submit({ ...act, kind: "alert-acknowledge", ifVersion: 1, promise });
  home.clock.advance(HOUR);
  await home.submit({ kind: "tick", actor: "platform" });
  await home.submit({
    ...act,
    kind: "alert-acknowledge",
    ifVersion: 3,
    promise: { ...promise, due: promise.due + HOUR },
  });
  await home.submit({
    ...act,
    kind: "alert-resolve",
    ifVersion: 4,
    outcome: "true",
    action: "medication",
    note: "more",
  });
  const from = home.clock.now() - 24 * HOUR;
  await home.submit({ kind: "assignment-create", device: "loose", patient: "soheil", from, actor: "teknik" });
  const { reading } = home
    .events("alert.joined")
    .concat(home.events("alert.opened"))
    .find((event) => event.reading)!;
  await home.submit({ kind: "reading-move", reading: reading!, patient: "soheil", reason: "visitor", actor: "karin" });
  const body = { conditions: [], zone: "UTC", rules: [], safetyLimits: [] };
  await home.submit({ kind: "plan-sign", patient: "greta", body, ifVersion: 1, actor: "karin" });
  await home.publish("readings", "not json");
  await home.publish("state", { online: true, battery: 61 });
  await home.submit({ ...newPeople[0]! });
  await home.submit({ ...newPeople[1]! });
  await home.submit({ kind: "staff-password", staff: "anna", password: "argon2-of-a-secret", actor: "admin" });
  await home.submit({
    kind: "observation-record",
    patient: "ny",
    readings: [{ kind: "pulse", value: 170 }],
    actor: "anna",
  });
}

const newPeople: readonly Submission[] = [
  {
    kind: "patient-enrol",
    id: "ny",
    team: "north",
    person: { given: "Förnamnet", family: "Efternamnet", born: "1939-04-05", phone: "070-1740605" },
    actor: "karin",
  },
  {
    kind: "staff-create",
    id: "anna",
    username: "anna",
    password: "argon2-of-another",
    role: "nurse",
    teams: ["north"],
    person: { given: "Förnamnet", family: "Efternamnet" },
    actor: "admin",
  },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-replay-"));
  home = await openHome();
  await liveThroughADay();
  home.db.exec(`VACUUM INTO '${join(folder, "day.db")}'`);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Replays a copy of the day in which something was changed. */
function replayAfter(change?: string, ...parameters: (string | number | Uint8Array)[]): ReplayReport {
  const file = join(folder, "changed.db");
  copyFileSync(join(folder, "day.db"), file);
  const [recorded, fresh] = [openDatabase(file), openDatabase(":memory:")];
  try {
    if (change !== undefined) expect(recorded.run(change, ...parameters).changes).toBe(1);
    return replay(recorded, fresh);
  } finally {
    recorded.close();
    fresh.close();
  }
}

describe("the command log alone", () => {
  test("rebuilds every alert, event and reading byte for byte", () => {
    const report = replayAfter();
    expect(report).toMatchObject({ refused: [], differences: [], commands: home.count("command") });
    expect([report.alerts, report.events]).toEqual([home.count("alert"), home.count("event")]);
    expect(report.alerts, "the day had alerts").toBeGreaterThanOrEqual(4);
  });

  test("gives the commands back as they were decided, apart from who people are", () => {
    const commands = [...loggedCommands(home.db)].map(({ command }) => command!);
    const move = commands.find(({ kind }) => kind === "reading-move");
    expect(move).toMatchObject({ actor: "karin", patient: "soheil", reason: "visitor", at: home.clock.now() });
    const message = commands.find(({ kind }) => kind === "device-message");
    expect(message).toMatchObject({ hub: "hub-greta", channel: "readings", topic: "hv/v1/hub-greta/readings" });
  });

  test("holds no name, birth date, phone number or password", () => {
    const everything = Buffer.concat(
      home.db
        .all<{ payload: Uint8Array; meta: string | null }>("SELECT payload, meta FROM command")
        .flatMap(({ payload, meta }) => [Buffer.from(payload), Buffer.from(meta ?? "")]),
    ).toString("utf8");
    for (const secret of [
      "Förnamnet",
      "Efternamnet",
      "1939",
      "1740605",
      "argon2",
      '"family":"Exempel"',
      '"family":"Prov"',
    ]) {
      expect(everything, secret).not.toContain(secret);
    }
    expect(home.db.get("SELECT given, family FROM person WHERE id = 'patient:ny'")).toMatchObject({
      given: "Förnamnet",
      family: "Efternamnet",
    });
  });
});

describe("a replay notices", () => {
  /** The day's messages with readings, each with every digit of its values. */
  const digits = () =>
    home.db
      .all<{ seq: number; payload: Uint8Array }>("SELECT seq, payload FROM command WHERE kind = 'device-message'")
      .flatMap(({ seq, payload }) => {
        const text = Buffer.from(payload).toString("latin1");
        return [...text.matchAll(/"(?:value|spo2)":([\d.]+)/g)].flatMap((match) => {
          const start = match.index + match[0].length - match[1]!.length;
          return match[1]!
            .split("")
            .flatMap((character, index) => (character === "." ? [] : [{ seq, at: start + index, payload }]));
        });
      });

  test("one altered byte of evidence, whichever digit of whichever value it is", () => {
    const all = digits();
    expect(all.length).toBeGreaterThan(8);
    for (const { seq, at, payload } of all) {
      const altered = Uint8Array.from(payload);
      altered[at] = altered[at] === 0x35 ? 0x34 : 0x35;
      const { differences } = replayAfter("UPDATE command SET payload = ? WHERE seq = ?", altered, seq);
      expect(differences, `command ${seq}, byte ${at}`).not.toEqual([]);
    }
  });

  test.each<[string, string]>([
    ["a command left out", "DELETE FROM command WHERE seq = 2"],
    ["another time of receipt", "UPDATE command SET at = at + 1 WHERE seq = 2"],
    ["another actor", "UPDATE command SET actor = 'olle' WHERE kind = 'alert-resolve'"],
    [
      "an alert's severity",
      "UPDATE alert SET severity = 'yellow' WHERE id = (SELECT min(id) FROM alert WHERE severity = 'red')",
    ],
    ["an event's reason", "UPDATE event SET reason = 'other' WHERE seq = 20"],
    ["an event removed", "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)"],
    ["a reading's value", "UPDATE reading SET v1 = v1 + 1 WHERE measured_at = (SELECT min(measured_at) FROM reading)"],
    [
      "an alert nobody decided",
      "INSERT INTO alert SELECT 'zz', subject_type, 'x', concern, category, severity, state, team, opened_at, updated_at, version, due, body, undo FROM alert LIMIT 1",
    ],
  ])("%s", (_what, change) => {
    expect(replayAfter(change).differences).not.toEqual([]);
  });

  test("a command that is refused now", () => {
    const { refused } = replayAfter(
      "UPDATE command SET payload = CAST(replace(CAST(payload AS TEXT), 'soheil', 'nobody') AS BLOB) WHERE kind = 'reading-move'",
    );
    expect(refused).toHaveLength(1);
  });

  test("stops counting differences when they are mere consequence", () => {
    const { differences } = replayAfter("DELETE FROM command WHERE seq = 1");
    expect(differences.length).toBeLessThanOrEqual(60);
  });
});

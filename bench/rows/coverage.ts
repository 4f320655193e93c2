import { readCoverage } from "../../src/coverage/coverage.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { migrate } from "../../src/store/sqlite/schema.ts";
import type { Row } from "../report/results.ts";
import type { Bench, RowGroup } from "./context.ts";

const DAY = 86_400_000;
const TEAMS = 20;

/** Row 17: how long the proof takes that nobody has an unowned minute. */
async function run({ scale, say }: Bench): Promise<Row[]> {
  const from = Temporal.ZonedDateTime.from("2026-10-01T00:00[Europe/Stockholm]").epochMilliseconds;
  const stretch = { from, to: from + 30 * DAY };
  const patients = 2 * scale.patients;
  const db = openDatabase(":memory:");
  migrate(db);
  fill(db, patients, stretch);
  const rounds: number[] = [];
  let holes = 0;
  for (let round = 0; round < scale.rounds; round += 1) {
    const began = performance.now();
    holes = readCoverage(db, stretch).holes.length;
    rounds.push(performance.now() - began);
    say(`round ${round + 1} coverage ${rounds.at(-1)!.toFixed(0)} ms`);
  }
  db.close();
  return [
    {
      id: "17",
      figure: `coverage of ${patients} patients over 30 days`,
      unit: "ms",
      better: "less",
      first: 5000,
      later: 500,
      rounds,
      parts: [],
      how: `${TEAMS} clinics in office hours, each covered by a night team with a rota of 60 turns; every tenth patient has a takeover; October with its 25-hour day. ${holes} holes found. The first round has nothing remembered.`,
    },
  ];
}

function fill(db: ReturnType<typeof openDatabase>, patients: number, stretch: { from: number; to: number }): void {
  const office = JSON.stringify({
    weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
    publicHolidays: "as-sunday",
    exceptions: [],
  });
  db.exec("BEGIN");
  db.exec(`INSERT INTO person (id, given, family) VALUES ('s', 'N', 'P');
    INSERT INTO staff (id, person, username, password, role, loopback_only, version) VALUES ('nils', 's', 'nils', '', 'nurse', 0, 1)`);
  for (let team = 0; team < TEAMS; team += 1) {
    for (const id of [`night-${team}`, `clinic-${team}`]) {
      db.run(
        `INSERT INTO team (id, name, provider, unit, zone, contact, version) VALUES (?, ?, 'P', 'U', 'Europe/Stockholm', '{"phone":"08-1"}', 1)`,
        id,
        id,
      );
    }
    db.run("UPDATE team SET hours = ?, cover = ? WHERE id = ?", office, `night-${team}`, `clinic-${team}`);
    db.run("UPDATE team SET on_call = 'rota' WHERE id = ?", `night-${team}`);
    for (let half = 0; half < 60; half += 1) {
      // One turn in sixty ends an hour early.
      const from = stretch.from + (half * DAY) / 2;
      db.run(
        "INSERT INTO shift (team, staff, role, from_at, to_at, version) VALUES (?, 'nils', 'primary', ?, ?, 1)",
        `night-${team}`,
        from,
        from + DAY / 2 - (half === team ? 3_600_000 : 0),
      );
    }
  }
  const entrust = (patient: string, kind: string, team: string, from: number, to: number | null): void => {
    db.run(
      "INSERT INTO responsibility (patient, kind, team, from_at, to_at, decided_at, decided_by, version) VALUES (?, ?, ?, ?, ?, 0, 'x', 1)",
      patient,
      kind,
      team,
      from,
      to,
    );
  };
  for (let index = 0; index < patients; index += 1) {
    const id = `p-${index}`;
    db.run("INSERT INTO person (id, given, family) VALUES (?, 'A', 'B')", id);
    db.run(
      "INSERT INTO patient (id, person, team, enrolled_at, version) VALUES (?, ?, ?, 0, 1)",
      id,
      id,
      `clinic-${index % TEAMS}`,
    );
    entrust(id, "ordinary", `clinic-${index % TEAMS}`, 0, null);
    if (index % 10 === 0) entrust(id, "takeover", `night-${index % TEAMS}`, stretch.from + DAY, stretch.from + 9 * DAY);
    db.run(
      "INSERT INTO plan (patient, version, body, signed_by, signed_at, valid_from, team) VALUES (?, 1, '{}', 'nils', 0, 0, ?)",
      id,
      `clinic-${index % TEAMS}`,
    );
  }
  db.exec("COMMIT");
}

export const coverage: RowGroup = { ids: ["17"], run };

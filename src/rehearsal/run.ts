import type { DecisionContext } from "../decision/context.ts";
import type { Enrolment } from "../domain/enrolment.ts";
import type { CarePlan } from "../domain/plan.ts";
import { judgeReadings } from "../ingest/judge.ts";
import { passTime } from "../ledger/handlers/tick.ts";
import { evaluate } from "../rules/evaluate.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { emptyMemory } from "../store/sqlite/memory.ts";
import type { PatientRow } from "../store/sqlite/registry.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { nextTimer } from "../store/sqlite/timers.ts";
import { type Arrival, store } from "./arrival.ts";
import { alertsOf, type RehearsedAlert } from "./outcome.ts";
import { type ContextAt, type People, peopleOf } from "./people.ts";
import type { Staff } from "./staff.ts";

/** One patient's readings, and what they are to be judged by. Instants in milliseconds since the epoch. */
export type Script = {
  readonly patient: string;
  /** The zone in which the responsible team counts its days. */
  readonly zone: string;
  readonly plans: readonly CarePlan[];
  readonly enrolments?: readonly Enrolment[];
  /** In the order in which they came. */
  readonly arrivals: readonly Arrival[];
  /** What came before is known and looked back on; it opens nothing. */
  readonly from: number;
  /** Time goes by until then. */
  readonly to: number;
  readonly staff: Staff;
};

export type Rehearsed = {
  /** Every alert of the patient, in the order in which they opened. */
  readonly alerts: readonly RehearsedAlert[];
  /** How many readings were judged. */
  readonly judged: number;
  /** How often judging failed; each of them is a red technical alert too. */
  readonly failures: number;
};

/** Runs scripts, one after another. */
export type Runner = {
  run(script: Script): Rehearsed;
  close(): void;
};

const TEAM = "team";

/**
 * The engine itself, over a store of its own that is kept in memory: what judges a reading here is what judges it in the
 * ledger, row for row. Each script runs in a transaction that is never committed, so that the next begins with nothing.
 */
export function createRunner(): Runner {
  const db = openDatabase(":memory:");
  migrate(db);
  return {
    run(script) {
      db.memory = emptyMemory();
      db.exec("BEGIN");
      try {
        return runIn(db, script);
      } finally {
        db.exec("ROLLBACK");
        db.memory = undefined;
      }
    },
    close: () => db.close(),
  };
}

function runIn(db: Database, script: Script): Rehearsed {
  const patient = enrol(db, script);
  let command = 0;
  let failures = 0;
  let judged = 0;
  const contextAt = (at: number, actor: string): DecisionContext => {
    const number = ++command;
    let made = 0;
    return {
      db,
      command: number,
      at,
      actor,
      evaluate,
      dedupe: true,
      nextId: (prefix) => `${prefix}${number.toString(36)}-${(made++).toString(36)}`,
      report: () => (failures += 1),
    };
  };

  const people = peopleOf(db, script.staff, script.zone, patient, contextAt);
  for (const arrival of script.arrivals) {
    if (arrival.at >= script.to) break;
    letTimePass(db, people, arrival.at, arrival.order ?? 0, contextAt);
    const context = contextAt(arrival.at, "hub:rehearsal");
    const readings = store(db, patient, arrival, context.command);
    if (arrival.at < script.from || readings.length === 0) continue;
    judgeReadings(context, patient, readings, "inside");
    judged += readings.length;
    people.look(arrival.at);
  }
  letTimePass(db, people, script.to, 0, contextAt);
  return { alerts: alertsOf(db, patient.id), judged, failures };
}

/** Makes the patient, whose name nobody needs. */
function enrol(db: Database, { patient: id, zone, plans, enrolments = [] }: Script): PatientRow {
  db.run("INSERT INTO person (id, given, family) VALUES ('nobody', '-', '-')");
  db.run(
    "INSERT INTO team (id, name, provider, unit, zone, contact, version) VALUES (?, '', '', '', ?, '{}', 1)",
    TEAM,
    zone,
  );
  db.run("INSERT INTO patient (id, person, team, enrolled_at, version) VALUES (?, 'nobody', ?, 0, 1)", id, TEAM);
  for (const { patient: _patient, version, signedBy, signedAt, validFrom, ...body } of plans) {
    db.run(
      "INSERT INTO plan (patient, version, body, signed_by, signed_at, valid_from, team) VALUES (?, ?, ?, ?, ?, ?, ?)",
      id,
      version,
      JSON.stringify(body),
      signedBy,
      signedAt,
      validFrom,
      TEAM,
    );
  }
  enrolments.forEach((enrolment, n) => {
    db.run(
      "INSERT INTO enrolment (patient, n, state, from_at, until_at, reason, set_by, set_at) VALUES (?, ?, ?, ?, ?, ?, '-', 0)",
      id,
      n,
      enrolment.state,
      enrolment.from,
      "until" in enrolment ? enrolment.until : null,
      "reason" in enrolment ? enrolment.reason : null,
    );
  });
  return { id, person: "nobody", team: TEAM, enrolled_at: 0, version: 1 };
}

/** Lets timers and people come in turn until an instant; at the same instant timers come first. */
function letTimePass(db: Database, people: People, until: number, order: number, contextAt: ContextAt): void {
  for (;;) {
    const timer = nextTimer(db);
    const person = people.next();
    const personIsNext = person && (person.at < until || (person.at === until && person.order < order));
    if (timer !== undefined && timer <= until && (!personIsNext || timer <= person.at)) {
      passTime(contextAt(timer, "platform"));
      people.look(timer);
    } else if (personIsNext) people.act();
    else return;
  }
}

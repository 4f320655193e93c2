import * as lifecycle from "../alerts/lifecycle.ts";
import { record } from "../decision/alerting.ts";
import type { DecisionContext } from "../decision/context.ts";
import type { Alert } from "../domain/alert.ts";
import { type AlertRow, alertById, latestAlert, toAlert } from "../store/sqlite/alerts.ts";
import type { Database } from "../store/sqlite/database.ts";
import type { PatientRow } from "../store/sqlite/registry.ts";
import { type Act, dealtWithAt, type Staff } from "./staff.ts";

/** What people would do, as time goes by. */
export type People = {
  /** When they do something next. */
  next(): { readonly at: number; readonly order: number } | undefined;
  act(): void;
  /** Something may have opened. */
  look(at: number): void;
};

/** What deciding is given, at an instant and for whoever acts then. */
export type ContextAt = (at: number, actor: string) => DecisionContext;

/**
 * Staff as assumed, at work on the alerts of one rehearsed patient.
 * @param zone in which the team's working days are counted
 */
export function peopleOf(db: Database, staff: Staff, zone: string, patient: PatientRow, contextAt: ContextAt): People {
  return staff.kind === "recorded"
    ? recordedPeople(db, patient, staff.acts, contextAt)
    : promptPeople(db, (alert, at) => dealtWithAt(staff, alert, at, zone), contextAt);
}

const REHEARSED = "rehearsed";

function promptPeople(db: Database, until: (alert: Alert, at: number) => number, contextAt: ContextAt): People {
  /** Alerts that are taken on, by id, with when they will be resolved. */
  const taken = new Map<string, number>();
  let seen = 0;
  const soonest = (): [string, number] | undefined => {
    let first: [string, number] | undefined;
    for (const one of taken) if (!first || one[1] < first[1]) first = one;
    return first;
  };
  return {
    next() {
      const first = soonest();
      return first && { at: first[1], order: -1 };
    },
    act() {
      const [id, at] = soonest()!;
      taken.delete(id);
      const alert = alertById(db, id)!;
      const change = lifecycle.resolve(alert, REHEARSED, { outcome: "other", action: "none" }, at);
      if (change) record(contextAt(at, REHEARSED), change);
    },
    look(at) {
      const last = db.get<{ seq: number | null }>("SELECT max(seq) AS seq FROM event")?.seq ?? 0;
      if (last === seen) return;
      for (const row of db.all<AlertRow>("SELECT * FROM alert WHERE state = 'open' ORDER BY opened_at, id")) {
        const alert = toAlert(row);
        const due = until(alert, at);
        const change = lifecycle.acknowledge(alert, REHEARSED, { text: REHEARSED, due }, at);
        if (change) record(contextAt(at, REHEARSED), change);
        taken.set(alert.id, due);
      }
      seen = db.get<{ seq: number | null }>("SELECT max(seq) AS seq FROM event")?.seq ?? 0;
    },
  };
}

function recordedPeople(db: Database, patient: PatientRow, acts: readonly Act[], contextAt: ContextAt): People {
  let index = 0;
  return {
    next: () => acts[index],
    act() {
      const act = acts[index++]!;
      const alert = latestAlert(db, { type: "patient", id: patient.id }, act.concern, patient.team);
      const change = alert && changeBy(act, alert);
      if (change) record(contextAt(act.at, REHEARSED), change);
    },
    look: () => undefined,
  };
}

function changeBy(act: Act, alert: Alert): lifecycle.Change | undefined {
  switch (act.act) {
    case "acknowledge":
      return lifecycle.acknowledge(alert, act.by, act.promise, act.at);
    case "resolve":
      return lifecycle.resolve(alert, act.by, act, act.at);
    case "withdraw":
      return lifecycle.withdraw(alert, act.reason, act.at);
    case "promise-passed":
      return lifecycle.passPromise(alert, act.at);
  }
}

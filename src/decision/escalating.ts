import { begin, further, movesBecause, nextMove, type Parties, type Telling } from "../alerts/escalation.ts";
import { type Duty, dutiesDuring } from "../alerts/responsibility.ts";
import type { Alert, AlertEventKind } from "../domain/alert.ts";
import { type Escalation, type Steps, stepsFor, type TellingReason } from "../domain/escalation.ts";
import { aroundTheClock } from "../domain/hours.ts";
import type { StaffedTeam } from "../domain/responsibility.ts";
import { appendEvent, openAlerts, saveAlert } from "../store/sqlite/alerts.ts";
import { escalationPolicyOf, responsibilitiesOf, staffedTeams } from "../store/sqlite/duty.ts";
import type { DecisionContext } from "./context.ts";
import { notify, type Occasion } from "./notifying.ts";
import { dutyNow } from "./routing.ts";

/** The telling of an alert, decided in the transaction of what it tells of: as a row, an event, and who is to be told. */

/** An alert with its telling as it stands after it. */
export type Begun = { readonly alert: Alert; readonly telling: Telling };

const news: ReadonlySet<AlertEventKind> = new Set(["opened", "worsened", "reopened", "promise-passed"]);

/**
 * What follows from a change: an alert that is new, worse or open again is told of from the beginning, and one that is open
 * in whatever other way without ever having been. `undefined` when nobody is told anew.
 */
export function beginTelling(context: DecisionContext, alert: Alert, event: AlertEventKind): Begun | undefined {
  if (alert.state !== "open" || !(news.has(event) || alert.escalation === undefined)) return undefined;
  const why = news.has(event) ? (event as TellingReason) : "found-open";
  const { steps, duty } = surroundings(context, alert, alert.team);
  const moved = duty && movesBecause(alert.team, duty, steps.whenClosed);
  return beginIn(context, alert, (moved && duty.team) || alert.team, why);
}

/** Time has come for an open alert: the next step, another team, or neither when its time was changed since. */
export function escalate(context: DecisionContext, alert: Alert): void {
  const { escalation } = alert;
  const begun = escalation ? decideNext(context, alert, escalation) : beginTelling(context, alert, "told");
  if (begun) {
    saveAlert(context.db, begun.alert);
    tell(context, begun);
  } else if (escalation) saveAlert(context.db, withDue(context, alert, escalation));
}

function decideNext(context: DecisionContext, alert: Alert, escalation: Escalation): Begun | undefined {
  const { steps, duty, parties } = surroundings(context, alert, escalation.team);
  const moved = duty && movesBecause(escalation.team, duty, steps.whenClosed);
  if (moved && duty.team !== undefined) return beginIn(context, alert, duty.team, moved);
  if (escalation.next.at > context.at) return undefined;
  const telling = further(steps, escalation, parties, context.at);
  return { alert: withTelling(context, alert, telling), telling };
}

function beginIn(context: DecisionContext, alert: Alert, team: string, why: TellingReason): Begun {
  const { steps, parties } = surroundings(context, alert, team);
  const telling = begin(steps, why, parties, context.at);
  return { alert: withTelling(context, alert, telling), telling };
}

/** An open alert is told of in another team from the beginning; whoever owns it still does. */
export function tellIn(context: DecisionContext, alert: Alert, team: string, why: TellingReason): void {
  const begun = beginIn(context, alert, team, why);
  saveAlert(context.db, begun.alert);
  tell(context, begun);
}

function withTelling(context: DecisionContext, alert: Alert, telling: Telling): Alert {
  const { vacant: _vacant, nobodyElse: _nobodyElse, ...rest } = telling;
  const foldedInto = folding(context, alert, telling);
  const escalation = { ...rest, ...(foldedInto === undefined ? {} : { foldedInto }), due: telling.next.at };
  return withDue(context, alert, escalation);
}

/** The alert with its next instant: that of the next step, or before it one at which another team is to be told. */
function withDue(context: DecisionContext, alert: Alert, escalation: Escalation): Alert {
  const { db, at } = context;
  let due = escalation.next.at;
  if (alert.subject.type === "patient" && due > at) {
    const { steps } = surroundings(context, alert, escalation.team);
    const stretch = { from: at, to: due };
    const duties = dutiesDuring(responsibilitiesOf(db, alert.subject.id), staffedTeams(db), stretch);
    const later = duties.filter(({ from }) => from > at);
    due = nextMove(escalation.team, later, steps.whenClosed) ?? due;
  }
  return { ...alert, escalation: { ...escalation, due } };
}

/** What is asked of the surroundings of an alert told of in a team. */
function surroundings(
  context: DecisionContext,
  alert: Alert,
  running: string,
): { steps: Steps; duty: Duty | undefined; parties: Parties } {
  const { db } = context;
  const teams = staffedTeams(db);
  const duty = alert.subject.type === "patient" ? dutyNow(context, alert.subject.id) : undefined;
  const entry = duty && duty.because.code !== "nobody" ? duty.because.entry : undefined;
  const team = teams.get(running) ?? unknownTeam(running);
  const cover = (entry?.team === running ? entry.cover : undefined) ?? team.cover;
  return {
    steps: stepsFor(escalationPolicyOf(db, running), alert),
    duty,
    parties: {
      team,
      cover: cover === undefined ? undefined : teams.get(cover),
      owner: running === alert.team ? undefined : (teams.get(alert.team) ?? unknownTeam(alert.team)),
      works: (staff) => db.get("SELECT 1 AS yes FROM staff WHERE id = ? AND disabled_at IS NULL", staff) !== undefined,
    },
  };
}

/** A team that isn't there any more has nobody on call and no hours; what is told in its name stays visible. */
const unknownTeam = (id: string): StaffedTeam => ({
  id,
  kind: "technical",
  zone: "UTC",
  hours: aroundTheClock,
  contact: {},
  onCall: "at-work",
  rota: [],
});

/** Technical alerts of one team within this time are told of together: a mast that fails silences fifty hubs at once. */
const FOLD = 600_000;

/** The technical alert with which this one is told: red ones, and all about people, are told of by themselves. */
function folding({ db, at }: DecisionContext, alert: Alert, { why, team }: Telling): string | undefined {
  if (alert.category !== "technical" || alert.severity === "red" || !isNew.has(why)) return undefined;
  return db.get<{ alert: string }>(
    `SELECT alert FROM notification
     WHERE team = ? AND at > ? AND at <= ? AND occasion = 'alert' AND json_extract(data, '$.category') = 'technical'
       AND alert <> ? ORDER BY at, id LIMIT 1`,
    team,
    at - FOLD,
    at,
    alert.id,
  )?.alert;
}
const isNew: ReadonlySet<TellingReason> = new Set(["opened", "worsened", "reopened", "found-open"]);

const occasionOf: Readonly<Record<TellingReason, Occasion>> = {
  opened: "alert",
  worsened: "alert",
  reopened: "alert",
  "found-open": "alert",
  "promise-passed": "promise-passed",
  unanswered: "escalation",
  repeated: "escalation",
  "team-closed": "team-closed",
  "duty-moved": "team-closed",
  "handover-failed": "handover-failed",
};

/** Says that people are told, in the log and to each of them. The alert is as stored. */
export function tell(context: DecisionContext, { alert, telling }: Begun): void {
  const { db, at, command } = context;
  const { id, team, concern, category, severity, state, version, subject } = alert;
  const { foldedInto } = alert.escalation ?? {};
  const { at: _at, vacant, nobodyElse, team: running, why, ...rest } = telling;
  const patient = subject.type === "patient" ? subject.id : undefined;
  const to = foldedInto === undefined ? rest.to : [];
  appendEvent(db, {
    at,
    type: "alert.told",
    alert: id,
    ...(patient === undefined ? {} : { patient }),
    team,
    actor: "platform",
    reason: why,
    data: {
      concern,
      category,
      severity,
      state,
      version,
      in: running,
      why,
      ...rest,
      to,
      ...(vacant.length === 0 ? {} : { vacant }),
      ...(nobodyElse ? { nobodyElse } : {}),
      ...(foldedInto === undefined ? {} : { foldedInto }),
      due: alert.escalation?.due,
    },
    command,
  });
  for (const recipient of to) {
    notify(context, {
      occasion: occasionOf[why],
      to: recipient,
      alert: id,
      ...(patient === undefined ? {} : { patient }),
      severity,
      step: telling.step,
      data: { why, concern, category, repeats: telling.repeats },
    });
  }
}

/**
 * Who answers, or who works where, has changed: open alerts are looked at anew at the next tick.
 * @param alerts the open alerts that it concerns; without them all
 */
export function reconsider({ db, at }: DecisionContext, alerts: readonly Alert[] = openAlerts(db)): void {
  for (const alert of alerts) {
    if (alert.escalation) saveAlert(db, { ...alert, escalation: { ...alert.escalation, due: at } });
  }
}

/**
 * A step reached nobody: the next is decided at the next tick. Without effect when the alert isn't open any more, or has
 * come further meanwhile.
 * @param decidedAt the instant of the step
 */
export function hasten({ db, at }: DecisionContext, alert: Alert, decidedAt: number): void {
  const { escalation, state } = alert;
  if (state !== "open" || escalation?.at !== decidedAt || escalation.next.at <= at) return;
  saveAlert(db, { ...alert, escalation: { ...escalation, next: { ...escalation.next, at }, due: at } });
}

/**
 * The platform's clock was put back: what waits from an instant that has not come yet waits from now, or a quarter of an
 * hour would become an hour and a quarter.
 */
export function waitFromNow(context: DecisionContext): void {
  const { db, at } = context;
  for (const alert of openAlerts(db)) {
    const { escalation } = alert;
    if (!escalation || escalation.at <= at) continue;
    const next = { ...escalation.next, at: at + (escalation.next.at - escalation.at) };
    saveAlert(db, withDue(context, alert, { ...escalation, at, next, due: next.at }));
  }
}

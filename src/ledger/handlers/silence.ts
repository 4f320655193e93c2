import { withdraw } from "../../alerts/lifecycle.ts";
import { raise, record } from "../../decision/alerting.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import type { ErrorCode } from "../../errors.ts";
import { GRACE } from "../../rules/downtime.ts";
import { look } from "../../silence/look.ts";
import { type AlertRow, latestAlert, toAlert } from "../../store/sqlite/alerts.ts";
import {
  awayInCommon,
  type DowntimeRow,
  noteAway,
  noteBack,
  notePlatformDown,
  noteTold,
  openDowntime,
} from "../../store/sqlite/downtime.ts";
import { hubById, patientById } from "../../store/sqlite/registry.ts";
import { clearTimer, setTimer, type Timer, timerOf } from "../../store/sqlite/timers.ts";
import type { CommandBody } from "../commands.ts";

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;
const done = { changed: true, value: {} } as const;

/**
 * What hubs and the platform being away leads to. When they are away is known outside the log, by connections; it comes
 * into it as a fact of these commands, and of `tick`, and decisions rest on nothing else.
 */

/** Hubs have a cause in common when at least three went away together, and they are a fifth of all or more. */
export const isCommonCause = (together: number, all: number): boolean => together >= 3 && together * 5 >= all;

/** A patient's timer: a cut-off has passed, or what a downtime put off is to be decided. */
export function silenceDue(context: DecisionContext, { subject }: Timer): void {
  const patient = patientById(context.db, subject);
  if (patient) look(context, patient);
}

/** Hubs that a due decision depends on are away at this moment. */
export const noteAwayNow = ({ db }: DecisionContext, away: Of<"tick">["away"] = []): void => {
  for (const { hub, since } of away) noteAway(db, hub, since);
};

/** The platform is back after a time in which nothing could be received. */
export function resumePlatform(context: DecisionContext, { downSince }: Of<"platform-resumed">): Decided<OutcomeValue> {
  if (downSince >= context.at) return { changed: false, value: {} };
  notePlatformDown(context.db, downSince, context.at);
  return done;
}

/** Hubs have been away for half an hour: each is told of to its team, or all that have a cause in common in one alert. */
export function hubsSilent(context: DecisionContext, command: Of<"hubs-silent">): Decided<OutcomeValue> {
  const { db } = context;
  const common: string[] = [];
  for (const { hub, since, together } of command.hubs) {
    if (!hubById(db, hub)) continue;
    noteAway(db, hub, since);
    if (isCommonCause(together, together + command.connected)) {
      noteTold(db, hub, "common");
      common.push(hub);
    } else tellHub(context, hub);
  }
  if (common.length > 0) tellCommon(context, command.connected);
  return done;
}

/** Hubs are back, or nobody has them any more. */
export function hubsBack(context: DecisionContext, command: Of<"hubs-back">): Decided<OutcomeValue> {
  const { db, at } = context;
  let common = false;
  for (const { hub, at: back } of command.hubs) {
    const open = openDowntime(db, hub);
    noteBack(db, hub, back);
    if (open?.told === "own") withdrawHub(context, hub);
    if (open?.told === "common") common = true;
  }
  if (!common) return done;
  if (awayInCommon(db).length === 0) endCommon(context, "the hubs are back");
  // The others may be about to follow: only who is away when they have had time is told of on their own.
  else if (!timerOf(db, "hubs-rest", PLACE)) {
    setTimer(db, { kind: "hubs-rest", subject: PLACE, due: at + GRACE, data: {} });
  }
  return done;
}

/** Half an hour after the first of many came back: are those still away a few homes of their own, or still many? */
export function restDue(context: DecisionContext): void {
  const { db } = context;
  const away = awayInCommon(db);
  const alert = commonAlert(context);
  const all = db.get<{ n: number }>(
    "SELECT count(*) AS n FROM downtime WHERE what = 'hub' AND told = 'common' AND (to_at IS NULL OR to_at >= ?)",
    alert?.openedAt ?? context.at,
  );
  if (isCommonCause(away.length, all?.n ?? 0)) return;
  endCommon(context, "the rest is back");
  for (const { subject } of away) tellHub(context, subject);
}

function tellHub(context: DecisionContext, hub: string): void {
  const { db } = context;
  const row = hubById(db, hub);
  const open = openDowntime(db, hub);
  if (!row || !open) return;
  noteTold(db, hub, "own");
  raiseOffline(context, "HUB_OFFLINE", "yellow", { type: "hub", id: hub }, row.team, {
    hub,
    since: open.from_at,
    patients: patientsBehind(context, hub),
  });
}

const patientsBehind = ({ db, at }: DecisionContext, hub: string): number =>
  db.get<{ n: number }>(
    `SELECT count(DISTINCT a.patient) AS n FROM assignment a JOIN device d ON d.id = a.device
     WHERE d.hub = ? AND a.from_at <= ? AND (a.to_at IS NULL OR a.to_at > ?)`,
    hub,
    at,
    at,
  )?.n ?? 0;

function raiseOffline(
  context: DecisionContext,
  code: Extract<ErrorCode, "HUB_OFFLINE" | "HUBS_OFFLINE">,
  severity: "yellow" | "red",
  subject: { readonly type: "hub" | "platform"; readonly id: string },
  team: string,
  data: Readonly<Record<string, unknown>>,
): void {
  const signal = { severity, category: "technical", values: {}, cause: code } as const;
  raise(context, signal, { subject, concern: "missing", team, data: { code, ...data } });
}

function withdrawHub(context: DecisionContext, hub: string): void {
  const team = hubById(context.db, hub)?.team;
  const alert = team === undefined ? undefined : latestAlert(context.db, { type: "hub", id: hub }, "missing", team);
  const why = patientsBehind(context, hub) > 0 ? "the hub is back" : "nobody has the hub any more";
  const change = alert && withdraw(alert, why, context.at);
  if (change) record(context, change, { data: { hub } });
}

/** What many hubs have in common is one thing, wherever it is. */
const PLACE = "hubs";

function commonAlert({ db }: DecisionContext) {
  const row = db.get<AlertRow>(
    `SELECT * FROM alert WHERE subject_type = 'platform' AND subject = ? AND concern = 'missing' AND state <> 'resolved'
     ORDER BY opened_at, id LIMIT 1`,
    PLACE,
  );
  return row && toAlert(row);
}

/** One alert, to the team that most of the hubs are of; more hubs join it. */
function tellCommon(context: DecisionContext, connected: number): void {
  const away = awayInCommon(context.db);
  const team = commonAlert(context)?.team ?? mostOf(context, away);
  if (team === undefined) return;
  raiseOffline(context, "HUBS_OFFLINE", "red", { type: "platform", id: PLACE }, team, { hubs: away.length, connected });
}

function mostOf({ db }: DecisionContext, away: readonly DowntimeRow[]): string | undefined {
  const teams = Map.groupBy(away, ({ subject }) => hubById(db, subject)?.team);
  teams.delete(undefined);
  return [...teams].toSorted(([a, x], [b, y]) => y.length - x.length || (a! < b! ? -1 : 1))[0]?.[0];
}

function endCommon(context: DecisionContext, reason: string): void {
  clearTimer(context.db, "hubs-rest", PLACE);
  const alert = commonAlert(context);
  const change = alert && withdraw(alert, reason, context.at);
  if (change) record(context, change);
}

/** The platform's own heartbeat has come through; stored with the batch it came in. */
export function beat({ db, at }: DecisionContext): Decided<OutcomeValue> {
  db.run("INSERT INTO heartbeat (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = max(at, excluded.at)", at);
  return done;
}

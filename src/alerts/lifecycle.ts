import {
  type ActionTaken,
  type Alert,
  type AlertEventKind,
  type AlertExtremes,
  type AlertSubject,
  type Commitment,
  type Concern,
  isMoreSevere,
  type Outcome,
  type Severity,
  type Side,
} from "../domain/alert.ts";
import { localDay } from "../domain/day.ts";
import type { Finding, Judgement } from "../domain/finding.ts";
import { stepOf } from "../domain/metric.ts";
import { type Trigger, transition } from "./transitions.ts";

/** An alert after a change, and the event that says why. `undefined` where nothing changes. */
export type Change = { readonly alert: Alert; readonly event: AlertEventKind; readonly reason: string };

/** A resolved alert takes in further findings in silence for this many local days. */
const SILENT_DAYS = 3;

/** What the findings of one reading and one concern add up to. */
export type Signal = {
  readonly severity: Severity;
  readonly category: Alert["category"];
  /** The measured values on each side that is beyond a limit. */
  readonly values: Readonly<Partial<Record<Side, number>>>;
  /** The rule that weighs most, or a technical code. */
  readonly cause: string;
  /**
   * When it was measured (milliseconds since the epoch), where it came late and nothing in it is beyond a safety limit: it
   * then reopens nothing by itself.
   */
  readonly late?: number;
  /** Something in it is beyond a safety limit: it breaks what anybody wanted quiet. */
  readonly safety?: true;
};

/**
 * The findings of one reading, of one concern, as one signal. Among equals the plan's first rule names the cause; of two
 * values on one side, as two plans may count a score, the one further out stands.
 * @param late when the reading was measured, if it came late
 */
export function signalOf(findings: readonly Finding[], late?: number): Signal {
  let severity: Severity = "info";
  let cause = "";
  const values: Partial<Record<Side, number>> = {};
  for (const finding of findings) {
    if (cause === "" || isMoreSevere(finding.severity, severity)) {
      severity = finding.severity;
      cause = finding.rule;
    }
    const side: Side = `${finding.metric}/${finding.direction}`;
    values[side] = further(side, values[side], finding.compared.value);
  }
  const safe = findings.every(({ ruleKind }) => ruleKind !== "safety");
  return {
    severity,
    category: "clinical",
    values,
    cause,
    ...(late !== undefined && safe ? { late } : {}),
    ...(safe ? {} : { safety: true }),
  };
}

/** The value further out on a side. */
const further = (side: Side, a: number | undefined, b: number): number =>
  a === undefined ? b : side.endsWith("/above") ? Math.max(a, b) : Math.min(a, b);

/**
 * Whether the rules of one concern say that the value is back: none found anything, at least one could be asked, and all
 * that could are inside by their metric's step. Given the alert, something must also have been asked about each side that
 * it stands for: a good peak flow says nothing about a respiratory rate.
 */
export function hasReturned(judgements: readonly Judgement[], alert?: Pick<Alert, "extremes">): boolean {
  const asked = judgements.filter((judgement) => judgement.verdict !== "not-evaluable");
  const sides = new Set<string>(asked.map(({ metric, direction }) => `${metric}/${direction}`));
  return (
    asked.length > 0 &&
    asked.every((judgement) => judgement.verdict === "inside" && judgement.byStep) &&
    Object.keys(alert?.extremes ?? {}).every((side) => sides.has(side))
  );
}

/** A new alert, open. */
export function open(
  id: string,
  subject: AlertSubject,
  concern: Concern,
  team: string,
  signal: Signal,
  now: number,
): Change {
  return {
    alert: {
      id,
      subject,
      concern,
      category: signal.category,
      severity: signal.severity,
      state: "open",
      team,
      openedAt: now,
      updatedAt: now,
      version: 1,
      extremes: announce(widen({}, signal.values)),
      cause: signal.cause,
      rearmed: false,
    },
    event: "opened",
    reason: signal.cause,
  };
}

/**
 * What a signal does to the latest alert of its patient and concern.
 * @returns "new" when that alert no longer stands in the way and another must be opened
 */
export function join(alert: Alert, signal: Signal, now: number, zone: string): Change | "new" {
  if (signal.late !== undefined && isPast(alert, signal.late)) {
    // Nobody is told anew, so only how far a side has gone that people know of is taken in: what comes in time is measured
    // from what they were told.
    const known = Object.fromEntries(Object.entries(signal.values).filter(([side]) => side in alert.extremes));
    const late = apply(alert, "same", now, "came late", { extremes: widen(alert.extremes, known) });
    if (late) return late;
  }
  const worse = worseBecause(alert, signal);
  if (alert.state === "resolved") {
    const silentUntil = localDay(alert.resolvedAt ?? alert.updatedAt, zone) + SILENT_DAYS;
    if (worse !== undefined || alert.rearmed || localDay(now, zone) >= silentUntil) return "new";
  }
  const extremes = widen(alert.extremes, signal.values);
  const change =
    worse === undefined
      ? apply(alert, "same", now, "not worse than before", { extremes, rearmed: false })
      : apply(alert, "worse", now, worse, {
          extremes: announce(extremes),
          rearmed: false,
          severity: isMoreSevere(signal.severity, alert.severity) ? signal.severity : alert.severity,
          cause: signal.cause,
        });
  // Every state takes both triggers, apart from resolved and worse, which has just been answered.
  return change ?? "new";
}

/**
 * Whether somebody has dealt with what a late signal tells of: the alert is taken on, or was resolved after the value was
 * measured with nothing having returned in between. What was withdrawn was dealt with by nobody.
 */
const isPast = (alert: Alert, measuredAt: number): boolean =>
  alert.state === "acknowledged" ||
  (alert.state === "resolved" &&
    alert.outcome !== "withdrawn" &&
    !alert.rearmed &&
    measuredAt <= (alert.resolvedAt ?? alert.updatedAt));

/**
 * Why a signal is worse than what the alert stands for: more severe, a new side beyond its limit, or beyond the value
 * that people were last told of, or took on, by the metric's step. `undefined` when it isn't.
 */
export function worseBecause(alert: Alert, signal: Signal): string | undefined {
  if (isMoreSevere(signal.severity, alert.severity)) return `severity ${signal.severity}`;
  for (const [side, value] of Object.entries(signal.values) as [Side, number][]) {
    const seen = alert.extremes[side];
    if (!seen) return `${side} is new`;
    const [metric, direction] = side.split("/") as [Parameters<typeof stepOf>[0], "above" | "below"];
    const beyond = direction === "above" ? value - seen.announced : seen.announced - value;
    if (beyond >= stepOf(metric)) return `${side} further by ${beyond}`;
  }
  return undefined;
}

/** Somebody takes the alert on with a promise, or renews the promise. `undefined` when its state doesn't allow it. */
export const acknowledge = (alert: Alert, actor: string, promise: Commitment, now: number): Change | undefined =>
  apply(alert, "acknowledge", now, promise.text, {
    acknowledgedBy: actor,
    acknowledgedAt: now,
    promise,
    ...(alert.state === "acknowledged" ? { renewals: (alert.renewals ?? 0) + 1 } : {}),
    extremes: announce(alert.extremes),
  });

/** The promised time has passed and nobody resolved it: the alert is open again. */
export const passPromise = (alert: Alert, now: number): Change | undefined =>
  alert.promise && alert.promise.due <= now
    ? apply(alert, "promise-passed", now, alert.promise.text, { extremes: announce(alert.extremes) })
    : undefined;

/** Somebody is to look after it. It stops no clock: only taking it on does. */
export const assign = (alert: Alert, assignee: string, now: number): Change | undefined =>
  apply(alert, "assign", now, assignee, { assignee });

/** Somebody writes something down about it. */
export const note = (alert: Alert, now: number): Change | undefined => apply(alert, "note", now, "noted", {});

/** One or more of its sides are kept quiet for a while. */
export const snooze = (alert: Alert, reason: string, now: number): Change | undefined =>
  apply(alert, "snooze", now, reason, {});

/** Another team has accepted it: the alert is theirs, and a promise is kept by whoever accepted. */
export const handOver = (alert: Alert, team: string, actor: string, now: number): Change | undefined =>
  apply(alert, "hand-over", now, team, {
    team,
    ...(alert.state === "acknowledged" ? { acknowledgedBy: actor, acknowledgedAt: now } : {}),
  });

/** The last thing somebody did is taken back: the alert is as before it, apart from its version. */
export const undo = (alert: Alert, before: Alert, reason: string, now: number): Change => ({
  alert: { ...before, updatedAt: now, version: alert.version + 1 },
  event: "undone",
  reason,
});

/** Whoever had taken it on has left the team or the platform: nobody's promise holds, and it is open again. */
export const release = (alert: Alert, now: number): Change | undefined =>
  apply(alert, "release", now, "whoever had it has left", { extremes: announce(alert.extremes) });

/** Somebody says what it was and what was done. `undefined` when its state doesn't allow it. */
export const resolve = (
  alert: Alert,
  actor: string,
  how: { outcome: Outcome; action: ActionTaken; note?: string | undefined },
  now: number,
): Change | undefined =>
  apply(alert, "resolve", now, how.note ?? how.outcome, {
    resolvedAt: now,
    resolvedBy: actor,
    outcome: how.outcome,
    action: how.action,
  });

/** What caused the alert no longer holds. The old decision stays visible in the events. */
export const withdraw = (alert: Alert, reason: string, now: number): Change | undefined =>
  apply(alert, "withdraw", now, reason, { resolvedAt: now, outcome: "withdrawn", rearmed: true });

/**
 * One of the alert's readings turned out to be somebody else's, or was excluded: it becomes what the others make it, so that neither its
 * severity nor how far it has gone hides the patient's own next change.
 * @param remaining what the other readings say, oldest first; at least one
 */
export function reassess(alert: Alert, remaining: readonly Signal[], now: number): Change | undefined {
  const worst = remaining.reduce((a, b) => (isMoreSevere(b.severity, a.severity) ? b : a));
  const extremes = remaining.reduce<AlertExtremes>((wider, signal) => widen(wider, signal.values), {});
  const { severity, cause } = worst;
  return apply(alert, "reassess", now, "a reading no longer counts, or says something else", {
    severity,
    cause,
    extremes: announce(extremes),
  });
}

/** The value is back inside by the step. Said once; once the alert is resolved the next finding opens a new one. */
export const noteReturn = (alert: Alert, now: number): Change | undefined =>
  alert.rearmed ? undefined : apply(alert, "returned", now, "value back inside the limit", { rearmed: true });

function apply(
  alert: Alert,
  trigger: Trigger,
  now: number,
  reason: string,
  changes: Partial<Alert>,
): Change | undefined {
  const found = transition(alert.state, trigger);
  if (!found) return undefined;
  const next: Alert = { ...alert, ...changes, state: found.to, updatedAt: now, version: alert.version + 1 };
  return { alert: found.to === "open" ? withoutPromise(next) : next, event: found.event, reason };
}

/** An open alert is nobody's: the promise of whoever had it is in the events. */
function withoutPromise(alert: Alert): Alert {
  const { acknowledgedBy: _by, acknowledgedAt: _at, promise: _promise, renewals: _renewals, ...rest } = alert;
  return rest;
}

/** Takes in how far a signal goes, without anybody being told. */
function widen(extremes: AlertExtremes, values: Signal["values"]): AlertExtremes {
  const wider: Record<string, AlertExtremes[Side]> = { ...extremes };
  for (const [side, value] of Object.entries(values)) {
    const seen = wider[side];
    const worst = further(side as Side, seen?.worst, value);
    wider[side] = { worst, announced: seen?.announced ?? worst };
  }
  return wider;
}

/** People are told how far it has gone. */
const announce = (extremes: AlertExtremes): AlertExtremes =>
  Object.fromEntries(Object.entries(extremes).map(([side, { worst }]) => [side, { worst, announced: worst }]));

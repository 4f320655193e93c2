import { shareOf } from "../cohort/statistics.ts";
import { actionsTaken, outcomes, type Severity, severities } from "../domain/alert.ts";
import type { Life } from "./life.ts";

/** What a number of alerts adds up to. Counts are exact; times are whole seconds. */

export const stages = ["told", "seen", "acknowledged", "resolved"] as const;
export type Stage = (typeof stages)[number];

/** Seconds from opening. Percentiles are nearest-rank: always a value that occurred. */
export type Times = {
  readonly n: number;
  readonly median: number;
  readonly p90: number;
  readonly p95: number;
  readonly max: number;
};

export type Figures = {
  readonly alerts: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly technical: number;
  readonly late: number;
  readonly reopened: number;
  /** How often people were told, all steps added up. */
  readonly tellings: number;
  readonly times: Readonly<Partial<Record<Stage, Times>>>;
  readonly promises: {
    readonly given: number;
    readonly kept: number;
    readonly passed: number;
    readonly renewed: number;
  };
  readonly outcomes: Readonly<Record<(typeof outcomes)[number] | "withdrawn" | "none", number>>;
  readonly actions: Readonly<Partial<Record<(typeof actionsTaken)[number], number>>>;
  /** Of the alerts that somebody closed, the share that were true, with the 95 % interval of Wilson (1927). */
  readonly truth:
    | {
        readonly closed: number;
        readonly true: number;
        readonly share: number;
        readonly low: number;
        readonly high: number;
      }
    | undefined;
  /** ISA-18.2's stale: open or taken on for longer than a day and night. */
  readonly stale: number;
};

const DAY = 86_400_000;

/** @param now what isn't closed is counted up to here, milliseconds since the epoch */
export function figuresOf(lives: readonly Life[], now: number): Figures {
  const count = (is: (life: Life) => boolean): number => lives.filter(is).length;
  const sum = (of: (life: Life) => number): number => lives.reduce((total, life) => total + of(life), 0);
  const times = Object.fromEntries(
    stages.flatMap((stage) => {
      const found = timesOf(lives.flatMap((life) => (life[stage] === undefined ? [] : [life[stage] - life.opened])));
      return found ? [[stage, found]] : [];
    }),
  );
  return {
    alerts: lives.length,
    bySeverity: Object.fromEntries(
      severities.map((severity) => [severity, count((life) => life.severity === severity)]),
    ) as Figures["bySeverity"],
    technical: count(({ category }) => category === "technical"),
    late: count(({ late }) => late),
    reopened: sum(({ reopened }) => reopened),
    tellings: sum(({ steps }) => steps),
    times,
    promises: {
      given: sum(({ promises }) => promises.given),
      kept: sum(({ promises }) => promises.kept),
      passed: sum(({ promises }) => promises.passed),
      renewed: sum(({ promises }) => promises.renewed),
    },
    outcomes: Object.fromEntries(
      [...outcomes, "withdrawn" as const, "none" as const].map((outcome) => [
        outcome,
        count((life) => (life.outcome ?? "none") === outcome),
      ]),
    ) as Figures["outcomes"],
    actions: Object.fromEntries(
      actionsTaken.flatMap((action) => {
        const n = count((life) => life.action === action);
        return n === 0 ? [] : [[action, n]];
      }),
    ),
    truth: truthOf(lives),
    stale: count((life) => (life.resolved ?? now) - life.opened > DAY),
  };
}

/** @param waits in milliseconds */
function timesOf(waits: readonly number[]): Times | undefined {
  if (waits.length === 0) return undefined;
  const sorted = waits.toSorted((a, b) => a - b);
  const rank = (share: number): number => seconds(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!);
  return { n: sorted.length, median: rank(0.5), p90: rank(0.9), p95: rank(0.95), max: seconds(sorted.at(-1)!) };
}

const seconds = (ms: number): number => Math.round(ms / 1000);

function truthOf(lives: readonly Life[]): Figures["truth"] {
  const closed = lives.filter(({ outcome }) => outcome !== undefined && outcome !== "withdrawn");
  if (closed.length === 0) return undefined;
  const hits = closed.filter(({ outcome }) => outcome === "true").length;
  const { value, low, high } = shareOf(hits, closed.length);
  return { closed: closed.length, true: hits, share: rounded(value), low: rounded(low), high: rounded(high) };
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

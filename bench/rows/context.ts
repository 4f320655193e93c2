import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { realClock } from "../../src/clock.ts";
import type { Job, Outcome } from "../load/job.ts";
import { generate } from "../load/run.ts";
import { cpuSeconds, type Peer } from "../peers/process.ts";
import { fillHistory, type History } from "../platform/history.ts";
import { declareHomes } from "../platform/homes.ts";
import type { Row } from "../report/results.ts";

/** How large a run is. */
export type Scale = {
  readonly rounds: number;
  /** Patients with history. */
  readonly patients: number;
  /** Hubs in the rows about many connections. */
  readonly hubs: number;
  /** Length of each load, in seconds. */
  readonly seconds: number;
  /** Readings of each patient in the large store. */
  readonly yearly: number;
  readonly connections: number;
  readonly window: number;
};

export const whole: Scale = {
  rounds: 5,
  patients: 1000,
  hubs: 10_000,
  seconds: 4,
  yearly: 2000,
  connections: 100,
  window: 20,
};
export const quick: Scale = {
  rounds: 1,
  patients: 20,
  hubs: 40,
  seconds: 0.5,
  yearly: 60,
  connections: 10,
  window: 5,
};

/** What a row's harness is given. */
export type Bench = {
  readonly scale: Scale;
  readonly say: (line: string) => void;
  /** A copy, of its own, of a data folder that knows all homes: with nothing stored, with 90 days, or with years. */
  readonly folder: (age: Age) => Promise<string>;
  /** Where temporary files may go. */
  readonly scratch: string;
};
export type Age = "empty" | "ninety-days" | "large";
export type RowGroup = { readonly ids: readonly string[]; readonly run: (bench: Bench) => Promise<Row[]> };

/** Homes beyond those that load, for probes of alerts. */
export const probes = (scale: Scale): { readonly from: number; readonly to: number } => ({
  from: scale.hubs,
  to: scale.hubs + 40 * scale.rounds,
});

const DAY = 86_400_000;

/** Makes data folders once and hands out copies. */
export function openBench(scale: Scale, scratch: string, say: (line: string) => void): Bench {
  const made = new Map<Age, Promise<string>>();
  let copies = 0;
  const now = realClock.now();
  const ages: Record<Exclude<Age, "empty">, History> = {
    // Both end two hours ago: what is sent now is newer.
    "ninety-days": {
      homes: scale.patients,
      readingsPerHome: 90,
      from: now - 90 * DAY - 7_200_000,
      every: DAY,
      perMessage: 1,
    },
    large: {
      homes: scale.patients,
      readingsPerHome: scale.yearly,
      from: now - 365 * DAY - 7_200_000,
      every: Math.floor((365 * DAY) / scale.yearly),
      perMessage: 20,
    },
  };
  const make = async (age: Age): Promise<string> => {
    const folder = join(scratch, age);
    mkdirSync(folder, { recursive: true });
    const homes = probes(scale).to;
    say(`making a data folder: ${age}`);
    await declareHomes(folder, homes, now);
    if (age !== "empty") {
      const began = performance.now();
      const stored = fillHistory(folder, ages[age]);
      say(`stored ${stored} readings in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
    return folder;
  };
  return {
    scale,
    say,
    scratch,
    async folder(age) {
      if (!made.has(age)) made.set(age, make(age));
      const copy = join(scratch, `${age}-${(copies += 1)}`);
      rmSync(copy, { recursive: true, force: true });
      cpSync((await made.get(age))!, copy, { recursive: true });
      return copy;
    },
  };
}

/** A load against a peer, with what it cost the peer. */
export async function load(peer: Peer, job: Omit<Job, "port">): Promise<Outcome & { readonly cpuMicros: number }> {
  const before = cpuSeconds(peer.pid);
  const outcome = await generate({ ...job, port: peer.port });
  const spent = cpuSeconds(peer.pid) - before;
  return { ...outcome, cpuMicros: (spent * 1e6) / Math.max(1, outcome.acknowledged) };
}

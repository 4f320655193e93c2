import { realClock } from "../../src/clock.ts";
import { arrivalsOf } from "../../src/rehearsal/history.ts";
import { rehearsePatient, usualTerms } from "../../src/rehearsal/patient.ts";
import { createRunner } from "../../src/rehearsal/run.ts";
import { preset } from "../../src/rules/presets.ts";
import { openReader } from "../../src/store/sqlite/open.ts";
import { patientOf } from "../load/readings.ts";
import { type Platform, startHemvakt } from "../peers/hemvakt.ts";
import { nurse } from "../platform/homes.ts";
import { fillSixSignals } from "../platform/six-signals.ts";
import { median, percentile, type Row } from "../report/results.ts";
import { type Bench, load, type RowGroup } from "./context.ts";
import { signIn } from "./http.ts";
import { roundOf } from "./throughput.ts";

const DAY = 86_400_000;
/** As far back as a rehearsal of 90 days looks: all of it is there. */
const STORED_DAYS = 240;

async function run(bench: Bench): Promise<Row[]> {
  return [await onePatient(bench), await besideIntake(bench)];
}

/** Row 15: how long a nurse waits for the rehearsal of one patient. */
async function onePatient({ scale, say, folder }: Bench): Promise<Row> {
  const data = await folder("empty");
  const now = realClock.now();
  fillSixSignals(data, 0, STORED_DAYS, now - 2 * 3_600_000);
  const db = openReader(data);
  const runner = createRunner();
  const patient = patientOf(0);
  const draft = preset(["heart-failure", "copd", "hypertension"], { zone: "UTC" });
  const terms = usualTerms(now);
  const [middles, slow, alone, cpu]: number[][] = [[], [], [], []];
  let judged = 0;
  let alerts = 0;

  const timed = (work: () => void): number => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  const whole = (): number =>
    timed(() => {
      const comparison = rehearsePatient(db, runner, patient, draft, terms);
      judged = comparison.judged;
      alerts = comparison.after.alerts;
    });
  const draftAlone = (): number =>
    timed(() =>
      runner.run({
        patient,
        zone: "UTC",
        plans: [{ ...draft, patient, version: 1, signedBy: "-", signedAt: 0, validFrom: 0 }],
        arrivals: arrivalsOf(db, patient, now - 90 * DAY),
        from: now - 90 * DAY,
        to: now,
        staff: { kind: "promise" },
      }),
    );

  const first = whole();
  for (let warm = 0; warm < scale.rounds * 4; warm += 1) whole();
  const each = Math.max(1, Math.round(scale.seconds * 5));
  for (let round = 0; round < scale.rounds; round += 1) {
    const before = process.cpuUsage();
    const times = Array.from({ length: each }, whole);
    const { user, system } = process.cpuUsage(before);
    cpu!.push((user + system) / 1000 / each);
    middles!.push(median(times));
    slow!.push(percentile(times, 0.95));
    alone!.push(median(Array.from({ length: each }, draftAlone)));
    say(`round ${round + 1} rehearsal ${middles!.at(-1)!.toFixed(1)} ms`);
  }
  runner.close();
  db.close();
  return {
    id: "15",
    figure: "rehearsal of one patient: 90 days × 6 signals, both plans",
    unit: "ms",
    better: "less",
    first: 100,
    later: 50,
    rounds: middles!,
    parts: [
      { name: "95th percentile", unit: "ms", rounds: slow! },
      { name: "processor time", unit: "ms", rounds: cpu! },
      { name: "the draft alone, without what came before the 90 days", unit: "ms", rounds: alone! },
    ],
    how: `Read from a store that holds ${STORED_DAYS} days of it, ${judged} readings judged under each plan, ${alerts} alerts under the draft; the median of ${each}. The first in a new thread took ${first.toFixed(0)} ms.`,
  };
}

/** Row 16: what a long rehearsal takes from the homes. */
async function besideIntake({ scale, say, folder }: Bench): Promise<Row> {
  const platform = await startHemvakt(await folder("ninety-days"));
  const authorization = await signIn(platform, nurse);
  const sides = ["without", "beside", "again"] as const;
  const each = (): Record<(typeof sides)[number], number[]> => ({ without: [], beside: [], again: [] });
  const [rates, p99] = [each(), each()];
  const rehearsed: number[] = [];
  for (let round = -1; round < scale.rounds; round += 1) {
    // Turned round each time: whichever comes last has the warmest platform and the largest store.
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const [turn, side] of order.entries()) {
      const base = roundOf(scale, round + 1);
      // Each load's readings are newer than those before.
      const job = { ...base, firstNumber: base.firstNumber + turn * 20_000_000, at: realClock.now() - 50_000 };
      const rehearsal = side === "beside" ? await startRehearsal(platform, authorization) : undefined;
      const outcome = await load(platform, job);
      const done = await rehearsal?.stop();
      if (round < 0) continue;
      rates[side].push(outcome.acknowledged / outcome.seconds);
      p99[side].push(outcome.puback.p99);
      if (done !== undefined) rehearsed.push(done / outcome.seconds);
      say(`round ${round + 1} ${side}: ${Math.round(rates[side].at(-1)!)} readings/s`);
    }
  }
  await platform.stop();
  return {
    id: "16",
    figure: "readings/s while a team is rehearsed ÷ readings/s otherwise",
    unit: "ratio",
    better: "more",
    first: 0.8,
    later: 0.95,
    rounds: rates.beside.map((rate, round) => (2 * rate) / (rates.without[round]! + rates.again[round]!)),
    parts: [
      { name: "without", unit: "readings/s", rounds: rates.without },
      { name: "while a team is rehearsed", unit: "readings/s", rounds: rates.beside },
      {
        name: "the same between two loads without",
        unit: "ratio",
        rounds: rates.again.map((rate, round) => rate / rates.without[round]!),
      },
      { name: "PUBACK p99 without", unit: "ms", rounds: p99.without },
      { name: "PUBACK p99 while a team is rehearsed", unit: "ms", rounds: p99.beside },
      { name: "patients rehearsed meanwhile", unit: "patients/s", rounds: rehearsed },
    ],
    how: "As row 1, as fast as the platform takes readings in, with and without the rehearsal of a change to all patients' plans over 90 days. The rehearsal waits up to a second before each patient while messages are waiting, and its thread has the lowest priority.",
  };
}

/** Has the change rehearsed for the whole team. @returns what ends it and says how many patients were done */
async function startRehearsal(platform: Platform, authorization: string): Promise<{ stop(): Promise<number> }> {
  const at = `http://127.0.0.1:${platform.http}/api/v1/teams/north/rehearsals`;
  const change = { overrides: { "weight-rise-3d": { amount: { value: 1.5, unit: "kg" } } } };
  const answer = await fetch(`${at}?wait=0`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ change }),
  });
  if (answer.status !== 202) throw new Error(`rehearsing a team: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return {
    async stop() {
      const ended = await fetch(`${at}/${id}`, { method: "DELETE", headers: { authorization } });
      const { progress } = (await ended.json()) as { progress: { done: number } };
      return progress.done;
    },
  };
}

export const rehearsal: RowGroup = { ids: ["15", "16"], run };

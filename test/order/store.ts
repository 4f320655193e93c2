import type { DecisionContext } from "../../src/decision/context.ts";
import { localDay } from "../../src/domain/day.ts";
import { bitsToFlags } from "../../src/domain/flag.ts";
import { kindNames } from "../../src/domain/kind.ts";
import { metricNames } from "../../src/domain/metric.ts";
import type { PlanBody } from "../../src/domain/plan.ts";
import type { Reading } from "../../src/domain/reading.ts";
import type { Rule } from "../../src/domain/rule.ts";
import { dayValuesFor } from "../../src/ingest/day-values.ts";
import { decisionOn } from "../../src/ingest/judge.ts";
import { type Seen, weigh } from "../../src/ingest/two-plans.ts";
import type { CommandBody } from "../../src/ledger/commands.ts";
import { createWriter } from "../../src/ledger/writer.ts";
import { evaluate } from "../../src/rules/evaluate.ts";
import { type Database, openDatabase } from "../../src/store/sqlite/database.ts";
import { remembering } from "../../src/store/sqlite/memory.ts";
import {
  counts,
  decisions,
  parseReadingId,
  type ReadingRow,
  readingId,
  toReading,
} from "../../src/store/sqlite/reading-row.ts";
import { newestReading, readingRow } from "../../src/store/sqlite/readings.ts";
import { readingsBetween } from "../../src/store/sqlite/recent.ts";
import { patientById } from "../../src/store/sqlite/registry.ts";
import { migrate } from "../../src/store/sqlite/schema.ts";
import { trendOf } from "../../src/trends/trends.ts";
import { everyKind } from "../helpers/every-kind.ts";
import { smallRegion } from "../helpers/home.ts";
import { type History, type Sent, type Step, zone } from "./histories.ts";

const DAY = 86_400_000;

/** Plays histories into a store, and tells what the store then says at one instant, in words that know no order. */

/** A rule of every kind, looking back no further than the histories reach, so that there is something to find. */
const wide: PlanBody = (() => {
  const body = everyKind();
  const rules = body.rules.map((rule): Rule => {
    switch (rule.kind) {
      case "moving-average":
        return {
          ...rule,
          amount: { ...rule.amount, value: 0.5 },
          short: { days: 2, minimum: 1 },
          long: { days: 5, minimum: 2 },
        };
      case "baseline":
      case "oximetry-score":
        return { ...rule, days: 5, minimum: 2 };
      case "cusum":
        return { ...rule, days: 3, level: { days: 3, minimum: 2 } };
      case "n-of-m":
        return { ...rule, limit: { ...rule.limit, value: 130 }, days: 4, atLeast: 2 };
      default:
        return rule;
    }
  });
  return { ...body, rules };
})();

const tighter: PlanBody = {
  ...wide,
  rules: wide.rules.map((rule): Rule => {
    if (rule.kind === "limit") {
      return { ...rule, limit: { ...rule.limit, value: rule.limit.value - 15 }, relevanceHours: 6 };
    }
    return rule.kind === "change" ? { ...rule, amount: { ...rule.amount, value: 1 }, relevanceHours: 72 } : rule;
  }),
};
const plans: readonly [PlanBody, PlanBody] = [wide, tighter];

const staying: ReadonlySet<string> = new Set(
  "team staff person membership patient patient_team plan hub device assignment declaration".split(" "),
);

export type Store = { readonly db: Database; readonly clear: () => void };

/** An empty store with two patients and their devices; `clear` makes it so again. */
export function openOrderStore(): Store {
  const db = openDatabase(":memory:");
  migrate(db);
  const began = Temporal.Instant.from("2026-01-10T00:00:00Z").epochMilliseconds;
  const region = smallRegion(began);
  const given = { from: 0, digest: "" };
  createWriter(db).run([
    {
      kind: "region-import",
      at: began,
      actor: "import",
      region: {
        ...region,
        devices: [
          ...region.devices,
          { id: "tablet", hub: "hub-greta", model: "native", digest: "tablet" },
          { id: "undated", hub: "hub-store", model: "native", digest: "undated" },
        ],
        assignments: [
          ...region.assignments.filter(({ device }) => device !== "oximeter"),
          { ...given, device: "oximeter", patient: "greta", digest: "o" },
          { ...given, device: "tablet", patient: "greta", digest: "t" },
          { ...given, device: "undated", patient: "greta", digest: "u" },
        ],
        plans: region.plans.map((plan) => ({ ...plan, body: plans[0] })),
      },
    },
  ]);
  const tables = db
    .all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .map(({ name }) => name)
    .filter((name) => !staying.has(name));
  return {
    db,
    clear: () => {
      db.exec(
        `BEGIN; ${tables.map((name) => `DELETE FROM ${name};`).join("")} DELETE FROM plan WHERE version > 1; COMMIT;`,
      );
    },
  };
}

export type Engine = typeof evaluate;

/** Plays steps into an empty store. @param meanwhile is called after each */
export function play(
  { db, clear }: Store,
  { sent }: History,
  steps: readonly Step[],
  engine: Engine = evaluate,
  meanwhile: (db: Database) => void = () => {},
): void {
  clear();
  const writer = createWriter(db, { evaluate: engine });
  /** The number of the command that each reading came with: it and its copies elsewhere carry it. */
  const cameWith = new Map<number, number>();
  for (const step of steps) {
    const body = commandFor(db, sent, step, cameWith);
    const [outcome] = writer.run([{ ...body, at: step.at, actor: "nils" }]).outcomes;
    if (!outcome?.ok) throw new Error(`${JSON.stringify(step)}: ${JSON.stringify(outcome)}`);
    if (step.do === "send" && !cameWith.has(step.index)) {
      cameWith.set(step.index, db.get<{ seq: number }>("SELECT max(seq) AS seq FROM command")!.seq);
    }
    meanwhile(db);
  }
}

type Place = ReadingRow & { patient: string | null };

function commandFor(
  db: Database,
  sent: readonly Sent[],
  step: Step,
  cameWith: ReadonlyMap<number, number>,
): CommandBody {
  switch (step.do) {
    case "send":
      return messageOf(sent[step.index]!, step.index, step.copy);
    case "sign": {
      const { version } = db.get<{ version: number }>(
        "SELECT max(version) AS version FROM plan WHERE patient = 'greta'",
      )!;
      return { kind: "plan-sign", patient: "greta", body: plans[step.which], ifVersion: version };
    }
    case "correct": {
      const place = db
        .all<Place>(
          "SELECT r.*, s.patient FROM reading r JOIN series s ON s.id = r.series WHERE r.command = ?",
          cameWith.get(step.index),
        )
        .find(({ flags }) => !bitsToFlags(flags).includes("moved"))!;
      const reading = idOf(place);
      if (step.what === "include") return { kind: "reading-include", reading };
      if (step.what === "exclude") return { kind: "reading-exclude", reading, reason: "other-person" };
      return {
        kind: "reading-move",
        reading,
        patient: place.patient === "soheil" ? "greta" : "soheil",
        reason: "visitor",
      };
    }
  }
}

const idOf = (row: ReadingRow): string => readingId({ series: row.series, measuredAt: row.measured_at, n: row.n });

/** A message of one reading. */
function messageOf({ device, item, measuredAt, clock }: Sent, index: number, copy: number): CommandBody {
  const undated = clock === "unknown";
  const [hub, from] =
    undated || device === "cuff" ? ["hub-store", undated ? "undated" : device] : ["hub-greta", device];
  const reading = { ...item, ...(undated ? {} : { at: new Date(measuredAt).toISOString() }) };
  const message = {
    // Without a time of its own a reading is recognised by its message.
    id: undated ? `m${index}` : `m${index}-${copy}`,
    ...(clock === "suspect" ? { sentAt: new Date(measuredAt - 120_000).toISOString() } : {}),
    device: from,
    readings: [reading],
  };
  return {
    kind: "device-message",
    hub,
    topic: `hv/v1/${hub}/readings`,
    channel: "readings",
    payload: Buffer.from(JSON.stringify(message)),
  };
}

/**
 * What the store says at an instant: every reading with its flags and what is found on it; the value of every date; the
 * trends. Readings are named by what they say: their ids, and which of two with one sequence number is marked for it, depend
 * on which came first. What was decided, and when, is no part of it: that is a record of what was known when.
 */
export function told({ db }: Store, end: number, engine: Engine = evaluate): unknown {
  return remembering(db, () => toldOf(db, end, engine));
}

function toldOf(db: Database, end: number, engine: Engine): unknown {
  // Read at once and held, instead of date by date.
  for (const patient of ["greta", "soheil"])
    for (const kind of kindNames) readingsBetween(db, patient, kind, end - 20 * DAY);
  const context = { db, at: end, evaluate: engine } as DecisionContext;
  const rows = db.all<Place & { kind: Reading["kind"] }>(
    "SELECT r.*, s.kind, s.patient FROM series s JOIN reading r ON r.series = s.id",
  );
  const readings = rows.map((row) => ({ row, reading: toReading(row.kind, row) }));
  const names = new Map(readings.map(({ row, reading }) => [reading.id, nameOf(reading, row.patient)]));
  const named = (text: string): string => text.replace(ids, (id) => names.get(id.slice(1, -1)) ?? id);
  const seenBy = new Map<string, Seen>();
  const all = readings.map(({ row, reading }) => {
    const patient = row.patient === null ? undefined : patientById(db, row.patient);
    if (!patient || !counts(row)) return names.get(reading.id)!;
    const weighed = weigh(
      context,
      patient,
      reading,
      seenBy.getOrInsertComputed(patient.id, () => new Map()),
    );
    return `${names.get(reading.id)} ${decisionOn(weighed, reading, end)} ${named(JSON.stringify(weighed))}`;
  });
  return {
    readings: all.sort(),
    ...Object.fromEntries(["greta", "soheil"].map((patient) => [patient, seen(db, patient, end, named)])),
  };
}

/**
 * The newest reading of each kind that may still alert at an instant: what stands as decided about it and which concerns an
 * alert that holds has been told of, and what is found if it is decided then.
 */
export const newestDecisions = ({ db }: Store, end: number) =>
  remembering(db, () =>
    ["greta", "soheil"].flatMap((patient) =>
      kindNames.flatMap((kind) => {
        const reading = newestReading(db, patient, kind);
        if (!reading || end - reading.measuredAt > DAY) return [];
        const context = { db, at: end, evaluate } as DecisionContext;
        const weighed = weigh(context, patientById(db, patient)!, reading, new Map());
        const findings = weighed.filter(({ judgement }) => judgement.verdict === "finding");
        return [
          {
            name: nameOf(reading, patient),
            found: decisionOn(weighed, reading, end),
            stands: decisions[readingRow(db, parseReadingId(reading.id)!)!.decision]!,
            concerns: [...new Set(findings.map(({ judgement }) => judgement.concern))].sort(),
            told: new Set(db.all<{ concern: string }>(TOLD_OF, reading.id).map(({ concern }) => concern)),
          },
        ];
      }),
    ),
  );

const SUPPORTING = "e.type IN ('alert.opened', 'alert.joined', 'alert.worsened', 'alert.reopened')";
const TOLD_OF = `SELECT a.concern FROM event e JOIN alert a ON a.id = e.alert WHERE e.reading = ? AND ${SUPPORTING}
  AND json_extract(a.body, '$.outcome') IS NOT 'withdrawn'`;

/** Active alerts about patients' values that rest on no reading that still counts; that nothing has come rests on none. */
export const restingOnNothing = ({ db }: Store): string[] =>
  db
    .all<{ id: string }>(
      `SELECT id FROM alert WHERE state <> 'resolved' AND category = 'clinical' AND subject_type = 'patient'
       AND concern <> 'missing'`,
    )
    .map(({ id }) => id)
    .filter((id) =>
      db
        .all<{ reading: string }>(
          `SELECT e.reading FROM event e WHERE e.alert = ? AND e.reading IS NOT NULL AND ${SUPPORTING}`,
          id,
        )
        .every(({ reading }) => {
          const row = readingRow(db, parseReadingId(reading)!);
          return !row || !counts(row);
        }),
    );

const ids = /"[0-9a-z]+-[0-9a-z]+-[0-9a-z]+"/g;

const nameOf = ({ kind, values, answers, measuredAt, clock, flags }: Reading, patient: string | null): string => {
  // What was moved away counts nowhere, and whether it repeats another is not kept up.
  const left = flags.includes("moved") ? flags.filter((flag) => flag !== "suspect-duplicate") : flags;
  return JSON.stringify([patient, kind, new Date(measuredAt).toISOString(), values, answers ?? null, clock, left]);
};

/** Day values and trends of what the histories carry, over their week. */
function seen(db: Database, patient: string, end: number, named: (text: string) => string): unknown {
  const today = localDay(end, zone);
  const dayValues = dayValuesFor(db, patient, zone);
  const from = end - 8 * DAY;
  return metricNames.map((metric) => {
    const days = Array.from({ length: 8 }, (_, back) => dayValues(metric, today - back));
    if (days.every((value) => value === undefined)) return metric;
    const { series, count, excluded } = trendOf(db, { patient, metric, from, to: end, points: 40, zone }, []);
    return [metric, named(JSON.stringify(days)), series, count, excluded];
  });
}

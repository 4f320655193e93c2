import type { Finding } from "../domain/finding.ts";
import { logAt } from "../ledger/log.ts";
import { compare, type Rerun, rerun } from "../ledger/replay.ts";
import { explain } from "../rules/explain.ts";
import { type Language, languages } from "../rules/wording.ts";
import type { Database } from "../store/sqlite/database.ts";
import { type EngineRow, engineAt, enginesOf } from "../store/sqlite/engines.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { type Difference, differencesBetween } from "./differences.ts";
import type { Engine } from "./engine.ts";
import { type EvidenceRow, evidenceOf, parsed } from "./evidence.ts";

/** What recomputing one alert came to. */
export type Proof = {
  readonly alert: string;
  readonly identical: boolean;
  /** How many rows were compared, by table. */
  readonly rows: Readonly<Partial<Record<EvidenceRow["table"], number>>>;
  /** The engines that decided its events, the first one first; null for what is older than the noting of engines. */
  readonly engines: readonly (DecidedBy | null)[];
  /** One of them is not the engine that recomputed. */
  readonly otherEngine: boolean;
  /** What was decided before this command was not recomputed but compared with the checkpoint; absent when all was recomputed. */
  readonly sinceCommand?: number;
  readonly differences: readonly Difference[];
  /** Events whose findings differ: what they said when they were recorded, and what they say now. */
  readonly sayings: readonly Saying[];
};

/** An engine that decided, and in which of its parts the one that recomputed is another. */
export type DecidedBy = Pick<EngineRow, "version" | "release"> & { readonly differsIn: readonly string[] };

/** An event's findings in words. */
export type Saying = {
  readonly event: number;
  readonly recorded: Readonly<Record<Language, readonly string[]>>;
  readonly recomputed: Readonly<Record<Language, readonly string[]>>;
};

/** What a verification came to. */
export type Verification = Rerun & {
  /** The engine that recomputed. */
  readonly engine: Engine;
  /** The number of the last command that was run, and its seal: SHA-256, hexadecimal, over the log up to it. */
  readonly lastCommand: number;
  readonly seal: string | null;
  readonly proofs: readonly Proof[];
  /** Rows that differ and belong to none of the alerts; looked for when all are verified. */
  readonly elsewhere: readonly Difference[];
};

/** Which alerts are verified, by which engine, and who is told every thousand commands how many are done. */
export type VerifyOptions = {
  readonly alerts: readonly string[] | "all";
  readonly engine: Engine;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
};

/**
 * Recomputes alerts from the raw payloads and other commands in the log, in recorded order with recorded times, and compares what
 * comes of it with what is stored: the alert, its events with their findings, the readings and plans they rest on.
 *
 * The log is run up to the last event of the alerts asked for. A later command may have changed a row without an event of the
 * alert, for instance when another team became responsible: where something differs, the rest of the log is run before it is said.
 * @param from the recorded store; read only, inside a read transaction
 * @param into an empty store, or the checkpoint that the log begins at
 */
export function verify(from: Database, into: Database, { alerts, engine, onProgress }: VerifyOptions): Verification {
  migrate(into);
  const ids = alerts === "all" ? allAlerts(from) : alerts;
  const checkpoint = lastCommandOf(into);
  const end = lastCommandOf(from);
  const to = alerts === "all" ? end : lastCommandAbout(from, ids);
  const tell = (more: number) => onProgress && ((done: number) => onProgress(done, more));
  let run = rerun(from, into, { to, onProgress: tell(to - checkpoint) });
  let last = Math.max(checkpoint, to);
  let proofs = ids.map((id) => prove(from, into, id, engine, checkpoint));
  if (last < end && proofs.some(({ identical }) => !identical)) {
    const rest = rerun(from, into, { onProgress: tell(end - checkpoint) });
    run = {
      commands: run.commands + rest.commands,
      refused: [...run.refused, ...rest.refused],
      broken: [...run.broken, ...rest.broken],
    };
    last = end;
    proofs = ids.map((id) => prove(from, into, id, engine, checkpoint));
  }
  return {
    ...run,
    engine,
    lastCommand: last,
    seal: sealOfCommand(from, last),
    proofs,
    elsewhere: alerts === "all" ? elsewhere(from, into, proofs) : [],
  };
}

/** Whether all that was verified is as it was decided, from a log that nobody has altered. */
export const isProven = ({ proofs, broken, refused, elsewhere }: Verification): boolean =>
  broken.length + refused.length + elsewhere.length === 0 && proofs.every(({ identical }) => identical);

function prove(from: Database, into: Database, alert: string, engine: Engine, checkpoint: number): Proof {
  const [recorded, recomputed] = [evidenceOf(from, alert), evidenceOf(into, alert)];
  const differences = differencesBetween(recorded, recomputed);
  const commands = recorded.flatMap(({ table, columns }) => (table === "event" ? [Number(columns["command"])] : []));
  const noted = enginesOf(from);
  const decidedBy = new Set(commands.map((command) => engineAt(noted, command)));
  const engines = [...decidedBy].map((one) => (one ? comparedWith(one, engine) : null));
  return {
    alert,
    identical: differences.length === 0 && recorded.length > 0,
    rows: Object.fromEntries(
      [...Map.groupBy(recorded, ({ table }) => table)].map(([table, rows]) => [table, rows.length]),
    ),
    engines,
    otherEngine: engines.some((one) => one?.version !== engine.version),
    ...(commands.some((command) => command <= checkpoint) ? { sinceCommand: checkpoint + 1 } : {}),
    differences,
    sayings: sayings(recorded, recomputed),
  };
}

function comparedWith({ version, release, parts }: EngineRow, present: Engine): DecidedBy {
  const then = parsed(parts);
  const names = new Set([...Object.keys(then), ...Object.keys(present.parts)]);
  return { version, release, differsIn: [...names].filter((name) => then[name] !== present.parts[name]) };
}

/** What the events that differ said, and say now; only where the words differ. */
function sayings(recorded: readonly EvidenceRow[], recomputed: readonly EvidenceRow[]): Saying[] {
  const eventsIn = (rows: readonly EvidenceRow[]) =>
    new Map(rows.filter(({ table }) => table === "event").map(({ key, columns }) => [key, String(columns["data"])]));
  const [before, after] = [eventsIn(recorded), eventsIn(recomputed)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [a, b] = [wordsOf(before.get(key)), wordsOf(after.get(key))];
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ event: Number(key), recorded: a, recomputed: b }];
  });
}

function wordsOf(data: string | undefined): Saying["recorded"] {
  const { findings } = data === undefined ? {} : parsed(data);
  const all = Array.isArray(findings) ? (findings as Finding[]) : [];
  const say = (finding: Finding, language: Language): string => {
    try {
      return `${finding.rule}: ${explain(finding, language)}`;
    } catch {
      // Altered so that it says nothing any more; where, stands among the differences.
      return finding?.rule ?? "?";
    }
  };
  return Object.fromEntries(
    languages.map((language) => [language, all.map((finding) => say(finding, language))]),
  ) as unknown as Saying["recorded"];
}

/** What differs in the stores at large and in none of the alerts. */
function elsewhere(from: Database, into: Database, proofs: readonly Proof[]): Difference[] {
  const known = new Set(proofs.flatMap(({ differences }) => differences.map(({ table, key }) => `${table} ${key}`)));
  return compare(from, into)
    .map(({ table, key, recorded, replayed }) => ({
      table: table as Difference["table"],
      key:
        table === "reading"
          ? key
              .split("/")
              .map((part) => Number(part).toString(36))
              .join("-")
          : key,
      ...(recorded === undefined ? {} : { recorded }),
      ...(replayed === undefined ? {} : { recomputed: replayed }),
    }))
    .filter(({ table, key }) => !known.has(`${table} ${key}`));
}

const allAlerts = (db: Database): string[] =>
  db.all<{ id: string }>("SELECT id FROM alert ORDER BY opened_at, length(id), id").map(({ id }) => id);

const lastCommandOf = (db: Database): number =>
  db.get<{ seq: number | null }>("SELECT max(seq) AS seq FROM command")?.seq ?? 0;

const lastCommandAbout = (db: Database, alerts: readonly string[]): number =>
  db.get<{ seq: number | null }>(
    "SELECT max(command) AS seq FROM event WHERE alert IN (SELECT value FROM json_each(?))",
    JSON.stringify(alerts),
  )?.seq ?? 0;

function sealOfCommand(db: Database, seq: number): string | null {
  const seal = logAt(db, seq)?.seal;
  return seal ? Buffer.from(seal).toString("hex") : null;
}

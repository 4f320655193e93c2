import { raiseTechnical } from "../decision/alerting.ts";
import type { Decided, DecisionContext } from "../decision/context.ts";
import type { OutcomeValue } from "../decision/message.ts";
import { type ErrorCode, HemvaktError, isHemvaktError } from "../errors.ts";
import { setAside } from "../ingest/ingest.ts";
import { evaluate } from "../rules/evaluate.ts";
import type { Database } from "../store/sqlite/database.ts";
import { isStoreFailure } from "../store/sqlite/failure.ts";
import { emptyMemory } from "../store/sqlite/memory.ts";
import { hubById } from "../store/sqlite/registry.ts";
import { type Command, type CommandOutcome, sparingKinds } from "./commands.ts";
import { decide } from "./decide.ts";
import { type LogHead, logCommand, logHead } from "./log.ts";

/** A failure that was contained, for the log and the metrics: a code, and what was thrown, without payloads. */
export type Report = { readonly code: ErrorCode; readonly message?: string };

export type BatchResult = {
  readonly outcomes: readonly CommandOutcome[];
  /** The last event's number after the commit. */
  readonly lastEvent: number;
  readonly reports: readonly Report[];
  /** How long the commit itself took, fsync included, in milliseconds. */
  readonly commitMs: number;
};

export type WriterOptions = {
  /** Recognise readings that are stored already; off only to prove that a test notices. */
  readonly dedupe?: boolean;
  /** Remember what was read; off only to prove that it decides nothing. */
  readonly remember?: boolean;
  /** The rule engine; replaced only to see what happens when it fails. */
  readonly evaluate?: typeof evaluate;
};

export type Writer = {
  /** Decides a batch in one transaction. @throws HemvaktError `STORE_UNAVAILABLE`: nothing of the batch was stored */
  run(commands: readonly Command[]): BatchResult;
  /** Decides one logged command again under its old number. */
  replay(seq: number, command: Command): CommandOutcome;
};

/** The single writer over the one connection that may write. */
export function createWriter(db: Database, options: WriterOptions = {}): Writer {
  let head = logHead(db);
  let reports: Report[] = [];
  const memory = emptyMemory();

  function contextFor(command: Command): DecisionContext {
    const number = head.seq + 1;
    let made = 0;
    return {
      db,
      command: number,
      at: command.at,
      actor: command.actor,
      evaluate: options.evaluate ?? evaluate,
      dedupe: options.dedupe ?? true,
      nextId: (prefix) => `${prefix}${number.toString(36)}-${(made++).toString(36)}`,
      report: (code, error) => reports.push({ code, ...(error instanceof Error ? { message: describe(error) } : {}) }),
    };
  }

  /** Decides and logs one command. What is remembered is dropped for all that changes more than readings and alerts. */
  function settle(command: Command): CommandOutcome {
    const spared = sparingKinds.has(command.kind);
    if (!spared) memory.clear();
    db.memory = spared && options.remember !== false ? memory : undefined;
    const repeated = command.idempotency && repeatedOutcome(db, command);
    return finish(command, repeated ?? decide(contextFor(command), command));
  }

  /** Most batches hold nothing but messages, and hardly ever does one fail: they share the batch's transaction. */
  const swift = (command: Command): CommandOutcome =>
    command.kind === "device-message" ? settle(command) : one(command);

  /**
   * Decides all of a batch in the open transaction. Where a message breaks the platform all is undone and each gets its
   * own savepoint: the same commands decide the same again.
   */
  function all(commands: readonly Command[]): CommandOutcome[] {
    const before = head;
    try {
      return commands.map(swift);
    } catch (error) {
      if (isStoreFailure(error)) throw error;
      db.exec("ROLLBACK");
      db.exec("BEGIN IMMEDIATE");
      head = before;
      memory.clear();
      reports = [];
      return commands.map(one);
    }
  }

  /** One command in its own savepoint: its failure leaves the others of the batch alone. */
  function one(command: Command): CommandOutcome {
    const before = head;
    db.run("SAVEPOINT command");
    try {
      const outcome = settle(command);
      db.run("RELEASE command");
      return outcome;
    } catch (error) {
      undo(error, before);
      let outcome: CommandOutcome;
      try {
        outcome = recover(command, error);
      } catch (again) {
        // Not even setting it aside works: this one is not acknowledged, its neighbours are.
        undo(again, before);
        outcome = { ok: false, code: "INTERNAL" };
      }
      db.exec("RELEASE command");
      return outcome;
    }
  }

  /** Takes back what the command has done so far. A failing store undoes the whole batch instead. */
  function undo(error: unknown, before: LogHead): void {
    if (isStoreFailure(error)) throw error;
    db.exec("ROLLBACK TO command");
    head = before;
    memory.clear();
  }

  function finish(command: Command, decided: Decided<OutcomeValue>): CommandOutcome {
    if (decided.changed) head = logCommand(db, head, command);
    if (command.idempotency) rememberOutcome(db, command, decided.value);
    return { ok: true, value: decided.value };
  }

  /**
   * A refusal goes back to who asked. A device can't be asked again: whatever of its messages broke the platform is kept
   * in quarantine, the hub's team gets a red technical alert, and the message is acknowledged, or it would come for ever.
   */
  function recover(command: Command, error: unknown): CommandOutcome {
    if (isHemvaktError(error)) {
      return {
        ok: false,
        code: error.code,
        ...(error.detail ? { detail: error.detail } : {}),
        ...(error.data ? { data: { ...error.data } } : {}),
      };
    }
    reports.push({ code: "INTERNAL", ...(error instanceof Error ? { message: describe(error) } : {}) });
    const hub = command.kind === "device-message" ? hubById(db, command.hub) : undefined;
    if (command.kind !== "device-message" || !hub) return { ok: false, code: "INTERNAL" };
    const context = contextFor(command);
    const decided = setAside(context, hub, command, "ENGINE_FAILED");
    if (decided.changed) {
      raiseTechnical(context, {
        code: "ENGINE_FAILED",
        severity: "red",
        subject: { type: "hub", id: hub.id },
        team: hub.team,
      });
    }
    return finish(command, decided);
  }

  return {
    run(commands) {
      reports = [];
      try {
        db.exec("BEGIN IMMEDIATE");
        const outcomes = all(commands);
        const lastEvent = db.get<{ seq: number | null }>("SELECT max(seq) AS seq FROM event")?.seq ?? 0;
        const decided = performance.now();
        db.exec("COMMIT");
        return { outcomes, lastEvent, reports, commitMs: performance.now() - decided };
      } catch (error) {
        memory.clear();
        // The transaction may be gone already: SQLite rolls back by itself when the disk is full.
        if (db.raw.isTransaction) db.exec("ROLLBACK");
        head = logHead(db);
        throw new HemvaktError("STORE_UNAVAILABLE", error instanceof Error ? describe(error) : undefined);
      }
    },
    replay(number, command) {
      head = { ...head, seq: number - 1 };
      db.exec("BEGIN IMMEDIATE");
      const outcome = one(command);
      db.exec("COMMIT");
      return outcome;
    },
  };
}

/** The kind of failure and where, never the data: messages of our own code hold none, SQLite's name constraints only. */
const describe = (error: Error): string => `${error.name}: ${error.message}`.slice(0, 300);

function repeatedOutcome(db: Database, command: Command): Decided<OutcomeValue> | undefined {
  const { key, digest } = command.idempotency!;
  const row = db.get<{ digest: Uint8Array; outcome: string }>(
    "SELECT digest, outcome FROM idempotency WHERE actor = ? AND key = ?",
    command.actor,
    key,
  );
  if (!row) return undefined;
  if (Buffer.from(row.digest).toString("hex") !== digest) throw new HemvaktError("IDEMPOTENCY_REUSED");
  return { changed: false, value: JSON.parse(row.outcome) as OutcomeValue };
}

function rememberOutcome(db: Database, command: Command, value: OutcomeValue): void {
  const { key, digest } = command.idempotency!;
  db.run(
    "INSERT OR IGNORE INTO idempotency (actor, key, digest, outcome, at) VALUES (?, ?, ?, ?, ?)",
    command.actor,
    key,
    Buffer.from(digest, "hex"),
    JSON.stringify(value),
    command.at,
  );
}

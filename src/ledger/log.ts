import { hash } from "node:crypto";
import type { DeviceMessage } from "../decision/message.ts";
import type { Database } from "../store/sqlite/database.ts";
import { type Command, type CommandBody, unloggedKinds } from "./commands.ts";

/** Where the log ends: the last command's number and seal. A log without commands, or from before seals, has none. */
export type LogHead = { readonly seq: number; readonly seal: Uint8Array | null };

const start: LogHead = { seq: 0, seal: null };

/** Where a store's log ends. */
export const logHead = (db: Database): LogHead =>
  headIn(db.get<SealedRow>("SELECT * FROM command ORDER BY seq DESC LIMIT 1")) ?? start;

/** A place in a store's log; `undefined` where the log no longer holds that command. */
export const logAt = (db: Database, seq: number): LogHead | undefined =>
  headIn(db.get<SealedRow>("SELECT * FROM command WHERE seq = ?", seq));

// A store that was written before there were seals, and not upgraded since, has no such column.
const headIn = (row: SealedRow | undefined): LogHead | undefined => row && { seq: row.seq, seal: row.seal ?? null };

/**
 * The command log: what was asked, in the order decided. Device messages are kept with their raw bytes; others as JSON.
 * Names, phone numbers, passwords and their hashes are left out: they decide no alert, and identity stands in `person`
 * alone. Each command is sealed together with the seal before it.
 * @returns where the log ends now
 */
export function logCommand(db: Database, head: LogHead, command: Command): LogHead {
  if (unloggedKinds.has(command.kind)) return head;
  const seq = head.seq + 1;
  const { meta, payload } = pack(command);
  const { at, kind, actor } = command;
  const seal = sealOf({ seq, at, kind, actor, meta, payload }, head.seal);
  db.run(
    "INSERT INTO command (seq, at, kind, actor, meta, payload, seal) VALUES (?, ?, ?, ?, ?, ?, ?)",
    seq,
    at,
    kind,
    actor,
    meta,
    payload,
    seal,
  );
  return { seq, seal };
}

const noSeal = new Uint8Array(32);

/**
 * A command's seal: SHA-256 over the seal before it and all that is logged of it (a hash chain: Haber and Stornetta, J
 * Cryptology 1991;3:99). Nothing in a log can be changed, left out or put elsewhere without its last seal becoming another.
 * @param before the seal of the command before; null where there is none
 */
export function sealOf({ seq, at, kind, actor, meta, payload }: LogRow, before: Uint8Array | null): Uint8Array {
  // No field before the payload can hold a NUL: meta is JSON, which escapes it, and ids have none.
  const header = Buffer.from(`${seq}\0${at}\0${kind}\0${actor}\0${meta ?? "-"}\0`);
  return hash("sha256", Buffer.concat([before ?? noSeal, header, payload]), "buffer");
}

/** A command as it stands in the log. */
export type LogRow = { seq: number; at: number; kind: string; actor: string; meta: string | null; payload: Uint8Array };
type SealedRow = LogRow & { seal?: Uint8Array | null };

/** A command of the log. `broken`: it, or what stood before it, is not what was logged: its seal doesn't fit. */
export type Logged = {
  readonly seq: number;
  /** Absent where what is logged can't be read any more. */
  readonly command: Command | undefined;
  readonly broken: boolean;
};

/**
 * The log's commands after a place in it, in order, as they were decided.
 * @param to the number of the last one wanted
 */
export function* loggedCommands(db: Database, after = start, to = Number.MAX_SAFE_INTEGER): Iterable<Logged> {
  let before = after;
  const rows = db.iterate<SealedRow>("SELECT * FROM command WHERE seq > ? AND seq <= ? ORDER BY seq", after.seq, to);
  for (const row of rows) {
    const command = readable(row);
    const { seal = null } = row;
    const broken = command === undefined || row.seq !== before.seq + 1 || !isSealed(row, seal, before.seal);
    yield { seq: row.seq, command, broken };
    before = { seq: row.seq, seal };
  }
}

/** What was logged before there were seals has none; the first that has one follows on nothing. */
const isSealed = (row: LogRow, seal: Uint8Array | null, before: Uint8Array | null): boolean =>
  seal === null ? before === null : Buffer.compare(seal, sealOf(row, before)) === 0;

function pack(command: Command): { meta: string | null; payload: Uint8Array } {
  const { at: _at, actor: _actor, idempotency: _key, ...body } = command;
  if (body.kind === "device-message") {
    const { kind: _kind, payload, hub: _hub, ...meta } = body;
    return { meta: JSON.stringify(meta), payload };
  }
  const { kind: _kind, ...rest } = withoutIdentity(body);
  return { meta: null, payload: Buffer.from(JSON.stringify(rest)) };
}

function readable(row: LogRow): Command | undefined {
  try {
    return unpack(row);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function unpack(row: LogRow): Command {
  const { at, actor } = row;
  if (row.kind === "device-message") {
    const meta = JSON.parse(row.meta ?? "{}") as Pick<
      DeviceMessage,
      "topic" | "channel" | "onlineSince" | "tooLarge" | "retain"
    >;
    return { at, actor, kind: "device-message", hub: actor.replace(/^hub:/, ""), payload: row.payload, ...meta };
  }
  const body = JSON.parse(Buffer.from(row.payload).toString("utf8")) as object;
  return { at, actor, kind: row.kind, ...body } as Command;
}

const nobody = { given: "-", family: "-" };

function withoutIdentity(body: CommandBody): CommandBody {
  switch (body.kind) {
    case "patient-enrol":
      return { ...body, person: nobody };
    case "staff-create":
      return { ...body, person: nobody, password: "" };
    case "staff-password":
      return { ...body, password: "" };
    case "region-import": {
      const { region } = body;
      return {
        ...body,
        region: {
          ...region,
          staff: region.staff.map((staff) => ({ ...staff, name: nobody, passwordHash: "" })),
          patients: region.patients.map(({ born: _born, phone: _phone, ...patient }) => ({ ...patient, name: nobody })),
        },
      };
    }
    default:
      return body;
  }
}

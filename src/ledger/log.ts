import type { DeviceMessage } from "../decision/message.ts";
import type { Database } from "../store/sqlite/database.ts";
import { type Command, type CommandBody, unloggedKinds } from "./commands.ts";

/**
 * The command log: what was asked, in the order decided. Device messages are kept with their raw bytes; others as JSON.
 * Names, phone numbers, passwords and their hashes are left out: they decide no alert, and identity stands in `person`
 * alone.
 */
export function logCommand(db: Database, seq: number, command: Command): void {
  if (unloggedKinds.has(command.kind)) return;
  const { meta, payload } = pack(command);
  db.run(
    "INSERT INTO command (seq, at, kind, actor, meta, payload) VALUES (?, ?, ?, ?, ?, ?)",
    seq,
    command.at,
    command.kind,
    command.actor,
    meta,
    payload,
  );
}

type LogRow = { seq: number; at: number; kind: string; actor: string; meta: string | null; payload: Uint8Array };

/** The log's commands after one of them, in order, as they were decided. */
export function* loggedCommands(db: Database, after = 0): Iterable<{ seq: number; command: Command }> {
  for (const row of db.iterate<LogRow>("SELECT * FROM command WHERE seq > ? ORDER BY seq", after)) {
    yield { seq: row.seq, command: unpack(row) };
  }
}

function pack(command: Command): { meta: string | null; payload: Uint8Array } {
  const { at: _at, actor: _actor, idempotency: _key, ...body } = command;
  if (body.kind === "device-message") {
    const { kind: _kind, payload, hub: _hub, ...meta } = body;
    return { meta: JSON.stringify(meta), payload };
  }
  const { kind: _kind, ...rest } = withoutIdentity(body);
  return { meta: null, payload: Buffer.from(JSON.stringify(rest)) };
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

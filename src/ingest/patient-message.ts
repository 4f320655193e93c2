import type { z } from "zod";
import { raiseTechnical } from "../decision/alerting.ts";
import type { Decided, DecisionContext } from "../decision/context.ts";
import type { DeviceMessage, OutcomeValue } from "../decision/message.ts";
import { deliver } from "../decision/messaging.ts";
import type { ErrorCode } from "../errors.ts";
import { sameMessage } from "../store/sqlite/patient-messages.ts";
import { peopleAt } from "../store/sqlite/prompts.ts";
import { type HubRow, patientById } from "../store/sqlite/registry.ts";
import { careFor } from "./care.ts";
import { instantOf, type patientMessageSchema } from "./messages.ts";
import { rememberMessage } from "./quarantine.ts";
import { receipt, result } from "./receipts.ts";

type Written = z.infer<typeof patientMessageSchema>;

/**
 * Takes in what somebody at home wrote to their team: stored once, durable with its PUBACK, answered with when somebody
 * reads it. Who wrote it is never guessed: where several share the hub it must say for which of them.
 */
export function takePatientMessage(
  context: DecisionContext,
  hub: HubRow,
  message: DeviceMessage,
  written: Written,
): Decided<OutcomeValue> {
  const { at } = context;
  const seen = rememberMessage(context, hub.id, written.id, message.payload);
  const { patient, code, changed } = receive(context, hub, written, writerOf(context, hub, written.for));
  const slot = { user: written.for };
  const reused = seen === "other" ? ("MESSAGE_ID_REUSED" as const) : undefined;
  const answer = changed
    ? result(0, patient === undefined ? "unattributed" : "stored", slot, code ?? reused)
    : result(0, "duplicate", slot);
  const care = careFor(context, hub.id, new Map(patient === undefined ? [] : [[patient, written.for]]));
  return { changed: changed || seen === "new", value: { receipt: receipt(written.id, at, [answer], care) } };
}

/** Whose a message is, or why it is nobody's. */
type Writer = { readonly patient?: string; readonly code?: ErrorCode };

/**
 * Stores a message and tells the team that is next there; the same words under the same id change nothing.
 * @returns whose it is, and whether it was new
 */
export function receive(
  context: DecisionContext,
  hub: HubRow,
  written: Written,
  { patient, code }: Writer,
): Writer & { readonly changed: boolean } {
  const { db, at } = context;
  const before = sameMessage(db, hub.id, written.id, written.text);
  if (before) return { ...(before.patient === null ? {} : { patient: before.patient }), changed: false };
  const id = context.nextId("p");
  const told = patient === undefined ? toldTeams(context, hub) : [];
  db.run(
    `INSERT INTO patient_message (id, patient, at, text, hub, hub_message, user, sent_at, told)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    patient,
    at,
    written.text,
    hub.id,
    written.id,
    written.for,
    written.sentAt === undefined ? undefined : instantOf(written.sentAt),
    JSON.stringify(told),
  );
  const owner = patient === undefined ? undefined : patientById(db, patient);
  if (owner) deliver(context, { id }, owner);
  for (const team of told) {
    const subject = { type: "hub", id: hub.id } as const;
    raiseTechnical(context, { code: code ?? "DEVICE_UNASSIGNED", severity: "yellow", subject, team });
  }
  return { ...(patient === undefined ? {} : { patient }), ...(code === undefined ? {} : { code }), changed: true };
}

/** Who has the hub now, or which of them the slot says it is. */
function writerOf({ db, at }: DecisionContext, hub: HubRow, slot: number | undefined): Writer {
  const people = [...peopleAt(db, hub.id, at)];
  if (people.length === 0) return { code: "DEVICE_UNASSIGNED" };
  const mine = people.length === 1 ? people : people.filter(([, slots]) => slot !== undefined && slots.has(slot));
  return mine.length === 1 ? { patient: mine[0]![0] } : { code: "USER_SLOT_UNKNOWN" };
}

/** The hub's own team, and those of all who may have written. */
function toldTeams({ db, at }: DecisionContext, hub: HubRow): string[] {
  const teams = [...peopleAt(db, hub.id, at).keys()].flatMap((patient) => patientById(db, patient)?.team ?? []);
  return [...new Set([hub.team, ...teams])].sort();
}

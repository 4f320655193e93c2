import { measuringLimits } from "../../devices/index.ts";
import type { Decided, DecisionContext } from "../decision/context.ts";
import type { DeviceMessage, OutcomeValue, ReceiptResult } from "../decision/message.ts";
import type { Flag } from "../domain/flag.ts";
import type { Reading } from "../domain/reading.ts";
import { type ErrorCode, isHemvaktError } from "../errors.ts";
import { deviceById, type HubRow, hubById } from "../store/sqlite/registry.ts";
import { type Attribution, attribute } from "./attribution.ts";
import { careFor } from "./care.ts";
import { type Dated, date, kindsWithoutTime } from "./dating.ts";
import { decodeGatt, decodeReadings, type Item } from "./decode.ts";
import { takeHubState, takePrompted } from "./hub-state.ts";
import { detailText, findDuplicate } from "./identity.ts";
import { keep } from "./keep.ts";
import { readMessage } from "./messages.ts";
import { takePatientMessage } from "./patient-message.ts";
import { implausibleBecause } from "./plausibility.ts";
import { quarantine, rememberMessage } from "./quarantine.ts";
import { receipt, result } from "./receipts.ts";
import { judgeAll, type Kept, tellWrongClocks } from "./tell.ts";
import { settleTwins } from "./twins.ts";

/**
 * The spine: one message from a home to its decisions. Decode → date → attribute → recognise → keep → judge → receipt.
 * It runs inside the ledger's transaction; the hub's PUBACK follows the commit. Nothing disappears: what can't be read
 * is kept with its bytes and a coded reason, and answered.
 */
export function ingest(context: DecisionContext, message: DeviceMessage): Decided<OutcomeValue> {
  const hub = hubById(context.db, message.hub);
  // The broker authenticated the hub before it took the message, and hubs are never deleted.
  if (!hub) throw new TypeError("a message from a hub that is not stored");
  if (message.tooLarge) return setAside(context, hub, message, "PAYLOAD_TOO_LARGE");
  try {
    switch (message.channel) {
      case "readings": {
        const envelope = readMessage("readings", message.payload);
        const model = deviceById(context.db, envelope.device)?.model;
        return take(context, hub, message, { ...envelope, model }, decodeReadings(envelope));
      }
      case "gatt": {
        const envelope = readMessage("gatt", message.payload);
        const model = deviceById(context.db, envelope.device)?.model;
        return take(context, hub, message, { ...envelope, model }, decodeGatt(envelope, model));
      }
      case "state":
        return takeHubState(context, hub, readMessage("state", message.payload));
      case "prompted":
        return takePrompted(context, hub, readMessage("prompted", message.payload));
      case "messages":
        return takePatientMessage(context, hub, message, readMessage("messages", message.payload));
      case "unknown":
        return setAside(context, hub, message, "TOPIC_UNKNOWN");
    }
  } catch (error) {
    if (!isHemvaktError(error)) throw error;
    return setAside(context, hub, message, error.code, error.detail);
  }
}

/** A whole message that can't be used: kept, and answered with its reason. */
export function setAside(
  context: DecisionContext,
  hub: HubRow,
  message: DeviceMessage,
  code: ErrorCode,
  detail?: string,
): Decided<OutcomeValue> {
  const changed = quarantine(context, hub, message, { code, detail });
  return { changed, value: { receipt: receipt(null, context.at, [result(0, "rejected", {}, code, detail)]) } };
}

type Envelope = {
  readonly id: string;
  readonly sentAt?: string | undefined;
  readonly device: string;
  /** Of the device, if it is registered. */
  readonly model: string | undefined;
};

function take(
  context: DecisionContext,
  hub: HubRow,
  message: DeviceMessage,
  { id, sentAt, device, model }: Envelope,
  items: readonly Item[],
): Decided<OutcomeValue> {
  const { db, at } = context;
  const seen = rememberMessage(context, hub.id, id, message.payload);
  let changed = seen === "new";
  const results: ReceiptResult[] = [];

  const dated: Dated[] = [];
  for (const item of items) {
    if ("measurement" in item) {
      dated.push(date(item, message, sentAt, hub, at));
      continue;
    }
    const { code, detail } = item.error;
    changed = quarantine(context, hub, message, { code, detail, position: item.index, device }) || changed;
    results.push(result(item.index, "rejected", {}, code, detail));
  }

  const kept: Kept[] = [];
  const people = new Map<string, number | undefined>();
  const undated = kindsWithoutTime(dated);
  const limits = measuringLimits(model);
  for (const item of dated) {
    const { index, measurement, ownTime } = item;
    const whose = attribute(db, hub.id, device, measurement.user, item.measuredAt);
    if (whose.patient !== undefined) people.set(whose.patient, measurement.user);
    const sender = { hub: hub.id, device };
    const identity = { sender, device: whose.device, measurement, ownTime, message: id, position: index };
    if (context.dedupe && findDuplicate(db, identity)) {
      results.push(result(index, "duplicate", measurement, seen === "other" ? "MESSAGE_ID_REUSED" : undefined));
      continue;
    }
    changed = true;
    const impossible = implausibleBecause(measurement, limits);
    const flags: Flag[] = [];
    if (impossible !== undefined) flags.push("implausible");
    if (message.retain) flags.push("retained");
    if (item.clock === "unknown" && undated.has(measurement.kind)) flags.push("clock-unset-batch");
    const reading = keep(context, item, whose, identity, hub.team, flags);
    settleTwins(db, { ...whose, user: measurement.user ?? null, reading, detail: detailText(measurement) });
    kept.push({ reading, whose });
    if (impossible !== undefined) {
      const aside = { code: "VALUE_IMPLAUSIBLE", detail: impossible, position: index, device } as const;
      quarantine(context, hub, message, aside);
    }
    results.push(resultOf(item, reading, whose, impossible));
  }

  judgeAll(context, hub, kept);
  tellWrongClocks(context, hub, kept);
  return {
    changed,
    value: { receipt: receipt(id, at, results, careFor(context, hub.id, people)), readings: kept.flatMap(announced) },
  };
}

/** What the hub is told of a reading that was kept. Not used clinically counts as rejected; the bytes are kept all the same. */
function resultOf(item: Dated, reading: Reading, whose: Attribution, impossible: string | undefined): ReceiptResult {
  const { index, measurement } = item;
  if (impossible !== undefined) return result(index, "rejected", measurement, "VALUE_IMPLAUSIBLE", impossible);
  if (whose.patient === undefined) return result(index, "unattributed", measurement, whose.code);
  if (reading.flags.includes("not-clinical")) return result(index, "stored", measurement, "READING_NOT_CLINICAL");
  if (reading.flags.includes("clock-unset-batch")) return result(index, "stored", measurement, "CLOCK_UNSET");
  if (reading.clock === "wrong") return result(index, "stored", measurement, "CLOCK_WRONG");
  return result(index, "stored", measurement);
}

const announced = ({ reading, whose }: Kept) =>
  whose.patient === undefined ? [] : [{ patient: whose.patient, team: whose.team, kind: reading.kind, id: reading.id }];

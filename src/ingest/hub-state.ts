import type { z } from "zod";
import { withdraw } from "../alerts/lifecycle.ts";
import { raiseTechnical, record } from "../decision/alerting.ts";
import type { Decided, DecisionContext } from "../decision/context.ts";
import type { OutcomeValue } from "../decision/message.ts";
import { appendEvent, latestAlert } from "../store/sqlite/alerts.ts";
import { forget } from "../store/sqlite/memory.ts";
import { deviceById, type HubRow } from "../store/sqlite/registry.ts";
import { instantOf, type promptedMessageSchema, type stateMessageSchema } from "./messages.ts";

/** Takes in what a hub says of itself and its devices; saying the same again changes nothing. */
export function takeHubState(
  context: DecisionContext,
  hub: HubRow,
  state: z.infer<typeof stateMessageSchema>,
): Decided<OutcomeValue> {
  const { db, at, command } = context;
  const battery = state.battery ?? hub.battery;
  const firmware = state.firmware ?? hub.firmware;
  const hubChanged = battery !== hub.battery || firmware !== hub.firmware;
  if (hubChanged) {
    db.run("UPDATE hub SET battery = ?, firmware = ?, version = version + 1 WHERE id = ?", battery, firmware, hub.id);
    forget(db, "hub", hub.id);
  }
  let devicesChanged = 0;
  for (const device of state.devices ?? []) {
    if (device.battery === undefined && device.firmware === undefined) continue;
    noteBattery(context, hub, device);
    forget(db, "device", device.id);
    devicesChanged += db.run(
      `UPDATE device SET battery = ifnull(?1, battery), firmware = ifnull(?2, firmware), version = version + 1
       WHERE id = ?3 AND hub = ?4 AND (battery IS NOT ifnull(?1, battery) OR firmware IS NOT ifnull(?2, firmware))`,
      device.battery,
      device.firmware,
      device.id,
      hub.id,
    ).changes;
  }
  const changed = hubChanged || devicesChanged > 0;
  if (changed) {
    appendEvent(db, {
      at,
      type: "hub.state",
      team: hub.team,
      actor: `hub:${hub.id}`,
      reason: state.online ? "online" : "offline",
      data: { hub: hub.id, battery, firmware },
      command,
    });
  }
  return { changed, value: {} };
}

/** At or below this many percent a battery is nearly empty. A proposal: devices say percent, and fail at different ones. */
const LOW = 5;

/** Told once when a device's battery gets so low, and taken back when it is charged or changed. */
function noteBattery(
  context: DecisionContext,
  hub: HubRow,
  device: { id: string; battery?: number | undefined },
): void {
  const { db, at } = context;
  const row = device.battery === undefined ? undefined : deviceById(db, device.id);
  if (device.battery === undefined || row?.hub !== hub.id) return;
  const isLow = device.battery <= LOW;
  if (isLow === (row.low_since !== null)) return;
  db.run("UPDATE device SET low_since = ? WHERE id = ?", isLow ? at : null, device.id);
  const subject = { type: "device", id: device.id } as const;
  if (isLow)
    return raiseTechnical(context, { code: "DEVICE_BATTERY_LOW", severity: "yellow", subject, team: hub.team });
  const alert = latestAlert(db, subject, "device", hub.team);
  const change = alert?.cause === "DEVICE_BATTERY_LOW" ? withdraw(alert, "charged or changed", at) : undefined;
  if (change) record(context, change);
}

/** A prompt was shown to the person: it is answered and won't be published again. */
export function takePrompted(
  context: DecisionContext,
  hub: HubRow,
  shown: z.infer<typeof promptedMessageSchema>,
): Decided<OutcomeValue> {
  const { db, at, command } = context;
  const prompt = db.get<{ id: number; patient: string }>(
    "SELECT id, patient FROM prompt WHERE id = ? AND hub = ? AND shown_at IS NULL",
    Number(shown.id),
    hub.id,
  );
  if (!prompt) return { changed: false, value: {} };
  db.run("UPDATE prompt SET shown_at = ? WHERE id = ?", instantOf(shown.shownAt), prompt.id);
  appendEvent(db, {
    at,
    type: "prompt.shown",
    patient: prompt.patient,
    team: hub.team,
    actor: `hub:${hub.id}`,
    reason: "shown",
    data: { prompt: prompt.id, shownAt: shown.shownAt },
    command,
  });
  return { changed: true, value: {} };
}

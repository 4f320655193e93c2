import type { Random } from "../random.ts";
import { type HomeMessage, message } from "./message.ts";

/**
 * A damaged copy of a message, sent a moment after it, so that damage never costs a reading: a notification cut short,
 * text that stops in the middle, or a unit that belongs to something else. The damage is drawn from `draw`.
 */
export function damaged(hub: string, whole: HomeMessage, draw: Random): HomeMessage {
  const at = whole.at + 700;
  const about = { at, cause: "malformed", readings: 0 } as const;
  if (draw.chance(1 / 3)) {
    // A hub that lost power while writing: no JSON, so no id that anybody could read.
    const payload = whole.payload.slice(0, draw.integer(1, whole.payload.length - 1));
    return { ...about, topic: whole.topic, payload, qos: 1 };
  }
  const { id: _, ...body } = JSON.parse(whole.payload) as { id: string; sentAt: string; hex?: string; readings?: [] };
  if (body.hex !== undefined) {
    const bytes = body.hex.length / 2;
    return message(hub, "gatt", { ...body, hex: body.hex.slice(0, 2 * draw.integer(1, bytes - 1)) }, about);
  }
  // A glucose unit fits no scale, cuff or oximeter.
  const readings = (body.readings ?? []).map((reading: object) => ({ ...reading, unit: "mmol/L" }));
  return message(hub, "readings", { ...body, readings }, about);
}

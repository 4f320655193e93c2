import { createHash } from "node:crypto";
import { publishTemplate, type Template } from "./packets.ts";

/** Everything a load needs to know of the benchmark's homes; generator and platform derive the same from the number. */

export const hubOf = (home: number): string => `hub-${home}`;
export const scaleOf = (home: number): string => `scale-${home}`;
export const patientOf = (home: number): string => `patient-${home}`;

/** A hub's secret: 256 bits, the same in each run. */
export const secretOf = (home: number): string =>
  createHash("sha256").update(`hemvakt benchmark hub ${home}`).digest("base64url");

/** What one sending of a message needs: where the message id, the times and the values stand in the packet. */
export type Message = Template & {
  readonly messageAt: number;
  readonly places: readonly { readonly time: number; readonly value: number }[];
};

const TIME = "2026-01-01T00:00:00.000Z";
const digits = (value: number, width: number): string => String(value).padStart(width, "0");

/** One home's message of so many weights, with places for what differs from one to the next. */
export function messageOf(home: number, readings: number): Message {
  const item = `{"kind":"body-weight","at":"${TIME}","value":80.0,"unit":"kg"}`;
  const payload = `{"id":"00000000-${digits(home, 6)}","device":"${scaleOf(home)}","readings":[${Array.from({ length: readings }, () => item).join()}]}`;
  const template = publishTemplate(`hv/v1/${hubOf(home)}/readings`, payload);
  const first = payload.indexOf('"readings":[') + '"readings":['.length;
  const places = Array.from({ length: readings }, (_, index) => {
    const start = template.payloadAt + first + index * (item.length + 1);
    return { time: start + item.indexOf(TIME), value: start + item.indexOf("80.0") };
  });
  return { ...template, messageAt: template.payloadAt + payload.indexOf("00000000"), places };
}

/**
 * The packet of one sending: a copy of the message with its own packet id, message id, times and values.
 * @param at the instant of the first reading, in milliseconds; each further one is a millisecond later
 * @param heavy whether its last reading is 3 kg above what the person has weighed, which opens or joins an alert
 */
export function sending(message: Message, packetId: number, number: number, at: number, heavy: boolean): Buffer {
  const bytes = Buffer.from(message.bytes);
  bytes.writeUInt16BE(packetId, message.idAt);
  bytes.write(digits(number, 8), message.messageAt, "latin1");
  message.places.forEach((place, index) => {
    bytes.write(new Date(at + index).toISOString(), place.time, "latin1");
    const last = index === message.places.length - 1;
    bytes.write(heavy && last ? "83.0" : `80.${(number + index) % 5}`, place.value, "latin1");
  });
  return bytes;
}

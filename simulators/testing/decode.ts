import { genericBloodPressure } from "../../devices/cuffs/generic-blood-pressure.ts";
import { decodeNativeReading } from "../../devices/gateways/native.ts";
import { genericPulseOximeter } from "../../devices/oximeters/generic-pulse-oximeter.ts";
import { genericWeight } from "../../devices/scales/generic-weight.ts";
import type { Measurement } from "../../src/domain/measurement.ts";
import { type Home, undisturbed } from "../home/home.ts";
import type { HomeMessage } from "../home/message.ts";
import { type Period, scheduleHome } from "../home/schedule.ts";

/** Everything these homes send in a period, home by home. */
export const all = (homes: readonly Home[], during: Period): HomeMessage[] =>
  homes.flatMap((home) => [...scheduleHome(home, during)]);

/** The home with none of its disturbances but these. */
export const without = (home: Home, ...changes: Partial<Home["disturbances"]>[]): Home => ({
  ...home,
  disturbances: Object.assign({}, undisturbed, ...changes),
});

/** What a message that can be read says. */
export type Content = {
  id: string;
  sentAt: string;
  device: string;
  characteristic?: string;
  hex: string;
  readings?: Record<string, unknown>[];
};
/** A message's payload. */
export const content = (message: HomeMessage): Content => JSON.parse(message.payload) as Content;
const decoders = {
  ...genericWeight.characteristics,
  ...genericBloodPressure.characteristics,
  ...genericPulseOximeter.characteristics,
};

/** What the platform's own decoders make of a message. */
export function decoded(message: HomeMessage): Measurement[] {
  const { characteristic, hex, readings } = content(message);
  if (readings) return readings.map((reading) => decodeNativeReading(reading));
  return decoders[characteristic ?? ""]?.(Buffer.from(hex, "hex")) ?? [];
}

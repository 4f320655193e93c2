import type { Kind } from "../src/domain/kind.ts";
import type { deviceTypes } from "./device.ts";
import { deviceModel } from "./index.ts";

/** What each type of device is lent for. A gateway passes on whatever is behind it. */
const measured: Readonly<Record<(typeof deviceTypes)[number], readonly Kind[] | "anything">> = {
  scale: ["body-weight"],
  cuff: ["blood-pressure", "pulse"],
  oximeter: ["oxygen-saturation", "pulse"],
  thermometer: ["temperature"],
  "glucose-meter": ["glucose"],
  gateway: "anything",
};

/** Whether a device of a model may send a kind of reading; of a model that isn't in the catalogue anything may come. */
export function mayMeasure(model: string, kind: Kind): boolean {
  const type = deviceModel(model)?.type;
  const kinds = type === undefined ? "anything" : measured[type];
  return kinds === "anything" || kinds.includes(kind);
}

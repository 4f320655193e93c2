import { z } from "zod";
import type { Measurement } from "../../src/domain/measurement.ts";
import { HemvaktError } from "../../src/errors.ts";
import type { DeviceModel } from "../device.ts";
import { measured } from "../quantity.ts";

// Unknown fields are let through: the gateway adds signal strength, addresses and new sensors as it likes.
const messageSchema = z.object({
  weight: z.number().optional(),
  unit: z.string().max(16).optional(),
  weighing_mode: z.string().max(16).optional(),
  mode: z.string().max(16).optional(),
  impedance: z.number().optional(),
  model_id: z.string().max(64).optional(),
});

// Older decoders wrote "lbs".
const units: Readonly<Record<string, "kg" | "lb">> = { kg: "kg", lb: "lb", lbs: "lb" };

/**
 * One message of OpenMQTTGateway or Theengs Gateway (`home/<gateway>/BTtoMQTT/<address>`) as a measurement. The address
 * is the sender's, not a secret and not proof of who sent it; it is not read here.
 * @throws HemvaktError `PAYLOAD_SHAPE`; `UNIT_UNKNOWN`; `NOTHING_TO_KEEP` for messages of anything but a scale
 */
export function decodeTheengs(item: unknown): Measurement {
  const parsed = messageSchema.safeParse(item);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.map(String).join(".") || "message");
    throw new HemvaktError("PAYLOAD_SHAPE", `${fields.join(", ")}.`, { fields });
  }
  const { weight, unit, weighing_mode, mode = weighing_mode, impedance } = parsed.data;
  if (weight === undefined) throw new HemvaktError("NOTHING_TO_KEEP");
  const own = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (!own) throw new HemvaktError("UNIT_UNKNOWN", "unit: kg or lb.", { fields: ["unit"] });
  return {
    kind: "body-weight",
    ...measured([["body-weight", weight, own]]),
    flags: mode === "object" ? ["not-clinical"] : [],
    ...(impedance === undefined ? {} : { detail: { impedance: String(impedance) } }),
  };
}

const scale = {
  brand: "Xiaomi",
  model: "Mi_Body_Composition_Scale",
  model_id: "XMTZC02HM/XMTZC05HM",
  rssi: -63,
} as const;
const reading = { kind: "body-weight", values: { "body-weight": 82_400 }, flags: [] } as const;

/** OpenMQTTGateway and Theengs Gateway, which decode advertisements themselves. */
export const theengsGateway: DeviceModel = {
  id: "theengs",
  name: "Theengs Gateway or OpenMQTTGateway JSON",
  type: "gateway",
  transport: "mqtt",
  source: "theengs/decoder, src/devices/XMTZC05HM_json.h and XMTZC04HM_json.h (properties of the scales)",
  about:
    "One message of a gateway that decodes Bluetooth advertisements itself. Only weights are kept. The messages carry " +
    "no time and no user, so they count from when they were received. Hemvakt does not subscribe to the gateway's own " +
    "topics: something that signs in as a hub must pass the messages on.",
  connect: {
    steps: [
      "Set up the gateway, and limit it to the addresses of the home's own devices.",
      "Let software that signs in as a hub take the gateway's messages and send them on; Hemvakt does not subscribe to the gateway's topics.",
      "Where it can, forward the service data itself, as for `xiaomi-body-scale` and `xiaomi-mi-scale`: that keeps the scale's own time.",
    ],
    surprises: [
      "Anybody near can forge an advertisement.",
      "No time of its own: a message that the gateway retains or repeats would be a new reading. Never forward retained messages.",
      "Older decoders write `lbs` and `mode`, newer ones `lb` and `weighing_mode`: both are read.",
    ],
    patient: "What the scale shows; the gateway shows nothing.",
  },
  quirks: ["no-clock", "no-users"],
  layout: {
    message: [
      { name: "weight", form: "number", meaning: "in `unit`; without it there is nothing to keep" },
      { name: "unit", form: "`kg` `lb` `lbs`", meaning: "" },
      { name: "weighing_mode, mode", form: "`person` `object`, optional", meaning: "an object is kept, not clinical" },
      { name: "impedance", form: "number, optional", meaning: "Ω; kept as detail" },
      { name: "anything else", form: "", meaning: "not read" },
    ],
  },
  sayings: [{ says: "weighing mode object", flag: "not-clinical" }],
  characteristics: {},
  json: decodeTheengs,
  examples: [
    {
      title: "82.4 kg, 606 Ω",
      input: { json: { ...scale, weighing_mode: "person", unit: "kg", weight: 82.4, impedance: 606 } },
      output: [{ ...reading, detail: { impedance: "606" } }],
    },
    {
      title: "Pounds",
      input: { json: { ...scale, mode: "person", unit: "lbs", weight: 181.66 } },
      output: [{ ...reading, original: { unit: "lb", values: { "body-weight": "181.66" } } }],
    },
    {
      title: "A suitcase",
      input: { json: { ...scale, weighing_mode: "object", unit: "kg", weight: 82.4 } },
      output: [{ ...reading, flags: ["not-clinical"] }],
    },
    {
      title: "A thermometer in the fridge",
      input: { json: { model_id: "LYWSD03MMC", tempc: 4.2, hum: 41 } },
      output: "NOTHING_TO_KEEP",
    },
    { title: "No unit", input: { json: { ...scale, weight: 82.4 } }, output: "UNIT_UNKNOWN" },
    { title: "A weight as text", input: { json: { ...scale, unit: "kg", weight: "82.4" } }, output: "PAYLOAD_SHAPE" },
    { title: "Not an object", input: { json: 82.4 }, output: "PAYLOAD_SHAPE" },
  ],
};

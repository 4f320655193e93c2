/** What the file of a new device model begins with. */
type Scaffold = {
  readonly type: string;
  readonly id: string;
  /** The name of its constant. */
  readonly name: string;
  /** The entry that it follows, and where its file is; without it the model gets a decoder of its own. */
  readonly profile: { readonly name: string; readonly from: string } | undefined;
};

const texts = `  // Documents, projects and commits that anybody can look up: what the decoder follows.
  source: "",
  // What a technician should know: how it announces itself, what is special, for whom it is not.
  about: "",
  connect: {
    // What the technician does, in order, until the first reading has been compared with the display.
    steps: [],
    // What surprises and is no quirk of devices/quirks.ts.
    surprises: [],
    // What the person sees or hears, when all is well and when not.
    patient: "",
  },
  quirks: [],
  // The measuring range of its manual, where that can be looked up:
  // range: { source: "", limits: { "body-weight": { low: 5, high: 180 } } },`;

const examples = `  // Recorded ones first, with where they were published as \`recorded\`; at least one that is refused.`;

/** Follows a profile: only what differs is written down. */
const likeProfile = ({ type, id, name }: Scaffold, profile: string, from: string): string => `
import type { DeviceModel } from "../device.ts";
import { ${profile} } from "${from}";

/** What it is, in a line. */
export const ${name}: DeviceModel = {
  ...${profile},
  id: "${id}",
  name: "${id}",
  type: "${type}",
${texts}
${examples}
  // Those of the profile hold for it too: ...${profile}.examples, without what it never sends.
  examples: [],
};
`;

/** A Bluetooth device with a layout of its own. */
const ownLayout = ({ type, id, name }: Scaffold): string => `
import type { Measurement } from "../../src/domain/measurement.ts";
import { reader } from "../bytes.ts";
import type { Decoder, DeviceModel } from "../device.ts";

/** Decodes one notification. */
const decode: Decoder = (bytes): Measurement[] => {
  // Read every field in order and finish with \`end\`: what is left over has been misread.
  const from = reader(bytes);
  from.end();
  return [];
};

/** What it is, in a line. */
export const ${name}: DeviceModel = {
  id: "${id}",
  name: "${id}",
  type: "${type}",
  transport: "bluetooth",
${texts}
  // By characteristic, in place of 0000: its fields in the order of the bytes, with forms as in the other files.
  layout: { "0000": [] },
  // Which flag each status bit becomes; none, if it has none.
  sayings: [],
  characteristics: { "0000": decode },
${examples}
  examples: [],
};
`;

/** A gateway that sends JSON. */
const gateway = ({ type, id, name }: Scaffold): string => `
import { z } from "zod";
import type { Measurement } from "../../src/domain/measurement.ts";
import { HemvaktError } from "../../src/errors.ts";
import type { DeviceModel } from "../device.ts";

const messageSchema = z.object({});

/** Decodes one message. @throws HemvaktError \`PAYLOAD_SHAPE\`; \`NOTHING_TO_KEEP\` */
function decode(item: unknown): Measurement {
  const parsed = messageSchema.safeParse(item);
  if (!parsed.success) throw new HemvaktError("PAYLOAD_SHAPE");
  throw new HemvaktError("NOTHING_TO_KEEP");
}

/** What it is, in a line. */
export const ${name}: DeviceModel = {
  id: "${id}",
  name: "${id}",
  type: "${type}",
  transport: "mqtt",
${texts}
  // The fields of a message that are read.
  layout: { message: [] },
  sayings: [],
  characteristics: {},
  json: decode,
${examples}
  examples: [],
};
`;

/** The text of a new model's file, empty where only its author knows; the conformance tests name what is empty. */
export const modelScaffold = (scaffold: Scaffold): string => {
  const { profile, type } = scaffold;
  if (profile) return likeProfile(scaffold, profile.name, profile.from).trimStart();
  return (type === "gateway" ? gateway(scaffold) : ownLayout(scaffold)).trimStart();
};

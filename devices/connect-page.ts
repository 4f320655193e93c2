import { type Metric, metrics } from "../src/domain/metric.ts";
import { annotate } from "./annotate.ts";
import { bytesFromHex, hexFromBytes } from "./bytes.ts";
import type { DeviceModel, Example } from "./device.ts";
import { code, list, originText, resultText, table, uuidName } from "./markdown.ts";
import { quirks } from "./quirks.ts";

/** `docs/devices/<id>.md`: how a device of this model comes into a home, and what it then sends, byte for byte. */
export function renderConnectPage(model: DeviceModel): string {
  const { steps, surprises = [], patient } = model.connect;
  return `${[
    `# How to connect: ${model.name}`,
    "<!-- Generated from devices/ by scripts/generate-device-docs.ts; change the device file instead. -->",
    `Id ${code(model.id)}, kind ${model.type}. Every field and example: [devices.md](../devices.md).`,
    model.about,
    "## Steps",
    steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
    "## The way of a reading",
    flow(model),
    "## What surprises",
    list([...model.quirks.map((name) => `${quirks[name].does} ${quirks[name].so}`), ...surprises]),
    "## What it can measure",
    rangeText(model),
    "## What it sends",
    ...shownExamples(model).flatMap((example) => exampleText(model, example)),
    "## What the person sees",
    patient,
  ].join("\n\n")}\n`;
}

function flow(model: DeviceModel): string {
  const carried = Object.keys(model.characteristics).map(uuidName);
  const topic = model.transport === "mqtt" ? "readings" : "gatt";
  const has = (quirk: DeviceModel["quirks"][number]) => model.quirks.includes(quirk);
  const lines = [
    "sequenceDiagram",
    "  participant person as Person",
    `  participant device as ${model.type === "gateway" ? "Device" : model.type}`,
    "  participant hub as Hub",
    "  participant hemvakt as Hemvakt",
    ...(has("consent") ? ["  hub->>device: gives the user's consent at 0x2A9F"] : []),
    "  person->>device: measures",
    `  device->>hub: ${carried.length > 0 ? carried.join(" or ") : "its own way"}`,
    `  hub->>hemvakt: hv/v1/(hub)/${topic}, QoS 1`,
    "  hemvakt->>hemvakt: decode, keep, judge",
    "  hemvakt-->>hub: PUBACK and receipt: stored",
    ...(has("resends-memory") || has("repeats")
      ? [
          "  device->>hub: the same reading again",
          `  hub->>hemvakt: hv/v1/(hub)/${topic}, QoS 1`,
          "  hemvakt-->>hub: PUBACK and receipt: duplicate",
        ]
      : []),
  ];
  return ["```mermaid", ...lines, "```"].join("\n");
}

function rangeText({ range }: DeviceModel): string {
  if (!range) {
    return "Its source gives no measuring range: a value is implausible where no [living adult](../metrics.md) can have it.";
  }
  const rows = Object.entries(range.limits).map(([name, { low, high }]) => {
    const metric = name as Metric;
    const { plausible, ucum } = metrics[metric];
    const bounds = [Math.max(low, plausible.low), Math.min(high, plausible.high)].join(" to ");
    return [code(metric), `${low} to ${high} ${ucum}`, `${bounds} ${ucum}`];
  });
  return [
    `By ${range.source}. The narrower of this and what [a living adult](../metrics.md) can have holds on each side; a ` +
      "value outside is kept, marked, told to the technician, and judged against safety limits only.",
    table(["Metric", "The device measures", "Plausible from it"], rows),
  ].join("\n\n");
}

/** One accepted example of each characteristic, recorded if there is one, else the longest; and one recorded refusal. */
function shownExamples(model: DeviceModel): readonly Example[] {
  const accepted = Object.keys(model.layout).flatMap((carrier) => {
    const candidates = model.examples.filter(
      ({ input, output }) =>
        typeof output !== "string" && ("hex" in input ? input.characteristic === carrier : model.transport === "mqtt"),
    );
    const size = ({ input }: Example) => ("hex" in input ? input.hex : JSON.stringify(input.json)).length;
    const [longest] = candidates.toSorted((a, b) => size(b) - size(a));
    return candidates.find(({ recorded }) => recorded !== undefined) ?? longest ?? [];
  });
  const refused = model.examples.find(({ output, recorded }) => typeof output === "string" && recorded !== undefined);
  return [...new Set(refused ? [...accepted, refused] : accepted)];
}

function exampleText(model: DeviceModel, example: Example): string[] {
  const { title, input, note } = example;
  const said = note === undefined ? title : `${title}. ${note}`;
  if (!("hex" in input)) {
    return [
      `### ${title}`,
      ["```json", JSON.stringify(input.json, null, 2), "```"].join("\n"),
      `Becomes ${resultText(example)}.`,
    ];
  }
  const fields = annotate(model.layout[input.characteristic] ?? [], bytesFromHex(input.hex));
  return [
    `### ${uuidName(input.characteristic)}: ${said}`,
    code(input.hex),
    table(
      ["Bytes", "Field", "Reads as", "Meaning"],
      fields.map(({ field, bytes, reads }) => [code(hexFromBytes(bytes)), field.name, reads, field.meaning]),
    ),
    `Becomes ${resultText(example)}.`,
    originText(model, example),
  ];
}

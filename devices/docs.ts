import type { Measurement } from "../src/domain/measurement.ts";
import { type Metric, metrics, unscaled } from "../src/domain/metric.ts";
import type { DeviceModel, Example } from "./device.ts";
import { deviceModels } from "./index.ts";

/** `docs/devices.md`: every model of the catalogue with its source, layout, flags and worked examples. */
export const renderDeviceDocs = (): string =>
  `${[
    "# Devices",
    "<!-- Generated from devices/ by scripts/generate-device-docs.ts; change the device files instead. -->",
    "What Hemvakt understands, byte for byte. Bluetooth numbers are little-endian; SFLOAT is the 16-bit medical number of " +
      "IEEE 11073-20601, whose special values (NaN, NRes, ±INF) are never numbers here. A notification that is shorter or " +
      "longer than its flags say is refused whole. The examples are executed by the tests.",
    table(
      ["Model", "Id", "Kind of device", "Carried by"],
      deviceModels.map((model) => [link(model), code(model.id), model.type, carriedBy(model)]),
    ),
    "## Left out",
    "A model stands here only with bytes from a real device that anybody can look up. Without them, or with a protocol of " +
      "the maker's own, it is left out; what follows a profile works with that profile's entry.",
    table(["Model", "Use", "Why there is no entry"], leftOut()),
    ...deviceModels.flatMap(section),
  ].join("\n\n")}\n`;

/** Devices that people ask for, and why they have no entry of their own. */
const leftOut = (): readonly (readonly string[])[] => [
  ["A&D UC-352BLE", code("generic-weight"), "No recorded bytes with a source."],
  [
    "A&D UA-651BLE",
    code("generic-blood-pressure"),
    "No recorded bytes with a source. Known to have switched off with E10 at service discovery " +
      "(andengineering/AndroidSampleCode, issue 1).",
  ],
  [
    "Nonin 3230",
    code("generic-pulse-oximeter"),
    "No recorded bytes of the standard service with a source; the published ones are of Nonin's own service " +
      "(andreasdri/nonin-3230-ble), which is not read.",
  ],
  ["A&D UC-450BLE", "none", "A protocol of the maker's own (KristianP26/ble-scale-sync, pull request 316)."],
  [
    "Omron cuffs",
    `${code("generic-blood-pressure")}, those that announce 0x1810`,
    "Newer models keep their readings behind a service of the maker's own (eigger/hass-omron).",
  ],
  [
    "Beurer BF720, BF105, BF788, BF950",
    `${code("generic-weight")}, ${code("generic-body-composition")}`,
    "The hub must bond and give the user's consent at 0x2A9F before they send anything; no recorded measurement with a source.",
  ],
  [
    "Renpho ES-WBE28",
    "none",
    "The layout of 0x2A9D in steps ten times as large, and silent without consent (KristianP26/ble-scale-sync, pull " +
      "request 267); no recorded measurement whose display is known. With another entry its weights would be a tenth.",
  ],
];

const section = (model: DeviceModel): string[] => [
  `## ${model.name}`,
  `Id ${code(model.id)}. Source: ${model.source}.`,
  model.about,
  `How to connect it: [devices/${model.id}.md](devices/${model.id}.md).`,
  ...Object.entries(model.layout).flatMap(([name, fields]) => [
    `### ${model.transport === "bluetooth" ? `Characteristic 0x${name.toUpperCase()}` : heading(name)}`,
    fields.length > 0
      ? table(
          ["Field", "Form", "Meaning"],
          fields.map(({ name, form, meaning }) => [name, form, meaning]),
        )
      : "No fields of its own.",
  ]),
  ...(model.sayings.length > 0
    ? [
        "### Flags",
        table(
          ["The device says", "Flag of the reading"],
          model.sayings.map(({ says, flag }) => [says, code(flag)]),
        ),
      ]
    : []),
  "### Examples",
  table(["Example", "Input", "Result"], model.examples.map(exampleRow)),
];

/** `docs/devices/<id>.md`: how a device of this model comes into a home. */
export function renderConnectPage(model: DeviceModel): string {
  const { steps, quirks, patient } = model.connect;
  return `${[
    `# How to connect: ${model.name}`,
    "<!-- Generated from devices/ by scripts/generate-device-docs.ts; change the device file instead. -->",
    `Id ${code(model.id)}; a ${model.type}. Bytes and examples: [devices.md](../devices.md).`,
    model.about,
    "## Steps",
    steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
    "## The way of a reading",
    flow(model),
    "## What surprises",
    quirks.map((quirk) => `- ${quirk}`).join("\n"),
    "## What the person sees",
    patient,
  ].join("\n\n")}\n`;
}

const flow = (model: DeviceModel): string => {
  const carried = Object.keys(model.characteristics).map((uuid) => `0x${uuid.toUpperCase()}`);
  const topic = model.transport === "mqtt" ? "readings" : "gatt";
  return [
    "```mermaid",
    "sequenceDiagram",
    "  participant person as Person",
    `  participant device as ${model.type === "gateway" ? "Device" : model.type}`,
    "  participant hub as Hub",
    "  participant hemvakt as Hemvakt",
    "  person->>device: measures",
    `  device->>hub: ${carried.length > 0 ? carried.join(" or ") : "its own way"}`,
    `  hub->>hemvakt: hv/v1/(hub)/${topic}, QoS 1`,
    "  hemvakt->>hemvakt: decode, keep, judge",
    "  hemvakt-->>hub: PUBACK and receipt",
    "```",
  ].join("\n");
};

const exampleRow = ({ title, input, output, note }: Example): string[] => [
  note === undefined ? title : `${title}. ${note}`,
  "hex" in input ? `0x${input.characteristic.toUpperCase()} ${code(input.hex)}` : code(JSON.stringify(input.json)),
  typeof output === "string" ? `refused: ${code(output)}` : output.map(measurementText).join("; "),
];

function measurementText(measurement: Measurement): string {
  const { kind, values, original, deviceTime, clockUnset, user, seq, flags, detail } = measurement;
  const parts = [
    ...Object.entries(values).map(([metric, value]) => valueText(metric as Metric, value)),
    ...(original ? [`sent as ${Object.values(original.values).join(", ")} ${original.unit}`] : []),
    ...(deviceTime ? [deviceTime.text] : []),
    ...(clockUnset ? ["clock not set"] : []),
    ...(user === undefined ? [] : [`user ${user}`]),
    ...(seq === undefined ? [] : [`seq ${seq}`]),
    ...flags.map(code),
    ...(detail ? [code(JSON.stringify(detail))] : []),
  ];
  return `${kind}: ${parts.join(", ")}`;
}

const valueText = (metric: Metric, value: number): string =>
  `${metric} ${unscaled(metric, value)} ${metrics[metric].ucum} (stored ${value})`;

const carriedBy = (model: DeviceModel): string =>
  model.transport === "mqtt"
    ? "MQTT, JSON"
    : `Bluetooth, ${Object.keys(model.characteristics)
        .map((uuid) => `0x${uuid.toUpperCase()}`)
        .join(", ")}`;

const heading = (name: string): string =>
  name.includes(" ") ? name.charAt(0).toUpperCase() + name.slice(1) : code(name);
const code = (text: string): string => `\`${text}\``;
const link = ({ name }: DeviceModel): string =>
  `[${name}](#${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-")})`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");

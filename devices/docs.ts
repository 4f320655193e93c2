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
    ...deviceModels.flatMap(section),
  ].join("\n\n")}\n`;

const section = (model: DeviceModel): string[] => [
  `## ${model.name}`,
  `Id ${code(model.id)}. Source: ${model.source}.`,
  model.about,
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

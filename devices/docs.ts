import type { DeviceModel, Example } from "./device.ts";
import { deviceModels } from "./index.ts";
import { leftOut } from "./left-out.ts";
import { code, list, resultText, table, uuidName } from "./markdown.ts";
import { quirks } from "./quirks.ts";

/** `docs/devices.md`: every model of the catalogue with its source, layout, flags and worked examples. */
export const renderDeviceDocs = (): string =>
  `${[
    "# Devices",
    "<!-- Generated from devices/ by scripts/generate-device-docs.ts; change the device files instead. -->",
    "What Hemvakt understands, byte for byte. Bluetooth numbers are little-endian where nothing else is said; SFLOAT is the 16-bit medical number of " +
      "IEEE 11073-20601, whose special values (NaN, NRes, ±INF) are never numbers here. A notification that is shorter or " +
      "longer than its flags say is refused whole. The examples are executed by the tests.",
    table(
      ["Model", "Id", "Kind of device", "Carried by"],
      deviceModels.map((model) => [link(model), code(model.id), model.type, carriedBy(model)]),
    ),
    "## Not in the catalogue, and why",
    "A model stands here with bytes from a real device that anybody can look up, or with a public account of what it " +
      "offers where that is a profile or the maker's own description. Examples that were recorded say where; the others " +
      "were made by the model's source. What follows a profile works with that profile's entry.",
    table(["Model", "Use", "Why there is no entry"], leftOut),
    ...deviceModels.flatMap(section),
  ].join("\n\n")}\n`;

const section = (model: DeviceModel): string[] => [
  `## ${model.name}`,
  `Id ${code(model.id)}. Source: ${model.source}.`,
  model.about,
  `How to connect it, what it can measure and an example field by field: [devices/${model.id}.md](devices/${model.id}.md).`,
  ...(model.quirks.length > 0 ? [list(model.quirks.map((name) => quirks[name].does))] : []),
  ...Object.entries(model.layout).flatMap(([name, fields]) => [
    `### ${model.transport === "bluetooth" ? `Characteristic ${uuidName(name)}` : heading(name)}`,
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
  table(["Example", "Input", "Result", "Recorded in"], model.examples.map(exampleRow)),
];

const exampleRow = (example: Example): string[] => {
  const { title, input, note, recorded } = example;
  return [
    note === undefined ? title : `${title}. ${note}`,
    "hex" in input ? `${uuidName(input.characteristic)} ${code(input.hex)}` : code(JSON.stringify(input.json)),
    resultText(example),
    recorded ?? "",
  ];
};

const carriedBy = (model: DeviceModel): string =>
  model.transport === "mqtt"
    ? "MQTT, JSON"
    : `Bluetooth, ${Object.keys(model.characteristics).map(uuidName).join(", ")}`;

const heading = (name: string): string =>
  name.includes(" ") ? name.charAt(0).toUpperCase() + name.slice(1) : code(name);
const link = ({ name }: DeviceModel): string =>
  `[${name}](#${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-")})`;

import type { Measurement } from "../src/domain/measurement.ts";
import { type Metric, metrics, unscaled } from "../src/domain/metric.ts";
import type { DeviceModel, Example } from "./device.ts";

/** Text as Markdown code. */
export const code = (text: string): string => `\`${text}\``;

/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");

/** A Markdown list. */
export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

/** A characteristic as people write it: 0x2A9D, or the whole UUID of a maker's own. */
export const uuidName = (uuid: string): string => (uuid.length > 4 ? uuid.toUpperCase() : `0x${uuid.toUpperCase()}`);

/** A value with its unit, as people read it. */
export const valueText = (metric: Metric, value: number): string =>
  `${metric} ${unscaled(metric, value)} ${metrics[metric].ucum}`;

/** What an example gives: the measurements, or the code with which it is refused. */
export const resultText = ({ output }: Example): string =>
  typeof output === "string" ? `refused: ${code(output)}` : output.map(measurementText).join("; ");

function measurementText(measurement: Measurement): string {
  const { kind, values, original, deviceTime, clockUnset, user, seq, flags, detail } = measurement;
  const parts = [
    ...Object.entries(values).map(([metric, value]) => `${valueText(metric as Metric, value)} (stored ${value})`),
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

/** Where an example's bytes come from. */
export const originText = (model: DeviceModel, { recorded }: Example): string =>
  recorded === undefined
    ? `The bytes were not recorded but made after the source: ${model.source}.`
    : `The bytes were recorded from a real device: ${recorded}.`;

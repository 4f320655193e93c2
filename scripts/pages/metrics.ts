import { concernOf } from "../../src/domain/concern.ts";
import { kindNames, kinds, kindsOf } from "../../src/domain/kind.ts";
import { type Metric, metricNames, metrics } from "../../src/domain/metric.ts";
import { unitsOf } from "../../src/domain/unit.ts";
import { generatedFrom, markdownTable } from "./table.ts";

const code = (text: string): string => `\`${text}\``;

/** `docs/metrics.md`: what is measured, how it is stored, coded and judged. */
export const renderMetrics = (): string => `# Metrics

${generatedFrom("src/domain/metric.ts, unit.ts, kind.ts and plan.ts")}

What Hemvakt measures. A value is stored as a whole number of the smallest part shown here, so that limits compare
exactly; it is converted from the sender's unit by an exact fraction and rounded once, halves to the even neighbour.

${markdownTable(["Metric", "Unit (UCUM)", "Stored in", "Units accepted", "Plausible", "Step"], metricNames.map(measureRow))}

*Plausible* is what a living adult can have, ends included. A value outside it is kept, raises a technical event and is
judged by safety limits only. It is no clinical limit: those belong to each patient's care plan. *Step* is how much
further a value must go to be worse, and how far back inside it must come to have returned. Ranges and steps are proposals
without clinical approval.

## Codes

${markdownTable(["Metric", "LOINC", "SNOMED CT", "MDC"], metricNames.map(codeRow))}

MDC codes are partition × 65 536 + term of ISO/IEEE 11073-10101.

## Kinds of reading

A reading is of one kind and carries one or more metrics; those in *required* must be there, the others may be.

${markdownTable(["Kind", "Metrics", "Required"], kindNames.map(kindRow))}

## Alerts

The concern that a value beyond a limit belongs to. Where there is none, no limit can be set.

${markdownTable(["Metric", "Above", "Below", "Carried by"], metricNames.map(concernRow))}
`;

function measureRow(metric: Metric): string[] {
  const { ucum, scale, plausible, step } = metrics[metric];
  return [
    code(metric),
    code(ucum),
    scale === 1 ? "1" : `1/${scale}`,
    unitsOf(metric).map(code).join(", "),
    `${plausible.low} to ${plausible.high}`,
    String(step),
  ];
}

function codeRow(metric: Metric): string[] {
  const { loinc, snomed, mdc } = metrics[metric];
  return [code(metric), loinc, snomed ?? "", mdc === undefined ? "" : String(mdc)];
}

function kindRow(kind: (typeof kindNames)[number]): string[] {
  const { components, required } = kinds[kind];
  return [code(kind), components.map(code).join(", ") || "answers, no metric", required.map(code).join(", ")];
}

function concernRow(metric: Metric): string[] {
  const carriers = kindsOf(metric).map(({ kind }) => code(kind));
  return [code(metric), concernOf(metric, "above") ?? "", concernOf(metric, "below") ?? "", carriers.join(", ")];
}

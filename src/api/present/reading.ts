import { z } from "zod";
import { bitsToFlags, flagNames } from "../../domain/flag.ts";
import { type Kind, kindNames } from "../../domain/kind.ts";
import { clockQualities } from "../../domain/measurement.ts";
import { isLate } from "../../domain/reading.ts";
import type { ReadingOfSource } from "../../store/sqlite/queries/readings.ts";
import { columnValues, decisions, readingId } from "../../store/sqlite/reading-row.ts";
import { iso, isoSchema } from "../conventions.ts";
import { presentValues, valueSchema } from "./value.ts";

export const kindSchema = z.enum(kindNames as [Kind, ...Kind[]]);

export const readingSchema = z
  .object({
    id: z.string(),
    kind: kindSchema,
    values: z.array(valueSchema),
    measuredAt: isoSchema.meta({ description: "Decides what the reading means" }),
    receivedAt: isoSchema.meta({ description: "Decides how late it is" }),
    late: z.boolean().meta({ description: "It came more than an hour after it was measured" }),
    clock: z.enum(clockQualities).meta({ description: "How far `measuredAt` can be trusted" }),
    flags: z.array(z.enum(flagNames)),
    decision: z.enum(decisions).meta({ description: "What was decided when it was judged" }),
    planVersion: z
      .int()
      .nullable()
      .meta({ description: "The plan version in force when it was measured; null: none, or it is nobody's" }),
    device: z.string().nullable().meta({ description: "Null when staff entered it" }),
    user: z.int().nullable().meta({ description: "The device's user slot" }),
    alerts: z.array(z.string()).meta({ description: "Alerts that it opened, changed or joined" }),
    detail: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "Coded answers and such; `original` is what was sent when the unit was another" }),
  })
  .meta({
    id: "Reading",
    examples: [
      {
        id: "1-mibxc2w0-0",
        kind: "body-weight",
        values: [{ metric: "body-weight", value: 84.7, exact: "84.72", unit: "kg", ucum: "kg", loinc: "29463-7" }],
        measuredAt: "2026-11-22T06:03:11.000Z",
        receivedAt: "2026-11-22T06:08:00.000Z",
        late: false,
        clock: "good",
        flags: [],
        decision: "finding",
        planVersion: 2,
        device: "uc352-3f9a",
        user: 1,
        alerts: ["a-1042-1"],
      },
    ],
  });

/** A stored reading as the API gives it. */
export function presentReading(row: ReadingOfSource, alerts: readonly string[]): z.infer<typeof readingSchema> {
  const flags = bitsToFlags(row.flags);
  return {
    id: readingId({ series: row.series, measuredAt: row.measured_at, n: row.n }),
    kind: row.kind,
    values: presentValues(columnValues(row.kind, row)),
    measuredAt: iso(row.measured_at),
    receivedAt: iso(row.received_at),
    late: isLate({ measuredAt: row.measured_at, receivedAt: row.received_at }),
    clock: clockQualities[row.clock] ?? "unknown",
    flags,
    decision: decisions[row.decision] ?? "none",
    planVersion: row.plan,
    device: flags.includes("manual") ? null : row.device,
    user: row.user,
    alerts: [...alerts],
    ...(row.detail === null ? {} : { detail: JSON.parse(row.detail) as Record<string, unknown> }),
  };
}

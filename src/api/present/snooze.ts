import { z } from "zod";
import { breaks } from "../../alerts/snooze.ts";
import { concerns, severities } from "../../domain/alert.ts";
import type { SnoozeRow } from "../../store/sqlite/snoozes.ts";
import { iso, isoSchema } from "../conventions.ts";

export const snoozeSchema = z
  .object({
    id: z.string(),
    concern: z.enum(concerns),
    side: z.string().meta({ description: "Metric and direction, such as body-weight/above" }),
    alert: z.string(),
    from: isoSchema,
    until: isoSchema,
    severity: z.enum(severities),
    by: z.object({ staff: z.string(), name: z.string().nullable() }),
    reason: z.string(),
    ended: z
      .object({ at: isoSchema, by: z.string(), reason: z.string() })
      .nullable()
      .meta({ description: `Before its time: by hand, replaced, undone, or broken (${breaks.join(", ")})` }),
    held: z.boolean().meta({ description: "Something was kept quiet that will be told at the end" }),
  })
  .meta({ id: "Snooze" });

export const presentSnooze = (row: SnoozeRow, names: ReadonlyMap<string, string>): z.infer<typeof snoozeSchema> => ({
  id: row.id,
  concern: row.concern,
  side: row.side,
  alert: row.alert,
  from: iso(row.from_at),
  until: iso(row.until_at),
  severity: row.severity,
  by: { staff: row.set_by, name: names.get(row.set_by) ?? null },
  reason: row.reason,
  ended:
    row.ended_at === null
      ? null
      : { at: iso(row.ended_at), by: row.ended_by ?? "platform", reason: row.end_reason ?? "" },
  held: row.held !== null,
});

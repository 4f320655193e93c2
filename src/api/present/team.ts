import { z } from "zod";
import type { TeamRow } from "../../store/sqlite/registry.ts";

/** The team that answers for somebody, and how it is reached: a function's number, not a person's. */
export const responsibleTeamSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.string(),
    unit: z.string(),
    zone: z.string(),
    phone: z.string().nullable(),
  })
  .meta({ id: "ResponsibleTeam" });

export function presentTeam(row: TeamRow): z.infer<typeof responsibleTeamSchema> {
  const { id, name, provider, unit, zone } = row;
  const { phone } = JSON.parse(row.contact) as { phone?: string };
  return { id, name, provider, unit, zone, phone: phone ?? null };
}

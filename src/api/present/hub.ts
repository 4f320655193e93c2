import { z } from "zod";
import { type ErrorCode, errorCatalogue } from "../../errors.ts";
import type { AssignmentOfDevice } from "../../store/sqlite/queries/assignments.ts";
import type { HubStatus, RefusalRow } from "../../store/sqlite/queries/hubs.ts";
import type { DeviceRow } from "../../store/sqlite/registry.ts";
import { iso, isoSchema } from "../conventions.ts";

const percent = z.int().min(0).max(100).nullable().meta({ description: "Per cent; null when it was never told" });

export const deviceSchema = z
  .object({ id: z.string(), hub: z.string(), model: z.string(), battery: percent, version: z.int() })
  .meta({ id: "Device" });

export const presentDevice = ({ id, hub, model, battery, version }: DeviceRow): z.infer<typeof deviceSchema> => ({
  id,
  hub,
  model,
  battery,
  version,
});

export const hubSchema = z
  .object({
    id: z.string(),
    team: z.string(),
    zone: z.string().meta({ description: "Where its devices' local times are" }),
    forwarding: z.enum(["live", "store-and-forward"]),
    online: z.boolean(),
    lastSeen: isoSchema.nullable(),
    battery: percent,
    firmware: z.string().nullable(),
    revokedAt: isoSchema.nullable(),
    version: z.int(),
    devices: z.array(deviceSchema),
    refusals: z
      .array(z.object({ code: z.string(), title: z.string(), action: z.string(), count: z.int(), lastAt: isoSchema }))
      .meta({
        description: "What the broker refused of this hub, or of somebody who claimed to be it; the latest first",
      }),
  })
  .meta({ id: "Hub" });

const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export const presentHub = (
  row: HubStatus,
  devices: readonly DeviceRow[],
  refusals: readonly RefusalRow[],
): z.infer<typeof hubSchema> => ({
  id: row.id,
  team: row.team,
  zone: row.zone,
  forwarding: row.forwarding,
  online: row.online !== 0,
  lastSeen: isoOrNull(row.last_seen),
  battery: row.battery,
  firmware: row.firmware,
  revokedAt: isoOrNull(row.revoked_at),
  version: row.version,
  devices: devices.map(presentDevice),
  refusals: refusals.map(({ code, count, last_at }) => {
    const { title, action } = errorCatalogue[code as ErrorCode];
    return { code, title, action, count, lastAt: iso(last_at) };
  }),
});

export const assignmentSchema = z
  .object({
    id: z.int(),
    device: z.string(),
    model: z.string(),
    hub: z.string(),
    user: z.int().nullable().meta({ description: "The user slot; null: whoever uses the device" }),
    patient: z.string().nullable().meta({ description: "Null when it is a patient of another team" }),
    from: isoSchema,
    to: isoSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: "Assignment" });

export const presentAssignment = (row: AssignmentOfDevice): z.infer<typeof assignmentSchema> => ({
  id: row.id,
  device: row.device,
  model: row.model,
  hub: row.hub,
  user: row.user,
  patient: row.seen ? row.patient : null,
  from: iso(row.from_at),
  to: isoOrNull(row.to_at),
  version: row.version,
});

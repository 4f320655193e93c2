import { z } from "zod";
import { clockQualities } from "../../domain/measurement.ts";
import { type ErrorCode, errorCatalogue } from "../../errors.ts";
import type { Database } from "../../store/sqlite/database.ts";
import type { AssignmentOfDevice } from "../../store/sqlite/queries/assignments.ts";
import { lentAt, type NewestReading, newestReadings } from "../../store/sqlite/queries/equipment.ts";
import type { HubStatus, RefusalRow } from "../../store/sqlite/queries/hubs.ts";
import { type DeviceRow, places } from "../../store/sqlite/registry.ts";
import { iso, isoSchema } from "../conventions.ts";

const percent = z.int().min(0).max(100).nullable().meta({ description: "Per cent; null when it was never told" });

const placeSchema = z
  .enum([...places, "lent"])
  .meta({ description: "`lent`: somebody has it now; of a hub: a device behind it" });

export const deviceSchema = z
  .object({
    id: z.string(),
    hub: z.string(),
    model: z.string(),
    place: placeSchema,
    battery: percent,
    firmware: z.string().nullable(),
    lastReading: z
      .object({ receivedAt: isoSchema, clock: z.enum(clockQualities) })
      .nullable()
      .meta({ description: "When what it measured last came, and how far its clock can be trusted; never the value" }),
    version: z.int(),
  })
  .meta({
    id: "Device",
    examples: [
      {
        id: "uc352-3f9a",
        hub: "hv-0312",
        model: "generic-weight",
        place: "lent",
        battery: 80,
        firmware: null,
        lastReading: { receivedAt: "2026-11-22T07:02:00.000Z", clock: "good" },
        version: 3,
      },
    ],
  });

/** What is known of devices beside their rows, for a whole list at once. */
export type DeviceContext = { readonly lent: ReadonlySet<string>; readonly newest: ReadonlyMap<string, NewestReading> };

export const deviceContext = (db: Database, devices: readonly DeviceRow[], now: number): DeviceContext => {
  const ids = devices.map(({ id }) => id);
  return { lent: lentAt(db, ids, now), newest: newestReadings(db, ids) };
};

export const presentDevice = (row: DeviceRow, { lent, newest }: DeviceContext): z.infer<typeof deviceSchema> => {
  const last = newest.get(row.id);
  return {
    id: row.id,
    hub: row.hub,
    model: row.model,
    place: lent.has(row.id) ? "lent" : row.place,
    battery: row.battery,
    firmware: row.firmware,
    lastReading: last ? { receivedAt: iso(last.received_at), clock: clockQualities[last.clock] ?? "unknown" } : null,
    version: row.version,
  };
};

/** A hub without a sign for longer than this is silent, in milliseconds. */
const silentAfter = 30 * 60_000;

export const hubSchema = z
  .object({
    id: z.string(),
    team: z.string(),
    zone: z.string().meta({ description: "Where its devices' local times are" }),
    forwarding: z.enum(["live", "store-and-forward"]),
    place: placeSchema,
    online: z.boolean(),
    lastSeen: isoSchema.nullable(),
    silentSince: isoSchema
      .nullable()
      .meta({ description: "Its last sign, when that is more than 30 minutes ago; null for a hub never seen" }),
    battery: percent,
    firmware: z.string().nullable(),
    revokedAt: isoSchema.nullable(),
    codeUntil: isoSchema.nullable().meta({ description: "When its one-time code ends; null when it has none" }),
    overlapUntil: isoSchema
      .nullable()
      .meta({ description: "It has a new secret that it has not used; until then the former one is taken" }),
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
  about: DeviceContext,
  now: number,
): z.infer<typeof hubSchema> => ({
  id: row.id,
  team: row.team,
  zone: row.zone,
  forwarding: row.forwarding,
  place: devices.some(({ id }) => about.lent.has(id)) ? "lent" : row.place,
  online: row.online !== 0,
  lastSeen: isoOrNull(row.last_seen),
  silentSince:
    row.online === 0 && row.last_seen !== null && now - row.last_seen > silentAfter ? iso(row.last_seen) : null,
  battery: row.battery,
  firmware: row.firmware,
  revokedAt: isoOrNull(row.revoked_at),
  codeUntil: row.code_until !== null && row.code_until > now ? iso(row.code_until) : null,
  overlapUntil: isoOrNull(row.overlap_until),
  version: row.version,
  devices: devices.map((device) => presentDevice(device, about)),
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

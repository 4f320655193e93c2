import { z } from "zod";
import { isTimeZone } from "../domain/day.ts";
import { type EnrolmentChange, endReasons, pauseReasons } from "../domain/enrolment.ts";
import { hoursSchema } from "../domain/hours.ts";
import { idSchema, roles } from "../domain/people.ts";
import { planBodySchema } from "../domain/plan.ts";
import {
  contactSchema,
  onCallKinds,
  onCallRoles,
  type ResponsibilityKind,
  type Shift,
  teamKinds,
} from "../domain/responsibility.ts";
import { timeOfDay, weekdays } from "../domain/schedule.ts";

/**
 * A region as one declarative file: teams, staff, patients, plans, hubs, devices and who uses them. The demo region and
 * test fixtures are such files. Instants are ISO 8601 with offset, or a duration before (or after) the import: "-P90D".
 */

const instant = z.string().refine(isPointInTime, "an ISO 8601 instant with offset, or a duration such as -P90D");
const zone = z.string().refine(isTimeZone, "an IANA time zone such as Europe/Stockholm").default("Europe/Stockholm");

export const teamSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(100),
  provider: z.string().min(1).max(100),
  unit: z.string().min(1).max(100),
  zone,
  contact: contactSchema,
  kind: z.enum(teamKinds).optional(),
  /** Left out: around the clock. */
  hours: hoursSchema.optional(),
  cover: idSchema.optional(),
  onCall: z.enum(onCallKinds).optional(),
});

const nameSchema = z.strictObject({ given: z.string().min(1).max(100), family: z.string().min(1).max(100) });

export const staffSchema = z.strictObject({
  id: idSchema,
  username: z.string().regex(/^[a-z0-9._-]{2,64}$/),
  /** Plain text in the file; only its argon2id hash is stored. */
  password: z.string().min(8).max(200),
  role: z.enum(roles),
  name: nameSchema,
  teams: z.array(idSchema).max(50),
  /** Demonstration accounts sign in over loopback only. */
  loopbackOnly: z.boolean().default(false),
});

export const patientSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  born: z.iso.date().optional(),
  phone: z.string().max(40).optional(),
  team: idSchema,
  /** The team outside the first one's hours; otherwise that team's own cover. */
  cover: idSchema.optional(),
  /** Teams beside the responsible one that may see the patient. */
  otherTeams: z.array(idSchema).max(20).default([]),
  enrolledAt: instant.optional(),
  /** Active where nothing is said. */
  enrolment: z
    .discriminatedUnion("state", [
      z.strictObject({ state: z.enum(["invited", "active"]) }),
      z.strictObject({ state: z.literal("paused"), until: instant, reason: z.enum(pauseReasons) }),
      z.strictObject({ state: z.literal("ended"), reason: z.enum(endReasons) }),
    ])
    .optional(),
});

export const planSchema = z.strictObject({
  patient: idSchema,
  version: z.number().int().min(1).max(10_000),
  /** Conditions whose preset the plan starts from; `body` replaces parts of it. */
  preset: z.array(z.enum(["heart-failure", "copd", "hypertension"])).default([]),
  /** Parts of those presets to turn on, for instance `copd/oximetry-score`. */
  options: z.array(z.string().max(100)).max(20).optional(),
  body: z.record(z.string(), z.unknown()).optional(),
  signedBy: idSchema,
  signedAt: instant,
  validFrom: instant.optional(),
});

export const hubSchema = z.strictObject({
  id: idSchema,
  team: idSchema,
  /** At least 128 bits, made by a machine. */
  secret: z.string().min(22).max(200),
  zone,
  /**
   * `live`: the hub passes each notification on the moment it comes and keeps nothing, so a reading without any time was
   * measured when it was received. `store-and-forward`: such a reading has an unknown time.
   */
  forwarding: z.enum(["live", "store-and-forward"]).default("store-and-forward"),
});

export const deviceSchema = z.strictObject({ id: idSchema, hub: idSchema, model: z.string().min(1).max(64) });

export const assignmentSchema = z.strictObject({
  device: idSchema,
  user: z.number().int().min(0).max(254).optional(),
  patient: idSchema,
  from: instant.optional(),
  to: instant.optional(),
});

/** A turn on a team's rota, or one that comes every week on some days. */
export const rotaSchema = z.union([
  z.strictObject({ team: idSchema, staff: idSchema, role: z.enum(onCallRoles), from: instant, to: instant }),
  z.strictObject({
    team: idSchema,
    staff: idSchema,
    role: z.enum(onCallRoles),
    /** Local times of the team; an `until` that isn't after `from` is on the next date. */
    weekly: z.strictObject({
      days: z.array(z.enum(weekdays)).min(1).max(7),
      from: timeOfDay,
      until: timeOfDay,
      /** So many weeks from the Monday of the import's. */
      weeks: z.number().int().min(1).max(60),
      /** Only every so many weeks, beginning with the `first`: 1 is the import's own. */
      every: z.number().int().min(1).max(8).default(1),
      first: z.number().int().min(1).max(8).default(1),
    }),
  }),
]);

/** What isn't ordinary: another team answers for a patient for a while. */
export const responsibilitySchema = z.strictObject({
  patient: idSchema,
  kind: z.enum(["takeover", "palliative"]),
  team: idSchema,
  cover: idSchema.optional(),
  from: instant,
  to: instant.optional(),
  reason: z.string().min(1).max(200).optional(),
});

export const regionSchema = z
  .strictObject({
    teams: z.array(teamSchema).default([]),
    staff: z.array(staffSchema).default([]),
    patients: z.array(patientSchema).default([]),
    plans: z.array(planSchema).default([]),
    hubs: z.array(hubSchema).default([]),
    devices: z.array(deviceSchema).default([]),
    assignments: z.array(assignmentSchema).default([]),
    rota: z.array(rotaSchema).default([]),
    responsibilities: z.array(responsibilitySchema).default([]),
  })
  .meta({ id: "RegionFile" });
export type RegionFile = z.infer<typeof regionSchema>;

/**
 * A region ready for the ledger: instants in milliseconds, secrets and passwords hashed, plans complete. `digest` is
 * the SHA-256 of each entry as declared, so that a relative instant or a salted hash never looks like a change.
 */
export type Declared<T> = T & { readonly digest: string };
export type Region = {
  readonly teams: readonly Declared<z.infer<typeof teamSchema>>[];
  readonly staff: readonly Declared<
    Omit<z.infer<typeof staffSchema>, "password"> & { readonly passwordHash: string }
  >[];
  readonly patients: readonly Declared<
    Omit<z.infer<typeof patientSchema>, "enrolledAt" | "enrolment"> & {
      readonly enrolledAt: number;
      readonly enrolment?: EnrolmentChange;
    }
  >[];
  readonly plans: readonly Declared<{
    readonly patient: string;
    readonly version: number;
    readonly body: z.infer<typeof planBodySchema>;
    readonly signedBy: string;
    readonly signedAt: number;
    readonly validFrom: number;
  }>[];
  readonly hubs: readonly Declared<Omit<z.infer<typeof hubSchema>, "secret"> & { readonly secretHmac: string }>[];
  readonly devices: readonly Declared<z.infer<typeof deviceSchema>>[];
  readonly assignments: readonly Declared<{
    readonly device: string;
    readonly user?: number;
    readonly patient: string;
    readonly from: number;
    readonly to?: number;
  }>[];
  readonly rota: readonly Declared<{
    /** Tells it from the other turns of the file. */
    readonly key: string;
    readonly team: string;
    readonly shifts: readonly Shift[];
  }>[];
  readonly responsibilities: readonly Declared<{
    readonly patient: string;
    readonly kind: ResponsibilityKind;
    readonly team: string;
    readonly cover?: string;
    readonly from: number;
    readonly to?: number;
    readonly reason?: string;
  }>[];
};

/** An instant of the file as milliseconds since the epoch; durations count from `now`, days as 24 hours. @throws RangeError */
export function resolveInstant(text: string, now: number): number {
  // A duration begins with P, maybe after a sign; no instant does.
  if (!/^[+-]?P/i.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
  const duration = Temporal.Duration.from(text);
  return now + Math.round(duration.total({ unit: "milliseconds", relativeTo: "1970-01-01" }));
}

function isPointInTime(text: string): boolean {
  try {
    return Number.isSafeInteger(resolveInstant(text, 0));
  } catch {
    return false;
  }
}

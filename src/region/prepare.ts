import { createHash } from "node:crypto";
import type { z } from "zod";
import { weekdayOf } from "../domain/calendar.ts";
import { canonicalJson } from "../domain/canonical-json.ts";
import { localDay } from "../domain/day.ts";
import { wallTime } from "../domain/hours.ts";
import { planBodySchema, requireNotBackdated } from "../domain/plan.ts";
import type { Shift } from "../domain/responsibility.ts";
import { weekdays } from "../domain/schedule.ts";
import { fromTemplates } from "../rules/templates.ts";
import { type planSchema, type Region, type RegionFile, resolveInstant } from "./region.ts";

/** What preparing needs from outside. */
export type Preparation = {
  /** Relative instants count from here; milliseconds since the epoch. */
  readonly now: number;
  readonly hashPassword: (password: string) => Promise<string>;
  /** The keyed HMAC that the broker checks secrets by, hexadecimal. */
  readonly hashHubSecret: (secret: string) => string;
  /** A keyed digest of a password or secret, stable for one installation: without the key nobody can try guesses on it. */
  readonly fingerprint: (text: string) => string;
};

/**
 * A region file as the ledger takes it: instants resolved, plans completed from their presets, passwords and secrets
 * hashed. Each entry's `digest` is over what was declared, so that importing the same file again changes nothing although
 * relative instants have moved on and salted hashes differ.
 * @throws HemvaktError `PLAN_BACKDATED`; ZodError when a plan was not checked by `readRegionFile`
 */
export async function prepareRegion(file: RegionFile, preparation: Preparation): Promise<Region> {
  const { now, hashPassword, hashHubSecret, fingerprint } = preparation;
  const resolve = (text: string | undefined): number => (text === undefined ? now : resolveInstant(text, now));

  const staff: Region["staff"][number][] = [];
  for (const entry of file.staff) {
    const { password, ...rest } = entry;
    const digest = digestOf({ ...rest, password: fingerprint(password) });
    // One after the other: each hash takes memory and a thread on purpose.
    staff.push({ ...rest, passwordHash: await hashPassword(password), digest });
  }

  return {
    teams: file.teams.map(withDigest),
    staff,
    patients: file.patients.map((patient) => {
      const { enrolment, ...rest } = patient;
      return {
        ...rest,
        enrolledAt: resolve(patient.enrolledAt),
        ...(enrolment && {
          enrolment: enrolment.state === "paused" ? { ...enrolment, until: resolve(enrolment.until) } : enrolment,
        }),
        digest: digestOf(patient),
      };
    }),
    plans: file.plans.map((plan) => {
      const signedAt = resolve(plan.signedAt);
      const validFrom = plan.validFrom === undefined ? signedAt : resolve(plan.validFrom);
      requireNotBackdated(signedAt, validFrom);
      const { patient, version, signedBy } = plan;
      const body = planBodySchema.parse(completePlan(plan));
      return { patient, version, body, signedBy, signedAt, validFrom, digest: digestOf(plan) };
    }),
    hubs: file.hubs.map(({ secret, ...hub }) => ({
      ...hub,
      secretHmac: hashHubSecret(secret),
      digest: digestOf({ ...hub, secret: fingerprint(secret) }),
    })),
    devices: file.devices.map(withDigest),
    assignments: file.assignments.map((assignment) => {
      const { device, user, patient, from, to } = assignment;
      return {
        device,
        ...(user === undefined ? {} : { user }),
        patient,
        from: resolve(from),
        ...(to === undefined ? {} : { to: resolve(to) }),
        digest: digestOf(assignment),
      };
    }),
    rota: file.rota.map((entry) => {
      const zone = file.teams.find(({ id }) => id === entry.team)?.zone ?? "Europe/Stockholm";
      return { ...turnsOf(entry, zone, now), digest: digestOf(entry) };
    }),
    responsibilities: file.responsibilities.map((entry) => {
      const { patient, kind, team, cover, from, to, reason } = entry;
      return {
        patient,
        kind,
        team,
        ...(cover === undefined ? {} : { cover }),
        from: resolve(from),
        ...(to === undefined ? {} : { to: resolve(to) }),
        ...(reason === undefined ? {} : { reason }),
        digest: digestOf(entry),
      };
    }),
  };
}

/** A declared plan with its presets filled in; not yet checked. */
export const completePlan = (
  plan: Pick<z.infer<typeof planSchema>, "preset" | "options" | "body">,
): Record<string, unknown> => ({
  ...fromTemplates(plan.preset, plan.options).body,
  ...plan.body,
});

/** The turns that an entry of a rota stands for, those that are over left out. */
function turnsOf(
  entry: RegionFile["rota"][number],
  zone: string,
  now: number,
): { key: string; team: string; shifts: Shift[] } {
  const { team, staff, role } = entry;
  const who = { staff, role };
  if (!("weekly" in entry)) {
    const [from, to] = [resolveInstant(entry.from, now), resolveInstant(entry.to, now)];
    return { key: `${team}/${staff}/${role}/${entry.from}`, team, shifts: [{ ...who, from, to }] };
  }
  const { days, from, until, weeks, every, first } = entry.weekly;
  const today = localDay(now, zone);
  const monday = today - weekdayOf(today);
  const shifts: Shift[] = [];
  for (let week = first - 1; week < weeks; week += every) {
    for (const name of days) {
      const day = monday + 7 * week + weekdays.indexOf(name);
      const to = wallTime(until <= from ? day + 1 : day, until, zone);
      if (to > now) shifts.push({ ...who, from: wallTime(day, from, zone), to });
    }
  }
  return { key: `${team}/${staff}/${role}/${days.join("-")}/${from}/${first}`, team, shifts };
}

const withDigest = <T extends object>(entry: T): T & { digest: string } => ({ ...entry, digest: digestOf(entry) });

/** SHA-256, hexadecimal, of an entry's canonical JSON: keys in order, nothing for what is left out. */
const digestOf = (entry: object): string => createHash("sha256").update(canonicalJson(entry)).digest("hex");

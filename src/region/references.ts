import type { Path, Problem } from "./problem.ts";
import { type RegionFile, resolveInstant } from "./region.ts";

/** What entries refer to by id. */
export type ReferenceKind = "team" | "staff" | "patient" | "hub" | "device";

/** An entry of the file that is right by itself, with its position in its list. */
export type Placed<T> = { readonly index: number; readonly entry: T };
export type PlacedRegion = { readonly [K in keyof RegionFile]: readonly Placed<RegionFile[K][number]>[] };

/**
 * What is wrong between entries that are right by themselves: ids that nobody defines, ids defined twice, instants in the
 * wrong order, one device given to two at once.
 * @param exists whether an id is defined by the file or known already
 * @param now milliseconds since the epoch; relative instants count from here
 */
export function checkReferences(
  region: PlacedRegion,
  exists: (kind: ReferenceKind, id: string) => boolean,
  now: number,
): Problem[] {
  return [...missing(region, exists), ...repeated(region), ...disordered(region, now), ...overlapping(region, now)];
}

function missing(region: PlacedRegion, exists: (kind: ReferenceKind, id: string) => boolean): Problem[] {
  const problems: Problem[] = [];
  const refer = (kind: ReferenceKind, id: string, ...path: Path): void => {
    if (!exists(kind, id)) problems.push({ code: "REGION_REFERENCE", path, message: `no ${kind} has this id` });
  };
  for (const { index, entry } of region.teams) {
    if (entry.cover !== undefined) refer("team", entry.cover, "teams", index, "cover");
  }
  for (const { index, entry } of region.rota) {
    refer("team", entry.team, "rota", index, "team");
    refer("staff", entry.staff, "rota", index, "staff");
  }
  for (const { index, entry } of region.responsibilities) {
    refer("patient", entry.patient, "responsibilities", index, "patient");
    refer("team", entry.team, "responsibilities", index, "team");
    if (entry.cover !== undefined) refer("team", entry.cover, "responsibilities", index, "cover");
  }
  for (const { index, entry } of region.staff) {
    entry.teams.forEach((team, at) => refer("team", team, "staff", index, "teams", at));
  }
  for (const { index, entry } of region.patients) {
    refer("team", entry.team, "patients", index, "team");
    if (entry.cover !== undefined) refer("team", entry.cover, "patients", index, "cover");
    entry.otherTeams.forEach((team, at) => refer("team", team, "patients", index, "otherTeams", at));
  }
  for (const { index, entry } of region.plans) {
    refer("patient", entry.patient, "plans", index, "patient");
    refer("staff", entry.signedBy, "plans", index, "signedBy");
  }
  for (const { index, entry } of region.hubs) refer("team", entry.team, "hubs", index, "team");
  for (const { index, entry } of region.devices) refer("hub", entry.hub, "devices", index, "hub");
  for (const { index, entry } of region.assignments) {
    refer("device", entry.device, "assignments", index, "device");
    refer("patient", entry.patient, "assignments", index, "patient");
  }
  return problems;
}

function repeated(region: PlacedRegion): Problem[] {
  const problems: Problem[] = [];
  function unique<K extends keyof RegionFile>(
    section: K,
    field: string,
    keyOf: (entry: RegionFile[K][number]) => string | number,
  ): void {
    const first = new Map<string | number, number>();
    for (const { index, entry } of region[section]) {
      const key = keyOf(entry);
      const before = first.get(key);
      if (before === undefined) first.set(key, index);
      else {
        const path = [section, index, field];
        problems.push({ code: "REGION_FIELD", path, message: `the same as ${section}[${before}].${field}` });
      }
    }
  }
  unique("teams", "id", ({ id }) => id);
  unique("staff", "id", ({ id }) => id);
  unique("staff", "username", ({ username }) => username);
  unique("patients", "id", ({ id }) => id);
  unique("plans", "version", ({ patient, version }) => `${patient}/${version}`);
  unique("hubs", "id", ({ id }) => id);
  unique("devices", "id", ({ id }) => id);
  // An assignment is known by these three: declaring it again with another period changes the period.
  unique("assignments", "device", ({ device, user, patient }) => `${device}/${user ?? "*"}/${patient}`);
  return problems;
}

function disordered(region: PlacedRegion, now: number): Problem[] {
  const problems: Problem[] = [];
  for (const { index, entry } of region.plans) {
    if (entry.validFrom === undefined) continue;
    if (resolveInstant(entry.validFrom, now) < resolveInstant(entry.signedAt, now)) {
      const path = ["plans", index, "validFrom"];
      problems.push({
        code: "REGION_FIELD",
        path,
        message: "before signedAt; a plan can't be valid before it is signed",
      });
    }
  }
  for (const { index, entry } of region.assignments) {
    const { from, to } = period(entry, now);
    if (to <= from) {
      problems.push({ code: "REGION_FIELD", path: ["assignments", index, "to"], message: "not after from" });
    }
  }
  return problems;
}

type Assignment = RegionFile["assignments"][number];

const period = ({ from, to }: Assignment, now: number): { from: number; to: number } => ({
  from: from === undefined ? now : resolveInstant(from, now),
  to: to === undefined ? Number.POSITIVE_INFINITY : resolveInstant(to, now),
});

/** A device without slots is one person's at a time; so is each slot. Without a slot the whole device is meant. */
function overlapping(region: PlacedRegion, now: number): Problem[] {
  const problems: Problem[] = [];
  const byDevice = Map.groupBy(region.assignments, ({ entry }) => entry.device);
  for (const assignments of byDevice.values()) {
    assignments.forEach((later, position) => {
      const clash = assignments.slice(0, position).find((earlier) => overlap(earlier.entry, later.entry, now));
      if (!clash) return;
      const path = ["assignments", later.index, "device"];
      const message = `this device and slot belong to assignments[${clash.index}] at the same time`;
      problems.push({ code: "REGION_FIELD", path, message });
    });
  }
  return problems;
}

function overlap(one: Assignment, other: Assignment, now: number): boolean {
  if (one.patient === other.patient && one.user === other.user) return false; // Told as a repetition.
  const sameSlot = one.user === undefined || other.user === undefined || one.user === other.user;
  const [a, b] = [period(one, now), period(other, now)];
  return sameSlot && a.from < b.to && b.from < a.to;
}

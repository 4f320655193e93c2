import type { Schemas } from "../api/client.ts";

export type Hub = Schemas["Hub"];
export type Device = Schemas["Device"];

const DAY = 86_400_000;
/** Per cent at or under which a battery is to be seen to. */
const LOW = 20;

/** What somebody must see to, as words of this folder. */
export type Trouble = "revoked" | "silent" | "neverSeen" | "battery" | "clock" | "refused" | "recalled";

/** Whether a battery is to be seen to; one that never told is not known to be. */
export const isLow = (battery: number | null): boolean => battery !== null && battery <= LOW;

const clockIsWrong = ({ lastReading }: Device): boolean =>
  lastReading !== null && (lastReading.clock === "wrong" || lastReading.clock === "suspect");

/**
 * What is wrong with a hub and the devices behind it, the gravest first. What isn't in somebody's home may be silent and
 * empty; what a broker refused counts for a week.
 * @param now the instant, in milliseconds since the epoch
 */
export function troublesOf(hub: Hub, now: number): Trouble[] {
  const isLent = hub.place === "lent";
  const lent = hub.devices.filter(({ place }) => place === "lent");
  const found: [Trouble, boolean][] = [
    ["revoked", isLent && hub.revokedAt !== null],
    ["silent", isLent && hub.silentSince !== null],
    ["neverSeen", isLent && hub.lastSeen === null],
    ["battery", (isLent && isLow(hub.battery)) || lent.some(({ battery }) => isLow(battery))],
    ["clock", lent.some(clockIsWrong)],
    ["refused", hub.refusals.some(({ lastAt }) => now - Date.parse(lastAt) < 7 * DAY)],
    ["recalled", hub.place === "recalled" || hub.devices.some(({ place }) => place === "recalled")],
  ];
  return found.flatMap(([trouble, holds]) => (holds ? [trouble] : []));
}

export const filters = ["all", "attention", "lent", "stock", "repair", "gone"] as const;
export type Filter = (typeof filters)[number];

const placesOf: Readonly<Partial<Record<Filter, readonly Hub["place"][]>>> = {
  lent: ["lent"],
  stock: ["stock"],
  repair: ["repair", "recalled"],
  gone: ["lost", "retired"],
};

/** Whether a hub, or a device behind it, is one of those. */
export function belongs(hub: Hub, filter: Filter, now: number): boolean {
  if (filter === "all") return true;
  if (filter === "attention") return troublesOf(hub, now).length > 0;
  const places = placesOf[filter] ?? [];
  return places.includes(hub.place) || hub.devices.some(({ place }) => places.includes(place));
}

/** Whether every word that was typed is in an id, a model's id or a model's name, whatever its case. */
export function matches(hub: Hub, typed: string, modelName: (model: string) => string): boolean {
  const text = [hub.id, hub.team, ...hub.devices.flatMap(({ id, model }) => [id, model, modelName(model)])]
    .join(" ")
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What can be done with a hub or device. */
export const actions = [
  "lend",
  "return",
  "exchange",
  "move",
  "place",
  "provision",
  "rotate",
  "renew",
  "revoke",
] as const;
export type Action = (typeof actions)[number];

/** A hub, or a device. Of a hub that has devices it is the hub that `hub` says. */
export type Subject =
  | { readonly of: "hub"; readonly id: string; readonly version: number; readonly hub: Hub }
  | { readonly of: "device"; readonly id: string; readonly version: number; readonly device: Device };

/** What somebody with that role can do with it where it is now, in order of use. */
export function actionsFor(subject: Subject, role: string): Action[] {
  const isHub = subject.of === "hub";
  const { place } = isHub ? subject.hub : subject.device;
  const mayLend = isHub
    ? subject.hub.devices.some((device) => device.place === "stock") && (place === "stock" || place === "lent")
    : place === "stock";
  const technician = role === "technician";
  const usable = place === "stock" || place === "lent";
  const possible: Record<Action, boolean> = {
    lend: mayLend,
    return: place === "lent" || place === "recalled",
    exchange: technician && place === "lent",
    move: technician && !isHub && usable,
    place: technician,
    provision: technician && isHub && place !== "lost" && place !== "retired",
    rotate: technician && isHub && subject.hub.revokedAt === null && usable,
    renew: technician && isHub && usable,
    revoke: technician && isHub && subject.hub.revokedAt === null,
  };
  return actions.filter((action) => possible[action]);
}

import { createHmac } from "node:crypto";
import { virtualPatient } from "../patient/physiology.ts";
import { type ProfileName, profiles } from "../patient/profile.ts";
import { type Random, random } from "../random.ts";
import {
  type DeviceClock,
  type Disturbances,
  type Habits,
  type Home,
  type SimulatedDevice,
  usualAdherence,
  usualDisturbances,
} from "./home.ts";

export type PopulationOptions = {
  readonly seed: number | string;
  readonly count: number;
  /** Every home gets these; a part overrides the usual ones. */
  readonly disturbances?: Partial<Disturbances>;
  /** How many teams share the homes. */
  readonly teams?: number;
  /** The beginning of every id; letters, digits, dots, underscores, hyphens. */
  readonly prefix?: string;
};

type Measure = SimulatedDevice["measures"];
const order: readonly Measure[] = ["weight", "blood-pressure", "spot-check"];

/**
 * A hub's secret: 256 bits of HMAC-SHA-256, so that a run can find it again from the seed. Fit for simulated homes only;
 * the platform makes the secrets of real ones.
 */
export const secretOf = (seed: number | string, hub: string): string =>
  createHmac("sha256", `hemvakt-simulator/${typeof seed}:${seed}`)
    .update(hub)
    .digest("base64url");

/**
 * `count` homes with residents, devices and habits. Home number n depends on the seed and n alone: asking for more homes
 * changes none of the first ones.
 */
export function makeHomes(options: PopulationOptions): Home[] {
  return Array.from({ length: options.count }, (_, index) => makeHome(options, index + 1));
}

function makeHome({ seed, disturbances, teams = 3, prefix = "sim" }: PopulationOptions, number: number): Home {
  const numeral = String(number).padStart(4, "0");
  const hub = `${prefix}-hub-${numeral}`;
  const draw = random(seed, `population/${number}`);
  // Assumption: one home in ten has two people with devices.
  const people = draw.chance(0.1) ? 2 : 1;
  const residents = Array.from({ length: people }, (_, index) => {
    const own = draw.sub(`resident/${index}`);
    const profile = drawProfile(own);
    const patient = virtualPatient(seed, `${prefix}-patient-${numeral}${"ab"[index]}`, profile);
    const measures = measuresOf(profile, own.sub("measures"));
    const slot = people > 1 ? { slot: index + 1 } : {};
    return { measures, resident: { patient, habits: habitsOf(own.sub("habits")), ...slot } };
  });
  // Scales and cuffs are shared and have user slots; the oximeter profile has none, so everybody has their own.
  const devices: SimulatedDevice[] = [];
  const own = residents.map((): string[] => []);
  for (const measure of order) {
    const users = [...residents.keys()].filter((index) => residents[index]?.measures.includes(measure));
    for (const [nth, group] of (measure === "spot-check" ? users.map((user) => [user]) : [users]).entries()) {
      if (group.length === 0) continue;
      const id = `${prefix}-${measure}-${numeral}${nth === 0 ? "" : "b"}`;
      devices.push(makeDevice(id, measure, draw.sub(`${measure}/${nth}`)));
      for (const user of group) own[user]?.push(id);
    }
  }
  return {
    seed,
    hub: { id: hub, secret: secretOf(seed, hub) },
    team: `${prefix}-team-${1 + ((number - 1) % teams)}`,
    residents: residents.map(({ resident }, index) => ({ ...resident, devices: own[index] ?? [] })),
    devices,
    disturbances: { ...usualDisturbances, ...disturbances },
  };
}

/** Assumption: what municipal home care with devices would mostly be for. */
function drawProfile(draw: Random): ProfileName {
  const at = draw.unit();
  if (at < 0.45) return "heart-failure";
  if (at < 0.7) return "copd";
  return at < 0.9 ? "hypertension" : "stable";
}

function measuresOf(profile: ProfileName, draw: Random): readonly Measure[] {
  const likely: Readonly<Record<Measure, number>> = {
    "heart-failure": { weight: 1, "blood-pressure": 0.7, "spot-check": 0.2 },
    copd: { weight: 0.2, "blood-pressure": 0.2, "spot-check": 1 },
    hypertension: { weight: 0.2, "blood-pressure": 1, "spot-check": 0 },
  }[profiles[profile].condition];
  return order.filter((measure) => draw.sub(measure).chance(likely[measure]));
}

function habitsOf(draw: Random): Habits {
  // Between people: assumption; the mean over them is the published one.
  const adherence = Math.min(0.99, Math.max(0.25, draw.normal(usualAdherence, 0.14)));
  return { adherence, minuteOfDay: draw.normal(7.5 * 60, 45), spreadMinutes: draw.uniform(10, 40) };
}

function makeDevice(id: string, measures: Measure, draw: Random): SimulatedDevice {
  const via = draw.chance(0.7) ? "gatt" : "native";
  const clock = via === "gatt" ? bluetoothClock(measures, draw.sub("clock")) : nativeClock(draw.sub("clock"));
  return { id, measures, via, clock, resends: clock.kind === "set" && draw.chance(0.25) };
}

/** Assumptions: simple scales have no clock; some clocks are off, and few people move them in March. */
function bluetoothClock(measures: Measure, draw: Random): DeviceClock {
  if (measures === "weight" && draw.chance(0.3)) return { kind: "none" };
  if (draw.chance(0.04)) return { kind: "unset" };
  const offsetMs = draw.chance(0.12) ? Math.round(draw.normal(0, 240)) * 1000 : draw.integer(-20, 20) * 1000;
  return { kind: "set", offsetMs, followsDst: draw.chance(0.85) };
}

/** A device with its own modem gets its time from the network. */
function nativeClock(draw: Random): DeviceClock {
  if (draw.chance(0.02)) return { kind: "unset" };
  return { kind: "set", offsetMs: draw.integer(-3, 3) * 1000, followsDst: true };
}

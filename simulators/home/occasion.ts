import type { LocalDay } from "../../src/domain/day.ts";
import { type Physiology, physiologyOf } from "../patient/physiology.ts";
import { type Random, random } from "../random.ts";
import type { Home, Resident, SimulatedDevice } from "./home.ts";
import { instantOf, type Rhythm, type Spans } from "./rhythm.ts";

/** What a device measured once, before clocks and networks touch it. */
export type Taken = {
  readonly device: SimulatedDevice;
  /** The true instant, in milliseconds since the epoch. */
  readonly at: number;
  readonly day: LocalDay;
  /** The device's own count, and the days since its battery was changed. */
  readonly seq: number;
  readonly batteryDays: number;
  /** The user slot as sent; 255 is the profiles' "unknown user"; none where the device isn't shared. */
  readonly user?: number;
  /** Whose it truly is; none for a visitor. */
  readonly patient?: string;
  readonly value: TakenValue;
  /** What the device would have shown had it been used right; none where it was. */
  readonly usedRight?: TakenValue;
};

type Measured = Omit<Taken, "seq" | "batteryDays">;

export type TakenValue =
  | { readonly kind: "body-weight"; readonly kg: number }
  | {
      readonly kind: "blood-pressure";
      readonly systolic: number;
      readonly diastolic: number;
      readonly mean: number;
      readonly pulse: number;
      readonly irregular: boolean;
    }
  | { readonly kind: "oxygen-saturation"; readonly spo2: number; readonly pulse: number; readonly poorSignal: boolean };

/** Batteries are changed about every nine months; the device then counts from 1 again. */
const BATTERY_DAYS = 256;
const DAY = 86_400_000;
/**
 * Counts a device keeps for one span. Five readings at most are taken unasked: two people, a second try each, and a
 * visitor. The others are for whoever is asked to measure again.
 */
const MOST_PER_SPAN = 8;
const UNASKED_PER_SPAN = 5;

/** How often a device can be used again on request in one span. */
export const MOST_AGAIN = MOST_PER_SPAN - UNASKED_PER_SPAN;

/** The device's count for the `nth` measurement on request (from 0, below `MOST_AGAIN`) in the span of a reading. */
export const seqAgain = ({ seq }: Taken, nth: number): number =>
  seq - ((seq - 1) % MOST_PER_SPAN) + UNASKED_PER_SPAN + nth;

/**
 * What is measured in a home in a span of time, in order. Returns a function of the span's number that depends on the
 * home and the rhythm only; it may be asked for any span in any order.
 */
export function occasionsOf(home: Home, rhythm: Rhythm, spans: Spans): (span: number) => readonly Taken[] {
  const stream = random(home.seed, `home/${home.hub.id}`);
  const name = rhythm.everyMs === undefined ? "day" : `every/${rhythm.everyMs}`;
  const spansPerDay = rhythm.everyMs === undefined ? 1 : Math.ceil(DAY / rhythm.everyMs);
  const bodies = new Map(home.residents.map(({ patient }) => [patient.id, physiologyOf(patient)]));
  const shared = new Set(
    home.devices
      .filter(({ id }) => home.residents.filter((r) => r.devices.includes(id)).length > 1)
      .map(({ id }) => id),
  );

  return (span) => {
    const now = stream.sub(`${name}/${span}`);
    const day = spans.day(span);
    const taken: Measured[] = [];
    for (const resident of home.residents) {
      const own = now.sub(resident.patient.id);
      const body = bodies.get(resident.patient.id) as Physiology;
      const at = beginning(resident, span, rhythm, own);
      // Whoever measures all day long differs a little from one time to the next.
      const occasion = rhythm.everyMs === undefined ? 0 : 1 + (span % spansPerDay);
      if (at !== undefined) taken.push(...session({ resident, body, home, shared, rhythm, day, occasion, at }, own));
    }
    const visitor = visitorIn(home, span, day, rhythm, now.sub("visitor"), shared);
    if (visitor) taken.push(visitor);
    taken.sort((a, b) => a.at - b.at || (a.device.id < b.device.id ? -1 : 1));
    const counts = new Map<string, number>();
    return taken.map((one) => {
      const count = (counts.get(one.device.id) ?? 0) + 1;
      counts.set(one.device.id, count);
      const phase = stream.sub(`battery/${one.device.id}`).integer(0, BATTERY_DAYS - 1);
      const spanOfBattery = (span + phase * spansPerDay) % (BATTERY_DAYS * spansPerDay);
      const batteryDays = Math.floor(spanOfBattery / spansPerDay);
      return { ...one, batteryDays, seq: spanOfBattery * MOST_PER_SPAN + count };
    });
  };
}

/** When one resident begins to measure in a span, if they do. */
function beginning({ patient, habits }: Resident, span: number, rhythm: Rhythm, own: Random): number | undefined {
  const { zone, everyMs } = rhythm;
  if (everyMs !== undefined) {
    // Homes and residents take turns instead of all measuring in the same second.
    return span * everyMs + random(patient.seed, `phase/${patient.id}`).integer(0, everyMs - 1);
  }
  if (!own.chance(habits.adherence)) return undefined;
  const minute = own.normal(habits.minuteOfDay, habits.spreadMinutes);
  return instantOf(span, Math.min(23 * 60, Math.max(4 * 60, minute)), zone);
}

type Session = {
  readonly resident: Resident;
  readonly body: Physiology;
  readonly home: Home;
  readonly shared: ReadonlySet<string>;
  readonly rhythm: Rhythm;
  readonly day: LocalDay;
  /** Counts the sessions of the day. */
  readonly occasion: number;
  readonly at: number;
};

/** One session, device by device: about two minutes apart, or seconds where the rhythm is faster than life. */
function session(of: Session, own: Random): Measured[] {
  const { resident, body, home, day, occasion } = of;
  const hurry = of.rhythm.everyMs === undefined ? 1 : 1 / 40;
  const result: Measured[] = [];
  let at = of.at;
  for (const id of resident.devices) {
    const device = home.devices.find((each) => each.id === id);
    if (!device) continue;
    const draw = own.sub(id);
    const slot = draw.chance(home.disturbances.slotUnknown) ? 255 : resident.slot;
    const patient = resident.patient.id;
    const common = { device, day, patient, ...(of.shared.has(id) && slot !== undefined ? { user: slot } : {}) };
    if (device.measures === "weight") {
      result.push({ ...common, at, ...weighed(body.weight(day, occasion), home, draw) });
    } else if (device.measures === "blood-pressure") {
      const irregular = draw.chance(0.03);
      result.push({
        ...common,
        at,
        value: { kind: "blood-pressure", ...body.bloodPressure(day, occasion), irregular },
      });
    } else {
      const { spo2, pulse } = body.oximetry(day, occasion);
      const cold = draw.chance(home.disturbances.coldFingers);
      if (cold) {
        const low = Math.max(66, spo2 - draw.integer(4, 14));
        const usedRight = { kind: "oxygen-saturation", spo2, pulse, poorSignal: false } as const;
        result.push({ ...common, at, value: { ...usedRight, spo2: low, poorSignal: true }, usedRight });
        at += Math.round(draw.integer(180, 480) * hurry) * 1000;
      }
      // Poor perfusion reads low and says so; most people warm their hands and try again.
      if (!cold || draw.chance(0.6)) {
        result.push({ ...common, at, value: { kind: "oxygen-saturation", spo2, pulse, poorSignal: false } });
      }
    }
    at += Math.round(draw.integer(70, 210) * hurry) * 1000;
  }
  return result;
}

/** Some people come home, or are about to leave, and step on the scale as they are. */
function weighed(kg: number, { disturbances }: Home, own: Random): Pick<Taken, "value" | "usedRight"> {
  const draw = own.sub("clothes");
  if (!draw.chance(disturbances.outdoorClothes)) return { value: { kind: "body-weight", kg } };
  const dressed = Math.round((kg + draw.uniform(3, 9)) * 10) / 10;
  return { value: { kind: "body-weight", kg: dressed }, usedRight: { kind: "body-weight", kg } };
}

/** Somebody else on the scale: another adult, sometimes a child. Nobody has shown them how to choose a slot. */
function visitorIn(
  home: Home,
  span: number,
  day: LocalDay,
  { zone, everyMs }: Rhythm,
  draw: Random,
  shared: ReadonlySet<string>,
): Measured | undefined {
  const scale = home.devices.find(({ measures }) => measures === "weight");
  const perSpan = home.disturbances.visitor * (everyMs === undefined ? 1 : Math.min(1, everyMs / DAY));
  if (!scale || !draw.chance(perSpan)) return undefined;
  const kg = draw.chance(0.15) ? draw.uniform(21, 45) : Math.min(140, Math.max(48, draw.normal(76, 15)));
  return {
    device: scale,
    day,
    at: everyMs === undefined ? instantOf(day, draw.uniform(9 * 60, 21 * 60), zone) : span * everyMs,
    ...(shared.has(scale.id) ? { user: 255 } : {}),
    value: { kind: "body-weight", kg: Math.round(kg * 10) / 10 },
  };
}

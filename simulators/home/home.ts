import type { VirtualPatient } from "../patient/physiology.ts";

/** A device of a home and how well its clock is kept. */
export type SimulatedDevice = {
  readonly id: string;
  readonly measures: "weight" | "blood-pressure" | "spot-check";
  /** `gatt`: the hub passes on Bluetooth notifications; `native`: the device speaks the JSON of the device contract. */
  readonly via: "gatt" | "native";
  readonly clock: DeviceClock;
  /** A device that can't delete what it has stored sends old readings again at some connections. */
  readonly resends: boolean;
};

export type DeviceClock =
  /** No clock: the hub's time is all there is. */
  | { readonly kind: "none" }
  /** Wrong by `offsetMs`; a Bluetooth date-time has no zone, and a clock nobody sets in March stays in winter time. */
  | { readonly kind: "set"; readonly offsetMs: number; readonly followsDst: boolean }
  /** Never set since the battery was changed: counts from 1 January 2000. */
  | { readonly kind: "unset" };

/** A person who lives in the home, and when they measure. */
export type Resident = {
  readonly patient: VirtualPatient;
  /** The user slot chosen on the devices; none where they live alone. */
  readonly slot?: number;
  /** The devices this person uses. */
  readonly devices: readonly string[];
  readonly habits: Habits;
};

export type Habits = {
  /** Share of days with measurements. */
  readonly adherence: number;
  /** Usual time of day in minutes after midnight by the wall clock, and its spread. */
  readonly minuteOfDay: number;
  readonly spreadMinutes: number;
};

/** How often things go wrong. Shares are per occasion unless said otherwise. */
export type Disturbances = {
  /** Somebody else steps on the scale: per home and day. */
  readonly visitor: number;
  /** Cold fingers: a low saturation with poor-signal bits, per oximetry. */
  readonly coldFingers: number;
  /** A coat and shoes on the scale, 3 to 9 kg of them: per weighing. */
  readonly outdoorClothes: number;
  /** The user slot of a shared device is not chosen: per measurement. */
  readonly slotUnknown: number;
  /** Hours without network begin: per home and day. */
  readonly outage: number;
  readonly outageMeanHours: number;
  /** The same bytes again: per message. */
  readonly redelivery: number;
  /** A device that re-sends its memory does so: per message of such a device. */
  readonly memory: number;
  /** A damaged copy before the message itself: per message. */
  readonly malformed: number;
};

export type Home = {
  /** Also the path of this home's stream of randomness, with the hub's id. */
  readonly seed: number | string;
  readonly hub: { readonly id: string; readonly secret: string };
  readonly team: string;
  readonly residents: readonly Resident[];
  readonly devices: readonly SimulatedDevice[];
  readonly disturbances: Disturbances;
};

/** Nothing goes wrong. */
export const undisturbed: Disturbances = {
  visitor: 0,
  coldFingers: 0,
  outdoorClothes: 0,
  slotUnknown: 0,
  outage: 0,
  outageMeanHours: 0,
  redelivery: 0,
  memory: 0,
  malformed: 0,
};

/**
 * Assumptions, except that mobile coverage in homes is known to be poor and that more than half of false heart-failure
 * alerts come from how the measurement was made (54 % in a study of heart failure in home health care).
 */
export const usualDisturbances: Disturbances = {
  visitor: 0.02,
  coldFingers: 0.02,
  // Only where somebody can be asked to weigh themselves again: see usualOutdoorClothes.
  outdoorClothes: 0,
  slotUnknown: 0.03,
  outage: 0.02,
  outageMeanHours: 10,
  redelivery: 0.01,
  memory: 0.1,
  malformed: 0.004,
};

/** Share of weighings in a coat, in homes that are watched live. Assumption, of the same order as cold fingers. */
export const usualOutdoorClothes = 0.02;

/** Adherence seen in heart failure: weights on 76 % of days (FAST, 2011); COPD 5.3 to 6.0 times a week (EDGE, 2017). */
export const usualAdherence = 0.76;

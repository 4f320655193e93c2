import type { LocalDay } from "../../src/domain/day.ts";
import { type Random, random } from "../random.ts";
import { bounded, type Episode, episodesBetween, share } from "./episode.ts";
import { driftTauDays, type ProfileName, profiles, repeatNoiseShare, type Signals } from "./profile.ts";

/** A simulated patient: who they are when nothing happens. */
export type VirtualPatient = {
  readonly id: string;
  readonly profile: ProfileName;
  /** Decides everything about this patient, together with the id. */
  readonly seed: number | string;
  readonly baseline: Signals;
};

/** What a perfect device would show. Kilograms to 0.1, mmHg, beats a minute and per cent in whole numbers. */
export type Physiology = {
  /** The patient's state on a local day without day-to-day noise. */
  underlying(day: LocalDay): Signals;
  /** Body weight in kg. `occasion` counts the measurements of the day from 0; later ones differ a little. */
  weight(day: LocalDay, occasion?: number): number;
  bloodPressure(day: LocalDay, occasion?: number): { systolic: number; diastolic: number; mean: number; pulse: number };
  oximetry(day: LocalDay, occasion?: number): { spo2: number; pulse: number };
  /** The episodes that touch the days `from` … `to`, both included. */
  episodes(from: LocalDay, to: LocalDay): readonly Episode[];
};

const signalNames = ["weight", "systolic", "diastolic", "pulse", "spo2"] as const;
const streamOf = (seed: number | string, id: string): Random => random(seed, `patient/${id}`);

/** A patient of this seed, id and profile. The same three give the same patient, whatever other patients there are. */
export function virtualPatient(seed: number | string, id: string, profile: ProfileName): VirtualPatient {
  const stream = streamOf(seed, id).sub("baseline");
  const spreads = profiles[profile].baseline;
  const baseline = Object.fromEntries(
    signalNames.map((name) => [name, bounded(stream.sub(name), spreads[name])]),
  ) as Signals;
  return { id, profile, seed, baseline };
}

/** exp(−1/τ): what is left of yesterday's drift. */
const decay = Math.exp(-1 / driftTauDays);
/** Five time constants: what is cut off carries e⁻¹⁰ of the variance. */
const DRIFT_DAYS = 5 * driftTauDays;

/**
 * The Ornstein-Uhlenbeck process sampled daily is a first-order autoregression (Uhlenbeck and Ornstein, Phys Rev 36,
 * 1930), written here as a sum over past shocks: so the drift of any day is a pure function of the day, with no run-up
 * from a first day. Unit variance.
 */
function driftOf(stream: Random): (day: LocalDay) => number {
  const shocks = new Map<LocalDay, number>();
  const shock = (day: LocalDay): number => {
    let value = shocks.get(day);
    if (value === undefined) shocks.set(day, (value = stream.sub(String(day)).normal(0, 1)));
    return value;
  };
  const scale = Math.sqrt(1 - decay * decay);
  return (day) => {
    if (shocks.size > 5000) shocks.clear();
    let sum = 0;
    for (let ago = DRIFT_DAYS; ago >= 0; ago--) sum = sum * decay + shock(day - ago);
    return scale * sum;
  };
}

/**
 * The physiology of a patient: a pure function of seed, patient, local day and occasion. Remembers only what it can
 * compute again.
 */
export function physiologyOf(patient: VirtualPatient): Physiology {
  const stream = streamOf(patient.seed, patient.id);
  const profile = profiles[patient.profile];
  const drifts = Object.fromEntries(signalNames.map((name) => [name, driftOf(stream.sub(`drift/${name}`))])) as Record<
    keyof Signals,
    (day: LocalDay) => number
  >;

  /** A single signal, so that a weight costs no blood pressure. */
  const underlyingOf = (signal: keyof Signals, day: LocalDay): number => {
    let value = patient.baseline[signal];
    if (profile.drift[signal] > 0) value += profile.drift[signal] * drifts[signal](day);
    for (const episode of episodesBetween(stream, profile.episodes, day, day)) {
      value += (episode.effects[signal] ?? 0) * share(episode, day);
    }
    return value;
  };

  const measured = (signal: keyof Signals, day: LocalDay, occasion: number): number => {
    const sd = profile.dayNoise[signal];
    const ofDay = stream.sub(`day/${signal}/${day}`).normal(0, sd);
    const ofOccasion =
      occasion === 0 ? 0 : stream.sub(`occasion/${signal}/${day}/${occasion}`).normal(0, sd * repeatNoiseShare);
    return underlyingOf(signal, day) + ofDay + ofOccasion;
  };

  return {
    underlying: (day) => Object.fromEntries(signalNames.map((name) => [name, underlyingOf(name, day)])) as Signals,
    weight: (day, occasion = 0) => Math.round(measured("weight", day, occasion) * 10) / 10,
    bloodPressure: (day, occasion = 0) => {
      const systolic = Math.round(measured("systolic", day, occasion));
      // A pulse pressure under 15 mmHg is a failed measurement in a living adult; the noise must not make one.
      const diastolic = Math.min(Math.round(measured("diastolic", day, occasion)), systolic - 18);
      // The usual estimate of the mean: a third of the way up.
      const mean = Math.round((systolic + 2 * diastolic) / 3);
      // The cuff and the oximeter count the same heart some minutes apart.
      const pulse = Math.round(
        measured("pulse", day, occasion) + stream.sub(`cuff-pulse/${day}/${occasion}`).normal(0, 2),
      );
      return { systolic, diastolic, mean, pulse };
    },
    oximetry: (day, occasion = 0) => ({
      spo2: Math.min(100, Math.round(measured("spo2", day, occasion))),
      pulse: Math.round(measured("pulse", day, occasion)),
    }),
    episodes: (from, to) => episodesBetween(stream, profile.episodes, from, to),
  };
}

import { random } from "../random.ts";
import type { Home } from "./home.ts";
import type { HomeMessage } from "./message.ts";
import { MOST_AGAIN, seqAgain, type Taken, type TakenValue } from "./occasion.ts";
import { carry, type Period } from "./schedule.ts";

/** Of those who are asked to measure again, so many do. Assumption: no study of such a question is known. */
export const MEASURES_AGAIN = 0.7;

/** After so long, in milliseconds: reading it, taking the coat off, warming the hand. Assumption. */
export const usualPause: Pause = [60_000, 240_000];
/** So long until somebody looks at the screen, in milliseconds: they stand beside it. Assumption. */
export const usualLook: Pause = [2000, 8000];
export type Pause = readonly [shortest: number, longest: number];

/** A question is about something just measured; what is older than this, in milliseconds, nobody connects with it. */
const JUST = 10 * 60_000;

/** The people of one home, who may be asked to measure again. */
export type People = {
  /** Notes what was just sent. */
  measured(message: HomeMessage): void;
  /**
   * Somebody reads that they should measure again, at an instant in milliseconds since the epoch.
   * @param slot whom the question is for, on a hub that several people share
   * @returns when they do, and how to make the message then; `undefined` where they don't
   */
  asked(at: number, slot?: number): Again | undefined;
};

export type Again = {
  /** The pause until they measure, in milliseconds. */
  readonly pauseMs: number;
  /** What the device measures at this instant, sent at once: the same kind, this time used right. */
  measure(at: number): readonly HomeMessage[];
};

/**
 * People who measure the newest thing again with a seeded probability. Whether and when depends on the home's seed and
 * on what was measured, never on the platform's ids or on how fast it asks.
 */
export function peopleOf(home: Home, { zone }: Pick<Period, "zone">, [shortest, longest] = usualPause): People {
  const newest = new Map<string, Taken>();
  const times = new Map<string, number>();

  /** What the question is about: a hub isn't told, and neither is who reads it; they know what they just did. */
  const meant = (at: number, slot: number | undefined): Taken | undefined =>
    [...newest.values()]
      .filter((taken) => taken.at <= at && at - taken.at <= JUST)
      .filter(
        ({ patient }) => slot === undefined || home.residents.some((r) => r.patient.id === patient && r.slot === slot),
      )
      .toSorted((a, b) => a.at - b.at)
      .at(-1);

  return {
    measured: ({ taken }) => {
      // Visitors have left.
      if (taken?.patient !== undefined) newest.set(taken.patient, taken);
    },
    asked: (at, slot) => {
      const first = meant(at, slot);
      if (!first) return undefined;
      const span = `${first.device.id}/${first.day}/${seqAgain(first, 0)}`;
      const nth = times.get(span) ?? 0;
      const draw = random(home.seed, `home/${home.hub.id}/again/${span}/${nth}`);
      if (nth >= MOST_AGAIN) return undefined;
      times.set(span, nth + 1);
      if (!draw.chance(MEASURES_AGAIN)) return undefined;
      const pauseMs = draw.integer(shortest, longest);
      return {
        pauseMs,
        measure: (now) => {
          const { usedRight = first.value, ...rest } = first;
          const value = aLittleOff(usedRight, draw.integer(-1, 1));
          const again: Taken = { ...rest, at: now, seq: seqAgain(first, nth), value };
          return carry(home, { zone, from: now, to: now }, [again], now, "asked");
        },
      };
    },
  };
}

/** No device shows quite the same twice. `by` is -1, 0 or 1. */
function aLittleOff(value: TakenValue, by: number): TakenValue {
  switch (value.kind) {
    case "body-weight":
      return { ...value, kg: Math.round(value.kg * 10 + by) / 10 };
    case "blood-pressure":
      return { ...value, systolic: value.systolic + by, pulse: value.pulse + by };
    case "oxygen-saturation":
      return { ...value, pulse: value.pulse + by };
  }
  return value satisfies never;
}

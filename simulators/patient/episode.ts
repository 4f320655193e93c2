import type { LocalDay } from "../../src/domain/day.ts";
import type { Random } from "../random.ts";
import type { EpisodeKind, Signals } from "./profile.ts";

/** One episode of one patient. */
export type Episode = {
  readonly name: EpisodeKind["name"];
  /** The first day that differs from normal, the first day at the top, the last at the top, the last that differs. */
  readonly start: LocalDay;
  readonly top: LocalDay;
  readonly topEnd: LocalDay;
  readonly end: LocalDay;
  /** What is added to each signal at the top. */
  readonly effects: Readonly<Partial<Signals>>;
};

/**
 * Time is cut into blocks that each hold at most one episode of a kind, so that any day can be looked up without
 * going through the days before it.
 */
const BLOCK_DAYS = 60;

const signalNames = ["weight", "systolic", "diastolic", "pulse", "spo2"] as const satisfies readonly (keyof Signals)[];

/** A normal deviate within bounds: drawn again, at most twenty times, then cut off. */
export function bounded(
  stream: Random,
  spread: { readonly mean: number; readonly sd: number; readonly within: readonly [number, number] },
): number {
  const [low, high] = spread.within;
  for (let attempt = 0; attempt < 20; attempt++) {
    const value = stream.normal(spread.mean, spread.sd);
    if (value >= low && value <= high) return value;
  }
  return Math.min(high, Math.max(low, spread.mean));
}

function episodeInBlock(patient: Random, kind: EpisodeKind, block: number): Episode | undefined {
  const stream = patient.sub(`episode/${kind.name}/${block}`);
  if (!stream.chance((kind.perYear * BLOCK_DAYS) / 365.25)) return undefined;
  const start = block * BLOCK_DAYS + stream.integer(0, BLOCK_DAYS - 1);
  const top = start + stream.integer(...kind.riseDays);
  const topEnd = top + stream.integer(...kind.holdDays);
  const end = topEnd + stream.integer(...kind.fallDays) - 1;
  const weightSilent = stream.chance(kind.weightSilentShare);
  const effects: Partial<Record<keyof Signals, number>> = {};
  for (const signal of signalNames) {
    const spread = kind.effects[signal];
    if (spread && !(signal === "weight" && weightSilent)) effects[signal] = bounded(stream, spread);
  }
  return { name: kind.name, start, top, topEnd, end, effects };
}

/**
 * The episodes of a patient that touch the days `from` … `to`, both included, in order of their start. Pure in the
 * patient's stream and the days.
 */
export function episodesBetween(
  patient: Random,
  kinds: readonly EpisodeKind[],
  from: LocalDay,
  to: LocalDay,
): readonly Episode[] {
  // An episode that began in the block before may still be going on: none lasts longer than a block.
  const first = Math.floor(from / BLOCK_DAYS) - 1;
  const last = Math.floor(to / BLOCK_DAYS);
  const found: Episode[] = [];
  for (const kind of kinds) {
    for (let block = first; block <= last; block++) {
      const episode = episodeInBlock(patient, kind, block);
      if (episode && episode.start <= to && episode.end >= from) found.push(episode);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** How much of an episode's effect is there on a day: 0 outside, rising and falling linearly, 1 at the top. */
export function share(episode: Episode, day: LocalDay): number {
  if (day < episode.start || day > episode.end) return 0;
  if (day < episode.top) return (day - episode.start + 1) / (episode.top - episode.start + 1);
  if (day <= episode.topEnd) return 1;
  return (episode.end + 1 - day) / (episode.end + 1 - episode.topEnd);
}

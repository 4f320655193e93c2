import type { SoakRun } from "./run.ts";
import { lineThrough, type Sample } from "./samples.ts";

/** Something a soak must show beside equal counts. */
export type Claim = { readonly what: string; readonly holds: boolean; readonly seen: string };

/** Memory is called flat when it rises by at most this share of itself. */
const FLAT = 0.1;
/** Fewer samples of the last life than this say nothing about memory. */
const ENOUGH = 120;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** Judges a run. `failedHubs`: how many could not go on. */
export function claimsOf(run: Omit<SoakRun, "claims">, failedHubs: number): Claim[] {
  const { samples, counts, plan, recoveries } = run;
  const back = recoveries.filter(({ seconds }) => seconds !== null);
  return [
    { what: "no hub was refused", holds: failedHubs === 0, seen: `${failedHubs} refused` },
    {
      what: "no lag left at the end",
      holds: samples.at(-1)?.pending === 0 && counts.sent === counts.acknowledged,
      seen: `${samples.at(-1)?.pending ?? "unknown"} commands wait, ${counts.sent - counts.acknowledged} messages unacknowledged`,
    },
    {
      what: "the hubs came back after each mishap",
      holds: back.length === plan.mishaps.length,
      seen: back.length === 0 ? "never" : `after ${back.map(({ seconds }) => `${seconds} s`).join(", ")}`,
    },
    ...memoryClaims(samples, plan.days - 1),
  ];
}

/**
 * The line through resident memory over the second half of the platform's last life, until the hubs begin to leave: in
 * the first half caches and the store's pages fill.
 */
function memoryClaims(samples: readonly Sample[], until: number): Claim[] {
  const life = samples.at(-1)?.life;
  const last = samples.filter((each) => each.life === life && each.day <= until);
  if (last.length < ENOUGH) return [];
  const late = last.slice(Math.floor(last.length / 2));
  const [first, end] = [late[0]!, late.at(-1)!];
  const { slope, middle } = lineThrough(late.map(({ day, resident }) => ({ x: day, y: resident })));
  const rise = (slope * (end.day - first.day)) / middle;
  const resident = late.map((each) => each.resident);
  return [
    {
      what: `the line through resident memory from day ${first.day.toFixed(0)} to ${end.day.toFixed(0)} doesn't rise by more than a tenth`,
      holds: rise <= FLAT,
      seen: `${(rise * 100).toFixed(1)} % of ${megabytes(middle)}; between ${megabytes(Math.min(...resident))} and ${megabytes(Math.max(...resident))}`,
    },
  ];
}

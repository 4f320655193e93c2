import { dateIn, daysAfter, mondayOf, startOf } from "../follow-up/period.ts";
import { dateFormat } from "../i18n/formats.ts";
import type { Language } from "../i18n/when.ts";
import { counts, type Series, type Step, type Value } from "./series.ts";

/** Where things stand in a chart, in CSS pixels. */
export const LEFT = 38;
export const RIGHT = 10;
export const HEIGHT = 104;
const TOP = 8;
const BOTTOM = 8;
const DAY = 86_400_000;

export type Time = { readonly from: number; readonly to: number; readonly width: number };

/** Where an instant stands from the left. */
export const xOf = ({ from, to, width }: Time, at: number): number =>
  LEFT + ((at - from) / (to - from)) * (width - LEFT - RIGHT);

/** The instant that stands so far from the left. */
export const instantAt = ({ from, to, width }: Time, x: number): number =>
  Math.min(to, Math.max(from, from + ((x - LEFT) / (width - LEFT - RIGHT)) * (to - from)));

export type Range = { readonly low: number; readonly high: number };

/**
 * What a chart reaches over: what was measured and counts, and what stands near it. Limits far from what was measured
 * would press the curve flat: those within a span of it are drawn.
 */
export function rangeOf({ values, steps, baseline }: Series): Range {
  if (values.length === 0) return { low: 0, high: 1 };
  let [least, most] = [Infinity, -Infinity];
  for (const { low, high } of values) {
    if (low < least) least = low;
    if (high > most) most = high;
  }
  const span = Math.max(most - least, Math.abs(most) * 0.04, 1e-9);
  const [floor, ceiling] = [least - span, most + span];
  const lines = [...steps, ...(baseline?.parts ?? [])].map(({ value }) => value);
  const near = lines.filter((value) => value >= floor && value <= ceiling);
  return { low: Math.min(least, ...near) - span * 0.12, high: Math.max(most, ...near) + span * 0.12 };
}

/** Where a value stands from the top; what lies outside stands at the edge. */
export const yOf = ({ low, high }: Range, value: number): number =>
  HEIGHT - BOTTOM - ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);

/** Two to four round numbers inside the range. */
export function roundValues({ low, high }: Range): number[] {
  const rough = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Below this there is something between two values that a line may stand for. */
const gapOf = ({ from, to }: Time): number => (to - from > 100 * DAY ? 10 * DAY : 3 * DAY);
const fix = (place: number): string => place.toFixed(1);

/** A line through what counts, broken where nothing was measured for days. */
export function lineThrough(values: readonly Value[], time: Time, range: Range): string {
  const gap = gapOf(time);
  let last = -Infinity;
  let path = "";
  for (const { at, value } of values) {
    path += `${at - last > gap ? "M" : "L"}${fix(xOf(time, at))} ${fix(yOf(range, value))}`;
    last = at;
  }
  return path;
}

export const looks = ["dot", "yellow", "red", "late", "lateYellow", "lateRed", "clock", "left"] as const;
export type Look = (typeof looks)[number];

const lookOf = (value: Value): Look => {
  if (!counts(value)) return "left";
  const beyond = value.beyond === "info" ? undefined : value.beyond;
  if (value.marks.includes("late")) return beyond === "red" ? "lateRed" : beyond === "yellow" ? "lateYellow" : "late";
  return beyond ?? "dot";
};

const shapes: Readonly<Record<Look, (x: number, y: number) => string>> = {
  // A line of no length with round ends is a dot: thousands of them are one element.
  dot: (x, y) => `M${fix(x)} ${fix(y)}h0`,
  yellow: (x, y) => `M${fix(x)} ${fix(y - 4.5)}l4.5 4.5-4.5 4.5-4.5-4.5z`,
  red: (x, y) => `M${fix(x)} ${fix(y - 5)}l5 8.5h-10z`,
  late: (x, y) => `M${fix(x - 3.2)} ${fix(y)}a3.2 3.2 0 1 1 6.4 0a3.2 3.2 0 1 1-6.4 0z`,
  lateYellow: (x, y) => `M${fix(x)} ${fix(y - 4.5)}l4.5 4.5-4.5 4.5-4.5-4.5z`,
  lateRed: (x, y) => `M${fix(x)} ${fix(y - 5)}l5 8.5h-10z`,
  // A bar to both sides: it may have been earlier or later.
  clock: (x, y) => `M${fix(x - 7)} ${fix(y)}h14m-14-3v6m14-6v6`,
  left: (x, y) => `M${fix(x - 4)} ${fix(y - 4)}l8 8m0-8l-8 8`,
};

const smallRing = (x: number, y: number): string => `M${fix(x - 2)} ${fix(y)}a2 2 0 1 1 4 0a2 2 0 1 1-4 0z`;

/**
 * What is drawn of a signal's values, one path a look. Where ordinary values stand closer than they could be told apart
 * the line alone stands for them.
 */
export function shapesOf({ all, values }: Series, time: Time, range: Range): Partial<Record<Look, string>> {
  const drawn: Partial<Record<Look, string>> = {};
  const crowded = values.length > (time.width - LEFT - RIGHT) / 4;
  const add = (look: Look, value: Value): void => {
    const shape = crowded && look === "late" ? smallRing : shapes[look];
    drawn[look] = (drawn[look] ?? "") + shape(xOf(time, value.at), yOf(range, value.value));
  };
  for (const value of all) {
    const look = lookOf(value);
    if (look !== "dot" || !crowded || value.marks.length > 0) add(look, value);
    if (value.marks.includes("clock") || value.marks.includes("doubtful")) add("clock", value);
  }
  return drawn;
}

export type Band = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Where a value would be beyond a limit of one severity, for as long as each plan was in force. */
export function bandsOf(steps: readonly Step[], severity: "yellow" | "red", time: Time, range: Range): Band[] {
  return steps
    .filter((step) => step.severity === severity && step.value > range.low && step.value < range.high)
    .map(({ rule, direction, value, from, to }) => {
      const x = xOf(time, Math.max(from, time.from));
      const y = yOf(range, value);
      const width = xOf(time, Math.min(to, time.to)) - x;
      const above = direction === "above";
      return { key: `${rule} ${from}`, x, y: above ? 0 : y, width, height: above ? y : HEIGHT - y };
    });
}

type Level = { readonly value: number; readonly from: number; readonly to: number };

/** A limit through the plans' versions: level while one is in force, a step where the next one has another value. */
export function stepLine(levels: readonly Level[], time: Time, range: Range): string {
  let path = "";
  let before: Level | undefined;
  for (const level of levels.toSorted((a, b) => a.from - b.from)) {
    if (level.value < range.low || level.value > range.high) {
      before = undefined;
      continue;
    }
    const y = fix(yOf(range, level.value));
    path += before?.to === level.from ? `V${y}` : `M${fix(xOf(time, Math.max(level.from, time.from)))} ${y}`;
    path += `H${fix(xOf(time, Math.min(level.to, time.to)))}`;
    before = level;
  }
  return path;
}

/** A limit's steps by what makes it one: the rule. */
export const byRule = (steps: readonly Step[]): Step[][] => [...Map.groupBy(steps, ({ rule }) => rule).values()];

export type Tick = { readonly at: number; readonly label: string };

/** Dates along the axis of time, as many as there is room for: days, Mondays, or the first of months. */
export function ticksOf({ from, to, width }: Time, zone: string, language: Language): Tick[] {
  const locale = language === "sv" ? "sv-SE" : "en-GB";
  const label = (at: number, options: Intl.DateTimeFormatOptions): string =>
    dateFormat(locale, { timeZone: zone, ...options })
      .format(at)
      .replaceAll(".", "");
  const days = Math.round((to - from) / DAY);
  const room = Math.max(2, Math.floor((width - LEFT - RIGHT) / 62));
  const first = dateIn(from, zone);
  if (days > 100) {
    const months = days / 30.4;
    const every = [1, 2, 3, 6, 12, 24].find((step) => months / step <= room) ?? 36;
    const [year = 0, month = 0] = first.split("-").map(Number);
    return Array.from({ length: Math.ceil(months) + 2 }, (_, index) => new Date(Date.UTC(year, month - 1 + index, 1)))
      .filter((date) => (date.getUTCFullYear() * 12 + date.getUTCMonth()) % every === 0)
      .map((date) => startOf(date.toISOString().slice(0, 10), zone))
      .filter((at) => at >= from && at < to)
      .map((at) => {
        const january = dateIn(at, zone).slice(5, 7) === "01";
        return { at, label: label(at, january ? { year: "numeric" } : { month: "short" }) };
      });
  }
  const step = [1, 2, 7, 14, 28].find((size) => days / size <= room) ?? 28;
  const begin = step < 7 ? first : mondayOf(first);
  return Array.from({ length: Math.ceil(days / step) + 2 }, (_, index) => startOf(daysAfter(begin, index * step), zone))
    .filter((at) => at >= from && at < to)
    .map((at) => ({
      at,
      label: label(at, days <= 8 ? { weekday: "short", day: "numeric" } : { day: "numeric", month: "short" }),
    }));
}

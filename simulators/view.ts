import type { Progress, RunReport } from "./run.ts";

/** Where progress is shown: a terminal gets one block that is drawn over itself, anything else plain lines. */
export type Screen = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };

const number = (value: number): string => value.toLocaleString("en").replaceAll(",", " ");
const date = (instant: number): string =>
  `${Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toString().slice(0, 16)}Z`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** The lines of a progress block. `rate` is acknowledged messages a second of late. */
export function progressLines(progress: Progress, rate: number): string[] {
  const { counts, simulated, hubs, hubsDone, failed, lastError } = progress;
  return [
    `simulated  ${date(simulated)}   hubs ${number(hubs)}, done ${number(hubsDone)}, failed ${number(failed)}`,
    `messages   sent ${number(counts.sent)}   acknowledged ${number(counts.acknowledged)} (${number(Math.round(rate))}/s)   resent ${number(counts.resent)}`,
    `readings   stored ${number(counts.stored)}   duplicate ${number(counts.duplicate)}   rejected ${number(counts.rejected)}   unattributed ${number(counts.unattributed)}`,
    ...(lastError === undefined ? [] : [`last error ${lastError}`]),
  ];
}

/** The final report in words. */
export function reportLines(report: RunReport): string[] {
  const { counts, codes, failed, from, to, elapsedMs, aborted } = report;
  const missing = counts.sent - counts.acknowledged;
  return [
    `${aborted ? "Stopped" : "Done"} after ${seconds(elapsedMs)}: ${Number.isFinite(to) ? `${date(from)} to ${date(to)}` : `live since ${date(from)}`}, ${number(Object.keys(report.hubs).length)} hubs.`,
    `Messages: ${number(counts.sent)} sent, ${number(counts.acknowledged)} acknowledged, ${number(counts.resent)} sent again, ${number(counts.receipts)} receipts.`,
    `Readings: ${number(counts.stored)} stored, ${number(counts.duplicate)} duplicate, ${number(counts.rejected)} rejected, ${number(counts.unattributed)} unattributed.`,
    ...(counts.asked > 0
      ? [`Asked to measure again: ${number(counts.asked)} times; ${number(counts.measuredAgain)} measured again.`]
      : []),
    ...Object.entries(codes).map(([code, count]) => `  ${code}: ${number(count)}`),
    ...(missing > 0 ? [`Not acknowledged: ${number(missing)}.`] : []),
    ...failed.slice(0, 10).map(({ hub, code }) => `Hub ${hub} gave up: ${code}.`),
    ...(failed.length > 10 ? [`… and ${number(failed.length - 10)} more hubs.`] : []),
  ];
}

/**
 * Draws progress on a screen: as a block on a terminal; as one line at most every five seconds elsewhere, so that a log
 * stays readable. `now` gives milliseconds.
 */
export function progressView(
  screen: Screen,
  now: () => number,
): { readonly show: (progress: Progress) => void; readonly clear: () => void } {
  let drawn = 0;
  let shownAt = Number.NEGATIVE_INFINITY;
  let before: { at: number; acknowledged: number } | undefined;
  let rate = 0;
  const clear = () => {
    if (screen.isTTY && drawn > 0) screen.write(`\x1b[${drawn}A\x1b[0J`);
    drawn = 0;
  };
  return {
    clear,
    show: (progress) => {
      const at = now();
      const { acknowledged } = progress.counts;
      if (before && at > before.at) {
        const latest = ((acknowledged - before.acknowledged) * 1000) / (at - before.at);
        // Smoothed, or the figure could not be read.
        rate = rate === 0 ? latest : rate * 0.7 + latest * 0.3;
      }
      before = { at, acknowledged };
      const lines = progressLines(progress, rate);
      if (screen.isTTY) {
        // A line that wraps would break the counting of lines to draw over.
        // Some terminals call themselves 0 columns wide.
        const width = screen.columns || 80;
        clear();
        screen.write(lines.map((line) => `${line.slice(0, width - 1)}\n`).join(""));
        drawn = lines.length;
      } else if (at - shownAt >= 5000) {
        shownAt = at;
        screen.write(`${lines.map((line) => line.replaceAll(/ {2,}/g, " ")).join("; ")}\n`);
      }
    },
  };
}

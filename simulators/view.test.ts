import { describe, expect, it } from "vitest";
import { openLedger } from "./ledger.ts";
import type { Progress } from "./run.ts";
import { progressLines, progressView } from "./view.ts";

const progress = (acknowledged: number, lastError?: string): Progress => ({
  counts: {
    ...openLedger().total(),
    sent: 12_345,
    acknowledged,
    stored: 11,
    duplicate: 2,
    rejected: 3,
    unattributed: 4,
  },
  simulated: Temporal.Instant.from("2026-11-22T07:00:00Z").epochMilliseconds,
  hubs: 200,
  hubsDone: 7,
  failed: 1,
  ...(lastError === undefined ? {} : { lastError }),
});

describe("the progress view", () => {
  it("says where the simulation stands", () => {
    expect(progressLines(progress(12_000, "Connection refused: Not authorized"), 812.4)).toEqual([
      "simulated  2026-11-22T07:00Z   hubs 200, done 7, failed 1",
      "messages   sent 12 345   acknowledged 12 000 (812/s)   again after a lost connection 0",
      "readings   stored 11   duplicate 2   rejected 3   unattributed 4",
      "last error Connection refused: Not authorized",
    ]);
  });

  it("draws one block over itself on a terminal, no wider than the terminal", () => {
    const written: string[] = [];
    let now = 0;
    const view = progressView({ isTTY: true, columns: 60, write: (text) => written.push(text) }, () => now);
    view.show(progress(0));
    now = 1000;
    view.show(progress(500));
    view.clear();
    expect(written[1]).toBe("\x1b[3A\x1b[0J");
    expect(written[2]).toContain("acknowledged 500");
    expect(written.at(-1)).toBe("\x1b[3A\x1b[0J");
    for (const line of written.join("").split("\n")) expect(line.replace("\x1b[3A\x1b[0J", "").length).toBeLessThan(60);
  });

  it("writes a plain line at most every five seconds elsewhere", () => {
    const written: string[] = [];
    let now = 0;
    const view = progressView({ write: (text) => written.push(text) }, () => now);
    for (; now <= 10_000; now += 250) view.show(progress(now));
    view.clear();
    expect(written).toHaveLength(3);
    expect(written[2]).toMatch(/^simulated .*acknowledged 10 000 \(1 000\/s\).*\n$/);
    expect(written.join("")).not.toContain("\x1b");
  });
});

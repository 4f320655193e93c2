import { describe, expect, it } from "vitest";
import { openLedger } from "./ledger.ts";
import type { Progress, RunReport } from "./run.ts";
import { progressLines, progressView, reportLines } from "./view.ts";

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
      "messages   sent 12 345   acknowledged 12 000 (812/s)   resent 0",
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

describe("the final report", () => {
  const report = (part: Partial<RunReport>): RunReport => ({
    from: Temporal.Instant.from("2026-10-23T07:00:00Z").epochMilliseconds,
    to: Temporal.Instant.from("2026-11-22T07:00:00Z").epochMilliseconds,
    elapsedMs: 7342,
    aborted: false,
    counts: { ...openLedger().total(), sent: 10, acknowledged: 10, receipts: 9, stored: 8, rejected: 1 },
    hubs: {},
    codes: { UNIT_UNKNOWN: 1 },
    failed: [],
    ledger: openLedger(),
    ...part,
  });

  it("says what was sent and what became of it", () => {
    expect(reportLines(report({}))).toEqual([
      "Done after 7.3 s: 2026-10-23T07:00Z to 2026-11-22T07:00Z, 0 hubs.",
      "Messages: 10 sent, 10 acknowledged, 0 sent again, 9 receipts.",
      "Readings: 8 stored, 0 duplicate, 1 rejected, 0 unattributed.",
      "  UNIT_UNKNOWN: 1",
    ]);
  });

  it("says how many were asked to measure again and how many did", () => {
    const counts = { ...openLedger().total(), sent: 10, acknowledged: 10, asked: 1200, measuredAgain: 800 };
    expect(reportLines(report({ counts }))).toContain("Asked to measure again: 1 200 times; 800 measured again.");
  });

  it("does not hide what is missing, and names the first hubs that gave up", () => {
    const failed = Array.from({ length: 12 }, (_, index) => ({ hub: `h${index}`, code: "MQTT_CREDENTIALS" }));
    const counts = { ...openLedger().total(), sent: 10, acknowledged: 7 };
    const lines = reportLines(report({ aborted: true, to: Number.POSITIVE_INFINITY, failed, counts, codes: {} }));
    expect(lines[0]).toBe("Stopped after 7.3 s: live since 2026-10-23T07:00Z, 0 hubs.");
    expect(lines).toContain("Not acknowledged: 3.");
    expect(lines).toContain("Hub h9 gave up: MQTT_CREDENTIALS.");
    expect(lines.at(-1)).toBe("… and 2 more hubs.");
  });
});

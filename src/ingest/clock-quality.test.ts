import { describe, expect, it } from "vitest";
import { type ClockEvidence, judgeClock } from "./clock-quality.ts";

const received = Date.parse("2026-11-22T08:00:00Z");
const minutes = (n: number) => n * 60_000;
const base: ClockEvidence = { unset: false, receivedAt: received, fromMemory: false, live: false };

describe("how far a device's time is trusted", () => {
  it.each<[string, Partial<ClockEvidence>, string]>([
    ["just measured", { at: received - minutes(1) }, "good"],
    ["ten minutes ahead is within what clocks do", { at: received + minutes(10) }, "good"],
    ["more than ten minutes ahead", { at: received + minutes(10) + 1 }, "wrong"],
    ["before any device of ours existed", { at: Date.parse("2014-12-31T23:59:59Z") }, "wrong"],
    ["2015 and later may be a full memory", { at: Date.parse("2015-01-01T00:00:00Z") }, "good"],
    [
      "an hour old while its hub was connected",
      { at: received - minutes(61), onlineSince: received - minutes(90) },
      "suspect",
    ],
    ["exactly an hour old", { at: received - minutes(60), onlineSince: received - minutes(90) }, "good"],
    ["old, but its hub was away", { at: received - minutes(61), onlineSince: received - minutes(5) }, "good"],
    ["old, and says so", { at: received - minutes(61), onlineSince: received - minutes(90), fromMemory: true }, "good"],
    ["measured after it was sent", { at: received, sentAt: received - minutes(2) }, "suspect"],
    ["the hub's clock is ahead", { at: received, sentAt: received + minutes(11) }, "suspect"],
    [
      "the hub's clock is behind while connected",
      {
        at: received - minutes(65),
        sentAt: received - minutes(61),
        onlineSince: received - minutes(62),
        fromMemory: true,
      },
      "suspect",
    ],
    ["no time", {}, "unknown"],
    ["no time on a hub that keeps nothing", { live: true }, "good"],
    ["unset is unknown even there", { live: true, unset: true }, "unknown"],
    ["unset counts more than the time it sends", { unset: true, at: received }, "unknown"],
  ])("%s", (_story, evidence, clock) => {
    expect(judgeClock({ ...base, ...evidence }).clock).toBe(clock);
  });

  it("dates by the device when good or suspect, by receipt when not", () => {
    const at = received - minutes(61);
    expect(judgeClock({ ...base, at, onlineSince: at }).measuredAt).toBe(at);
    expect(judgeClock({ ...base, at: received + minutes(11) }).measuredAt).toBe(received);
    expect(judgeClock({ ...base, at, unset: true }).measuredAt).toBe(received);
    expect(judgeClock(base).measuredAt).toBe(received);
  });
});

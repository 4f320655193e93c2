import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedWeights, mosquittoLine } from "../../demo/greta.ts";
import { decodeNotification } from "../../devices/index.ts";
import { localDay } from "../../src/domain/day.ts";
import type { Reading } from "../../src/domain/reading.ts";
import { judgeChange } from "../../src/rules/change.ts";
import { dayValuesOf, nearbyIn, recentIn } from "../../src/rules/history.ts";
import { preset } from "../../src/rules/presets.ts";

const zone = "Europe/Stockholm";
const rule = preset(["heart-failure"]).rules.find(({ id }) => id === "weight-rise-3d");

/** A reading of a weight in grams. */
const weight = (id: string, measuredAt: number, grams: number): Reading => ({
  id,
  kind: "body-weight",
  values: { "body-weight": grams },
  measuredAt,
  receivedAt: measuredAt,
  clock: "good",
  flags: [],
});

const weighed = (now: number, days?: number) =>
  fixedWeights(now, zone, days).map(({ id, payload }) => {
    const { readings } = JSON.parse(payload) as { readings: [{ at: string; value: number }] };
    const at = Temporal.Instant.from(readings[0].at).epochMilliseconds;
    return { id, payload, at, value: readings[0].value };
  });

// Hours and quarters of ten years, days of 23 and 25 hours among them.
const instant = integer({ min: 0, max: 10 * 366 * 24 * 60 }).map(
  (minutes) => Date.parse("2026-01-01T00:00:00Z") + minutes * 60_000,
);

describe("Greta's fixed weights", () => {
  it("make the line's value a finding by 2.3 kg at any minute of any day", () => {
    const hex = /"hex":"([0-9a-f]+)"/.exec(mosquittoLine("secret"))?.[1] ?? "";
    const heavy = decodeNotification("2a9d", Buffer.from(hex, "hex"))[0]?.values["body-weight"] ?? 0;
    expect(heavy).toBe(84_700);
    if (rule?.kind !== "change") throw new Error("the preset has lost its rule");
    assert(
      property(instant, (now) => {
        const history = weighed(now).map(({ id, at, value }) => weight(id ?? "", at, Math.round(value * 1000)));
        const input = {
          reading: weight("now", now, heavy),
          dayValues: dayValuesOf(history, zone),
          nearby: nearbyIn(history),
          recent: recentIn(history),
          zone,
        };
        expect(judgeChange(rule, input)).toMatchObject({ verdict: "finding", compared: { reference: 82_400 } });
      }),
    );
  });

  it("lie on the last three local mornings and are the same bytes for the same morning, whenever they are sent", () => {
    assert(
      property(instant, integer({ min: 0, max: 2 * 24 * 60 }), (now, minutes) => {
        const today = localDay(now, zone);
        expect(weighed(now).map(({ at }) => localDay(at, zone))).toEqual([today - 3, today - 2, today - 1]);
        for (const { at } of weighed(now)) {
          expect(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour).toBe(7);
        }
        const later = new Map(weighed(now + minutes * 60_000).map(({ at, payload }) => [at, payload]));
        for (const { at, payload } of weighed(now)) expect([undefined, payload]).toContain(later.get(at));
      }),
    );
  });

  it("never differ enough, in ninety days, to be a finding themselves", () => {
    const values = weighed(Date.parse("2026-11-22T13:00:00Z"), 90).map(({ value }) => value);
    expect(values).toHaveLength(90);
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(1);
    expect(values.slice(-3)).toEqual([82.4, 82.4, 82.4]);
  });
});

import { describe, expect, it } from "vitest";
import type { Measurement } from "../../src/domain/measurement.ts";
import { unscaled } from "../../src/domain/metric.ts";
import { all, content, decoded, without } from "../testing/decode.ts";
import type { Home } from "./home.ts";
import type { HomeMessage } from "./message.ts";
import { outagesOf } from "./outage.ts";
import { makeHomes } from "./population.ts";
import { type Period, scheduleHome } from "./schedule.ts";

const DAY = 86_400_000;
const zone = "Europe/Stockholm";
const to = Temporal.Instant.from("2026-11-22T12:00:00Z").epochMilliseconds;
const period: Period = { from: to - 60 * DAY, to, zone };
const homes = makeHomes({ seed: 1, count: 60 });
const messages = all(homes, period);
const share = (cause: HomeMessage["cause"], of = messages) =>
  of.filter((message) => message.cause === cause).length / of.filter(({ cause }) => cause === "measured").length;

describe("disturbances", () => {
  it("come at their rates", () => {
    expect(share("redelivery")).toBeGreaterThan(0.007);
    expect(share("redelivery")).toBeLessThan(0.013);
    expect(share("malformed")).toBeGreaterThan(0.002);
    expect(share("malformed")).toBeLessThan(0.006);
    expect(share("memory")).toBeGreaterThan(0.01);
    expect(share("after-outage")).toBeGreaterThan(0.003);
    const calm = all(
      homes.map((home) => without(home)),
      period,
    );
    expect(new Set(calm.map(({ cause }) => cause))).toEqual(new Set(["measured"]));
  });

  it("let visitors step on the scale on 2 % of days, kilograms away from whoever lives there", () => {
    const scales = homes.filter(({ devices }) => devices.some(({ measures }) => measures === "weight"));
    let visits = 0;
    for (const home of scales) {
      const kilograms = (of: Home) =>
        [...scheduleHome(of, period)].flatMap(decoded).flatMap(({ values }) => values["body-weight"] ?? []);
      visits += kilograms(without(home, { visitor: 0.02 })).length - kilograms(without(home)).length;
    }
    expect(visits / (scales.length * 60)).toBeGreaterThan(0.015);
    expect(visits / (scales.length * 60)).toBeLessThan(0.026);
  });

  it("make cold fingers read low and say that the signal is poor", () => {
    const readings = homes
      .flatMap((home) => [...scheduleHome(without(home, { coldFingers: 0.02 }), period)])
      .flatMap(decoded)
      .filter(({ kind }) => kind === "oxygen-saturation");
    const mean = (of: Measurement[]) =>
      of.reduce((sum, { values }) => sum + unscaled("oxygen-saturation", values["oxygen-saturation"] ?? 0), 0) /
      of.length;
    const cold = readings.filter(({ flags }) => flags.includes("poor-signal"));
    expect(cold.length / readings.length).toBeGreaterThan(0.012);
    expect(cold.length / readings.length).toBeLessThan(0.03);
    expect(mean(readings) - mean(cold)).toBeGreaterThan(6);
  });

  it("keep readings back during an outage and send them in a burst after it, from memory", () => {
    const dark = homes.slice(0, 40).map((home) => without(home, { outage: 0.15, outageMeanHours: 30 }));
    let bursts = 0;
    for (const home of dark) {
      const outages = outagesOf(home);
      const calm = [...scheduleHome(without(home), period)].reduce((sum, { readings }) => sum + readings, 0);
      const sent = [...scheduleHome(home, period)];
      // Only what is still kept back at the end of the period is missing, or came over its beginning.
      expect(Math.abs(sent.reduce((sum, { readings }) => sum + readings, 0) - calm)).toBeLessThan(16);
      for (const message of sent) {
        if (message.cause !== "after-outage") continue;
        bursts++;
        expect(outages.sendable(message.at - 60_000)).toBeGreaterThan(message.at - 60_000);
        const [measurement] = decoded(message);
        if (measurement?.kind === "oxygen-saturation") expect(measurement.flags).toContain("from-memory");
      }
    }
    expect(bursts).toBeGreaterThan(50);
  });

  it("repeat readings with the same device time and values when a device empties its memory", () => {
    const known = new Set<string>();
    let again = 0;
    for (const message of messages) {
      if (message.cause === "malformed") continue;
      for (const { kind, values, deviceTime, user } of decoded(message)) {
        const key = JSON.stringify([content(message).device, kind, values, deviceTime?.text, user]);
        if (message.cause === "memory" && known.has(key)) again++;
        known.add(key);
      }
    }
    const resent = messages.filter(({ cause }) => cause === "memory").reduce((sum, { readings }) => sum + readings, 0);
    // What was measured before the period began is new to whoever only saw the period.
    expect(again / resent).toBeGreaterThan(0.9);
  });

  it("damage messages so that none of them can be read as anything", () => {
    const broken = all(
      homes.map((home) => without(home, { malformed: 0.1 })),
      { ...period, from: to - 20 * DAY },
    );
    const codes = new Map<string, number>();
    for (const message of broken.filter(({ cause }) => cause === "malformed")) {
      let code = "read";
      try {
        decoded(message);
      } catch (error) {
        code = "code" in (error as Error) ? String((error as { code: unknown }).code) : (error as Error).name;
      }
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].sort()).toEqual(["DECODE_TRUNCATED", "SyntaxError", "UNIT_UNKNOWN"]);
    for (const count of codes.values()) expect(count).toBeGreaterThan(20);
  });
});

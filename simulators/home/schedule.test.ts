import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { genericBloodPressure } from "../../devices/cuffs/generic-blood-pressure.ts";
import { decodeNativeReading } from "../../devices/gateways/native.ts";
import { genericPulseOximeter } from "../../devices/oximeters/generic-pulse-oximeter.ts";
import { genericWeight } from "../../devices/scales/generic-weight.ts";
import { localDay } from "../../src/domain/day.ts";
import type { Measurement } from "../../src/domain/measurement.ts";
import { unscaled } from "../../src/domain/metric.ts";
import { type Home, undisturbed } from "./home.ts";
import type { HomeMessage } from "./message.ts";
import { outagesOf } from "./outage.ts";
import { makeHomes } from "./population.ts";
import { historyOf, type Period, scheduleHome } from "./schedule.ts";

const DAY = 86_400_000;
const zone = "Europe/Stockholm";
const ms = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const to = ms("2026-11-22T12:00:00Z");
const period: Period = { from: to - 60 * DAY, to, zone };
const all = (homes: readonly Home[], during: Period) => homes.flatMap((home) => [...scheduleHome(home, during)]);
const without = (home: Home, ...changes: Partial<Home["disturbances"]>[]): Home => ({
  ...home,
  disturbances: Object.assign({}, undisturbed, ...changes),
});

type Content = {
  id: string;
  sentAt: string;
  device: string;
  characteristic?: string;
  hex: string;
  readings?: Record<string, unknown>[];
};
const content = (message: HomeMessage) => JSON.parse(message.payload) as Content;
const decoders = {
  ...genericWeight.characteristics,
  ...genericBloodPressure.characteristics,
  ...genericPulseOximeter.characteristics,
};

/** What the platform's own decoders make of a message. */
function decoded(message: HomeMessage): Measurement[] {
  const { characteristic, hex, readings } = content(message);
  if (readings) return readings.map((reading) => decodeNativeReading(reading));
  return decoders[characteristic ?? ""]?.(Buffer.from(hex, "hex")) ?? [];
}

const homes = makeHomes({ seed: 1, count: 60 });
const messages = all(homes, period);
const share = (cause: HomeMessage["cause"], of = messages) =>
  of.filter((message) => message.cause === cause).length / of.filter(({ cause }) => cause === "measured").length;

describe("a home's schedule", () => {
  it("is the same bytes for the same seed, home and period, in this release and the next", () => {
    const digest = (of: readonly HomeMessage[]) =>
      createHash("sha256")
        .update(of.map(({ at, topic, payload }) => `${at} ${topic} ${payload}\n`).join(""))
        .digest("hex");
    const five = makeHomes({ seed: 1, count: 5 });
    expect(digest(all(five, period))).toBe(digest(all(makeHomes({ seed: 1, count: 5 }), period)));
    expect(digest(all(five, period))).toMatchInlineSnapshot(
      `"71e5be866d89c7865a3f3272787a33d22e8e5ab002ff0c4f45fbcad159db475e"`,
    );
  });

  it("does not change when there are more homes, nor between seeds stay the same", () => {
    expect(makeHomes({ seed: 1, count: 3 })).toEqual(homes.slice(0, 3));
    const other = makeHomes({ seed: 2, count: 3 });
    expect(all(other, period)).not.toEqual(all(homes.slice(0, 3), period));
    expect(other.map(({ hub }) => hub.secret)).not.toEqual(homes.slice(0, 3).map(({ hub }) => hub.secret));
  });

  it("is in order of time and inside the period", () => {
    for (const home of homes.slice(0, 30)) {
      const at = [...scheduleHome(home, period)].map((message) => message.at);
      expect(at).toEqual([...at].sort((a, b) => a - b));
      expect(at.every((each) => each >= period.from && each < period.to)).toBe(true);
    }
  });

  it("can be cut in two anywhere without losing, doubling or changing a message", () => {
    const rough = homes.slice(0, 12).map((home) => ({ ...home, disturbances: { ...home.disturbances, outage: 0.4 } }));
    fc.assert(
      fc.property(fc.nat(11), fc.integer({ min: 1, max: 60 * 24 * 60 - 1 }), (which, minutes) => {
        const home = rough[which] as Home;
        const middle = period.from + minutes * 60_000;
        const parts = [
          ...scheduleHome(home, { ...period, to: middle }),
          ...scheduleHome(home, { ...period, from: middle }),
        ];
        expect(parts).toEqual([...scheduleHome(home, period)]);
      }),
      { numRuns: 12 },
    );
  });

  it("gives each message its own id, and equal ids only to equal bytes", () => {
    const bytes = new Map<string, string>();
    for (const message of messages) {
      if (message.id === undefined) continue;
      const before = bytes.get(message.id);
      expect(before ?? message.payload).toBe(message.payload);
      expect(before === undefined || message.cause === "redelivery").toBe(true);
      bytes.set(message.id, message.payload);
    }
  });

  it("is decoded by the platform's own decoders, except where it was damaged on purpose", () => {
    for (const message of messages) {
      if (message.cause === "malformed") continue;
      expect(decoded(message)).toHaveLength(message.readings);
    }
  });
});

describe("mornings", () => {
  const people = homes.map((home) => without(home));

  it("have measurements on about 76 % of days", () => {
    const days = people.flatMap((home) => {
      const seen = new Set([...scheduleHome(home, period)].map(({ at }) => localDay(at, zone)));
      return home.residents.length === 1 ? [seen.size / 60] : [];
    });
    const mean = days.reduce((a, b) => a + b) / days.length;
    expect(mean).toBeGreaterThan(0.72);
    expect(mean).toBeLessThan(0.8);
    expect(Math.min(...days)).toBeLessThan(0.6);
  });

  for (const [name, change, hours] of [
    ["23 hours on 29 March 2026", "2026-03-29", 23],
    ["25 hours on 25 October 2026", "2026-10-25", 25],
  ] as const) {
    it(`stay at the same time by the wall clock on the day of ${name}, once a day`, () => {
      const noon = Temporal.PlainDateTime.from(`${change}T12:00`).toZonedDateTime(zone);
      const [first, last] = [noon.subtract({ days: 10 }), noon.add({ days: 10 })];
      expect(noon.hoursInDay).toBe(hours);
      const onTheDay: number[] = [];
      for (const home of people) {
        const eager = {
          ...home,
          residents: home.residents.map((r) => ({ ...r, habits: { ...r.habits, adherence: 1 } })),
        };
        const during = { zone, from: first.epochMilliseconds, to: last.epochMilliseconds };
        const sent = [...scheduleHome(eager, during)];
        for (const resident of eager.residents) {
          const [device] = resident.devices;
          const own = sent.filter((message) => content(message).device === device);
          const local = own.map(({ at }) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone));
          const minutes = local.map((time) => time.hour * 60 + time.minute);
          for (const minute of minutes) expect(Math.abs(minute - resident.habits.minuteOfDay)).toBeLessThan(240);
          // 20 mornings lie between the two noons, for each of the people who share the device.
          const sharing = eager.residents.filter(({ devices }) => devices.includes(device ?? "")).length;
          expect(own).toHaveLength(20 * sharing);
          onTheDay.push(...minutes.filter((_, i) => local[i]?.toPlainDate().toString() === change));
        }
      }
      const mean = onTheDay.reduce((a, b) => a + b) / onTheDay.length;
      expect(mean).toBeGreaterThan(7 * 60);
      expect(mean).toBeLessThan(8 * 60);
    });
  }

  it("leave some device clocks in winter time all summer, and unset ones in the year 2000", () => {
    const summer: Period = { zone, from: ms("2026-07-01T00:00:00Z"), to: ms("2026-07-08T00:00:00Z") };
    const behind: number[] = [];
    for (const home of people) {
      for (const message of scheduleHome(home, summer)) {
        const device = home.devices.find(({ id }) => id === content(message).device);
        const [measurement] = decoded(message);
        const text = measurement?.deviceTime?.form === "local" ? measurement.deviceTime.text : undefined;
        if (device?.clock.kind === "unset" && text) expect(text).toMatch(/^2000-/);
        if (device?.clock.kind === "unset" && measurement?.kind === "oxygen-saturation" && device.via === "gatt") {
          expect(measurement.clockUnset).toBe(true);
        }
        if (device?.clock.kind !== "set" || device.clock.followsDst || !text) continue;
        const read = Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
        behind.push(Math.round((message.at - read + device.clock.offsetMs) / 3_600_000));
      }
    }
    expect(behind.length).toBeGreaterThan(20);
    expect(new Set(behind)).toEqual(new Set([1]));
  });
});

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

describe("history", () => {
  it("says when everything was measured, is marked as coming from memory and fits in messages of 500", () => {
    const home = homes.find(({ devices }) => devices.some(({ measures }) => measures === "weight")) as Home;
    const history = historyOf(home, { days: 700, until: to, zone });
    expect(history.length).toBeGreaterThan(home.devices.length);
    for (const message of history) {
      expect(message.readings).toBeLessThanOrEqual(500);
      const measurements = decoded(message);
      expect(measurements).toHaveLength(message.readings);
      for (const { flags, deviceTime } of measurements) {
        expect(flags).toContain("from-memory");
        const at = ms(deviceTime?.text ?? "");
        expect(at).toBeGreaterThan(to - 702 * DAY);
        expect(at).toBeLessThan(to);
      }
    }
  });

  it("is what a schedule that lies in the past says of itself, and it is sent now", () => {
    for (const message of all(homes.slice(0, 20), { ...period, asOf: to })) {
      if (message.id === undefined) continue;
      expect(ms(content(message).sentAt)).toBe(to);
      for (const reading of content(message).readings ?? []) expect(reading["flags"]).toContain("from-memory");
    }
  });
});

describe("a fast rhythm", () => {
  it("measures in every interval from the start on, and never runs out", () => {
    const home = without(homes.find(({ residents }) => residents.length === 1) as Home);
    const everyMs = 120_000;
    const endless = scheduleHome(home, { from: to, to: Number.POSITIVE_INFINITY, zone, everyMs });
    const first = Array.from({ length: 60 * home.devices.length }, () => endless.next().value as HomeMessage);
    const [scale] = home.devices;
    const own = first.filter((message) => content(message).device === scale?.id).map(({ at }) => at);
    for (const [index, at] of own.entries()) {
      const before = own[index - 1] ?? at - everyMs;
      expect(at - before).toBeGreaterThan(everyMs - 20_000);
      expect(at - before).toBeLessThan(everyMs + 20_000);
    }
    expect(own.length).toBeGreaterThan(50);
  });
});

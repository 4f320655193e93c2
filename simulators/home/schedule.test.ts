import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay } from "../../src/domain/day.ts";
import { all, content, decoded, without } from "../testing/decode.ts";
import type { Home } from "./home.ts";
import type { HomeMessage } from "./message.ts";
import { makeHomes } from "./population.ts";
import { historyOf, type Period, scheduleHome } from "./schedule.ts";

const DAY = 86_400_000;
const zone = "Europe/Stockholm";
const ms = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const to = ms("2026-11-22T12:00:00Z");
const period: Period = { from: to - 60 * DAY, to, zone };
const homes = makeHomes({ seed: 1, count: 60 });
const messages = all(homes, period);
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

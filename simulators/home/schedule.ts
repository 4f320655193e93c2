import { localDay, toLocalIso } from "../../src/domain/day.ts";
import { random } from "../random.ts";
import { gattNotification, nativeReading } from "./encode.ts";
import type { Home } from "./home.ts";
import { damaged } from "./malformed.ts";
import { type Cause, type HomeMessage, message } from "./message.ts";
import { occasionsOf, type Taken } from "./occasion.ts";
import { longestOutageMs, outagesOf } from "./outage.ts";
import { spansOf } from "./rhythm.ts";

/** The time to simulate. Instants in milliseconds since the epoch. */
export type Period = {
  /** Messages sent at or after this … */
  readonly from: number;
  /** … and before this; may be infinite. */
  readonly to: number;
  /** The IANA time zone in which people get up in the morning. */
  readonly zone: string;
  /**
   * When the messages are truly sent. What was to be sent before is history: its readings are marked as coming from
   * memory and `sentAt` is this instant, which is the truth. Left out: every message is sent at its own time.
   */
  readonly asOf?: number;
  /** Measure every so many milliseconds round the clock, instead of once in the morning. */
  readonly everyMs?: number;
};

/** Readings in one message at most (device contract). */
export const MOST_READINGS = 500;

/** How far back a device with a memory goes: days, or rounds of a faster rhythm. */
const MEMORY = 3;

/**
 * Everything a home sends in a period, in order of time: measurements, what was kept back during outages, repetitions
 * and damaged messages. Lazy, and a pure function of the home and the period; in the daily rhythm splitting a period in
 * two changes nothing.
 */
export function* scheduleHome(home: Home, period: Period): Generator<HomeMessage, void, undefined> {
  const { from, to } = period;
  const spans = spansOf(period, longestOutageMs);
  const occasions = remembering(occasionsOf(home, period, spans), MEMORY + 2);
  const outages = outagesOf(home);
  const waiting = new Map<number, Taken[]>();
  let ready: HomeMessage[] = [];
  for (let span = spans.of(from) - spans.reach; spans.start(span) < to; span++) {
    const before = Array.from({ length: MEMORY }, (_, index) => span - MEMORY + index);
    for (const taken of occasions(span)) {
      const when = outages.sendable(taken.at);
      if (when === taken.at) {
        const stored = () => [...before, span].flatMap(occasions);
        ready.push(...sentAtOnce(home, period, taken, stored));
      } else {
        waiting.set(when, [...(waiting.get(when) ?? []), taken]);
      }
    }
    const end = spans.start(span + 1);
    for (const [when, kept] of waiting) {
      if (when >= end) continue;
      waiting.delete(when);
      ready.push(...sentAfterOutage(home, period, when, kept));
    }
    ready.sort((a, b) => a.at - b.at || (a.payload < b.payload ? -1 : 1));
    const later = ready.findIndex((each) => each.at >= end);
    const due = later < 0 ? ready : ready.slice(0, later);
    ready = later < 0 ? [] : ready.slice(later);
    for (const each of due) if (each.at >= from && each.at < to) yield each;
  }
}

/** A measurement that goes out within seconds, with whatever follows it by mistake. */
function sentAtOnce(home: Home, period: Period, taken: Taken, stored: () => readonly Taken[]): HomeMessage[] {
  const path = `home/${home.hub.id}/message/${taken.device.id}/${taken.day}/${taken.seq}`;
  const draw = random(home.seed, path);
  const { disturbances } = home;
  // From the device over Bluetooth to the hub and out; a demonstration doesn't wait for it.
  const at = taken.at + (period.everyMs === undefined ? draw.integer(2000, 20_000) : draw.integer(100, 900));
  const sent = carry(home, period, [taken], at, "measured").map((each) => ({ ...each, taken }));
  const more: HomeMessage[] = [];
  if (draw.sub("malformed").chance(disturbances.malformed)) {
    more.push(damaged(home.hub.id, sent[0] as HomeMessage, draw.sub("damage")));
  }
  if (draw.sub("redelivery").chance(disturbances.redelivery)) {
    const again = at + draw.sub("again").integer(20, 7200) * 1000;
    more.push({ ...(sent[0] as HomeMessage), at: again, cause: "redelivery" });
  }
  if (taken.device.resends && draw.sub("memory").chance(disturbances.memory)) {
    const own = stored().filter((each) => each.device.id === taken.device.id && each.at < taken.at);
    more.push(...carry(home, period, own.slice(-5), at + 2000, "memory"));
  }
  return [...sent, ...more];
}

/** The burst when the network is back: whole messages from native devices, notification by notification from others. */
function sentAfterOutage(home: Home, period: Period, when: number, kept: readonly Taken[]): HomeMessage[] {
  return home.devices.flatMap((device, index) => {
    const own = kept.filter((each) => each.device.id === device.id);
    return carry(home, period, own, when + 1000 * (index + 1), "after-outage");
  });
}

/** Readings of one device as messages, the first of them sent at `at`. */
export function carry(home: Home, period: Period, taken: readonly Taken[], at: number, cause: Cause): HomeMessage[] {
  const device = taken[0]?.device;
  if (!device) return [];
  const { zone, asOf = Number.NEGATIVE_INFINITY } = period;
  const fromMemory = (cause !== "measured" && cause !== "asked") || at < asOf;
  const iso = (instant: number) => toLocalIso(instant, zone);
  const about = (index: number, readings: number) => ({ at: at + index * 250, cause, readings });
  const sentAt = (index: number) => iso(Math.max(at + index * 250, asOf));
  if (device.via === "native") {
    return chunks(taken, MOST_READINGS).map((part, index) => {
      const readings = part.map((each) => nativeReading(each, { zone, fromMemory }));
      const body = { sentAt: sentAt(index), device: device.id, readings };
      return message(home.hub.id, "readings", body, about(index, part.length));
    });
  }
  return taken.map((each, index) => {
    const notification = gattNotification(each, { zone, fromMemory });
    // A hub that sees a device without a clock says itself when it heard from it.
    const heard = device.clock.kind === "none" ? { at: iso(each.at) } : {};
    const body = { sentAt: sentAt(index), device: device.id, ...notification, ...heard };
    return message(home.hub.id, "gatt", body, about(index, 1));
  });
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** A function of a number that remembers its last answers. */
function remembering<T>(of: (span: number) => T, kept: number): (span: number) => T {
  const known = new Map<number, T>();
  return (span) => {
    let answer = known.get(span);
    if (answer === undefined) {
      known.set(span, (answer = of(span)));
      for (const old of known.keys()) if (old < span - kept) known.delete(old);
    }
    return answer;
  };
}

/**
 * The history of a home: what its devices measured on the `days` local days before `until`, as messages of at most 500
 * readings each, all marked as coming from memory and each with its own time. Nothing is lost, late or damaged here;
 * visitors and cold fingers are in it, coats are not: nobody can be asked to weigh themselves again last month. Devices of any kind send it as JSON, for a hub that kept it had decoded it.
 */
export function historyOf(
  home: Home,
  { days, until, zone }: { days: number; until: number; zone: string },
): HomeMessage[] {
  const undressed = { ...home, disturbances: { ...home.disturbances, outdoorClothes: 0 } };
  const occasions = occasionsOf(undressed, { zone }, spansOf({ zone }, 0));
  const last = localDay(until, zone);
  const taken = Array.from({ length: days + 1 }, (_, index) => last - days + index)
    .flatMap(occasions)
    .filter((each) => each.at < until);
  const sentAt = toLocalIso(until, zone);
  return home.devices.flatMap((device) => {
    const own = taken.filter((each) => each.device.id === device.id);
    return chunks(own, MOST_READINGS).map((part) => {
      const readings = part.map((each) => nativeReading(each, { zone, fromMemory: true, trueTime: true }));
      const about = { at: until, cause: "memory" as const, readings: part.length };
      return message(home.hub.id, "readings", { sentAt, device: device.id, readings }, about);
    });
  });
}

import { describe, expect, it } from "vitest";
import { unscaled } from "../../src/domain/metric.ts";
import { all, content, decoded, without } from "../testing/decode.ts";
import { MEASURES_AGAIN, peopleOf } from "./again.ts";
import type { Home } from "./home.ts";
import type { HomeMessage } from "./message.ts";
import { makeHomes } from "./population.ts";
import { historyOf, scheduleHome } from "./schedule.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
const zone = "Europe/Stockholm";
const to = Temporal.Instant.from("2026-11-22T12:00:00Z").epochMilliseconds;
const period = { from: to - 60 * DAY, to, zone };
const homes = makeHomes({ seed: 1, count: 40 });
const dressed = homes.map((home) => without(home, { outdoorClothes: 0.02 }));
const cold = homes.map((home) => without(home, { coldFingers: 0.1 }));
const asItIs = homes.map((home) => without(home));

/** Each measurement as the question comes five seconds after it was sent, and what is measured then. */
const asked = (of: readonly Home[], isMeant: (message: HomeMessage) => boolean) =>
  of.flatMap((home) => {
    const people = peopleOf(home, { zone });
    return [...scheduleHome(home, period)].flatMap((message) => {
      people.measured(message);
      if (!isMeant(message)) return [];
      const again = people.asked(message.at + 5000);
      const at = message.at + 5000 + (again?.pauseMs ?? 0);
      return [{ message, pauseMs: again?.pauseMs, answer: again?.measure(at)[0] }];
    });
  });
const kg = (message: HomeMessage): number => unscaled("body-weight", decoded(message)[0]!.values["body-weight"]!);
const misused = ({ taken }: HomeMessage): boolean => taken?.usedRight !== undefined;

describe("a coat on the scale", () => {
  it("is there at its rate and weighs 3 to 9 kg; everything else stays the same", () => {
    const [with_, without_] = [all(dressed, period), all(asItIs, period)];
    expect(with_.length).toBe(without_.length);
    const weighings = without_.filter(({ taken }) => taken?.value.kind === "body-weight");
    const differences = with_.flatMap((message, index) =>
      message.payload === without_[index]!.payload ? [] : [kg(message) - kg(without_[index]!)],
    );
    expect(differences.length / weighings.length).toBeGreaterThan(0.012);
    expect(differences.length / weighings.length).toBeLessThan(0.028);
    expect(Math.min(...differences)).toBeGreaterThan(2.9);
    expect(Math.max(...differences)).toBeLessThan(9.1);
  });

  it("is not in a history: nobody can be asked", () => {
    const sent = (home: Home) => historyOf(home, { days: 60, until: to, zone });
    expect(dressed.map(sent)).toEqual(asItIs.map(sent));
  });
});

describe("whoever is asked to measure again", () => {
  it("does so 7 times in 10, after one to four minutes, with the same device and person, this time used right", () => {
    for (const of of [dressed, cold]) {
      const answers = asked(of, misused);
      const given = answers.filter(({ answer }) => answer !== undefined);
      expect(answers.length).toBeGreaterThan(20);
      expect(Math.abs(given.length / answers.length - MEASURES_AGAIN)).toBeLessThan(0.2);
      for (const { message, answer, pauseMs } of given) {
        expect(pauseMs).toBeGreaterThanOrEqual(MINUTE);
        expect(pauseMs).toBeLessThanOrEqual(4 * MINUTE);
        expect(content(answer!).device).toBe(content(message).device);
        const [first, second] = [decoded(message)[0]!, decoded(answer!)[0]!];
        expect([second.kind, second.user]).toEqual([first.kind, first.user]);
        expect(second.flags.filter((flag) => flag === "poor-signal" || flag === "from-memory")).toEqual([]);
        const right = message.taken!.usedRight!;
        if (right.kind === "body-weight") expect(Math.abs(kg(answer!) - right.kg)).toBeLessThan(0.11);
        else if (right.kind === "oxygen-saturation")
          expect(unscaled("oxygen-saturation", second.values["oxygen-saturation"]!)).toBe(right.spo2);
      }
    }
  });

  it("shows nearly the same value again where nothing was wrong with the first", () => {
    const weighings = asked(asItIs.slice(0, 5), ({ taken }) => taken?.value.kind === "body-weight");
    expect(weighings.some(({ answer }) => answer)).toBe(true);
    for (const { message, answer } of weighings) {
      if (answer) expect(Math.abs(kg(answer) - kg(message))).toBeLessThan(0.11);
    }
  });

  it("does the same with the same seed, and never uses an id or a count of a native device twice", () => {
    const times = () => asked(dressed, ({ taken }) => taken !== undefined);
    const [once, again] = [times(), times()];
    expect(again).toEqual(once);
    const answers = once.flatMap(({ answer }) => answer ?? []);
    const everything = [...all(dressed, period), ...answers];
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
    const counts = everything.flatMap((message) => {
      const { device, readings } = content(message);
      return (readings ?? []).map(({ seq }) => `${device} ${String(seq)}`);
    });
    expect(new Set(counts).size).toBe(counts.length);
  });

  it("knows only of what was just measured, by whom it is for, and not for ever", () => {
    const [home] = dressed;
    const first = [...scheduleHome(home!, period)].find(({ taken }) => taken)!;
    expect(peopleOf(home!, { zone }).asked(first.at)).toBeUndefined();
    const tries = (at: number, slot?: number) => {
      const people = peopleOf(home!, { zone });
      people.measured(first);
      return Array.from({ length: 12 }, () => people.asked(at, slot)).filter((again) => again).length;
    };
    expect(tries(first.at)).toBeGreaterThan(0);
    expect(tries(first.at)).toBeLessThanOrEqual(3);
    expect(tries(first.taken!.at + 11 * MINUTE)).toBe(0);
    expect(tries(first.at, 9)).toBe(0);
  });
});

import * as fc from "fast-check";
import { startOfDay } from "../../src/domain/day.ts";

/** Small histories of two patients, made so that readings meet: few instants, few values, edges of dates and odd nights. */

export const zone = "Europe/Stockholm";
const HOUR = 3_600_000;

/** Days since the epoch of the weeks' last dates: plain, both nights of 2026, the leap day of 2028, the turn of the year. */
const lastDates = ["2026-11-22", "2026-03-30", "2026-10-26", "2028-03-01", "2027-01-02"].map((date) =>
  Temporal.PlainDate.from("1970-01-01").until(date).total("days"),
);

/** A reading on its way, with the message that carries it. Instants in milliseconds since the epoch. */
export type Sent = {
  readonly device: "scale" | "oximeter" | "cuff" | "shared" | "tablet";
  /** As in the device contract, without its time. */
  readonly item: Readonly<Record<string, unknown>>;
  readonly measuredAt: number;
  /**
   * `good`: the device's time. `suspect`: it is later than the hub says it sent the message. `unknown`: no time, so that it
   * counts as measured when it came; then it comes at `measuredAt` in every order.
   */
  readonly clock: "good" | "suspect" | "unknown";
  /** How long it takes to come, in the orders where it doesn't come at once. */
  readonly delay: number;
};

/** What staff do to a reading once it is there; each step after the one before. */
export const fates = [
  [],
  ["exclude"],
  ["exclude", "include"],
  ["exclude", "include", "exclude"],
  ["move"],
  ["exclude", "move"],
  ["move", "exclude"],
] as const;
export type Fate = (typeof fates)[number];

export type History = {
  /** The instant at which everything is compared. */
  readonly end: number;
  readonly sent: readonly (Sent & { readonly fate: Fate; readonly copies: number })[];
  /** When plans after the first are signed, and which. */
  readonly plans: readonly { readonly at: number; readonly which: 0 | 1 }[];
};

const flags = fc.constantFrom([], [], [], [], ["questionable"], ["poor-signal"], ["irregular-pulse"]);
const weight = fc.record({
  device: fc.constantFrom("scale" as const, "scale" as const, "shared" as const),
  item: fc.record({
    kind: fc.constant("body-weight"),
    value: fc.constantFrom(80, 80, 81.5, 82.5, 84.6, 86, 560),
    unit: fc.constant("kg"),
    flags,
  }),
});
const oximetry = fc.record({
  device: fc.constant("oximeter" as const),
  item: fc.record({
    kind: fc.constant("oxygen-saturation"),
    spo2: fc.constantFrom(96, 93, 91, 89, 84),
    pulse: fc.constantFrom(70, 72, 96, 112),
    oxygenFlow: fc.constantFrom(0, 2),
    flags,
  }),
});
const pressure = fc.record({
  device: fc.constant("cuff" as const),
  item: fc.record({
    kind: fc.constant("blood-pressure"),
    systolic: fc.constantFrom(128, 141, 182),
    diastolic: fc.constant(78),
    pulse: fc.constantFrom(70, 96, 160),
    unit: fc.constant("mmHg"),
    flags,
  }),
});
const scores = fc.constantFrom(
  { kind: "respiratory-rate", value: 25, unit: "/min" },
  { kind: "temperature", value: 38.6, unit: "°C" },
  { kind: "consciousness", value: "V" },
  {
    kind: "symptoms",
    questionnaire: "beat-hf",
    version: "1",
    answers: [
      { question: "more-breathless", answer: true },
      { question: "more-swelling", answer: true },
      { question: "dizzy", answer: false },
      { question: "woke-breathless", answer: false },
      { question: "slept-propped-up", answer: false },
      { question: "compared-with-yesterday", answer: "worse" },
    ],
  },
);
const other = fc.record({ device: fc.constant("tablet" as const), item: scores });

/** Hours of elapsed time after a local midnight: edges, both half past two of an autumn night, twins three hours apart. */
const afterMidnight = fc.constantFrom(0, -1 / HOUR, 1 / HOUR, 1.5, 2.5, 3.5, 7, 7, 7, 7, 7.25, 10, 13, 22.5, 23.5);

/** What a history is about: enough of one kind for rules that look back, or several kinds that are compared together. */
const themes = [
  weight,
  oximetry,
  fc.oneof(weight, weight, oximetry, oximetry, pressure, other),
  fc.oneof(weight, { weight: 2, arbitrary: pressure }, other),
];

const sent = (last: number, theme: (typeof themes)[number]): fc.Arbitrary<WithTwin> =>
  fc
    .record({
      what: theme,
      back: fc.constantFrom(0, 0, 1, 1, 2, 3, 3, 4, 5),
      hours: afterMidnight,
      user: fc.constantFrom(1, 1, 2, 3),
      clock: fc.constantFrom(
        "good" as const,
        "good" as const,
        "good" as const,
        "good" as const,
        "suspect" as const,
        "unknown" as const,
      ),
      delay: fc.constantFrom(0, 10 * 60_000, 2 * HOUR, 9 * HOUR, 30 * HOUR),
      fate: fc.oneof(
        { weight: 6, arbitrary: fc.constant(fates[0]) },
        { weight: 4, arbitrary: fc.constantFrom(...fates) },
      ),
      copies: fc.constantFrom(1, 1, 1, 2, 3),
      twin: fc.constantFrom(false, false, false, false, true),
    })
    .map(({ what: { device, item }, back, hours, user, ...rest }) => ({
      device,
      item: device === "shared" ? { ...item, user } : item,
      measuredAt: startOfDay(last - back, zone) + Math.round(hours * HOUR),
      ...rest,
    }));

export const histories: fc.Arbitrary<History> = fc
  .tuple(fc.constantFrom(...lastDates), fc.constantFrom(...themes))
  .chain(([last, theme]) => {
    const end = startOfDay(last + 1, zone);
    return fc.record({
      end: fc.constant(end),
      sent: fc.array(sent(last, theme), { minLength: 3, maxLength: 8, size: "max" }).map((all) => withTwins(all, end)),
      plans: fc
        .array(fc.record({ at: fc.integer({ min: 1, max: 130 }), which: fc.constantFrom(0 as const, 1 as const) }), {
          maxLength: 2,
        })
        .map((plans) => plans.map(({ at, which }) => ({ at: end - at * HOUR, which })).toSorted((a, b) => a.at - b.at)),
    });
  });

type WithTwin = History["sent"][number] & { readonly twin: boolean };

/** Some again three hours later, with the same values. The same reading again is a copy of it and no other: it is left out. */
function withTwins(all: readonly WithTwin[], end: number): History["sent"] {
  const both = all.flatMap(({ twin, ...one }) =>
    twin && one.measuredAt + 3 * HOUR < end
      ? [one, { ...one, measuredAt: one.measuredAt + 3 * HOUR, delay: 0, fate: fates[0] }]
      : [one],
  );
  return [...new Map(both.map((one) => [identityOf(one), one])).values()];
}

const identityOf = ({ device, item: { flags: _flags, ...item }, measuredAt, clock }: Sent): string =>
  JSON.stringify([device, item, measuredAt, clock === "unknown"]);

/** One thing that happens to a store. */
export type Step =
  | { readonly do: "send"; readonly index: number; readonly copy: number; readonly at: number }
  | {
      readonly do: "correct";
      readonly index: number;
      readonly what: "exclude" | "include" | "move";
      readonly at: number;
    }
  | { readonly do: "sign"; readonly which: 0 | 1; readonly at: number };

/** Everything as it happens: at once, and corrected when all is there. */
export function asItHappened({ sent, plans, end }: History): Step[] {
  const steps: Step[] = [
    ...sent.map(({ measuredAt }, index): Step => ({ do: "send", index, copy: 0, at: measuredAt })),
    ...plans.map(({ at, which }): Step => ({ do: "sign", at, which })),
  ];
  const corrections = sent.flatMap(({ fate }, index) =>
    fate.map((what): Step => ({ do: "correct", index, what, at: end })),
  );
  return [...steps.toSorted((a, b) => a.at - b.at), ...corrections];
}

/**
 * The same with other delays, repetitions and corrections in between. Steps on one reading keep their order; so do plans.
 * @param orders numbers to sort by, used in turn
 */
export function shuffled({ sent, plans, end }: History, orders: readonly number[]): Step[] {
  let turn = 0;
  const chains: Step[][] = sent.map(({ measuredAt, delay, clock, fate, copies }, index) => {
    const at = clock === "unknown" ? measuredAt : Math.min(end, measuredAt + delay);
    const first: Step = { do: "send", index, copy: 0, at };
    const again = Array.from(
      { length: copies - 1 },
      (_, n): Step => ({ do: "send", index, copy: n + 1, at: clock === "unknown" ? at : end }),
    );
    const corrections = fate.map((what): Step => ({ do: "correct", index, what, at: end }));
    // A repetition comes before, between or after the corrections.
    const place = (orders[turn++ % orders.length] ?? 0) % (corrections.length + 1);
    return [first, ...corrections.slice(0, place), ...again, ...corrections.slice(place)];
  });
  chains.push(plans.map(({ at, which }): Step => ({ do: "sign", at, which })));
  const steps: Step[] = [];
  for (
    let left = chains.filter((chain) => chain.length > 0);
    left.length > 0;
    left = left.filter((chain) => chain.length > 0)
  ) {
    const chosen = left[(orders[turn++ % orders.length] ?? 0) % left.length]!;
    steps.push(chosen.shift()!);
  }
  return steps;
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { startOfDay } from "../domain/day.ts";
import { preset } from "../rules/presets.ts";
import { patientById } from "../store/sqlite/registry.ts";
import { dayOf } from "./day.ts";

const zone = "Europe/Stockholm";
const noon = "2026-03-31T12:00:00+02:00";
/** From the Wednesday before the night of 29 March, which has an hour less. */
const first = 20_537;

type Sent = {
  readonly day: number;
  readonly hour: number;
  readonly value: number;
  readonly of: "weight" | "saturation";
  readonly flag: string | undefined;
};

const sentReading = ({ day, hour, value, of, flag }: Sent): [device: string, reading: object] => {
  const at = new Date(startOfDay(first + day, zone) + hour * 3_600_000).toISOString();
  const flags = ["from-memory", ...(flag === undefined ? [] : [flag])];
  return of === "weight"
    ? ["scale", { kind: "body-weight", value: 80 + value / 10, unit: "kg", at, flags }]
    : ["cuff", { kind: "oxygen-saturation", spo2: 84 + (value % 14), pulse: 60 + value, at, flags }];
};

/** A home in which Greta's readings have come in an order, some of them twice. */
async function homeWith(order: readonly Sent[], twice: readonly number[]): Promise<Home> {
  const home = await openHome(noon);
  await home.submit({
    kind: "plan-sign",
    patient: "greta",
    body: preset(["heart-failure", "copd"]),
    ifVersion: 1,
    actor: "karin",
  });
  // One of each first, so that both homes know the same sources by the same numbers.
  const fixed = { day: -3, hour: 8, value: 20, flag: undefined } as const;
  for (const sent of [{ ...fixed, of: "weight" }, { ...fixed, of: "saturation" }, ...order] as const) {
    home.clock.advance(1000);
    const [device, reading] = sentReading(sent);
    await home.readings(device, [reading], device === "cuff" ? { hub: "hub-store" } : {});
  }
  for (const index of twice) {
    const again = order[index % Math.max(1, order.length)];
    if (!again) continue;
    const [device, reading] = sentReading(again);
    await home.readings(device, [reading], device === "cuff" ? { hub: "hub-store" } : {});
  }
  return home;
}

/** What is said of every day, without when things came and what was known then. */
function said(home: Home): unknown {
  const greta = patientById(home.db, "greta")!;
  return Array.from({ length: 6 }, (_, day) => {
    const date = Temporal.PlainDate.from("1970-01-01").add({ days: first + day });
    const { watches, readings, unwatched } = dayOf(home.db, greta, date.toString());
    return {
      readings: readings.map(({ reading: { receivedAt: _received, ...rest } }) => rest),
      unwatched: unwatched.toSorted(),
      watches: watches.map(({ watch, asked, answers, last }) => ({
        rule: watch.id,
        asked,
        last,
        answers: answers.map(({ judgement, margin }) => ({ judgement, margin })),
      })),
    };
  });
}

describe("a day explained", () => {
  it("is explained alike whatever order the same readings came in, and however often", async () => {
    const sent = fc.record({
      day: fc.integer({ min: 0, max: 5 }),
      hour: fc.integer({ min: 0, max: 22 }),
      value: fc.integer({ min: 0, max: 60 }),
      of: fc.constantFrom("weight" as const, "saturation" as const),
      flag: fc.constantFrom(undefined, undefined, undefined, "questionable"),
    });
    // One reading of a source at an instant: of two different ones the order of arrival decides which is the first.
    const readings = fc.uniqueArray(sent, {
      minLength: 1,
      maxLength: 14,
      selector: ({ day, hour, of }) => `${of} ${day} ${hour}`,
    });
    await fc.assert(
      fc.asyncProperty(
        readings.chain((order) =>
          fc.tuple(fc.constant(order), fc.shuffledSubarray(order, { minLength: order.length })),
        ),
        fc.array(fc.nat(), { maxLength: 4 }),
        async ([order, shuffled], twice) => {
          const homes = [await homeWith(order, []), await homeWith(shuffled, twice)] as const;
          try {
            expect(said(homes[1])).toEqual(said(homes[0]));
          } finally {
            for (const home of homes) await home.close();
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("tells apart what was known then, which does follow from the order: a comparison that saw nothing would prove nothing", async () => {
    const weight = { hour: 7, of: "weight", flag: undefined } as const;
    const [before, after] = [
      { ...weight, day: 0, value: 24 },
      { ...weight, day: 3, value: 49 },
    ];
    const homes = [await homeWith([before, after], []), await homeWith([after, before], [])] as const;
    const knownThen = homes.map((home) => {
      const { watches } = dayOf(home.db, patientById(home.db, "greta")!, "2026-03-28");
      const rise = watches.find(({ watch }) => watch.id === "weight-rise-3d")?.answers[0];
      return [rise?.judgement.verdict, rise?.asKnown?.judgement.verdict];
    });
    expect(knownThen).toEqual([
      ["finding", undefined],
      ["finding", "not-evaluable"],
    ]);
    expect(said(homes[1])).toEqual(said(homes[0]));
    for (const home of homes) await home.close();
  });
});

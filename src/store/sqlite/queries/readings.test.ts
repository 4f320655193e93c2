import * as fc from "fast-check";
import { expect, it } from "vitest";
import { openDatabase } from "../database.ts";
import { parseReadingId, type ReadingKey, readingId } from "../reading-row.ts";
import { insertReading } from "../readings.ts";
import { migrate } from "../schema.ts";
import { ensureSeries } from "../series.ts";
import { readingById, readingPage } from "./readings.ts";

const stored = fc.record({
  device: fc.constantFrom("scale", "cuff", "oximeter"),
  kind: fc.constantFrom("body-weight", "pulse"),
  patient: fc.constantFrom("p1", "p1", "p2"),
  // Few instants, so that several readings share one.
  measuredAt: fc.integer({ min: 0, max: 12 }),
});
const idOf = (row: { series: number; measured_at: number; n: number }) =>
  readingId({ series: row.series, measuredAt: row.measured_at, n: row.n });

it("pages of any size hold every reading of the patient in the period once, newest first", () => {
  fc.assert(
    fc.property(
      fc.array(stored, { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      fc.option(fc.constantFrom("body-weight", "pulse"), { nil: undefined }),
      fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 14 })),
      (readings, size, kind, [from, to]) => {
        const db = openDatabase(":memory:");
        migrate(db);
        const expected: ReadingKey[] = [];
        for (const reading of readings) {
          const { patient, device } = reading;
          const series = ensureSeries(db, { device, user: null, kind: reading.kind, patient, team: "t1" });
          const values = { [reading.kind === "pulse" ? "pulse" : "body-weight"]: 700 };
          const { id } = insertReading(db, {
            series,
            measuredAt: reading.measuredAt,
            receivedAt: 99,
            values,
            clock: "good",
            flags: [],
            decision: "inside",
            command: 1,
            position: 0,
          });
          const inPeriod = reading.measuredAt >= from && reading.measuredAt < to;
          if (patient === "p1" && inPeriod && (kind === undefined || kind === reading.kind))
            expected.push(parseReadingId(id)!);
        }
        const found: string[] = [];
        let after: ReadingKey | undefined;
        for (;;) {
          const rows = readingPage(db, { patient: "p1", kind, from, to, after, fetch: size });
          found.push(...rows.map(idOf));
          const last = rows.at(-1);
          if (!last || rows.length < size) break;
          after = { series: last.series, measuredAt: last.measured_at, n: last.n };
        }
        const order = expected.toSorted((a, b) => b.measuredAt - a.measuredAt || b.series - a.series || b.n - a.n);
        expect(found).toEqual(order.map(readingId));
        for (const id of found) expect(idOf(readingById(db, id)!)).toBe(id);
        db.close();
      },
    ),
    { numRuns: 60 },
  );
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { flagsToBits } from "../domain/flag.ts";
import { clockQualities } from "../domain/measurement.ts";
import { lineOf, pseudonymsBy, type StoredReading } from "./point.ts";

const pseudonym = pseudonymsBy(new Uint8Array(32).fill(7));

const reading = (with_: Partial<StoredReading> = {}): StoredReading => ({
  series: 12,
  measured_at: 1_764_000_000_123,
  n: 0,
  received_at: 1_764_000_001_000,
  v1: 82_450,
  v2: null,
  v3: null,
  v4: null,
  clock: clockQualities.indexOf("good"),
  flags: 0,
  decision: 0,
  plan: null,
  seq: null,
  command: 3,
  position: 0,
  detail: null,
  kind: "body-weight",
  patient: "greta",
  ...with_,
});

test("a weight is one line: kind, pseudonyms, kilograms, nanoseconds", () => {
  const [patient, source] = [pseudonym("patient", "greta"), pseudonym("source", "12")];
  expect(lineOf(reading(), pseudonym)).toBe(
    `body_weight,patient=${patient},source=${source} body_weight=82.45,excluded=F,uncertain=F 1764000000123000000`,
  );
});

test("values in UCUM units under their metrics' names; what was not measured is left out", () => {
  const line = lineOf(reading({ kind: "blood-pressure", v1: 1355, v2: 800, v4: 720 }), pseudonym);
  expect(line.split(" ")[1]).toBe("diastolic_pressure=80,excluded=F,pulse=72,systolic_pressure=135.5,uncertain=F");
});

test("flags change fields and never the place", () => {
  const place = (line: string) => [line.split(" ")[0], line.split(" ")[2]];
  const fields = (with_: Partial<StoredReading>) => lineOf(reading(with_), pseudonym).split(" ")[1];
  const moved = { flags: flagsToBits(["moved"]) };
  expect(fields(moved)).toBe("body_weight=82.45,excluded=T,moved=T,uncertain=F");
  expect(place(lineOf(reading(moved), pseudonym))).toEqual(place(lineOf(reading(), pseudonym)));
  expect(fields({ flags: flagsToBits(["not-clinical"]) })).toBe("body_weight=82.45,by_staff=F,excluded=T,uncertain=F");
  expect(fields({ flags: flagsToBits(["excluded"]) })).toBe("body_weight=82.45,by_staff=T,excluded=T,uncertain=F");
  expect(fields({ flags: flagsToBits(["poor-signal"]) })).toContain("uncertain=T");
  expect(fields({ clock: clockQualities.indexOf("unknown") })).toContain("uncertain=T");
});

test("two readings have the same place only if source, time and number are the same", () => {
  const key = fc.record({ series: fc.nat(40), measured_at: fc.nat(3), n: fc.nat(3) });
  fc.assert(
    fc.property(key, key, (a, b) => {
      const places = [a, b].map((part) => {
        const [tags, , time] = lineOf(reading(part), pseudonym).split(" ");
        return `${tags} ${time}`;
      });
      expect(places[0] === places[1]).toBe(a.series === b.series && a.measured_at === b.measured_at && a.n === b.n);
    }),
  );
});

test("no id stands in a line, another key gives other names, and a reading without a patient is nobody's", () => {
  const line = lineOf(reading({ patient: "greta" }), pseudonym);
  expect(line).not.toContain("greta");
  const other = pseudonymsBy(new Uint8Array(32).fill(8));
  expect(other("patient", "greta")).not.toBe(pseudonym("patient", "greta"));
  expect(pseudonym("source", "1")).not.toBe(pseudonym("patient", "1"));
  expect(lineOf(reading({ patient: null }), pseudonym)).toContain(",patient=nobody,");
});

test("a kind without numbers still has a line", () => {
  expect(lineOf(reading({ kind: "symptoms", v1: null }), pseudonym)).toContain(" excluded=F,uncertain=F ");
});

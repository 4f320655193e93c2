import { describe, expect, it } from "vitest";
import { nativeReadingSchema } from "../../devices/gateways/native-schema.ts";
import { decodeNativeReading } from "../../devices/index.ts";
import { regionSchema } from "../../src/region/region.ts";
import { madeUpSeries } from "./made-up.ts";
import { fieldsOf, readMap, type SeriesKind, seriesKinds } from "./map.ts";
import { patientId, peopleOf, seriesHomes, seriesMessages } from "./play.ts";
import { problemLine } from "./problem.ts";
import { readSeries, type Series, type SeriesOptions } from "./read.ts";
import { regionOfSeries } from "./region.ts";

const now = Date.parse("2026-11-22T12:00:00Z");
const usual = { zone: "Europe/Stockholm", seed: 1, now };
const read = (text: string, options: Partial<SeriesOptions> & { map: string }): Series => {
  const series = readSeries(text, { ...usual, ...options });
  if (typeof series === "string") throw new Error(series);
  return series;
};
const refused = (text: string, options: Partial<SeriesOptions> & { map: string }) =>
  readSeries(text, { ...usual, ...options });

describe("the mapping", () => {
  it("finds the kind by the fields mapped; every kind is one of the device contract with its fields", () => {
    for (const kind of seriesKinds) {
      const fields = fieldsOf[kind].map(({ field }) => field);
      const heading = ["t", ...fields];
      const text = ["at=t", ...fields.map((field) => `${field}=${field.toUpperCase()}`)].join(",");
      const map = readMap(text, heading, kind);
      expect(map).toMatchObject({ kind });
      if (fields[0] !== "value") expect(readMap(text, heading)).toEqual(map);
      const reading = { kind, unit: undefined, ...Object.fromEntries(fields.map((field) => [field, 1])) };
      const issues = nativeReadingSchema.safeParse(reading).error?.issues.map(({ path }) => path.join(".")) ?? [];
      expect(issues.filter((path) => path !== "unit")).toEqual([]);
    }
  });

  it.each([
    ["at=t,systolic=s", "Which kind it is does not follow from the fields mapped; say it with --kind."],
    ["at=t,value=s", "Which kind it is does not follow from the fields mapped; say it with --kind."],
    ["systolic=s,diastolic=d", "at=<column> is missing: when it was measured."],
    ["at=t,systolic=s,diastolic=x", 'No column "x"; the heading has t, s, d.'],
    ["at=t,at=s", "at is mapped twice."],
    ["at=t,systolic", '"systolic" is not field=column.'],
  ])("%s: %s", (map, expected) => {
    expect(refused("t,s,d\n2020-01-01 10:00,120,80\n", { map })).toBe(expected);
  });

  it("refuses what the kind named does not take", () => {
    const text = "t,s,d\n2020-01-01 10:00,120,80\n";
    const weight = { kind: "body-weight" as SeriesKind };
    expect(refused(text, { map: "at=t,value=s,systolic=d", ...weight })).toMatch(/body-weight has no field systolic/);
    expect(refused(text, { map: "at=t", ...weight })).toBe("body-weight needs value=<column>.");
    expect(refused(text, { map: "at=t,value=s", ...weight, unit: "mmHg" })).toBe(
      "body-weight takes kg, g, lb, st, not mmHg.",
    );
    expect(refused("t,t,s\n", { map: "at=t,value=s", ...weight })).toBe('The heading has 2 columns "t".');
  });
});

describe("the rows", () => {
  it("become readings that a platform takes, with unit, slot and count of their own", () => {
    const text = "t;w;u;p;n\n2020-01-01  07:00;82,4;kg;1;7\n2020-01-02  07:00;180.5;lb;;\n2020-01-03 07:00;83;;;\n";
    const series = read(text, { map: "at=t,value=w,unit=u,user=p,seq=n", kind: "body-weight" });
    expect(series.problems).toEqual([]);
    expect(series.readings.map(({ line, reading }) => [line, reading])).toEqual([
      [2, expect.objectContaining({ at: "2020-01-01T07:00:00+01:00", value: 82.4, unit: "kg", user: 1, seq: 7 })],
      [3, expect.objectContaining({ value: 180.5, unit: "lb" })],
      [4, expect.objectContaining({ value: 83, unit: "kg", flags: ["from-memory"] })],
    ]);
    for (const { reading } of series.readings) expect(decodeNativeReading(reading).kind).toBe("body-weight");
  });

  it("that can't be used are named by line, column and heading, without what stands in them", () => {
    const text = [
      "t,s,d,c",
      "2020-01-01,120,80,anna",
      "2020-01-01 10:00,,80,anna",
      '2020-01-01 10:00,"1,200",80,anna',
      "2020-01-01 10:00,120,eighty,",
      "2014-12-31 10:00,120,80,anna",
      "2026-11-23 10:00,120,80,anna",
      "2020-01-01 10:00,120,80,anna",
    ].join("\n");
    const series = read(text, { map: "at=t,systolic=s,diastolic=d,patient=c" });
    expect(series.readings.map(({ line }) => line)).toEqual([8]);
    expect(series.problems.map(problemLine)).toEqual([
      "line 2, column 1 (t): a date without a time of day.",
      "line 3, column 2 (s): empty.",
      "line 4, column 2 (s): a decimal comma or one between thousands; write a point.",
      "line 5, column 4 (c): empty.",
      "line 5, column 3 (d): not a number.",
      "line 6, column 1 (t): before 2015; a platform would take the clock for wrong.",
      "line 7, column 1 (t): in the future.",
    ]);
  });

  it("at times that came twice or never are kept and named", () => {
    const text = "t,w\n2020-10-25 02:30,82\n2020-03-29 02:30,82\n2020-03-29 04:30,82\n";
    expect(read(text, { map: "at=t,value=w", kind: "body-weight" })).toMatchObject({
      ambiguous: [2],
      skipped: [3],
      readings: [{ line: 2 }, { line: 3 }, { line: 4 }],
    });
  });
});

describe("a series as homes", () => {
  const text = madeUpSeries({ seed: 3, people: 4, days: 90 });
  const series = read(text, { map: "at=measured,systolic=upper,diastolic=lower,patient=code" });
  const homes = seriesHomes(series, 1);
  const sent = (paced: boolean) => homes.flatMap((home) => [...seriesMessages(series, { paced })(home)]);

  it("the made-up series is the same each time, written as real files are", () => {
    expect(text).toBe(madeUpSeries({ seed: 3, people: 4, days: 90 }));
    expect(text).not.toBe(madeUpSeries({ seed: 4, people: 4, days: 90 }));
    expect(text.split("\n")[1]).toMatch(/^"person-1","2020-03-\d\d {2}\d\d:\d\d:\d\d",\d+,\d+,"","\d\.\d{3}"$/);
  });

  it("people's codes are nowhere in what is sent or imported, and other seeds give other ids", () => {
    const region = regionOfSeries(series, homes, usual);
    expect(peopleOf(series)).toHaveLength(4);
    expect(JSON.stringify([region, sent(false)])).not.toContain("person-");
    const other = read(text, { map: "at=measured,systolic=upper,diastolic=lower,patient=code", seed: 2 });
    expect(peopleOf(other).some((person) => peopleOf(series).includes(person))).toBe(false);
  });

  it("each reading is sent once, in few messages or paced one by one, always with the same ids", () => {
    const readings = (paced: boolean) => sent(paced).flatMap(({ payload }) => JSON.parse(payload).readings as object[]);
    expect(readings(false)).toHaveLength(series.readings.length);
    expect(new Set(readings(true).map((each) => JSON.stringify(each)))).toEqual(
      new Set(readings(false).map((each) => JSON.stringify(each))),
    );
    expect(sent(false).length).toBeLessThan(12);
    expect(sent(false)).toEqual(sent(false));
    for (const home of homes) {
      const times = [...seriesMessages(series, { paced: true })(home)].map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it("the region is one that an import takes, with assignments from before each person's first reading", () => {
    const region = regionSchema.parse(regionOfSeries(series, homes, usual));
    for (const { person, at } of series.readings) {
      const assignment = region.assignments.find(({ patient }) => patient === patientId(person));
      expect(Date.parse(assignment?.from ?? "")).toBeLessThan(at);
    }
    expect(region.plans).toHaveLength(4);
  });
});

import { expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import { scaled } from "../domain/metric.ts";
import { needsPhysician, type TreatmentText } from "../domain/patient-text.ts";
import { refusalOf, treatmentRefusals } from "./treatment.ts";

const columns = [
  "case",
  "late",
  "timeCertain",
  "sound",
  "userKnown",
  "repeatPending",
  "today",
  "shownToday",
  "daysInRow",
  "systolic",
  "dizzy",
  "weight",
  "otherRedAlert",
  "result",
] as const;
const table = readTable("treatment-text", columns);

const text: TreatmentText = {
  rule: "weight-rise-3d",
  text: "Ta en extra tablett furosemid i dag.",
  drug: "furosemid",
  dose: "60 mg",
  maxDays: 3,
  expires: "2026-12-31",
  unless: {
    systolicBelow: { value: 100, unit: "mmHg" },
    dizziness: true,
    weightBelowReference: true,
    otherRedAlert: true,
  },
};
const yes = (cell: string): boolean => cell === "yes";
const known = <T>(cell: string, read: (cell: string) => T): T | undefined => (cell === "-" ? undefined : read(cell));

test.each(table)("$case: $result", (row) => {
  const systolic = known(row.systolic, (cell) => scaled("systolic-pressure", Number(cell)));
  const weight = known(row.weight, (cell) => scaled("body-weight", Number(cell)));
  const dizzy = known(row.dizzy, yes);
  const facts = {
    late: yes(row.late),
    timeCertain: yes(row.timeCertain),
    sound: yes(row.sound),
    userKnown: yes(row.userKnown),
    repeatPending: yes(row.repeatPending),
    today: row.today,
    shownToday: yes(row.shownToday),
    daysInRow: Number(row.daysInRow),
    otherRedAlert: yes(row.otherRedAlert),
    reference: scaled("body-weight", 80),
    ...(systolic === undefined ? {} : { systolic }),
    ...(weight === undefined ? {} : { weight }),
    ...(dizzy === undefined ? {} : { dizzy }),
  };
  expect(refusalOf(text, facts) ?? "shown").toBe(row.result);
});

test("every reason has its row", () => {
  const results = new Set(table.map(({ result }) => result));
  expect(treatmentRefusals.filter((reason) => !results.has(reason))).toEqual([]);
});

test.each<[string, boolean, TreatmentText[] | undefined, TreatmentText[] | undefined]>([
  ["none", false, undefined, undefined],
  ["a new one", true, [text], undefined],
  ["the same as before", false, [text], [text]],
  ["another dose", true, [{ ...text, dose: "80 mg" }], [text]],
  ["a longer time", true, [{ ...text, expires: "2027-12-31" }], [text]],
  ["one of two taken out", false, [text], [text, { ...text, rule: "other" }]],
  ["all taken out", false, undefined, [text]],
])("signing %s needs a physician: %s", (_what, needed, now, before) => {
  const plan = (texts: TreatmentText[] | undefined) => (texts ? { treatments: { enabled: true, texts } } : {});
  expect(needsPhysician(plan(now), plan(before))).toBe(needed);
});

test("texts that are off need nobody; turning them on does", () => {
  const off = { treatments: { enabled: false, texts: [text] } };
  expect(needsPhysician(off, undefined)).toBe(false);
  expect(needsPhysician({ treatments: { ...off.treatments, enabled: true } }, off)).toBe(true);
});

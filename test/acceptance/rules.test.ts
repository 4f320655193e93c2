import { afterEach, beforeEach, expect, it } from "vitest";
import { type EventData, explainEvent, findingSchema, presentFinding } from "../../src/api/present/explanation.ts";
import type { PlanBody } from "../../src/domain/plan.ts";
import type { Rule } from "../../src/domain/rule.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { preset } from "../../src/rules/presets.ts";
import { type Home, openHome } from "../helpers/home.ts";

/** Patients' stories, one for each rule kind: a signed plan, readings day by day, what the team is told, once. */

let home: Home;
beforeEach(async () => {
  home = await openHome("2026-10-01T06:00:00+02:00");
});
afterEach(async () => {
  // Whatever a story found can be shown, and the log gives the same again.
  const found = home.events("alert.%").flatMap(({ data }) => (data as EventData).findings ?? []);
  expect(found.length).toBeGreaterThan(0);
  for (const finding of found) expect(findingSchema.parse(presentFinding(finding))).toEqual(presentFinding(finding));
  expect(home.replayed()).toMatchObject({ refused: [], differences: [] });
  await home.close();
});

const sign = (patient: string, body: Partial<PlanBody>, ifVersion = 1) =>
  home.submit({ kind: "plan-sign", patient, body: preset([], body), ifVersion, actor: "karin" });

const exampleOf = (kind: Rule["kind"]) => catalogue[kind].examples[0]!;

/** Each date at a local time; one reading of a device, received a minute after it was measured. */
async function mornings(device: string, from: string, days: readonly (object | undefined)[], time = "07:00") {
  for (const [index, reading] of days.entries()) {
    const date = Temporal.PlainDate.from(from).add({ days: index });
    const at = date.toZonedDateTime({ timeZone: "Europe/Stockholm", plainTime: time });
    home.clock.set(at.epochMilliseconds + 60_000);
    if (reading) await home.readings(device, [{ ...reading, at: at.toString({ timeZoneName: "never" }) }]);
  }
}
const kg = (value: number) => ({ kind: "body-weight", value, unit: "kg" });

const oximetry = (spo2: number, pulse: number) => ({ kind: "oxygen-saturation", spo2, pulse });

/** What the team was told, in Swedish, each with the event. */
const told = () =>
  home.events("alert.%").map(({ type, data }) => `${type}: ${explainEvent(data as EventData, true)?.sv ?? ""}`);

it("Greta's dry weight is 82.0 kg: she gains 200 g a day and is told of on the day she is more than 2 kg above it", async () => {
  await sign("greta", {
    rules: [
      {
        id: "above-dry",
        kind: "reference",
        metric: "body-weight",
        direction: "rise",
        amount: { value: 2, unit: "kg" },
        severity: "yellow",
      },
    ],
    references: [{ metric: "body-weight", value: { value: 82, unit: "kg" }, setOn: "2026-10-01", setBy: "doris" }],
  });
  await mornings("scale", "2026-10-19", [83.6, 83.8, 84, 84.2, 84.4, 83.5].map(kg));
  expect(told()).toEqual([
    "alert.opened: Vikten 84,2 kg, 2,2 kg över referensen 82,0 kg från 2026-10-01 (gräns 2,0 kg).",
    "alert.joined: Vikten 84,4 kg, 2,4 kg över referensen 82,0 kg från 2026-10-01 (gräns 2,0 kg).",
    "alert.returned: ",
  ]);
  expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", severity: "yellow", cause: "above-dry" }]);
});

it("Greta's weight creeps up over a week: no three days differ by 2 kg, but her mean of three days leaves that of four weeks", async () => {
  const creeping = [82, 82.2, 81.8, 82, 82.1, 81.9, 82, 82.2, 81.8, 82, 82.5, 83, 83.5, 84, 84];
  const changes = preset(["heart-failure"]).rules.filter(({ kind }) => kind === "change");
  await sign("greta", { rules: [...changes, exampleOf("moving-average").rule] });
  // Over the night of 25 October, which has an hour more.
  await mornings("scale", "2026-10-13", creeping.map(kg));
  expect(told()).toEqual([
    "alert.opened: Vikten i medel 83,5 kg på 3 dagar, 1,1 kg över medel på 28 dagar (gräns 1,0 kg).",
    "alert.joined: Vikten i medel 83,8 kg på 3 dagar, 1,4 kg över medel på 28 dagar (gräns 1,0 kg).",
  ]);
  expect(home.alerts("greta")).toMatchObject([
    { concern: "weight-gain", severity: "yellow", cause: "weight-trend-up" },
  ]);
});

it("a hub that was offline sends the last two weeks at once, newest first: today is told of as if they had come in order", async () => {
  await sign("greta", { rules: [exampleOf("moving-average").rule] });
  home.clock.set("2026-10-26T08:00:00+01:00");
  const creeping = [82, 82.2, 81.8, 82, 82.1, 81.9, 82, 82.2, 81.8, 82, 82.5, 83, 83.5, 84];
  const readings = creeping.map((value, index) => ({
    ...kg(value),
    at: `${Temporal.PlainDate.from("2026-10-13").add({ days: index }).toString()}T05:00:00Z`,
    flags: ["from-memory"],
  }));
  await home.readings("scale", readings.toReversed());
  expect(told().filter((line) => line.startsWith("alert.opened"))).toEqual([
    "alert.opened: Vikten i medel 83,5 kg på 3 dagar, 1,1 kg över medel på 28 dagar (gräns 1,0 kg). Kom 2 tim sent.",
  ]);
});

it("Soheil's pulse is above 95 on the third of five days: he is told of then, and not for a good day after", async () => {
  await sign("soheil", {
    rules: [
      {
        id: "pulse-3-of-5",
        kind: "n-of-m",
        metric: "pulse",
        direction: "above",
        limit: { value: 95, unit: "/min" },
        atLeast: 3,
        days: 5,
        severity: "yellow",
      },
    ],
  });
  await mornings(
    "oximeter",
    "2026-10-19",
    [97, 88, 99, undefined, 98, 80].map((pulse) => (pulse === undefined ? undefined : oximetry(93, pulse))),
  );
  expect(told()).toEqual([
    "alert.opened: Pulsen 98/min, över gräns 95/min 3 av 5 dagar (larmar vid 3).",
    "alert.returned: ",
  ]);
});

it("a pulse of 84 is nothing to many, but Soheil's own is 73: he is told of, once it is known what is his own", async () => {
  await sign("soheil", { rules: [exampleOf("baseline").rule] });
  const pulses = [84, 68, 76, 72, 68, undefined, 76, 72, undefined, 70, 74, 84, 75];
  await mornings(
    "oximeter",
    "2026-10-14",
    pulses.map((pulse) => (pulse === undefined ? undefined : oximetry(93, pulse))),
  );
  expect(told()).toEqual([
    "alert.opened: Pulsen 84/min, över egen gräns 83,3/min (medel 73/min på 14 dagar plus 2 SD).",
    "alert.returned: ",
  ]);
});

it("Greta stays a kilogram above her dry weight: no value stands out, and on the seventh day it adds up", async () => {
  const { rule, references } = exampleOf("cusum");
  await sign("greta", { rules: [rule], references: [...references!] });
  await mornings("scale", "2026-10-20", [83, 83, 83, 83, 83, 83, 83].map(kg));
  expect(told()).toEqual([
    "alert.opened: Vikten 83,0 kg, sammanlagt 3,5 kg över egen nivå 82,0 kg på 14 dagar (gräns 3,0 kg).",
  ]);
  expect(home.events("alert.opened")[0]?.data["findings"]).toMatchObject([{ readings: { length: 7 } }]);
});

it("Soheil has two per cent less and ten beats more than usual: neither is beyond a limit, together they are told of", async () => {
  await sign("soheil", { rules: [...preset(["copd"]).rules, exampleOf("oximetry-score").rule] });
  const days = [
    [93, 80],
    [92, 84],
    [93, 76],
    [94, 80],
    [93, 85],
    [93, 75],
    [91, 90],
    [93, 80],
  ] as const;
  await mornings(
    "oximeter",
    "2026-10-19",
    days.map(([spo2, pulse]) => oximetry(spo2, pulse)),
  );
  expect(told()).toEqual([
    "alert.opened: Syremättnaden 91 % och puls 90/min: oximetripoäng 2,2 mot eget medel på 14 dagar (gräns 1).",
    "alert.returned: ",
  ]);
  expect(home.alerts("soheil")).toMatchObject([{ concern: "composite", cause: "oximetry-score" }]);
});

it("a cuff's pulse of last week comes late: the oximeter's of today is judged again, since both are Soheil's pulse", async () => {
  await home.submit({
    kind: "assignment-create",
    device: "loose",
    patient: "soheil",
    from: home.clock.now(),
    actor: "ture",
  });
  await sign("soheil", { rules: [exampleOf("baseline").rule] });
  await mornings(
    "oximeter",
    "2026-10-14",
    [72, 70, 74, 71, 84].map((pulse) => oximetry(93, pulse)),
  );
  expect(told()).toEqual([]);
  const cuff = {
    kind: "blood-pressure",
    systolic: 132,
    diastolic: 78,
    pulse: 72,
    unit: "mmHg",
    flags: ["from-memory"],
  };
  await home.readings("loose", [{ ...cuff, at: "2026-10-13T07:00:00+02:00" }]);
  expect(told()).toEqual([
    "alert.opened: Pulsen 84/min, över egen gräns 77,8/min (medel 72/min på 14 dagar plus 2 SD).",
  ]);
});

it("Greta's cuff finds her pulse irregular: her team is told, once, and of a regular one since", async () => {
  await sign("greta", { rules: [exampleOf("irregular-pulse").rule] });
  const cuff = (pulse: number, flags: string[]) => ({
    kind: "blood-pressure",
    systolic: 132,
    diastolic: 78,
    pulse,
    unit: "mmHg",
    flags,
  });
  await mornings("scale", "2026-10-19", [
    cuff(72, []),
    cuff(88, ["irregular-pulse"]),
    cuff(90, ["irregular-pulse"]),
    cuff(74, []),
  ]);
  expect(told()).toEqual([
    "alert.opened: Pulsen oregelbunden enligt mätaren (88/min).",
    "alert.joined: Pulsen oregelbunden enligt mätaren (90/min).",
    "alert.returned: ",
  ]);
  expect(home.alerts("greta")).toMatchObject([{ concern: "pulse-irregular", category: "clinical" }]);
});

it("Soheil's target is 88–92: 95 % on oxygen is too much, on room air it is welcome, and not known is not air", async () => {
  const { rule, saturationTarget } = exampleOf("oxygen-excess");
  await sign("soheil", { rules: [rule], saturationTarget: saturationTarget! });
  const on = (spo2: number, oxygenFlow?: number) => ({
    kind: "oxygen-saturation",
    spo2,
    ...(oxygenFlow === undefined ? {} : { oxygenFlow }),
  });
  await mornings("oximeter", "2026-10-19", [on(95, 0), on(95), on(92, 2)]);
  expect(told()).toEqual([]);
  await mornings("oximeter", "2026-10-22", [on(95, 2), on(95), on(94, 0)]);
  expect(told()).toEqual([
    "alert.opened: Syremättnaden 95 % med syrgas 2,0 l/min, över målets övre gräns 92 %.",
    "alert.returned: ",
  ]);
  expect(home.alerts("soheil")).toMatchObject([{ concern: "oxygen-high" }]);
});

it("Soheil answers his questions: two of three symptoms is told, a third is worse, and a question left open is no no", async () => {
  await sign("soheil", { rules: [exampleOf("symptoms").rule] });
  const said = (...answers: (boolean | undefined)[]) => ({
    kind: "symptoms",
    questionnaire: "anthonisen",
    version: "1",
    answers: ["more-dyspnoea", "more-sputum", "sputum-purulent"].flatMap((question, index) =>
      answers[index] === undefined ? [] : [{ question, answer: answers[index] }],
    ),
  });
  await mornings("oximeter", "2026-10-19", [
    said(true, false, false),
    said(true, undefined, false),
    said(true, true),
    said(true, true, true),
    said(true, undefined, false),
    said(false, false, false),
  ]);
  expect(told()).toEqual([
    "alert.opened: Symtomen ger 2 poäng av 3 (larmar vid 2).",
    "alert.worsened: Symtomen ger 3 poäng av 3 (larmar vid 2).",
    "alert.returned: ",
  ]);
  expect(home.alerts("soheil")).toMatchObject([{ concern: "symptoms", category: "clinical" }]);
});

it("Soheil is worse and is visited: seven values in twenty minutes make a NEWS2, the last to come is the one that tells", async () => {
  await sign("soheil", { rules: [exampleOf("news2").rule] });
  const at = (minute: string) => ({ at: `2026-10-19T08:${minute}:00+02:00`, flags: ["from-memory"] });
  home.clock.set("2026-10-19T08:30:00+02:00");
  const oxygen = { kind: "oxygen-saturation", spo2: 95, pulse: 110, oxygenFlow: 0, ...at("02") };
  const breathing = { kind: "respiratory-rate", value: 22, ...at("05") };
  const awake = { kind: "consciousness", value: "A", ...at("05") };
  const warm = { kind: "temperature", value: 38.5, unit: "°C", ...at("08") };
  const cuff = { kind: "blood-pressure", systolic: 118, diastolic: 70, unit: "mmHg", ...at("12") };
  for (const reading of [cuff, oxygen, breathing, awake]) await home.readings("oximeter", [reading]);
  expect(told()).toEqual([]);
  // Taken before the cuff and sent after it: the cuff's reading is judged again.
  await home.readings("oximeter", [warm]);
  expect(told()).toEqual([
    "alert.opened: NEWS2 5 poäng: andningsfrekvensen 2, syremättnaden 1, pulsen 1, temperaturen 1 (skala 1, larmar vid 5 eller en enskild trea).",
  ]);
  expect(home.events("alert.opened")[0]?.data["findings"]).toMatchObject([{ readings: { length: 5 } }]);
});

it("Greta gains 1.4 kg and was breathless the day before: her answers come after the weight, and together they are red", async () => {
  const { rule, alongside } = exampleOf("combination");
  await sign("greta", { rules: [...alongside!, rule] });
  await mornings("scale", "2026-10-19", [kg(82), kg(82.2), undefined, kg(83.4)]);
  expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", severity: "info" }]);
  const answer = { question: "more-breathless", answer: true };
  const symptoms = { kind: "symptoms", questionnaire: "beat-hf", version: "1", answers: [answer] };
  await home.readings("scale", [{ ...symptoms, at: "2026-10-21T20:00:00+02:00", flags: ["from-memory"] }]);
  expect(told().at(-1)).toBe(
    "alert.opened: Kombination av 2 fynd inom 48 timmar (larmar vid 2): Vikten upp 1,4 kg på 3 dagar, till 83,4 kg (gräns 1,0 kg); Symtomen ger 1 poäng av 6 (larmar vid 1).",
  );
  expect(
    home
      .alerts("greta")
      .map(({ concern, severity }) => `${concern} ${severity}`)
      .sort(),
  ).toEqual(["composite red", "symptoms info", "weight-gain info"]);
});

import { afterEach, beforeEach, expect, it } from "vitest";
import { type EventData, explainEvent } from "../../src/api/present/explanation.ts";
import type { PlanBody } from "../../src/domain/plan.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { preset } from "../../src/rules/presets.ts";
import { type Home, openHome } from "../helpers/home.ts";

/** Patients' stories, one for each rule kind: a signed plan, readings day by day, what the team is told, once. */

let home: Home;
beforeEach(async () => {
  home = await openHome("2026-10-01T06:00:00+02:00");
});
afterEach(() => home.close());

const sign = (patient: string, body: Partial<PlanBody>, ifVersion = 1) =>
  home.submit({ kind: "plan-sign", patient, body: preset([], body), ifVersion, actor: "karin" });

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
  expect(home.replayed()).toMatchObject({ differences: [] });
});

it("Greta's weight creeps up over a week: no three days differ by 2 kg, but her mean of three days leaves that of four weeks", async () => {
  const creeping = [82, 82.2, 81.8, 82, 82.1, 81.9, 82, 82.2, 81.8, 82, 82.5, 83, 83.5, 84, 84];
  const [rule] = catalogue["moving-average"].examples.map((example) => example.rule);
  await sign("greta", { rules: [...preset(["heart-failure"]).rules.filter(({ kind }) => kind === "change"), rule!] });
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
  const [rule] = catalogue["moving-average"].examples.map((example) => example.rule);
  await sign("greta", { rules: [rule!] });
  home.clock.set("2026-10-26T08:00:00+01:00");
  const creeping = [82, 82.2, 81.8, 82, 82.1, 81.9, 82, 82.2, 81.8, 82, 82.5, 83, 83.5, 84];
  const readings = creeping.map((value, index) => ({
    ...kg(value),
    at: `${Temporal.PlainDate.from("2026-10-13").add({ days: index }).toString()}T05:00:00Z`,
    flags: ["from-memory"],
  }));
  await home.readings("scale", readings.toReversed());
  expect(told().filter((line) => line.startsWith("alert.opened"))).toEqual([
    "alert.opened: Vikten i medel 83,5 kg på 3 dagar, 1,1 kg över medel på 28 dagar (gräns 1,0 kg). Kom in 2 h efter mätningen.",
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

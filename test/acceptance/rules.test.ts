import { afterEach, beforeEach, expect, it } from "vitest";
import { type EventData, explainEvent } from "../../src/api/present/explanation.ts";
import type { PlanBody } from "../../src/domain/plan.ts";
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

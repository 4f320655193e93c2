import { afterAll, describe, expect, it } from "vitest";
import type { CarePlan } from "../domain/plan.ts";
import { preset } from "../rules/presets.ts";
import type { Arrival } from "./arrival.ts";
import { createRunner, type Script } from "./run.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, seven in the morning in Stockholm. */
const MONDAY = Date.UTC(2026, 8, 7, 5);

const runner = createRunner();
afterAll(() => runner.close());

const plan: CarePlan = {
  ...preset(["heart-failure"]),
  patient: "p",
  version: 1,
  signedBy: "s",
  signedAt: 0,
  validFrom: 0,
};

/** A weight on each morning from Monday on, in kilograms; told a minute later. */
const mornings = (...kilograms: (number | undefined)[]): Arrival[] =>
  kilograms.flatMap((value, day) => {
    if (value === undefined) return [];
    const measuredAt = MONDAY + day * DAY;
    const values = { "body-weight": Math.round(value * 1000) };
    return [{ at: measuredAt + 60_000, readings: [{ kind: "body-weight" as const, measuredAt, values }] }];
  });

const script = (arrivals: Arrival[], more: Partial<Script> = {}): Script => ({
  patient: "p",
  zone: "Europe/Stockholm",
  plans: [plan],
  arrivals,
  from: MONDAY,
  to: MONDAY + 30 * DAY,
  staff: { kind: "promise" },
  ...more,
});

/** On which mornings an alert about gaining weight opened. */
const opened = (more: Partial<Script>, ...kilograms: (number | undefined)[]) =>
  runner
    .run(script(mornings(...kilograms), more))
    .alerts.filter(({ concern }) => concern === "weight-gain")
    .map(({ openedAt }) => Math.floor((openedAt - MONDAY) / DAY));

describe("running a patient's readings", () => {
  it("2.3 kg over the weekend: one red alert, that says why", () => {
    const { alerts, judged, failures } = runner.run(script(mornings(82.4, 82.4, 82.3, 84.7)));
    expect({ judged, failures }).toEqual({ judged: 4, failures: 0 });
    expect(alerts).toMatchObject([
      {
        concern: "weight-gain",
        severity: "red",
        cause: "weight-rise-3d",
        openedAt: MONDAY + 3 * DAY + 60_000,
        events: [
          {
            event: "opened",
            measuredAt: MONDAY + 3 * DAY,
            findings: [
              { rule: "weight-rise-3d", compared: { value: 84_700, reference: 82_400, limit: 2000 } },
              { rule: "weight-rise-3d-since-lowest" },
            ],
          },
          { event: "acknowledged" },
          { event: "resolved" },
        ],
      },
    ]);
  });

  it("what came before it begins is looked back on and opens nothing", () => {
    const weights = [82.4, 82.4, 82.3, 84.7, 84.6, 84.9];
    expect(opened({}, ...weights)).toEqual([3]);
    // Begun on Friday: Thursday's alert is not there, Friday's change since Tuesday is seen.
    expect(opened({ from: MONDAY + 4 * DAY }, ...weights)).toEqual([4]);
  });

  it("nothing of one run is left in the next", () => {
    const once = runner.run(script(mornings(82.4, 82.4, 82.3, 84.7)));
    expect(runner.run(script(mornings(82.4, 82.4, 82.3, 84.7)))).toEqual(once);
    expect(runner.run(script([]))).toEqual({ alerts: [], judged: 0, failures: 0 });
  });

  it("the longer an alert stays active, the fewer there are", () => {
    const up = [82, 82, 82, 84.5, 82, 82, 82, 84.5, 82, 82, 82, 84.5];
    const hours = (n: number) => opened({ staff: { kind: "after", hours: n } }, ...up);
    expect(hours(4)).toEqual([3, 7, 11]);
    expect(hours(6 * 24)).toEqual([3, 11]);
    expect(hours(30 * 24)).toEqual([3]);
  });

  it("a promise for a red alert is kept within four hours", () => {
    const [alert] = runner.run(script(mornings(82.4, 82.4, 82.3, 84.7))).alerts;
    expect(alert!.resolvedAt! - alert!.openedAt).toBe(4 * HOUR);
  });

  it("what comes late is judged when it comes, and what lies too far back opens nothing", () => {
    const late = mornings(82.4, 82.4, 82.3, 84.7).map((arrival) => ({ ...arrival, at: arrival.at + 2 * HOUR }));
    expect(runner.run(script(late)).alerts.map(({ openedAt }) => openedAt)).toEqual([late[3]!.at]);
    const old = late.map((arrival) => ({ ...arrival, at: arrival.at + 2 * DAY }));
    expect(runner.run(script(old)).alerts).toEqual([]);
  });
});

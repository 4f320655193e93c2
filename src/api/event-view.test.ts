import { expect, test } from "vitest";
import type { Role } from "../domain/people.ts";
import type { Principal } from "./context.ts";
import { type Audience, type EventRow, eventFor } from "./event-view.ts";

const who: Audience = {
  teamsOf: (patient) => new Set(patient === "greta" ? ["north", "beside"] : []),
  isTechnicalAlert: (alert) => alert === "technical",
};

const person = (role: Role, ...teams: string[]): Principal => ({
  staff: "s",
  role,
  teams,
  session: { kind: "bearer", token: new Uint8Array(), confirmedAt: 0 },
});

const event = (more: Partial<EventRow>): EventRow => ({
  seq: 7,
  at: 0,
  type: "alert.opened",
  alert: "clinical",
  patient: "greta",
  team: "north",
  actor: "hub:h",
  reason: "further by 21",
  data: JSON.stringify({ severity: "red", code: "VALUE_IMPLAUSIBLE", reading: { values: { pulse: 21 } }, note: "she" }),
  ...more,
});

const stripped = { severity: "red", code: "VALUE_IMPLAUSIBLE" };

test.each<[string, Principal, Partial<EventRow>, "whole" | "stripped" | "nothing", string | null]>([
  ["her nurse, her alert", person("nurse", "north"), {}, "whole", "greta"],
  ["a physician beside", person("physician", "beside"), {}, "whole", "greta"],
  ["a nurse elsewhere", person("nurse", "night"), {}, "nothing", null],
  [
    "a nurse of the alert's team who no longer has the patient",
    person("nurse", "old"),
    { team: "old" },
    "nothing",
    null,
  ],
  ["her nurse, a technical alert", person("nurse", "north"), { alert: "technical" }, "whole", "greta"],
  ["the technician, her alert", person("technician", "north"), {}, "nothing", null],
  ["the technician, a technical alert", person("technician", "north"), { alert: "technical" }, "stripped", "greta"],
  [
    "the hub's technician, without her",
    person("technician", "hub"),
    { alert: "technical", team: "hub" },
    "stripped",
    null,
  ],
  ["the hub's nurse, without her", person("nurse", "hub"), { alert: "technical", team: "hub" }, "stripped", null],
  [
    "the technician, a hub",
    person("technician", "north"),
    { alert: null, patient: null, type: "hub.state" },
    "stripped",
    null,
  ],
  ["the technician, a plan", person("technician", "north"), { alert: null, type: "plan.signed" }, "nothing", null],
  ["the technician, a prompt", person("technician", "north"), { alert: null, type: "prompt.shown" }, "nothing", null],
  [
    "the team that hands over",
    person("nurse", "old"),
    { alert: null, team: "old", type: "patient.team-changed" },
    "whole",
    "greta",
  ],
])("%s", (_, principal, more, seen, patient) => {
  const row = event(more);
  const sent = eventFor(principal, row, who);
  if (seen === "nothing") return expect(sent).toBeUndefined();
  expect(sent?.patient).toBe(patient);
  expect(sent?.data).toEqual(seen === "whole" ? JSON.parse(row.data) : stripped);
  expect(sent?.reason).toBe(seen === "whole" ? row.reason : row.type);
});

test("a technical event's reason passes when it is a code of the catalogue", () => {
  const row = event({ alert: "technical", reason: "CLOCK_WRONG" });
  expect(eventFor(person("technician", "north"), row, who)?.reason).toBe("CLOCK_WRONG");
});

import { expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import { type AlertState, alertEventKinds, alertStates } from "../domain/alert.ts";
import { drawTransitions, type Trigger, transition, transitions, triggers } from "./transitions.ts";

const table = readTable("alert-transitions", ["state", "trigger", "to", "event"]);

test.each(table)("$state + $trigger → $to", ({ state, trigger, to, event }) => {
  const expected = to === "-" ? undefined : { to, event };
  expect(transition(state as AlertState, trigger as Trigger)).toEqual(expected);
});

test("the table says what every trigger does in every state, once", () => {
  const pairs = alertStates.flatMap((state) => triggers.map((trigger) => `${state} ${trigger}`));
  expect(table.map(({ state, trigger }) => `${state} ${trigger}`).sort()).toEqual(pairs.sort());
});

test("every event is recorded by some transition", () => {
  const recorded = new Set(Object.values(transitions).flatMap((row) => Object.values(row).map(({ event }) => event)));
  // People are told of what has happened, and take back what they did; those are no transitions of their own.
  const others = new Set(["opened", "told", "undone"]);
  expect(alertEventKinds.filter((event) => !others.has(event) && !recorded.has(event))).toEqual([]);
});

test("the drawing shows every transition of the table and no other", () => {
  const drawn = drawTransitions().split("\n");
  const arrows = table.filter(({ to }) => to !== "-");
  for (const { state, trigger, to } of arrows) {
    const matching = drawn.filter((line) => line.startsWith(`  ${state} --> ${to}: ${trigger}`));
    expect(matching, `${state} + ${trigger}`).toHaveLength(1);
  }
  // The first line names the kind of diagram; one arrow leads in and one out.
  expect(drawn).toHaveLength(arrows.length + 3);
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Enrolment, enrolmentAt, mayContact } from "./enrolment.ts";

describe("enrolment at an instant", () => {
  test.each<[string, readonly Enrolment[], number, Enrolment]>([
    ["nothing was ever decided", [], 5, { state: "active", from: 0 }],
    ["before the first change", [{ state: "invited", from: 10 }], 9, { state: "active", from: 0 }],
    ["from the change on", [{ state: "invited", from: 10 }], 10, { state: "invited", from: 10 }],
    [
      "a pause that holds",
      [{ state: "paused", from: 10, until: 20, reason: "admitted" }],
      19,
      { state: "paused", from: 10, until: 20, reason: "admitted" },
    ],
    [
      "a pause that has run out",
      [{ state: "paused", from: 10, until: 20, reason: "admitted" }],
      20,
      { state: "active", from: 20 },
    ],
    [
      "ended in a pause",
      [
        { state: "paused", from: 10, until: 99, reason: "admitted" },
        { state: "ended", from: 30, reason: "deceased" },
      ],
      40,
      { state: "ended", from: 30, reason: "deceased" },
    ],
    [
      "made active again by mistake's correction",
      [
        { state: "ended", from: 30, reason: "deceased" },
        { state: "active", from: 31 },
      ],
      31,
      { state: "active", from: 31 },
    ],
  ])("%s", (_story, decided, at, expected) => {
    expect(enrolmentAt(decided, at)).toEqual(expected);
  });

  test("whatever was decided, nobody is spoken to from an ending until it is taken back", () => {
    const change = fc.constantFrom("invited" as const, "active" as const, "ended" as const);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(9), (states, at) => {
        const decided = states.map(
          (state, from): Enrolment =>
            state === "ended" ? ({ state, from, reason: "other" } as const) : { state, from },
        );
        expect(mayContact(enrolmentAt(decided, at))).toBe((states.slice(0, at + 1).at(-1) ?? "active") !== "ended");
      }),
    );
  });
});

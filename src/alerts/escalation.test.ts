import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy, type Escalation, type Steps } from "../domain/escalation.ts";
import { aroundTheClock, type Hours, openIntervals } from "../domain/hours.ts";
import type { OnCallRole, StaffedTeam } from "../domain/responsibility.ts";
import { afterWait, begin, further, movesBecause, nextMove, type Parties, type Telling } from "./escalation.ts";
import { dutiesDuring } from "./responsibility.ts";

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const MINUTE = 60_000;
const DAY = 86_400_000;

const officeHours: Hours = {
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
  publicHolidays: "as-sunday",
  exceptions: [],
};

const onCall = (turns: Partial<Record<OnCallRole, string>>): StaffedTeam["rota"] =>
  Object.entries(turns).map(([role, staff]) => ({ role: role as OnCallRole, staff, from: 0, to: 1e15 }));

const team = (id: string, changes: Partial<StaffedTeam> = {}): StaffedTeam => ({
  id,
  kind: "municipal",
  zone: "Europe/Stockholm",
  hours: aroundTheClock,
  contact: { phone: "010-000 00 00" },
  onCall: "rota",
  rota: [],
  ...changes,
});

const night = team("night", { rota: onCall({ primary: "nils", secondary: "stina", manager: "mona" }) });
const cover = team("cover", { rota: onCall({ primary: "cia" }) });
const parties = (changes: Partial<Parties> = {}): Parties => ({ team: night, cover, works: () => true, ...changes });
const asRow = (telling: Telling): Escalation => ({ ...telling, due: telling.next.at });
const whom = ({ to }: Telling): string[] => to.map(({ team: of, staff }) => staff ?? of);

/** The tellings of an alert that nobody takes on, each at the instant that the one before set. */
function unanswered(steps: Steps, from: number, several: number, who = parties()): Telling[] {
  const told = [begin(steps, "opened", who, from)];
  while (told.length < several) {
    const last = told.at(-1)!;
    told.push(further(steps, asRow(last), who, last.next.at));
  }
  return told;
}

describe("a red alert that nobody takes on", () => {
  it("goes further every quarter of an hour, and then to all of them again and again", () => {
    const start = at("2026-11-22T02:10:00Z");
    const told = unanswered(defaultPolicy.red, start, 6);
    expect(told.map((one) => [(one.at - start) / MINUTE, one.step, one.repeats, one.why, whom(one).join(" ")])).toEqual(
      [
        [0, 0, 0, "opened", "nils night"],
        [15, 1, 0, "unanswered", "stina"],
        [30, 2, 0, "unanswered", "cia"],
        [45, 3, 0, "unanswered", "mona"],
        [60, 3, 1, "repeated", "nils night stina cia mona"],
        [75, 3, 2, "repeated", "nils night stina cia mona"],
      ],
    );
    expect(told.map(({ last }) => last)).toEqual([false, false, false, true, true, true]);
  });

  it("goes to the team's function where nobody has a role, and says which", () => {
    const alone = team("alone");
    const told = unanswered(defaultPolicy.red, 0, 3, parties({ team: alone, cover: undefined }));
    expect(told.map(whom)).toEqual([["alone"], ["alone"], ["alone"]]);
    expect(told.map(({ vacant }) => vacant)).toEqual([["primary"], ["secondary"], ["cover"]]);
    expect(
      told.map(({ nobodyElse }) => nobodyElse),
      "and says that it reaches nobody further",
    ).toEqual([false, true, true]);
  });

  it("goes past somebody on the rota who no longer works here", () => {
    const told = begin(defaultPolicy.red, "opened", parties({ works: (staff) => staff !== "nils" }), 0);
    expect(whom(told)).toEqual(["night"]);
    expect(told.vacant).toEqual(["primary"]);
  });

  it("begins with those of the second step as well, after a promise that was not kept", () => {
    const told = begin(defaultPolicy.red, "promise-passed", parties(), 0);
    expect([told.step, ...whom(told)]).toEqual([1, "nils", "night", "stina"]);
    const only: Steps = { ...defaultPolicy.red, steps: [defaultPolicy.red.steps[0]!] };
    expect(begin(only, "promise-passed", parties(), 0)).toMatchObject({ step: 0, last: true });
  });

  it("tells the manager of the team that has it, when another team is told", () => {
    const clinic = team("clinic", { rota: onCall({ manager: "maria" }) });
    expect(whom(begin(defaultPolicy.red, "team-closed", parties({ owner: clinic }), 0))).toEqual([
      "nils",
      "night",
      "maria",
    ]);
  });

  it("goes on from its last step when the policy became shorter", () => {
    const shorter: Steps = { ...defaultPolicy.red, steps: defaultPolicy.red.steps.slice(0, 2) };
    const third = unanswered(defaultPolicy.red, 0, 3)[2]!;
    expect(further(shorter, asRow(third), parties(), third.next.at)).toMatchObject({ step: 1, why: "repeated" });
  });

  it("gives everybody their quarter of an hour, however late a step was decided", () => {
    const first = begin(defaultPolicy.red, "opened", parties(), 0);
    // The machine was off for five hours: one step, not twenty.
    const late = further(defaultPolicy.red, asRow(first), parties(), 300 * MINUTE);
    expect(late).toMatchObject({ step: 1, next: { at: 315 * MINUTE } });
  });
});

describe("a wait", () => {
  const clinic = team("clinic", { hours: officeHours });
  it.each<[string, Parameters<typeof afterWait>[0], string, string]>([
    ["in minutes passes always", { minutes: 15 }, "2026-11-20T22:00:00+01:00", "2026-11-20T22:15:00+01:00"],
    [
      "in open minutes stands still at night",
      { openMinutes: 120 },
      "2026-11-19T16:30:00+01:00",
      "2026-11-20T09:30:00+01:00",
    ],
    ["… and over the weekend", { openMinutes: 120 }, "2026-11-20T16:00:00+01:00", "2026-11-23T09:00:00+01:00"],
    ["… up to the last minute of a day", { openMinutes: 60 }, "2026-11-20T16:00:00+01:00", "2026-11-20T17:00:00+01:00"],
    ["… and over Christmas", { openMinutes: 60 }, "2026-12-23T16:30:00+01:00", "2026-12-28T08:30:00+01:00"],
    ["in open days is the same time", { openDays: 1 }, "2026-11-19T10:00:00+01:00", "2026-11-20T10:00:00+01:00"],
    ["… past the weekend", { openDays: 1 }, "2026-11-20T10:00:00+01:00", "2026-11-23T10:00:00+01:00"],
    ["… or when the team opens", { openDays: 1 }, "2026-11-19T03:00:00+01:00", "2026-11-20T08:00:00+01:00"],
    [
      "… in the morning where it was told after closing",
      { openDays: 1 },
      "2026-11-19T20:00:00+01:00",
      "2026-11-20T08:00:00+01:00",
    ],
    [
      "over the night in which the clocks go back",
      { openDays: 1 },
      "2026-10-23T10:00:00+02:00",
      "2026-10-26T10:00:00+01:00",
    ],
    [
      "in minutes counts the hour that comes twice",
      { minutes: 60 },
      "2026-10-25T02:30:00+02:00",
      "2026-10-25T02:30:00+01:00",
    ],
  ])("%s", (_what, wait, from, to) => {
    expect(Temporal.Instant.fromEpochMilliseconds(afterWait(wait, clinic, at(from))).toString()).toBe(
      Temporal.Instant.from(to).toString(),
    );
  });

  it("of a team that never opens ends all the same", () => {
    const closed = team("closed", { hours: { weekly: [], publicHolidays: "closed", exceptions: [] } });
    expect(afterWait({ openMinutes: 120 }, closed, 0)).toBe(120 * MINUTE);
    expect(afterWait({ openDays: 1 }, closed, 0)).toBe(DAY);
  });

  it("in open minutes is over once exactly so many have been open", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z") }),
        fc.integer({ min: 1, max: 600 }),
        (from, openMinutes) => {
          const to = afterWait({ openMinutes }, clinic, from);
          const open = openIntervals(clinic.hours, clinic.zone, { from, to });
          expect(open.reduce((sum, one) => sum + one.to - one.from, 0)).toBe(openMinutes * MINUTE);
          expect(open.at(-1)?.to, "and not a moment later").toBe(to);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("who is to be told", () => {
  const clinic = team("clinic", { hours: officeHours, cover: "night" });
  const teams = new Map([clinic, night, cover].map((one) => [one.id, one]));
  const entries = [{ kind: "ordinary", team: "clinic", from: 0 }] as const;
  const during = (from: string, to: string, added: Parameters<typeof dutiesDuring>[0] = []) =>
    dutiesDuring([...entries, ...added], teams, { from: at(from), to: at(to) });

  it("is the cover once the team closes; what can wait stays", () => {
    const duties = during("2026-11-20T16:50:00+01:00", "2026-11-20T18:00:00+01:00");
    expect(nextMove("clinic", duties, "move")).toBe(at("2026-11-20T17:00:00+01:00"));
    expect(nextMove("clinic", duties, "wait")).toBeUndefined();
    expect(movesBecause("clinic", duties.at(-1)!, "move")).toBe("team-closed");
  });

  it("is the clinic in the morning, for whatever the night has not taken on", () => {
    const duties = during("2026-11-20T07:50:00+01:00", "2026-11-20T09:00:00+01:00");
    for (const whenClosed of ["move", "wait"] as const) {
      expect(nextMove("night", duties, whenClosed)).toBe(at("2026-11-20T08:00:00+01:00"));
    }
    expect(movesBecause("night", duties.at(-1)!, "wait")).toBe("duty-moved");
  });

  it("is the team of a takeover from when it begins, however severe", () => {
    const from = at("2026-11-20T10:00:00+01:00");
    const takeover = { kind: "takeover", team: "cover", from, to: from + DAY } as const;
    const duties = during("2026-11-20T09:00:00+01:00", "2026-11-20T12:00:00+01:00", [takeover]);
    expect(nextMove("clinic", duties, "wait")).toBe(from);
  });

  it("stays where it is when nobody else answers", () => {
    const alone = new Map([["clinic", team("clinic", { hours: officeHours })]]);
    const duties = dutiesDuring(entries, alone, { from: at("2026-11-20T16:00:00Z"), to: at("2026-11-21T00:00:00Z") });
    expect(nextMove("clinic", duties, "move")).toBeUndefined();
  });
});

describe("whatever the policy and the rota", () => {
  const wait = fc.oneof(
    fc.record({ minutes: fc.integer({ min: 1, max: 600 }) }),
    fc.record({ openMinutes: fc.integer({ min: 1, max: 600 }) }),
    fc.record({ openDays: fc.integer({ min: 1, max: 5 }) }),
  );
  const tell = fc.uniqueArray(fc.constantFrom("team", "primary", "secondary", "cover", "manager"), { minLength: 1 });
  const policy: fc.Arbitrary<Steps> = fc
    .record({ first: tell, rest: fc.array(fc.record({ after: wait, tell }), { maxLength: 5 }), repeat: wait })
    .map(({ first, rest, repeat }) => ({
      steps: [{ after: { minutes: 0 }, tell: first }, ...rest] as Steps["steps"],
      repeat,
      whenClosed: "wait",
    }));
  const someTeam = fc
    .record({
      roles: fc.subarray(["primary", "secondary", "manager"] as const),
      hours: fc.constantFrom(officeHours, aroundTheClock),
    })
    .map(({ roles, hours }) => team("some", { hours, rota: roles.flatMap((role) => onCall({ [role]: role })) }));

  it("every telling reaches somebody, once each, and the next is always later; steps come one by one", () => {
    fc.assert(
      fc.property(policy, someTeam, fc.integer({ min: 0, max: 4e12 }), (steps, one, start) => {
        const told = unanswered(steps, start, steps.steps.length + 3, parties({ team: one, cover: undefined }));
        told.forEach((telling, index) => {
          expect(telling.to.length).toBeGreaterThan(0);
          expect(new Set(whom(telling)).size).toBe(telling.to.length);
          expect(telling.next.at).toBeGreaterThan(telling.at);
          expect(telling.step).toBe(Math.min(index, steps.steps.length - 1));
          expect(telling.repeats).toBe(Math.max(0, index - steps.steps.length + 1));
        });
      }),
      { numRuns: 100 },
    );
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { type Night, openNight } from "../../test/helpers/night.ts";
import { defaultPolicy } from "../domain/escalation.ts";

/** Alerts that nobody takes on, from the finding to whoever is told of it. */

let night: Night;
afterEach(async () => {
  // Whatever happened, the log gives the same again.
  expect(night.differences()).toEqual([]);
  await night.close();
});

const promise = (due: string) => ({ text: "Ringer", due: Temporal.Instant.from(due).epochMilliseconds });
const acknowledge = (alert: string, actor: string, due: string) =>
  night.submit({
    kind: "alert-acknowledge",
    alert,
    ifVersion: night.alerts().find(({ id }) => id === alert)!.version,
    promise: promise(due),
    actor,
  });
const only = () => {
  const [alert, ...others] = night.alerts();
  expect(others).toEqual([]);
  return alert!;
};

describe("Soheil's oxygen falls to 82 % on a Sunday night", () => {
  it("the municipality's nurse is told, then the next, who takes it and forgets; then all of them, until somebody has it", async () => {
    night = await openNight("2026-11-22T02:10:00+01:00");
    await night.oxygen(82);
    expect(night.told()).toEqual(["02:10 opened: nils night"]);
    expect(only()).toMatchObject({ severity: "red", team: "night", version: 1 });
    await night.until("2026-11-22T02:27:00+01:00");
    await acknowledge(only().id, "stina", "2026-11-22T03:30:00+01:00");
    await night.until("2026-11-22T04:40:00+01:00");
    expect(night.told()).toEqual([
      "02:10 opened: nils night",
      "02:25 unanswered: stina",
      // Nothing while she has it; then more than at first.
      "03:30 promise-passed: nils night stina",
      "03:45 unanswered: night",
      "04:00 unanswered: mona",
      "04:15 repeated: nils night stina mona",
      "04:30 repeated: nils night stina mona",
    ]);
    expect(night.notified()).toEqual([
      "alert 0 nils",
      "alert 0 night",
      "escalation 1 stina",
      "promise-passed 1 nils",
      "promise-passed 1 night",
      "promise-passed 1 stina",
      "escalation 2 night",
      "escalation 3 mona",
      ...[1, 2].flatMap(() => ["escalation 3 nils", "escalation 3 night", "escalation 3 stina", "escalation 3 mona"]),
    ]);
    await acknowledge(only().id, "mona", "2026-11-22T06:00:00+01:00");
    await night.submit({
      kind: "alert-resolve",
      alert: only().id,
      ifVersion: only().version,
      outcome: "true",
      action: "visit",
      actor: "mona",
    });
    await night.until("2026-11-23T12:00:00+01:00");
    expect(night.told()).toHaveLength(7);
    expect(night.db.get("SELECT due, json_extract(body, '$.escalation') AS escalation FROM alert")).toMatchObject({
      due: null,
      escalation: null,
    });
  });

  it("another reading as low wakes nobody; a worse one tells everybody from the beginning", async () => {
    night = await openNight("2026-11-22T02:10:00+01:00");
    await night.oxygen(82);
    await night.until("2026-11-22T02:26:00+01:00");
    await night.oxygen(82);
    expect(night.told()).toHaveLength(2);
    await night.oxygen(75);
    expect(night.told().at(-1)).toBe("02:26 worsened: nils night");
    await night.until("2026-11-22T02:45:00+01:00");
    expect(night.told().slice(3), "counted from then").toEqual(["02:41 unanswered: stina"]);
  });

  it("somebody who has left since is not waited for", async () => {
    night = await openNight("2026-11-22T02:10:00+01:00");
    await night.oxygen(82);
    await night.submit({ kind: "staff-disable", staff: "stina", ifVersion: 1, actor: "alva" });
    await night.until("2026-11-22T02:25:00+01:00");
    expect(night.told().at(-1)).toBe("02:25 unanswered: night");
    expect(night.events("alert.told").at(-1)?.data).toMatchObject({ vacant: ["secondary"], nobodyElse: true });
  });
});

describe("the clock", () => {
  it("jumps ahead: one step, and time for those who are told", async () => {
    night = await openNight("2026-11-22T02:10:00+01:00");
    await night.oxygen(82);
    night.clock.set("2026-11-22T07:00:00+01:00");
    await night.tick();
    await night.tick();
    expect(night.told().slice(1)).toEqual(["07:00 unanswered: stina"]);
    await night.until("2026-11-22T07:16:00+01:00");
    expect(night.told().at(-1)).toBe("07:15 unanswered: night");
  });

  it.each([
    ["goes back an hour", "2026-10-25T02:50:00+02:00", "02:05", "02:20"],
    ["goes forward an hour", "2026-03-29T01:50:00+01:00", "03:05", "03:20"],
  ])("%s in the night: a quarter of an hour stays one", async (_what, at, second, third) => {
    night = await openNight(at);
    await night.oxygen(82);
    const start = night.clock.now();
    await night.until(Temporal.Instant.fromEpochMilliseconds(start + 30 * 60_000).toString());
    expect(night.told().slice(1)).toEqual([`${second} unanswered: stina`, `${third} unanswered: night`]);
  });

  it("is put back: nobody waits longer than a quarter of an hour from then", async () => {
    night = await openNight("2026-11-22T02:10:00+01:00");
    await night.oxygen(82);
    night.clock.set("2026-11-22T01:00:00+01:00");
    await night.submit({ kind: "tick", back: true, actor: "platform" });
    await night.until("2026-11-22T01:16:00+01:00");
    expect(night.told().slice(1)).toEqual(["01:15 unanswered: stina"]);
  });
});

describe("a team closes", () => {
  it("red: the municipality is told, and the clinic's manager; whoever takes it there has it", async () => {
    night = await openNight("2026-11-20T16:50:00+01:00");
    await night.oxygen(82);
    expect(only().team).toBe("north");
    await night.until("2026-11-20T17:16:00+01:00");
    expect(night.told()).toEqual([
      "16:50 opened: north",
      "17:00 team-closed: nils night maria",
      "17:15 unanswered: stina",
    ]);
    expect(night.notified().slice(1, 4)).toEqual(["team-closed 0 nils", "team-closed 0 night", "team-closed 0 maria"]);
    expect(only().team, "nobody has taken it over yet").toBe("north");
    await acknowledge(only().id, "nils", "2026-11-20T18:00:00+01:00");
    expect(only()).toMatchObject({ team: "night", state: "acknowledged" });
  });

  it("red: the clinic's nurse who stays late keeps it", async () => {
    night = await openNight("2026-11-20T16:50:00+01:00");
    await night.oxygen(82);
    await night.until("2026-11-20T17:05:00+01:00");
    await acknowledge(only().id, "karin", "2026-11-20T18:00:00+01:00");
    expect(only().team).toBe("north");
    await night.until("2026-11-20T18:01:00+01:00");
    expect(night.told().at(-1), "who forgets it, in a team that has gone home").toBe(
      "18:00 promise-passed: nils night stina maria",
    );
  });

  it("yellow waits for the clinic's own hours, and nobody is woken", async () => {
    night = await openNight("2026-11-20T16:30:00+01:00");
    await night.oxygen(89);
    expect(only()).toMatchObject({ severity: "yellow", team: "north" });
    const { id } = only();
    await night.until("2026-11-24T12:00:00+01:00");
    expect(night.told(id)).toEqual([
      "16:30 opened: north",
      // Half an hour on Friday, the rest on Monday; the clinic has nobody on call.
      "09:30 unanswered: north",
      "11:30 unanswered: maria",
      "11:30 repeated: north maria",
    ]);
  });

  it("what the night has not taken on, the clinic hears of when it opens", async () => {
    night = await openNight("2026-11-23T07:50:00+01:00");
    await night.oxygen(82);
    await night.until("2026-11-23T08:01:00+01:00");
    expect(night.told()).toEqual(["07:50 opened: nils night", "08:00 duty-moved: north mona"]);
  });

  it("a patient moves to another team: that team is told at once", async () => {
    night = await openNight("2026-11-20T10:00:00+01:00");
    await night.oxygen(82);
    await night.submit({ kind: "patient-team", patient: "soheil", team: "night", ifVersion: 2, actor: "alva" });
    await night.tick();
    expect(night.told()).toEqual(["10:00 opened: north", "10:00 duty-moved: nils night"]);
  });
});

describe("technical alerts", () => {
  const unknown = (device: string) => night.readings(device, [{ kind: "body-weight", value: 80, unit: "kg" }]);

  it("of one team within ten minutes are told together, each with its own next step", async () => {
    night = await openNight("2026-11-20T10:00:00+01:00");
    await night.submit({
      kind: "device-register",
      id: "other",
      hub: "hub-greta",
      model: "generic-weight",
      actor: "alva",
    });
    await night.submit({
      kind: "device-register",
      id: "third",
      hub: "hub-greta",
      model: "generic-weight",
      actor: "alva",
    });
    await unknown("loose");
    night.clock.advance(5 * 60_000);
    await unknown("other");
    night.clock.advance(5 * 60_000);
    await unknown("third");
    const [first, second] = night.alerts();
    expect(night.told()).toEqual(["10:00 opened: north", "10:05 opened: ", "10:10 opened: north"]);
    expect(night.events("alert.told")[1]?.data).toMatchObject({ foldedInto: first!.id });
    expect(night.notified()).toEqual(["alert 0 north", "alert 0 north"]);
    await night.until("2026-11-23T11:00:00+01:00");
    expect(night.told(second!.id)).toEqual(["10:05 opened: ", "10:05 unanswered: maria"]);
  });
});

describe("a team's own steps", () => {
  it("are in force from the next step on; a version that somebody else changed is refused", async () => {
    night = await openNight("2026-11-22T02:10:00+01:00");
    await night.oxygen(82);
    const { version } = night.db.get<{ version: number }>("SELECT version FROM team WHERE id = 'night'")!;
    const red = { ...defaultPolicy.red, steps: [{ after: { minutes: 0 }, tell: ["manager" as const] }] };
    const change = {
      kind: "team-escalation",
      team: "night",
      policy: { ...defaultPolicy, red },
      actor: "alva",
    } as const;
    await expect(night.submit({ ...change, ifVersion: version - 1 })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    await night.submit({ ...change, ifVersion: version });
    await night.until("2026-11-22T02:26:00+01:00");
    expect(night.told().at(-1)).toBe("02:25 repeated: mona");
    await expect(night.submit({ ...change, team: "nowhere", ifVersion: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

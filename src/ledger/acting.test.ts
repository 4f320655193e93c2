import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import type { Submission } from "./commands.ts";

/** What people do to alerts, in and out of order. */

const HOUR = 3_600_000;
let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(async () => {
  expect(home.replayed().differences, "the log alone rebuilds it").toEqual([]);
  await home.close();
});

/** Opens a yellow alert over Soheil's oxygen and answers its id. */
async function openAlert(spo2 = 89): Promise<string> {
  await home.readings("oximeter", [{ kind: "oxygen-saturation", spo2, at: "2026-11-22T13:55:00+01:00" }]);
  return home.alerts("soheil")[0]!.id;
}
const acknowledge = (alert: string, ifVersion: number, actor = "nils", due = home.clock.now() + HOUR): Submission => ({
  kind: "alert-acknowledge",
  alert,
  ifVersion,
  promise: { text: "ring", due },
  actor,
});
const resolve = (alert: string, ifVersion: number, actor = "nils"): Submission => ({
  kind: "alert-resolve",
  alert,
  ifVersion,
  outcome: "true",
  action: "advice",
  actor,
});
const refused = (command: Submission, code: string, data?: object) =>
  expect(home.submit(command)).rejects.toMatchObject({ code, ...(data ? { data } : {}) });

describe("two nurses at once", () => {
  test("one wins; the other is told who has it, and that it can be read again", async () => {
    const alert = await openAlert();
    const [first, second] = await Promise.allSettled([
      home.submit(acknowledge(alert, 1, "nils")),
      home.submit(acknowledge(alert, 1, "karin")),
    ]);
    expect(first).toMatchObject({ status: "fulfilled", value: { id: alert, version: 2 } });
    expect(second).toMatchObject({
      status: "rejected",
      reason: { code: "PRECONDITION_FAILED", data: { state: "acknowledged", version: 2, acknowledgedBy: "nils" } },
    });
    expect(home.events("alert.acknowledged")).toHaveLength(1);
  });

  test("one who saw the alert before it got worse can't resolve what she has not seen", async () => {
    const alert = await openAlert();
    await home.submit(acknowledge(alert, 1));
    await home.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 86, at: "2026-11-22T13:58:00+01:00" }]);
    await refused(resolve(alert, 2), "PRECONDITION_FAILED", { state: "open", version: 3 });
    expect(home.alerts("soheil")).toMatchObject([{ state: "open", severity: "red" }]);
  });
});

describe("transitions out of order", () => {
  test("nobody resolves what nobody has taken on", async () => {
    const alert = await openAlert();
    await refused(resolve(alert, 1), "ALERT_TRANSITION", { state: "open" });
  });

  test("what is resolved can be neither taken on nor resolved again", async () => {
    const alert = await openAlert();
    await home.submit(acknowledge(alert, 1));
    await home.submit(resolve(alert, 2));
    await refused(acknowledge(alert, 3), "ALERT_TRANSITION", { state: "resolved" });
    await refused(resolve(alert, 3), "ALERT_TRANSITION", { state: "resolved" });
    expect(home.events("alert.%").map(({ type }) => type)).toEqual([
      "alert.opened",
      "alert.acknowledged",
      "alert.resolved",
    ]);
  });

  test("an alert that is not there", async () => {
    await refused(acknowledge("a-nothing", 1), "NOT_FOUND");
  });

  test("a refused request leaves no row in the log", async () => {
    const alert = await openAlert();
    const before = ["command", "event"].map(home.count);
    await refused(resolve(alert, 1), "ALERT_TRANSITION");
    await refused(acknowledge(alert, 9), "PRECONDITION_FAILED");
    expect(["command", "event"].map(home.count)).toEqual(before);
  });
});

describe("promises", () => {
  test("lie in the time to come and below the ceiling, which is named", async () => {
    const alert = await openAlert(86);
    const now = home.clock.now();
    await refused(acknowledge(alert, 1, "nils", now), "PROMISE_PAST");
    await refused(acknowledge(alert, 1, "nils", now + 4 * HOUR + 1), "PROMISE_TOO_LATE", {
      latest: "2026-11-22T17:00:00.000Z",
    });
    await home.submit(acknowledge(alert, 1, "nils", now + 4 * HOUR));
  });

  test("that pass put the alert back, once, and say whose they were", async () => {
    const alert = await openAlert();
    await home.submit(acknowledge(alert, 1));
    home.clock.advance(HOUR - 1);
    await home.submit({ kind: "tick", actor: "platform" });
    expect(home.alerts("soheil")).toMatchObject([{ state: "acknowledged" }]);
    home.clock.advance(1);
    await home.submit({ kind: "tick", actor: "platform" });
    await home.submit({ kind: "tick", actor: "platform" });
    expect(home.alerts("soheil")).toMatchObject([{ state: "open", version: 3 }]);
    expect(home.events("alert.promise-passed").map(({ data }) => data["promisedBy"])).toEqual(["nils"]);
  });

  test("a tick with nothing due leaves no row in the log", async () => {
    const before = home.count("command");
    await home.submit({ kind: "tick", actor: "platform" });
    expect(home.count("command")).toBe(before);
  });
});

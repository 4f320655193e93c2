import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import type { TreatmentText } from "../domain/patient-text.ts";
import type { PlanBody } from "../domain/plan.ts";
import { preset } from "../rules/presets.ts";

/** What the clinic has written for Greta to read, and when it is not shown. */

let home: Home;
beforeEach(async () => {
  home = await openHome("2026-11-18T07:00:00+01:00");
  const doris = { id: "doris", username: "doris", password: "-", role: "physician" as const, teams: ["north"] };
  await home.submit({ kind: "staff-create", actor: "alva", ...doris, person: { given: "Doris", family: "Prov" } });
});
afterEach(async () => {
  expect(home.replayed(), "the log alone rebuilds it").toMatchObject({ differences: [], refused: [] });
  await home.close();
});

const HOUR = 3_600_000;
const CALL = { rule: "weight-rise-3d", text: "Din vikt har gått upp fort. Ring oss i dag." };
const DIURETIC: TreatmentText = {
  rule: "weight-rise-3d",
  text: "Ta en extra tablett furosemid 40 mg i dag.",
  drug: "furosemid",
  dose: "40 mg",
  maxDays: 3,
  expires: "2026-12-31",
  unless: {
    systolicBelow: { value: 100, unit: "mmHg" },
    dizziness: true,
    weightBelowReference: true,
    otherRedAlert: true,
  },
};
const reference = { metric: "body-weight" as const, value: { value: 82, unit: "kg" }, setBy: "-", setOn: "2026-01-01" };
const sign = (body: Partial<PlanBody>, actor = "doris", patient = "greta") =>
  home.submit({
    kind: "plan-sign",
    patient,
    body: preset(["heart-failure"], { references: [reference], ...body }),
    ifVersion: 1,
    actor,
  });
const treated = (change: Partial<TreatmentText> = {}, enabled = true) =>
  sign({ treatments: { enabled, texts: [{ ...DIURETIC, ...change }] } });

const now = () => new Date(home.clock.now()).toISOString();
const weighs = (value: number, device = "scale") =>
  home.readings(device, [{ kind: "body-weight", value, unit: "kg", at: now() }]);
const presses = (systolic: number) =>
  home.readings("scale", [{ kind: "blood-pressure", systolic, diastolic: 60, pulse: 70, unit: "mmHg", at: now() }]);
const answers = (dizzy: boolean) =>
  home.readings("scale", [
    {
      kind: "symptoms",
      questionnaire: "beat-hf",
      version: "1",
      answers: [
        { question: "dizzy", answer: dizzy },
        { question: "more-breathless", answer: false },
      ],
      at: now(),
    },
  ]);
const threeMornings = async () => {
  for (const value of [82.4, 82.5, 82.3]) {
    await weighs(value);
    home.clock.advance(24 * HOUR);
  }
};
/** A morning on which everything is known and nothing speaks against it. */
const goodMorning = async () => {
  await presses(125);
  home.clock.advance(60_000);
  await answers(false);
  home.clock.advance(60_000);
};
const messages = () =>
  home.db
    .all<{ text: string; shown_at: number | null; retracted_at: number | null; created_at: number }>(
      "SELECT * FROM prompt WHERE kind = 'message' AND hub = 'hub-greta' ORDER BY id",
    )
    .map(({ text, retracted_at }) => (retracted_at === null ? text : `(${text})`));
const withheld = () => home.events("treatment.withheld").map(({ reason }) => reason);
const isShown = async () => {
  const id = home.db.get<{ id: number }>("SELECT max(id) AS id FROM prompt WHERE hub = 'hub-greta'")!.id;
  await home.publish("prompted", { id: String(id), shownAt: now() });
};

describe("the clinic's own words", () => {
  it("are shown when the alert opens, once, and not when the same is found again", async () => {
    await sign({ texts: [CALL] }, "karin");
    await threeMornings();
    await weighs(84.7);
    expect(messages()).toEqual([CALL.text]);
    home.clock.advance(HOUR);
    await weighs(84.8);
    expect(messages()).toEqual([CALL.text]);
  });

  it("are nobody else's: without words nothing is said", async () => {
    await threeMornings();
    await weighs(84.7);
    expect(home.alerts("greta")).toHaveLength(1);
    expect(home.count("prompt")).toBe(0);
  });

  it("not shown yet are taken back when the weight was somebody else's", async () => {
    await sign({ texts: [CALL] }, "karin");
    await threeMornings();
    await weighs(84.7);
    const reading = home.events("alert.opened")[0]!.reading!;
    await home.submit({ kind: "reading-move", reading, patient: "soheil", reason: "visitor", actor: "karin" });
    expect(messages()).toEqual([`(${CALL.text})`]);
  });
});

describe("a prescription given in advance", () => {
  it("is shown beside the alert, on three days in a row at most, once a day", async () => {
    await treated();
    await threeMornings();
    for (const value of [84.7, 84.8, 84.9, 86.9]) {
      await goodMorning();
      await weighs(value);
      home.clock.advance(60_000);
      await weighs(value);
      home.clock.advance(24 * HOUR);
    }
    expect(messages()).toEqual([DIURETIC.text, DIURETIC.text, DIURETIC.text]);
    expect(home.alerts("greta")).toMatchObject([{ severity: "red", state: "open" }]);
    expect(withheld()).toEqual(["shown-today", "shown-today", "shown-today", "days-used", "days-used"]);
  });

  it("is a physician's to sign, and a nurse's to sign along once it stands", async () => {
    const treatments = { enabled: true, texts: [DIURETIC] };
    await expect(sign({ treatments }, "karin")).rejects.toMatchObject({ code: "PHYSICIAN_REQUIRED" });
    await sign({ treatments }, "doris");
    const again = {
      body: preset(["heart-failure"], { references: [reference], treatments, maxBlind: 3 }),
      ifVersion: 2,
    };
    await home.submit({ kind: "plan-sign", patient: "greta", ...again, actor: "karin" });
  });

  it("is off unless it is turned on", async () => {
    await treated({}, false);
    await threeMornings();
    await goodMorning();
    await weighs(84.7);
    expect([messages(), home.events("treatment.%")]).toEqual([[], []]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ["no blood pressure today", () => answers(false), "systolic-unknown"],
    ["a systolic pressure of 96", async () => [await answers(false), await presses(96)], "systolic-low"],
    ["dizziness", async () => [await presses(125), await answers(true)], "dizziness"],
    ["unanswered questions", () => presses(125), "dizziness-unknown"],
  ])("isn't shown with %s; the alert is there all the same", async (_what, morning, reason) => {
    await treated();
    await threeMornings();
    await morning();
    home.clock.advance(60_000);
    await weighs(84.7);
    expect([messages(), withheld()]).toEqual([[], [reason]]);
    expect(home.alerts("greta").filter(({ concern }) => concern === "weight-gain")).toMatchObject([{ state: "open" }]);
  });

  it("isn't shown on a value that came late", async () => {
    await treated();
    await threeMornings();
    await goodMorning();
    const at = now();
    home.clock.advance(2 * HOUR);
    await home.readings("scale", [{ kind: "body-weight", value: 84.7, unit: "kg", at, flags: ["from-memory"] }]);
    expect([messages(), withheld()]).toEqual([[], ["late"]]);
  });

  it("that she has read is taken back in words when her pressure falls later that day", async () => {
    await treated();
    await threeMornings();
    await goodMorning();
    await weighs(84.7);
    await isShown();
    home.clock.advance(3 * HOUR);
    await presses(92);
    expect(messages()).toEqual([
      `(${DIURETIC.text})`,
      "Meddelandet om furosemid gäller inte längre. Ta det inte. Ring oss: 010-000 00 00. Vid akut fara: 112.",
    ]);
    expect(home.events("treatment.retracted")).toMatchObject([{ reason: "systolic-low", data: { shown: true } }]);
    home.clock.advance(HOUR);
    await presses(90);
    expect(messages(), "said once").toHaveLength(2);
  });

  it("that she has not read yet just isn't shown any more; the next day it is asked anew", async () => {
    await treated();
    await threeMornings();
    await goodMorning();
    await weighs(84.7);
    home.clock.advance(3 * HOUR);
    await presses(92);
    expect(messages()).toEqual([`(${DIURETIC.text})`]);
    home.clock.advance(21 * HOUR);
    await goodMorning();
    await weighs(84.9);
    expect(messages()).toEqual([`(${DIURETIC.text})`, DIURETIC.text]);
  });

  it("is taken back when the weight was a visitor's", async () => {
    await treated();
    await threeMornings();
    await goodMorning();
    await weighs(84.7);
    await isShown();
    const reading = home.events("alert.opened")[0]!.reading!;
    await home.submit({ kind: "reading-move", reading, patient: "soheil", reason: "visitor", actor: "karin" });
    expect(messages()).toHaveLength(2);
    expect(home.events("treatment.retracted")).toMatchObject([{ reason: "visitor" }]);
  });
});

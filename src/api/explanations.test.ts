import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import { explainCommand } from "../cli/explain.ts";
import type { PlanBody } from "../domain/plan.ts";
import { catalogue } from "../rules/catalogue.ts";
import { preset } from "../rules/presets.ts";
import { storeFile } from "../store/sqlite/open.ts";
import type { daySchema } from "./present/day.ts";

type Day = z.infer<typeof daySchema>;

let api: TestApi;
beforeEach(async () => {
  api = await openApi({ at: "2026-03-05T06:00:00+01:00" });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await api.close();
});

/** A weight of Greta's, received when it was measured unless said otherwise. */
async function weigh(at: string, value: number, received = at): Promise<void> {
  api.clock.set(received);
  await api.readings("scale", [{ kind: "body-weight", value, unit: "kg", at, flags: ["from-memory"] }]);
}
const morning = (day: number, time = "07:00:00"): string => `2026-03-${String(day).padStart(2, "0")}T${time}+01:00`;

async function ask(patient: string, on: string, who = patient === "greta" ? "karin" : "nils") {
  return (await api.as(who))({ url: `patients/${patient}/explanations?on=${on}` });
}
const explained = async (patient: string, on: string): Promise<Day> => (await ask(patient, on)).json<Day>();
const ruleOf = (day: Day, id: string) => day.rules.find(({ rule }) => rule === id);
const sign = (patient: string, body: Partial<PlanBody>) =>
  api.submit({ kind: "plan-sign", patient, body: preset([], body), ifVersion: 1, actor: "karin" });

describe("why nothing happened on 12 March", () => {
  it("Greta had gained 1.998 kg: two grams less than it takes, and the other rules say how near they were", async () => {
    await weigh(morning(9), 82.4);
    await weigh(morning(12), 84.398);
    const day = await explained("greta", "2026-03-12");
    expect(day).toMatchObject({ patient: "greta", on: "2026-03-12", zone: "Europe/Stockholm", remarks: [] });
    expect(day.plans).toMatchObject([{ version: 1, from: "2026-03-11T23:00:00.000Z", to: "2026-03-12T23:00:00.000Z" }]);
    const rule = ruleOf(day, "weight-rise-3d");
    expect(rule).toMatchObject({ outcome: "inside", kind: "change", asked: 1, planVersion: 1 });
    expect(rule?.sentence).toEqual({
      sv: "Vikten 84,398 kg, +1,998 kg på 3 dagar (då 82,4 kg), 2 g kvar till gränsen 2,0 kg.",
      en: "Weight 84.398 kg, +1.998 kg in 3 days (then 82.4 kg), 2 g left to the limit 2.0 kg.",
    });
    expect(rule?.answers[0]).toMatchObject({ margin: { exact: "0.002", unit: "kg" }, becameOf: null, asKnown: null });
    expect(day.readings).toMatchObject([{ kind: "body-weight", remarks: [] }]);
    expect(ruleOf(day, "safety-pulse-above")).toMatchObject({
      outcome: "nothing-measured",
      kind: "safety",
      sentence: { sv: "Pulsen: ingen mätning, ingen tidigare heller." },
    });
  });

  it("Greta had not weighed herself three days before, or not that day at all", async () => {
    await weigh(morning(10), 82.4);
    await weigh(morning(12), 85.9);
    expect(ruleOf(await explained("greta", "2026-03-12"), "weight-rise-3d")).toMatchObject({
      outcome: "not-evaluable",
      sentence: { sv: "Vikten 85,9 kg: inget värde 2026-03-09, 3 dagar före, att jämföra med." },
    });
    api.clock.set(morning(14));
    const later = await explained("greta", "2026-03-13");
    expect(later.readings).toEqual([]);
    expect(ruleOf(later, "weight-rise-3d")).toMatchObject({
      asked: 0,
      sentence: { en: "Weight: nothing measured, last on 2026-03-12." },
    });
  });

  it("the weight to compare with came two days later: it would alert now, nobody was told then, and why is said", async () => {
    await weigh(morning(12), 84.9);
    await weigh(morning(9), 82.4, morning(14));
    const day = await explained("greta", "2026-03-12");
    expect(ruleOf(day, "weight-rise-3d")?.answers).toMatchObject([
      {
        verdict: "finding",
        alert: null,
        sentence: { sv: "Vikten upp 2,5 kg på 3 dagar, till 84,9 kg (gräns 2,0 kg)." },
        becameOf: { sv: "Ingen larmades: så såg det inte ut när mätvärdet bedömdes." },
        asKnown: {
          sv: "Med det som hade kommit in när mätvärdet kom: Vikten 84,9 kg: inget värde 2026-03-09, 3 dagar före, att jämföra med.",
        },
        margin: { exact: "-0.5" },
      },
    ]);
    const before = await explained("greta", "2026-03-09");
    expect(before.readings[0]?.remarks).toEqual([
      { sv: "Kom in 5 dygn efter mätningen.", en: "Arrived 5 days after it was measured." },
    ]);
  });

  it("a finding came a day and a half late and alerted nobody; one was told; one joined in silence what had been resolved", async () => {
    const saturation = async (at: string, spo2: number, received = at) => {
      api.clock.set(received);
      await api.readings("oximeter", [{ kind: "oxygen-saturation", spo2, pulse: 80, at, flags: ["from-memory"] }]);
    };
    await saturation(morning(9), 84, morning(10, "20:00:00"));
    await saturation(morning(11), 84);
    const [alert] = api.alerts("soheil").filter(({ concern }) => concern === "oxygen-low");
    const promise = { text: "ring", due: api.clock.now() + 600_000 };
    await api.submit({ kind: "alert-acknowledge", alert: alert!.id, ifVersion: 1, promise, actor: "nils" });
    await api.submit({
      kind: "alert-resolve",
      alert: alert!.id,
      ifVersion: 2,
      outcome: "true",
      action: "advice",
      actor: "nils",
    });
    await saturation(morning(12), 84);
    const told = async (on: string) =>
      ruleOf(await explained("soheil", on), "safety-oxygen-saturation-below")?.answers[0];
    expect(await told("2026-03-09")).toMatchObject({
      verdict: "finding",
      alert: null,
      becameOf: { sv: "Kom in 37 h efter mätningen: för sent för att larma." },
    });
    expect(await told("2026-03-11")).toMatchObject({ alert: alert!.id, becameOf: { sv: "Larm öppnades." } });
    expect(await told("2026-03-12")).toMatchObject({
      alert: alert!.id,
      becameOf: { en: "Joined in silence an alert resolved in the last days: not worse than then." },
    });
  });

  it("readings did not count: the device doubted one, another was of somebody else, and there was too little history", async () => {
    await sign("soheil", { rules: [catalogue.baseline.examples[0]!.rule, catalogue.news2.examples[0]!.rule] });
    api.clock.set(morning(12, "08:00:00"));
    const oximetry = (spo2: number, pulse: number, minute: string, flags: string[]) =>
      api.readings("oximeter", [
        {
          kind: "oxygen-saturation",
          spo2,
          pulse,
          at: morning(12, `07:${minute}:00`),
          flags: ["from-memory", ...flags],
        },
      ]);
    await oximetry(93, 90, "00", []);
    await oximetry(91, 120, "20", ["questionable"]);
    await oximetry(92, 95, "40", []);
    const readings = (await explained("soheil", "2026-03-12")).readings;
    await api.submit({
      kind: "reading-move",
      reading: readings[2]!.id,
      patient: "greta",
      reason: "visitor",
      actor: "doris",
    });
    const day = await explained("soheil", "2026-03-12");
    expect(day.readings.map(({ remarks }) => remarks.map(({ sv }) => sv))).toEqual([
      [],
      ["Mätaren tvivlade: bedöms bara mot säkerhetsgränserna."],
      ["Räknas inte: tillhör någon annan.", "Personalens skäl: visitor"],
    ]);
    const own = day.rules.find(({ kind }) => kind === "baseline");
    expect(own?.answers.map(({ sentence }) => sentence.sv)).toEqual([
      "Pulsen 90/min: värden på 0 av 14 dagar, regeln behöver 5.",
      "Pulsen 120/min räknades inte: mätaren själv tvivlade på värdet.",
    ]);
    expect(day.rules.find(({ kind }) => kind === "news2")?.answers[0]?.sentence.sv).toMatch(
      /^NEWS2 kunde inte beräknas: andningsfrekvensen, syrgasflödet, .* och temperaturen saknas\.$/,
    );
  });

  it("no plan was in force, or the plan has no rule about it, or the plan changed in the day", async () => {
    const person = { given: "Ny", family: "Prov" };
    await api.submit({ kind: "patient-enrol", id: "ny", team: "north", person, actor: "alva" });
    await api.submit({ kind: "assignment-create", device: "loose", patient: "ny", actor: "ture" });
    api.clock.set(morning(12));
    const glucose = (device: string) => api.readings(device, [{ kind: "glucose", value: 6.1, unit: "mmol/L" }]);
    await glucose("loose");
    const without = (await (await api.as("karin"))({ url: "patients/ny/explanations?on=2026-03-12" })).json<Day>();
    expect(without.plans).toMatchObject([{ version: null }]);
    expect(without.remarks).toMatchObject([{ sv: "Ingen vårdplan gällde. Bara de allmänna säkerhetsgränserna." }]);
    expect(without.unwatched).toMatchObject([
      { metric: "glucose", sentence: { sv: "Blodsockret: ingen regel i vårdplanen gäller den." } },
    ]);

    await weigh(morning(12), 82.4);
    api.clock.set(morning(12, "12:00:00"));
    await sign("greta", { rules: [{ ...catalogue.limit.examples[0]!.rule, id: "pulse-now" }] });
    await weigh(morning(12, "18:00:00"), 82.9);
    const day = await explained("greta", "2026-03-12");
    expect(day.plans.map(({ version }) => version)).toEqual([1, 2]);
    expect(day.remarks).toMatchObject([{ en: "Several plans were in force in the day." }]);
    expect(ruleOf(day, "weight-rise-3d")).toMatchObject({ planVersion: 1, asked: 1 });
    expect(ruleOf(day, "pulse-now")).toMatchObject({ planVersion: 2, asked: 0 });
    expect(day.unwatched).toEqual([]);
  });

  it("she was in hospital: the pause is said, on its days and not after", async () => {
    const db = new DatabaseSync(storeFile(api.folder));
    const [from, until] = [morning(10), morning(13)].map((text) => Temporal.Instant.from(text).epochMilliseconds);
    db.prepare("INSERT INTO enrolment VALUES ('greta', 1, 'paused', ?, ?, 'admitted', 'karin', ?)").run(
      from!,
      until!,
      from!,
    );
    db.close();
    api.clock.set(morning(20));
    const remarks = async (on: string) => (await explained("greta", on)).remarks.map(({ sv }) => sv);
    const pause = "Pausad från 2026-03-10 till 2026-03-13: inlagd på sjukhus.";
    expect(await remarks("2026-03-09")).toEqual([]);
    expect(await remarks("2026-03-10")).toEqual([pause]);
    expect(await remarks("2026-03-12")).toEqual([pause]);
    expect(await remarks("2026-03-14")).toEqual([]);
  });
});

describe("GET /patients/:patient/explanations", () => {
  it("is for those who may see the patient, is logged, and needs a date that has begun", async () => {
    expect((await ask("greta", "2026-03-05", "nils")).statusCode).toBe(404);
    expect((await ask("greta", "2026-03-05", "ture")).statusCode).toBe(403);
    expect((await ask("greta", "2026-03-05")).statusCode).toBe(200);
    expect((await ask("greta", "2026-03-07")).json()).toMatchObject({ code: "REQUEST_SHAPE" });
    expect((await ask("greta", "2026-02-30")).json()).toMatchObject({ code: "REQUEST_SHAPE" });
    expect(api.db.all("SELECT staff, patient, action FROM read_log")).toMatchObject([
      { staff: "karin", patient: "greta", action: "explanation" },
    ]);
  });
});

describe("hemvakt explain", () => {
  it("prints the day for a nurse, in her language", async () => {
    await weigh(morning(9), 82.4);
    await weigh(morning(12), 84.398, morning(12, "09:30:00"));
    await api.app.listen({ host: "127.0.0.1", port: 0 });
    vi.stubEnv("HEMVAKT_URL", `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`);
    vi.stubEnv("HEMVAKT_TOKEN", (await api.as("karin")).token);
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    await explainCommand().parseAsync(["greta", "--on", "2026-03-12", "--lang", "sv"], { from: "user" });
    const text = lines.join("\n");
    expect(text).toContain("greta 2026-03-12 (Europe/Stockholm), vårdplan 1\n\nMätvärden\n  tid ");
    expect(text).toContain("  07:00  09:30     body-weight  84.398 kg  Kom in 2 h efter mätningen.");
    expect(text).toMatch(
      /Inget fynd\n(.*\n)* {2}weight-rise-3d \(red\)\n {4}07:00 Vikten 84,398 kg, \+1,998 kg på 3 dagar .*, 2 g kvar/,
    );
    expect(text).toContain("Inte mätt\n");
    expect(text.match(/Pulsen: ingen mätning/g)).toHaveLength(1);
  });
});

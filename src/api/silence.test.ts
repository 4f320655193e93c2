import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import { type Schedule, weekdays } from "../domain/schedule.ts";
import { preset } from "../rules/presets.ts";

const mornings: Schedule = {
  signal: "body-weight",
  days: [...weekdays],
  windows: [{ from: "06:00", until: "10:00" }],
  publicHolidays: "measure",
};

let api: TestApi;
beforeEach(async () => {
  api = await openApi({ at: "2026-11-20T12:00:00+01:00" });
  await api.readings("scale", [
    { kind: "body-weight", value: 82, unit: "kg", at: "2026-11-20T07:05:00+01:00", flags: ["from-memory"] },
  ]);
  await api.submit({
    kind: "plan-sign",
    patient: "greta",
    body: preset(["heart-failure"], { schedules: [mornings] }),
    ifVersion: 1,
    actor: "karin",
  });
  await api.submit({
    kind: "plan-sign",
    patient: "soheil",
    body: preset(["copd"], { schedules: [] }),
    ifVersion: 1,
    actor: "nils",
  });
  api.clock.set("2026-11-22T12:00:00+01:00");
});
afterEach(() => api.close());

test("Greta's silence, in words, by herself, in her summary and in her team's list; reading it is logged", async () => {
  const karin = await api.as("karin");
  const silence = {
    signal: "body-weight",
    state: "overdue",
    since: "2026-11-21T09:00:00.000Z",
    reason: null,
    lastMeasuredAt: "2026-11-20T06:05:00.000Z",
    nextCutOff: "2026-11-23T09:00:00.000Z",
    missed: 2,
    maxBlind: 2,
    blind: true,
    decidesAt: null,
    explanation: {
      sv: "Ingen vikt sedan 20 nov 07:05 (2 missade mättillfällen), eftersom ingen mätning gjordes före 21 nov 10:00.",
      en: "No weight since 20 Nov 07:05 (2 missed times), because nothing was measured before 21 Nov 10:00.",
    },
  };
  expect((await karin({ url: "patients/greta/silence" })).json()).toEqual({ items: [silence] });
  expect((await karin({ url: "patients/greta" })).json()).toMatchObject({ silence: [silence] });
  expect((await karin({ url: "patients" })).json()).toMatchObject({
    items: [{ id: "greta", silence: [{ signal: "body-weight", state: "overdue", blind: true }] }],
  });
  expect((await karin({ url: "silence?team=north" })).json()).toMatchObject({
    items: [{ patient: "greta", name: { given: "greta" }, signals: [silence] }],
    next: null,
  });
  const log = (await karin({ url: "patients/greta/read-log" })).json<{ items: { action: string }[] }>();
  expect(log.items.filter(({ action }) => action === "silence")).toHaveLength(2);
});

test("the alert's own words follow what is missing", async () => {
  await api.submit({ kind: "tick", actor: "platform" });
  const karin = await api.as("karin");
  expect((await karin({ url: "alerts?patient=greta" })).json()).toMatchObject({
    items: [
      {
        concern: "missing",
        category: "clinical",
        severity: "yellow",
        cause: "silence",
        explanation: { sv: expect.stringContaining("Ingen vikt sedan 20 nov 07:05") as string },
      },
    ],
  });
});

test("pages go by patient; who has nothing scheduled has no signals", async () => {
  const doris = await api.as("doris");
  type Page = { items: { patient: string; signals: unknown[] }[]; next: string };
  const first = (await doris({ url: "silence?limit=1" })).json<Page>();
  const second = (await doris({ url: `silence?limit=1&cursor=${first.next}` })).json<Page>();
  expect([...first.items, ...second.items].map(({ patient, signals }) => [patient, signals.length])).toEqual([
    ["greta", 1],
    ["soheil", 0],
  ]);
});

test("nobody sees it of other teams' patients, nor who sees no values", async () => {
  const nils = await api.as("nils");
  expect((await nils({ url: "patients/greta/silence" })).statusCode).toBe(404);
  expect((await nils({ url: "silence?team=north" })).statusCode).toBe(404);
  expect((await nils({ url: "silence" })).json()).toMatchObject({ items: [{ patient: "soheil" }] });
  const ture = await api.as("ture");
  expect((await ture({ url: "patients/greta/silence" })).statusCode).toBe(403);
  expect((await ture({ url: "silence" })).statusCode).toBe(403);
  expect((await ture({ url: "patients" })).json()).toMatchObject({ items: [{ silence: null }] });
});

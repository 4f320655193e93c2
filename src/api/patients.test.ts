import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

type List<T> = { items: T[]; next: string | null };
type Changed = { id: string; version: number };

describe("the list of patients", () => {
  it("has those whom one's teams see, with how they are", async () => {
    await api.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 82, unit: "%" }]);
    const doris = await api.as("doris");
    expect((await doris({ url: "patients" })).json()).toEqual({
      items: [
        {
          id: "greta",
          team: "north",
          enrolledAt: "2026-07-25T13:00:00.000Z",
          version: 1,
          enrolment: { state: "active", from: null, until: null, reason: null },
          name: { given: "greta", family: "Exempel", born: null, age: null },
          conditions: ["heart-failure"],
          planVersion: 1,
          alerts: { red: 0, yellow: 0, info: 0 },
          silence: [
            { signal: "body-weight", state: "never-received", blind: false },
            { signal: "blood-pressure", state: "never-received", blind: false },
          ],
          worst: null,
        },
        expect.objectContaining({
          id: "soheil",
          conditions: ["copd"],
          alerts: { red: 1, yellow: 0, info: 0 },
          worst: {
            alert: expect.any(String) as string,
            concern: "oxygen-low",
            severity: "red",
            openedAt: "2026-11-22T13:00:00.000Z",
          },
        }),
      ],
      next: null,
    });
    const first = (await doris({ url: "patients?limit=1" })).json<List<Changed>>();
    const second = (await doris({ url: `patients?limit=1&cursor=${first.next}` })).json<List<Changed>>();
    expect([first.items[0]?.id, second.items[0]?.id, second.next]).toEqual(["greta", "soheil", null]);
    expect((await doris({ url: "patients?team=night" })).json<List<Changed>>().items.map(({ id }) => id)).toEqual([
      "soheil",
    ]);
    const karin = await api.as("karin");
    expect((await karin({ url: "patients" })).json<List<Changed>>().items.map(({ id }) => id)).toEqual(["greta"]);
    expect((await karin({ url: "patients?team=night" })).statusCode).toBe(404);
  });

  it("gives a technician ids and what is technically wrong, no names, plans or clinical alerts", async () => {
    await api.readings("scale", [
      { kind: "body-weight", at: "2026-11-19T07:00:00+01:00", value: 82.4, unit: "kg", flags: ["from-memory"] },
      { kind: "body-weight", at: "2026-11-22T13:55:00+01:00", value: 84.7, unit: "kg", flags: ["from-memory"] },
    ]);
    const ture = await api.as("ture");
    expect((await ture({ url: "patients" })).json<List<unknown>>().items).toMatchObject([
      { id: "greta", name: null, conditions: null, planVersion: null, alerts: { red: 0, yellow: 0 }, worst: null },
    ]);
    expect((await ture({ url: "patients/greta" })).statusCode).toBe(403);
  });
});

describe("one patient", () => {
  it("comes with team, plan in force, devices in use, open alerts and the last reading of each kind with its age", async () => {
    await api.readings("scale", [{ kind: "body-weight", at: "2026-11-22T13:50:00+01:00", value: 82.4, unit: "kg" }]);
    await api.readings("cuff", [{ kind: "blood-pressure", systolic: 172, diastolic: 90, unit: "mmHg" }], {
      hub: "hub-store",
    });
    const karin = await api.as("karin");
    const answer = await karin({ url: "patients/greta" });
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.json()).toMatchObject({
      id: "greta",
      name: { family: "Exempel" },
      team: { id: "north", unit: "Unit north", phone: "010-000 00 00" },
      plan: { version: 1, conditions: ["heart-failure"], treatmentLimitation: null },
      latestPlanVersion: 1,
      alerts: [{ concern: "bp-high", category: "clinical", severity: "yellow" }],
      assignments: [{ device: "cuff" }, { device: "shared", user: 1, patient: "greta" }, { device: "scale" }],
      latest: [
        {
          kind: "body-weight",
          ageSeconds: 600,
          decision: "inside",
          planVersion: 1,
          values: [{ metric: "body-weight", value: 82.4, exact: "82.4", unit: "kg", ucum: "kg", loinc: "29463-7" }],
        },
        { kind: "blood-pressure", decision: "finding", alerts: [expect.any(String)] },
      ],
    });
  });

  it("is enrolled by a nurse, under an id that says nothing, once however often it is asked", async () => {
    const karin = await api.as("karin");
    const ask = {
      url: "patients",
      headers: { "idempotency-key": "k1" },
      body: { team: "north", given: "Lilian", family: "Test", born: "1952-12-01" },
    };
    const made = await karin(ask);
    expect(made.statusCode).toBe(201);
    const { id } = made.json<Changed>();
    expect(id).toMatch(/^p-[0-9a-f]{16}$/);
    expect(made.headers.location).toBe(`/api/v1/patients/${id}`);
    expect((await karin(ask)).json()).toEqual({ id, version: 1 });
    expect((await karin({ url: `patients/${id}` })).json()).toMatchObject({
      name: { given: "Lilian", family: "Test", born: "1952-12-01", age: 73 },
      plan: null,
      latestPlanVersion: 0,
      latest: [],
    });
    expect((await karin({ ...ask, headers: {}, body: { ...ask.body, team: "night" } })).statusCode).toBe(404);
  });

  it("goes to another team by who has seen the latest version only", async () => {
    const doris = await api.as("doris");
    const move = (etag: string) =>
      doris({ url: "patients/greta/team", method: "PUT", headers: { "if-match": etag }, body: { team: "night" } });
    expect((await move('"7"')).json()).toMatchObject({ code: "PRECONDITION_FAILED", version: 1 });
    expect((await move('"1"')).json()).toEqual({ id: "greta", version: 2 });
    expect((await doris({ url: "patients/greta" })).json()).toMatchObject({ team: { id: "night" }, version: 2 });
  });
});

describe("the read log", () => {
  it("tells who read what, newest first, and that it was read itself", async () => {
    const [karin, doris] = [await api.as("karin"), await api.as("doris")];
    await karin({ url: "patients/greta" });
    api.clock.advance(1000);
    await doris({ url: "patients/greta/trends?metric=body-weight" });
    api.clock.advance(1000);
    await karin({ url: "patients/greta/read-log" });
    api.clock.advance(1000);
    const log = (await karin({ url: "patients/greta/read-log" })).json<List<Record<string, string>>>();
    expect(log.items.map(({ staff, role, team, action }) => [staff, role, team, action])).toEqual([
      ["karin", "nurse", "north", "read-log"],
      ["doris", "physician", "north", "trend"],
      ["karin", "nurse", "north", "patient"],
    ]);
    const first = (await karin({ url: "patients/greta/read-log?limit=2" })).json<List<unknown>>();
    const rest = (await karin({ url: `patients/greta/read-log?limit=9&cursor=${first.next}` })).json<List<unknown>>();
    expect(rest.items).toEqual(log.items.slice(-rest.items.length));
  });
});

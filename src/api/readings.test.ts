import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

type Reading = { id: string; kind: string; measuredAt: string; decision: string; flags: string[] };
type List<T> = { items: T[]; next: string | null };

const weight = (at: string, value: number, more: object = {}) => ({
  kind: "body-weight",
  at,
  value,
  unit: "kg",
  flags: ["from-memory"],
  ...more,
});

describe("readings", () => {
  it("come newest first, from every device, as shown and exactly, with what was decided", async () => {
    await api.readings("scale", [
      weight("2026-11-19T07:00:00+01:00", 82.4),
      weight("2026-11-22T13:55:00+01:00", 181.44, { unit: "lb" }),
    ]);
    await api.readings("shared", [weight("2026-11-21T07:00:00+01:00", 82.6, { user: 1 })]);
    await api.readings("cuff", [{ kind: "blood-pressure", systolic: 131, diastolic: 78, pulse: 71, unit: "mmHg" }], {
      hub: "hub-store",
    });
    const karin = await api.as("karin");
    const { items } = (await karin({ url: "patients/greta/readings" })).json<List<Reading>>();
    expect(items).toMatchObject([
      {
        kind: "blood-pressure",
        clock: "unknown",
        values: [
          { metric: "systolic-pressure", value: 131, exact: "131", unit: "mmHg", ucum: "mm[Hg]", loinc: "8480-6" },
          { metric: "diastolic-pressure", value: 78 },
          { metric: "pulse", value: 71, unit: "/min" },
        ],
        decision: "inside",
      },
      {
        measuredAt: "2026-11-22T12:55:00.000Z",
        receivedAt: "2026-11-22T13:00:00.000Z",
        clock: "good",
        values: [{ value: 82.3, exact: "82.3" }],
        detail: { original: { unit: "lb", values: { "body-weight": "181.44" } } },
        decision: "inside",
        planVersion: 1,
        device: "scale",
        user: null,
      },
      { measuredAt: "2026-11-21T06:00:00.000Z", device: "shared", user: 1 },
      { measuredAt: "2026-11-19T06:00:00.000Z", flags: ["from-memory"] },
    ]);

    const paged: Reading[] = [];
    let next: string | null = "";
    while (next !== null) {
      const cursor: string = next === "" ? "" : `&cursor=${next}`;
      const page = (await karin({ url: `patients/greta/readings?limit=1${cursor}` })).json<List<Reading>>();
      paged.push(...page.items);
      next = page.next;
    }
    expect(paged).toEqual(items);

    const some = async (query: string) =>
      (await karin({ url: `patients/greta/readings?${query}` })).json<List<Reading>>().items.length;
    expect(await some("kind=body-weight")).toBe(3);
    expect(await some("from=2026-11-21T07:00:00%2B01:00&to=2026-11-22T13:55:00%2B01:00")).toBe(1);
    expect((await karin({ url: "patients/greta/readings?from=yesterday" })).statusCode).toBe(400);
  });

  it("those that a curve doesn't say everything of are found by themselves: late, of uncertain time, excluded", async () => {
    await api.readings("scale", [
      weight("2026-11-21T07:00:00+01:00", 82.4),
      weight("2026-11-22T13:50:00+01:00", 82.5),
      weight("2026-11-22T13:55:00+01:00", 82.6),
    ]);
    await api.readings("cuff", [{ kind: "blood-pressure", systolic: 131, diastolic: 78, pulse: 71, unit: "mmHg" }], {
      hub: "hub-store",
    });
    const karin = await api.as("karin");
    const marked = async () =>
      (await karin({ url: "patients/greta/readings?marked=true" })).json<List<Reading & { late: boolean }>>().items;
    const all = (await karin({ url: "patients/greta/readings" })).json<List<Reading>>().items;
    expect(await marked()).toMatchObject([
      { kind: "blood-pressure", clock: "unknown" },
      { measuredAt: "2026-11-21T06:00:00.000Z", late: true, exclusion: null },
    ]);
    const newest = all.find(({ measuredAt }) => measuredAt === "2026-11-22T12:55:00.000Z")!;
    await karin({ url: `readings/${newest.id}/exclusion`, body: { reason: "technique" } });
    expect(await marked()).toContainEqual(
      expect.objectContaining({
        id: newest.id,
        late: false,
        exclusion: expect.objectContaining({ reason: "technique", by: "karin", name: "karin Prov" }),
      }),
    );
    expect((await marked()).length).toBe(3);
    // Whoever comes second is told who was first.
    const again = await karin({ url: `readings/${newest.id}/exclusion`, body: { reason: "device" } });
    expect(again.json()).toMatchObject({
      code: "READING_STATE",
      explanation: {
        sv: "karin Prov har uteslutit mätvärdet 14:00.",
        en: "karin Prov has excluded the reading 14:00.",
      },
    });
  });

  it("Soheil stood on Greta's scale: the reading becomes his, hers is flagged and her alert withdrawn", async () => {
    await api.readings("scale", [weight("2026-11-19T07:00:00+01:00", 82.4), weight("2026-11-22T13:55:00+01:00", 91.2)]);
    const doris = await api.as("doris");
    const list = async (patient: string) =>
      (await doris({ url: `patients/${patient}/readings` })).json<List<Reading>>().items;
    const [wrong] = await list("greta");
    const body = { patient: "soheil", reason: "Soheil stood on the scale" };

    const karin = await api.as("karin");
    expect((await karin({ url: `readings/${wrong!.id}/move`, body })).statusCode).toBe(404);
    const moved = await doris({ url: `readings/${wrong!.id}/move`, body });
    expect(moved.statusCode).toBe(200);
    expect((await list("greta"))[0]).toMatchObject({ id: wrong!.id, flags: ["from-memory", "moved"] });
    expect((await list("soheil"))[0]).toMatchObject({ id: moved.json<Reading>().id, decision: "none" });
    expect((await doris({ url: "alerts" })).json<List<unknown>>().items).toEqual([]);
    expect((await doris({ url: `readings/${wrong!.id}/move`, body })).json()).toMatchObject({ code: "ALREADY_EXISTS" });
    expect((await doris({ url: "readings/nothing/move", body })).statusCode).toBe(404);
  });
});

describe("a reading that tells nothing of the patient", () => {
  type WithHistory = Reading & { exclusion: object | null; history: { event: string; was: object | null }[] };

  it("is excluded with its reason, shown with all that was decided, left out of the trend, and taken back", async () => {
    await api.readings("scale", [weight("2026-11-19T07:00:00+01:00", 82.4), weight("2026-11-22T13:55:00+01:00", 91.2)]);
    const karin = await api.as("karin");
    const [wrong] = (await karin({ url: "patients/greta/readings" })).json<List<Reading>>().items;
    const url = `readings/${wrong!.id}`;
    const trend = async () =>
      (
        await karin({
          url: "patients/greta/trends?metric=body-weight&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z",
        })
      ).json<{
        count: number;
        excluded: object;
      }>();
    expect((await karin({ url })).json<WithHistory>()).toMatchObject({
      decision: "finding",
      exclusion: null,
      history: [{ event: "alert.opened", explanation: { sv: expect.stringContaining("Vikten upp") } }],
    });

    expect((await karin({ url: `${url}/exclusion`, body: { reason: "mood" } })).statusCode).toBe(400);
    expect((await karin({ url: `${url}/exclusion`, body: { reason: "other" } })).statusCode).toBe(400);
    const headers = { "idempotency-key": "one" };
    const body = { reason: "technique", note: "handen mot väggen" };
    const excluded = await karin({ url: `${url}/exclusion`, body, headers });
    expect(excluded.json<WithHistory>()).toMatchObject({
      flags: ["from-memory", "excluded"],
      decision: "finding",
      exclusion: { reason: "technique", note: "handen mot väggen", by: "karin", at: "2026-11-22T13:00:00.000Z" },
      history: [
        { event: "alert.opened" },
        { event: "reading.excluded", actor: "karin", was: { decision: "finding", planVersion: 1 } },
        { event: "alert.withdrawn", reason: "technique" },
      ],
    });
    expect((await karin({ url: `${url}/exclusion`, body, headers })).json()).toEqual(excluded.json());
    expect((await karin({ url: `${url}/exclusion`, body })).json()).toMatchObject({ code: "READING_STATE" });
    expect(await trend()).toMatchObject({ count: 1, excluded: { moved: 0, byStaff: 1, notClinical: 0 } });

    const included = await karin({ method: "DELETE", url: `${url}/exclusion` });
    expect(included.json<WithHistory>()).toMatchObject({ flags: ["from-memory"], exclusion: null });
    expect(await trend()).toMatchObject({ count: 2, excluded: { byStaff: 0 } });
    expect((await karin({ method: "DELETE", url: `${url}/exclusion` })).statusCode).toBe(409);
    const log = api.db.all<{ action: string }>("SELECT DISTINCT action FROM read_log").map(({ action }) => action);
    expect(log).toEqual(expect.arrayContaining(["reading", "reading-exclusion"]));
  });

  it("is not there for another team, nor for technicians", async () => {
    await api.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 95, at: "2026-11-22T13:55:00+01:00" }]);
    const nils = await api.as("nils");
    const [his] = (await nils({ url: "patients/soheil/readings" })).json<List<Reading>>().items;
    const calls = [
      { url: `readings/${his!.id}` },
      { url: `readings/${his!.id}/exclusion`, body: { reason: "test" } },
      { method: "DELETE" as const, url: `readings/${his!.id}/exclusion` },
    ];
    const [karin, ture] = [await api.as("karin"), await api.as("ture")];
    for (const call of calls) {
      expect((await karin(call)).statusCode).toBe(404);
      expect((await ture(call)).statusCode).toBe(403);
    }
  });
});

describe("readings entered by hand", () => {
  it("are judged at once and answered with what was decided", async () => {
    const nils = await api.as("nils");
    const answer = await nils({
      url: "patients/soheil/observations",
      headers: { "idempotency-key": "round-1" },
      body: {
        readings: [
          { kind: "respiratory-rate", value: 27, unit: "/min" },
          { kind: "consciousness", value: "A" },
        ],
      },
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json<List<Reading>>().items).toMatchObject([
      { kind: "respiratory-rate", decision: "finding", device: null, flags: ["manual"], alerts: [expect.any(String)] },
      { kind: "consciousness", detail: { acvpu: "A" } },
    ]);
  });

  it.each([
    ["a wrong unit", { kind: "body-weight", value: 80, unit: "mmHg" }, 422, "UNIT_UNKNOWN"],
    ["a value that nobody has", { kind: "body-weight", value: 8.2, unit: "kg" }, 422, "VALUE_IMPLAUSIBLE"],
    ["a kind that isn't", { kind: "shoe-size", value: 42, unit: "EU" }, 400, "REQUEST_SHAPE"],
    ["a field that is missing", { kind: "blood-pressure", systolic: 120, unit: "mmHg" }, 400, "PAYLOAD_SHAPE"],
  ])("with %s are refused, all of them, with a code", async (_what, wrong, status, code) => {
    const nils = await api.as("nils");
    const readings = [{ kind: "pulse", value: 70, unit: "/min" }, wrong];
    const answer = await nils({ url: "patients/soheil/observations", body: { readings } });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect(api.count("reading")).toBe(0);
  });
});

describe("a trend over the API", () => {
  it("has min, max and mean of local days and the limits of the plans then in force", async () => {
    await api.readings("scale", [
      weight("2026-11-19T07:00:00+01:00", 82.4),
      weight("2026-11-19T19:00:00+01:00", 83.1),
      weight("2026-11-21T07:00:00+01:00", 82.6),
    ]);
    const karin = await api.as("karin");
    await karin({
      url: "patients/greta/plans",
      headers: { "if-match": '"1"' },
      body: {
        preset: ["heart-failure"],
        validFrom: "2026-11-23T00:00:00+01:00",
        body: {
          safetyLimits: [{ metric: "body-weight", direction: "above", limit: { value: 90, unit: "kg" } }],
        },
      },
    });
    const answer = await karin({
      url: "patients/greta/trends?metric=body-weight&points=10&from=2026-11-18T23:00:00Z&to=2026-11-24T23:00:00Z",
    });
    expect(answer.json()).toMatchObject({
      patient: "greta",
      metric: "body-weight",
      unit: "kg",
      loinc: "29463-7",
      zone: "Europe/Stockholm",
      resolution: "buckets",
      count: 3,
      excluded: { moved: 0, byStaff: 0, notClinical: 0 },
      points: [],
      limits: [
        { planVersion: 1, to: "2026-11-22T23:00:00.000Z", limits: [], changes: [{ amount: 2, days: 3 }, {}, {}] },
        {
          planVersion: 2,
          from: "2026-11-22T23:00:00.000Z",
          limits: [{ kind: "safety", direction: "above", value: 90, severity: "red" }],
        },
      ],
    });
    expect(answer.json<{ buckets: object[] }>().buckets).toEqual([
      expect.objectContaining({ min: 82.4, max: 82.4, mean: 82.4, count: 1 }),
      expect.objectContaining({ min: 83.1, max: 83.1, mean: 83.1, count: 1 }),
      expect.objectContaining({ min: 82.6, max: 82.6, mean: 82.6, count: 1 }),
    ]);
    const days = await karin({
      url: "patients/greta/trends?metric=body-weight&points=6&from=2026-11-18T23:00:00Z&to=2026-11-24T23:00:00Z",
    });
    expect(days.json<{ buckets: object[] }>().buckets).toEqual([
      {
        from: "2026-11-18T23:00:00.000Z",
        to: "2026-11-19T23:00:00.000Z",
        count: 2,
        uncertain: 0,
        min: 82.4,
        max: 83.1,
        mean: 82.75,
      },
      expect.objectContaining({ from: "2026-11-20T23:00:00.000Z", count: 1 }),
    ]);
  });

  it("goes value by value over the last ninety local days when nobody says otherwise", async () => {
    await api.readings("scale", [weight("2026-11-19T07:00:00+01:00", 82.4)]);
    const karin = await api.as("karin");
    expect((await karin({ url: "patients/greta/trends?metric=body-weight" })).json()).toMatchObject({
      from: "2026-08-24T22:00:00.000Z",
      to: "2026-11-22T23:00:00.000Z",
      resolution: "raw",
      points: [{ measuredAt: "2026-11-19T06:00:00.000Z", value: 82.4, uncertain: false }],
      buckets: [],
    });
  });

  it.each([
    "metric=height",
    "metric=pulse&points=0",
    "metric=pulse&points=2001",
    "metric=pulse&from=2026-12-01T00:00:00Z",
    "",
    "metric=pulse&from=1990-01-01T00:00:00Z",
  ])("?%s is refused", async (query) => {
    const karin = await api.as("karin");
    const answer = await karin({ url: `patients/greta/trends?${query}` });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, "REQUEST_SHAPE"]);
  });
});

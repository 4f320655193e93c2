import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const weight = (at: string, value: number) => ({ kind: "body-weight", at, value, unit: "kg", flags: ["from-memory"] });

/** Greta's weight of three days ago and of today, 2.3 kg apart. */
const gretaGains = () =>
  api.readings("scale", [weight("2026-11-19T07:00:00+01:00", 82.4), weight("2026-11-22T13:55:00+01:00", 84.7)]);
const soheilSinks = (spo2 = 82) =>
  api.readings("oximeter", [{ kind: "oxygen-saturation", spo2, pulse: 88, unit: "%" }]);

type Alert = {
  id: string;
  version: number;
  state: string;
  severity: string;
  concern: string;
  explanation: { sv: string; en: string };
};
type List = { items: Alert[]; next: string | null };

describe("the worklist", () => {
  it("says in both languages why Greta is on it, who she is and what may be promised", async () => {
    await gretaGains();
    const karin = await api.as("karin");
    const answer = await karin({ url: "alerts?curve=true" });
    expect(answer.statusCode).toBe(200);
    expect(answer.json<List>().items).toMatchObject([
      {
        patient: { id: "greta", name: { given: "greta", family: "Exempel" } },
        subject: { type: "patient", id: "greta" },
        team: "north",
        concern: "weight-gain",
        severity: "red",
        state: "open",
        explanation: {
          sv: "Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg).",
          en: "Weight up 2.3 kg in 3 days, to 84.7 kg (limit 2.0 kg).",
        },
        cause: "weight-rise-3d",
        action: null,
        measuredAt: "2026-11-22T12:55:00.000Z",
        acknowledged: null,
        latestPromise: "2026-11-22T17:00:00.000Z",
        curve: { metric: "body-weight", unit: "kg", limit: null, points: [{ mean: 82.4 }, { mean: 84.7 }] },
      },
    ]);
  });

  it("has the worst first, then the oldest, a page at a time", async () => {
    await soheilSinks(89);
    api.clock.advance(60_000);
    await gretaGains();
    api.clock.advance(60_000);
    await api.readings("cuff", [{ kind: "blood-pressure", systolic: 172, diastolic: 90, unit: "mmHg" }], {
      hub: "hub-store",
    });
    api.clock.advance(60_000);
    await api.readings("loose", [{ kind: "body-weight", value: 70, unit: "kg" }]);
    const doris = await api.as("doris");
    const all = (await doris({ url: "alerts" })).json<List>().items;
    expect(all.map(({ severity, concern }) => `${severity} ${concern}`)).toEqual([
      "red weight-gain",
      "yellow oxygen-low",
      "yellow bp-high",
      "yellow device",
    ]);
    const paged: unknown[] = [];
    let next: string | null = null;
    do {
      const cursor: string = next === null ? "" : `&cursor=${next}`;
      const page = (await doris({ url: `alerts?limit=1${cursor}` })).json<List>();
      paged.push(...page.items);
      next = page.next;
    } while (next !== null);
    expect(paged).toEqual(all);
  });

  it("is filtered by state, team, patient, category, severity and whose it is", async () => {
    await gretaGains();
    await soheilSinks();
    await api.readings("loose", [{ kind: "body-weight", value: 70, unit: "kg" }]);
    const doris = await api.as("doris");
    const concerns = async (query: string) =>
      (await doris({ url: `alerts?${query}` })).json<List>().items.map(({ concern }) => concern);
    expect(await concerns("team=night")).toEqual(["oxygen-low"]);
    expect(await concerns("patient=greta")).toEqual(["weight-gain"]);
    expect(await concerns("category=technical")).toEqual(["device"]);
    expect(await concerns("severity=yellow")).toEqual(["device"]);
    expect(await concerns("mine=true")).toEqual([]);
    expect(await concerns("state=resolved")).toEqual([]);
    const [greta] = (await doris({ url: "alerts?patient=greta" })).json<List>().items;
    await doris({
      url: `alerts/${greta!.id}/acknowledge`,
      headers: { "if-match": `"${greta!.version}"` },
      body: { promise: { text: "Ringer", due: "2026-11-22T16:00:00+01:00" } },
    });
    expect(await concerns("mine=true")).toEqual(["weight-gain"]);
    expect(await concerns("state=acknowledged")).toEqual(["weight-gain"]);
    expect(await concerns("state=all")).toEqual(["weight-gain", "oxygen-low", "device"]);
  });

  it("follows the patient: the team that becomes responsible sees the alert, the other no longer does", async () => {
    await gretaGains();
    const [karin, nils] = [await api.as("karin"), await api.as("nils")];
    expect((await nils({ url: "alerts" })).json<List>().items).toEqual([]);
    await karin({ url: "patients/greta/team", method: "PUT", headers: { "if-match": '"1"' }, body: { team: "night" } });
    const [moved] = (await nils({ url: "alerts" })).json<List>().items;
    expect(moved).toMatchObject({ patient: { id: "greta" }, team: "night" });
    expect((await karin({ url: "alerts" })).json<List>().items).toEqual([]);
    expect((await karin({ url: `alerts/${moved!.id}` })).statusCode).toBe(404);
  });
});

describe("an alert's story", () => {
  it("Karin takes Greta's alert on and closes it; each step is an event with actor, time and reason", async () => {
    await gretaGains();
    const karin = await api.as("karin");
    const [listed] = (await karin({ url: "alerts" })).json<List>().items;
    const read = await karin({ url: `alerts/${listed!.id}` });
    expect(read.headers.etag).toBe('"1"');

    api.clock.advance(60_000);
    const taken = await karin({
      url: `alerts/${listed!.id}/acknowledge`,
      headers: { "if-match": '"1"' },
      body: { promise: { text: "Ringer före 16", due: "2026-11-22T16:00:00+01:00" } },
    });
    expect(taken.statusCode).toBe(200);
    expect(taken.headers.etag).toBe('"2"');
    expect(taken.json()).toMatchObject({
      state: "acknowledged",
      acknowledged: {
        by: { staff: "karin", name: "karin Prov" },
        at: "2026-11-22T13:01:00.000Z",
        promise: { text: "Ringer före 16", due: "2026-11-22T15:00:00.000Z" },
      },
    });

    const closed = await karin({
      url: `alerts/${listed!.id}/resolve`,
      headers: { "if-match": '"2"' },
      body: { outcome: "true", action: "medication", note: "Furosemid dubblas i tre dagar." },
    });
    expect(closed.json()).toMatchObject({
      state: "resolved",
      latestPromise: null,
      resolved: { by: { staff: "karin" }, outcome: "true", action: "medication" },
      events: [
        {
          event: "opened",
          actor: { type: "hub", id: "hub-greta" },
          planVersion: 1,
          explanation: { en: "Weight up 2.3 kg in 3 days, to 84.7 kg (limit 2.0 kg)." },
          reading: { kind: "body-weight", values: [{ exact: "84.7", unit: "kg" }] },
          findings: [
            { rule: "weight-rise-3d", value: { exact: "84.7" }, reference: { exact: "82.4" }, limit: { exact: "2.0" } },
            { rule: "weight-rise-3d-since-lowest" },
          ],
        },
        {
          event: "told",
          actor: { type: "platform" },
          told: { step: 0, why: "opened", to: [{ team: "north", staff: null }] },
          explanation: { sv: "Nytt larm: north har fått veta." },
        },
        { event: "acknowledged", actor: { type: "staff", id: "karin", name: "karin Prov" }, reason: "Ringer före 16" },
        { event: "resolved", actor: { id: "karin" }, reason: "Furosemid dubblas i tre dagar." },
      ],
    });
  });

  it("of two nurses at once one wins and the other is told the state it is in now", async () => {
    await gretaGains();
    const [karin, doris] = [await api.as("karin"), await api.as("doris")];
    const [listed] = (await karin({ url: "alerts" })).json<List>().items;
    const take = {
      url: `alerts/${listed!.id}/acknowledge`,
      headers: { "if-match": '"1"' },
      body: { promise: { text: "Ringer", due: "2026-11-22T16:00:00+01:00" } },
    };
    const answers = await Promise.all([karin(take), doris(take)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 412]);
    expect(answers[1].json()).toMatchObject({
      code: "PRECONDITION_FAILED",
      state: "acknowledged",
      acknowledgedBy: "karin",
    });
  });

  it.each([
    ["no If-Match", {}, { text: "Ringer", due: "2026-11-22T16:00:00+01:00" }, 428, "PRECONDITION_REQUIRED"],
    [
      "a promise beyond four hours",
      { "if-match": '"1"' },
      { text: "R", due: "2026-11-22T18:00:01+01:00" },
      422,
      "PROMISE_TOO_LATE",
    ],
    [
      "a promise in the past",
      { "if-match": '"1"' },
      { text: "R", due: "2026-11-22T13:00:00+01:00" },
      422,
      "PROMISE_PAST",
    ],
    ["a time without offset", { "if-match": '"1"' }, { text: "R", due: "2026-11-22T16:00:00" }, 400, "REQUEST_SHAPE"],
  ])("taking it on with %s is refused with a code", async (_what, headers, promise, status, code) => {
    await gretaGains();
    const karin = await api.as("karin");
    const [listed] = (await karin({ url: "alerts" })).json<List>().items;
    const answer = await karin({ url: `alerts/${listed!.id}/acknowledge`, headers, body: { promise } });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it("an open alert can't be closed before somebody has taken it on", async () => {
    await gretaGains();
    const karin = await api.as("karin");
    const [listed] = (await karin({ url: "alerts" })).json<List>().items;
    const answer = await karin({
      url: `alerts/${listed!.id}/resolve`,
      headers: { "if-match": '"1"' },
      body: { outcome: "other", action: "none" },
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, "ALERT_TRANSITION"]);
  });

  it("a reading that comes late says so", async () => {
    await api.readings("oximeter", [
      { kind: "oxygen-saturation", at: "2026-11-22T08:40:00+01:00", spo2: 82, unit: "%", flags: ["from-memory"] },
    ]);
    const nils = await api.as("nils");
    const [alert] = (await nils({ url: "alerts" })).json<List>().items;
    expect(alert?.explanation.sv).toBe("Syremättnaden 82 %, under säkerhetsgräns 85 %. Kom 5 tim 20 min sent.");
    const story = (await nils({ url: `alerts/${alert!.id}` })).json<{ events: { lateBySeconds: number }[] }>();
    expect(story.events[0]?.lateBySeconds).toBe(5 * 3600 + 20 * 60);
  });
});

describe("a technician", () => {
  it("sees technical alerts, whose device it is and what to do, and no value, name or clinical alert", async () => {
    await gretaGains();
    await soheilSinks();
    // Beyond a safety limit and nobody's: a red technical alert.
    await api.readings("loose", [{ kind: "oxygen-saturation", spo2: 71, unit: "%" }]);
    const ture = await api.as("ture");
    const list = await ture({ url: "alerts?curve=true" });
    expect(list.json<List>().items).toMatchObject([
      {
        category: "technical",
        severity: "red",
        subject: { type: "device", id: "loose" },
        patient: null,
        cause: "DEVICE_UNASSIGNED",
        curve: null,
        explanation: { en: "Nobody was assigned to the device when this was measured." },
        action: expect.stringMatching(/^Technician:/) as string,
      },
    ]);
    const [item] = list.json<List>().items;
    const story = await ture({ url: `alerts/${item!.id}` });
    expect(story.json()).toMatchObject({
      events: [{ event: "opened", reading: null, findings: [] }, { event: "told" }],
    });
    expect(list.body + story.body).not.toMatch(/71|710/);

    const karin = await api.as("karin");
    const seen = (await karin({ url: `alerts/${item!.id}` })).json<Alert>();
    expect(seen.explanation.en).toMatch(/Oxygen saturation 71 %, below safety limit 85 %/);
    const [greta] = (await karin({ url: "alerts?patient=greta" })).json<List>().items;
    expect((await ture({ url: `alerts/${greta!.id}` })).statusCode).toBe(404);
    expect((await ture({ url: "alerts?category=clinical" })).statusCode).toBe(403);
    const take = { promise: { text: "Kopplar den", due: "2026-11-22T15:00:00+01:00" } };
    const taken = await ture({
      url: `alerts/${item!.id}/acknowledge`,
      headers: { "if-match": `"${item!.version}"` },
      body: take,
    });
    expect(taken.statusCode).toBe(200);
  });

  it("learns nothing of how much worse a value got", async () => {
    for (const spo2 of [80, 71]) await api.readings("loose", [{ kind: "oxygen-saturation", spo2, unit: "%" }]);
    const [ture, karin] = [await api.as("ture"), await api.as("karin")];
    const [item] = (await ture({ url: "alerts" })).json<List>().items;
    const reasons = async (who: typeof ture) =>
      (await who({ url: `alerts/${item!.id}` })).json<{ events: { event: string; reason: string | null }[] }>().events;
    expect((await reasons(ture)).map(({ event, reason }) => [event, reason])).toEqual([
      ["opened", "DEVICE_UNASSIGNED"],
      ["told", "opened"],
      ["worsened", null],
      ["told", "worsened"],
    ]);
    expect((await reasons(karin))[2]?.reason).toMatch(/further by/);
  });
});

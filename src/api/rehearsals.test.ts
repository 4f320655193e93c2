import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import type { Engine } from "../rehearsal/desk.ts";
import { inlineEngine } from "../rehearsal/inline.ts";
import { preset } from "../rules/presets.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { storeFile } from "../store/sqlite/open.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let api: TestApi;
/** Rehearsals begin when this resolves; open unless a test holds them up. */
let gate: PromiseWithResolvers<void>;
const hold = (): void => void (gate = Promise.withResolvers());

/** The usual engine, behind the gate. */
const gated: Engine = {
  async run(task, onProgress, signal) {
    const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    await Promise.race([gate.promise, aborted]);
    return inlineEngine(api.db).run(task, onProgress, signal);
  },
  stop: async () => undefined,
};

beforeEach(async () => {
  hold();
  gate.resolve();
  api = await openApi({ at: "2026-11-10T07:10:00+01:00", rehearsals: gated });
  // 1.7 kg in three days: inside today's limit.
  for (const value of [82.4, 82.5, 82.4, 84.1, 82.5]) {
    const at = new Date(api.clock.now() - 60_000).toISOString();
    await api.readings("scale", [{ kind: "body-weight", at, value, unit: "kg" }]);
    api.clock.advance(DAY);
  }
});
afterEach(() => api.close());

const tighter = { change: { overrides: { "weight-rise-3d": { amount: { value: 1.5, unit: "kg" } } } } };
const at = "patients/greta/rehearsals";

/** A draft as it stands in the store before anybody has signed it. */
function draft(body: object, version = 1): void {
  const db = openDatabase(storeFile(api.folder));
  db.run(
    `INSERT INTO plan_draft (id, patient, base, body, state, created_by, created_at, updated_by, updated_at, version)
     VALUES ('d1', 'greta', 1, ?, 'open', 'karin', 0, 'karin', 0, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, version = excluded.version`,
    JSON.stringify(body),
    version,
  );
  db.close();
}
const kept = () => {
  const row = api.db.get<{ rehearsal: string | null }>("SELECT rehearsal FROM plan_draft WHERE id = 'd1'");
  return row?.rehearsal ? (JSON.parse(row.rehearsal) as Record<string, unknown>) : null;
};
const readLog = () =>
  api.db
    .all<{ staff: string; patient: string; action: string }>("SELECT staff, patient, action FROM read_log")
    .map((row) => ({ ...row }));

describe("a nurse rehearses a change for one patient", () => {
  it("is answered at once with what it would have changed, and the reading is logged", async () => {
    const karin = await api.as("karin");
    const answer = await karin({ url: at, body: tighter });
    expect(answer.statusCode).toBe(200);
    const job = answer.json();
    expect(job).toMatchObject({
      state: "done",
      progress: { done: 1, total: 1 },
      draft: null,
      kept: null,
      failure: null,
      result: {
        days: 90,
        zone: "Europe/Stockholm",
        readings: 5,
        failures: 0,
        before: { alerts: 0 },
        after: { alerts: 1, bySeverity: { red: 1 }, byShift: { day: 1, evening: 0, night: 0 } },
        changes: { added: 1, removed: 0 },
        alerts: [
          {
            change: "added",
            concern: "weight-gain",
            before: null,
            after: {
              cause: "weight-rise-3d",
              openedAt: "2026-11-13T06:10:00.000Z",
              resolvedAt: "2026-11-13T10:10:00.000Z",
              explanation: { sv: "Vikten upp 1,7 kg på 3 dagar, till 84,1 kg (gräns 1,5 kg)." },
              events: [{ event: "opened", severity: "red" }, { event: "returned" }],
            },
          },
        ],
      },
    });
    expect(job.result.sentences[0]).toEqual({
      sv: "Med utkastet: 1 larm i stället för 0 på 90 dagar.",
      en: "With the draft: 1 alert instead of 0 in 90 days.",
    });
    expect(job.result.before.weeks.at(-1)).toMatchObject({ monday: "2026-11-09" });
    expect(readLog()).toEqual([{ staff: "karin", patient: "greta", action: "rehearsal" }]);
    // Nothing has happened to anybody.
    expect(api.alerts("greta")).toEqual([]);
    expect(answer.headers["location"]).toBe(`/api/v1/${at}/${job.id}`);
    expect((await karin({ url: `${at}/${job.id}` })).json()).toEqual(job);
  });

  it("a whole plan, other terms, the same key twice", async () => {
    const karin = await api.as("karin");
    const body = {
      body: preset(["heart-failure"]),
      days: 30,
      resolveAfterHours: 12,
      shifts: [
        { name: "office", from: 8 },
        { name: "on-call", from: 17 },
      ],
    };
    const headers = { "idempotency-key": "one" };
    const [once, twice] = [await karin({ url: at, body, headers }), await karin({ url: at, body, headers })];
    expect(once.json()).toMatchObject({
      result: {
        days: 30,
        changes: { added: 0, removed: 0 },
        after: { byShift: { office: 0, "on-call": 0 } },
        assumption: { en: "Assumed, of both alike: each alert is taken on at once and resolved after 12 hours." },
      },
    });
    expect(twice.json().id).toBe(once.json().id);
    const other = await karin({ url: at, body: tighter, headers });
    expect(other.json()).toMatchObject({ status: 422, code: "IDEMPOTENCY_REUSED" });
  });

  it("202 when nobody waits, and the result later", async () => {
    const karin = await api.as("karin");
    hold();
    const answer = await karin({ url: `${at}?wait=0`, body: tighter });
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ state: "running", result: null });
    expect(readLog()).toEqual([]);
    gate.resolve();
    const later = await karin({ url: `${at}/${answer.json().id}?wait=20` });
    expect([later.statusCode, later.json().state]).toEqual([200, "done"]);
    const ended = await karin({ method: "DELETE", url: `${at}/${answer.json().id}` });
    expect(ended.json()).toMatchObject({ state: "done" });
  });

  it.each<[string, object, string]>([
    ["nothing to rehearse", {}, "give one of draft, body and change"],
    ["two things", { ...tighter, draft: "d1" }, "give one of draft, body and change"],
    ["a change that says nothing", { change: {} }, "says nothing"],
    ["a rule that the plan doesn't have", { change: { remove: ["nothing-such"] } }, "changes nothing"],
    ["a limit without sense", { change: { overrides: { "pulse-low": { limit: { value: 4, unit: "kg" } } } } }, "rules"],
    [
      "shifts out of order",
      {
        ...tighter,
        shifts: [
          { name: "b", from: 9 },
          { name: "a", from: 7 },
        ],
      },
      "in the order",
    ],
    ["a plan that is none", { body: { rules: "none" } }, "body"],
  ])("%s is refused with the reason", async (_, body, reason) => {
    const answer = await (await api.as("karin"))({ url: at, body });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(reason);
    expect(readLog()).toEqual([]);
  });

  it("only staff of the patient's team who see values, and only one's own", async () => {
    const karin = await api.as("karin");
    const { id } = (await karin({ url: at, body: tighter })).json<{ id: string }>();
    const [nils, ture, doris] = [await api.as("nils"), await api.as("ture"), await api.as("doris")];
    expect((await nils({ url: at, body: tighter })).statusCode).toBe(404);
    expect((await ture({ url: at, body: tighter })).statusCode).toBe(403);
    // Another's rehearsal is nobody's, and a rehearsal of another patient is not this one's.
    expect((await doris({ url: `${at}/${id}` })).statusCode).toBe(404);
    expect((await doris({ url: `patients/soheil/rehearsals/${id}` })).statusCode).toBe(404);
    expect((await doris({ method: "DELETE", url: `${at}/${id}` })).statusCode).toBe(404);
    expect((await doris({ url: at, body: tighter })).statusCode).toBe(200);
  });
});

describe("a draft keeps what its rehearsal gave", () => {
  const body = { ...preset(["heart-failure"]), rules: [] };

  it("for whoever signs it, in the log, and until then alone", async () => {
    draft(body);
    const karin = await api.as("karin");
    const answer = await karin({ url: at, body: { draft: "d1" } });
    expect(answer.json()).toMatchObject({ state: "done", draft: "d1", kept: true });
    expect(kept()).toEqual({
      ...answer.json().result,
      rehearsedAt: new Date(api.clock.now()).toISOString(),
      rehearsedBy: "karin",
    });
    expect(api.events("plan.rehearsed")).toMatchObject([
      { patient: "greta", team: "north", data: { draft: "d1", version: 1 } },
    ]);
  });

  it("not when it has changed meanwhile: the result is about another", async () => {
    draft(body);
    const karin = await api.as("karin");
    hold();
    const held = await karin({ url: `${at}?wait=0`, body: { draft: "d1" } });
    draft(body, 2);
    gate.resolve();
    const ended = await karin({ url: `${at}/${held.json().id}?wait=20` });
    expect(ended.json()).toMatchObject({ state: "done", kept: false });
    expect(kept()).toBeNull();
    const command = { kind: "draft-rehearsal", draft: "d1", ifVersion: 1, rehearsal: {}, actor: "karin" } as const;
    await expect(api.submit(command)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await expect(api.submit({ ...command, draft: "d2" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("an unfinished draft is refused, naming what is wrong; another patient's is not there", async () => {
    draft({ conditions: [] });
    const doris = await api.as("doris");
    const refused = await doris({ url: at, body: { draft: "d1" } });
    expect([refused.statusCode, refused.body]).toEqual([400, expect.stringContaining("draft.rules")]);
    expect((await doris({ url: "patients/soheil/rehearsals", body: { draft: "d1" } })).statusCode).toBe(404);
  });
});

describe("a change is rehearsed over a team's patients", () => {
  const url = "teams/north/rehearsals";

  it("each patient's row, and all together", async () => {
    const karin = await api.as("karin");
    await api.submit({
      kind: "patient-enrol",
      id: "ny",
      team: "north",
      person: { given: "Ny", family: "Prov" },
      actor: "karin",
    });
    const answer = await karin({ url, body: tighter });
    expect(answer.json()).toMatchObject({
      state: "done",
      progress: { done: 2, total: 2 },
      result: {
        total: { before: { alerts: 0 }, after: { alerts: 1 }, changes: { added: 1 }, readings: 5 },
        patients: [
          { patient: "greta", outcome: "rehearsed", before: 0, after: 1, added: 1, missed: 0 },
          { patient: "ny", outcome: "no-plan", before: 0, after: 0 },
        ],
      },
    });
    expect(readLog().toSorted((a, b) => (a.patient < b.patient ? -1 : 1))).toEqual([
      { staff: "karin", patient: "greta", action: "team-rehearsal" },
      { staff: "karin", patient: "ny", action: "team-rehearsal" },
    ]);
    const again = await karin({ url: `${url}/${answer.json().id}` });
    expect(again.json()).toEqual(answer.json());
  });

  it("only those with the condition; a plan that could not be signed says why", async () => {
    const doris = await api.as("doris");
    expect((await doris({ url, body: { ...tighter, condition: "copd" } })).json()).toMatchObject({
      state: "done",
      result: { total: null, patients: [] },
    });
    const wrong = { change: { overrides: { "weight-rise-3d": { days: 99 } } } };
    expect((await doris({ url, body: wrong })).json().result).toMatchObject({
      total: null,
      patients: [{ patient: "greta", outcome: "invalid", errors: [{ path: expect.stringContaining("days") }] }],
    });
    expect((await doris({ url: "teams/night/rehearsals", body: tighter })).json().result.patients).toMatchObject([
      { patient: "soheil", outcome: "unaffected" },
    ]);
  });

  it("it can be cancelled; another team's is not there", async () => {
    const karin = await api.as("karin");
    hold();
    const { id } = (await karin({ url: `${url}?wait=0`, body: tighter })).json<{ id: string }>();
    const cancelled = await karin({ method: "DELETE", url: `${url}/${id}` });
    expect(cancelled.json()).toMatchObject({ state: "cancelled", result: null });
    expect((await karin({ url: `${url}/${id}` })).json()).toMatchObject({ state: "cancelled" });
    expect((await karin({ url: "teams/night/rehearsals", body: tighter })).statusCode).toBe(404);
    expect((await (await api.as("doris"))({ url: `${url}/${id}` })).statusCode).toBe(404);
  });
});

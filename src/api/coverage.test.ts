import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

/** Greta (north) and Soheil (night) are watched over. It is a Sunday at 14:00; Alva administers. */
let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

type Who = Awaited<ReturnType<TestApi["as"]>>;
const office = { weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }] };
const etagOf = async (who: Who, url: string): Promise<string> => String((await who({ url })).headers["etag"]);
const changeNorth = async (body: object) => {
  const alva = await api.as("alva");
  return alva({
    method: "PATCH",
    url: "teams/north",
    body,
    headers: { "if-match": await etagOf(alva, "teams/north") },
  });
};

test("no minute is unowned until somebody wants it so: hours without a cover are refused, and with one they are not", async () => {
  const karin = await api.as("karin");
  expect((await karin({ url: "coverage" })).json()).toMatchObject({ patients: 1, uncoveredMinutes: 0, holes: [] });

  const refused = await changeNorth({ hours: office });
  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({
    code: "COVERAGE_HOLE",
    holes: expect.arrayContaining([
      {
        from: "2026-11-22T13:00:00.000Z",
        to: "2026-11-23T07:00:00.000Z",
        reason: "closed",
        team: "north",
        patients: 1,
      },
    ]),
  });
  // Nothing of what was refused stays.
  expect((await karin({ url: "teams/north" })).json()).toMatchObject({ hours: null, version: 1 });
  expect((await changeNorth({ hours: office, cover: "night" })).statusCode).toBe(200);
  expect((await karin({ url: "coverage" })).json()).toMatchObject({ uncoveredMinutes: 0, holes: [] });
});

test("who means it says so by name: the hole is written down, told, listed, and seen by everybody from then on", async () => {
  const meant = await changeNorth({ hours: office, override: { reason: "Kommunen svarar från och med nästa vecka" } });
  expect(meant.statusCode).toBe(200);
  const karin = await api.as("karin");
  const { holes, uncoveredMinutes } = (await karin({ url: "coverage" })).json<{
    holes: Record<string, unknown>[];
    uncoveredMinutes: number;
  }>();
  expect(uncoveredMinutes).toBeGreaterThan(20_000);
  expect(holes[0]).toMatchObject({
    reason: "closed",
    team: "north",
    patients: ["greta"],
    explanation: { sv: expect.stringContaining("north har stängt och inget öppet team täcker.") },
  });
  expect((await karin({ url: "coverage/overrides" })).json().items).toMatchObject([
    { staff: "alva", reason: "Kommunen svarar från och med nästa vecka", what: "team-change" },
  ]);
  expect(api.db.all("SELECT type, actor FROM event ORDER BY seq DESC LIMIT 1")).toMatchObject([
    { type: "coverage.overridden", actor: "alva" },
  ]);
  // An administrator is told how many, not who.
  const alva = await api.as("alva");
  expect((await alva({ url: "coverage" })).json().holes[0]).toMatchObject({ count: 1, patients: null });
  // What is a hole already is no reason to refuse anything else.
  expect((await changeNorth({ name: "Norr" })).statusCode).toBe(200);
});

test("a rota on which nobody is left, a member who leaves and a takeover by a closed team are refused too", async () => {
  const nils = await api.as("nils");
  const alva = await api.as("alva");
  const night = async (body: object) =>
    alva({ method: "PATCH", url: "teams/night", body, headers: { "if-match": await etagOf(alva, "teams/night") } });
  expect((await night({ onCall: "rota" })).json()).toMatchObject({ code: "COVERAGE_HOLE" });
  const turn = { staff: "nils", role: "primary", from: "2026-11-22T13:00:00+01:00", to: "2027-11-22T13:00:00+01:00" };
  await nils({ url: "teams/night/shifts", body: { shifts: [turn] } });
  expect((await night({ onCall: "rota" })).statusCode).toBe(200);

  const end = await nils({ url: "teams/night/shifts/1/end", body: {}, headers: { "if-match": '"1"' } });
  expect(end.json()).toMatchObject({ code: "COVERAGE_HOLE", holes: [{ reason: "nobody-on-call", team: "night" }] });
  const leave = async (body: object | undefined) =>
    alva({
      method: "POST",
      url: "staff/nils/disable",
      ...(body ? { body } : {}),
      headers: { "if-match": await etagOf(alva, "staff/nils") },
    });
  expect((await leave(undefined)).json()).toMatchObject({ code: "COVERAGE_HOLE" });
  expect((await leave({ override: { reason: "Slutar i dag" } })).statusCode).toBe(200);

  await changeNorth({ hours: office, cover: "night" });
  const doris = await api.as("doris");
  const takeover = { kind: "takeover", team: "north", to: "2026-11-24T14:00:00+01:00" };
  const taken = await doris({ url: "patients/soheil/responsibilities", body: takeover });
  // What night lacks already isn't held against north.
  expect(taken.json()).not.toMatchObject({ code: "COVERAGE_HOLE" });
});

test("the first plan of somebody nobody answers for is refused; of others it isn't looked at twice", async () => {
  await changeNorth({ hours: office, override: { reason: "prov" } });
  const doris = await api.as("doris");
  const made = await doris({ url: "patients", body: { team: "north", given: "Ny", family: "Prov" } });
  const { id } = made.json<{ id: string }>();
  const plan = (more: object) =>
    doris({
      url: `patients/${id}/plans`,
      body: { preset: ["heart-failure"], ...more },
      headers: { "if-match": '"0"' },
    });
  expect((await plan({})).json()).toMatchObject({ code: "COVERAGE_HOLE" });
  expect((await plan({ override: { reason: "Vi svarar själva på kvällen" } })).statusCode).toBe(201);
});

test("members see who is in their team, and nobody another's", async () => {
  const karin = await api.as("karin");
  const { items } = (await karin({ url: "teams/north/members" })).json<{ items: { staff: string; role: string }[] }>();
  expect(items).toContainEqual(expect.objectContaining({ staff: "karin", role: "nurse" }));
  expect(items.map(({ staff }) => staff)).not.toContain("nils");
  expect((await karin({ url: "teams/night/members" })).statusCode).toBe(404);
});

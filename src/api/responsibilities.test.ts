import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

/** Karin (north) and Nils (night) share Greta; Alva administers. It is a Sunday at 14:00. */
let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const office = {
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
};
type Who = Awaited<ReturnType<TestApi["as"]>>;
const etagOf = async (who: Who, url: string): Promise<string> => String((await who({ url })).headers["etag"]);
const duty = async (who: Who, query = "") =>
  (await who({ url: `patients/greta/responsibilities${query}` })).json().duty as Record<string, unknown>;

/** North gets office hours and night as its cover. */
async function closeNorthOnSundays(): Promise<void> {
  const alva = await api.as("alva");
  const etag = await etagOf(alva, "teams/north");
  const changed = await alva({
    method: "PATCH",
    url: "teams/north",
    body: { hours: office, cover: "night" },
    headers: { "if-match": etag },
  });
  expect(changed.statusCode).toBe(200);
}

test("on a Sunday the night team answers for Greta, since the clinic is closed till Monday, and says so", async () => {
  const karin = await api.as("karin");
  expect(await duty(karin)).toMatchObject({ team: { id: "north" }, because: "responsible" });
  await closeNorthOnSundays();
  expect(await duty(karin)).toMatchObject({
    team: { id: "night" },
    because: "cover",
    there: true,
    until: "2026-11-23T07:00:00.000Z",
    explanation: {
      sv: "night, eftersom north har stängt till i morgon 08:00.",
      en: "night, since north is closed until tomorrow 08:00.",
    },
    next: { team: { id: "north" } },
  });
  const nils = await api.as("nils");
  // Who covers sees the patient, without standing beside her team.
  expect((await nils({ url: "patients/greta" })).statusCode).toBe(200);
  expect((await nils({ url: "teams/night" })).json()).toMatchObject({ now: { open: true } });
});

test("what is new goes to whoever answers then; who had the alert keeps what isn't new", async () => {
  await closeNorthOnSundays();
  await api.readings("shared", [{ kind: "oxygen-saturation", spo2: 82, unit: "%", user: 1 }]);
  const nils = await api.as("nils");
  const [alert] = (await nils({ url: "alerts?patient=greta" })).json().items;
  expect(alert).toMatchObject({ team: "night" });
});

test("a takeover has an end, comes before what was agreed, and can be ended earlier", async () => {
  const karin = await api.as("karin");
  const url = "patients/greta/responsibilities";
  const endless = await karin({ url, body: { kind: "takeover", team: "night" } });
  expect(endless.json()).toMatchObject({ code: "RESPONSIBILITY_PERIOD" });
  const tooLong = { kind: "takeover", team: "night", to: "2027-03-22T14:00:00+01:00" };
  expect((await karin({ url, body: tooLong })).json()).toMatchObject({ code: "RESPONSIBILITY_PERIOD" });
  const past = { kind: "takeover", team: "night", from: "2026-11-21T14:00:00+01:00", to: "2026-11-29T14:00:00+01:00" };
  expect((await karin({ url, body: past })).json()).toMatchObject({ code: "RESPONSIBILITY_PERIOD" });
  const taken = await karin({
    url,
    body: { kind: "takeover", team: "night", to: "2026-11-29T14:00:00+01:00", reason: "Hem från sjukhus" },
  });
  expect(taken.statusCode).toBe(201);
  expect(await duty(karin)).toMatchObject({
    team: { id: "night" },
    explanation: { sv: "night till 2026-11-29 14:00, som har tagit över tillfälligt." },
  });
  const { id } = taken.json<{ id: number }>();
  const ordinary = ((await karin({ url })).json().items as { id: number; kind: string }[]).find(
    ({ kind }) => kind === "ordinary",
  )!;
  const end = (entry: number, body = {}) => karin({ url: `${url}/${entry}/end`, body, headers: { "if-match": '"1"' } });
  expect((await end(ordinary.id)).json()).toMatchObject({ code: "RESPONSIBILITY_LAST" });
  expect((await end(id)).statusCode).toBe(200);
  expect((await end(id)).json()).toMatchObject({ code: "PRECONDITION_FAILED" });
  expect(await duty(karin)).toMatchObject({ team: { id: "north" } });
  expect(await duty(karin, "?at=2026-11-22T13:00:00%2B01:00")).toMatchObject({ team: { id: "north" } });
});

test("what becomes ordinary next Monday moves the patient then, by itself, with what is open", async () => {
  const karin = await api.as("karin");
  await api.readings("shared", [{ kind: "oxygen-saturation", spo2: 82, unit: "%", user: 1 }]);
  const body = { kind: "ordinary", team: "night", from: "2026-11-23T08:00:00+01:00" };
  expect((await karin({ url: "patients/greta/responsibilities", body })).statusCode).toBe(201);
  expect((await karin({ url: "patients/greta" })).json()).toMatchObject({ team: { id: "north" } });
  api.clock.set("2026-11-23T08:00:00+01:00");
  await api.ledger.submit({ kind: "tick", actor: "platform" });
  const nils = await api.as("nils");
  expect((await nils({ url: "patients/greta" })).json()).toMatchObject({ team: { id: "night" } });
  expect((await nils({ url: "alerts?patient=greta" })).json().items[0]).toMatchObject({ team: "night" });
  expect((await karin({ url: "patients/greta" })).json()).toMatchObject({ code: "NOT_FOUND" });
});

test("a closed team takes nobody; one that has something can't be closed, and says what", async () => {
  const alva = await api.as("alva");
  const close = async (team: string) =>
    alva({ url: `teams/${team}/close`, body: {}, headers: { "if-match": await etagOf(alva, `teams/${team}`) } });
  expect((await close("north")).json()).toMatchObject({
    code: "TEAM_IN_USE",
    inTheWay: { patients: expect.any(Number), members: expect.any(Number) },
  });
  await alva({ url: "teams", body: { id: "old", name: "Old", provider: "P", unit: "U", contact: {} } });
  expect((await close("old")).statusCode).toBe(200);
  const karin = await api.as("karin");
  const body = { kind: "ordinary", team: "old" };
  expect((await karin({ url: "patients/greta/responsibilities", body })).json()).toMatchObject({ code: "TEAM_CLOSED" });
  expect((await close("old")).json()).toMatchObject({ code: "TEAM_CLOSED" });
});

test("the rota: who isn't a member, an end before a start and one person twice are refused; overlaps of two are not", async () => {
  const nils = await api.as("nils");
  const add = (...shifts: object[]) => nils({ url: "teams/night/shifts", body: { shifts } });
  const turn = (staff: string, from: string, to: string, role = "primary") => ({
    staff,
    role,
    from: `2026-11-${from}:00+01:00`,
    to: `2026-11-${to}:00+01:00`,
  });
  expect((await add(turn("nils", "23T17:00", "23T08:00"))).json()).toMatchObject({ code: "SHIFT_PERIOD" });
  expect((await add(turn("karin", "23T17:00", "24T08:00"))).json()).toMatchObject({ code: "SHIFT_MEMBER" });
  const made = await add(turn("nils", "22T13:00", "23T08:00"), turn("nils", "23T17:00", "24T08:00"));
  expect(made.statusCode).toBe(201);
  expect((await add(turn("nils", "24T07:00", "24T09:00"))).json()).toMatchObject({ code: "SHIFT_TWICE" });
  expect((await add(turn("nils", "24T07:00", "24T09:00", "manager"))).statusCode).toBe(201);
  expect((await nils({ url: "teams/night" })).json().now.onCall).toEqual([
    { staff: "nils", name: expect.any(String), role: "primary" },
  ]);
  const [first] = made.json<{ ids: string[] }>().ids;
  const end = () => nils({ url: `teams/night/shifts/${first}/end`, body: {}, headers: { "if-match": '"1"' } });
  expect((await end()).statusCode).toBe(200);
  expect((await nils({ url: "teams/night" })).json().now.onCall).toEqual([]);
  expect((await (await api.as("karin"))({ url: "teams/night/shifts" })).json()).toMatchObject({ code: "NOT_FOUND" });
});

test("somebody who leaves has nothing more: what they had taken on is open again, and they are off the rota", async () => {
  await api.readings("shared", [{ kind: "oxygen-saturation", spo2: 82, unit: "%", user: 1 }]);
  const karin = await api.as("karin");
  const [alert] = (await karin({ url: "alerts?patient=greta" })).json().items as { id: string }[];
  const promise = { text: "Ringer", due: "2026-11-22T15:00:00+01:00" };
  await karin({ url: `alerts/${alert!.id}/acknowledge`, body: { promise }, headers: { "if-match": '"1"' } });
  await karin({
    url: "teams/north/shifts",
    body: {
      shifts: [
        { staff: "karin", role: "primary", from: "2026-11-22T13:00:00+01:00", to: "2026-11-22T20:00:00+01:00" },
        { staff: "karin", role: "primary", from: "2026-11-23T13:00:00+01:00", to: "2026-11-23T20:00:00+01:00" },
      ],
    },
  });
  const alva = await api.as("alva");
  const moved = await alva({
    method: "PUT",
    url: "staff/karin/teams",
    body: { teams: ["night"] },
    headers: { "if-match": await etagOf(alva, "staff/karin") },
  });
  expect(moved.statusCode).toBe(200);
  expect(api.db.all("SELECT state, version FROM alert WHERE id = ?", alert!.id)).toMatchObject([{ state: "open" }]);
  expect(api.db.all("SELECT type FROM event WHERE alert = ? ORDER BY seq DESC LIMIT 1", alert!.id)).toMatchObject([
    { type: "alert.released" },
  ]);
  expect(api.db.all("SELECT * FROM shift WHERE to_at > ?", api.clock.now())).toEqual([]);
});

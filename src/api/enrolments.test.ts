import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(async () => {
  expect(api.replayed(), "the log alone rebuilds it").toMatchObject({ refused: [], differences: [] });
  await api.close();
});

type Person = Awaited<ReturnType<TestApi["as"]>>;
const versionOf = async (who: Person, patient: string) =>
  (await who({ url: `patients/${patient}/enrolment` })).headers.etag as string;
const become = async (who: Person, patient: string, body: object) =>
  who({ url: `patients/${patient}/enrolment`, headers: { "if-match": await versionOf(who, patient) }, body });
const places = () =>
  Object.fromEntries(
    api.db
      .all<{ id: string; place: string }>("SELECT id, place FROM device UNION ALL SELECT id, place FROM hub")
      .map(({ id, place }) => [id, place]),
  );
const spo2 = (value: number) => ({
  kind: "oxygen-saturation",
  spo2: value,
  at: new Date(api.clock.now() - 60_000).toISOString(),
});

describe("Soheil has died", () => {
  it("nothing is said to his home any more, what was open is closed, and his oximeter is to be fetched", async () => {
    const doris = await api.as("doris");
    await api.readings("oximeter", [spo2(80)]);
    await doris({
      url: "patients/soheil/prompts",
      body: { kind: "message", text: "Hur mår du?", expiresAt: "2026-11-23T13:00:00+01:00" },
    });
    expect(api.alerts("soheil")).toMatchObject([{ state: "open", severity: "red" }]);
    api.clock.advance(60_000);
    expect((await become(doris, "soheil", { state: "ended", reason: "deceased" })).statusCode).toBe(200);

    expect(api.alerts("soheil")).toMatchObject([{ state: "resolved" }]);
    expect(api.db.all("SELECT 1 FROM prompt WHERE retracted_at IS NULL")).toEqual([]);
    const asked = await doris({
      url: "patients/soheil/prompts",
      body: { kind: "message", text: "Hur mår du?", expiresAt: "2026-11-23T13:00:00+01:00" },
    });
    expect(asked.json()).toMatchObject({ code: "ENROLMENT_ENDED" });
    expect(places()).toMatchObject({ oximeter: "recalled" });
    expect((await doris({ url: "patients/soheil" })).json()).toMatchObject({
      enrolment: { state: "ended", reason: "deceased", from: "2026-11-22T13:01:00.000Z" },
      alerts: [],
    });
  });

  it("and somebody measures with it: nobody's, told at once beyond the general safety limits", async () => {
    const doris = await api.as("doris");
    await become(doris, "soheil", { state: "ended", reason: "deceased" });
    api.clock.advance(3_600_000);
    await api.readings("oximeter", [spo2(79)]);
    expect(api.alerts("oximeter")).toMatchObject([{ severity: "red", state: "open" }]);
    expect(api.alerts("soheil")).toEqual([]);
  });

  it("no: it was somebody of the same name. What was measured meanwhile is his after all, and judged as late", async () => {
    const doris = await api.as("doris");
    await become(doris, "soheil", { state: "ended", reason: "deceased" });
    api.clock.advance(3_600_000);
    await api.readings("oximeter", [spo2(80)]);
    api.clock.advance(2 * 3_600_000);
    const body = { state: "active", note: "Förväxling: en annan med samma namn." };
    expect((await become(doris, "soheil", body)).statusCode).toBe(200);
    expect(places()).toMatchObject({ oximeter: "stock" });
    expect(api.alerts("soheil")).toMatchObject([{ severity: "red", state: "open" }]);
    expect(api.events("patient.enrolment-changed").map(({ reason }) => reason)).toEqual([
      "patient.enrolment-changed",
      "Förväxling: en annan med samma namn.",
    ]);
  });
});

describe("Greta is admitted", () => {
  it("is paused with a reason and an end, after which she is active by herself; who did what stays", async () => {
    const karin = await api.as("karin");
    await become(karin, "greta", { state: "paused", reason: "admitted", until: "2026-11-23T12:00:00+01:00" });
    expect((await karin({ url: "patients/greta/enrolment" })).json()).toMatchObject({
      state: "paused",
      reason: "admitted",
      until: "2026-11-23T11:00:00.000Z",
      history: [{ state: "paused", setBy: "karin", setAt: "2026-11-22T13:00:00.000Z" }],
    });
    api.clock.set(Temporal.Instant.from("2026-11-23T11:00:00Z").epochMilliseconds);
    expect((await karin({ url: "patients?limit=50" })).json()).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ id: "greta", enrolment: expect.objectContaining({ state: "active" }) }),
      ]),
    });
  });

  it.each([
    ["into the past", { state: "paused", reason: "admitted", until: "2026-11-22T12:00:00Z" }, "REQUEST_SHAPE"],
    ["without a reason", { state: "paused", until: "2026-11-24T12:00:00Z" }, "REQUEST_SHAPE"],
    ["to what she is", { state: "active" }, "ENROLMENT_UNCHANGED"],
  ])("%s: refused", async (_what, body, code) => {
    expect((await become(await api.as("karin"), "greta", body)).json()).toMatchObject({ code });
  });

  it("by two at once: one wins, the other is told", async () => {
    const [karin, doris] = [await api.as("karin"), await api.as("doris")];
    const ended = { state: "ended", reason: "moved" };
    const version = await versionOf(karin, "greta");
    const ask = (who: Person) =>
      who({ url: "patients/greta/enrolment", headers: { "if-match": version }, body: ended });
    const answers = await Promise.all([ask(karin), ask(doris)]);
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 412]);
  });

  it("isn't another team's or a technician's to decide", async () => {
    const change = { headers: { "if-match": '"1"' }, body: { state: "ended", reason: "moved" } };
    expect((await (await api.as("nils"))({ url: "patients/greta/enrolment", ...change })).statusCode).toBe(404);
    expect((await (await api.as("ture"))({ url: "patients/greta/enrolment", ...change })).statusCode).toBe(403);
  });
});

it("who ends has the equipment fetched: back in stock it is lent to somebody else, and what is shared stays", async () => {
  const doris = await api.as("doris");
  await become(doris, "greta", { state: "ended", reason: "goal-reached" });
  expect(places()).toMatchObject({ scale: "recalled", "hub-greta": expect.any(String) });
  const ture = await api.as("ture");
  const version = api.db.get<{ version: number }>("SELECT version FROM device WHERE id = 'scale'")!.version;
  const back = await ture({ url: "devices/scale/return", headers: { "if-match": `"${version}"` }, body: {} });
  expect([back.statusCode, back.body]).toMatchObject([200, expect.any(String)]);
  expect(places()).toMatchObject({ scale: "stock" });
  const lent = await doris({
    url: "patients/greta/enrolment",
    headers: { "if-match": await versionOf(doris, "greta") },
    body: { state: "active" },
  });
  expect(lent.statusCode).toBe(200);
  expect(api.db.get("SELECT 1 FROM assignment WHERE device = 'scale' AND to_at IS NULL")).toBeUndefined();
});

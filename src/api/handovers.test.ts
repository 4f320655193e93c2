import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import { replay } from "../ledger/replay.ts";
import { openDatabase } from "../store/sqlite/database.ts";

/** Soheil is night's patient (Nils, Doris); north is Karin's and Doris's. Monday afternoon. */
let api: TestApi;
beforeEach(async () => {
  api = await openApi({ at: "2026-11-23T16:12:00+01:00" });
});
afterEach(async () => {
  expect(replay(api.db, openDatabase(":memory:"))).toMatchObject({ refused: [], differences: [] });
  await api.close();
});

type Who = Awaited<ReturnType<TestApi["as"]>>;
type Handover = {
  id: string;
  version: number;
  state: string;
  patients: { patient: string; edited: boolean }[];
  alerts: { alert: string; outcome: string | null; state: string }[];
  decided: { by: { staff: string }; reason: string | null } | null;
};

const low = () => api.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 84, unit: "%" }]);
const alerts = async (who: Who) =>
  (await who({ url: "alerts?patient=soheil" })).json<{
    items: { id: string; version: number; team: string; state: string }[];
  }>().items;
const offer = (who: Who, more: object = {}) => who({ url: "handovers", body: { from: "night", to: "north", ...more } });
const answer = (who: Who, { id, version }: Handover, what: string, body: object = {}) =>
  who({ url: `handovers/${id}/${what}`, body, headers: { "if-match": `"${version}"` } });
const notified = (occasion: string) =>
  api.db
    .all<{ team: string; staff: string | null }>(
      "SELECT team, staff FROM notification WHERE occasion = ? ORDER BY team, staff",
      occasion,
    )
    .map(({ team, staff }) => `${team}/${staff ?? "-"}`);
const tick = () => api.ledger.submit({ kind: "tick", actor: "platform" });

/** Soheil's saturation is low, Nils has promised to call, and written something down. */
async function taken(nils: Who): Promise<string> {
  await low();
  const [alert] = await alerts(nils);
  const promise = { text: "Ringer", due: "2026-11-23T18:00:00+01:00" };
  await nils({
    url: `alerts/${alert!.id}/acknowledge`,
    body: { promise },
    headers: { "if-match": `"${alert!.version}"` },
  });
  await nils({ url: `alerts/${alert!.id}/notes`, body: { text: "Låter trött i telefon" } });
  return alert!.id;
}

describe("an evening's handover", () => {
  test("is Nils's until Karin accepts; then alert and promise are hers, and she had read the SBAR before", async () => {
    const [nils, karin] = [await api.as("nils"), await api.as("karin")];
    const id = await taken(nils);
    expect((await karin({ url: "patients/soheil" })).statusCode).toBe(404);
    const made = await offer(nils, { note: "Kvällsöverlämning" });
    expect(made.statusCode, made.body).toBe(201);
    const offered = made.json<Handover>();
    expect(offered).toMatchObject({
      state: "offered",
      patients: [{ patient: "soheil", edited: false }],
      alerts: [{ alert: id }],
    });
    expect(notified("handover-offered")).toEqual(["north/-"]);

    // Whom she is asked to take she may see; whose it is hasn't changed.
    expect((await karin({ url: "patients/soheil" })).statusCode).toBe(200);
    expect((await alerts(karin))[0]).toMatchObject({ team: "night" });
    const text = await karin({ url: `handovers/${offered.id}/patients/soheil/sbar?format=text&lang=sv` });
    expect(text.headers["content-type"]).toContain("text/plain");
    for (const part of [
      "SITUATION\nRött larm sedan 16:12: Syremättnaden 84 %, under säkerhetsgräns 85 %. nils Prov har tagit det: Ringer (senast 18:00).",
      "BAKGRUND\nDiagnoser: KOL",
      "AKTUELLT TILLSTÅND\nSyremättnaden 84 %, 16:12",
      "nils Prov, 16:12: Låter trött i telefon",
      "Löfte att hålla senast 18:00: Ringer",
      "Ansvarar nu: night (",
    ]) {
      expect(text.body).toContain(part);
    }
    // No name of anybody stands in what is stored.
    expect(JSON.stringify(api.db.all("SELECT compiled FROM handover_patient"))).not.toContain("Prov");

    const accepted = await answer(karin, offered, "accept");
    expect(accepted.json<Handover>()).toMatchObject({ state: "accepted", alerts: [{ outcome: "taken" }] });
    const alert = (await karin({ url: `alerts/${id}` })).json();
    expect(alert).toMatchObject({
      team: "north",
      state: "acknowledged",
      acknowledged: { by: { staff: "karin" }, promise: { text: "Ringer" } },
    });
    expect((alert as { events: { event: string }[] }).events.at(-1)).toMatchObject({ event: "handed-over" });
    // It was handed over, not Soheil: who answers for him is as agreed.
    expect((await nils({ url: "patients/soheil/responsibilities" })).json()).toMatchObject({
      duty: { team: { id: "night" } },
    });
    expect((await answer(karin, offered, "accept")).json()).toMatchObject({
      code: "HANDOVER_DECIDED",
      explanation: { sv: expect.stringMatching(/^karin Prov har tagit emot det \d\d:\d\d\.$/) },
    });
  });

  test("with a takeover the other team answers from when it accepts, until its end", async () => {
    const [nils, karin] = [await api.as("nils"), await api.as("karin")];
    await taken(nils);
    const offered = (await offer(nils, { takeoverUntil: "2026-11-24T08:00:00+01:00" })).json<Handover>();
    expect((await nils({ url: "patients/soheil/responsibilities" })).json()).toMatchObject({
      duty: { team: { id: "night" } },
    });
    await answer(karin, offered, "accept");
    expect((await karin({ url: "patients/soheil/responsibilities" })).json()).toMatchObject({
      duty: { team: { id: "north" }, until: "2026-11-24T07:00:00.000Z" },
    });
  });

  test("declined: it stays with Nils, and the other side's on-call and his manager are told", async () => {
    const [nils, karin] = [await api.as("nils"), await api.as("karin")];
    await taken(nils);
    const offered = (await offer(nils)).json<Handover>();
    const declined = await answer(karin, offered, "decline", { reason: "Ingen bil i kväll" });
    expect(declined.json<Handover>()).toMatchObject({ state: "declined", decided: { reason: "Ingen bil i kväll" } });
    expect(notified("handover-failed")).toEqual(["night/-", "north/-"]);
    expect((await alerts(nils))[0]).toMatchObject({ team: "night", state: "acknowledged" });
    expect((await karin({ url: "patients/soheil" })).statusCode).toBe(404);
  });

  test("nobody answers: after half an hour what nobody has taken on is told of over there, and stays Nils's team's", async () => {
    const nils = await api.as("nils");
    await low();
    await offer(nils);
    api.clock.set("2026-11-23T16:42:00+01:00");
    await tick();
    expect((await nils({ url: "handovers?state=expired" })).json().items).toHaveLength(1);
    expect(notified("handover-failed")).toEqual(expect.arrayContaining(["night/-", "north/-"]));
    const told = api.db.get<{ data: string }>(
      "SELECT data FROM event WHERE type = 'alert.told' ORDER BY seq DESC LIMIT 1",
    );
    expect(JSON.parse(told!.data)).toMatchObject({ in: "north", why: "handover-failed" });
    expect((await alerts(nils))[0]).toMatchObject({ team: "night", state: "open" });
  });

  test("the offering team closes before anybody has answered: the offer is over then", async () => {
    const alva = await api.as("alva");
    const nils = await api.as("nils");
    const hours = { weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "16:30" }] };
    await alva({
      method: "PATCH",
      url: "teams/night",
      body: { hours, cover: "north" },
      headers: { "if-match": '"1"' },
    });
    await low();
    await offer(nils, { minutes: 60 });
    api.clock.set("2026-11-23T16:30:00+01:00");
    await tick();
    expect((await nils({ url: "handovers?state=expired" })).json().items).toMatchObject([
      { decided: { reason: "the team that offered it closed" } },
    ]);
  });

  test("what was closed meanwhile drops out and is said to have; Nils may take the offer back", async () => {
    const [nils, karin] = [await api.as("nils"), await api.as("karin")];
    const id = await taken(nils);
    const first = (await offer(nils)).json<Handover>();
    expect((await nils({ url: "handovers/receivers" })).json().items).toMatchObject([{ id: "night" }, { id: "north" }]);
    expect((await offer(nils)).json()).toMatchObject({
      code: "HANDOVER_OFFERED",
      explanation: { en: expect.stringMatching(/^nils Prov has offered it to north already/) },
    });
    expect((await answer(karin, first, "withdraw")).json()).toMatchObject({ code: "NOT_FOUND" });
    expect((await answer(nils, first, "withdraw")).json<Handover>()).toMatchObject({ state: "withdrawn" });
    const second = (await offer(nils)).json<Handover>();
    const { version } = (await nils({ url: `alerts/${id}` })).json<{ version: number }>();
    await nils({
      url: `alerts/${id}/resolve`,
      body: { outcome: "true", action: "advice" },
      headers: { "if-match": `"${version}"` },
    });
    const accepted = await answer(karin, second, "accept");
    expect(accepted.json<Handover>()).toMatchObject({ alerts: [{ outcome: "closed", state: "resolved" }] });
  });

  test("refused: to oneself, of nothing, of another team's, and by whoever isn't there", async () => {
    const [nils, karin, ture] = [await api.as("nils"), await api.as("karin"), await api.as("ture")];
    expect((await offer(nils)).json()).toMatchObject({ code: "HANDOVER_EMPTY" });
    await low();
    expect((await offer(nils, { to: "night" })).json()).toMatchObject({ code: "HANDOVER_SAME" });
    expect((await offer(karin)).json()).toMatchObject({ code: "NOT_FOUND" });
    expect((await offer(ture)).json()).toMatchObject({ code: "FORBIDDEN" });
    expect((await offer(nils, { takeoverUntil: "2026-11-23T16:20:00+01:00" })).json()).toMatchObject({
      code: "HANDOVER_PERIOD",
    });
    expect((await offer(nils, { to: "nowhere" })).json()).toMatchObject({ code: "NOT_FOUND" });
  });

  test("Nils edits the text before he offers it: both are kept, the page to print is escaped and loads nothing", async () => {
    const [nils, karin] = [await api.as("nils"), await api.as("karin")];
    await taken(nils);
    const compiled = (await nils({ url: "patients/soheil/sbar?lang=sv" })).json<Record<string, string>>();
    const edited = {
      ...compiled,
      recommendation: `${compiled["recommendation"]}\nRing dottern först <b>&</b> sedan nils Prov.`,
    };
    const offered = (await offer(nils, { sbar: { soheil: { sv: edited } } })).json<Handover>();
    const url = `handovers/${offered.id}/patients/soheil/sbar`;
    expect((await karin({ url: `${url}?lang=sv` })).json()).toEqual(edited);
    expect((await karin({ url: `${url}?lang=sv&compiled=true` })).json()).toEqual(compiled);
    const page = await karin({ url: `${url}?lang=sv&format=html` });
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.body).toContain("Ring dottern först &#60;b&#62;&#38;&#60;/b&#62; sedan nils Prov.");
    expect(page.body).not.toMatch(/<script|<img|<link|https?:/);
    expect(api.db.get<{ edited: string }>("SELECT edited FROM handover_patient")!.edited).toContain("{staff:nils}");
  });
});

test("two accept at once: one does, the other is told that it is decided", async () => {
  const [nils, karin, doris] = [await api.as("nils"), await api.as("karin"), await api.as("doris")];
  await taken(nils);
  const offered = (await offer(nils)).json<Handover>();
  const answers = await Promise.all([answer(karin, offered, "accept"), answer(doris, offered, "accept")]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

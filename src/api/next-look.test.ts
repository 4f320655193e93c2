import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

/** A Sunday at 14:00; north has office hours, night covers. */
let api: TestApi;
beforeEach(async () => {
  api = await openApi();
  const alva = await api.as("alva");
  const etag = String((await alva({ url: "teams/north" })).headers["etag"]);
  const weekly = [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }];
  const body = { hours: { weekly }, cover: "night" };
  const headers = { "if-match": etag };
  expect((await alva({ method: "PATCH", url: "teams/north", body, headers })).statusCode).toBe(200);
});
afterEach(() => api.close());

const url = "patients/greta/next-look";
const logged = () => api.db.all("SELECT 1 FROM read_log WHERE patient = 'greta' AND action = 'next-look'").length;

test("on a Sunday Greta's team looks on Monday at eight, on Monday it is open; reading it is logged", async () => {
  const karin = await api.as("karin");
  const sunday = (await karin({ url })).json();
  expect(sunday).toMatchObject({ team: { id: "north" }, at: "2026-11-23T07:00:00.000Z" });
  expect(sunday.explanation.sv).toMatch(/ tittar senast i morgon 08:00\. Blir du sämre: ring 1177, vid fara 112\.$/);
  expect(logged()).toBe(1);
  api.clock.set("2026-11-23T08:00:00+01:00");
  const monday = (await karin({ url })).json();
  expect(monday.at).toBe("2026-11-23T07:00:00.000Z");
  expect(monday.explanation.sv).toMatch(/ har öppet nu\. Blir du sämre: ring 1177, vid fara 112\.$/);
});

test("nothing is promised to somebody who isn't watched over", async () => {
  await api.submit({
    kind: "patient-enrolment",
    patient: "greta",
    change: { state: "ended", reason: "moved" },
    ifVersion: 1,
    actor: "karin",
  });
  const karin = await api.as("karin");
  expect((await karin({ url })).json()).toEqual({
    team: null,
    at: null,
    explanation: {
      sv: "Det är inte känt när någon tittar. Blir du sämre: ring 1177, vid fara 112.",
      en: "It is not known when somebody looks. If you get worse: call 1177, in danger 112.",
    },
  });
});

test("a technician is not told", async () => {
  expect((await (await api.as("ture"))({ url })).statusCode).toBe(403);
});

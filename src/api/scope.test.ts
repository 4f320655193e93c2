import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

/**
 * Who may ask for what, route by route. Greta is north's; karin is a nurse there, ture its technician, alva an
 * administrator; nils is a nurse of another team. What isn't yours is answered like what doesn't exist.
 */
let api: TestApi;
let ids: Record<string, string>;

beforeAll(async () => {
  api = await openApi();
  await api.readings("scale", [
    { kind: "body-weight", at: "2026-11-19T07:00:00+01:00", value: 82.4, unit: "kg", flags: ["from-memory"] },
    { kind: "body-weight", at: "2026-11-22T13:55:00+01:00", value: 84.7, unit: "kg", flags: ["from-memory"] },
  ]);
  await api.publish("readings", "broken");
  const alert = api.alerts("greta")[0]!.id;
  const reading = api.events("alert.opened")[0]!.reading!;
  ids = { alert, reading, assignment: "1", quarantined: "1" };
});
afterAll(() => api.close());

type Row = readonly [
  method: "GET" | "POST" | "PUT",
  url: string,
  karin: number,
  ture: number,
  alva: number,
  nils: number,
  logged?: boolean,
];

/** Answers without a body or If-Match: 400, 415 and 428 mean that the person was let in. */
const table: readonly Row[] = [
  ["GET", "patients", 200, 200, 403, 200, true],
  ["GET", "patients/greta", 200, 403, 403, 404, true],
  ["PUT", "patients/greta/team", 400, 403, 403, 400],
  ["POST", "patients/greta/plans", 400, 403, 403, 400],
  ["POST", "patients/greta/observations", 400, 403, 403, 400],
  ["POST", "patients/greta/prompts", 400, 403, 403, 400],
  ["POST", "readings/{reading}/move", 400, 403, 403, 400],
  ["POST", "hubs", 403, 400, 403, 403],
  ["POST", "devices", 403, 400, 403, 403],
  ["POST", "assignments", 400, 400, 403, 400],
  ["POST", "patients", 400, 403, 403, 400],
  ["GET", "patients/greta/readings", 200, 403, 403, 404, true],
  ["GET", "patients/greta/trends?metric=body-weight", 200, 403, 403, 404, true],
  ["GET", "patients/greta/plans", 200, 403, 403, 404, true],
  ["GET", "patients/greta/plans/1", 200, 403, 403, 404, true],
  ["GET", "patients/greta/prompts", 200, 403, 403, 404, true],
  ["GET", "patients/greta/read-log", 200, 403, 403, 404, true],
  ["GET", "alerts", 200, 200, 403, 200, true],
  ["GET", "alerts?patient=greta", 200, 200, 403, 200, true],
  ["GET", "alerts/{alert}", 200, 404, 403, 404, true],
  ["GET", "hubs", 200, 200, 200, 200],
  ["GET", "hubs/hub-greta", 200, 200, 200, 404],
  ["POST", "hubs/hub-greta/secret", 403, 428, 403, 403],
  ["POST", "hubs/hub-greta/revoke", 403, 428, 403, 403],
  ["GET", "devices", 200, 200, 200, 200],
  ["GET", "devices/scale", 200, 200, 200, 404],
  ["GET", "assignments", 200, 200, 403, 200, true],
  ["GET", "assignments/{assignment}", 200, 200, 403, 404, true],
  ["GET", "quarantine", 200, 200, 403, 200],
  ["GET", "quarantine/{quarantined}", 200, 403, 403, 404],
  ["GET", "presets", 200, 200, 200, 200],
  ["GET", "device-models", 200, 200, 200, 200],
];

const address = (url: string) => url.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name]!);
const readsOf = (patient: string) =>
  api.db.get<{ n: number }>("SELECT count(*) AS n FROM read_log WHERE patient = ?", patient)!.n;

describe.each(table.map((row) => ({ name: `${row[0]} ${row[1]}`, row })))("$name", ({ row }) => {
  const [method, url, karin, ture, alva, nils, logged] = row;
  it.each([
    ["karin", karin],
    ["ture", ture],
    ["alva", alva],
    ["nils", nils],
  ])("answers %s with %i", async (who, status) => {
    const before = readsOf("greta");
    const answer = await (await api.as(who))({ method, url: address(url) });
    expect(answer.statusCode, answer.body).toBe(status);
    if (who === "nils") expect(answer.body).not.toMatch(/"greta"|84\.7/);
    if (who === "ture") expect(answer.body).not.toMatch(/84\.7|Exempel/);
    // Each look at her data, and nothing else, leaves a trace.
    const seen = logged === true && status === 200 && answer.body.includes('"greta"');
    expect(readsOf("greta") > before || !seen).toBe(true);
    if (status !== 200 || !logged) expect(readsOf("greta")).toBe(before);
  });
});

it.each([
  ["POST", "patients/greta/plans", { preset: ["copd"] }],
  ["POST", "patients/greta/observations", { readings: [{ kind: "pulse", value: 70, unit: "/min" }] }],
  ["POST", "patients/greta/prompts", { kind: "message", text: "Hej", expiresAt: "2026-11-23T00:00:00Z" }],
  ["PUT", "patients/greta/team", { team: "night" }],
  ["POST", "readings/{reading}/move", { patient: "soheil", reason: "mine" }],
  ["POST", "alerts/{alert}/acknowledge", { promise: { text: "mine", due: "2026-11-22T16:00:00+01:00" } }],
  ["POST", "alerts/{alert}/resolve", { outcome: "other", action: "none" }],
  ["POST", "assignments", { device: "loose", patient: "greta" }],
  ["POST", "assignments/{assignment}/end", {}],
] as const)("nobody changes another team's patient: %s %s", async (method, url, body) => {
  const nils = await api.as("nils");
  const answer = await nils({ method, url: address(url), headers: { "if-match": '"1"' }, body });
  expect(answer.json()).toMatchObject({ code: "NOT_FOUND" });
});

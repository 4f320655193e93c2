import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import { program } from "../cli/program.ts";
import { defaultPolicy } from "../domain/escalation.ts";
import { createMetrics } from "../metrics.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await api.close();
});

const url = "teams/night/escalation";
const quick = {
  ...defaultPolicy,
  red: { ...defaultPolicy.red, steps: [{ after: { minutes: 0 }, tell: ["team", "manager"] }], repeat: { minutes: 5 } },
};
const low = () => api.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 82, unit: "%" }]);

describe("a team's steps", () => {
  it("are the platform's until an administrator gives others, and again when those are taken back", async () => {
    const [alva, nils] = [await api.as("alva"), await api.as("nils")];
    const read = await nils({ url });
    expect(read.json()).toEqual({ team: "night", version: 1, own: false, policy: defaultPolicy });
    const changed = await alva({ method: "PUT", url, headers: { "if-match": String(read.headers.etag) }, body: quick });
    expect(changed.json()).toMatchObject({ version: 2, own: true, policy: quick });
    expect(changed.headers.etag).toBe('"2"');
    expect((await nils({ url })).json()).toMatchObject({ own: true, policy: quick });
    expect(api.events("team.escalation-changed")).toMatchObject([{ team: "night", data: { version: 2 } }]);
    const back = await alva({ method: "DELETE", url, headers: { "if-match": '"2"' } });
    expect(back.json()).toMatchObject({ version: 3, own: false, policy: defaultPolicy });
    expect(api.replayed()).toMatchObject({ refused: [], differences: [] });
  });

  it.each<[string, string, object, Record<string, string>, number, string]>([
    ["a nurse", "nils", quick, { "if-match": '"1"' }, 403, "FORBIDDEN"],
    ["no version", "alva", quick, {}, 428, "PRECONDITION_REQUIRED"],
    ["an older version", "alva", quick, { "if-match": '"7"' }, 412, "PRECONDITION_FAILED"],
    [
      "red that waits too long",
      "alva",
      { ...quick, red: { ...quick.red, repeat: { minutes: 60 } } },
      { "if-match": '"1"' },
      400,
      "REQUEST_SHAPE",
    ],
    ["nothing for yellow", "alva", { ...quick, yellow: undefined }, { "if-match": '"1"' }, 400, "REQUEST_SHAPE"],
  ])("are refused from %s", async (_what, who, body, headers, status, code) => {
    const caller = await api.as(who);
    const answer = await caller({ method: "PUT", url, headers, body });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect((await caller({ url })).json()).toMatchObject({ own: false, version: 1 });
  });

  it("are another team's business only", async () => {
    const karin = await api.as("karin");
    expect((await karin({ url })).statusCode).toBe(404);
    const alva = await api.as("alva");
    expect((await alva({ url: "teams/nowhere/escalation" })).statusCode).toBe(404);
  });
});

describe("an alert says who was told, and who will be", () => {
  it("in both languages, until somebody has it", async () => {
    await low();
    const nils = await api.as("nils");
    const [listed] = (await nils({ url: "alerts" })).json<{ items: { id: string }[] }>().items;
    const first = (await nils({ url: `alerts/${listed!.id}` })).json<object>();
    expect(first).toMatchObject({
      escalation: {
        step: 0,
        at: "2026-11-22T13:00:00.000Z",
        team: "night",
        to: [{ team: "night", staff: null, name: null, role: null }],
        explanation: { en: "New alert: told night.", sv: "Nytt larm: night har fått veta." },
        next: {
          at: "2026-11-22T13:15:00.000Z",
          tell: ["secondary"],
          explanation: {
            en: "If nobody takes it on, whoever is second on call will be told at 14:15.",
            sv: "Tar ingen larmet får bakjouren veta 14:15.",
          },
        },
      },
    });
    const taken = await nils({
      url: `alerts/${listed!.id}/acknowledge`,
      headers: { "if-match": '"1"' },
      body: { promise: { text: "Ringer", due: "2026-11-22T15:00:00+01:00" } },
    });
    expect(taken.json()).toMatchObject({ escalation: null, state: "acknowledged" });
  });

  it("and a step doesn't refuse whoever read the alert before it", async () => {
    await low();
    api.clock.advance(15 * 60_000);
    await api.submit({ kind: "tick", actor: "platform" });
    const nils = await api.as("nils");
    const { id } = api.alerts("soheil")[0]!;
    const taken = await nils({
      url: `alerts/${id}/acknowledge`,
      headers: { "if-match": '"1"' },
      body: { promise: { text: "Ringer", due: "2026-11-22T15:00:00+01:00" } },
    });
    expect(taken.statusCode).toBe(200);
  });

  it("at a terminal too", async () => {
    vi.stubEnv("HEMVAKT_URL", await api.app.listen({ host: "127.0.0.1", port: 0 }));
    vi.stubEnv("HEMVAKT_PASSWORD", password);
    const said: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
    const hemvakt = async (user: string, ...words: string[]): Promise<string> => {
      vi.stubEnv("HEMVAKT_USER", user);
      said.length = 0;
      await program().parseAsync(words, { from: "user" });
      return said.join("\n");
    };
    await low();
    const { id } = api.alerts("soheil")[0]!;
    expect(await hemvakt("nils", "alert", "show", id, "--lang", "sv")).toContain(
      "Step 1, 2026-11-22 13:00Z: Nytt larm: night har fått veta.\nTar ingen larmet får bakjouren veta 14:15.",
    );
    expect(await hemvakt("nils", "team", "escalation", "night")).toMatch(
      /the platform's own steps[^]*red +at once +primary, team[^]*15 min later +secondary[^]*yellow[^]*120 min of opening hours later +primary/,
    );
    const file = join(api.folder, "policy.json");
    writeFileSync(file, JSON.stringify(quick));
    expect(await hemvakt("alva", "team", "escalation", "night", "--set", file)).toMatch(
      /steps of its own[^]*every 5 min/,
    );
    expect(await hemvakt("alva", "team", "escalation", "night", "--default")).toContain("the platform's own steps");
    writeFileSync(file, "red: at once");
    await expect(hemvakt("alva", "team", "escalation", "night", "--set", file)).rejects.toMatchObject({
      code: "CONFIG_INVALID",
    });
  });
});

it("a technician learns of technical alerts whom they were told to, and of others nothing", async () => {
  await low();
  await api.readings("loose", [{ kind: "body-weight", value: 80, unit: "kg" }]);
  const ture = await api.as("ture");
  const { items } = (await ture({ url: "alerts" })).json<{ items: object[] }>();
  expect(items).toMatchObject([{ category: "technical", escalation: { to: [{ team: "north" }] } }]);
});

it("monitoring counts what everybody was told of and nobody has taken on", async () => {
  const { registry } = createMetrics(
    api.db,
    () => api.ledger,
    () => 0,
  );
  const unanswered = async () =>
    (await registry.metrics()).match(/hemvakt_alerts_unanswered\{severity="red"\} (\d)/)?.[1];
  await low();
  expect(await unanswered()).toBe("0");
  for (let step = 0; step < 3; step += 1) {
    expect(await unanswered(), `at step ${step}`).toBe("0");
    api.clock.advance(15 * 60_000);
    await api.submit({ kind: "tick", actor: "platform" });
  }
  expect(await unanswered()).toBe("1");
});

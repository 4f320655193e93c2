import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import { everyKind } from "../../test/helpers/every-kind.ts";
import { metricNames } from "../domain/metric.ts";
import { type PlanBody, planBodySchema } from "../domain/plan.ts";
import { asSignedBy } from "../domain/plan-signature.ts";
import { openDatabase } from "../store/sqlite/database.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

type Problem = { code: string; errors?: { path: string; message: string }[] };

const sign = async (body: object, etag = '"1"', who = "karin") =>
  (await api.as(who))({ url: "patients/greta/plans", headers: { "if-match": etag }, body });

describe("plans", () => {
  it("Doris signs a plan from a preset with one limit of its own; both versions stay readable", async () => {
    const doris = await api.as("doris");
    const signed = await sign(
      { preset: ["heart-failure"], body: { treatmentLimitation: "Not for hospital admission." } },
      '"1"',
      "doris",
    );
    expect(signed.statusCode).toBe(201);
    expect([signed.headers.etag, signed.headers.location]).toEqual(['"2"', "/api/v1/patients/greta/plans/2"]);
    const list = await doris({ url: "patients/greta/plans" });
    expect(list.headers.etag).toBe('"2"');
    expect(list.json()).toMatchObject({
      items: [
        {
          version: 2,
          inForce: true,
          signedBy: { staff: "doris", name: "doris Prov" },
          validFrom: "2026-11-22T13:00:00.000Z",
          body: { conditions: ["heart-failure"], treatmentLimitation: "Not for hospital admission." },
        },
        { version: 1, inForce: false, signedBy: { staff: "karin" } },
      ],
    });
    expect((await doris({ url: "patients/greta/plans/1" })).json()).toMatchObject({ version: 1 });
    expect((await doris({ url: "patients/greta/plans/9" })).statusCode).toBe(404);
  });

  it("a plan with a rule of every kind is signed as it is, and trends show what of it is a line", async () => {
    const sent = everyKind();
    expect((await sign({ body: sent })).statusCode).toBe(201);
    const body = asSignedBy(sent, undefined, "karin", api.clock.now());
    const karin = await api.as("karin");
    expect((await karin({ url: "patients/greta/plans/2" })).json()).toMatchObject({ body });
    const lines: string[] = [];
    for (const metric of metricNames) {
      const trend = await karin({ url: `patients/greta/trends?metric=${metric}&to=2026-11-22T15:00:00Z` });
      expect(trend.statusCode).toBe(200);
      const periods = trend.json<{ limits: { limits: { rule: string; value: number }[] }[] }>().limits;
      lines.push(...(periods.at(-1)?.limits ?? []).map(({ rule, value }) => `${rule} ${value}`));
    }
    expect(lines.filter((line) => line.startsWith("a-"))).toEqual(["a-reference 84", "a-n-of-m 150", "a-limit 110"]);
  });

  it("needs the password again five minutes after it was given; a wrong one opens nothing", async () => {
    const karin = await api.as("karin");
    const request = { url: "patients/greta/plans", headers: { "if-match": '"1"' }, body: { preset: ["copd"] } };
    const confirm = (given: string) => karin({ url: "sessions/current/confirmation", body: { password: given } });
    api.clock.advance(5 * 60_000 + 1);
    expect((await karin(request)).json<Problem>().code).toBe("REAUTHENTICATION_REQUIRED");
    expect((await confirm("not it")).json<Problem>().code).toBe("CREDENTIALS_WRONG");
    expect((await karin(request)).statusCode).toBe(403);
    expect((await confirm(password)).json()).toEqual({ confirmedUntil: "2026-11-22T13:10:00.001Z" });
    expect((await karin(request)).statusCode).toBe(201);
    expect(api.lines.join()).not.toContain(password);
  });

  it("is answerable for what is hers: a new reference carries her name whatever was sent, an old one keeps its own", async () => {
    const reference = (value: number, setBy = "somebody-else") => ({
      metric: "body-weight",
      value: { value, unit: "kg" },
      setBy,
      setOn: "2020-01-01",
    });
    await sign({ preset: ["heart-failure"], body: { references: [reference(82)] } }, '"1"', "doris");
    api.clock.advance(24 * 3_600_000);
    await sign({ preset: ["heart-failure"], body: { references: [reference(82, "karin")] } }, '"2"', "karin");
    await sign({ preset: ["heart-failure"], body: { references: [reference(81, "doris")] } }, '"3"', "karin");
    const plans = (await (await api.as("karin"))({ url: "patients/greta/plans" })).json<{
      items: { version: number; body: { references?: { setBy: string; setOn: string }[] } }[];
    }>();
    const authors = plans.items.map(({ version, body }) => [
      version,
      body.references?.[0]?.setBy,
      body.references?.[0]?.setOn,
    ]);
    expect(authors).toEqual([
      [4, "karin", "2026-11-23"],
      [3, "doris", "2026-11-22"],
      [2, "doris", "2026-11-22"],
      [1, undefined, undefined],
    ]);
  });

  it("carries a digest of what was signed, and one altered digit of a limit is seen", async () => {
    await sign({ preset: ["heart-failure"] });
    const karin = await api.as("karin");
    const read = async () =>
      (await karin({ url: "patients/greta/plans/2" })).json<{ digest: string; intact: boolean }>();
    const before = await read();
    expect(before).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/), intact: true });
    const store = openDatabase(join(api.folder, "hemvakt.db"));
    store.run(
      `UPDATE plan SET body = replace(body, '"value":110', '"value":111') WHERE patient = 'greta' AND version = 2`,
    );
    store.close();
    expect(await read()).toMatchObject({ digest: before.digest, intact: false });
  });

  it("takes an override of one limit without the rest, turns parts on, and leaves a rule out", async () => {
    const answer = await sign({
      preset: ["heart-failure"],
      options: ["heart-failure/symptom-questions"],
      rules: [{ id: "pulse-high", limit: { value: 105, unit: "/min" }, severity: "red" }],
      withoutRules: ["weight-fall-3d"],
      safetyLimits: [{ metric: "pulse", direction: "above", limit: { value: 140, unit: "/min" } }],
    });
    expect(answer.statusCode).toBe(201);
    const karin = await api.as("karin");
    const { body } = (await karin({ url: "patients/greta/plans/2" })).json<{ body: PlanBody }>();
    const rules = new Map(body.rules.map((rule) => [rule.id, rule]));
    expect(rules.get("pulse-high")).toEqual({
      id: "pulse-high",
      kind: "limit",
      metric: "pulse",
      direction: "above",
      limit: { value: 105, unit: "/min" },
      severity: "red",
    });
    expect([rules.has("weight-fall-3d"), rules.has("symptoms"), rules.has("weight-rise-3d")]).toEqual([
      false,
      true,
      true,
    ]);
    const pulse = body.safetyLimits.filter(({ metric, direction }) => metric === "pulse" && direction === "above");
    expect(pulse).toEqual([{ metric: "pulse", direction: "above", limit: { value: 140, unit: "/min" } }]);
    const { items } = (await karin({ url: "patients/greta/plans/2/differences?from=1" })).json<{
      items: { sentence: { sv: string; en: string } }[];
    }>();
    expect(items.map(({ sentence }) => sentence.sv)).toContain(
      "Gräns: Pulsen över 110/min: gult larm → Pulsen över 105/min: rött larm",
    );
    expect(items.map(({ sentence }) => sentence.en)).toContain(
      "Rule (removed): Weight down more than 2.0 kg in 3 days: yellow alert",
    );
  });

  it("a plan that begins tomorrow is not in force today", async () => {
    await sign({ preset: ["copd"], validFrom: "2026-11-23T00:00:00+01:00" });
    const karin = await api.as("karin");
    const { items } = (await karin({ url: "patients/greta/plans" })).json<{ items: { inForce: boolean }[] }>();
    expect(items.map(({ inForce }) => inForce)).toEqual([false, true]);
    expect((await karin({ url: "patients/greta" })).json()).toMatchObject({
      plan: { version: 1 },
      latestPlanVersion: 2,
    });
  });

  it.each([
    ["by somebody who has not seen the latest", { preset: ["copd"] }, '"0"', 412, "PRECONDITION_FAILED"],
    [
      "valid before it is signed",
      { preset: ["copd"], validFrom: "2026-11-22T13:59:59+01:00" },
      '"1"',
      422,
      "PLAN_BACKDATED",
    ],
    ["without anything in it", {}, '"1"', 400, "REQUEST_SHAPE"],
    [
      "with a part that the template doesn't have",
      { preset: ["copd"], options: ["copd/gout"] },
      '"1"',
      400,
      "REQUEST_SHAPE",
    ],
    ["without a rule that isn't there", { preset: ["copd"], withoutRules: ["gout"] }, '"1"', 400, "REQUEST_SHAPE"],
    [
      "with a part that needs what nobody has set",
      { preset: ["copd"], options: ["copd/oxygen-excess"] },
      '"1"',
      400,
      "REQUEST_SHAPE",
    ],
    ["from a preset that isn't", { preset: ["gout"] }, '"1"', 400, "REQUEST_SHAPE"],
  ])("a plan %s is refused", async (_what, body, etag, status, code) => {
    const answer = await sign(body, etag);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
  });

  it("a limit in a wrong unit is refused, naming the field", async () => {
    const limit = { metric: "body-weight", direction: "above", limit: { value: 90, unit: "mmHg" } };
    const answer = await sign({ preset: ["heart-failure"], body: { safetyLimits: [limit] } });
    expect(answer.json<Problem>()).toMatchObject({
      code: "REQUEST_SHAPE",
      errors: [{ path: "body.safetyLimits.0.limit.unit", message: "body-weight takes kg, g, lb, st" }],
    });
  });

  it("the presets are whole plans that can be signed as they are", async () => {
    const karin = await api.as("karin");
    type Preset = { condition: string; body: { rules: { id: string }[] }; sources: Record<string, string> };
    const { items } = (await karin({ url: "presets" })).json<{ items: Preset[] }>();
    expect(items.map(({ condition }) => condition)).toEqual(["heart-failure", "copd", "hypertension"]);
    for (const preset of items) {
      const { condition, body, sources } = preset;
      expect(planBodySchema.safeParse(body).success, condition).toBe(true);
      expect((await karin({ url: `presets/${condition}` })).json()).toEqual(preset);
      expect(Object.keys(sources).sort(), "every rule has a source").toEqual(body.rules.map(({ id }) => id).sort());
    }
    expect((await karin({ url: "presets/gout" })).statusCode).toBe(404);
    expect((await sign({ body: items[0]!.body })).statusCode).toBe(201);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import { everyKind } from "../../test/helpers/every-kind.ts";
import { metricNames } from "../domain/metric.ts";
import { planBodySchema } from "../domain/plan.ts";

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
    const body = everyKind();
    expect((await sign({ body })).statusCode).toBe(201);
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
    const { items } = (await karin({ url: "presets" })).json<{ items: { condition: string; body: object }[] }>();
    expect(items.map(({ condition }) => condition)).toEqual(["heart-failure", "copd", "hypertension"]);
    for (const { condition, body } of items) {
      expect(planBodySchema.safeParse(body).success, condition).toBe(true);
      expect((await karin({ url: `presets/${condition}` })).json()).toEqual({ condition, body });
    }
    expect((await karin({ url: "presets/gout" })).statusCode).toBe(404);
    expect((await sign({ body: items[0]!.body })).statusCode).toBe(201);
  });
});

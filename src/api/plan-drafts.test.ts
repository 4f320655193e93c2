import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

type Draft = {
  id: string;
  state: string;
  outdated: boolean;
  problems: { path: string; message: string }[];
  differences: { part: string; id: string; sentence: { sv: string; en: string } }[] | null;
  body: { rules?: { id: string }[] };
  version: number;
};
type Person = Awaited<ReturnType<TestApi["as"]>>;

const begin = async (who: Person, body: object = {}): Promise<string> => {
  const answer = await who({ url: "patients/greta/plan-drafts", body });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string }>().id;
};
const at = (draft: string, rest = "") => `patients/greta/plan-drafts/${draft}${rest}`;
const read = async (who: Person, draft: string) => (await who({ url: at(draft) })).json<Draft>();
const change = (who: Person, draft: string, body: object, version: number) =>
  who({ method: "PUT", url: at(draft), headers: { "if-match": `"${version}"` }, body });
const sign = (who: Person, draft: string, version: number, body: object = {}) =>
  who({ url: at(draft, "/signature"), headers: { "if-match": `"${version}"` }, body });

describe("Karin tightens Greta's pulse limit", () => {
  it("in a draft that says what it changes, and signs it as version 2", async () => {
    const karin = await api.as("karin");
    const draft = await begin(karin, { rules: [{ id: "pulse-high", limit: { value: 105, unit: "/min" } }] });
    const first = await read(karin, draft);
    expect(first).toMatchObject({ state: "open", base: 1, outdated: false, problems: [], createdBy: "karin" });
    expect(first.differences).toMatchObject([
      {
        part: "rule",
        id: "pulse-high",
        sentence: {
          sv: "Gräns: Pulsen över 110/min: gult larm → Pulsen över 105/min: gult larm",
          en: "Rule: Pulse above 110/min: yellow alert → Pulse above 105/min: yellow alert",
        },
      },
    ]);
    await change(karin, draft, { body: { treatmentLimitation: "Ej till sjukhus." } }, 1);
    const second = await read(karin, draft);
    expect(second.differences?.map(({ sentence }) => sentence.sv)).toEqual([
      "Gräns: Pulsen över 110/min: gult larm → Pulsen över 105/min: gult larm",
      "Behandlingsbegränsning (ny): Ej till sjukhus.",
    ]);
    const signed = await sign(karin, draft, 2);
    expect([signed.statusCode, signed.headers.location]).toEqual([201, "/api/v1/patients/greta/plans/2"]);
    expect((await karin({ url: "patients/greta/plans/2" })).json()).toMatchObject({
      inForce: true,
      intact: true,
      signedBy: { staff: "karin" },
      body: { treatmentLimitation: "Ej till sjukhus." },
    });
    expect((await karin({ url: "patients/greta/plan-drafts" })).json()).toEqual({ items: [] });
    expect(await read(karin, draft)).toMatchObject({ state: "signed", outdated: false });
    expect((await change(karin, draft, {}, 3)).json()).toMatchObject({ code: "DRAFT_CLOSED" });
  });
});

describe("a draft", () => {
  it("may be unfinished, says what is missing, and can't be signed until it isn't", async () => {
    const doris = await api.as("doris");
    const draft = await begin(doris, { preset: ["copd"], options: ["copd/oxygen-excess"] });
    expect(await read(doris, draft)).toMatchObject({
      problems: [{ message: "only with the saturation target 88-92" }],
      differences: null,
    });
    expect((await sign(doris, draft, 1)).json()).toMatchObject({ code: "REQUEST_SHAPE" });
    await change(doris, draft, { body: { saturationTarget: { range: "88-92" } } }, 1);
    expect((await read(doris, draft)).problems).toEqual([]);
    expect((await sign(doris, draft, 2)).statusCode).toBe(201);
    expect((await doris({ url: "patients/greta/plans/2" })).json()).toMatchObject({
      body: { saturationTarget: { range: "88-92", setBy: "doris", setOn: "2026-11-22" } },
    });
  });

  it("begun from the plan in force takes parts of its own condition's template, and no other's", async () => {
    const karin = await api.as("karin");
    const draft = await begin(karin, { options: ["heart-failure/weight-trend"] });
    expect((await read(karin, draft)).differences?.map(({ id }) => id)).toEqual(["weight-trend"]);
    const other = await karin({ url: "patients/greta/plan-drafts", body: { options: ["copd/oxygen-excess"] } });
    expect(other.json()).toMatchObject({ code: "REQUEST_SHAPE" });
  });

  it("of two that are signed at once one becomes the next version; the other is told, is brought up, and follows", async () => {
    const [karin, doris] = [await api.as("karin"), await api.as("doris")];
    const mine = await begin(karin, { rules: [{ id: "pulse-high", limit: { value: 105, unit: "/min" } }] });
    const theirs = await begin(doris, { rules: [{ id: "pulse-low", limit: { value: 45, unit: "/min" } }] });
    const answers = await Promise.all([sign(karin, mine, 1), sign(doris, theirs, 1)]);
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([201, 409]);
    const late = answers[0].statusCode === 409 ? { who: karin, draft: mine } : { who: doris, draft: theirs };
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: "DRAFT_OUTDATED" });
    expect(await read(late.who, late.draft)).toMatchObject({ outdated: true });
    await change(late.who, late.draft, { rebase: true }, 1);
    const brought = await read(late.who, late.draft);
    expect(brought.outdated).toBe(false);
    expect(brought.differences?.length, "it takes the other's change back, and says so").toBe(2);
    expect((await sign(late.who, late.draft, 2)).statusCode).toBe(201);
  });

  it("isn't changed over somebody who has changed it meanwhile", async () => {
    const karin = await api.as("karin");
    const draft = await begin(karin);
    expect((await change(karin, draft, { withoutRules: ["pulse-low"] }, 1)).statusCode).toBe(200);
    expect((await change(karin, draft, { withoutRules: ["pulse-high"] }, 1)).json()).toMatchObject({
      code: "PRECONDITION_FAILED",
    });
  });

  it("is discarded and stays readable; a signature needs the password to be fresh", async () => {
    const karin = await api.as("karin");
    const draft = await begin(karin);
    api.clock.advance(6 * 60_000);
    expect((await sign(karin, draft, 1)).json()).toMatchObject({ code: "REAUTHENTICATION_REQUIRED" });
    const gone = await karin({ method: "DELETE", url: at(draft), headers: { "if-match": '"1"' } });
    expect(gone.statusCode).toBe(200);
    expect(await read(karin, draft)).toMatchObject({ state: "discarded" });
    expect((await sign(karin, draft, 2)).statusCode).toBe(403);
  });

  it("is nobody else's: not another team's, not another patient's, not a technician's", async () => {
    const karin = await api.as("karin");
    const draft = await begin(karin);
    const [nils, ture] = [await api.as("nils"), await api.as("ture")];
    expect((await nils({ url: at(draft) })).statusCode).toBe(404);
    expect((await ture({ url: at(draft) })).statusCode).toBe(403);
    const doris = await api.as("doris");
    expect((await doris({ url: `patients/soheil/plan-drafts/${draft}` })).statusCode).toBe(404);
  });

  it("leaves commands that replay to the same store", async () => {
    const karin = await api.as("karin");
    const draft = await begin(karin, { withoutRules: ["pulse-low"] });
    await change(karin, draft, { rules: [{ id: "pulse-high", severity: "red" }] }, 1);
    await sign(karin, draft, 2);
    expect(api.replayed()).toMatchObject({ refused: [], differences: [] });
  });
});

import { readdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import { storeFile } from "../store/sqlite/open.ts";
import { engine } from "../verify/engine.ts";

let api: TestApi;
let alert: string;
beforeEach(async () => {
  api = await openApi();
  await api.submit({ kind: "engine-started", ...engine(), actor: "platform" });
  await api.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 84, pulse: 90, unit: "%" }]);
  alert = api.alerts("soheil")[0]!.id;
});
afterEach(() => api.close());

const url = () => `alerts/${alert}/verification`;

describe("POST /alerts/:alert/verification", () => {
  it("has the alert recomputed in another process; asking again while it runs starts no second one", async () => {
    const nils = await api.as("nils");
    expect((await nils({ url: url() })).statusCode).toBe(404);
    const asked = await nils({ url: url(), method: "POST" });
    expect(asked.statusCode).toBe(202);
    expect(asked.json()).toMatchObject({ alert, state: "running", result: null, endedAt: null, failure: null });
    const again = (await nils({ url: url(), method: "POST" })).json<{ askedAt: string }>();
    expect(again.askedAt).toBe(asked.json<{ askedAt: string }>().askedAt);

    await api.verifications.ended(alert);
    const answer = (await nils({ url: url() })).json<{ result: { summary: { sv: string } } }>();
    expect(answer).toMatchObject({
      state: "done",
      result: {
        identical: true,
        engine: engine().version,
        engines: [engine().version],
        otherEngine: false,
        sinceCommand: null,
        rows: { alert: 1, event: 2, reading: 1, series: 1, plan: 1 },
        broken: [],
        refused: [],
        differences: [],
      },
    });
    expect(readdirSync(api.folder), "nothing is left").not.toContain("verifying");
    expect(answer.result.summary.sv).toContain(`Larm ${alert}: identiskt.`);
    const log = api.db.all<{ action: string; patient: string }>(
      "SELECT action, patient FROM read_log WHERE staff = 'nils'",
    );
    expect(log.map(({ action, patient }) => `${action} ${patient}`)).toEqual(
      Array(3).fill("alert-verification soheil"),
    );
  });

  it("says what differs", async () => {
    const db = new DatabaseSync(storeFile(api.folder));
    db.exec("UPDATE reading SET v1 = v1 + 10");
    db.close();
    const nils = await api.as("nils");
    await nils({ url: url(), method: "POST" });
    await api.verifications.ended(alert);
    expect((await nils({ url: url() })).json()).toMatchObject({
      state: "done",
      result: { identical: false, differences: [{ table: "reading", at: "v1", recorded: "850", recomputed: "840" }] },
    });
  });

  it("says that it failed where there is nothing to read", async () => {
    const db = new DatabaseSync(storeFile(api.folder));
    db.exec("INSERT INTO checkpoint (id, seq, sha256) VALUES (1, 1, 'gone')");
    db.close();
    const nils = await api.as("nils");
    await nils({ url: url(), method: "POST" });
    expect(await api.verifications.ended(alert)).toMatchObject({ state: "failed", failure: "CHECKPOINT_INVALID" });
    expect((await nils({ url: url() })).json()).toMatchObject({ state: "failed", result: null });
  });

  it("is for nurses and physicians of the patient's teams", async () => {
    const of = async (name: string) => (await (await api.as(name))({ url: url(), method: "POST" })).statusCode;
    expect([await of("karin"), await of("ture"), await of("alva"), await of("doris")]).toEqual([404, 403, 403, 202]);
  });
});

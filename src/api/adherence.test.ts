import { afterEach, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import { preset } from "../rules/presets.ts";

let api: TestApi;
afterEach(() => api.close());

it("counts what Greta measured of what her plan asked for; strangers see nothing and administrators nobody", async () => {
  api = await openApi({ at: "2026-11-16T00:00:00+01:00" });
  await api.submit({
    kind: "plan-sign",
    patient: "greta",
    body: preset(["heart-failure"], {
      schedules: [
        {
          signal: "body-weight",
          days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
          windows: [{ from: "06:00", until: "10:00" }],
          publicHolidays: "measure",
        },
      ],
    }),
    ifVersion: 1,
    actor: "karin",
  });
  for (const day of ["16", "17", "19"]) {
    const at = `2026-11-${day}T07:00:00+01:00`;
    api.clock.set(at);
    await api.readings("scale", [{ kind: "body-weight", value: 82, unit: "kg", at }]);
  }
  api.clock.set("2026-11-20T11:00:00+01:00");
  const url = "adherence?team=north&from=2026-11-16T00:00:00%2B01:00";
  const adherence = { expected: 5, measured: 3, afterwards: 0, missed: 2, share: 0.6 };
  const seen = (await (await api.as("karin"))({ url })).json<Record<string, unknown>>();
  expect(seen).toMatchObject({
    all: adherence,
    signals: [{ signal: "body-weight", adherence }],
    patients: [{ patient: "greta", signal: "body-weight", adherence }],
  });
  expect((await (await api.as("nils"))({ url })).statusCode).toBe(404);
  const log = api.db.all("SELECT * FROM read_log WHERE action = 'adherence' AND patient = 'greta'");
  expect(log).toHaveLength(1);
  const counted = (await (await api.as("alva"))({ url })).json<Record<string, unknown>>();
  expect(counted).toMatchObject({ all: adherence, patients: [] });
});

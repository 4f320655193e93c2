import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import { waitingPatients } from "../store/sqlite/patient-messages.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

type Unseen = { unseen: number; since: string };
type Worklist = {
  items: { key: string; messages: Unseen | null }[];
  written: (Unseen & { patient: { id: string; name: { given: string } | null } })[];
};
const write = (id: string, slot: number): Promise<unknown> =>
  api.publish("messages", { id, text: "Mina ben är svullna.", for: slot });
const listOf = async (username: string, query = ""): Promise<Worklist> =>
  (await (await api.as(username))({ url: `worklist${query}` })).json<Worklist>();
const heavy = async (): Promise<void> => {
  const days = ["19", "20", "21"].map((day) => ({
    kind: "body-weight",
    at: `2026-11-${day}T07:00:00+01:00`,
    value: 82.4,
    unit: "kg",
    flags: ["from-memory"],
  }));
  await api.readings("scale", days);
  await api.gatt("scale", "2a9d", "002c42");
};

describe("what patients have written, on the worklist", () => {
  it("is there without any alert, counted, with since when, and gone when somebody has read all of it", async () => {
    expect((await listOf("karin")).written).toEqual([]);
    await write("m1", 1);
    api.clock.advance(60_000);
    await write("m2", 1);
    const list = await listOf("karin");
    expect(list.items).toEqual([]);
    expect(list.written).toMatchObject([
      { patient: { id: "greta", name: { given: "greta" } }, unseen: 2, since: "2026-11-22T13:00:00.000Z" },
    ]);
    expect(JSON.stringify(list)).not.toContain("svullna");

    const karin = await api.as("karin");
    const ids = (await karin({ url: "patients/greta/messages" })).json<{ items: { id: string }[] }>().items;
    await karin({ url: `patients/greta/messages/${ids[1]?.id}/seen`, body: {} });
    expect((await listOf("karin")).written).toMatchObject([{ unseen: 1, since: "2026-11-22T13:01:00.000Z" }]);
    await karin({ url: `patients/greta/messages/${ids[0]?.id}/seen`, body: {} });
    expect((await listOf("karin")).written).toEqual([]);
  });

  it("stands in the row of whoever has an alert, too, and in nobody else's", async () => {
    await heavy();
    await api.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 82, unit: "%" }]);
    await write("m1", 2);
    const list = await listOf("doris");
    expect(list.items.map(({ key, messages }) => [key, messages?.unseen ?? 0])).toEqual([
      ["patient:greta", 0],
      ["patient:soheil", 1],
    ]);
  });

  it("is told to whoever sees the patient, by team, the longest waiting first; to technicians and others never", async () => {
    await write("m1", 2);
    api.clock.advance(60_000);
    await write("m2", 1);
    const whom = async (username: string, query = ""): Promise<string[]> =>
      (await listOf(username, query)).written.map(({ patient }) => patient.id);
    expect(await whom("doris")).toEqual(["soheil", "greta"]);
    expect(await whom("doris", "?team=north")).toEqual(["greta"]);
    expect(await whom("karin")).toEqual(["greta"]);
    expect(await whom("nils")).toEqual(["soheil"]);
    const technical = await (await api.as("ture"))({ url: "worklist" });
    expect(technical.json<Worklist>().written).toEqual([]);
    expect(technical.json<Worklist>().items.every(({ messages }) => messages === null)).toBe(true);
    expect(technical.body).not.toMatch(/greta|soheil/i);
    const read = api.db.all<{ staff: string; patient: string }>("SELECT DISTINCT staff, patient FROM read_log");
    expect(read).toContainEqual(expect.objectContaining({ staff: "karin", patient: "greta" }));
    expect(read.filter(({ staff }) => staff === "ture")).toEqual([]);
  });

  it("is found by what waits alone, not by going through all that was ever written or all patients", () => {
    const plans: string[] = [];
    const asked = {
      all: (sql: string, ...parameters: string[]) => {
        plans.push(
          ...api.db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters).map((row) => row.detail),
        );
        return [];
      },
    };
    waitingPatients(asked as never, '["north"]');
    expect(plans).toContain("SCAN patient_message USING INDEX patient_message_waiting");
    expect(
      plans.filter((step) => /^SCAN (?!patient_message USING INDEX patient_message_waiting|w$|json_each)/.test(step)),
    ).toEqual([]);
  });
});

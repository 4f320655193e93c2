import { afterEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";
import type { AlertRow } from "../store/sqlite/alerts.ts";
import { subjectsOf } from "./worklist.ts";

let api: TestApi;

type Row = {
  key: string;
  team: { id: string; name: string };
  more: number;
  alert: {
    id: string;
    severity: string;
    patient: { name: { given: string } | null } | null;
    explanation: { sv: string };
    curve: { points: { mean: number }[]; limit: number | null } | null;
  };
  silence: { signal: string; state: string }[];
};
type Worklist = { at: string; items: Row[]; left: number; counts: Record<string, number> };

const heavyMorning = async (): Promise<void> => {
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

describe("GET /worklist", () => {
  afterEach(() => api.close());

  it("has one row for Greta with why, her curve and what else there is; the nurse has it when she took it", async () => {
    api = await openApi();
    await heavyMorning();
    const karin = await api.as("karin");
    const first = (await karin({ url: "worklist" })).json<Worklist>();
    expect(first).toMatchObject({ at: "2026-11-22T13:00:00.000Z", left: 0, counts: { red: 1, yellow: 0, mine: 0 } });
    const [row] = first.items;
    expect(row).toMatchObject({ key: "patient:greta", team: { id: "north" }, alert: { severity: "red" } });
    expect(row?.alert.explanation.sv).toContain("Vikten upp 2,3 kg");
    expect(row?.alert.curve?.points.map(({ mean }) => mean)).toContain(84.7);

    const taken = await karin({
      url: `alerts/${row?.alert.id}/acknowledge`,
      headers: { "if-match": '"1"' },
      body: { promise: { text: "Ringer", due: "2026-11-22T15:00:00+01:00" } },
    });
    expect(taken.statusCode).toBe(200);
    const second = (await karin({ url: "worklist" })).json<Worklist>();
    expect(second.counts).toMatchObject({ red: 1, mine: 1, open: 0 });
  });

  it("gives as many rows as asked for, counts them all, and says how many are left", async () => {
    api = await openApi();
    await heavyMorning();
    await api.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 82, unit: "%" }]);
    const doris = await api.as("doris");
    const short = (await doris({ url: "worklist?limit=1" })).json<Worklist>();
    expect(short).toMatchObject({ items: [{ key: "patient:greta" }], left: 1, counts: { red: 2, open: 2 } });
    const whole = (await doris({ url: "worklist" })).json<Worklist>();
    expect(whole.items.map(({ key }) => key)).toEqual(["patient:greta", "patient:soheil"]);
    expect((await doris({ url: "worklist?team=night" })).json<Worklist>().items).toHaveLength(1);
    expect((await doris({ url: "worklist?limit=501" })).statusCode).toBe(400);
  });

  it("shows nobody another team's patients, technicians no names, and logs who read of whom", async () => {
    api = await openApi();
    await heavyMorning();
    const nils = await api.as("nils");
    expect((await nils({ url: "worklist" })).json<Worklist>().items.map(({ key }) => key)).not.toContain(
      "patient:greta",
    );
    expect((await nils({ url: "worklist?team=north" })).statusCode).toBe(404);
    const ture = await api.as("ture");
    const technical = await ture({ url: "worklist" });
    expect(technical.body).not.toContain("Greta");
    const alva = await api.as("alva");
    expect((await alva({ url: "worklist" })).statusCode).toBe(403);
    const karin = await api.as("karin");
    await karin({ url: "worklist" });
    const read = api.db.all<{ staff: string; patient: string }>("SELECT staff, patient FROM read_log");
    expect(read.map((entry) => ({ ...entry }))).toEqual([{ staff: "karin", patient: "greta" }]);
  });
});

describe("the order of rows", () => {
  const row = (id: string, over: Partial<AlertRow>): AlertRow => ({
    id,
    subject_type: "patient",
    subject: id,
    concern: "weight-gain",
    category: "clinical",
    severity: "yellow",
    state: "open",
    team: "north",
    opened_at: 1000,
    updated_at: 1000,
    version: 1,
    due: null,
    body: "{}",
    undo: null,
    ...over,
  });

  it("is red before yellow, patients before technology, nobody's before somebody's, then the oldest", () => {
    const ids = subjectsOf([
      row("technical-red", { severity: "red", category: "technical" }),
      row("taken-red", { severity: "red", state: "acknowledged", opened_at: 1 }),
      row("yellow", { opened_at: 1 }),
      row("new-red", { severity: "red", opened_at: 9 }),
      row("old-red", { severity: "red", opened_at: 2 }),
    ]).map(({ worst }) => worst.id);
    expect(ids).toEqual(["old-red", "new-red", "taken-red", "technical-red", "yellow"]);
  });

  it("is by patient: the worst of several alerts stands for all", () => {
    const [only, ...others] = subjectsOf([
      row("a", { subject: "greta" }),
      row("b", { subject: "greta", severity: "red" }),
      row("c", { subject: "greta", opened_at: 1 }),
    ]);
    expect(others).toEqual([]);
    expect(only?.alerts.map(({ id }) => id)).toEqual(["b", "c", "a"]);
  });
});

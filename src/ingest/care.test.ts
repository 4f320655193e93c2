import { afterEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import type { Hours } from "../domain/hours.ts";
import { receiptSchema } from "./receipts.ts";

let home: Home;
afterEach(() => home?.close());

const office: Hours = {
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
  publicHolidays: "as-sunday",
  exceptions: [],
};
const worse = "Blir du sämre: ring 1177, vid fara 112.";
const worseEn = "If you get worse: call 1177, in danger 112.";

/** Team north keeps office hours; only Greta has devices behind the hub unless the other's are asked for. */
async function open(at: string, others: "alone" | "shared" = "alone", options = {}): Promise<Home> {
  const opened = await openHome(at, options);
  await opened.submit({
    kind: "team-change",
    actor: "staff:karin",
    team: "north",
    ifVersion: 1,
    change: { hours: office, cover: "night" },
  });
  if (others === "alone") {
    for (const { id, version } of opened.db.all<{ id: number; version: number }>(
      "SELECT id, version FROM assignment WHERE patient = 'soheil'",
    )) {
      const to = opened.clock.now() - 86_400_000;
      await opened.submit({ kind: "assignment-end", actor: "staff:karin", assignment: id, to, ifVersion: version });
    }
  }
  return opened;
}
let weighed = 0;
const weigh = (device = "scale", extra = {}) =>
  home.readings(device, [
    {
      kind: "body-weight",
      value: 82 + ++weighed / 100,
      unit: "kg",
      at: new Date(home.clock.now()).toISOString(),
      ...extra,
    },
  ]);

describe("what a home is told with its receipt", () => {
  it("on Saturday: received, Monday at eight, by whom, and where to call", async () => {
    home = await open("2026-11-21T08:02:00+01:00");
    expect((await weigh()).care).toEqual([
      {
        nextLook: "2026-11-23T07:00:00.000Z",
        team: "north",
        phone: "010-000 00 00",
        text: {
          sv: `Mottaget 08:02. north tittar senast måndag 08:00. ${worse}`,
          en: `Received 08:02. north looks by Monday 08:00. ${worseEn}`,
        },
      },
    ]);
  });

  it("goes on being true as the hours pass, with what was worked out before and without", async () => {
    const hours = ["2026-11-20T16:59", "2026-11-20T17:00", "2026-11-22T23:59", "2026-11-23T07:59", "2026-11-23T08:00"];
    const told = async (options: object): Promise<unknown[]> => {
      home = await open(`${hours[0]}:00+01:00`, "alone", options);
      const said: unknown[] = [];
      for (const hour of hours) {
        home.clock.set(`${hour}:00+01:00`);
        said.push((await weigh()).care?.map(({ nextLook, text }) => [nextLook, text.en.split(". ")[1]]));
      }
      return said;
    };
    const expected = [
      ["2026-11-20T15:59:00.000Z", "north is open now"],
      ["2026-11-23T07:00:00.000Z", "north looks by Monday 08:00"],
      ["2026-11-23T07:00:00.000Z", "north looks by tomorrow 08:00"],
      ["2026-11-23T07:00:00.000Z", "north looks by 08:00"],
      ["2026-11-23T07:00:00.000Z", "north is open now"],
    ].map((one) => [one]);
    expect(await told({})).toEqual(expected);
    await home.close();
    expect(await told({ remember: false })).toEqual(expected);
  });

  it("follows new hours and who takes over at once", async () => {
    home = await open("2026-11-21T08:02:00+01:00");
    await weigh();
    const from = home.clock.now();
    await home.submit({
      kind: "responsibility-entrust",
      actor: "staff:karin",
      patient: "greta",
      entry: { kind: "takeover", team: "night", from, to: from + 3_600_000 },
      reason: "Greta is with her son",
    });
    expect((await weigh()).care).toMatchObject([{ team: "night", nextLook: "2026-11-21T07:02:00.000Z" }]);
    home.clock.set("2026-11-21T09:02:00+01:00");
    expect((await weigh()).care).toMatchObject([{ team: "north", nextLook: "2026-11-23T07:00:00.000Z" }]);
  });

  it("on a hub that two share names nobody's team, and says whom it is for", async () => {
    home = await open("2026-11-21T08:02:00+01:00", "shared");
    const { care } = await home.readings("shared", [
      { kind: "body-weight", value: 82, unit: "kg", at: "2026-11-21T08:00:00+01:00", user: 1 },
      { kind: "body-weight", value: 61, unit: "kg", at: "2026-11-21T08:01:00+01:00", user: 2 },
    ]);
    expect(care).toEqual([
      {
        for: 1,
        nextLook: "2026-11-23T07:00:00.000Z",
        text: {
          sv: `Mottaget 08:02. Vårdteamet tittar senast måndag 08:00. ${worse}`,
          en: `Received 08:02. The care team looks by Monday 08:00. ${worseEn}`,
        },
      },
      {
        for: 2,
        nextLook: "2026-11-21T07:02:00.000Z",
        text: {
          sv: `Mottaget 08:02. Vårdteamet har öppet nu. ${worse}`,
          en: `Received 08:02. The care team is open now. ${worseEn}`,
        },
      },
    ]);
    expect(JSON.stringify(care)).not.toMatch(/north|night|010/);
  });

  it("answers a repeated message alike, and says nothing of what is nobody's, can't be read or was somebody else's", async () => {
    home = await open("2026-11-21T08:02:00+01:00");
    const item = { kind: "body-weight", value: 82, unit: "kg", at: "2026-11-21T08:00:00+01:00" };
    const first = await home.readings("scale", [item], { id: "once" });
    expect((await home.readings("scale", [item], { id: "once" })).care).toEqual(first.care);
    expect((await home.readings("loose", [item])).care).toBeUndefined();
    expect((await home.readings("scale", [{ kind: "body-weight", value: "x" }])).care).toBeUndefined();
    // Soheil's oximeter still held a value from before it was taken back; Greta reads the screen now.
    const his = [{ kind: "oxygen-saturation", spo2: 91, unit: "%", at: "2026-11-19T08:00:00+01:00" }];
    const late = await home.readings("oximeter", his);
    expect(late.results).toMatchObject([{ status: "stored" }]);
    expect(late.care).toBeUndefined();
  });

  it.each([
    ["invited", { state: "invited" }, "stored"],
    ["paused", { state: "paused", reason: "admitted", until: Date.parse("2026-12-01T08:00:00Z") }, "stored"],
    ["ended", { state: "ended", reason: "deceased" }, "unattributed"],
  ] as const)("promises nothing while the patient is %s", async (_, change, status) => {
    home = await open("2026-11-21T08:02:00+01:00");
    await home.submit({ kind: "patient-enrolment", actor: "staff:karin", patient: "greta", change, ifVersion: 1 });
    const { results, care } = await weigh();
    expect(results).toMatchObject([{ status }]);
    expect(care).toBeUndefined();
  });

  it("never says that all is well, whatever the value", async () => {
    home = await open("2026-11-21T08:02:00+01:00");
    const said = JSON.stringify([(await weigh()).care, (await weigh("scale", { value: 99 })).care]);
    expect(said).not.toMatch(/\b(bra|fint|lugnt?|normalt?|ok|good|fine|well|safe|tryggt?)\b/i);
  });

  it("keeps to its JSON Schema", async () => {
    home = await open("2026-11-21T08:02:00+01:00", "shared");
    for (const receipt of [
      await weigh(),
      await weigh("shared", { user: 1 }),
      await weigh("loose"),
      await weigh("scale", { value: "x" }),
    ]) {
      expect(receiptSchema.parse(receipt)).toEqual(receipt);
    }
  });
});

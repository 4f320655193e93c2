import { hash } from "@node-rs/argon2";
import { afterEach, describe, expect, it } from "vitest";
import { replay } from "../../src/ledger/replay.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";

/**
 * Somebody always owns it, on the two nights when the clocks change: Soheil's saturation falls while his clinic is closed.
 * The platform is the real one, with MQTT, HTTP and live events; only its clock is the test's.
 */

let platform: Platform;
afterEach(() => platform.close());

const office = {
  weekly: [
    {
      days: ["mon" as const, "tue" as const, "wed" as const, "thu" as const, "fri" as const],
      from: "08:00",
      until: "17:00",
    },
  ],
  publicHolidays: "as-sunday" as const,
  exceptions: [],
};
const daytime = {
  weekly: [
    {
      days: [
        "mon" as const,
        "tue" as const,
        "wed" as const,
        "thu" as const,
        "fri" as const,
        "sat" as const,
        "sun" as const,
      ],
      from: "07:00",
      until: "21:00",
    },
  ],
  publicHolidays: "as-usual" as const,
  exceptions: [],
};

/** The clinic (north) in office hours, the municipality's night team with a rota, and a mobile team in the daytime. */
async function arrange(): Promise<void> {
  const { ledger } = platform.app;
  const now = platform.clock.now();
  const hashed = await hash(password.normalize("NFKC"), { memoryCost: 8, timeCost: 1 });
  await ledger.submit({
    kind: "team-create",
    id: "mobile",
    name: "Mobila teamet",
    provider: "Region Exempel",
    unit: "Närsjukvården",
    zone: "Europe/Stockholm",
    contact: { phone: "08-465 004 03" },
    service: { kind: "mobile", hours: daytime, cover: "night", onCall: "at-work" },
    actor: "alva",
  });
  for (const [id, team] of [
    ["stina", "night"],
    ["mona", "night"],
    ["maria", "mobile"],
  ] as const) {
    await ledger.submit({
      kind: "staff-create",
      id,
      username: id,
      password: hashed,
      role: "nurse",
      teams: [team],
      person: { given: id[0]!.toUpperCase() + id.slice(1), family: "Prov" },
      actor: "alva",
    });
  }
  await ledger.submit({ kind: "patient-team", patient: "soheil", team: "north", ifVersion: 1, actor: "alva" });
  const month = { from: now - 86_400_000, to: now + 31 * 86_400_000 };
  const shifts = [
    { staff: "nils", role: "primary" as const, ...month },
    { staff: "stina", role: "secondary" as const, ...month },
    { staff: "mona", role: "manager" as const, ...month },
  ];
  await ledger.submit({ kind: "shift-add", team: "night", shifts, actor: "alva" });
  const change = { kind: "municipal" as const, onCall: "rota" as const };
  await ledger.submit({ kind: "team-change", team: "night", change, ifVersion: 1, actor: "alva" });
  await ledger.submit({
    kind: "team-change",
    team: "north",
    change: { hours: office, cover: "night" },
    ifVersion: 1,
    actor: "alva",
  });
}

describe.each([
  [
    "Sunday 25 October, the first 02:10",
    "2026-10-25T00:10:00Z",
    "02:10",
    "2026-10-25T03:30:00+01:00",
    "2026-10-25T07:00:00+01:00",
  ],
  [
    "Sunday 25 October, the second 02:10",
    "2026-10-25T01:10:00Z",
    "02:10",
    "2026-10-25T03:30:00+01:00",
    "2026-10-25T07:00:00+01:00",
  ],
  [
    "Sunday 29 March, a minute before 02:00 is skipped",
    "2026-03-29T00:59:00Z",
    "01:59",
    "2026-03-29T03:30:00+02:00",
    "2026-03-29T07:00:00+02:00",
  ],
])("%s", (_night, began, local, due, morning) => {
  it("Soheil's saturation is 82 %: on-call is told, then further people; a promise passes; the morning takes it over and closes it", async () => {
    platform = await startPlatform(began);
    const { clock } = platform;
    expect(
      Temporal.Instant.fromEpochMilliseconds(clock.now())
        .toZonedDateTimeISO("Europe/Stockholm")
        .toPlainTime()
        .toString(),
    ).toBe(`${local}:00`);
    await arrange();
    const [nils, stina, maria] = [
      await platform.person("nils"),
      await platform.person("stina"),
      await platform.person("maria"),
    ];
    const live = await nils.listen(true);
    const hub = await platform.hub("hub-greta");

    // Nobody on the rota had to accept anything; the clinic is closed, so the municipality answers.
    const sent = performance.now();
    await hub.publish("readings", {
      id: "night",
      device: "oximeter",
      readings: [
        {
          kind: "oxygen-saturation",
          spo2: 82,
          unit: "%",
          at: Temporal.Instant.fromEpochMilliseconds(clock.now()).toString(),
        },
      ],
    });
    let told = await live.next();
    while (told.event !== "alert.told") told = await live.next();
    expect(performance.now() - sent).toBeLessThan(10_000);
    expect(told.data).toMatchObject({
      team: "night",
      data: { why: "opened", step: 0, to: [{ team: "night", staff: "nils", role: "primary" }, { team: "night" }] },
    });
    const id = String(told.data["alert"]);
    const read = async (who: typeof nils) => who.get(`alerts/${id}`);
    const act = async (who: typeof nils, what: string, body: object) =>
      who.post(`alerts/${id}/${what}`, body, { "if-match": (await read(who)).etag });
    const passTo = async (instant: number | string): Promise<void> => {
      clock.set(instant);
      await platform.app.tick();
    };

    await passTo(clock.now() + 15 * 60_000);
    expect((await read(nils)).body).toMatchObject({
      state: "open",
      escalation: { step: 1, to: [{ staff: "stina", role: "secondary" }] },
    });

    const taken = await act(stina, "acknowledge", { promise: { text: "Ringer före halv fyra", due } });
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    await passTo(due);
    const back = (await read(nils)).body;
    expect(back).toMatchObject({ state: "open", acknowledged: null, escalation: { why: "promise-passed", step: 1 } });
    expect((back["escalation"] as { to: { staff: string }[] }).to.map(({ staff }) => staff)).toEqual(
      expect.arrayContaining(["nils", "stina"]),
    );

    await passTo(clock.now() + 5 * 60_000);
    await act(nils, "acknowledge", {
      promise: {
        text: "Åker dit",
        due: Temporal.Instant.fromEpochMilliseconds(
          Temporal.Instant.from(morning).epochMilliseconds + 15 * 60_000,
        ).toString(),
      },
    });
    await nils.post(`alerts/${id}/notes`, { text: "Andfådd, syrgas höjd till 2 l" });

    await passTo(morning);
    const offered = await nils.post("handovers", { from: "night", to: "mobile" });
    expect(offered.status, JSON.stringify(offered.body)).toBe(201);
    const handover = String(offered.body["id"]);
    const sbar = await maria.get(`handovers/${handover}/patients/soheil/sbar?lang=sv`);
    expect(sbar.body["situation"]).toMatch(
      /^Rött larm sedan .*Syremättnaden 82 %, under säkerhetsgräns 85 %\. .*har tagit det: Åker dit \(senast 07:15\)\.$/,
    );
    expect(sbar.body["recommendation"]).toContain("Andfådd, syrgas höjd till 2 l");
    const accepted = await maria.post(`handovers/${handover}/accept`, {}, { "if-match": offered.etag });
    expect(accepted.body).toMatchObject({ state: "accepted" });

    await passTo(clock.now() + 12 * 60_000);
    const closed = await act(maria, "resolve", {
      outcome: "true",
      action: "visit",
      note: "Hembesök, läkare kontaktad",
    });
    expect(closed.body).toMatchObject({
      state: "resolved",
      team: "mobile",
      resolved: { outcome: "true", action: "visit", by: { staff: "maria" } },
    });

    // The log reads as that story, by the clock on the wall.
    const zone = "Europe/Stockholm";
    const wall = (at: string) =>
      Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
    const story = (
      closed.body["events"] as { at: string; event: string; actor: { id: string }; told: { why: string } | null }[]
    ).map(({ at, event, actor, told }) => `${wall(at)} ${event}${told ? ` (${told.why})` : ""} ${actor.id}`);
    const second = Temporal.Instant.from(began).add({ minutes: 15 }).toString();
    expect(story).toEqual([
      `${local} opened hub-greta`,
      `${local} told (opened) platform`,
      `${wall(second)} told (unanswered) platform`,
      `${wall(second)} acknowledged stina`,
      "03:30 promise-passed platform",
      "03:30 told (promise-passed) platform",
      "03:35 acknowledged nils",
      "03:35 noted nils",
      "07:00 handed-over maria",
      "07:12 resolved maria",
    ]);
    const db = platform.reader();
    expect(replay(db, openDatabase(":memory:"))).toMatchObject({ refused: [], differences: [] });
    // Each step was decided once, and each person told of it once.
    const rows = db.all<{ n: number }>(
      "SELECT count(*) AS n FROM notification WHERE alert = ? GROUP BY at, staff, team, step",
      id,
    );
    expect(rows.every(({ n }) => n === 1)).toBe(true);
    db.close();
  });
});

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replay } from "../../src/ledger/replay.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";

/** What a patient writes, who reads it when, and what the home is told. */

let platform: Platform;
type Person = Awaited<ReturnType<Platform["person"]>>;
let karin: Person;
beforeEach(async () => {
  // A Saturday; Greta's team has office hours, and another covers.
  platform = await startPlatform("2026-11-21T08:02:00+01:00");
  const hours = {
    weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
    publicHolidays: "as-sunday",
    exceptions: [],
  } as const;
  await platform.app.ledger.submit({
    kind: "team-change",
    actor: "karin",
    team: "north",
    ifVersion: 1,
    change: { hours: structuredClone(hours) as never, cover: "night" },
  });
  // Only Greta has devices behind the hub.
  const db = platform.reader();
  const others = db.all<{ id: number; version: number }>("SELECT id, version FROM assignment WHERE patient = 'soheil'");
  db.close();
  for (const { id, version } of others) {
    await platform.app.ledger.submit({
      kind: "assignment-end",
      actor: "karin",
      assignment: id,
      to: platform.clock.now() - 1,
      ifVersion: version,
    });
  }
  karin = await platform.person("karin");
});
afterEach(() => platform.close());

const rows = <T>(sql: string): T[] => {
  const db = platform.reader();
  try {
    return db.all<T>(sql);
  } finally {
    db.close();
  }
};
/** As a stranger to our own code would: mosquitto's client. */
const publish = (message: object): Promise<unknown> =>
  promisify(execFile)("/usr/bin/mosquitto_pub", [
    "-h",
    "127.0.0.1",
    "-p",
    String(platform.app.ports.mqtt),
    "-u",
    "hub-greta",
    "-P",
    platform.secretOf("hub-greta"),
    "-q",
    "1",
    "-t",
    "hv/v1/hub-greta/messages",
    "-m",
    JSON.stringify(message),
  ]);
const letter = {
  id: "m1",
  sentAt: "2026-11-21T08:01:58+01:00",
  text: "Mina ben är svullna. Ska jag ta en extra tablett?",
};
const items = async (path: string, who = karin) => (await who.get(path)).body["items"] as Record<string, unknown>[];

describe("Greta writes on a Saturday", () => {
  it("is told when it is read, is read on Monday once, is answered, and nothing of it is in any event", async () => {
    const hub = await platform.hub("hub-greta");
    await publish(letter);
    const receipt = await hub.heard("receipts");
    expect(receipt).toMatchObject({
      id: "m1",
      results: [{ status: "stored" }],
      care: [
        {
          nextLook: "2026-11-23T07:00:00.000Z",
          text: {
            sv: "Mottaget 08:02. north tittar senast måndag 08:00. Blir du sämre: ring 1177, vid fara 112.",
          },
        },
      ],
    });
    expect(rows("SELECT occasion, team, severity FROM notification")).toEqual([
      { occasion: "message", team: "north", severity: null },
    ]);
    expect(rows("SELECT * FROM alert")).toEqual([]);
    expect(await items("messages")).toMatchObject([
      { text: letter.text, author: null, seenAt: null, patient: "greta" },
    ]);
    // The team that covers sees it too, should it be asked.
    expect(await items("messages", await platform.person("nils"))).toHaveLength(1);

    platform.clock.set("2026-11-23T08:12:00+01:00");
    const [{ id }] = (await items("patients/greta/messages")) as [{ id: string }];
    const seen = () => karin.post(`patients/greta/messages/${id}/seen`, {});
    expect([(await seen()).status, (await seen()).status]).toEqual([200, 200]);
    const shown = await hub.heard("prompts");
    expect(shown).toMatchObject({ kind: "message", text: "Läst av north 08:12." });
    await hub.publish("prompted", { id: shown["id"], shownAt: "2026-11-23T08:12:05+01:00" });
    expect(await items("messages")).toEqual([]);

    platform.clock.set("2026-11-23T08:20:00+01:00");
    const answer = "Nej, ta din vanliga. Jag ringer dig klockan tio.";
    expect((await karin.post("patients/greta/messages", { text: answer })).status).toBe(201);
    expect(await hub.heard("prompts")).toMatchObject({ kind: "message", text: answer });
    expect(await items("patients/greta/messages")).toMatchObject([
      { author: { staff: "karin" }, text: answer, shownAt: null },
      {
        author: null,
        text: letter.text,
        seenAt: "2026-11-23T07:12:00.000Z",
        seenBy: { staff: "karin" },
        shownAt: "2026-11-23T07:12:05.000Z",
      },
    ]);
    const events = rows<{ type: string; data: string }>(
      "SELECT type, data FROM event WHERE type LIKE 'message.%' ORDER BY seq",
    );
    expect(events.map(({ type }) => type)).toEqual(["message.received", "message.seen", "message.sent"]);
    expect(JSON.stringify(rows("SELECT * FROM event"))).not.toMatch(/svullna|klockan tio/);
    expect(rows("SELECT action FROM read_log WHERE action = 'messages' AND patient = 'greta'").length).toBeGreaterThan(
      0,
    );

    const db = platform.reader();
    const replayed = replay(db, openDatabase(":memory:"));
    db.close();
    expect(replayed.differences).toEqual([]);
  });

  it("sent again it is there once; other words under the same id are kept too", async () => {
    const hub = await platform.hub("hub-greta");
    const statuses: unknown[] = [];
    for (const message of [letter, letter, { ...letter, sentAt: undefined }, { ...letter, text: "Det gör ont." }]) {
      await publish(message);
      statuses.push((await hub.heard("receipts"))["results"]);
    }
    expect(statuses).toMatchObject([
      [{ status: "stored" }],
      [{ status: "duplicate" }],
      [{ status: "duplicate" }],
      [{ status: "stored", code: "MESSAGE_ID_REUSED" }],
    ]);
    expect(await items("patients/greta/messages")).toHaveLength(2);
    expect(rows("SELECT * FROM notification")).toHaveLength(2);
  });

  it("unread when Monday's opening ends, the manager is told, once", async () => {
    await publish(letter);
    const told = () => rows("SELECT occasion, team FROM notification WHERE occasion = 'message-waiting'");
    platform.clock.set("2026-11-23T16:59:00+01:00");
    await platform.app.tick();
    expect(told()).toEqual([]);
    for (const at of ["2026-11-23T17:00:00+01:00", "2026-11-24T17:00:00+01:00"]) {
      platform.clock.set(at);
      await platform.app.tick();
      expect(told()).toEqual([{ occasion: "message-waiting", team: "north" }]);
    }
    // It is still on the list, and travels with an SBAR.
    expect(await items("messages")).toHaveLength(1);
    const { body } = await karin.get("patients/greta/sbar");
    expect(JSON.stringify(body)).toContain("Olästa meddelanden från patienten: 2026-11-21 08:02");
  });

  it.each([
    ["empty", { text: "   " }],
    ["too long", { text: "a".repeat(1001) }],
    ["not text", { text: 7 }],
    ["with control characters", { text: "a\u0000b" }],
  ])("one that is %s is kept with its reason and answered", async (_, change) => {
    const hub = await platform.hub("hub-greta");
    await publish({ ...letter, ...change });
    expect(await hub.heard("receipts")).toMatchObject({ results: [{ status: "rejected", code: "PAYLOAD_SHAPE" }] });
    expect(rows("SELECT * FROM patient_message")).toEqual([]);
    expect(rows("SELECT code FROM quarantine")).toEqual([{ code: "PAYLOAD_SHAPE" }]);
  });
});

describe("whose is it", () => {
  /** Soheil gets the oximeter behind Greta's hub, and slot 2 of the scale they share. */
  async function share(): Promise<void> {
    const lend = (device: string, user?: number) =>
      platform.app.ledger.submit({
        kind: "assignment-create",
        actor: "karin",
        device,
        patient: "soheil",
        ...(user === undefined ? {} : { user }),
        from: platform.clock.now() - 1,
      });
    await lend("shared", 2);
  }

  it("on a hub that two share by the slot it names, and the other reads only that there is something", async () => {
    await share();
    const hub = await platform.hub("hub-greta");
    await publish({ ...letter, for: 2 });
    const { care } = (await hub.heard("receipts")) as { care: object[] };
    expect(JSON.stringify(care)).not.toMatch(/north|night|010/);
    const nils = await platform.person("nils");
    expect(await items("patients/soheil/messages", nils)).toMatchObject([{ text: letter.text, for: 2 }]);
    expect(await items("patients/greta/messages")).toEqual([]);
    expect((await karin.get("patients/soheil/messages")).status).toBe(404);
    await nils.post("patients/soheil/messages", { text: "Hemligt svar" });
    expect(await hub.heard("prompts")).toMatchObject({
      for: 2,
      text: "Meddelande till person 2 · Message for person 2",
    });
  });

  it("never guessed: without a slot it is nobody's, both teams hear, and whoever knows says whose", async () => {
    await share();
    const hub = await platform.hub("hub-greta");
    await publish(letter);
    expect(await hub.heard("receipts")).toMatchObject({
      results: [{ status: "unattributed", code: "USER_SLOT_UNKNOWN" }],
    });
    const technical = rows<{ team: string }>("SELECT team, subject, category FROM alert ORDER BY team");
    expect(technical).toEqual([
      { team: "night", subject: "hub-greta", category: "technical" },
      { team: "north", subject: "hub-greta", category: "technical" },
    ]);
    const [{ id }] = (await items("messages")) as [{ id: string }];
    expect((await karin.post(`patients/greta/messages/${id}/seen`, {})).status).toBe(404);
    expect((await karin.put(`messages/${id}/patient`, { patient: "soheil" })).status).toBe(404);
    expect((await karin.put(`messages/${id}/patient`, { patient: "greta" })).status).toBe(200);
    expect((await karin.put(`messages/${id}/patient`, { patient: "greta" })).status).toBe(404);
    expect(await items("patients/greta/messages")).toMatchObject([{ id, patient: "greta" }]);
    expect(rows("SELECT team FROM notification WHERE occasion = 'message'")).toEqual([{ team: "north" }]);
  });

  it("nothing is written to the home of somebody who has died", async () => {
    await publish(letter);
    const { etag } = await karin.get("patients/greta");
    await karin.post("patients/greta/enrolment", { state: "ended", reason: "deceased" }, { "if-match": etag });
    expect((await karin.post("patients/greta/messages", { text: "Hej" })).body).toMatchObject({
      code: "ENROLMENT_ENDED",
    });
    const [{ id }] = (await items("patients/greta/messages")) as [{ id: string }];
    expect((await karin.post(`patients/greta/messages/${id}/seen`, {})).status).toBe(200);
    expect(rows("SELECT * FROM prompt")).toEqual([]);
  });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import { type Listener, listenTo } from "../../test/helpers/event-stream.ts";
import { smallRegion } from "../../test/helpers/home.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { storeFile } from "../store/sqlite/open.ts";

let api: TestApi;
let address: string;
const listeners: Listener[] = [];

beforeEach(async () => {
  api = await openApi();
  address = await api.app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.close();
  await api.close();
});

async function listen(headers: Record<string, string>, query = ""): Promise<Listener> {
  const listener = await listenTo(`${address}/api/v1/events${query}`, headers);
  listeners.push(listener);
  return listener;
}
const listenAs = async (username: string, headers: Record<string, string> = {}, query = ""): Promise<Listener> =>
  listen({ authorization: (await api.as(username)).authorization, ...headers }, query);

const spo2 = (value: number) => [{ kind: "oxygen-saturation", at: "2026-11-22T13:59:00+01:00", spo2: value }];
/** Soheil (team night) has far too little oxygen. */
const alarmSoheil = () => api.readings("oximeter", spo2(70));
/** Greta (team north) has far too high a blood pressure. */
const alarmGreta = (systolic = 230) =>
  api.readings(
    "cuff",
    [
      {
        kind: "blood-pressure",
        at: "2026-11-22T13:59:00+01:00",
        systolic,
        diastolic: 130,
        unit: "mmHg",
      },
    ],
    { hub: "hub-store" },
  );

const lastSeq = () => api.events().at(-1)?.seq ?? 0;

test("Karin is told of Greta's alert with its reason and the values; Nils hears only of Soheil's", async () => {
  const karin = await listenAs("karin");
  const nils = await listenAs("nils");
  expect(karin.status).toBe(200);
  expect(karin.headers).toMatchObject({
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  await alarmGreta();
  const stored = api.events("alert.opened").at(-1);
  expect(await karin.next()).toEqual({
    id: String(stored?.seq),
    event: "alert.opened",
    data: {
      seq: stored?.seq,
      at: "2026-11-22T13:00:00.000Z",
      type: "alert.opened",
      alert: stored?.alert,
      patient: "greta",
      team: "north",
      actor: "hub:hub-store",
      reason: stored?.reason,
      data: stored?.data,
    },
  });
  await alarmSoheil();
  expect(await nils.next()).toMatchObject({ event: "alert.opened", data: { patient: "soheil" } });
});

test("a new reading is told to the patient's team without a number and without an id", async () => {
  const karin = await listenAs("karin");
  const nils = await listenAs("nils");
  await api.readings("scale", [{ kind: "body-weight", at: "2026-11-22T13:59:00+01:00", value: 82.4, unit: "kg" }]);
  expect(await karin.next()).toEqual({
    event: "reading",
    data: { type: "reading", patient: "greta", team: "north", kind: "body-weight", reading: expect.any(String) },
  });
  await api.readings("oximeter", spo2(93));
  expect(await nils.next()).toMatchObject({ event: "reading", data: { patient: "soheil" } });
});

test("after a break one gets what happened since, once, and then what happens next", async () => {
  const before = lastSeq();
  await alarmGreta();
  await alarmSoheil();
  const missed = lastSeq();
  const karin = await listenAs("karin", { "last-event-id": String(before) });
  const first = await karin.next();
  expect(first).toMatchObject({ event: "alert.opened", data: { patient: "greta" } });
  await alarmGreta(245);
  const second = await karin.next();
  // Soheil's is not hers, and Greta's doesn't come twice.
  expect(second).toMatchObject({ event: "alert.worsened", data: { patient: "greta" } });
  expect(Number(second.id)).toBeGreaterThan(missed);
  // Scripts that can't set the header give it in the address.
  const script = await listenAs("karin", {}, `?lastEventId=${first.id}`);
  expect(await script.next()).toEqual(second);
});

test("nothing is lost or doubled between catching up and listening, under a stream of changes", async () => {
  const before = lastSeq();
  const publish = async (from: number, to: number) => {
    for (let round = from; round < to; round += 1) {
      await api.readings("loose", [{ kind: "body-weight", value: 80 + round / 10, unit: "kg" }]);
    }
  };
  await publish(0, 250);
  const more = publish(250, 400);
  const karin = await listenAs("karin", { "last-event-id": String(before) });
  await more;
  const expected = api.events().filter(({ seq, team }) => seq > before && team === "north");
  expect(expected.length).toBeGreaterThan(350);
  const got: string[] = [];
  while (got.length < expected.length) {
    const { id } = await karin.next();
    if (id !== undefined) got.push(id);
  }
  expect(got).toEqual(expected.map(({ seq }) => String(seq)));
});

test.each([
  ["newer than the newest", () => String(lastSeq() + 1), "unknown"],
  ["no number", () => "yesterday", "unknown"],
  ["older than what is kept", () => "0", "too-old"],
])("Last-Event-ID %s is answered with reset, and sending goes on from now", async (_, id, reason) => {
  if (reason === "too-old") {
    // What housekeeping does after years.
    const writer = openDatabase(storeFile(api.folder));
    writer.run("DELETE FROM event WHERE seq <= 3");
    writer.close();
  }
  const last = lastSeq();
  const karin = await listenAs("karin", { "last-event-id": id() });
  expect(await karin.next()).toEqual({ id: String(last), event: "reset", data: { reason, seq: last } });
  await alarmGreta();
  expect(await karin.next()).toMatchObject({ event: "alert.opened" });
});

test("the technician hears of a device that nobody has, and neither numbers nor Greta's alerts", async () => {
  const ture = await listenAs("ture");
  await alarmGreta();
  await api.readings("loose", [{ kind: "body-weight", value: 81.7, unit: "kg" }]);
  const message = await ture.next();
  const stored = api.events(message.event).at(-1);
  expect(message.data).toMatchObject({ seq: stored?.seq, team: "north", patient: null });
  expect(JSON.stringify(message)).not.toMatch(/81.?7|values/);
  expect(api.events("alert.opened").some(({ seq, patient }) => seq < Number(message.id) && patient === "greta")).toBe(
    true,
  );
});

test("a heartbeat comes when nothing happens", async () => {
  const karin = await listenAs("karin");
  expect(await karin.nextComment()).toBe(": heartbeat");
  api.beat();
  expect(await karin.nextComment()).toBe(": heartbeat");
});

test("the stream ends at once when its bearer token is revoked", async () => {
  const karin = await api.as("karin");
  const listener = await listen({ authorization: karin.authorization });
  const other = await listenAs("karin");
  expect((await karin({ method: "DELETE", url: "sessions/current" })).statusCode).toBe(204);
  await listener.closed;
  await alarmGreta();
  expect(await other.next()).toMatchObject({ event: "alert.opened" });
  expect((await listen({ authorization: karin.authorization })).status).toBe(401);
});

test("the stream ends at once when the account is disabled, and when the password is changed", async () => {
  const alva = await api.as("alva");
  const karin = await listenAs("karin");
  const etag = (await alva({ url: "staff/karin" })).headers.etag as string;
  await alva({ method: "POST", url: "staff/karin/disable", headers: { "if-match": etag } });
  await karin.closed;

  const nils = await api.as("nils");
  const listener = await listen({ authorization: nils.authorization });
  const change = { old: password, new: "another long enough password" };
  expect((await nils({ method: "PUT", url: "staff/me/password", body: change })).statusCode).toBe(204);
  await listener.closed;
});

test("nothing is sent to a session that was revoked elsewhere", async () => {
  const karin = await listenAs("karin");
  await karin.nextComment();
  await api.submit({ kind: "session-revoke", actor: "alva", staff: "karin" });
  await alarmGreta();
  await expect(karin.next()).rejects.toThrow("the stream has ended");
});

test("the stream ends with the session's time, at the next heartbeat", async () => {
  const karin = await listenAs("karin");
  api.clock.advance(30 * 24 * 3_600_000);
  api.beat();
  await karin.closed;
});

test("a change of teams made elsewhere holds for the next event", async () => {
  const karin = await listenAs("karin");
  const nils = await listenAs("nils");
  await api.submit({ kind: "patient-team", actor: "alva", patient: "greta", team: "night", ifVersion: 1 });
  // The team that hands over hears that it did, and nothing after it.
  expect(await karin.next()).toMatchObject({ event: "patient.team-changed", data: { team: "north" } });
  expect(await nils.next()).toMatchObject({ event: "patient.team-changed", data: { team: "night" } });
  await alarmGreta();
  expect(await nils.next()).toMatchObject({ event: "alert.opened", data: { patient: "greta" } });
  // Greta's alert came before this in the record, and not to Karin.
  await api.readings("loose", [{ kind: "body-weight", value: 81.7, unit: "kg" }]);
  expect((await karin.next()).data["patient"]).toBeNull();
});

test("a team that was put beside the responsible one hears of the patient from then on", async () => {
  const nils = await listenAs("nils");
  await alarmGreta();
  const region = smallRegion(api.clock.now());
  const greta = { ...region.patients[0]!, otherTeams: ["night"], digest: "with a team beside" };
  const unchanged = { staff: [], plans: [], hubs: [], devices: [], assignments: [] };
  await api.submit({ kind: "region-import", actor: "import", region: { ...region, ...unchanged, patients: [greta] } });
  await alarmGreta(245);
  for (;;) {
    const { event, data } = await nils.next();
    expect(event, "what came before isn't told").not.toBe("alert.opened");
    if (event === "alert.worsened") {
      expect(data).toMatchObject({ patient: "greta", team: "north" });
      break;
    }
  }
});

test("an administrator has no stream, and a session has at most six", async () => {
  const alva = await listenAs("alva");
  expect(alva.status).toBe(403);
  expect(alva.headers["content-type"]).toMatch(/^application\/problem\+json/);
  const { authorization } = await api.as("karin");
  for (let round = 0; round < 6; round += 1) expect((await listen({ authorization })).status).toBe(200);
  expect((await listen({ authorization })).status).toBe(429);
  expect((await listenAs("karin")).status).toBe(200);
});

test("stopping the server ends the streams", async () => {
  const karin = await listenAs("karin");
  await api.app.close();
  await karin.closed;
});

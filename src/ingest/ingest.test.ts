import { afterEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";

let home: Home;
afterEach(async () => {
  // Whatever the story was: the log alone rebuilds it.
  expect(home.replayed().differences).toEqual([]);
  await home.close();
});

const weight = (at: string | undefined, value: number, more: object = {}) => ({
  kind: "body-weight",
  ...(at ? { at } : {}),
  value,
  unit: "kg",
  ...more,
});
const memory = { flags: ["from-memory"] };
const days = [
  weight("2026-11-19T07:00:00+01:00", 82.4, memory),
  weight("2026-11-20T07:00:00+01:00", 82.5, memory),
  weight("2026-11-21T07:00:00+01:00", 82.3, memory),
];
const kg = (value: number): string =>
  `00${Buffer.from(Uint16Array.of(Math.round(value / 0.005)).buffer).toString("hex")}`;
const statuses = (receipt: { results: readonly { status: string; code?: string }[] }) =>
  receipt.results.map(({ status, code }) => (code ? `${status} ${code}` : status));

describe("a reading becomes an alert", () => {
  it("Greta gains 2.3 kg over three days: one red alert, that says why", async () => {
    home = await openHome();
    await home.readings("scale", days);
    expect(home.alerts()).toEqual([]);
    expect(statuses(await home.gatt("scale", "2a9d", kg(84.7)))).toEqual(["stored"]);
    expect(home.alerts("greta")).toMatchObject([
      { concern: "weight-gain", severity: "red", state: "open", team: "north" },
    ]);
    const [opened] = home.events("alert.opened");
    expect(opened?.data["findings"]).toMatchObject([
      { rule: "weight-rise-3d", compared: { value: 84_700, reference: 82_400, limit: 2000, days: 3 } },
      { rule: "weight-rise-3d-since-lowest", severity: "yellow" },
    ]);
  });

  it("exactly 2.0 kg is inside", async () => {
    home = await openHome();
    await home.readings("scale", days);
    await home.gatt("scale", "2a9d", kg(84.4));
    // Against the lowest of the three days it is 2.1 kg: that rule alone fires, in yellow.
    expect(home.alerts("greta")).toMatchObject([{ severity: "yellow", cause: "weight-rise-3d-since-lowest" }]);
  });

  it("the same bytes again change nothing", async () => {
    home = await openHome();
    await home.readings("scale", days, { id: "days" });
    await home.gatt("scale", "2a9d", kg(84.7), { id: "now" });
    const before = ["reading", "alert", "event", "command", "message"].map(home.count);
    expect(statuses(await home.readings("scale", days, { id: "days" }))).toEqual([
      "duplicate",
      "duplicate",
      "duplicate",
    ]);
    home.clock.advance(3_600_000);
    expect(statuses(await home.gatt("scale", "2a9d", kg(84.7), { id: "now" }))).toEqual(["duplicate"]);
    expect(["reading", "alert", "event", "command", "message"].map(home.count)).toEqual(before);
  });

  it("a memory emptied newest first gives the same alert as one emptied in order", async () => {
    home = await openHome();
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 84.7, memory), ...days.toReversed()]);
    expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain", severity: "red" }]);
  });

  it("the weight of three days ago comes after today's: today's is judged again", async () => {
    home = await openHome();
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 84.7)]);
    expect(home.alerts()).toEqual([]);
    await home.readings("scale", [weight("2026-11-19T07:00:00+01:00", 82.4, memory)]);
    expect(home.alerts("greta")).toMatchObject([{ concern: "weight-gain" }]);
  });

  it("… also when today's had been noted as a return inside", async () => {
    home = await openHome("2026-11-21T14:00:00+01:00");
    await home.readings("scale", [weight("2026-11-18T07:00:00+01:00", 80, memory)]);
    await home.readings("scale", [weight("2026-11-21T07:00:00+01:00", 82.5)]);
    home.clock.set("2026-11-22T14:00:00+01:00");
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 81)]);
    expect(home.events("alert.%").map(({ type }) => type)).toEqual(["alert.opened", "alert.returned"]);
    await home.readings("scale", [weight("2026-11-19T07:00:00+01:00", 78.5, memory)]);
    expect(home.events("alert.%").at(-1)).toMatchObject({
      type: "alert.joined",
      data: { findings: [{ rule: "weight-rise-3d", compared: { value: 81_000, reference: 78_500 } }, {}] },
    });
  });

  it("what is older than a day is history: kept, judged, alerting nobody", async () => {
    home = await openHome();
    await home.readings("oximeter", [
      { kind: "oxygen-saturation", at: "2026-11-20T07:00:00+01:00", spo2: 78, ...memory },
    ]);
    expect(home.alerts()).toEqual([]);
    expect(home.db.get("SELECT decision FROM reading")).toMatchObject({ decision: 3 });
  });

  it("a late reading within the day opens an alert marked late", async () => {
    home = await openHome();
    await home.readings("oximeter", [
      { kind: "oxygen-saturation", at: "2026-11-22T02:00:00+01:00", spo2: 86, ...memory },
    ]);
    expect(home.alerts("soheil")).toMatchObject([{ concern: "oxygen-low", severity: "red", team: "night" }]);
    expect(home.events("alert.opened")[0]?.data["late"]).toBe(12 * 3_600_000);
  });

  it("without any plan the general safety limits hold", async () => {
    home = await openHome();
    await home.readings("oximeter", [
      { kind: "oxygen-saturation", at: "2026-11-22T13:59:00+01:00", spo2: 80, user: 3 },
    ]);
    await home.submit({
      kind: "patient-enrol",
      id: "new",
      team: "north",
      person: { given: "Ny", family: "Prov" },
      actor: "karin",
    });
    await home.submit({
      kind: "observation-record",
      patient: "new",
      readings: [{ kind: "oxygen-saturation", spo2: 84 }],
      actor: "karin",
    });
    expect(home.alerts("new")).toMatchObject([
      { concern: "oxygen-low", severity: "red", cause: "safety-oxygen-saturation-below" },
    ]);
  });
});

describe("clocks", () => {
  it("a store-and-forward hub without times: no change rule, but safety limits at once, marked", async () => {
    home = await openHome();
    await home.readings("cuff", [{ kind: "blood-pressure", systolic: 230, diastolic: 110, unit: "mmHg" }], {
      hub: "hub-store",
    });
    expect(home.alerts("greta")).toMatchObject([{ concern: "bp-high", severity: "red" }]);
    expect(home.events("alert.opened")[0]?.data["findings"]).toMatchObject([
      { uncertain: ["time"] },
      { uncertain: ["time"] },
    ]);
  });

  it("several of a kind with an unset clock are history and one technical alert", async () => {
    home = await openHome();
    const pressure = { kind: "blood-pressure", systolic: 175, diastolic: 90, unit: "mmHg" };
    const receipt = await home.readings("cuff", [pressure, { ...pressure, systolic: 176 }], { hub: "hub-store" });
    expect(statuses(receipt)).toEqual(["stored CLOCK_UNSET", "stored CLOCK_UNSET"]);
    expect(home.alerts()).toMatchObject([{ subject: "cuff", category: "technical", cause: "CLOCK_UNSET" }]);
  });

  it("… but clinical if one of them is beyond a safety limit", async () => {
    home = await openHome();
    const pressure = { kind: "blood-pressure", systolic: 175, diastolic: 90, unit: "mmHg" };
    await home.readings("cuff", [pressure, { ...pressure, systolic: 225 }], { hub: "hub-store" });
    expect(home.alerts("greta")).toMatchObject([{ concern: "bp-high", severity: "red" }]);
    expect(home.alerts("cuff")).toHaveLength(1);
  });

  it("a clock ahead dates by receipt and tells the technician", async () => {
    home = await openHome();
    const receipt = await home.readings("scale", [weight("2026-11-23T14:00:00+01:00", 82)]);
    expect(statuses(receipt)).toEqual(["stored CLOCK_WRONG"]);
    expect(home.db.get("SELECT measured_at, clock FROM reading")).toMatchObject({
      measured_at: home.clock.now(),
      clock: 3,
    });
    expect(home.alerts("scale")).toMatchObject([{ category: "technical", cause: "CLOCK_WRONG" }]);
    // Once its time has come the same reading sent again is still the same.
    home.clock.set("2026-11-24T14:00:00+01:00");
    expect(statuses(await home.readings("scale", [weight("2026-11-23T14:00:00+01:00", 82)]))).toEqual(["duplicate"]);
  });
});

describe("identity", () => {
  it("a scale that starts counting again is stored and marked", async () => {
    home = await openHome();
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 82.4, { seq: 1 })]);
    const receipt = await home.readings("scale", [weight("2026-11-22T08:00:00+01:00", 82.6, { seq: 1 })]);
    expect(statuses(receipt)).toEqual(["stored"]);
    expect(home.db.all("SELECT flags FROM reading ORDER BY measured_at")).toMatchObject([{ flags: 0 }, { flags: 2 }]);
  });

  it("a message id used again with other bytes is judged reading by reading", async () => {
    home = await openHome();
    const first = weight("2026-11-22T07:00:00+01:00", 82.4);
    await home.readings("scale", [first], { id: "x" });
    const receipt = await home.readings("scale", [first, weight("2026-11-22T08:00:00+01:00", 82.6)], { id: "x" });
    expect(statuses(receipt)).toEqual(["duplicate MESSAGE_ID_REUSED", "stored"]);
  });

  it("the same instant written in another offset is the same reading", async () => {
    home = await openHome();
    await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 82.4)]);
    expect(statuses(await home.readings("scale", [weight("2026-11-22T06:00:00Z", 82.4)]))).toEqual(["duplicate"]);
  });

  it("without a time, two messages are two readings and one message sent twice is one", async () => {
    home = await openHome();
    await home.gatt("scale", "2a9d", kg(82), { id: "a" });
    expect(statuses(await home.gatt("scale", "2a9d", kg(82), { id: "b" }))).toEqual(["stored"]);
    expect(statuses(await home.gatt("scale", "2a9d", kg(82), { id: "a" }))).toEqual(["duplicate"]);
  });
});

describe("nothing disappears", () => {
  it.each<[string, Parameters<Home["publish"]>, string]>([
    ["not JSON", ["readings", "not json"], "PAYLOAD_NOT_JSON"],
    ["no id", ["readings", { device: "scale", readings: [weight(undefined, 80)] }], "PAYLOAD_SHAPE"],
    [
      "too many readings",
      ["readings", { id: "1", device: "scale", readings: Array.from({ length: 501 }, () => ({})) }],
      "PAYLOAD_SHAPE",
    ],
    [
      "a time finer than any clock",
      [
        "gatt",
        { id: "1", sentAt: "2026-11-22T07:00:00.0123456789Z", device: "scale", characteristic: "2a9d", hex: "006040" },
      ],
      "PAYLOAD_SHAPE",
    ],
    ["an unknown topic", ["unknown", "{}"], "TOPIC_UNKNOWN"],
    [
      "a truncated notification",
      ["gatt", { id: "1", device: "scale", characteristic: "2a9d", hex: "0060" }],
      "DECODE_TRUNCATED",
    ],
    [
      "an unknown characteristic",
      ["gatt", { id: "1", device: "scale", characteristic: "ffff", hex: "0060" }],
      "CHARACTERISTIC_UNKNOWN",
    ],
    ["odd hex", ["gatt", { id: "1", device: "scale", characteristic: "2a9d", hex: "006" }], "DECODE_HEX"],
    [
      "a failed measurement",
      ["gatt", { id: "1", device: "scale", characteristic: "2a9d", hex: "00ffff" }],
      "MEASUREMENT_UNSUCCESSFUL",
    ],
    [
      "a wrong unit",
      ["readings", { id: "1", device: "scale", readings: [{ kind: "body-weight", value: 80, unit: "mmHg" }] }],
      "UNIT_UNKNOWN",
    ],
    [
      "an impossible value",
      ["readings", { id: "1", device: "scale", readings: [weight(undefined, 8.2)] }],
      "VALUE_IMPLAUSIBLE",
    ],
  ])("%s is kept with its bytes and its reason, once", async (_what, [channel, payload], code) => {
    home = await openHome();
    const { receipt } = await home.publish(channel, payload);
    expect(receipt?.results).toMatchObject([{ index: 0, status: "rejected", code }]);
    await home.publish(channel, payload);
    const kept = home.db.all<{ code: string; payload: Uint8Array }>("SELECT code, payload FROM quarantine");
    expect(kept.map((row) => row.code)).toEqual([code]);
    expect(Buffer.from(kept[0]!.payload).toString()).toBe(
      typeof payload === "string" ? payload : JSON.stringify(payload),
    );
    expect(home.reports).toContain(code);
  });

  it("bytes that are not UTF-8 are kept as they came", async () => {
    home = await openHome();
    const payload = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]);
    await home.publish("readings", "", { payload });
    expect(home.db.get("SELECT code, hex(payload) AS bytes FROM quarantine")).toMatchObject({
      code: "PAYLOAD_NOT_JSON",
      bytes: "7BFFFE7D",
    });
  });

  it("one bad reading leaves the others of its message alone", async () => {
    home = await openHome();
    const receipt = await home.readings("scale", [days[0]!, { kind: "body-weight", value: 1 }, days[1]!]);
    expect(receipt.results.map(({ index, status }) => [index, status])).toEqual([
      [0, "stored"],
      [1, "rejected"],
      [2, "stored"],
    ]);
  });

  it("an impossible value beyond a safety limit is also a red clinical alert, marked", async () => {
    home = await openHome();
    const receipt = await home.readings("oximeter", [
      { kind: "oxygen-saturation", at: "2026-11-22T13:59:00+01:00", spo2: 41 },
    ]);
    expect(statuses(receipt)).toEqual(["rejected VALUE_IMPLAUSIBLE"]);
    expect(home.alerts("soheil")).toMatchObject([{ concern: "oxygen-low", severity: "red", category: "clinical" }]);
    expect(home.events("alert.opened")[0]?.data["findings"]).toMatchObject([{ uncertain: ["implausible"] }]);
  });
});

describe("whose reading is it", () => {
  it("user slots tell two people on one scale apart; an unknown slot is nobody's and both teams hear", async () => {
    home = await openHome();
    const at = "2026-11-22T07:00:00+01:00";
    const receipt = await home.readings("shared", [
      weight(at, 82, { user: 1 }),
      weight(at, 61, { user: 2 }),
      weight(at, 70),
      weight(at, 71, { user: 9 }),
    ]);
    expect(statuses(receipt)).toEqual([
      "stored",
      "stored",
      "unattributed USER_SLOT_UNKNOWN",
      "unattributed USER_SLOT_UNKNOWN",
    ]);
    expect(receipt.results.map((result) => result.for)).toEqual([1, 2, undefined, 9]);
    const teams = home.alerts("shared").map(({ team, severity, category }) => [team, severity, category]);
    expect(teams.toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1))).toEqual([
      ["night", "yellow", "technical"],
      ["north", "yellow", "technical"],
    ]);
  });

  it("an unassigned oximeter at 79 %: nobody's, but red at once", async () => {
    home = await openHome();
    const at = "2026-11-22T13:50:00+01:00";
    await home.readings("loose", [{ kind: "oxygen-saturation", at, spo2: 79 }]);
    expect(home.alerts("loose")).toMatchObject([
      { category: "technical", severity: "red", cause: "DEVICE_UNASSIGNED", team: "north" },
    ]);
  });

  it("assigning it back-dated judges what was kept as late data and withdraws the technical alert", async () => {
    home = await openHome();
    const at = "2026-11-22T09:50:00+01:00";
    await home.readings("loose", [{ kind: "oxygen-saturation", at, spo2: 79, ...memory }]);
    const from = Date.parse("2026-11-22T00:00:00+01:00");
    await home.submit({ kind: "assignment-create", device: "loose", patient: "soheil", from, actor: "teknik" });
    expect(home.alerts("loose")).toMatchObject([{ state: "resolved", cause: "DEVICE_UNASSIGNED" }]);
    expect(home.alerts("soheil")).toMatchObject([{ concern: "oxygen-low", severity: "red" }]);
    expect(statuses(await home.readings("loose", [{ kind: "oxygen-saturation", at, spo2: 79, ...memory }]))).toEqual([
      "duplicate",
    ]);
  });

  it("a device of another hub is a stranger here", async () => {
    home = await openHome();
    const receipt = await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 99)], { hub: "hub-store" });
    expect(statuses(receipt)).toEqual(["unattributed DEVICE_UNKNOWN"]);
    expect(home.alerts("hub-store/scale")).toMatchObject([{ category: "technical" }]);
    // And what the stranger sent takes nothing away from the real one.
    expect(statuses(await home.readings("scale", [weight("2026-11-22T07:00:00+01:00", 99)]))).toEqual(["stored"]);
  });

  it("an unregistered device's readings are there once it is registered and assigned", async () => {
    home = await openHome();
    await home.readings("newcomer", [weight("2026-11-22T07:00:00+01:00", 82)]);
    await home.submit({
      kind: "device-register",
      id: "newcomer",
      hub: "hub-greta",
      model: "generic-weight",
      actor: "teknik",
    });
    await home.submit({
      kind: "assignment-create",
      device: "newcomer",
      patient: "soheil",
      from: home.clock.now() - 86_400_000,
      actor: "teknik",
    });
    expect(home.alerts("hub-greta/newcomer")).toMatchObject([{ state: "resolved" }]);
    expect(
      home.db.get("SELECT count(*) AS n FROM reading r JOIN series s ON s.id = r.series WHERE s.patient = 'soheil'"),
    ).toMatchObject({ n: 1 });
  });

  it("overlapping assignments are refused", async () => {
    home = await openHome();
    const wanted = { kind: "assignment-create", device: "scale", user: 2, patient: "soheil", actor: "teknik" } as const;
    await expect(home.submit(wanted)).rejects.toMatchObject({ code: "ASSIGNMENT_OVERLAP" });
  });

  it("a reading moved to its real owner is judged there; what it caused here is withdrawn and stays visible", async () => {
    home = await openHome();
    await home.readings("shared", [{ kind: "oxygen-saturation", at: "2026-11-22T13:50:00+01:00", spo2: 79, user: 1 }]);
    const [alert] = home.alerts("greta");
    const reading = home.events("alert.opened")[0]!.reading!;
    await home.submit({
      kind: "reading-move",
      reading,
      patient: "soheil",
      reason: "Soheil used Greta's slot",
      actor: "karin",
    });
    expect(home.alerts("greta")).toMatchObject([{ id: alert!.id, state: "resolved" }]);
    expect(home.alerts("soheil")).toMatchObject([{ concern: "oxygen-low", state: "open", severity: "red" }]);
    expect(home.events("alert.%").map(({ type, patient }) => `${type} ${patient}`)).toEqual([
      "alert.opened greta",
      "alert.withdrawn greta",
      "alert.opened soheil",
    ]);
  });
});

describe("a patient changes team", () => {
  it("what is open goes along, and both teams hear of it", async () => {
    home = await openHome();
    await home.readings("oximeter", [{ kind: "oxygen-saturation", at: "2026-11-22T13:50:00+01:00", spo2: 79 }]);
    expect(home.alerts("soheil")).toMatchObject([{ team: "night" }]);
    await home.submit({ kind: "patient-team", patient: "soheil", team: "north", ifVersion: 1, actor: "nils" });
    expect(home.alerts("soheil")).toMatchObject([{ team: "north", state: "open" }]);
    expect(home.events("patient.team-changed").map(({ team }) => team)).toEqual(["night", "north"]);
  });
});

describe("what hubs say of themselves", () => {
  it("battery and firmware are taken in once", async () => {
    home = await openHome();
    const state = { online: true, battery: 61, firmware: "1.2", devices: [{ id: "scale", battery: 20 }] };
    await home.publish("state", state);
    await home.publish("state", state);
    expect(home.events("hub.state")).toHaveLength(1);
    expect(home.db.get("SELECT battery FROM device WHERE id = 'scale'")).toMatchObject({ battery: 20 });
  });

  it("a prompt is there until it was shown", async () => {
    home = await openHome();
    const expiresAt = home.clock.now() + 3_600_000;
    const { ids } = await home.submit({
      kind: "prompt-create",
      patient: "greta",
      prompt: "message",
      text: "Hej",
      expiresAt,
      actor: "karin",
    });
    expect(ids).toHaveLength(2);
    await home.publish("prompted", { id: ids![0], shownAt: "2026-11-22T14:01:00+01:00" });
    await home.publish("prompted", { id: ids![0], shownAt: "2026-11-22T14:02:00+01:00" });
    expect(home.events("prompt.shown")).toHaveLength(1);
  });
});

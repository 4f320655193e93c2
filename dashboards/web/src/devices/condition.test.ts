import { describe, expect, it } from "vitest";
import { actionsFor, belongs, type Device, type Hub, matches, troublesOf } from "./condition.ts";

const now = Date.parse("2026-11-23T08:00:00Z");
const device = (over: Partial<Device> = {}): Device => ({
  id: "scale-1",
  hub: "hv-1",
  model: "generic-weight",
  place: "lent",
  battery: 80,
  firmware: null,
  lastReading: { receivedAt: "2026-11-23T07:00:00Z", clock: "good" },
  version: 1,
  ...over,
});
const hub = (over: Partial<Hub> = {}): Hub => ({
  id: "hv-1",
  team: "north",
  zone: "Europe/Stockholm",
  forwarding: "live",
  place: "lent",
  online: true,
  lastSeen: "2026-11-23T07:59:00Z",
  silentSince: null,
  battery: null,
  firmware: null,
  revokedAt: null,
  codeUntil: null,
  overlapUntil: null,
  version: 1,
  devices: [device()],
  refusals: [],
  ...over,
});
const refused = (lastAt: string) => [{ code: "MQTT_CREDENTIALS", title: "", action: "", count: 1, lastAt }];

describe("what somebody must see to", () => {
  it.each([
    ["nothing of a hub that is well", hub(), []],
    ["a silent hub at home", hub({ online: false, silentSince: "2026-11-23T06:00:00Z" }), ["silent"]],
    ["not one in stock", hub({ place: "stock", silentSince: "2026-11-20T06:00:00Z", devices: [] }), []],
    ["a device's low battery", hub({ devices: [device({ battery: 20 })] }), ["battery"]],
    ["a wrong clock", hub({ devices: [device({ lastReading: { receivedAt: "", clock: "wrong" } })] }), ["clock"]],
    ["a refusal of this week", hub({ refusals: refused("2026-11-20T06:00:00Z") }), ["refused"]],
    ["none of last month", hub({ refusals: refused("2026-10-20T06:00:00Z") }), []],
  ])("%s", (_what, one, troubles) => {
    expect(troublesOf(one, now)).toEqual(troubles);
    expect(belongs(one, "attention", now)).toBe(troubles.length > 0);
  });
});

it("finds a hub by its id, a device's id and what the device is, every word of it", () => {
  const sort = (): string => "Våg Bluetooth";
  expect(matches(hub(), "HV-1 våg", sort)).toBe(true);
  expect(matches(hub(), "scale-1", sort)).toBe(true);
  expect(matches(hub(), "hv-2", sort)).toBe(false);
});

describe("what can be done", () => {
  const ofHub = (one: Hub) => ({ of: "hub" as const, id: one.id, version: 1, hub: one });
  it("is taking back for a nurse, and the rest for a technician", () => {
    expect(actionsFor(ofHub(hub()), "nurse")).toEqual(["return"]);
    expect(actionsFor(ofHub(hub()), "technician")).toEqual([
      "return",
      "exchange",
      "place",
      "provision",
      "rotate",
      "renew",
      "revoke",
    ]);
  });

  it("is no lending of what is in repair, and no code for what is retired", () => {
    const broken = device({ place: "repair" });
    expect(actionsFor({ of: "device", id: "scale-1", version: 1, device: broken }, "technician")).toEqual(["place"]);
    expect(actionsFor(ofHub(hub({ place: "retired", devices: [] })), "technician")).toEqual(["place", "revoke"]);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";

let home: Home;
afterEach(async () => {
  expect(home.replayed().differences).toEqual([]);
  await home.close();
});

const statuses = (receipt: { results: readonly { status: string; code?: string }[] }) =>
  receipt.results.map(({ status, code }) => (code ? `${status} ${code}` : status));

/** A home in which Greta also has a device of a model. */
async function homeWith(id: string, model: string, at?: string): Promise<Home> {
  home = await openHome(at);
  const actor = "staff:ture";
  await home.submit({ kind: "device-register", actor, id, hub: "hub-greta", model });
  await home.submit({
    kind: "assignment-create",
    actor,
    device: id,
    patient: "greta",
    from: home.clock.now() - 86_400_000,
  });
  return home;
}

describe("a device that is like its model", () => {
  it("Greta's cuff empties its memory twice: failed measurements are set aside, good ones kept once", async () => {
    // Recorded from a UA-651BLE in January 2017.
    home = await homeWith("ua651", "and-ua-651ble", "2017-01-16T14:00:00+01:00");
    const memory = [
      ["16ff07ff07ff07e107011000391cff070000", "rejected VALUE_NOT_FINITE"],
      ["167d0050006600e10701100c273640000000", "stored"],
      ["1686004d006400e10701100d00183d000000", "stored"],
    ] as const;
    for (const [hex, answer] of memory) expect(statuses(await home.gatt("ua651", "2a35", hex))).toEqual([answer]);
    const kept = home.count("reading");
    for (const [hex, answer] of memory) {
      expect(statuses(await home.gatt("ua651", "2a35", hex))).toEqual([answer === "stored" ? "duplicate" : answer]);
    }
    expect(home.count("reading")).toBe(kept);
    expect(kept).toBe(2);
  });

  it("a pulse that the model cannot measure is kept and marked, and a safety limit still holds", async () => {
    home = await homeWith("ua651", "and-ua-651ble");
    const pulse190 = "0484004e006000be00";
    expect(statuses(await home.gatt("ua651", "2a35", pulse190))).toEqual(["rejected VALUE_IMPLAUSIBLE"]);
    expect(home.count("reading")).toBe(1);
    expect(home.alerts("greta")).toMatchObject([{ concern: "pulse-high", severity: "red", category: "clinical" }]);
    // The hub may decode it itself: the same device, the same bounds.
    const json = { kind: "blood-pressure", systolic: 132, diastolic: 78, pulse: 190, unit: "mmHg" };
    expect(statuses(await home.readings("ua651", [json]))).toEqual(["rejected VALUE_IMPLAUSIBLE"]);
  });

  it("the same pulse from a cuff that says nothing of its range is a reading", async () => {
    home = await homeWith("other", "generic-blood-pressure");
    expect(statuses(await home.gatt("other", "2a35", "0484004e006000be00"))).toEqual(["stored"]);
  });

  it("a maker's own characteristic is named by its whole UUID, in either case", async () => {
    home = await homeWith("nonin", "nonin-3230");
    const uuid = "0AAD7EA0-0D60-11E2-8E3C-0002A5D5C51B";
    const at = "2026-11-22T13:59:00+01:00";
    expect(statuses(await home.gatt("nonin", uuid, "0a151d01a4000c5b0058", { at }))).toEqual(["stored"]);
    expect(statuses(await home.gatt("nonin", uuid.toLowerCase(), "0a151d01a4000c5b0058", { at }))).toEqual([
      "duplicate",
    ]);
    expect(statuses(await home.gatt("scale", uuid, "0a151d01a4000c5b0058"))).toEqual([
      "rejected CHARACTERISTIC_UNKNOWN",
    ]);
  });
});

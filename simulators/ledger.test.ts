import { describe, expect, it } from "vitest";
import { openLedger } from "./ledger.ts";

const receipt = (...results: object[]) => JSON.stringify({ id: "m1", receivedAt: "2026-11-22T07:08:01Z", results });

describe("the ledger", () => {
  it("counts what was sent, acknowledged and answered, per hub and together", () => {
    const ledger = openLedger();
    const [one, other] = [ledger.hub("one"), ledger.hub("other")];
    one.noteSent();
    one.noteSent();
    one.noteAcknowledged("m1");
    other.noteSent();
    other.noteAcknowledged(undefined);
    one.noteReceipt(
      receipt(
        { index: 0, status: "stored" },
        { index: 1, status: "duplicate" },
        { index: 2, status: "rejected", code: "UNIT_UNKNOWN", message: "…" },
      ),
    );
    other.noteReceipt(receipt({ index: 0, status: "unattributed", code: "DEVICE_UNASSIGNED" }));
    expect(one.counts()).toEqual({
      sent: 2,
      acknowledged: 1,
      resent: 0,
      connections: 0,
      receipts: 1,
      stored: 1,
      duplicate: 1,
      rejected: 1,
      unattributed: 0,
      asked: 0,
      measuredAgain: 0,
    });
    expect(one.inFlight()).toBe(1);
    expect(one.acknowledgedIds()).toEqual(["m1"]);
    expect(other.acknowledgedIds()).toEqual([]);
    expect(ledger.total()).toMatchObject({ sent: 3, acknowledged: 2, receipts: 2, unattributed: 1 });
    expect(ledger.codes()).toEqual({ DEVICE_UNASSIGNED: 1, UNIT_UNKNOWN: 1 });
    expect(ledger.hub("one")).toBe(one);
  });

  it("keeps a receipt that can't be read as an error, and only the newest errors", () => {
    const hub = openLedger().hub("one");
    for (const payload of ["", "null", "{}", '{"results":7}']) hub.noteReceipt(payload);
    expect(hub.counts().receipts).toBe(0);
    expect(hub.errors()).toHaveLength(4);
    for (let index = 0; index < 50; index++) hub.noteError(`error ${index}`);
    expect(hub.errors()).toHaveLength(20);
    expect(hub.errors().at(-1)).toBe("error 49");
  });
});

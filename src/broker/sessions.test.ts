import type { Readable } from "node:stream";
import { expect, test } from "vitest";
import { emptySession, type OutgoingPacket, SessionStore } from "./sessions.ts";

const message = (brokerCounter: number, topic = "hv/v1/h/receipts") => ({
  cmd: "publish",
  topic,
  qos: 1,
  payload: Buffer.from(`m${brokerCounter}`),
  brokerCounter,
});
const texts = async (stream: Readable): Promise<string[]> =>
  (await stream.toArray()).map((packet: OutgoingPacket) => packet.payload?.toString() ?? packet.cmd);
const filter = { topic: "hv/v1/h/#", qos: 1 };

test("keeps messages for sessions that are away and subscribed with QoS 1, of the topic's hub only", async () => {
  const store = new SessionStore((id) => id === "h/live");
  for (const id of ["h/away", "h/live"]) await store.addSubscriptions({ id }, [filter]);
  await store.addSubscriptions({ id: "h/qos0" }, [{ topic: "hv/v1/h/#", qos: 0 }]);
  await store.addSubscriptions({ id: "other/away" }, [{ topic: "hv/v1/other/#", qos: 1 }]);
  expect(await store.subscriptionsByTopic("hv/v1/h/receipts")).toEqual([{ clientId: "h/away" }]);
  expect(await store.subscriptionsByTopic("$SYS/x")).toEqual([]);
});

test("remembers no filter of another hub, which aedes passes on although it was denied", async () => {
  const store = new SessionStore(() => false);
  await store.addSubscriptions({ id: "h/c" }, [filter, { topic: "hv/v1/other/#", qos: 1 }, { topic: "#", qos: 1 }]);
  expect(await store.subscriptionsByClient({ id: "h/c" })).toEqual([filter]);
});

test("a session that continues without subscriptions is told from a new one", async () => {
  const store = new SessionStore(() => false);
  expect(await store.subscriptionsByClient({ id: "h/c" })).toEqual([]);
  expect(await store.subscriptionsByClient({ id: "h/c" })).toEqual([emptySession]);
  await store.cleanSubscriptions({ id: "h/c" });
  expect(await store.subscriptionsByClient({ id: "h/c" })).toEqual([]);
});

test("keeps at most 1 000 messages for one session, the oldest", async () => {
  const store = new SessionStore(() => false);
  for (let n = 0; n < 1005; n++) await store.outgoingEnqueueCombi([{ clientId: "h/c" }], message(n));
  const kept = await texts(store.outgoingStream({ id: "h/c" }));
  expect(kept).toHaveLength(1000);
  expect(kept[0]).toBe("m0");
});

test("keeps at most 16 sessions of one hub: the one away longest gives way, never one that is live", async () => {
  const store = new SessionStore((id) => id === "h/0");
  for (let n = 0; n < 18; n++) await store.addSubscriptions({ id: `h/${n}` }, [filter]);
  const kept = await store.subscriptionsByTopic("hv/v1/h/receipts");
  expect(kept.map(({ clientId }) => clientId)).toEqual(Array.from({ length: 15 }, (_, n) => `h/${n + 3}`));
  expect(await store.subscriptionsByClient({ id: "h/0" })).toEqual([filter]);
});

test("a message is replaced by its PUBREL, and goes with PUBCOMP; two at once are not confused", async () => {
  const store = new SessionStore(() => true);
  const session = { id: "h/c" };
  for (const n of [1, 2]) await store.outgoingUpdate(session, { ...message(n), qos: 2, messageId: n });
  for (const n of [2, 1, 1]) await store.outgoingUpdate(session, { cmd: "pubrel", messageId: n });
  const owed: OutgoingPacket[] = await store.outgoingStream(session).toArray();
  expect(owed.map(({ cmd, messageId }) => [cmd, messageId])).toEqual([
    ["pubrel", 1],
    ["pubrel", 2],
  ]);
  expect(await store.outgoingClearMessageId(session, { cmd: "pubcomp", messageId: 1 })).toBeDefined();
  expect(await store.outgoingClearMessageId(session, { cmd: "publish" })).toBeUndefined();
  expect(await store.outgoingStream(session).toArray()).toHaveLength(1);
});

test("what was sent before is marked DUP, what never was is not", async () => {
  const store = new SessionStore(() => false);
  const session = { id: "h/c" };
  await store.outgoingUpdate(session, { ...message(1), messageId: 1 });
  await store.outgoingEnqueue({ clientId: "h/c" }, message(2));
  const owed: (OutgoingPacket & { dup?: boolean })[] = await store.outgoingStream(session).toArray();
  expect(owed.map(({ dup }) => dup === true)).toEqual([true, false]);
});

test("what is kept is a copy of the bytes, not of the receive buffer they came in", async () => {
  const store = new SessionStore(() => false);
  const received = Buffer.from("on, and much else");
  const packet = { ...message(1, "hv/v1/h/state"), payload: received.subarray(0, 2), retain: true };
  await store.storeRetained(packet);
  await store.outgoingEnqueue({ clientId: "h/c" }, packet);
  received.fill(0x2e);
  expect(await texts(store.createRetainedStreamCombi(["hv/v1/h/+", "hv/v1/h/state"]))).toEqual(["on"]);
  expect(await texts(store.outgoingStream({ id: "h/c" }))).toEqual(["on"]);
});

import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { manualClock } from "../clock.ts";
import { Hub, type HubSession } from "./hub.ts";
import { packetType } from "./wire.ts";

class Session extends EventEmitter implements HubSession {
  wake(): void {
    this.emit("wake");
  }
  close(): void {}
  async gone(): Promise<void> {}
}

const start = (limits: { messagesPerSecond: number; burst: number; inFlight: number }) => {
  const clock = manualClock(1_000_000);
  let told = 0;
  const hub = new Hub("h", limits, clock, () => told++);
  const session = new Session();
  /** How many of `n` packets pass now. */
  const pass = (n: number, type: number = packetType.publish): number => {
    let passed = 0;
    while (passed < n && hub.admit(type, session)) passed++;
    return passed;
  };
  return { clock, hub, session, pass, told: () => told };
};

test("a burst passes, then the rate, and never more than a burst is saved up", () => {
  const { clock, pass, hub } = start({ messagesPerSecond: 10, burst: 20, inFlight: 1000 });
  expect(pass(100)).toBe(20);
  clock.advance(500);
  expect(pass(100)).toBe(5);
  clock.advance(3_600_000);
  expect(pass(100)).toBe(20);
  hub.forget(new Session());
});

test("a clock that is set back gives nothing and takes nothing", () => {
  const { clock, pass } = start({ messagesPerSecond: 10, burst: 20, inFlight: 1000 });
  expect(pass(20)).toBe(20);
  clock.advance(-3_600_000);
  expect(pass(1)).toBe(0);
  clock.advance(100);
  expect(pass(5)).toBe(1);
});

test("acknowledgements and DISCONNECT pass without a token", () => {
  const { pass } = start({ messagesPerSecond: 1, burst: 1, inFlight: 1 });
  expect(pass(5)).toBe(1);
  for (const type of [packetType.puback, packetType.pubrec, packetType.pubcomp, packetType.disconnect]) {
    expect(pass(3, type)).toBe(3);
  }
  expect(pass(1, packetType.pingreq)).toBe(0);
});

test("a session that waits for room is woken once for all places that are freed in one turn", async () => {
  const { hub, session, pass } = start({ messagesPerSecond: 1000, burst: 1000, inFlight: 3 });
  expect(pass(10)).toBe(3);
  let woken = 0;
  session.on("wake", () => woken++);
  const wake = once(session, "wake");
  hub.release(1);
  hub.release(2);
  await wake;
  expect(woken).toBe(1);
  expect(pass(10)).toBe(3);
});

test("a session that waits for tokens is woken; one that has gone is not", async () => {
  const { clock, hub, session, pass, told } = start({ messagesPerSecond: 1000, burst: 2, inFlight: 10 });
  expect(pass(10)).toBe(2);
  expect(told()).toBe(1);
  const gone = new Session();
  gone.on("wake", () => expect.unreachable("it has gone"));
  hub.admit(packetType.publish, gone);
  hub.forget(gone);
  clock.advance(2);
  await once(session, "wake");
  expect(pass(10)).toBe(2);
});

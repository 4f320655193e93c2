import { expect, test } from "vitest";
import { manualClock } from "../clock.ts";
import { isHemvaktError } from "../errors.ts";
import { type LoginThrottle, loginThrottle } from "./throttle.ts";

const start = "2026-11-22T08:00:00Z";

/** How long one is told to wait, in seconds; 0 when the try is let through. */
function wait(throttle: LoginThrottle, username: string, address: string): number {
  try {
    throttle.begin(username, address);
    return 0;
  } catch (error) {
    if (!isHemvaktError(error, "RATE_LIMIT")) throw error;
    return error.data?.["retryAfter"] as number;
  }
}

test("five wrong tries are free, then each costs twice the wait of the one before, up to a quarter of an hour", () => {
  const clock = manualClock(start);
  const throttle = loginThrottle(clock);
  for (let round = 0; round < 5; round += 1) expect(wait(throttle, "nina", "192.0.2.1")).toBe(0);
  for (const seconds of [60, 120, 240, 480, 900, 900]) {
    expect(wait(throttle, "nina", "192.0.2.1")).toBe(seconds);
    clock.advance(seconds * 1000 - 1);
    expect(wait(throttle, "nina", "192.0.2.1")).toBe(1);
    clock.advance(1);
    expect(wait(throttle, "nina", "192.0.2.1")).toBe(0);
  }
});

test("a try that succeeds clears the pair; an hour without tries forgets it", () => {
  const clock = manualClock(start);
  const throttle = loginThrottle(clock);
  for (let round = 0; round < 4; round += 1) throttle.begin("nina", "192.0.2.1");
  throttle.begin("nina", "192.0.2.1")();
  for (let round = 0; round < 5; round += 1) expect(wait(throttle, "nina", "192.0.2.1")).toBe(0);
  expect(wait(throttle, "nina", "192.0.2.1")).toBe(60);
  clock.advance(60 * 60_000);
  expect(wait(throttle, "nina", "192.0.2.1")).toBe(0);
});

test("one user name from many addresses is slowed, and never for more than a minute", () => {
  const clock = manualClock(start);
  const throttle = loginThrottle(clock);
  for (let host = 0; host < 30; host += 1) expect(wait(throttle, "nina", `192.0.2.${host}`)).toBe(0);
  expect(wait(throttle, "nina", "198.51.100.1")).toBe(30);
  for (let round = 0; round < 10; round += 1) {
    clock.advance(60_000);
    expect(wait(throttle, "nina", `203.0.113.${round}`)).toBe(0);
    expect(wait(throttle, "nina", "198.51.100.1")).toBe(60);
  }
  expect(wait(throttle, "peter", "198.51.100.1")).toBe(0);
});

test("many user names from one address are slowed", () => {
  const throttle = loginThrottle(manualClock(start));
  for (let name = 0; name < 50; name += 1) expect(wait(throttle, `user${name}`, "192.0.2.1")).toBe(0);
  expect(wait(throttle, "nina", "192.0.2.1")).toBe(60);
  expect(wait(throttle, "nina", "192.0.2.2")).toBe(0);
});

test("tries at the same time count like tries in a row", () => {
  const throttle = loginThrottle(manualClock(start));
  const begun = Array.from({ length: 5 }, () => throttle.begin("nina", "192.0.2.1"));
  expect(wait(throttle, "nina", "192.0.2.1")).toBe(60);
  begun[0]?.();
  expect(wait(throttle, "nina", "192.0.2.1")).toBe(0);
});

test("what is remembered has a bound", () => {
  const throttle = loginThrottle(manualClock(start));
  for (let round = 0; round < 5; round += 1) throttle.begin("nina", "192.0.2.1");
  for (let name = 0; name < 20_000; name += 1) {
    wait(throttle, `user${name}`, `2001:db8::${name.toString(16)}`);
  }
  expect(wait(throttle, "nina", "192.0.2.1")).toBe(0);
});

import { afterEach, expect, it, vi } from "vitest";
import { clock } from "./clock.ts";

const NOON = Date.parse("2026-11-23T12:00:00Z");
const answer = (date?: string) => new Response(null, date === undefined ? {} : { headers: { date } });
afterEach(() => vi.useRealTimers());

it("goes by the server's time whatever the machine believes, and leaves alone what is as near as an answer can say", () => {
  vi.useFakeTimers({ now: NOON - 86_400_000, toFake: ["Date"] });
  clock.hear(answer());
  clock.hear(answer("some day"));
  expect(clock.isTold()).toBe(false);

  clock.hear(answer("Mon, 23 Nov 2026 12:00:00 GMT"));
  expect(clock.isTold()).toBe(true);
  expect(clock.now()).toBe(NOON);
  vi.advanceTimersByTime(900);
  clock.hear(answer("Mon, 23 Nov 2026 12:00:00 GMT"));
  expect(clock.now()).toBe(NOON + 900);

  // Somebody sets the machine right.
  vi.setSystemTime(NOON + 10_000);
  clock.hear(answer("Mon, 23 Nov 2026 12:00:10 GMT"));
  expect(clock.now()).toBe(NOON + 10_000);
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toIso } from "../src/domain/day.ts";
import { openScreen, type ScreenOptions } from "./screen.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = Temporal.Instant.from("2026-11-22T07:00:00Z").epochMilliseconds;
const open = (options: Partial<ScreenOptions> = {}) => {
  const said: string[] = [];
  let unreadable = 0;
  const began = performance.now();
  const screen = openScreen({
    clock: { now: () => start + performance.now() - began },
    answer: (payload) => void said.push(payload),
    onUnreadable: () => void unreadable++,
    ...options,
  });
  return { screen, said, unreadable: () => unreadable };
};
const prompt = (more: object = {}) => JSON.stringify({ id: "7", kind: "measure-again", text: "…", ...more });

describe("a hub's screen", () => {
  it("shows a prompt when somebody can have read it, and says so once however often it comes", () => {
    const shown: string[] = [];
    const { screen, said } = open({
      showAfterMs: () => 3000,
      onPrompt:
        ({ id, kind }) =>
        () =>
          void shown.push(`${kind} ${id}`),
    });
    screen.take(prompt());
    screen.take(prompt());
    vi.advanceTimersByTime(2999);
    expect([said, shown]).toEqual([[], []]);
    vi.advanceTimersByTime(1);
    screen.take(prompt());
    expect(said).toEqual([JSON.stringify({ id: "7", shownAt: toIso(start + 3000) })]);
    expect(shown).toEqual(["measure-again 7"]);
  });

  it("says it again, with the first time, when it comes again in another session; nobody is asked twice", () => {
    let asked = 0;
    const { screen, said } = open({ onPrompt: () => () => void asked++ });
    screen.take(prompt());
    vi.advanceTimersByTime(60_000);
    screen.renew();
    screen.take(prompt());
    expect(said).toEqual(Array(2).fill(JSON.stringify({ id: "7", shownAt: toIso(start) })));
    expect(asked).toBe(1);
  });

  it("shows nothing that has expired meanwhile, and nothing after it was switched off", () => {
    const { screen, said } = open({ showAfterMs: () => 3000 });
    screen.take(prompt({ expiresAt: toIso(start + 2000) }));
    vi.advanceTimersByTime(3000);
    screen.take(prompt({ id: "8" }));
    screen.close();
    vi.advanceTimersByTime(3000);
    expect(said).toEqual([]);
  });

  it("tells of what can't be read", () => {
    const { screen, said, unreadable } = open();
    for (const payload of ["", "null", '{"id":7}', prompt({ expiresAt: "soon" })]) screen.take(payload);
    expect(unreadable()).toBe(4);
    expect(said).toEqual([]);
  });
});

import { useEffect, useEffectEvent } from "react";

/** What single keys do on the list. */
export type Keys = Readonly<Record<"next" | "previous" | "open" | "take" | "search" | "show" | "help", () => void>>;

const byKey: Readonly<Record<string, keyof Keys>> = {
  j: "next",
  ArrowDown: "next",
  k: "previous",
  ArrowUp: "previous",
  Enter: "open",
  a: "take",
  "/": "search",
  n: "show",
  "?": "help",
};

/** The keys with what they do, for the help. */
export const keyHelp: readonly (readonly [keys: string, does: keyof Keys])[] = [
  ["J ↓", "next"],
  ["K ↑", "previous"],
  ["Enter", "open"],
  ["A", "take"],
  ["/", "search"],
  ["N", "show"],
  ["?", "help"],
];

/** Where a key means itself: somebody is writing, choosing, or in a dialogue. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [role=dialog], [role=radiogroup]") !== null;

/** Listens for the list's keys until it is gone. Turned off they do nothing (WCAG 2.2, 2.1.4). */
export function useKeys(keys: Keys, on: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = byKey[event.key];
    if (name === undefined || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
    // On a button or link Enter does what it always does.
    if (name === "open" && event.target instanceof Element && event.target.closest("a, button") !== null) return;
    event.preventDefault();
    keys[name]();
  });
  useEffect(() => {
    if (!on) return undefined;
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
}

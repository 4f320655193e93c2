import type { Clock } from "../src/clock.ts";
import { toIso } from "../src/domain/day.ts";

/** What the platform wants shown, as far as a simulated home looks at it. */
export type Prompt = { readonly id: string; readonly kind: string; readonly for?: number; readonly expiresAt?: string };

export type ScreenOptions = {
  readonly clock: Clock;
  /** How long after it came somebody can have read it, in milliseconds; at once where it is 0 or left out. */
  readonly showAfterMs?: (id: string) => number;
  /** Told when a prompt comes; what it gives is called when the prompt is shown. */
  readonly onPrompt?: (prompt: Prompt) => () => void;
  /** Publishes to the hub's `prompted` topic. */
  readonly answer: (payload: string) => void;
  readonly onUnreadable: () => void;
};

/** The screen of a hub: shows each prompt once and says that it did. */
export type Screen = {
  /** Takes a payload of the prompts topic. */
  take(payload: string): void;
  /** A new session: an answer given in the last one may be lost, and is given again if the prompt comes again. */
  renew(): void;
  /** Switched off: nothing is shown any more. */
  close(): void;
};

/** A screen that is on. What has expired by the time somebody could read it is not shown. */
export function openScreen({ clock, showAfterMs, onPrompt, answer, onUnreadable }: ScreenOptions): Screen {
  const waiting = new Map<string, NodeJS.Timeout>();
  const shown = new Map<string, string>();
  const answered = new Set<string>();
  const say = (id: string, shownAt: string) => {
    answered.add(id);
    answer(JSON.stringify({ id, shownAt }));
  };
  const show = ({ id, expiresAt }: Prompt, then: (() => void) | undefined) => {
    waiting.delete(id);
    const now = clock.now();
    if (expiresAt !== undefined && Temporal.Instant.from(expiresAt).epochMilliseconds <= now) return;
    shown.set(id, toIso(now));
    say(id, toIso(now));
    then?.();
  };
  return {
    take: (payload) => {
      const prompt = read(payload);
      if (!prompt) return onUnreadable();
      const { id } = prompt;
      if (waiting.has(id) || answered.has(id)) return;
      const before = shown.get(id);
      if (before !== undefined) return say(id, before);
      const then = onPrompt?.(prompt);
      const after = showAfterMs?.(id) ?? 0;
      if (after === 0) show(prompt, then);
      else waiting.set(id, setTimeout(show, after, prompt, then));
    },
    renew: () => answered.clear(),
    close: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

function read(payload: string): Prompt | undefined {
  try {
    const prompt = JSON.parse(payload) as Prompt | null;
    if (typeof prompt?.id !== "string") return undefined;
    if (prompt.expiresAt !== undefined) Temporal.Instant.from(prompt.expiresAt);
    return prompt;
  } catch {
    return undefined;
  }
}

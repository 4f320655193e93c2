import { useRef } from "react";
import { newIdempotencyKey } from "../api/client.ts";

/**
 * Gives each thing that a person sends its idempotency key: the same key while the same is sent again, because nobody knows
 * whether the first one came through, and a new one for anything else.
 * @returns the key for what is about to be sent, and `done` once the server has answered that it did it
 */
export function useRequestKey(): { keyFor: (what: unknown) => string; done: () => void } {
  const kept = useRef<{ text: string; key: string }>(undefined);
  return {
    keyFor: (what) => {
      const text = JSON.stringify(what);
      if (kept.current?.text !== text) kept.current = { text, key: newIdempotencyKey() };
      return kept.current.key;
    },
    done: () => {
      kept.current = undefined;
    },
  };
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { newIdempotencyKey } from "../api/client.ts";
import { ApiProblem } from "../api/problem.ts";

/**
 * Sends a change and waits for the answer. Sent again after no answer came it is the same change, with the same
 * idempotency key and the version that was read then; once the server has refused it, or it says something else, it is
 * another. Everything on the screen but who is signed in is read anew, whatever came of it.
 * @param send the request, with the key for its header and the version for `changing`
 * @param version of what is changed, as the screen shows it now; 0 where nothing has one
 */
export function useChange<Body = void, Answer = unknown>(
  send: (body: Body, key: string, version: number) => Promise<Answer>,
  { version = 0, onDone }: { version?: number; onDone?: (answer: Answer, body: Body) => unknown } = {},
) {
  const queries = useQueryClient();
  const last = useRef<{ text: string; key: string; version: number }>(undefined);
  return useMutation({
    mutationFn: (body: Body) => {
      const text = JSON.stringify(body) ?? "";
      if (last.current?.text !== text) last.current = { text, key: newIdempotencyKey(), version };
      return send(body, last.current.key, last.current.version);
    },
    onSuccess: (answer, body) => {
      last.current = undefined;
      return onDone?.(answer, body);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && !error.problem.retryable) last.current = undefined;
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" }),
  });
}

/** Headers of a change of what had a version. */
export const changing = (version: number, key: string) => ({ "if-match": `"${version}"`, "idempotency-key": key });

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newIdempotencyKey } from "../api/client.ts";

/**
 * Something a person does to what is on this screen: sent once however often it is sent again, and everything is read anew
 * when it is through.
 * @param send given the key under which it is the same request
 */
export function useChange<Given = void>(send: (given: Given, key: string) => Promise<unknown>, done?: () => void) {
  const queries = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  return useMutation({
    mutationFn: (given: Given) => send(given, key),
    onSuccess: () => {
      setKey(newIdempotencyKey());
      done?.();
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" }),
  });
}

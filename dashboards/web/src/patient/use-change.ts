import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRequestKey } from "../ui/request-key.ts";

/**
 * Something a person does to what is on this screen: done once however often it is sent again, and everything is read anew
 * when it is through.
 * @param send given the key under which it is the same request
 */
export function useChange<Given = void>(send: (given: Given, key: string) => Promise<unknown>, done?: () => void) {
  const queries = useQueryClient();
  const request = useRequestKey();
  return useMutation({
    mutationFn: (given: Given) => send(given, request.keyFor(given ?? "")),
    onSuccess: () => {
      request.done();
      done?.();
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" }),
  });
}

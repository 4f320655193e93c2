import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { change, forgetOutbox, ownOf } from "../offline/outbox.ts";
import { forgetSnapshot } from "../offline/snapshot.ts";
import { api, rememberCsrf, type Schemas } from "./client.ts";
import { codeOf } from "./problem.ts";

export type Session = Schemas["Session"];

const key = ["session"];

async function currentSession(): Promise<Session | null> {
  try {
    const { data } = await api.GET("/api/v1/sessions/current");
    rememberCsrf(data?.csrf);
    return data ?? null;
  } catch (error) {
    if (codeOf(error) === "UNAUTHENTICATED") return null;
    throw error;
  }
}

/** Who is signed in, as a query: `null` when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: key,
  queryFn: currentSession,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** Who is signed in: `null` when nobody is, `undefined` while that isn't known. */
export const useSession = () => useQuery(sessionQuery);

/**
 * Asks again who is signed in, where it isn't known since nothing answered. What is on the screen stays until something
 * does: asking the query itself anew would empty it.
 */
export function useSessionAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    try {
      queries.setQueryData(key, await currentSession());
    } catch (error) {
      if (codeOf(error) !== "OFFLINE") await queries.invalidateQueries({ queryKey: key });
    }
  }, [queries]);
}

/** Forgets everything that was read, but for who is signed in, which is on the screen and set anew. */
const removeRead = (queries: QueryClient): void =>
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });

/** Signing in and out. What one person has read is forgotten before the next one sees anything. */
export function useSigning() {
  const queries = useQueryClient();
  const signIn = useCallback(
    async (username: string, password: string): Promise<void> => {
      const { data } = await api.POST("/api/v1/sessions", { body: { username, password, kind: "cookie" } });
      removeRead(queries);
      rememberCsrf(data?.csrf);
      // What somebody else left unsent here is not this person's to send.
      if (data) await change((before) => ownOf(before, data.staff.id));
      queries.setQueryData(key, data ?? null);
    },
    [queries],
  );
  const forget = useCallback((): void => {
    rememberCsrf(undefined);
    removeRead(queries);
    queries.setQueryData(key, null);
  }, [queries]);
  const signOut = useCallback(async (): Promise<void> => {
    // Gone from here first, also where the server can't be told.
    await Promise.all([forgetSnapshot(), forgetOutbox()]);
    await api.DELETE("/api/v1/sessions/current");
    forget();
  }, [forget]);
  return { signIn, signOut, forget };
}

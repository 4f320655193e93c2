import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
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
    await api.DELETE("/api/v1/sessions/current");
    forget();
  }, [forget]);
  return { signIn, signOut, forget };
}

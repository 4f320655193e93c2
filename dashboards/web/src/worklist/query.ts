import type { QueryClient } from "@tanstack/react-query";
import { query } from "../api/client.ts";
import { sessionQuery } from "../api/session.tsx";

/** Rows that are read at first, and at most. */
export const FIRST = 60;
export const EVERYTHING = 500;

/** Where this browser keeps which team the list is of; all of the reader's under "". */
export const TEAM_KEY = "hemvakt-team";

/** The worklist of one team or, with "", of all the reader's teams. */
export const worklistQuery = (team: string, limit: number) =>
  query.queryOptions(
    "get",
    "/api/v1/worklist",
    { params: { query: team === "" ? { limit } : { limit, team } } },
    // What was asked for while the page itself was still being drawn is not asked for again.
    { staleTime: 5000 },
  );

/**
 * Asks who is signed in and, where the worklist is what will be shown, for the worklist, before anything is drawn: the
 * answers come while the page is still being put together.
 */
export async function askEarly(queries: QueryClient, path: string): Promise<void> {
  const session = await queries.fetchQuery(sessionQuery).catch(() => null);
  if (session === null || session.staff.role === "admin" || (path !== "/" && path !== "/worklist")) return;
  const team = rememberedTeam();
  await queries.prefetchQuery(worklistQuery(session.staff.teams.includes(team) ? team : "", FIRST));
}

/** The team as Mantine's `useLocalStorage` keeps it: JSON. */
function rememberedTeam(): string {
  try {
    return String(JSON.parse(localStorage.getItem(TEAM_KEY) ?? '""'));
  } catch {
    return "";
  }
}

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useSigning } from "../api/session.tsx";
import { type Connection, followEvents } from "./connection.ts";

const LiveContext = createContext<Connection>({ state: "connecting", since: undefined });

/** Many events in one moment, a ward's morning, are one reading of the lists. */
const GATHER = 400;
/** Sessions, teams and help texts don't change by what happens to patients. */
const steady = new Set(["session"]);

/** Follows what happens and has every list and patient that is shown read again when something did. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { forget } = useSigning();
  const [connection, setConnection] = useState<Connection>({ state: "connecting", since: undefined });

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const readAgain = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void queries.invalidateQueries({ predicate: ({ queryKey }) => !steady.has(String(queryKey[0])) });
      }, GATHER);
    };
    // The instant it was last alive changes with every heartbeat, and is shown only once it no longer does.
    const tell = (next: Connection): void =>
      setConnection((before) => (next.state === "live" && before.state === "live" ? before : next));
    const close = followEvents({ onEvent: readAgain, onConnection: tell, onSignedOut: forget });
    return () => {
      clearTimeout(waiting);
      close();
    };
  }, [queries, forget]);

  return <LiveContext value={connection}>{children}</LiveContext>;
}

/** How the line to the server is. */
export const useConnection = (): Connection => useContext(LiveContext);

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { clock } from "../clock.ts";
import { useConnection } from "../live/live.tsx";
import { aged, change, outbox, ownOf, type Unsent } from "./outbox.ts";
import { sendAll } from "./send.ts";

const key = "outbox";
const none: readonly Unsent[] = [];

/** What this person has made without a network and the server has not answered, or refused. */
export function useOutbox(staff: string): readonly Unsent[] {
  const { data } = useQuery({
    queryKey: [key, staff],
    queryFn: async () => {
      if (clock.isTold()) await change((before) => aged(before, clock.now()));
      return ownOf(await outbox(), staff);
    },
  });
  return data ?? none;
}

/** Changes the outbox and shows it as it is then. */
export function useOutboxChange(): (how: (before: readonly Unsent[]) => Unsent[]) => Promise<void> {
  const queries = useQueryClient();
  return async (how) => {
    await change(how);
    await queries.invalidateQueries({ queryKey: [key] });
  };
}

/** What is left is tried again so often, in milliseconds: a line may be up and still have lost one answer. */
const AGAIN = 15_000;

/** Sends what is unsent as soon as there is a line to the server. */
export function useSending(staff: string): void {
  const queries = useQueryClient();
  const { state } = useConnection();
  const waiting = useOutbox(staff).some(({ refusal }) => refusal === undefined);
  useEffect(() => {
    if (state !== "live" || !waiting) return;
    const send = async (): Promise<void> => {
      if (await sendAll(staff)) {
        await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
      }
    };
    const again = () => void send();
    again();
    const timer = setInterval(again, AGAIN);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [state, waiting, staff, queries]);
}

import { useEffect, useRef } from "react";
import type { Schemas } from "../api/client.ts";
import type { Session } from "../api/session.tsx";
import { clock } from "../clock.ts";
import { keep } from "./snapshot.ts";

/** The list is kept so often at most, in milliseconds: writing it each time something happens would cost a phone's battery. */
const OFTEN = 5000;
/** So many rows are kept: the worst, as they are read at first. */
const ROWS = 60;

/**
 * Keeps the worklist for when there is no network, a moment after it was read.
 * @param received when it was, by the machine's clock
 */
export function useKeeping(
  list: Schemas["Worklist"] | undefined,
  received: number,
  session: Session | null | undefined,
): void {
  const last = useRef(0);
  useEffect(() => {
    if (list === undefined || !session) return;
    const { staff, expiresAt } = session;
    const wait = Math.max(0, last.current + OFTEN - clock.machine());
    const timer = setTimeout(() => {
      last.current = clock.machine();
      const worst = { ...list, items: list.items.slice(0, ROWS) };
      // A browser that can't keep anything shows everything all the same while there is a network.
      keep({ staff, expiresAt, list: worst, keptAt: clock.now(), received }).catch(() => undefined);
    }, wait);
    return () => clearTimeout(timer);
  }, [list, received, session]);
}

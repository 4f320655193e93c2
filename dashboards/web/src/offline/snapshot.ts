import { del, get, set } from "idb-keyval";
import type { Schemas } from "../api/client.ts";
import type { Session } from "../api/session.tsx";
import { clock } from "../clock.ts";
import { KEPT, store } from "./store.ts";

const KEY = "worklist";

/** The last worklist that was read, and for whom. */
export type Snapshot = {
  readonly staff: Session["staff"];
  /** When the session would have ended; nothing is shown after that. */
  readonly expiresAt: string;
  readonly list: Schemas["Worklist"];
  /** When it was kept, by the server's clock, in milliseconds since the epoch. */
  readonly keptAt: number;
  /** When the list was received, by the machine's clock: what the machine is wrong by follows from it. */
  readonly received: number;
};

/** Whether a kept list may still be shown. @param now milliseconds since the epoch */
export const isUsable = ({ keptAt, expiresAt }: Pick<Snapshot, "keptAt" | "expiresAt">, now: number): boolean =>
  keptAt <= now && now - keptAt < KEPT && now < Date.parse(expiresAt);

/** Keeps a list in place of the one before. */
export const keep = (snapshot: Snapshot): Promise<void> => set(KEY, snapshot, store);

/** The kept list; `undefined`, and gone for good, when it is too old. Sets the clock by it. */
export async function kept(): Promise<Snapshot | undefined> {
  const found = await get<Snapshot>(KEY, store);
  if (found === undefined) return undefined;
  clock.follow(found.list.at, found.received);
  if (isUsable(found, clock.now())) return found;
  await forgetSnapshot();
  return undefined;
}

/** Throws the list away: somebody signed out, or may no longer read it. */
export const forgetSnapshot = (): Promise<void> => del(KEY, store);

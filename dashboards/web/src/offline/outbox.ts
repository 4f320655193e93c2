import { del, get, update } from "idb-keyval";
import type { Schemas } from "../api/client.ts";
import { KEPT, store } from "./store.ts";

const KEY = "outbox";

/** An acknowledgement that was made without a network, and what has become of it. */
export type Unsent = {
  /** Its idempotency key: sent twice it is the same. */
  readonly key: string;
  /** Who made it; nobody else sends it. */
  readonly staff: string;
  readonly alert: string;
  /** The alert as it was seen: if somebody has changed it since, this is refused rather than done to something else. */
  readonly version: number;
  /** Whom it is about, in words, for the line that says it isn't sent. */
  readonly subject: string;
  readonly promise: { readonly text: string; readonly due: string };
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** Why it was not done, once the server has said so; it stays until its maker has read that. */
  readonly refusal?: Refusal;
};

/** `happened`: what somebody else did meanwhile, in both languages, where the server says it. */
export type Refusal = { readonly code: string; readonly happened?: Schemas["Sentence"] | undefined };

/** What the server says of a promise for an instant that has passed: nobody promises what can't be kept. */
export const TOO_LATE = "PROMISE_PAST";

/** The one that is sent next: the oldest of this person's that nobody has answered. */
export const nextOf = (outbox: readonly Unsent[], staff: string): Unsent | undefined =>
  outbox.find((one) => one.staff === staff && one.refusal === undefined);

/** With one more at the end. The same key again changes nothing, and an alert has one at most that isn't answered. */
export const withOne = (outbox: readonly Unsent[], one: Unsent): Unsent[] => [
  ...outbox.filter(({ key, alert, refusal }) => key !== one.key && (alert !== one.alert || refusal !== undefined)),
  one,
];

/** Without one: it was answered, taken back, or its refusal has been read. */
export const without = (outbox: readonly Unsent[], key: string): Unsent[] => outbox.filter((one) => one.key !== key);

/** With what became of one. */
export const refused = (outbox: readonly Unsent[], key: string, refusal: Refusal): Unsent[] =>
  outbox.map((one) => (one.key === key ? { ...one, refusal } : one));

/**
 * With the words about somebody gone from what is older than anything is kept; that it was never sent stays, until its maker
 * has read it. @param now milliseconds since the epoch
 */
export const aged = (outbox: readonly Unsent[], now: number): Unsent[] =>
  outbox.map((one) =>
    now - one.madeAt < KEPT
      ? one
      : { ...one, subject: "", promise: { ...one.promise, text: "" }, refusal: one.refusal ?? { code: TOO_LATE } },
  );

/** What is this person's. */
export const ownOf = (outbox: readonly Unsent[], staff: string): Unsent[] =>
  outbox.filter((one) => one.staff === staff);

/** What this browser keeps, the oldest first. */
export const outbox = async (): Promise<readonly Unsent[]> => (await get<Unsent[]>(KEY, store)) ?? [];

/** Changes what is kept, in one step also with several tabs open. */
export const change = (how: (before: readonly Unsent[]) => Unsent[]): Promise<void> =>
  update<Unsent[]>(KEY, (before) => how(before ?? []), store);

/** Throws everything away, sent or not. */
export const forgetOutbox = (): Promise<void> => del(KEY, store);

import type { Schemas } from "../api/client.ts";

export type Row = Schemas["WorklistRow"];

/** What of the list is shown. */
export const filters = ["all", "mine", "open", "promises", "technical"] as const;
export type Filter = (typeof filters)[number];

/** A promise that runs out within so long is due. */
const SOON = 3_600_000;

/** Whether a row belongs to a filter. @param me the reader's staff id; @param now milliseconds since the epoch */
export function belongs({ alert }: Row, filter: Filter, me: string, now: number): boolean {
  switch (filter) {
    case "all":
      return true;
    case "mine":
      return alert.acknowledged?.by.staff === me;
    case "open":
      return alert.state === "open";
    case "promises":
      return alert.acknowledged !== null && Date.parse(alert.acknowledged.promise.due) - now < SOON;
    case "technical":
      return alert.category === "technical";
  }
}

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Whether all words of what was typed begin a word of the row; marks above letters don't matter. */
export function matches({ alert, team }: Row, typed: string): boolean {
  const name = alert.patient?.name;
  const words = plain(`${name ? `${name.given} ${name.family}` : alert.subject.id} ${team.name}`).split(/[\s-]+/);
  return plain(typed)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** What stands on the screen: rows in the order they were shown in, and those that came since. */
export type Standing = {
  readonly rows: readonly Row[];
  readonly fresh: readonly Row[];
  readonly gone: ReadonlySet<string>;
};

/**
 * The newest rows in the places where they stand on the screen, so that nothing moves under a pointer: what is new waits in
 * `fresh`, what is gone keeps its place and its last words.
 * @param shown the rows as they stand; @param next the list as it is
 */
export function standing(shown: readonly Row[], next: readonly Row[]): Standing {
  const now = new Map(next.map((row) => [row.key, row]));
  const there = new Set(shown.map(({ key }) => key));
  return {
    rows: shown.map((row) => now.get(row.key) ?? row),
    fresh: next.filter(({ key }) => !there.has(key)),
    gone: new Set([...there].filter((key) => !now.has(key))),
  };
}

/** Rows that are red and nobody's now, and weren't on the list before: what a screen reader is to be told at once. */
export const newReds = (before: readonly Row[], next: readonly Row[]): Row[] => {
  const isRed = ({ alert }: Row): boolean =>
    alert.severity === "red" && alert.category === "clinical" && alert.state === "open";
  const known = new Set(before.filter(isRed).map(({ alert }) => alert.id));
  return next.filter((row) => isRed(row) && !known.has(row.alert.id));
};

import type { Schemas } from "../api/client.ts";

type Hole = Schemas["CoverageHole"];
/** Holes that differ only in when they are. */
export type Kind = { readonly key: string; readonly first: Hole; readonly holes: readonly Hole[] };

/** Puts together what is the same hole day after day, in the order in which they come first. */
export function kindsOf(holes: readonly Hole[]): Kind[] {
  const kinds = Map.groupBy(holes, ({ reason, team, patients, count, explanation }) =>
    JSON.stringify([reason, team, explanation, patients ?? count]),
  );
  return [...kinds].flatMap(([key, alike]) => (alike[0] ? [{ key, first: alike[0], holes: alike }] : []));
}

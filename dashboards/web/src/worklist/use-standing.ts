import { useEffect, useRef, useState } from "react";
import { newReds, type Row, standing } from "./rows.ts";

/**
 * The list as it may stand on the screen. New rows wait until they are asked for; rows that are gone keep their place while
 * somebody points at the list or has the focus in it.
 * @param next the newest list; `undefined` while there is none
 * @param touched whether somebody is at the list now
 * @param scope what the list is of: with another one everything is shown at once
 */
export function useStanding(next: readonly Row[] | undefined, touched: boolean, scope: string) {
  const [shown, setShown] = useState<{ scope: string; rows: readonly Row[] }>();
  const settled = shown !== undefined && shown.scope === scope ? shown.rows : undefined;
  const { rows, fresh, gone } = standing(settled ?? next ?? [], next ?? []);

  // The first list, and the first after an empty one, is shown as it is. Later, when nobody is there to be confused, what is gone goes and the rest takes its
  // right order.
  if (next !== undefined && (settled === undefined || (settled.length === 0 && next.length > 0)))
    setShown({ scope, rows: next });
  else if (next !== undefined && settled !== undefined && !touched && gone.size > 0) {
    const there = new Set(settled.map(({ key }) => key));
    setShown({ scope, rows: next.filter(({ key }) => there.has(key)) });
  }

  return { rows, fresh, gone, showAll: () => next && setShown({ scope, rows: next }) };
}

/** Red alerts that have come since the list was first read, the newest reading's only. */
export function useNewReds(next: readonly Row[] | undefined, scope: string): readonly Row[] {
  const before = useRef<{ scope: string; rows: readonly Row[] }>(undefined);
  const [reds, setReds] = useState<readonly Row[]>([]);
  useEffect(() => {
    if (next === undefined) return;
    const known = before.current;
    if (known !== undefined && known.scope === scope) {
      const found = newReds(known.rows, next);
      if (found.length > 0) setReds(found);
    }
    before.current = { scope, rows: next };
  }, [next, scope]);
  return reds;
}

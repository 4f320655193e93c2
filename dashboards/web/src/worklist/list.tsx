import { memo, type Ref, startTransition, useDeferredValue, useEffect, useState } from "react";
import type { Unsent } from "../offline/outbox.ts";
import { WorklistRow } from "./row.tsx";
import type { Row } from "./rows.ts";
import styles from "./screen.module.css";

/** So many rows are drawn at once, more than a phone shows; the others come so many at a time, as there is time. */
const AT_ONCE = 6;

type Given = {
  readonly rows: readonly Row[];
  /** Milliseconds since the epoch; in steps, for each row is drawn anew when it moves on. */
  readonly now: number;
  readonly me: string;
  readonly gone: ReadonlySet<string>;
  readonly withTeam: boolean;
  readonly onTake: (row: Row) => void;
  /** What the reader has made without a network. */
  readonly unsent: readonly Unsent[];
  /** Somebody points at the list or has the focus in it, or no longer. */
  readonly onTouch?: (touched: boolean) => void;
  readonly list?: Ref<HTMLUListElement>;
};

/**
 * The rows themselves. However many they are, they are drawn in small steps between which the page answers its reader, and
 * only those that have changed.
 */
export const List = memo(function List(given: Given) {
  const { rows, now, me, gone, withTeam, unsent, onTake } = useDeferredValue(given);
  const [drawn, setDrawn] = useState(AT_ONCE);
  useEffect(() => {
    if (drawn < rows.length) startTransition(() => setDrawn(drawn + AT_ONCE));
  }, [drawn, rows.length]);
  const { list, onTouch } = given;
  return (
    <ul
      ref={list}
      className={styles["list"]}
      onPointerEnter={() => onTouch?.(true)}
      onPointerLeave={() => onTouch?.(false)}
      onFocus={() => onTouch?.(true)}
      onBlur={() => onTouch?.(false)}
    >
      {rows.slice(0, drawn).map((row) => (
        <WorklistRow
          key={row.key}
          row={row}
          now={now}
          me={me}
          gone={gone.has(row.key)}
          withTeam={withTeam}
          unsent={unsent.find(({ alert, refusal }) => alert === row.alert.id && refusal === undefined)}
          onTake={onTake}
        />
      ))}
    </ul>
  );
});

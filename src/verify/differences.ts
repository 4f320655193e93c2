import type { EvidenceRow } from "./evidence.ts";

/** One place at which what is stored and what was recomputed differ. */
export type Difference = {
  readonly table: EvidenceRow["table"] | "engine";
  readonly key: string;
  /** Where in the row: a column, and inside JSON the path to the value; absent where the whole row is there on one side only. */
  readonly at?: string;
  /** What stands there, as JSON; absent where there is nothing. */
  readonly recorded?: string;
  readonly recomputed?: string;
};

/** So many places of one row are named; a row that differs in more differs in all. */
const MOST = 20;

/** Everything in which two lists of rows differ, place by place, in the order of the recorded rows. */
export function differencesBetween(recorded: readonly EvidenceRow[], recomputed: readonly EvidenceRow[]): Difference[] {
  const name = ({ table, key }: EvidenceRow): string => `${table} ${key}`;
  const before = new Map(recorded.map((row) => [name(row), row]));
  const after = new Map(recomputed.map((row) => [name(row), row]));
  return [...new Map([...before, ...after]).values()].flatMap((row) => {
    const [a, b] = [before.get(name(row)), after.get(name(row))];
    const { table, key } = row;
    if (!b) return [{ table, key, recorded: JSON.stringify(a?.columns) }];
    if (!a) return [{ table, key, recomputed: JSON.stringify(b.columns) }];
    return placesBetween(a, b);
  });
}

/** The places of one row in which it differs. */
function placesBetween({ table, key, columns }: EvidenceRow, other: EvidenceRow): Difference[] {
  const found: Difference[] = [];
  for (const column of new Set([...Object.keys(columns), ...Object.keys(other.columns)])) {
    const [a, b] = [columns[column], other.columns[column]];
    // A column that came after the store was written, and that nothing stands in, is no difference.
    const isSame = (a ?? null) === (b ?? null);
    // Bytes decide; looking inside only says where.
    if (isSame) continue;
    const inside = jsonColumns.has(column) ? walk(column, readJson(a), readJson(b)) : [];
    found.push(...(inside.length > 0 ? inside : [place(column, a, b)]).map((one) => ({ table, key, ...one })));
  }
  return found.slice(0, MOST);
}

const jsonColumns: ReadonlySet<string> = new Set(["body", "data", "detail", "parts"]);

function readJson(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

type Place = Pick<Difference, "at" | "recorded" | "recomputed">;

const place = (at: string, recorded: unknown, recomputed: unknown): Place => ({
  at,
  ...(recorded === undefined ? {} : { recorded: JSON.stringify(recorded) }),
  ...(recomputed === undefined ? {} : { recomputed: JSON.stringify(recomputed) }),
});

function walk(at: string, a: unknown, b: unknown): Place[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return [place(at, a, b)];
  const [left, right] = [a, b] as Record<string, unknown>[];
  return [...new Set([...Object.keys(left!), ...Object.keys(right!)])].flatMap((name) =>
    walk(`${at}.${name}`, left![name], right![name]),
  );
}

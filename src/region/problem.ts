import { type Document, isCollection, isMap, isNode, isPair, isScalar, type LineCounter, type Node } from "yaml";
import { HemvaktError } from "../errors.ts";

/** Where in the file's data something stands. */
export type Path = readonly (string | number)[];

/** Something wrong with a region file, in words that hold no value of the file. */
export type Problem = {
  readonly code: "REGION_SYNTAX" | "REGION_FIELD" | "REGION_REFERENCE";
  readonly path: Path;
  readonly message: string;
  /** Offset in the text, where the path doesn't say. */
  readonly offset?: number;
};

/** One problem as it is told. Lines and columns count from 1. */
export type Located = {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly code: string;
  readonly message: string;
};

/** Problems beyond this many are counted in the text and listed in the data only. */
const SHOWN = 50;

/**
 * All problems as one failure. The worst code comes first: syntax, then fields, then references. `data.problems` holds
 * each with line, column, path, code and message.
 */
export function regionError(fileName: string, problems: readonly Located[]): HemvaktError {
  const order: Problem["code"][] = ["REGION_SYNTAX", "REGION_FIELD", "REGION_REFERENCE"];
  const code = order.find((one) => problems.some((problem) => problem.code === one)) ?? "REGION_FIELD";
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const lines = sorted
    .slice(0, SHOWN)
    .map(
      ({ line, column, path, message }) => `${fileName}:${line}:${column}: ${path === "" ? "" : `${path}: `}${message}`,
    );
  if (sorted.length > SHOWN) lines.push(`and ${sorted.length - SHOWN} more.`);
  return new HemvaktError(code, lines.join("\n"), { problems: sorted });
}

/** Finds a problem's place in the text. */
export function locate(document: Document, lines: LineCounter, { path, message, code, offset }: Problem): Located {
  const { line, col } = lines.linePos(offset ?? offsetOf(document, path));
  return { line, column: col, path: pathText(path), code, message };
}

/** `staff[2].role`, as an author would say it. */
const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`),
    "",
  );

/** The offset of what a path leads to, or of the nearest thing around it when it is missing. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    node = child(document, node, part);
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function child(document: Document, node: unknown, part: string | number): unknown {
  const resolved = resolveAlias(document, node);
  return isCollection(resolved) ? resolved.get(part, true) : undefined;
}

/** The offset of an unknown key of a map; the map's own when it can't be found. */
export function offsetOfKey(document: Document, path: Path, key: string): number {
  let node: unknown = document.contents;
  for (const part of path) node = child(document, node, part);
  const map = resolveAlias(document, node);
  if (!isMap(map)) return offsetOf(document, path);
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  return startOf(pair?.key) ?? offsetOf(document, path);
}

const resolveAlias = (document: Document, node: unknown): unknown =>
  isNode(node) && "resolve" in node && typeof node.resolve === "function"
    ? (node.resolve as (document: Document) => Node | undefined)(document)
    : node;

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

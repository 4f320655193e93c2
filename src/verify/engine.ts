import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Which engine decides: the sources, the packages and the time-zone data that a decision can follow from. Two platforms with the
 * same version decide the same of the same commands; with another version they may.
 */
export type Engine = {
  /** SHA-256 over the parts, hexadecimal. */
  readonly version: string;
  /** A SHA-256 for each part, by its name, so that it can be said what has changed. */
  readonly parts: Readonly<Record<string, string>>;
  /** The release of Hemvakt, and Node's version: for people; they decide nothing by themselves. */
  readonly release: string;
  readonly node: string;
};

/** As many digits as tell engines apart for people. */
export const shortVersion = ({ version }: Pick<Engine, "version">): string => version.slice(0, 12);

/** What decides begins here: the single writer. Everything that it imports, directly or not, is the engine. */
const ENTRY = "src/ledger/writer.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

let known: Engine | undefined;

/** The engine of this process. Read from its sources once; about two hundred small files. */
export function engine(): Engine {
  known ??= engineOf(sourcesOf(ENTRY), process.versions.tz ?? "none");
  return known;
}

/** Source files by their path below the project's folder, and the packages they import, by name. */
export type Sources = { readonly files: ReadonlyMap<string, string>; readonly packages: ReadonlyMap<string, string> };

/**
 * The engine that given sources make.
 * @param tz the version of the IANA time-zone data, for instance 2026a: local dates follow from it
 */
export function engineOf({ files, packages }: Sources, tz: string): Engine {
  const names = [...files.keys()].toSorted();
  const parts: Record<string, string> = {};
  for (const [part, paths] of [...Map.groupBy(names, partOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    parts[part] = digest(paths.map((path) => [path, files.get(path)!]));
  }
  parts["packages"] = digest([...packages].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  parts["time zones"] = digest([["tz", tz]]);
  const { version: release } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
  return { version: digest(Object.entries(parts)), parts, release, node: process.versions.node };
}

/** Lengths stand before texts: no two lists of sources run together to the same bytes. */
function digest(entries: readonly (readonly [string, string])[]): string {
  const hash = createHash("sha256");
  for (const text of entries.flat()) hash.update(`${Buffer.byteLength(text)}:`).update(text);
  return hash.digest("hex");
}

/** The folder that people know a source by: `devices`, `rules`, `alerts`, `store`. */
function partOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  if (first !== "src") return first;
  return second.endsWith(".ts") ? "src" : second;
}

/** An import or re-export that exists when the program runs: what is imported as a type is gone by then. */
const imported = /^(?:import|export)\s+(?!type\s)(?:[^;"']*?\sfrom\s+)?"([^"]+)"(?:;|\s+with\b)/gm;

/**
 * A source and everything it imports, directly or not.
 * @param entry its path below the project's folder
 */
export function sourcesOf(entry: string): Sources {
  const files = new Map<string, string>();
  const packages = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    const text = readFileSync(root + path, "utf8");
    files.set(path, text);
    const at = pathToFileURL(root + path);
    for (const [, name = ""] of text.matchAll(imported)) {
      if (name.startsWith(".")) waiting.push(fileURLToPath(new URL(name, at)).slice(root.length));
      else if (!name.startsWith("node:")) packages.set(name, packageVersion(name, at));
    }
  }
  return { files, packages };
}

function packageVersion(name: string, from: URL): string {
  const file = findPackageJSON(name, from);
  if (file === undefined) throw new TypeError(`no package.json of ${name}`);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

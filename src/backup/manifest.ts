import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { HemvaktError } from "../errors.ts";
import type { Database } from "../store/sqlite/database.ts";

/** The manifest's file inside a backup. Written last: a folder without it is no backup. */
export const manifestFile = (backup: string): string => join(backup, "manifest.json");

/** What of a data folder belongs into a backup; everything else there is made again. */
const always = ["hemvakt.db", "hub-secrets.key"] as const;
/**
 * There once readings have been passed on: without it the same people get other pseudonyms; there once commands have been
 * let go: without it the rest of the log can't be replayed.
 */
export const ifThere = ["influx-pseudonyms.key", "checkpoint.db"] as const;
type FileEntry = { readonly bytes: number; readonly sha256: string };

const whole = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.strictObject({ bytes: whole, sha256 });

const content = z.strictObject({
  format: z.literal("hemvakt-backup/1"),
  createdAt: z.iso.datetime(),
  hemvakt: z.string().min(1),
  schema: whole,
  lastCommand: whole,
  counts: z.strictObject({ commands: whole, readings: whole, alerts: whole, events: whole }),
  files: z.strictObject({
    ...(Object.fromEntries(always.map((name) => [name, file])) as Record<(typeof always)[number], typeof file>),
    ...(Object.fromEntries(ifThere.map((name) => [name, file.optional()])) as Record<
      (typeof ifThere)[number],
      z.ZodOptional<typeof file>
    >),
  }),
});

/**
 * What a backup says of itself: when the copied state was current, which Hemvakt and schema version wrote it, the number
 * of the last command in it, how many rows it has, and size and SHA-256 of each file.
 */
export type Manifest = z.infer<typeof content>;

/** The files of a backup, with what the manifest says of each. */
export const filesIn = ({ files }: Manifest): [name: string, entry: FileEntry][] =>
  Object.entries(files).filter((entry): entry is [string, FileEntry] => entry[1] !== undefined);

/** How much a store holds, as the manifest has it. */
export function tally(db: Database): Pick<Manifest, "schema" | "lastCommand" | "counts"> {
  const number = (sql: string): number => db.get<{ n: number | null }>(sql)?.n ?? 0;
  const rows = (table: string): number => number(`SELECT count(*) AS n FROM ${table}`);
  return {
    schema: db.get<{ user_version: number }>("PRAGMA user_version")?.user_version ?? 0,
    lastCommand: number("SELECT max(seq) AS n FROM command"),
    counts: { commands: rows("command"), readings: rows("reading"), alerts: rows("alert"), events: rows("event") },
  };
}

/** The manifest as its file has it, ending with a digest over everything before. */
export function writeManifest(manifest: Manifest): string {
  const digest = createHash("sha256").update(JSON.stringify(manifest)).digest("hex");
  return `${JSON.stringify({ ...manifest, digest }, null, 2)}\n`;
}

/**
 * A manifest from its file's bytes. Any byte that differs from what was written is found, in its digest too: what was
 * read is written again and compared.
 * @throws HemvaktError `BACKUP_INVALID`
 */
export function parseManifest(bytes: Uint8Array): Manifest {
  const altered = new HemvaktError("BACKUP_INVALID", "manifest.json: not as it was written.");
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw altered;
  }
  const { digest: _digest, ...rest } = (parsed ?? {}) as Record<string, unknown>;
  const manifest = content.safeParse(rest);
  if (!manifest.success || Buffer.compare(Buffer.from(writeManifest(manifest.data)), bytes) !== 0) throw altered;
  return manifest.data;
}

/** The manifest of a backup. @throws HemvaktError `BACKUP_INVALID` when there is none, or it was altered */
export function readManifest(backup: string): Manifest {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(manifestFile(backup));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new HemvaktError("BACKUP_INVALID", `manifest.json can't be read in ${backup} (${code ?? "unreadable"}).`);
  }
  return parseManifest(bytes);
}

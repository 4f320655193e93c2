import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { alterByte, openSource, type Source } from "../../test/helpers/backup.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { claimFolder } from "../store/sqlite/open.ts";
import { schemaVersion } from "../store/sqlite/schema.ts";
import { createBackup } from "./backup.ts";
import { digestFile } from "./files.ts";
import { type Manifest, manifestFile, readManifest, writeManifest } from "./manifest.ts";
import { verifyBackup } from "./verify.ts";

let source: Source;
beforeEach(async () => {
  source = await openSource();
});
afterEach(() => source.close());

const coded = (code: string, detail?: string | RegExp) =>
  expect.objectContaining({
    code,
    ...(detail === undefined ? {} : { detail: typeof detail === "string" ? detail : expect.stringMatching(detail) }),
  });

/** Changes the store inside a backup and writes the manifest to match, as somebody would who wants to deceive. */
async function forge(backup: string, sql: string, change: Partial<Manifest> = {}): Promise<void> {
  const file = join(backup, "hemvakt.db");
  const db = openDatabase(file);
  db.exec(`PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = OFF; ${sql}`);
  db.close();
  const manifest = readManifest(backup);
  const files = { ...manifest.files, "hemvakt.db": await digestFile(file) };
  writeFileSync(manifestFile(backup), writeManifest({ ...manifest, ...change, files }));
}

describe("a backup", () => {
  it("holds store, key and manifest, for the owner alone, beside a ledger in use whose folder is claimed", async () => {
    const release = claimFolder(source.home.folder);
    const manifest = await source.backup("b");
    release();
    expect(readdirSync(source.shelf)).toEqual(["b"]);
    expect(readdirSync(source.at("b")).sort()).toEqual(["hemvakt.db", "hub-secrets.key", "manifest.json"]);
    expect(statSync(source.at("b")).mode & 0o777).toBe(0o700);
    expect(statSync(source.at("b/hub-secrets.key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(source.at("b/hub-secrets.key"))).toEqual(
      readFileSync(join(source.home.folder, "hub-secrets.key")),
    );
    expect(manifest).toMatchObject({
      createdAt: "2026-11-22T13:00:00.000Z",
      schema: schemaVersion,
      lastCommand: 2,
      counts: { commands: 2, readings: 1, alerts: 1, events: source.home.count("event") },
    });
    expect(await verifyBackup(source.at("b"))).toEqual(manifest);
    // Proving it leaves no trace in it.
    expect(readdirSync(source.at("b"))).toHaveLength(3);
  });

  it("replaces nothing, and is not written where a disk is not mounted", async () => {
    mkdirSync(source.at("taken"));
    await expect(source.backup("taken")).rejects.toThrowError(coded("BACKUP_EXISTS"));
    await expect(source.backup("not-mounted/b")).rejects.toThrowError(coded("CONFIG_INVALID"));
    expect(readdirSync(source.shelf)).toEqual(["taken"]);
  });

  it("of two under one name is one of them, whole", async () => {
    const ends = await Promise.allSettled([source.backup("b"), source.backup("b")]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "BACKUP_EXISTS" } });
    expect(readdirSync(source.shelf)).toEqual(["b"]);
    await verifyBackup(source.at("b"));
  });

  it("is refused where there is no store or no key", async () => {
    const { clock, folder } = source.home;
    const target = source.at("b");
    const of = (from: string) => createBackup({ folder: from, target, version: "0.1.0", clock });
    await expect(of(source.shelf)).rejects.toThrowError(coded("CONFIG_INVALID", /no store/));
    rmSync(join(folder, "hub-secrets.key"));
    await expect(of(folder)).rejects.toThrowError(coded("CONFIG_INVALID", /hub-secrets\.key/));
  });
});

describe("proving a backup", () => {
  beforeEach(() => source.backup("b"));
  const proof = () => verifyBackup(source.at("b"));

  it.each(["hemvakt.db", "hub-secrets.key"])("finds one altered byte in %s", async (name) => {
    alterByte(source.at(`b/${name}`));
    await expect(proof()).rejects.toThrowError(
      coded("BACKUP_INVALID", `${name}: altered since it was written (SHA-256).`),
    );
  });

  it("finds one altered byte in the manifest", async () => {
    alterByte(manifestFile(source.at("b")));
    await expect(proof()).rejects.toThrowError(coded("BACKUP_INVALID", /^manifest\.json/));
  });

  it("finds what is missing and what was cut off, all of it at once", async () => {
    truncateSync(source.at("b/hemvakt.db"), 8192);
    rmSync(source.at("b/hub-secrets.key"));
    await expect(proof()).rejects.toThrowError(
      coded("BACKUP_INVALID", /^hemvakt\.db: 8192 bytes instead of \d+\.\nhub-secrets\.key: missing\.$/),
    );
  });

  it("takes no half backup for one: the manifest comes last", async () => {
    rmSync(manifestFile(source.at("b")));
    await expect(proof()).rejects.toThrowError(coded("BACKUP_INVALID", /manifest\.json can't be read/));
    await expect(verifyBackup(source.at("nowhere"))).rejects.toThrowError(coded("BACKUP_INVALID"));
  });

  it("finds an alert that the log doesn't give, though all digests agree", async () => {
    await forge(source.at("b"), "UPDATE alert SET severity = 'yellow'");
    await expect(proof()).rejects.toThrowError(coded("BACKUP_INVALID", /^alert a\S+: differs from the replay\.$/));
  });

  it("finds a row that refers to nobody", async () => {
    await forge(source.at("b"), "DELETE FROM patient WHERE id = 'greta'");
    await expect(proof()).rejects.toThrowError(coded("BACKUP_INVALID", /refers to no patient/));
  });

  it("finds another number of rows than was counted", async () => {
    const counts = { commands: 2, readings: 2, alerts: 1, events: source.home.count("event") };
    await forge(source.at("b"), "", { counts });
    await expect(proof()).rejects.toThrowError(coded("BACKUP_INVALID", "readings: 1 in the store, 2 in the manifest."));
  });

  it("finds damaged pages, though all digests agree", async () => {
    const file = source.at("b/hemvakt.db");
    for (let at = 4096; at < statSync(file).size; at += 4096) alterByte(file, at);
    const manifest = readManifest(source.at("b"));
    const files = { ...manifest.files, "hemvakt.db": await digestFile(file) };
    writeFileSync(manifestFile(source.at("b")), writeManifest({ ...manifest, files }));
    await expect(proof()).rejects.toThrowError(coded("BACKUP_INVALID", /^hemvakt\.db: /));
  });

  it("says when it is the place for temporary files that fails, and not the backup", async () => {
    vi.stubEnv("TMPDIR", source.at("nowhere"));
    await expect(proof()).rejects.toThrowError(coded("COPY_FAILED", "ENOENT."));
    vi.unstubAllEnvs();
    await proof();
  });

  it("says that a newer Hemvakt wrote it", async () => {
    const newer = schemaVersion + 1;
    await forge(source.at("b"), `PRAGMA user_version = ${newer}`, { schema: newer });
    await expect(proof()).rejects.toThrowError(coded("DATA_TOO_NEW"));
  });
});

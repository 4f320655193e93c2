import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { createBackup } from "../../src/backup/backup.ts";
import { openHome } from "./home.ts";

/** The small region with its key, one alert open, and a folder beside for backups and restored copies. */
export async function openSource() {
  const home = await openHome();
  loadOrCreateKey(home.folder);
  await home.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 84, pulse: 90, unit: "%" }]);
  const shelf = mkdtempSync(join(tmpdir(), "hemvakt-shelf-"));
  return {
    home,
    shelf,
    at: (name: string): string => join(shelf, name),
    backup: (name: string) =>
      createBackup({ folder: home.folder, target: join(shelf, name), version: "0.1.0", clock: home.clock }),
    async close() {
      await home.close();
      rmSync(shelf, { recursive: true, force: true });
    },
  };
}
export type Source = Awaited<ReturnType<typeof openSource>>;

/** Alters one byte of a file, in its middle unless told. */
export function alterByte(file: string, at?: number): void {
  const bytes = readFileSync(file);
  const index = at ?? Math.floor(bytes.length / 2);
  bytes[index] = bytes[index]! ^ 1;
  writeFileSync(file, bytes);
}

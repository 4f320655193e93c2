import { createHmac } from "node:crypto";
import { checkStrength, hashHubSecret } from "../auth/hub-secret.ts";
import { hashPassword } from "../auth/passwords.ts";
import type { Database } from "../store/sqlite/database.ts";
import { prepareRegion } from "./prepare.ts";
import { readRegionFile } from "./read.ts";
import type { ReferenceKind } from "./references.ts";
import type { Declared, Region } from "./region.ts";

/** What a region file is loaded for. */
export type LoadOptions = {
  /** Relative instants count from here; milliseconds since the epoch. */
  readonly now: number;
  /** The installation's key for hub secrets, 32 bytes. */
  readonly key: Uint8Array;
  /** The store that the file may refer to; absent when there is none yet. */
  readonly db?: Database;
};

/**
 * A region file as text, checked and ready for the ledger's `region-import`.
 * @throws HemvaktError `REGION_SYNTAX`, `REGION_FIELD` or `REGION_REFERENCE`, with all that is wrong
 */
export function loadRegion(text: string, fileName: string, { now, key, db }: LoadOptions): Promise<Region> {
  const known = (kind: ReferenceKind, id: string): boolean =>
    db?.get(`SELECT 1 FROM ${kind} WHERE id = ?`, id) !== undefined;
  const file = readRegionFile(text, fileName, { now, known, checkStrength });
  return prepareRegion(file, {
    now,
    hashPassword,
    hashHubSecret: (secret) => hashHubSecret(key, secret),
    // Another use of the same key, told apart by what comes first: no hub secret holds a NUL.
    fingerprint: (secret) => createHmac("sha256", key).update("region\0").update(secret).digest("hex"),
  });
}

export type RegionCounts = Readonly<
  Record<string, { readonly added: number; readonly changed: number; readonly unchanged: number }>
>;

/** How a store remembers what was declared: one id per list and entry. */
const idOf: { readonly [K in keyof Region]: (entry: Region[K][number]) => string } = {
  teams: ({ id }) => id,
  staff: ({ id }) => id,
  patients: ({ id }) => id,
  plans: ({ patient, version }) => `${patient}/${version}`,
  hubs: ({ id }) => id,
  devices: ({ id }) => id,
  assignments: ({ device, user, patient }) => `${device}/${user ?? "*"}/${patient}`,
  rota: ({ key }) => key,
  responsibilities: ({ patient, kind, team }) => `${patient}/${kind}/${team}`,
};

/** What importing a region would add, change and leave, by list. Reads only, so it may run beside the platform. */
export function compareRegion(region: Region, db: Database | undefined): RegionCounts {
  const compare = <K extends keyof Region>(section: K): [K, RegionCounts[string]] => {
    const count = { added: 0, changed: 0, unchanged: 0 };
    for (const entry of region[section] as readonly (Region[K][number] & Declared<unknown>)[]) {
      const before = db?.get<{ digest: string }>(
        "SELECT digest FROM declaration WHERE kind = ? AND id = ?",
        section,
        idOf[section](entry),
      );
      count[before === undefined ? "added" : before.digest === entry.digest ? "unchanged" : "changed"] += 1;
    }
    return [section, count];
  };
  return Object.fromEntries((Object.keys(idOf) as (keyof Region)[]).map(compare));
}

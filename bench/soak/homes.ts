import { mkdirSync } from "node:fs";
import { type Home, makeHomes, regionOf } from "../../simulators/index.ts";
import { hashHubSecret } from "../../src/auth/hub-secret.ts";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { prepareRegion } from "../../src/region/prepare.ts";
import { regionSchema } from "../../src/region/region.ts";
import type { SoakPlan } from "./plan.ts";

/**
 * The homes of a soak. Devices that send their memory again do not: what they bring from before the beginning would be
 * new to the platform, and the book could no longer say exactly how many readings there must be. Lost networks, shared
 * devices, visitors, repeated and damaged messages are as usual.
 */
export const homesOf = ({ hubs, seed }: SoakPlan): Home[] =>
  makeHomes({ seed, count: hubs, teams: 40, disturbances: { memory: 0 } });

/**
 * A data folder that knows the homes, declared at an instant (milliseconds since the epoch). Nobody signs in: the
 * passwords' hashes are no hashes.
 */
export async function prepareFolder(folder: string, homes: readonly Home[], at: number, zone: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = loadOrCreateKey(folder);
  const region = await prepareRegion(regionSchema.parse(regionOf(homes, { days: 7, zone })), {
    now: at,
    hashPassword: () => Promise.resolve("-"),
    hashHubSecret: (secret) => hashHubSecret(key, secret),
    fingerprint: (text) => hashHubSecret(key, text),
  });
  const ledger = await openLedger({ folder, clock: { now: () => at }, mode: "inline" });
  await ledger.submit({ kind: "region-import", actor: "platform", region });
  await ledger.stop();
}

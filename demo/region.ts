import { readFileSync } from "node:fs";
import type { App } from "../src/app.ts";
import { loadOrCreateKey } from "../src/auth/key-file.ts";
import { loadRegion } from "../src/region/load.ts";
import { readRegionFile } from "../src/region/read.ts";
import type { RegionFile } from "../src/region/region.ts";

const name = "demo/region.yaml";
const text = (): string => readFileSync(new URL("region.yaml", import.meta.url), "utf8");

/**
 * The demo's region file. `now` in milliseconds since the epoch.
 * @throws HemvaktError `REGION_SYNTAX`, `REGION_FIELD` or `REGION_REFERENCE` when somebody has broken it
 */
export const readDemoRegion = (now: number): RegionFile => readRegionFile(text(), name, { now });

/** Brings the region into a running platform, as `hemvakt import` would into a stopped one. Again changes nothing. */
export async function importDemoRegion(app: App, data: string, now: number): Promise<void> {
  const region = await loadRegion(text(), name, { now, key: loadOrCreateKey(data) });
  await app.ledger.submit({ kind: "region-import", region, actor: "platform" });
}

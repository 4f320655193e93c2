// Writes the web app's types of the API, from what the server says of itself: node scripts/generate-api-types.ts
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { startApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";

/** Where the types are kept. */
export const typesFile = fileURLToPath(new URL("../dashboards/web/src/api/schema.d.ts", import.meta.url));

const heading = `/* Made by scripts/generate-api-types.ts from the API's own description. Not edited by hand. */\n\n`;

/** The types that follow from what a server started here and now describes. @throws Error when the generator fails */
export async function renderApiTypes(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-types-"));
  const config = readConfig({ HEMVAKT_DATA: folder, HEMVAKT_MQTT_PORT: "0", HEMVAKT_HTTP_PORT: "0" });
  const app = await startApp(config, { log: pino({ level: "silent" }) });
  try {
    const answer = await fetch(`http://127.0.0.1:${app.ports.http}/api/v1/openapi.json`);
    const generator = fileURLToPath(new URL("../tools/openapi/generate.mjs", import.meta.url));
    const made = spawnSync(process.execPath, [generator], { input: await answer.text(), encoding: "utf8" });
    if (made.status !== 0) throw new Error(made.stderr);
    return heading + made.stdout;
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) writeFileSync(typesFile, await renderApiTypes());

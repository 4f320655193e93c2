// Writes docs/devices.md and docs/devices/ from the device catalogue: node scripts/generate-device-docs.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { renderConnectPage } from "../devices/connect-page.ts";
import { renderDeviceDocs } from "../devices/docs.ts";
import { deviceModels } from "../devices/index.ts";

const docs = new URL("../docs/", import.meta.url);
mkdirSync(new URL("devices/", docs), { recursive: true });
writeFileSync(new URL("devices.md", docs), renderDeviceDocs());
for (const model of deviceModels) writeFileSync(new URL(`devices/${model.id}.md`, docs), renderConnectPage(model));

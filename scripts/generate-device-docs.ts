// Writes docs/devices.md from the device catalogue: node scripts/generate-device-docs.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { renderDeviceDocs } from "../devices/docs.ts";

const docs = new URL("../docs/", import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL("devices.md", docs), renderDeviceDocs());

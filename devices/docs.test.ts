import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderDeviceDocs } from "./docs.ts";

test("docs/devices.md is what the catalogue says: run node scripts/generate-device-docs.ts", () => {
  expect(readFileSync(new URL("../docs/devices.md", import.meta.url), "utf8")).toBe(renderDeviceDocs());
});

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderConnectPage } from "./connect-page.ts";
import { renderDeviceDocs } from "./docs.ts";
import { deviceModels } from "./index.ts";

const docs = new URL("../docs/", import.meta.url);

test("docs/devices.md is what the catalogue says: run node scripts/generate-device-docs.ts", () => {
  expect(readFileSync(new URL("devices.md", docs), "utf8")).toBe(renderDeviceDocs());
});

test.each(deviceModels)("docs/devices/$id.md is what the catalogue says", (model) => {
  expect(readFileSync(new URL(`devices/${model.id}.md`, docs), "utf8")).toBe(renderConnectPage(model));
});

test("no page is left of a model that is gone", () => {
  expect(readdirSync(new URL("devices/", docs)).toSorted()).toEqual(
    deviceModels.map(({ id }) => `${id}.md`).toSorted(),
  );
});

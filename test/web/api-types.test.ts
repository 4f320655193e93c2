import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderApiTypes, typesFile } from "../../scripts/generate-api-types.ts";

test("the web app's types of the API are what the server describes now", async () => {
  const made = await renderApiTypes();
  expect(made).toContain('"/api/v1/sessions"');
  // Otherwise: node scripts/generate-api-types.ts
  expect(readFileSync(typesFile, "utf8")).toBe(made);
});

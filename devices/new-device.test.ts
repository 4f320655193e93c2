import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(`${tmpdir()}/hemvakt-new-device-`);
  cpSync(`${project}/devices`, `${copy}/devices`, { recursive: true });
  for (const shared of ["src", "node_modules", "package.json"])
    symlinkSync(`${project}/${shared}`, `${copy}/${shared}`);
});
afterAll(() => rmSync(copy, { recursive: true }));

const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
const scaffold = (type: string, id: string) => run(`${project}/scripts/new-device.ts`, type, id, copy);

test("a scaffolded device is in the catalogue, and the conformance test names what it lacks", () => {
  expect(scaffold("scale", "acme-scale-2")).toMatchObject({ status: 0, stderr: "" });
  const found = run(
    "--input-type=module",
    "-e",
    `import { deviceModel } from "${copy}/devices/index.ts"; console.log(deviceModel("acme-scale-2").type);`,
  );
  expect(found).toMatchObject({ status: 0, stdout: "scale\n" });

  const conformance = run(`${project}/node_modules/vitest/vitest.mjs`, "run", "devices/catalogue.test.ts");
  expect(conformance.status).toBe(1);
  expect(conformance.stdout + conformance.stderr).toMatch(/FAIL.*acme-scale-2.*has a source/);
  expect(conformance.stdout + conformance.stderr).toMatch(/FAIL.*acme-scale-2.*has examples/);
});

test("a type or id that is none, and a device that is there, change nothing", () => {
  const index = () => readFileSync(`${copy}/devices/index.ts`, "utf8");
  const before = index();
  expect(scaffold("toaster", "acme")).toMatchObject({ status: 1 });
  expect(scaffold("scale", "../acme")).toMatchObject({ status: 1 });
  expect(scaffold("scale", "generic-weight")).toMatchObject({ status: 1 });
  expect(index()).toBe(before);
});

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const MINUTE = 60_000;
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(`${tmpdir()}/hemvakt-new-device-`);
  cpSync(`${project}/devices`, `${copy}/devices`, { recursive: true });
  for (const shared of ["src", "node_modules", "package.json", "biome.json", ".gitignore"]) {
    symlinkSync(`${project}/${shared}`, `${copy}/${shared}`);
  }
  const types = { extends: `${project}/tsconfig.json`, include: ["devices"] };
  writeFileSync(`${copy}/tsconfig.json`, JSON.stringify(types));
});
afterEach(() => rmSync(copy, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
const scaffold = (...args: string[]) => run(`${project}/scripts/new-device.ts`, ...args, "--root", copy);
const tool = (path: string, ...args: string[]) => run(`${project}/node_modules/${path}`, ...args);

/** The conformance tests of the copy: how they end, and what they print. */
function conformance(): { status: number | null; printed: string } {
  const { status, stdout, stderr } = tool(
    "vitest/vitest.mjs",
    "run",
    "devices/catalogue.test.ts",
    "devices/quirks.test.ts",
  );
  return { status, printed: stdout + stderr };
}

/** Replaces texts of a file in the copy; each must be there. */
function fillIn(file: string, replacements: readonly (readonly [from: string, to: string])[]): void {
  const filled = replacements.reduce(
    (text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    },
    readFileSync(`${copy}/${file}`, "utf8"),
  );
  writeFileSync(`${copy}/${file}`, filled);
}

test(
  "each kind of scaffold is in the catalogue, formatted and typed as it stands",
  () => {
    expect(scaffold("scale", "acme-scale-2")).toMatchObject({ status: 0, stderr: "" });
    expect(scaffold("cuff", "acme-cuff", "--like", "generic-blood-pressure")).toMatchObject({ status: 0, stderr: "" });
    expect(scaffold("gateway", "acme-hub")).toMatchObject({ status: 0, stderr: "" });
    const found = run(
      "--input-type=module",
      "-e",
      `import { deviceModel } from "${copy}/devices/index.ts";
       console.log(["acme-scale-2", "acme-cuff", "acme-hub"].map((id) => deviceModel(id).type).join());`,
    );
    expect(found).toMatchObject({ status: 0, stdout: "scale,cuff,gateway\n" });
    const written = ["scales/acme-scale-2", "cuffs/acme-cuff", "gateways/acme-hub", "index"];
    expect(tool("@biomejs/biome/bin/biome", "check", ...written.map((name) => `devices/${name}.ts`))).toMatchObject({
      status: 0,
    });
    expect(tool("typescript/bin/tsc", "-p", ".")).toMatchObject({ status: 0, stdout: "" });
  },
  MINUTE,
);

test(
  "the conformance tests name what a new model lacks, and pass when it has it",
  () => {
    scaffold("scale", "acme-scale-2", "--like", "generic-weight");
    const { status, printed } = conformance();
    expect(status).toBe(1);
    expect(printed).toMatch(/FAIL.*acme-scale-2 > has a source[\s\S]*?source/);
    expect(printed).toMatch(/FAIL.*acme-scale-2 > says how to connect it/);
    expect(printed).toMatch(/FAIL.*acme-scale-2 > has examples/);

    fillIn("devices/scales/acme-scale-2.ts", [
      ['source: ""', 'source: "Acme, Acme Scale 2 Communication Specification 1.0, chapter 3"'],
      ['about: ""', 'about: "Announces itself as Acme with service 0x181D."'],
      ["steps: []", 'steps: ["Switch it on.", "Pair it with the hub.", "Weigh once, and compare."]'],
      ["surprises: []", 'surprises: ["It speaks."]'],
      ['patient: ""', 'patient: "The weight, shown and spoken."'],
      ["examples: []", "examples: [...genericWeight.examples]"],
    ]);
    expect(conformance()).toMatchObject({ status: 0 });
  },
  MINUTE,
);

test("a type, id or profile that is none, and a device that is there, change nothing", () => {
  const index = () => readFileSync(`${copy}/devices/index.ts`, "utf8");
  const before = index();
  for (const args of [
    ["toaster", "acme"],
    ["scale", "../acme"],
    ["scale"],
    ["scale", "acme", "--like", "acme-scale-1"],
    ["scale", "acme", "--like", "native"],
    ["scale", "acme", "--color", "red"],
  ]) {
    const { status, stderr } = scaffold(...args);
    expect(status, args.join(" ")).toBe(1);
    expect(stderr, args.join(" ")).toMatch(/Usage|Unknown option/);
    expect(stderr, args.join(" ")).not.toMatch(/ at .*:\d+:\d+/);
  }
  expect(scaffold("scale", "generic-weight").stderr).toContain("generic-weight.ts exists already");
  expect(index()).toBe(before);
});

// Writes the file of a new device model and registers it:
//   npm run new-device -- <type> <id> [--like <id of the profile's entry>]
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { modelScaffold } from "./new-device/scaffold.ts";

const folders: Readonly<Record<string, string>> = {
  scale: "scales",
  cuff: "cuffs",
  oximeter: "oximeters",
  thermometer: "thermometers",
  "glucose-meter": "glucose-meters",
  gateway: "gateways",
};

const usage = `Usage: npm run new-device -- <type> <id> [--like <id>]
  type    ${Object.keys(folders).join(", ")}
  id      the maker and the model, as in acme-scale-2
  --like  the entry whose profile it follows, as in generic-weight; without it the file has a decoder to fill in`;

/** A file of the catalogue by its model's id: every model is in a file of its own name. */
const fileOf = (root: string, id: string): string | undefined =>
  Object.values(folders)
    .map((folder) => `devices/${folder}/${id}.ts`)
    .find((path) => existsSync(`${root}/${path}`));

const nameOf = (id: string): string => id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The constant and the file of an entry that a new one can follow. */
function profileOf(root: string, id: string): { name: string; from: string } {
  const path = fileOf(root, id);
  const name = nameOf(id);
  if (!path || !readFileSync(`${root}/${path}`, "utf8").includes(`export const ${name}: DeviceModel`)) {
    throw new Error(`No entry that a device could follow has the id ${id}. docs/devices.md lists them all.\n${usage}`);
  }
  return { name, from: `../${path.slice("devices/".length)}` };
}

/** Adds the model to the imports and to the list in devices/index.ts; the formatter puts them in order. */
function register(index: string, name: string, path: string): void {
  const before = readFileSync(index, "utf8");
  const list = /(deviceModels: readonly DeviceModel\[\] = \[[^\]]*?),?(\s*)\];/;
  const imports = /^(?=import type \{ Decoder)/m;
  if (!list.test(before) || !imports.test(before)) throw new Error("devices/index.ts has no list deviceModels");
  const imported = before.replace(imports, `import { ${name} } from "./${path}";\n`);
  writeFileSync(index, imported.replace(list, `$1, ${name}$2];`));
}

function scaffold(type: string, id: string, like: string | undefined, root: string): string {
  const folder = Object.hasOwn(folders, type) ? folders[type] : undefined;
  if (!folder || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) throw new Error(usage);
  const known = fileOf(root, id);
  if (known) throw new Error(`${known} exists already.`);
  const profile = like === undefined ? undefined : profileOf(root, like);
  const file = `devices/${folder}/${id}.ts`;
  mkdirSync(`${root}/devices/${folder}`, { recursive: true });
  writeFileSync(`${root}/${file}`, modelScaffold({ type, id, name: nameOf(id), profile }));
  register(`${root}/devices/index.ts`, nameOf(id), `${folder}/${id}.ts`);
  const biome = fileURLToPath(new URL("../node_modules/@biomejs/biome/bin/biome", import.meta.url));
  const { status } = spawnSync(process.execPath, [biome, "check", "--write", file, "devices/index.ts"], { cwd: root });
  if (status !== 0) console.error("The formatter failed; npm run format says why.");
  return file;
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { like: { type: "string" }, root: { type: "string" } },
  });
  const [type = "", id = ""] = positionals;
  const root = values.root ?? fileURLToPath(new URL("..", import.meta.url));
  console.log(`Wrote ${scaffold(type, id, values.like, root)} and added it to devices/index.ts. Now
  1. fill it in: the empty texts, and examples with bytes that somebody else can look up;
  2. npx vitest run devices: the conformance tests name what is still missing or wrong;
  3. node scripts/generate-device-docs.ts: writes its page into docs/devices/.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

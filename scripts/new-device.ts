// Writes the file of a new device model and registers it: npm run new-device -- <type> <id>
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const folders: Readonly<Record<string, string>> = {
  scale: "scales",
  cuff: "cuffs",
  oximeter: "oximeters",
  thermometer: "thermometers",
  "glucose-meter": "glucose-meters",
  gateway: "gateways",
};

const scaffold = (
  type: string,
  id: string,
  name: string,
): string => `import type { Measurement } from "../../src/domain/measurement.ts";
import { reader } from "../bytes.ts";
import type { Decoder, DeviceModel } from "../device.ts";

/** Decodes one notification. Read every field in order and end with \`end()\`: what is left over has been misread. */
const decode: Decoder = (bytes): Measurement[] => {
  const from = reader(bytes);
  from.end();
  return [];
};

/** What it is, in a line. */
export const ${name}: DeviceModel = {
  id: "${id}",
  name: "${id}",
  type: "${type}",
  transport: "bluetooth",
  source: "",
  about: "",
  connect: { steps: [], quirks: [], patient: "" },
  layout: { "0000": [] },
  sayings: [],
  characteristics: { "0000": decode },
  examples: [],
};
`;

const [type = "", id = "", root = new URL("..", import.meta.url).pathname] = process.argv.slice(2);
const folder = Object.hasOwn(folders, type) ? folders[type] : undefined;
const name = id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const index = `${root}/devices/index.ts`;
const file = `${root}/devices/${folder}/${id}.ts`;

const refusal = (): string | undefined => {
  if (!folder || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    return `Usage: npm run new-device -- <${Object.keys(folders).join("|")}> <id, as in acme-scale-2>`;
  }
  if (existsSync(file)) return `${file} exists already.`;
  return undefined;
};

const refused = refusal();
if (refused === undefined) {
  const before = readFileSync(index, "utf8");
  const list = /(deviceModels: readonly DeviceModel\[\] = \[[^\]]*?),?(\s*)\];/;
  if (!list.test(before)) throw new Error("devices/index.ts has no list deviceModels");
  mkdirSync(`${root}/devices/${folder}`, { recursive: true });
  writeFileSync(file, scaffold(type, id, name));
  const imported = before.replace(/^(?=import type \{ Decoder)/m, `import { ${name} } from "./${folder}/${id}.ts";\n`);
  writeFileSync(index, imported.replace(list, `$1, ${name}$2];`));
  console.log(`${file}
Fill in the source, the layout, the decoder and the examples; "npm run format" sorts the imports;
"npx vitest run devices/catalogue.test.ts" names what is missing; then node scripts/generate-device-docs.ts.`);
} else {
  console.error(refused);
  process.exitCode = 1;
}

// Builds the web app when it is missing or older than its sources: before `npm start` and `npm test`, and by
// `npm run build:web`. Plain JavaScript, since it also runs before there is a Node that reads TypeScript. What the build was
// made of is remembered as a digest, so that a fresh one costs a few milliseconds whatever the files' dates say.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const web = "dashboards/web";
/** Smaller files fit in a packet or two as they are. */
const WORTH = 1024;
const stamp = `${web}/dist/.built-from`;

const files = ["src", "public"]
  .flatMap((folder) => readdirSync(join(web, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const digest = createHash("sha256");
for (const file of [...files, join(web, "index.html"), join(web, "vite.config.ts"), "package.json"].sort((a, b) =>
  a < b ? -1 : 1,
)) {
  digest.update(file).update("\0").update(readFileSync(file)).update("\0");
}
/** Leaves a copy in brotli and one in gzip beside each file of text: made once, as small as they get, sent many times. */
function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!/\.(js|css|svg|webmanifest)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    if (content.length < WORTH) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

const sources = digest.digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== sources) {
  console.log("Building the web app …");
  const pinned = "node_modules/.bin/node";
  const node = existsSync(pinned) ? pinned : process.execPath;
  const args = ["node_modules/vite/bin/vite.js", "build", web, "--logLevel", "warn"];
  const result = spawnSync(node, args, { stdio: "inherit" });
  if (result.status !== 0) {
    console.error("The web app was not built; what stands above says why.");
    process.exit(result.status ?? 1);
  }
  compress(`${web}/dist`);
  writeFileSync(stamp, sources);
}

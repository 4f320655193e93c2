// Runs before `npm start` and `npm test` under whatever Node the machine has (20 or later), so it is plain
// JavaScript. It installs the dependencies if they are missing or older than the lock file; the script that
// follows then finds the pinned Node 26 in node_modules/.bin.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const stamp = "node_modules/.package-lock.json";
const lock = "package-lock.json";
const fresh = existsSync(stamp) && existsSync(lock) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs;

if (!fresh) {
  // The committed lock lists packages for 64-bit Linux only; elsewhere npm must choose native bindings itself.
  const locked = process.platform === "linux" && process.arch === "x64";
  console.log(`Installing what Hemvakt needs${locked ? "" : " (without the lock file, which is for Linux x64)"} …`);
  const args = ["install", "--no-save", "--no-audit", "--no-fund", ...(locked ? [] : ["--no-package-lock"])];
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: "inherit" })
    : spawnSync("npm", args, { stdio: "inherit" });
  if (result.status !== 0) {
    console.error("The installation failed. Check the network and the npm registry, then run the command again.");
    process.exit(result.status ?? 1);
  }
}

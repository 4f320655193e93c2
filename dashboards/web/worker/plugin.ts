import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const part = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/**
 * Writes `worker.js`, the service worker: which files this version of the app is made of, and the two parts beside this
 * file. It is a plain script, since not every browser takes a module here.
 */
export const serviceWorker = (): Plugin => ({
  name: "hemvakt-service-worker",
  apply: "build",
  // Only now is it settled which files there are: an empty entry, for one, leaves none.
  writeBundle({ dir = "dist" }) {
    const files = readdirSync(join(dir, "assets"))
      .map((name) => `/assets/${name}`)
      .sort();
    const parts = [part("shell.js"), part("push.js")];
    const version = createHash("sha256")
      .update([...files, ...parts, part("../index.html")].join("\n"))
      .digest("hex")
      .slice(0, 16);
    const head = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};`;
    writeFileSync(join(dir, "worker.js"), [head, ...parts].join("\n"));
  },
});

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

let folder: string;
const children = new Set<ChildProcess>();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-command-"));
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `hemvakt` as a process of its own, over a temporary folder and on free ports unless told otherwise. */
function hemvakt(args: string[], settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { HEMVAKT_DATA: folder, HEMVAKT_MQTT_PORT: "0", HEMVAKT_HTTP_PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let text = "";
  let wake = (): void => undefined;
  const hear = (part: Buffer): void => {
    text += part.toString();
    wake();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return {
    child,
    ended,
    text: () => text,
    /** Resolves when it has printed this. */
    async printed(words: string): Promise<void> {
      while (!text.includes(words)) {
        await new Promise<void>((resolve, reject) => {
          wake = resolve;
          void ended.then((code) => reject(new Error(`ended with ${String(code)}: ${text}`)));
        });
      }
    },
  };
}

describe("hemvakt demo", () => {
  it("says step by step what it does, how to sign in and what to try, logs to a file, and stops in good order", async () => {
    const run = hemvakt(["demo"]);
    await run.printed("Ctrl-C stops.");
    for (const step of ["Platform", "Region", "History", "Greta", "Alerts", "Live"]) {
      expect(run.text()).toMatch(new RegExp(`^ {2}${step} .* \\d+\\.\\d s$`, "m"));
    }
    expect(run.text()).toMatch(/^mosquitto_pub -h 127\.0\.0\.1 -p \d+ .*"hex":"002c42"/m);
    expect(run.text()).toContain("karin (nurse)");
    expect(run.text()).not.toContain('"level"');
    expect(readFileSync(join(folder, "hemvakt.log"), "utf8")).toContain('"msg":"ready"');
    // As npm does: the terminal's Ctrl-C and npm's own copy of it are one wish.
    run.child.kill("SIGINT");
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(0);
    expect(run.text().match(/Stopping/g)).toHaveLength(1);
  });

  it("stops while it is still loading, and loads the rest the next time", async () => {
    const first = hemvakt(["demo"]);
    await first.printed("Platform");
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    expect(first.text()).not.toContain("Ctrl-C stops.");
    const second = hemvakt(["demo"]);
    await second.printed("Ctrl-C stops.");
    expect(second.text()).toContain("7 readings to worry about");
    second.child.kill("SIGINT");
    expect(await second.ended).toBe(0);
  });

  it("is refused off loopback, in words and without a stack", async () => {
    const run = hemvakt(["demo"], { HEMVAKT_HOST: "0.0.0.0" });
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain("CONFIG_INVALID: A setting is missing or wrong.\nHEMVAKT_HOST should be 127.0.0.1");
    expect(run.text()).not.toMatch(/^\s+at /m);
  });
});

describe("hemvakt serve", () => {
  it("serves until asked to stop; a second one on the same folder is refused; the log replays", async () => {
    const run = hemvakt(["serve"]);
    await run.printed('"msg":"ready"');
    const second = hemvakt(["serve"]);
    expect(await second.ended).toBe(1);
    expect(second.text()).toContain("DATA_IN_USE");
    const replayed = hemvakt(["replay"]);
    expect(await replayed.ended).toBe(0);
    expect(replayed.text()).toContain("Identical to what is stored.");
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
  });

  it("names the setting when another program has the port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const port = String((other.address() as AddressInfo).port);
    try {
      for (const variable of ["HEMVAKT_MQTT_PORT", "HEMVAKT_HTTP_PORT"]) {
        const run = hemvakt(["serve"], { [variable]: port });
        expect(await run.ended).toBe(1);
        expect(run.text()).toContain(`Set ${variable} to another port`);
        expect(run.text()).not.toMatch(/^\s+at /m);
      }
    } finally {
      other.close();
    }
  });

  it("names every wrong setting at once", async () => {
    const run = hemvakt(["serve"], { HEMVAKT_MQTT_PORT: "many", HEMVAKT_DATE: "x" });
    expect(await run.ended).toBe(1);
    expect(run.text()).toContain("HEMVAKT_MQTT_PORT should be a port");
    expect(run.text()).toContain("HEMVAKT_DATE is not a setting.");
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Peer } from "./process.ts";

export type Platform = Peer & {
  readonly http: number;
  /** From starting the process to its line that it is ready, in milliseconds. */
  readonly readyMs: number;
};

/**
 * Starts `hemvakt serve` over a data folder, as anybody would, with the limits per hub lifted: they exist so that one hub
 * can't take everything, and here a few hubs are to.
 * @param settings more of them
 * @param profile a folder in which V8 leaves a CPU profile of each thread when the platform stops
 */
export async function startHemvakt(
  folder: string,
  { profile, settings = {} }: { readonly profile?: string; readonly settings?: Readonly<Record<string, string>> } = {},
): Promise<Platform> {
  const began = performance.now();
  const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const child = spawn(process.execPath, [...flags, main, "serve"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      HEMVAKT_DATA: folder,
      HEMVAKT_MQTT_PORT: "0",
      HEMVAKT_HTTP_PORT: "0",
      HEMVAKT_HUB_MESSAGES_PER_SECOND: "1000000",
      HEMVAKT_HUB_IN_FLIGHT: "10000",
      HEMVAKT_HTTP_REQUESTS_PER_MINUTE: "1000000",
      ...settings,
    },
  });
  const ready = Promise.withResolvers<{ http: number; mqtt: number }>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said = JSON.parse(line) as { msg?: string; http: number; mqtt: number };
    if (said.msg === "ready") ready.resolve(said);
  });
  child.once("exit", (code) => ready.reject(new Error(`the platform ended with ${code} before it was ready`)));
  const { http, mqtt } = await ready.promise;
  return {
    name: "hemvakt",
    port: mqtt,
    http,
    pid: child.pid!,
    readyMs: performance.now() - began,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

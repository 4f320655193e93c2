// Asks the platform on this machine whether it can do its work; ends with 0 when it can. For container health checks:
// it reads the same settings as `hemvakt serve`.
import { get as httpGet } from "node:http";
import { get as httpsGet } from "node:https";
import { type Config, readConfig } from "../src/config.ts";

const everywhere: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/** Where readiness is told on this machine, by the settings. */
export function readinessUrl({ host, httpPort, tlsKey }: Pick<Config, "host" | "httpPort" | "tlsKey">): string {
  const own = everywhere.has(host) ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `${tlsKey === undefined ? "http" : "https"}://${own}:${httpPort}/health/ready`;
}

/** Whether the platform answers that it is ready within a time in milliseconds. */
export function isReady(url: string, timeout: number): Promise<boolean> {
  return new Promise((resolve) => {
    // The certificate is for the name that hubs use, not for this address; nothing secret is sent.
    const options = { timeout, rejectUnauthorized: false };
    const asking = (url.startsWith("https:") ? httpsGet : httpGet)(url, options, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asking.on("timeout", () => asking.destroy());
    asking.on("error", () => resolve(false));
    asking.on("close", () => resolve(false));
  });
}

if (import.meta.main) process.exit((await isReady(readinessUrl(readConfig(process.env)), 4000)) ? 0 : 1);

import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import mqtt from "mqtt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Platform, startPlatform } from "../helpers/platform.ts";
import { enrolTechnician } from "../helpers/technician.ts";

const run = promisify(execFile);
const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hemvakt-certificates-"));
const file = (name: string): string => join(folder, name);
let platform: Platform;
let environment: Record<string, string>;

/** A certificate for `cn`, signed by `ca` or by itself, as an operator would make it. */
function certify(name: string, cn: string, ca?: string): void {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", file(`${name}.key`)];
  const subject = ["-subj", `/CN=${cn}`, "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"];
  const issuer = ca ? ["-CA", file(`${ca}.crt`), "-CAkey", file(`${ca}.key`)] : [];
  execFileSync("openssl", ["req", "-x509", ...key, ...subject, ...issuer, "-out", file(`${name}.crt`)], {
    stdio: "pipe",
  });
}
const fingerprintOf = (name: string): string =>
  execFileSync("openssl", ["x509", "-in", file(`${name}.crt`), "-noout", "-fingerprint", "-sha256"])
    .toString()
    .trim()
    .replace(/^.*=/, "");

beforeAll(async () => {
  certify("server", "localhost");
  certify("authority", "hubs");
  for (const name of ["first", "second", "third"]) certify(name, "hub-greta", "authority");
  platform = await startPlatform(
    "2026-11-22T14:00:00+01:00",
    {},
    {
      HEMVAKT_TLS_KEY: file("server.key"),
      HEMVAKT_TLS_CERT: file("server.crt"),
      HEMVAKT_TLS_CLIENT_CA: file("authority.crt"),
      HEMVAKT_MQTTS_PORT: "0",
    },
  );
  environment = {
    ...(await enrolTechnician(platform, `https://127.0.0.1:${platform.app.ports.http}`)),
    NODE_EXTRA_CA_CERTS: file("server.crt"),
  };
});
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true });
});

const hemvakt = async (...args: string[]): Promise<string> =>
  (await run(process.execPath, [main, ...args], { env: { ...process.env, ...environment } })).stdout;

/** Publishes with nothing but a certificate; whether it was acknowledged. */
async function mosquitto(name: string): Promise<boolean> {
  const where = ["-h", "127.0.0.1", "-p", String(platform.app.ports.mqtts), "--cafile", file("server.crt"), "-q", "1"];
  const who = ["--cert", file(`${name}.crt`), "--key", file(`${name}.key`), "-i", name];
  return run("mosquitto_pub", [...where, ...who, "-t", "hv/v1/hub-greta/state", "-m", '{"online":true}']).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") throw new Error("mosquitto_pub is missing: apt-get install mosquitto-clients");
      return false;
    },
  );
}
const connect = (name: string) =>
  mqtt.connectAsync(`mqtts://127.0.0.1:${platform.app.ports.mqtts}`, {
    ca: readFileSync(file("server.crt")),
    cert: readFileSync(file(`${name}.crt`)),
    key: readFileSync(file(`${name}.key`)),
    reconnectPeriod: 0,
  });

test("a hub signs in with its certificate until that is revoked by its fingerprint; its other ones hold", async () => {
  expect(await mosquitto("first")).toBe(true);
  const client = await connect("first");
  const closed = new Promise<void>((resolve) => client.once("close", resolve));
  const revoked = await hemvakt("hub", "revoke", "hub-greta", "--certificate", fingerprintOf("first"));
  expect(revoked).toContain("That certificate of hub-greta is refused");
  await closed;
  expect(await mosquitto("first")).toBe(false);
  expect(await mosquitto("second")).toBe(true);
}, 30_000);

test("revoking the hub ends all that it has shown, and a new secret brings none of them back", async () => {
  const client = await connect("second");
  const closed = new Promise<void>((resolve) => client.once("close", resolve));
  await hemvakt("hub", "revoke", "hub-greta");
  await closed;
  expect([await mosquitto("second"), await mosquitto("third")]).toEqual([false, false]);

  const { code, uri } = JSON.parse(await hemvakt("hub", "provision", "hub-greta", "--json")) as Record<string, string>;
  expect(new URL(uri!).searchParams.get("mqtt")).toBe(`mqtts://127.0.0.1:${platform.app.ports.mqtts}`);
  const claim = ["-s", "--cacert", file("server.crt"), "-H", "content-type: application/json"];
  const body = JSON.stringify({ hub: "hub-greta", code });
  const url = `https://127.0.0.1:${platform.app.ports.http}/api/v1/provisioning/claim`;
  expect(JSON.parse((await run("curl", [...claim, "-d", body, url])).stdout)).toMatchObject({ hub: "hub-greta" });
  // The one that was never shown before is not known to be bad; the others are.
  expect([await mosquitto("first"), await mosquitto("second"), await mosquitto("third")]).toEqual([false, false, true]);
}, 30_000);

test("a refusal at the terminal has its code and what to do", async () => {
  const failure = await hemvakt("hub", "show", "hub-nobody").catch((error: { stderr: string }) => error.stderr);
  expect(failure).toContain("NOT_FOUND: There is no such thing, or it is not yours to see.");
  environment["HEMVAKT_URL"] = "https://127.0.0.1:1";
  const unreachable = await hemvakt("hub", "list").catch((error: { stderr: string }) => error.stderr);
  expect(unreachable).toContain("API_UNREACHABLE");
}, 30_000);

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { readConfig, settings } from "../../src/config.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

type Service = {
  image: string;
  user: string;
  read_only: boolean;
  cap_drop: string[];
  security_opt: string[];
  environment: Record<string, string>;
  secrets: { source: string }[];
  volumes?: string[];
  tmpfs: string[];
  healthcheck: { test: string[] };
  privileged?: boolean;
};
type Compose = { services: Record<string, Service>; secrets: Record<string, { file: string }> };

/** What docker-compose makes of the file. */
let compose: Compose;
let services: [string, Service][];

beforeAll(() => {
  const { error, status, stdout, stderr } = spawnSync("docker-compose", ["config"], { cwd: root, encoding: "utf8" });
  if (error) throw new Error("This test needs docker-compose: apt-get install docker-compose", { cause: error });
  if (status !== 0) throw new Error(`docker-compose config refuses docker-compose.yml: ${stderr}`);
  compose = parse(stdout) as Compose;
  services = Object.entries(compose.services);
});

test("the platform, InfluxDB and Grafana are there", () => {
  expect(services.map(([name]) => name).sort()).toEqual(["grafana", "hemvakt", "influxdb"]);
});

test("every service is confined: not root, nothing to write to but its volumes, no capabilities", () => {
  for (const [name, service] of services) {
    expect(service.user, name).toMatch(/^[1-9]\d*:\d+$/);
    expect(service.read_only, name).toBe(true);
    expect(service.cap_drop, name).toEqual(["ALL"]);
    expect(service.security_opt, name).toEqual(["no-new-privileges:true"]);
    expect(service.privileged, name).toBeUndefined();
    expect(service.tmpfs.length, name).toBeGreaterThan(0);
    expect(service.healthcheck.test.length, name).toBeGreaterThan(1);
  }
});

test("every image is pinned by a whole version", () => {
  for (const [name, { image }] of services) expect(image, name).toMatch(/:\d+\.\d+\.\d+$/);
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
  expect(compose.services["hemvakt"]?.image).toBe(`hemvakt:${version}`);
});

test("no secret stands in the environment, and each one that is used is mounted and made by a script", () => {
  const made = ["make-secrets.sh", "make-certificates.sh"].map((name) => readFileSync(`${root}deploy/${name}`, "utf8"));
  for (const [name, { environment, secrets = [] }] of services) {
    const mounted = secrets.map(({ source }) => source);
    for (const [variable, value] of Object.entries(environment)) {
      if (/TOKEN|PASSWORD|SECRET|_KEY/.test(variable))
        expect(value, `${name} ${variable}`).toMatch(/^\/run\/secrets\//);
      if (value.startsWith("/run/secrets/")) expect(mounted, `${name} ${variable}`).toContain(value.split("/").at(-1));
    }
    for (const source of mounted) {
      const file = compose.secrets[source]?.file.split("/").at(-1) ?? "";
      expect(
        made.some((script) => script.includes(file)),
        file,
      ).toBe(true);
    }
  }
});

test("what is mounted from here is here", () => {
  for (const [name, { volumes = [] }] of services) {
    for (const mount of volumes.filter((volume) => volume.startsWith("/"))) {
      expect(existsSync(mount.split(":")[0] ?? ""), `${name} ${mount}`).toBe(true);
    }
  }
});

test("the platform knows its settings, and encrypts what leaves the machine", () => {
  const given = compose.services["hemvakt"]?.environment ?? {};
  const known: string[] = Object.values(settings).map(({ variable }) => variable);
  expect(Object.keys(given).filter((name) => !known.includes(name.replace(/_FILE$/, "")))).toEqual([]);
  const plain = Object.fromEntries(Object.entries(given).filter(([name]) => !name.endsWith("_FILE")));
  expect(readConfig(plain)).toMatchObject({ tlsKey: "/run/secrets/tls-key", tlsCert: "/run/secrets/tls-certificate" });
});

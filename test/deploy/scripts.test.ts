import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, expect, test } from "vitest";

const script = (name: string): string => fileURLToPath(new URL(`../../deploy/${name}`, import.meta.url));
const top = mkdtempSync(join(tmpdir(), "hemvakt-scripts-"));
let folder = "";
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(top, String(count));
});
afterAll(() => rmSync(top, { recursive: true }));

const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test("the secrets are made once, long, and in a folder for their owner only", () => {
  execFileSync(script("make-secrets.sh"), [folder]);
  const names = readdirSync(folder);
  expect(names).toContain("metrics-token");
  for (const name of names) expect(read(name), name).toMatch(/^[0-9a-f]{64}\n$/);
  expect(modeOf(folder)).toBe("700");
  const before = names.map(read);
  execFileSync(script("make-secrets.sh"), [folder]);
  expect(readdirSync(folder).map(read)).toEqual(before);
});

test.each([
  ["hub.example", "DNS:hub.example"],
  ["192.0.2.7", "IP Address:192.0.2.7"],
])("a certificate for %s is for that name and signed by the authority, whose key others can't read", (name, shown) => {
  execFileSync(script("make-certificates.sh"), [name, folder]);
  const authority = read("authority.pem");
  const verified = spawnSync("openssl", ["verify", "-CAfile", "authority.pem", "tls-certificate.pem"], { cwd: folder });
  expect(verified.status).toBe(0);
  const text = execFileSync("openssl", ["x509", "-in", join(folder, "tls-certificate.pem"), "-noout", "-text"]);
  expect(text.toString()).toContain(shown);
  expect(modeOf(join(folder, "authority-key.pem"))).toBe("600");
  expect(modeOf(folder)).toBe("700");

  const first = read("tls-certificate.pem");
  execFileSync(script("make-certificates.sh"), [name, folder]);
  expect(read("tls-certificate.pem")).not.toBe(first);
  expect(read("authority.pem")).toBe(authority);
});

test("without a name it says what it takes", () => {
  const { status, stderr } = spawnSync(script("make-certificates.sh"), [], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toContain("NAME");
});

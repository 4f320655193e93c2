import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readinessUrl } from "../../deploy/healthcheck.ts";
import { copiesOf, lastOf, readDockerfile } from "./dockerfile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const stages = readDockerfile(readFileSync(join(root, "Dockerfile"), "utf8"));
const final = stages.at(-1)!;
const ignored = readFileSync(join(root, ".dockerignore"), "utf8").split("\n");

test("the Dockerfile pins its base by a whole version, of the Node that the platform needs", () => {
  for (const { base } of stages) expect(base).toMatch(/^node:26\.\d+\.\d+-[a-z]+-slim$/);
  expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
});

test("the Dockerfile copies what there is, and what .dockerignore lets through", () => {
  expect(ignored).toContain("*");
  for (const { from, sources } of stages.flatMap(copiesOf)) {
    if (from !== undefined) expect(stages.map(({ name }) => name)).toContain(from);
    else {
      expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
      const passed = ignored.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
      const blocked = sources.filter((source) => !passed.some((path) => `${source}/`.startsWith(`${path}/`)));
      expect(blocked).toEqual([]);
    }
  }
});

test("the Dockerfile takes no data, secrets or tests into the image", () => {
  expect(ignored).toContain("**/*.test.ts");
  const sources = copiesOf(final).flatMap(({ sources }) => sources);
  expect(sources.filter((source) => [".", "./", "deploy", "data", "test", ".git"].includes(source))).toEqual([]);
});

test("the image ends as somebody other than root, with a health check", () => {
  expect(lastOf(final, "USER")).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(lastOf(final, "HEALTHCHECK")).toContain("healthcheck.ts");
  expect(JSON.parse(lastOf(final, "ENTRYPOINT") ?? "")).toEqual(["node", "bin/hemvakt"]);
});

test.each([
  [{ host: "0.0.0.0", httpPort: 8080, tlsKey: "/k" }, "https://127.0.0.1:8080/health/ready"],
  [{ host: "::", httpPort: 80, tlsKey: undefined }, "http://127.0.0.1:80/health/ready"],
  [{ host: "::1", httpPort: 80, tlsKey: undefined }, "http://[::1]:80/health/ready"],
  [{ host: "10.1.2.3", httpPort: 1, tlsKey: "/k" }, "https://10.1.2.3:1/health/ready"],
])("health of %j is asked at %s", (config, url) => {
  expect(readinessUrl(config)).toBe(url);
});

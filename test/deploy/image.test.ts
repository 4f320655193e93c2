import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { connect } from "node:tls";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copiesOf, lastOf, readDockerfile } from "./dockerfile.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const stages = readDockerfile(readFileSync(join(root, "Dockerfile"), "utf8"));
const final = stages.at(-1)!;

/** Somebody with no rights here: the numbers that Debian calls nobody. Only root can become somebody else. */
const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** A port that nobody has at the moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/**
 * There is no container engine here, so the image's steps are carried out in a folder: what COPY copies is copied, what RUN
 * runs in the stage of the dependencies is run; then what ENTRYPOINT and CMD say is started as somebody who can't write to
 * the code.
 */
describe("what the image holds", () => {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-image-"));
  const image = join(folder, "image");
  const data = join(folder, "data");
  const secrets = join(folder, "secrets");
  let running: ChildProcess | undefined;
  let environment: Record<string, string> = {};

  /** Runs a program of the image as it would there, to its end. */
  const run = (args: readonly string[], timeout = 20_000) =>
    spawnSync(process.execPath, args, { cwd: image, env: environment, encoding: "utf8", timeout, ...somebody });

  beforeAll(() => {
    chmodSync(folder, 0o755);
    const places = new Map<string, string>();
    for (const [index, stage] of stages.entries()) {
      const last = index === stages.length - 1;
      const place = last ? image : join(folder, `stage-${index}`);
      mkdirSync(place);
      if (stage.name !== undefined) places.set(stage.name, place);
      const workdir = lastOf(stage, "WORKDIR") ?? "/";
      for (const { from, sources, target } of copiesOf(stage)) {
        for (const source of sources) {
          const origin = from === undefined ? join(root, source) : source.replace(workdir, places.get(from) ?? "");
          const goal = target.endsWith("/") ? join(place, target, basename(source)) : join(place, target);
          // What another stage made is moved: nobody else needs it, and thousands of files are slow to copy.
          if (from !== undefined) renameSync(origin, goal);
          else cpSync(origin, goal, { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
        }
      }
      for (const { rest } of last ? [] : stage.steps.filter(({ word }) => word === "RUN")) {
        const { status, stderr } = spawnSync("sh", ["-c", rest], { cwd: place, encoding: "utf8" });
        if (status !== 0) throw new Error(`This step of the Dockerfile fails: ${rest}\n${stderr}`);
      }
    }
    spawnSync("chmod", ["-R", "a-w,a+rX", image]);
    mkdirSync(data, { mode: 0o700 });
    if (somebody.uid !== undefined) chownSync(data, somebody.uid, somebody.gid);
    const made = spawnSync(join(root, "deploy", "make-certificates.sh"), ["hub.example", secrets], {
      encoding: "utf8",
    });
    if (made.status !== 0) throw new Error(`make-certificates.sh fails (apt-get install openssl): ${made.stderr}`);
    // Compose mounts the files one by one; here the folder is on the way to them.
    chmodSync(secrets, 0o711);
  }, 300_000);

  afterAll(() => {
    running?.kill("SIGKILL");
    spawnSync("chmod", ["-R", "u+w", folder]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }, 300_000);

  test("has argon2's native binding, and no second Node, no tools and no tests", () => {
    const modules = join(image, "node_modules");
    expect(existsSync(join(modules, "@node-rs", "argon2"))).toBe(true);
    for (const name of ["node", ".bin/node", "typescript", "vitest", "oxlint"]) {
      expect(existsSync(join(modules, name)), name).toBe(false);
    }
    const { stdout } = run(["-e", "import('@node-rs/argon2').then(({hash}) => hash('x')).then(console.log)"]);
    expect(stdout).toMatch(/^\$argon2/);
  });

  test("can't be written to by who runs it", () => {
    const { status, stderr } = run(["-e", "fs.writeFileSync('src/x.ts', '')"]);
    expect(status).toBe(1);
    expect(stderr).toContain("EACCES");
  });

  test("serves over TLS as somebody who can't write to the code, is healthy, and stops with 0", async () => {
    const http = await freePort();
    environment = {
      PATH: process.env["PATH"] ?? "",
      NODE_ENV: "production",
      HEMVAKT_DATA: data,
      // Every address, as in a container: MQTT must not be there in clear text.
      HEMVAKT_HOST: "0.0.0.0",
      HEMVAKT_HTTP_PORT: String(http),
      HEMVAKT_MQTTS_PORT: "0",
      HEMVAKT_TLS_KEY: join(secrets, "tls-key.pem"),
      HEMVAKT_TLS_CERT: join(secrets, "tls-certificate.pem"),
    };
    const command = ["ENTRYPOINT", "CMD"].flatMap((word) => JSON.parse(lastOf(final, word) ?? "[]") as string[]);
    expect(command[0]).toBe("node");
    const platform = spawn(process.execPath, command.slice(1), { cwd: image, env: environment, ...somebody });
    running = platform;
    const ended = once(platform, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
    const said: string[] = [];
    platform.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));

    const ports = await new Promise<{ mqtts: number; mqtt?: number }>((found, failed) => {
      createInterface({ input: platform.stdout }).on("line", (line) => {
        const entry = JSON.parse(line) as { msg: string; mqtts: number; mqtt?: number };
        if (entry.msg === "ready") found(entry);
      });
      void ended.then(([code]) => failed(new Error(`serve ended with ${code}: ${said.join("")}`)));
    });
    expect(ports.mqtt).toBeUndefined();

    const healthcheck = lastOf(final, "HEALTHCHECK")?.split("CMD ")[1] ?? "";
    const [, ...args] = JSON.parse(healthcheck) as string[];
    expect(run(args).status).toBe(0);

    // A hub that trusts the authority and knows the name gets an encrypted connection to MQTT.
    const ca = readFileSync(join(secrets, "authority.pem"));
    const socket = connect({ host: "127.0.0.1", port: ports.mqtts, ca, servername: "hub.example" });
    await once(socket, "secureConnect");
    expect(socket.authorized).toBe(true);
    socket.destroy();

    platform.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(said.join("")).toBe("");
    expect(run(args).status).toBe(1);
  }, 60_000);

  test("refuses MQTT in clear text off this machine, saying what to set", () => {
    const { HEMVAKT_TLS_KEY: _key, HEMVAKT_TLS_CERT: _certificate, ...rest } = environment;
    environment = rest;
    const { status, stderr } = run(["bin/hemvakt", "serve"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/MQTT_PLAINTEXT_REFUSED[^]*HEMVAKT_TLS_KEY/);
  });
});

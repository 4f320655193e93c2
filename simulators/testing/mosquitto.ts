import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A broker that nobody here wrote, on a free loopback port, for tests. */
export type Mosquitto = {
  readonly url: string;
  /** Stops answering, as a machine that hangs does: connections stay open and nothing is acknowledged. */
  freeze(): void;
  /** Kills it (SIGKILL) and starts another on the same port. Nothing is kept. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
};

const program = "/usr/sbin/mosquitto";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port on loopback.");
  return address.port;
}

/** Starts mosquitto with these lines added to its configuration; gives when it listens. */
export async function startMosquitto(...settings: string[]): Promise<Mosquitto> {
  if (!existsSync(program)) throw new Error(`${program} is missing: apt-get install mosquitto`);
  const folder = await mkdtemp(join(tmpdir(), "hemvakt-mosquitto-"));
  const port = await freePort();
  const file = join(folder, "mosquitto.conf");
  const lines = [`listener ${port} 127.0.0.1`, "persistence false", "log_dest stderr", "log_type all", ...settings];
  await writeFile(file, `${lines.join("\n")}\n`);
  let child = await start(file);
  const kill = async () => {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  return {
    url: `mqtt://127.0.0.1:${port}`,
    freeze: () => void child.kill("SIGSTOP"),
    killAndRestart: async () => {
      await kill();
      child = await start(file);
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}

function start(file: string): Promise<ChildProcess> {
  const child = spawn(program, ["-c", file], { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    let log = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      // Read on after the start, or a full pipe would block the broker.
      if (log.length < 10_000) log += chunk.toString();
      if (/mosquitto version \S+ running/.test(log)) resolve(child);
    });
    child.once("exit", (code) => reject(new Error(`mosquitto ended with ${code}: ${log}`)));
  });
}

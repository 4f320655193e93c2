import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../dashboards/node-red/", import.meta.url));

/** Installs Node-RED from the flows' own lock file, unless it is there. */
export function installNodeRed(): void {
  if (existsSync(join(folder, "node_modules/node-red/red.js"))) return;
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"], { cwd: folder, stdio: "inherit" });
}

/**
 * A real Node-RED over an empty user folder, on a free port of loopback, with nothing else to talk to: no news, no
 * catalogue, no telemetry.
 */
export async function startNodeRed(env: Record<string, string>) {
  const user = mkdtempSync(join(tmpdir(), "hemvakt-node-red-"));
  const port = await freePort();
  const settings = {
    uiHost: "127.0.0.1",
    uiPort: port,
    userDir: user,
    flowFile: "flows.json",
    credentialSecret: false,
    telemetry: { enabled: false, updateNotification: false },
    editorTheme: { tours: false, palette: { catalogues: [] }, codeEditor: { lib: "ace" } },
    externalModules: { palette: { allowInstall: false }, modules: { allowInstall: false } },
    logging: { console: { level: "warn", metrics: false, audit: false } },
  };
  writeFileSync(join(user, "settings.js"), `module.exports = ${JSON.stringify(settings)};`);
  const child = spawn(
    process.execPath,
    [join(folder, "node_modules/node-red/red.js"), "--settings", join(user, "settings.js")],
    {
      env: { ...process.env, ...env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = (path: string): string => `http://127.0.0.1:${port}${path}`;

  const answers = (): Promise<boolean> =>
    fetch(url("/flows")).then(
      (response) => response.ok,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`Node-RED ended with ${child.exitCode}: ${said}`);
    await turn();
  }

  return {
    url,
    said: () => said,
    /** Imports and deploys flows, as the editor's menu does. */
    async deploy(flows: unknown): Promise<void> {
      const response = await fetch(url("/flows"), {
        method: "POST",
        headers: { "content-type": "application/json", "node-red-deployment-type": "full" },
        body: JSON.stringify(flows),
      });
      if (!response.ok) throw new Error(`Node-RED refused the flows: ${response.status} ${await response.text()}`);
    },
    /** Presses an inject node's button, with another payload. */
    async press(node: string, payload: number): Promise<void> {
      const response = await fetch(url(`/inject/${node}`), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ __user_inject_props__: [{ p: "payload", v: String(payload), vt: "num" }] }),
      });
      if (!response.ok) throw new Error(`Node-RED did not inject: ${response.status}`);
    },
    /** What a tab has kept under a name, once that is as wanted; the test's own time limit ends the wait. */
    async kept<T>(tab: string, name: string, wanted: (value: T) => boolean): Promise<T> {
      for (;;) {
        const response = await fetch(url(`/context/flow/${tab}/${name}`));
        // What is not kept has no `msg`, or "(undefined)".
        const { msg = "(undefined)" } = (await response.json()) as { msg?: string };
        const value = msg === "(undefined)" ? undefined : (JSON.parse(msg) as T);
        if (value !== undefined && wanted(value)) return value;
        await turn();
      }
    },
    async stop(): Promise<void> {
      child.kill("SIGTERM");
      await ended;
      rmSync(user, { recursive: true, force: true });
    },
  };
}
export type NodeRed = Awaited<ReturnType<typeof startNodeRed>>;

/** Between two looks at another process. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

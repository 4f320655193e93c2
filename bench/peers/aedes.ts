import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Peer } from "./process.ts";

/** Starts bare aedes. */
export async function startAedes(): Promise<Peer> {
  const child = fork(fileURLToPath(new URL("./aedes-server.ts", import.meta.url)));
  const [port] = (await once(child, "message")) as [number];
  return {
    name: "aedes",
    port,
    pid: child.pid!,
    async stop() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

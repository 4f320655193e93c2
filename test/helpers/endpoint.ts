import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A real HTTP endpoint on loopback that keeps what it was sent. */
export type Call = { readonly headers: IncomingMessage["headers"]; readonly body: string; readonly bytes: Buffer };
export type Endpoint = {
  readonly url: string;
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  /** All calls so far. */
  readonly calls: readonly Call[];
  /** The next call that nobody has asked for. */
  next(): Promise<Call>;
  stop(): void;
};

/** @param answer with which status each call is answered, or never */
export async function endpoint(answer: (call: Call, path: string) => number | "hang"): Promise<Endpoint> {
  const calls: Call[] = [];
  const all: Call[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const bytes = Buffer.concat(chunks);
      const call = { headers: request.headers, body: bytes.toString("utf8"), bytes };
      calls.push(call);
      all.push(call);
      waiting.splice(0).forEach((wake) => wake());
      const status = answer(call, request.url ?? "");
      if (status !== "hang") response.writeHead(status, { location: "http://127.0.0.1:1/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/page`,
    host,
    calls: all,
    async next() {
      while (calls.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      return calls.shift()!;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

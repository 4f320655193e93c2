import { createHash } from "node:crypto";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { HttpError, InfluxDB, setLogger } from "@influxdata/influxdb-client";

/** Where to write. */
export type InfluxTarget = {
  readonly url: string;
  readonly token?: string | undefined;
  readonly org?: string | undefined;
  readonly bucket?: string | undefined;
  /** Path and query instead of `/api/v2/write?org=…&bucket=…`. */
  readonly path?: string | undefined;
};

/** A line that the server won't have, by its position, and what it said. */
export type Refusal = { readonly index: number; readonly status: number; readonly answer: string };

export type Sender = {
  /**
   * Writes lines; resolves when the server has answered for each of them.
   * @throws when the server can't be reached, is overloaded, or lets nobody in: nothing is known of the lines
   */
  send(lines: readonly string[]): Promise<readonly Refusal[]>;
  /** Ends what is under way. */
  close(): void;
};

/** A name for the receiver that says nothing about it: another address or bucket gives another. */
export const targetName = ({ url, org, bucket, path }: InfluxTarget): string =>
  createHash("sha256")
    .update(JSON.stringify([url, org, bucket, path]))
    .digest("hex")
    .slice(0, 16);

/** What is the line's own fault. 401, 403 and 404 are a wrong token or bucket, 429 and 5xx the server's: those are waited out. */
const refusing: ReadonlySet<number> = new Set([400, 413, 422]);

const answerLength = 500;

/** A sender over the InfluxDB client, one request at a time, without that client's own buffering and trying again. */
export function influxSender(target: InfluxTarget, timeout = 10_000): Sender {
  // The client writes to the console otherwise; what goes wrong is thrown as well.
  setLogger({ error: () => {}, warn: () => {} });
  const agent = new (target.url.startsWith("https:") ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 1 });
  const { url, token, org = "", bucket = "", path } = target;
  const api = new InfluxDB({
    url,
    timeout,
    transportOptions: { agent },
    ...(token === undefined ? {} : { token }),
  }).getWriteApi(org, bucket, "ns", { maxRetries: 0, flushInterval: 0, batchSize: 100_000, gzipThreshold: 1000 });
  if (path !== undefined) api.path = path;

  /**
   * Servers name one bad line of many, or none, and some take the good ones all the same: what is refused is halved until
   * the bad lines stand alone. Good ones sent twice take their own place again.
   */
  async function sendFrom(lines: readonly string[], first: number): Promise<readonly Refusal[]> {
    try {
      api.writeRecords([...lines]);
      await api.flush();
      return [];
    } catch (error) {
      if (!(error instanceof HttpError) || !refusing.has(error.statusCode)) throw error;
      if (lines.length === 1) return [{ index: first, status: error.statusCode, answer: answerOf(error, lines[0]!) }];
      const half = Math.ceil(lines.length / 2);
      const early = await sendFrom(lines.slice(0, half), first);
      return [...early, ...(await sendFrom(lines.slice(half), first + half))];
    }
  }

  return {
    send: (lines) => (lines.length === 0 ? Promise.resolve([]) : sendFrom(lines, 0)),
    close: () => {
      api.dispose();
      agent.destroy();
    },
  };
}

/** What the server said, without the line itself where it quotes that: the line has values, and people read the answer. */
const answerOf = ({ body, message }: HttpError, line: string): string => {
  const said = body?.trim() || message;
  return said.replaceAll(JSON.stringify(line).slice(1, -1), "…").replaceAll(line, "…").slice(0, answerLength);
};

import { type IncomingMessage, request } from "node:http";

export type StreamMessage = { id?: string; event?: string; data: Record<string, unknown> };

/**
 * Listens to server-sent events over a real connection, as a browser would.
 * @param tellings whether to hear also who is told of each alert
 */
export async function listenTo(url: string, headers: Record<string, string> = {}, tellings = false) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { headers: { accept: "text/event-stream", ...headers }, agent: false }, resolve)
      .on("error", reject)
      .end();
  });
  const messages = queue<StreamMessage>();
  const comments = queue<string>();
  let text = "";

  const take = (frame: string): void => {
    if (frame.startsWith(":")) return comments.put(frame);
    const fields = Object.fromEntries(
      frame.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
    );
    if (fields["event"] !== "alert.told" || tellings) {
      messages.put({ ...fields, data: JSON.parse(fields["data"] ?? "null") });
    }
  };

  response.setEncoding("utf8");
  response.on("data", (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      take(text.slice(0, end));
      text = text.slice(end + 2);
    }
  });
  const closed = new Promise<void>((resolve) => {
    response.once("close", resolve);
  });
  response.on("error", () => {});

  return {
    status: response.statusCode,
    headers: response.headers,
    /** The next message, now or when it comes; rejects when the stream ends before. */
    next: (): Promise<StreamMessage> => messages.take(closed),
    /** The next comment, likewise. */
    nextComment: (): Promise<string> => comments.take(closed),
    closed,
    close: () => response.destroy(),
  };
}
export type Listener = Awaited<ReturnType<typeof listenTo>>;

function queue<T>() {
  const kept: T[] = [];
  const waiting: ((item: T) => void)[] = [];
  return {
    put: (item: T): void => {
      const next = waiting.shift();
      if (next) next(item);
      else kept.push(item);
    },
    take: (closed: Promise<void>): Promise<T> => {
      const item = kept.shift();
      if (item !== undefined) return Promise.resolve(item);
      const ended = closed.then(() => {
        throw new Error("the stream has ended");
      });
      return Promise.race([new Promise<T>((resolve) => waiting.push(resolve)), ended]);
    },
  };
}

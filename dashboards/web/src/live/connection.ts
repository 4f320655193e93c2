import { clock } from "../clock.ts";
import { eventReader, type StreamEvent } from "./stream.ts";

/** How the line to the server is. `since`: when it was last known to be good, in milliseconds since the epoch. */
export type Connection = { readonly state: "connecting" | "live" | "away"; readonly since: number | undefined };

/** The server says something every 15 seconds; after three times nothing the line is dead, whatever the browser believes. */
const SILENT = 45_000;
const AGAIN = [1000, 2000, 5000, 10_000, 20_000] as const;

export type LiveOptions = {
  /** An event, or `undefined` when something may have been missed and everything is to be read again. */
  readonly onEvent: (event: StreamEvent | undefined) => void;
  readonly onConnection: (connection: Connection) => void;
  /** The session has ended. */
  readonly onSignedOut: () => void;
};

/**
 * Follows `GET /api/v1/events` until closed. After a break, or when the machine wakes up, it goes on from the last event it
 * has; where the server can't, everything is read again.
 */
export function followEvents({ onEvent, onConnection, onSignedOut }: LiveOptions): () => void {
  let closed = false;
  let lastId: string | undefined;
  let failures = 0;
  // By the machine's clock, since the server's time may be learnt only later.
  let heard: number | undefined;
  let attempt = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wake = (): void => undefined;

  const later = (ms: number, what: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(what, ms);
  };
  const alive = (): void => {
    failures = 0;
    heard = clock.machine();
    onConnection({ state: "live", since: clock.now() });
    later(SILENT, () => attempt.abort());
  };

  async function listen(): Promise<void> {
    attempt = new AbortController();
    const headers: Record<string, string> = lastId === undefined ? {} : { "last-event-id": lastId };
    const response = await fetch("/api/v1/events", {
      headers: { accept: "text/event-stream", ...headers },
      signal: attempt.signal,
    });
    if (response.status === 401) {
      closed = true;
      onSignedOut();
      return;
    }
    if (!response.ok || !response.body) throw new Error(String(response.status));
    // What could not be read meanwhile is read now, whether or not anything happened.
    onEvent(undefined);
    const read = eventReader();
    alive();
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      alive();
      for (const event of read(part)) {
        if (event.id !== undefined) lastId = event.id;
        onEvent(event.type === "reset" ? undefined : event);
      }
    }
  }

  async function keepListening(): Promise<void> {
    while (!closed) {
      await listen().catch(() => undefined);
      if (closed) break;
      onConnection({ state: "away", since: heard === undefined ? undefined : clock.now() - (clock.machine() - heard) });
      const wait = AGAIN[Math.min(failures, AGAIN.length - 1)] ?? 20_000;
      failures += 1;
      await new Promise<void>((resolve) => {
        wake = resolve;
        later(wait, resolve);
      });
    }
    clearTimeout(timer);
  }

  // A machine that slept, or a network that came back, is looked at at once.
  const look = (): void => {
    if (document.visibilityState === "visible" && clock.machine() - (heard ?? 0) > 20_000) {
      attempt.abort();
      wake();
    }
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", look);
  onConnection({ state: "connecting", since: undefined });
  void keepListening();
  return () => {
    closed = true;
    attempt.abort();
    wake();
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", look);
  };
}

import { sessionHolder } from "../auth/session.ts";
import { seesClinical } from "../domain/people.ts";
import type { ApiContext, Principal } from "./context.ts";
import { type Audience, audience, type EventRow, eventFor } from "./event-view.ts";
import type { ApiConfig, Every } from "./options.ts";

/** Where a stream's bytes go: a server-sent-events response. */
export type Sink = {
  write(text: string): void;
  /** Bytes handed over that the listener has not taken yet. */
  buffered(): number;
  /** More is waiting than the line takes at once. */
  isStuck(): boolean;
  /** Resolves when the listener has taken them, or has gone. */
  drained(): Promise<void>;
  end(): void;
  /** Drops the line without waiting for the listener to take what was sent. */
  destroy(): void;
};

type Stream = {
  principal: Principal;
  readonly sink: Sink;
  /** The last event looked at; everything up to it was sent or not for this listener. */
  cursor: number;
  /** Has caught up with the store and is served from commits. */
  live: boolean;
  ended: boolean;
  /** Heartbeats in a row at which nothing was being taken. */
  stalled: number;
};

/** A reading as it is told: no id, since it is not repeated, and no value, since it is read (and logged) at the API. */
type NewReading = { readonly patient: string; readonly text: string };

export type Live = {
  /**
   * Adds a listener. With `lastEventId` what happened since is sent first; when that is too far back or from another
   * store, a `reset` says so and sending begins with what comes next.
   * @returns ends the stream; `undefined` when the session has too many already
   */
  open(principal: Principal, sink: Sink, lastEventId: string | undefined): (() => void) | undefined;
  /** Closes the streams whose session has ended: called after whatever may have ended one. */
  recheck(): void;
  /** How many are listening. */
  size(): number;
  stop(): void;
};

/** One message of the stream (WHATWG HTML §9.2.6); JSON text has no line breaks. */
const message = (event: string, data: unknown, id?: number): string =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** A comment, so that proxies and listeners know that the line is alive. */
const heartbeat = ": heartbeat\n\n";

/** Events read at a time. */
const pageSize = 200;
/** A listener that takes nothing for this many heartbeats is dropped. */
const maxStalled = 4;

const columns = "seq, at, type, alert, patient, team, actor, reason, data";

/**
 * Follows the ledger's commits and tells each listener what it may see.
 * @param failed is told when the store could not be read; the listeners then come back by themselves
 */
export function liveStreams(
  context: Pick<ApiContext, "db" | "clock" | "ledger">,
  config: ApiConfig["live"],
  every: Every,
  failed: (error: unknown) => void,
): Live {
  const { db, clock, ledger } = context;
  const streams = new Set<Stream>();
  let readings: NewReading[] = [];
  let scheduled = false;

  const eventsAfter = (seq: number): EventRow[] =>
    db.all<EventRow>(`SELECT ${columns} FROM event WHERE seq > ? ORDER BY seq LIMIT ${pageSize}`, seq);

  function end(stream: Stream): void {
    stream.ended = true;
    stream.live = false;
    stream.sink.end();
  }

  /** Reads the session again: teams and role as they are now. Ends the stream when there is none any more. */
  function isCurrent(stream: Stream): boolean {
    if (stream.ended) return false;
    const holder = sessionHolder(db, stream.principal.session.token, clock.now());
    if (!holder || !mayListen(holder)) {
      end(stream);
      return false;
    }
    stream.principal = holder;
    return true;
  }

  /** Says that something was left out and closes: the listener comes back for the rest, which is in the store. */
  function drop(stream: Stream): void {
    stream.sink.write(message("reset", { reason: "slow" }));
    end(stream);
  }

  function deliver(stream: Stream, rows: readonly EventRow[], who: Audience): void {
    for (const row of rows) {
      if (row.seq <= stream.cursor) continue;
      const event = eventFor(stream.principal, row, who);
      if (event) stream.sink.write(message(row.type, event, row.seq));
      stream.cursor = row.seq;
    }
  }

  /** Sends what the store holds since the cursor, as fast as the listener takes it, and then goes live. */
  async function catchUp(stream: Stream): Promise<void> {
    while (isCurrent(stream)) {
      const rows = eventsAfter(stream.cursor);
      deliver(stream, rows, audience(db));
      if (rows.length < pageSize) {
        stream.live = true;
        return;
      }
      await stream.sink.drained();
    }
  }

  function fanOut(): void {
    scheduled = false;
    const news = readings;
    readings = [];
    const who = audience(db);
    let following = [...streams].filter((stream) => stream.live);
    for (;;) {
      const from = Math.min(...following.map((stream) => stream.cursor));
      const rows = following.length === 0 ? [] : eventsAfter(from);
      if (rows.length > 0) following = following.filter(isCurrent);
      for (const stream of following) deliver(stream, rows, who);
      for (const stream of following) if (stream.sink.buffered() > config.maxBuffered) drop(stream);
      following = following.filter((stream) => stream.live);
      if (rows.length < pageSize) break;
    }
    for (const stream of following) tellReadings(stream, news, who);
  }

  function tellReadings(stream: Stream, news: readonly NewReading[], who: Audience): void {
    if (!seesClinical(stream.principal.role)) return;
    const theirs = news.filter(({ patient }) => {
      const teams = who.teamsOf(patient);
      return stream.principal.teams.some((team) => teams.has(team));
    });
    if (theirs.length === 0 || !isCurrent(stream)) return;
    stream.sink.write(theirs.map((reading) => reading.text).join(""));
  }

  function beat(stream: Stream): void {
    // Was told to end a heartbeat ago and the listener still hasn't taken it.
    if (stream.ended) return stream.sink.destroy();
    if (!isCurrent(stream)) return;
    stream.stalled = stream.sink.isStuck() ? stream.stalled + 1 : 0;
    if (stream.stalled >= maxStalled) drop(stream);
    else if (stream.stalled === 0) stream.sink.write(heartbeat);
  }

  /** A store that can't be read must not end the process, nor leave anybody listening to silence. */
  function guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      failed(error);
      streams.forEach(end);
    }
  }

  const stopFollowing = ledger.onCommit((_lastEvent, outcomes) => {
    if (streams.size === 0) return;
    for (const { patient, team, kind, id } of outcomes.flatMap((outcome) => outcome.readings ?? [])) {
      readings.push({ patient, text: message("reading", { type: "reading", patient, team, kind, reading: id }) });
    }
    if (scheduled) return;
    scheduled = true;
    // Several commits in one turn are told together.
    setImmediate(() => guarded(fanOut));
  });
  const stopBeating = every(config.heartbeat, () => guarded(() => streams.forEach(beat)));

  return {
    open(principal, sink, lastEventId) {
      const { token } = principal.session;
      const ofSession = [...streams].filter((other) => Buffer.compare(other.principal.session.token, token) === 0);
      if (ofSession.length >= config.perSession) return undefined;

      const kept = db.get<{ first: number | null; last: number | null }>(
        "SELECT min(seq) AS first, max(seq) AS last FROM event",
      );
      const last = kept?.last ?? 0;
      const wanted = lastEventId === undefined ? last : /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : -1;
      const isKnown = wanted >= (kept?.first ?? 1) - 1 && wanted <= last;
      const stream: Stream = {
        principal,
        sink,
        cursor: isKnown ? wanted : last,
        live: false,
        ended: false,
        stalled: 0,
      };
      streams.add(stream);
      const reason = wanted < 0 || wanted > last ? "unknown" : "too-old";
      sink.write(isKnown ? heartbeat : message("reset", { reason, seq: last }, last));
      catchUp(stream).catch((error: unknown) => {
        failed(error);
        end(stream);
      });
      return () => {
        stream.ended = true;
        stream.live = false;
        streams.delete(stream);
      };
    },
    recheck() {
      guarded(() => streams.forEach(isCurrent));
    },
    size: () => streams.size,
    stop() {
      stopFollowing();
      stopBeating();
      streams.forEach(end);
    },
  };
}

/** Administrators see accounts and no patients: there is nothing here for them. */
const mayListen = (principal: Principal): boolean => principal.role !== "admin";

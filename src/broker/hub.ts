import type { Clock } from "../clock.ts";
import { packetType } from "./wire.ts";

/** A connection, as its hub sees it. */
export type HubSession = {
  /** Called when a packet that was held may be let through: ask again. */
  wake(): void;
  close(): void;
  /** Resolves when the connection and everything aedes kept of it have gone. */
  gone(): Promise<void>;
};

export type HubLimits = {
  readonly messagesPerSecond: number;
  readonly burst: number;
  readonly inFlight: number;
};

/** Acknowledgements and DISCONNECT are never held: they free something. */
const free: readonly number[] = [packetType.puback, packetType.pubrec, packetType.pubcomp, packetType.disconnect];

/**
 * One hub, with all its connections: its share of the platform. Kept for the life of the process, so that a hub can't
 * win a fresh allowance by connecting again; there are never more of them than hubs with a valid secret.
 */
export class Hub {
  readonly id: string;
  /** Accepted connections by session key. */
  readonly sessions = new Map<string, HubSession>();
  /** How many of them have had their CONNACK. */
  open = 0;
  readonly #limits: HubLimits;
  readonly #clock: Clock;
  readonly #onRateLimit: () => void;
  #tokens: number;
  #refilledAt: number;
  #limited = false;
  #inFlight = 0;
  #timer: NodeJS.Timeout | undefined;
  #waking = false;
  readonly #waitForToken = new Set<HubSession>();
  readonly #waitForRoom = new Set<HubSession>();

  constructor(id: string, limits: HubLimits, clock: Clock, onRateLimit: () => void) {
    this.id = id;
    this.#limits = limits;
    this.#clock = clock;
    this.#onRateLimit = onRateLimit;
    this.#tokens = limits.burst;
    this.#refilledAt = clock.now();
  }

  /**
   * Whether a packet of this type may go on now: a token bucket for all, and room among the messages in flight for
   * PUBLISH. If not, the session is woken when it is worth asking again.
   */
  admit(type: number, session: HubSession): boolean {
    if (free.includes(type)) return true;
    if (type === packetType.publish && this.#inFlight >= this.#limits.inFlight) {
      this.#waitForRoom.add(session);
      return false;
    }
    this.#refill();
    if (this.#tokens < 1) {
      this.#waitForToken.add(session);
      this.#wakeWithTokens();
      return false;
    }
    this.#tokens -= 1;
    if (type === packetType.publish) this.#inFlight += 1;
    return true;
  }

  /** Some PUBLISHes that were admitted are settled, or will never come. */
  release(messages: number): void {
    this.#inFlight -= messages;
    if (this.#waking || this.#waitForRoom.size === 0) return;
    // Once for all that settle in this turn of the event loop: a group commit frees many places together.
    this.#waking = true;
    setImmediate(() => {
      this.#waking = false;
      wakeAll(this.#waitForRoom);
    });
  }

  /** A connection has gone. */
  forget(session: HubSession): void {
    this.#waitForRoom.delete(session);
    this.#waitForToken.delete(session);
    if (this.#waitForToken.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #refill(): void {
    const now = this.#clock.now();
    const { burst, messagesPerSecond } = this.#limits;
    // A wall clock may be set back; that gives nothing and takes nothing.
    const elapsed = Math.max(0, now - this.#refilledAt);
    this.#tokens = Math.min(burst, this.#tokens + (elapsed * messagesPerSecond) / 1000);
    this.#refilledAt = now;
    if (this.#tokens >= burst / 2) this.#limited = false;
  }

  #wakeWithTokens(): void {
    // One episode is told once, until the hub has been calm long enough to win half its burst back.
    if (!this.#limited) {
      this.#limited = true;
      this.#onRateLimit();
    }
    const { burst, messagesPerSecond } = this.#limits;
    // A twentieth of a second's worth at a time, rather than a timer per packet.
    const worthwhile = Math.min(burst, Math.max(1, messagesPerSecond / 20));
    const wait = ((worthwhile - this.#tokens) / messagesPerSecond) * 1000;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        wakeAll(this.#waitForToken);
      },
      Math.min(Math.ceil(wait), 60_000),
    );
  }
}

function wakeAll(waiting: Set<HubSession>): void {
  const sessions = [...waiting];
  waiting.clear();
  for (const session of sessions) session.wake();
}

import type { ErrorCode } from "../errors.ts";
import { checkHead, type FrameLimits } from "./frames.ts";
import { incomplete, packetType } from "./wire.ts";

/**
 * Stands between a socket and aedes and lets whole, valid packet heads through, as many as are admitted. Payload bytes
 * pass as they come and are never collected; what is not yet admitted stays here and, behind it, in the socket, so that
 * a hub that sends too fast is slowed by TCP and loses nothing.
 */
export class Gate {
  readonly #limits: FrameLimits;
  #rest: Buffer | undefined;
  /** Bytes still to come of the payload under way. */
  #payload = 0;
  #ended = false;
  /** Why the connection must be closed; everything before the offending packet has been let through. */
  violation: ErrorCode | undefined;
  /** Whether a packet waits for admission. */
  held = false;

  constructor(limits: FrameLimits) {
    this.#limits = limits;
  }

  /**
   * Takes the bytes just received, if any, and gives those that may go on, if any. `admit` is asked once per packet,
   * with its type, in order; false holds it and everything behind it until the next call.
   */
  pass(received: Buffer | null, admit: (type: number) => boolean): Buffer | null {
    const bytes = this.#take(received);
    this.held = false;
    if (!bytes) return null;
    let at = 0;
    for (const end = bytes.length; at < end && !this.violation && !this.#ended; ) {
      if (this.#payload > 0) {
        const part = Math.min(this.#payload, end - at);
        this.#payload -= part;
        at += part;
        continue;
      }
      const head = checkHead(bytes, at, this.#limits);
      if (head === incomplete) break;
      if (typeof head === "string") {
        this.violation = head;
        break;
      }
      if (!admit(head.type)) {
        this.held = true;
        break;
      }
      at += head.checked;
      this.#payload = head.payload;
      // Nothing may follow DISCONNECT [MQTT-3.14.4-2]; what does is not looked at.
      this.#ended = head.type === packetType.disconnect;
    }
    return this.#give(bytes, at);
  }

  /** Takes back the last of the bytes that are held, to be received again. */
  lastHeld(): Buffer | undefined {
    const rest = this.#rest;
    if (!this.held || !rest) return undefined;
    this.#rest = rest.length > 1 ? rest.subarray(0, -1) : undefined;
    return rest.subarray(-1);
  }

  #take(received: Buffer | null): Buffer | undefined {
    const rest = this.#rest;
    if (!received) return rest;
    return rest ? Buffer.concat([rest, received]) : received;
  }

  #give(bytes: Buffer, at: number): Buffer | null {
    this.#rest = at < bytes.length && !this.violation && !this.#ended ? bytes.subarray(at) : undefined;
    if (at === 0) return null;
    return at === bytes.length ? bytes : bytes.subarray(0, at);
  }
}

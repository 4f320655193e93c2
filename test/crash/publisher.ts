import { connect as connectSocket } from "node:net";

/**
 * The few packets of MQTT 3.1.1 that a hub needs, straight on a socket: a client library would hide which bytes were
 * acknowledged before the end, and would send again by its own rules.
 */

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
};

function packet(first: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length: number[] = [];
  for (let rest = body.length; length.length === 0 || rest > 0; rest >>= 7) {
    length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  }
  return Buffer.concat([Buffer.from([first, ...length]), body]);
}

/** One connection of a hub. */
export type Publisher = {
  /** Sends a PUBLISH of QoS 1 (§3.3). */
  publish(packetId: number, topic: string, payload: Uint8Array, dup: boolean): void;
  /** Resolves when the connection has ended and everything that came before has been read. */
  readonly closed: Promise<void>;
  readonly close: () => void;
};

/**
 * Connects and resolves after CONNACK, or when the connection ends before it.
 * @param onAck called with the packet id of every PUBACK
 */
export async function connectPublisher(
  port: number,
  { hub, secret, listens }: { readonly hub: string; readonly secret: string; readonly listens: boolean },
  onAck: (packetId: number) => void,
): Promise<Publisher> {
  const socket = connectSocket({ host: "127.0.0.1", port, noDelay: true });
  // The end is expected, with or without a reset.
  socket.on("error", () => {});
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  const accepted = Promise.withResolvers<void>();
  let pending: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    pending = pending.length > 0 ? Buffer.concat([pending, chunk]) : chunk;
    for (let next = readPacket(pending); next; next = readPacket(pending)) {
      pending = pending.subarray(next.size);
      if (next.type === 2) {
        if (next.body[1] === 0) accepted.resolve();
        else accepted.reject(new Error(`CONNACK ${next.body[1]}`));
      }
      if (next.type === 4) onAck(next.body.readUInt16BE(0));
    }
  });
  // Clean session, username and password; no keep alive.
  const connect = [text("MQTT"), Buffer.from([4, 0b1100_0010, 0, 0]), text(`${hub}-crash`), text(hub), text(secret)];
  socket.write(packet(0x10, ...connect));
  // QoS 0, so that receipts need no answer.
  if (listens) socket.write(packet(0x82, Buffer.from([0, 1]), text(`hv/v1/${hub}/receipts`), Buffer.from([0])));
  await Promise.race([accepted.promise, closed]);
  return {
    publish(packetId, topic, payload, dup) {
      const id = Buffer.from([packetId >> 8, packetId & 0xff]);
      socket.write(packet(dup ? 0x3a : 0x32, text(topic), id, Buffer.from(payload)));
    },
    closed,
    close: () => void socket.destroy(),
  };
}

/** The first whole packet in the bytes (§2.2); `undefined` when there is none yet. */
function readPacket(bytes: Buffer): { type: number; body: Buffer; size: number } | undefined {
  let length = 0;
  for (let index = 1; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    length |= (byte & 0x7f) << (7 * (index - 1));
    if (byte & 0x80) continue;
    const size = index + 1 + length;
    return bytes.length < size ? undefined : { type: bytes[0]! >> 4, body: bytes.subarray(index + 1, size), size };
  }
  return undefined;
}

import { connect, type Socket } from "node:net";
import { connectPacket, pubackPacket, subscribePacket } from "./packets.ts";

/** One raw MQTT connection that publishes at QoS 1 and counts acknowledgements. */
export type Client = {
  /** Sends a packet; at most `window` may be waiting, which the caller keeps. */
  send(packet: Buffer): void;
  readonly close: () => void;
};

export type Heard = {
  readonly onAcknowledged: (packetId: number) => void;
  readonly onReceipt: () => void;
  readonly onClose: () => void;
};

/** Connects, logs in and, where asked, listens to the hub's topics. Resolves when the broker has agreed to all of it. */
export function openClient(
  port: number,
  hub: string,
  secret: string,
  receipts: boolean,
  heard: Heard,
): Promise<Client> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let rest: Buffer = Buffer.alloc(0);
    // What one turn of the event loop sends goes out in one write, whole packets only.
    let corked = false;
    const send = (packet: Buffer): void => {
      if (!corked) {
        corked = true;
        socket.cork();
        setImmediate(() => {
          corked = false;
          socket.uncork();
        });
      }
      socket.write(packet);
    };
    const client: Client = { send, close: () => socket.destroy() };
    socket.once("connect", () => socket.write(connectPacket(hub, hub, secret)));
    socket.once("error", reject);
    socket.once("close", () => {
      reject(new Error(`${hub}: the broker closed the connection`));
      heard.onClose();
    });
    socket.on("data", (chunk: Buffer) => {
      let data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      for (;;) {
        const length = packetLength(data);
        if (length === undefined || data.length < length) break;
        take(data.subarray(0, length));
        data = data.subarray(length);
      }
      rest = Buffer.from(data);
    });

    function take(packet: Buffer): void {
      switch (packet[0]! >> 4) {
        case 2:
          if (packet[3] !== 0) return reject(new Error(`${hub}: CONNACK ${packet[3]}`));
          if (!receipts) return resolve(client);
          socket.write(subscribePacket(`hv/v1/${hub}/+`));
          return;
        case 9:
          return resolve(client);
        case 4:
          return heard.onAcknowledged(packet.readUInt16BE(2));
        case 3: {
          heard.onReceipt();
          if (((packet[0]! >> 1) & 3) === 0) return;
          const head = headerLength(packet);
          send(pubackPacket(packet.readUInt16BE(head + 2 + packet.readUInt16BE(head))));
        }
      }
    }
  });
}

const headerLength = (packet: Buffer): number => {
  let at = 1;
  while (packet[at]! & 0x80) at += 1;
  return at + 1;
};

/** The whole length of the packet that begins here, once enough of it has come to tell. */
function packetLength(data: Buffer): number | undefined {
  let length = 0;
  for (let index = 0; index < 4; index += 1) {
    const byte = data[1 + index];
    if (byte === undefined) return undefined;
    length += (byte & 0x7f) * 128 ** index;
    if (byte < 0x80) return 2 + index + length;
  }
  throw new Error("a packet length of more than four bytes");
}

/** MQTT 3.1.1 packets as bytes, written once and sent many times: a client library is too slow to load a broker with. */

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value, "utf8");
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
};

/** A packet with its fixed header; the remaining length as section 2.2.3 has it. */
function packet(header: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length: number[] = [];
  let left = body.length;
  do {
    length.push((left % 128) | (left >= 128 ? 0x80 : 0));
    left = Math.floor(left / 128);
  } while (left > 0);
  return Buffer.concat([Buffer.from([header, ...length]), body]);
}

/** CONNECT with a user name and password, clean session, keep alive 60 s. */
export const connectPacket = (client: string, username: string, password: string): Buffer =>
  packet(0x10, text("MQTT"), Buffer.from([4, 0xc2, 0, 60]), text(client), text(username), text(password));

/** SUBSCRIBE to one filter at QoS 1. */
export const subscribePacket = (filter: string): Buffer =>
  packet(0x82, Buffer.from([0, 1]), text(filter), Buffer.from([1]));

/** PUBACK of a packet id. */
export const pubackPacket = (id: number): Buffer => Buffer.from([0x40, 2, id >> 8, id & 0xff]);

/** A PUBLISH at QoS 1 whose packet id and parts of the payload are overwritten before each sending. */
export type Template = { readonly bytes: Buffer; readonly idAt: number; readonly payloadAt: number };

/** PUBLISH at QoS 1. */
export function publishTemplate(topic: string, payload: string): Template {
  const name = text(topic);
  const bytes = packet(0x32, name, Buffer.from([0, 0]), Buffer.from(payload, "utf8"));
  const payloadAt = bytes.length - Buffer.byteLength(payload);
  return { bytes, idAt: payloadAt - 2, payloadAt };
}

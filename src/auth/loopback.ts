import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether an address is this machine's own, IPv4-mapped IPv6 included. */
export function isLoopbackAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  const family = isIP(plain);
  return family !== 0 && loopback.check(plain, family === 4 ? "ipv4" : "ipv6");
}

const forwardingHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/**
 * Whether a request was made on this machine. It counts what the socket says, never what a header says; and a request
 * that a proxy passed on doesn't count, since behind a proxy on this machine the whole world comes from loopback.
 */
export const isLocal = (request: IncomingMessage): boolean =>
  isLoopbackAddress(request.socket.remoteAddress ?? "") &&
  forwardingHeaders.every((header) => request.headers[header] === undefined);

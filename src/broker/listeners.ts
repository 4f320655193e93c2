import { BlockList, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket } from "node:tls";
import { HemvaktError } from "../errors.ts";
import { listenFailure } from "../listen-failure.ts";
import type { ClientCertificate, TlsOptions } from "./types.ts";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

/** Whether a host to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || loopback.check(host) || loopback.check(host, "ipv6");
}

/**
 * Secrets and readings must not cross a network in clear text.
 * @throws HemvaktError `MQTT_PLAINTEXT_REFUSED` unless the host is loopback or the listener is encrypted.
 */
export function requireLoopbackOrTls(host: string, encrypted: boolean): void {
  if (!encrypted && !isLoopback(host)) throw new HemvaktError("MQTT_PLAINTEXT_REFUSED", `The host is ${host}.`);
}

/** A device may be gone without a word for hours; the kernel asks after this many milliseconds. */
const socketOptions = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 };

/** Plain MQTT over TCP. */
export const tcpServer = (accept: (socket: Socket) => void): Server => createTcpServer(socketOptions, accept);

/**
 * MQTT over TLS. With `ca` a client may show a certificate; `accept` gets it when `ca` signed it. One that nobody
 * vouches for counts as none.
 */
export const tlsServer = (
  tls: TlsOptions,
  accept: (socket: TLSSocket, certificate: ClientCertificate | undefined) => void,
): Server =>
  createTlsServer({ ...socketOptions, ...tlsServerOptions(tls) }, (socket) =>
    accept(socket, clientCertificate(socket)),
  );

export const tlsServerOptions = (tls: TlsOptions) => ({
  key: tls.key,
  cert: tls.cert,
  handshakeTimeout: 10_000,
  // Only with an authority of our own: by default anybody with a certificate from a public one could name a hub.
  ...(tls.ca === undefined ? {} : { ca: tls.ca, requestCert: true, rejectUnauthorized: false }),
});

/** The client certificate that the configured authority signed, now or when the session began. */
export function clientCertificate(socket: TLSSocket): ClientCertificate | undefined {
  if (!socket.authorized) return undefined;
  const { subject, fingerprint256 } = socket.getPeerCertificate();
  const cn: unknown = subject?.CN;
  if (typeof cn !== "string") return undefined;
  return { cn, fingerprint: fingerprint256.replaceAll(":", "").toLowerCase() };
}

/**
 * Begins to listen and gives the port.
 * @throws HemvaktError `CONFIG_INVALID` naming the port and the variable that sets it.
 */
export function listen(server: Server, host: string, port: number, variable: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      reject(listenFailure(error, host, port, variable));
    };
    server.once("error", failed);
    server.listen({ host, port, backlog: 4096 }, () => {
      server.off("error", failed);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

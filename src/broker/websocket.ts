import { createServer as createHttpServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import { createWebSocketStream, type WebSocket, WebSocketServer } from "ws";
import type { Connection } from "./connection.ts";
import { clientCertificate, tlsServerOptions } from "./listeners.ts";
import type { BrokerLimits, ClientCertificate, TlsOptions } from "./types.ts";

/** A frame may hold many packets [MQTT-6.0.0-2]; this is how many bytes beyond one largest packet it may have. */
const frameSlack = 131_072;

/** HTTP's own limits: a peer that has not asked for an upgrade in this time goes. */
const patience = 10_000;

/**
 * MQTT over WebSocket (MQTT 3.1.1 §6), encrypted with the certificate of `tls` if given. `accept` gets a stream of the
 * MQTT bytes and must return their connection.
 */
export function webSocketServer(
  tls: TlsOptions | undefined,
  limits: BrokerLimits,
  accept: (stream: Duplex, certificate: ClientCertificate | undefined) => Connection,
): HttpServer {
  const options = { headersTimeout: patience, requestTimeout: patience, noDelay: true, keepAlive: true };
  const server = tls ? createHttpsServer({ ...options, ...tlsServerOptions(tls) }) : createHttpServer(options);
  server.on("request", (_request, response) => {
    response.writeHead(426, { "content-type": "text/plain", upgrade: "websocket" }).end("MQTT over WebSocket only\n");
  });
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.payloadBytes + frameSlack,
    // [MQTT-6.0.0-3], [MQTT-6.0.0-4]
    handleProtocols: (offered) => (offered.has("mqtt") ? "mqtt" : false),
  });
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (!offersMqtt(request)) return void socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = accept(
        openStream(webSocket),
        socket instanceof TLSSocket ? clientCertificate(socket) : undefined,
      );
      limitUntilOpen(socket, limits, connection);
    });
  });
  return server;
}

const offersMqtt = (request: IncomingMessage): boolean =>
  (request.headers["sec-websocket-protocol"] ?? "").split(",").some((offer) => offer.trim() === "mqtt");

function openStream(webSocket: WebSocket): Duplex {
  const stream = createWebSocketStream(webSocket);
  // Only binary frames carry MQTT; anything else closes the connection [MQTT-6.0.0-1]. First in line, so that the
  // stream has been destroyed when its own listener gets the text.
  webSocket.prependListener("message", (_data, isBinary) => {
    if (!isBinary) stream.destroy();
  });
  return stream;
}

/**
 * `ws` collects a frame before it hands it on. Until a connection is accepted it may collect no more than a TCP
 * connection would have read by then: one CONNECT and one read of the kernel's buffer.
 */
function limitUntilOpen(socket: Socket, limits: BrokerLimits, connection: Connection): void {
  let received = 0;
  const count = (chunk: Buffer) => {
    if (connection.isOpen) return void socket.off("data", count);
    received += chunk.length;
    if (received <= limits.connectBytes + 65_536) return;
    socket.off("data", count);
    connection.refuse("MQTT_CONNECT_TOO_LARGE");
  };
  socket.prependListener("data", count);
}

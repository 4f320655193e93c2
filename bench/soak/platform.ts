import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import { pino } from "pino";
import { startApp } from "../../src/app.ts";
import { listenForStop } from "../../src/cli/stopping.ts";
import { realClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { type Pace, simulatedAt } from "./plan.ts";

/**
 * The whole platform in a process of its own, as `hemvakt serve` runs it, but with a clock that runs ahead. Its pace is
 * the argument, its settings come from the environment; "cut" as a message destroys every MQTT connection.
 */
const pace = JSON.parse(process.argv[2]!) as Pace;
const sockets = new Set<Socket>();
const config = readConfig(process.env);

subscribe("net.server.socket", (message) => {
  const { socket } = message as { socket: Socket };
  if (socket.localPort !== config.mqttPort) return;
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
});
process.on("message", (message) => {
  if (message === "cut") for (const socket of sockets) socket.destroy();
});

const stopping = listenForStop();
const app = await startApp(config, {
  clock: { now: () => Math.floor(simulatedAt(pace, realClock.now())) },
  log: pino({ level: "silent" }),
  onFatal: () => process.exit(1),
});
process.send!("ready");
await stopping.asked;
await app.stop();
process.exit(0);

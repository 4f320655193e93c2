import { connect } from "mqtt";
import type { Home } from "../simulators/index.ts";

/** A hub that is refused or cut off tries again so often. */
const PATIENCE = 60_000;

/**
 * Keeps the hubs of homes connected that have nothing to send: a home where nobody measures is not a home without a network.
 * @returns what disconnects them
 */
export function keepPresent(url: string, homes: readonly Home[]): () => Promise<void> {
  const clients = homes.map(({ hub }) => {
    const client = connect(url, {
      clientId: "presence",
      username: hub.id,
      password: hub.secret,
      reconnectPeriod: PATIENCE,
    });
    // Somebody may have given it a new secret: then it is away, which the platform tells.
    client.on("error", () => undefined);
    return client;
  });
  return async () => {
    await Promise.all(clients.map((client) => client.endAsync(true)));
  };
}

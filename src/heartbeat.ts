import { randomBytes } from "node:crypto";
import type { Duplex } from "node:stream";
import { MqttClient } from "mqtt";
import { sameText } from "./auth/tokens.ts";
import type { Clock } from "./clock.ts";
import type { Ledger } from "./ledger/commands.ts";
import type { Database } from "./store/sqlite/database.ts";

/**
 * The platform's own heartbeat: a real MQTT message that goes the way of every reading, through the broker's gate and
 * authorisation to the ledger, is on disk, and only then acknowledged. A platform that looks well and takes nothing in has
 * none, and who watches from outside sees its age grow.
 *
 * It speaks as a hub that lives in this process only: its name and secret are made anew at each start, kept in memory and
 * known to no region. It leaves one row in the store and none in the command log.
 */
export type Heartbeat = {
  /** Whether this hub is the heartbeat's. */
  readonly isOwn: (hub: string) => boolean;
  /** Whether it is, and shows its secret. */
  readonly authenticate: (hub: string, secret: Buffer | undefined) => boolean;
  /** What is done with its message: resolves when it is on disk. */
  readonly ingest: () => Promise<void>;
  /** Begins to beat over a connection to the broker. */
  readonly start: (connect: () => Duplex) => void;
  /** Beats now; resolves with the acknowledgement. While one is under way there is no other. */
  readonly beat: () => Promise<void>;
  /** Milliseconds since the last one that was acknowledged, by this run or an earlier; `undefined` before the first. */
  readonly age: () => number | undefined;
  readonly stop: () => Promise<void>;
};

/** @param interval milliseconds between two beats */
export function createHeartbeat(
  parts: {
    readonly db: Database;
    readonly ledger: Ledger;
    readonly clock: Clock;
    readonly onFailure: (what: string, error: unknown) => void;
  },
  interval: number,
): Heartbeat {
  const { db, ledger, clock, onFailure } = parts;
  const hub = `heartbeat-${randomBytes(12).toString("hex")}`;
  const secret = randomBytes(32).toString("base64url");
  let acknowledgedAt = db.get<{ at: number }>("SELECT at FROM heartbeat")?.at;
  let client: MqttClient | undefined;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  let beats = 0;
  let stopping = false;

  const age = (): number | undefined =>
    acknowledgedAt === undefined ? undefined : Math.max(0, clock.now() - acknowledgedAt);

  async function send(): Promise<void> {
    await client?.publishAsync(`hv/v1/${hub}/heartbeat`, String((beats += 1)), { qos: 1 });
    acknowledgedAt = clock.now();
  }
  const beat = (): Promise<void> => (underWay ??= send().finally(() => (underWay = undefined)));
  const beatSafely = (): void => {
    beat().catch((error: unknown) => {
      if (!stopping) onFailure("no heartbeat", error);
    });
  };

  return {
    isOwn: (id) => id === hub,
    authenticate: (id, shown) => id === hub && shown !== undefined && sameText(shown.toString("utf8"), secret),
    async ingest() {
      await ledger.submit({ kind: "heartbeat", actor: "platform" });
    },
    start(connect) {
      client = new MqttClient(() => connect(), {
        protocol: "mqtt",
        username: hub,
        password: secret,
        clientId: "heartbeat",
        keepalive: 0,
        reconnectPeriod: 1000,
      });
      // Without a listener it would end the process; that nothing is acknowledged is what counts.
      client.on("error", (error) => onFailure("the heartbeat's connection failed", error));
      beatSafely();
      timer = setInterval(beatSafely, interval);
    },
    beat,
    age,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await client?.endAsync(true);
    },
  };
}

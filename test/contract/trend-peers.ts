import { HttpError, InfluxDB } from "@influxdata/influxdb-client";
import type { InfluxTarget } from "../../src/outbox/influx.ts";
import { type FluxBridge, startFluxBridge } from "../helpers/flux-bridge.ts";
import { type InfluxServer, startInfluxDb } from "./influx-servers.ts";

/** A peer that trends are read from by Flux. */
export type TrendPeer = {
  readonly target: InfluxTarget;
  /** The platform's settings for it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Writes lines past the platform. */
  write(lines: readonly string[]): Promise<void>;
  remove(): Promise<void>;
};

const settingsFor = ({ url, token, org, bucket }: Required<Omit<InfluxTarget, "path">>) => ({
  HEMVAKT_INFLUX_URL: url ?? "",
  HEMVAKT_INFLUX_TOKEN: token ?? "",
  HEMVAKT_INFLUX_ORG: org ?? "",
  HEMVAKT_INFLUX_BUCKET: bucket ?? "",
  HEMVAKT_INFLUX_TRENDS: "on",
});

function peerAt(access: Required<Omit<InfluxTarget, "path">>, remove: () => Promise<void>): TrendPeer {
  const { url, token = "", org = "", bucket = "" } = access;
  return {
    target: access,
    settings: settingsFor(access),
    async write(lines) {
      const api = new InfluxDB({ url, token }).getWriteApi(org, bucket, "ns", {
        maxRetries: 0,
        flushInterval: 0,
        batchSize: 100_000,
      });
      api.writeRecords([...lines]);
      await api.close().catch((error: unknown) => {
        throw error instanceof HttpError ? new Error(`${error.statusCode} ${error.body}`, { cause: error }) : error;
      });
    },
    remove,
  };
}

/** A real InfluxDB 1.6 behind a translator from the platform's one Flux query to InfluxQL: see `startFluxBridge`. */
export async function startBridged(): Promise<TrendPeer & { bridge: FluxBridge; server: InfluxServer }> {
  const server = await startInfluxDb();
  const access = { token: "bridge-token", org: "region", bucket: "hemvakt" };
  const bridge = await startFluxBridge(server.url, "hemvakt", access);
  const peer = peerAt({ url: bridge.url, ...access }, async () => {
    await bridge.close();
    await server.remove();
  });
  return { ...peer, bridge, server };
}

/**
 * The peers that every trend test runs against: the bridged one, and a real InfluxDB 2 where the environment names one
 * by `HEMVAKT_TEST_INFLUX2_URL`, `_TOKEN`, `_ORG` and `_BUCKET`. Nothing in the bucket is touched but what is added:
 * each run has pseudonyms of its own.
 */
export function trendPeers(): [name: string, start: () => Promise<TrendPeer>][] {
  const peers: [string, () => Promise<TrendPeer>][] = [["InfluxDB 1.6 behind a Flux translator", startBridged]];
  const from = (name: string): string => process.env[`HEMVAKT_TEST_INFLUX2_${name}`] ?? "";
  const url = from("URL");
  if (url !== "") {
    const access = { url, token: from("TOKEN"), org: from("ORG"), bucket: from("BUCKET") };
    peers.push(["InfluxDB 2", async () => peerAt(access, async () => {})]);
  }
  return peers;
}

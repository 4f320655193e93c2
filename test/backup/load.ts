import { randomUUID } from "node:crypto";
import { hashHubSecret } from "../../src/auth/hub-secret.ts";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import type { Declared } from "../../src/region/region.ts";
import { preset } from "../../src/rules/presets.ts";
import type { Platform } from "../helpers/platform.ts";

const HUBS = 8;
const DAY = 86_400_000;
/** Messages of one hub on their way at a time. */
const WINDOW = 16;

const declare = <T extends object>(entries: readonly T[]): Declared<T>[] =>
  entries.map((entry) => ({ ...entry, digest: JSON.stringify(entry) }));

/** Adds homes `home-0` to `home-7` of team `north`, each a hub with a patient's oximeter, and connects their hubs. */
async function openHomes(platform: Platform, secret: string) {
  const from = platform.clock.now() - 30 * DAY;
  const key = loadOrCreateKey(platform.folder);
  const ids = Array.from({ length: HUBS }, (_, index) => `home-${index}`);
  await platform.app.ledger.submit({
    kind: "region-import",
    actor: "import",
    region: {
      teams: [],
      staff: [],
      patients: declare(
        ids.map((id) => ({
          id,
          name: { given: "Prov", family: `Exempel ${id}` },
          team: "north",
          otherTeams: [],
          enrolledAt: from,
        })),
      ),
      plans: declare(
        ids.map((patient) => ({
          patient,
          version: 1,
          body: preset(["copd"]),
          signedBy: "karin",
          signedAt: from,
          validFrom: from,
        })),
      ),
      hubs: declare(
        ids.map((id) => ({
          id,
          team: "north",
          secretHmac: hashHubSecret(key, secret),
          zone: "Europe/Stockholm",
          forwarding: "live" as const,
        })),
      ),
      devices: declare(ids.map((id) => ({ id, hub: id, model: "generic-pulse-oximeter" }))),
      rota: [],
      responsibilities: [],
      assignments: declare(ids.map((id) => ({ device: id, patient: id, from }))),
    },
  });
  return Promise.all(ids.map(async (id) => ({ id, hub: await platform.hub(id, { password: secret }) })));
}

/** A reading as its sender knows it: `<patient> <when measured, in milliseconds>`. */
export type Sent = string;

/**
 * Readings over MQTT through eight hubs, as fast as they are acknowledged, until stopped or `most` are sent. One in forty
 * is too low, so that alerts come and change all the while.
 */
export async function startLoad(platform: Platform, most: number) {
  const secret = randomUUID();
  const homes = await openHomes(platform, secret);
  const acknowledged: Sent[] = [];
  const waiting = new Set<() => void>();
  const began = performance.now();
  let sent = 0;
  let limit = most;

  async function send({ id, hub }: (typeof homes)[number]): Promise<void> {
    while (sent < limit) {
      const n = sent++;
      const at = platform.clock.now() + (n - most) * 10;
      const reading = {
        kind: "oxygen-saturation",
        spo2: n % 40 === 0 ? 82 : 94,
        pulse: 72,
        unit: "%",
        at: Temporal.Instant.fromEpochMilliseconds(at).toString(),
      };
      await hub.publish("readings", { id: `n${n}`, device: id, readings: [reading] });
      acknowledged.push(`${id} ${at}`);
      for (const look of waiting) look();
    }
  }
  const all = Promise.all(homes.flatMap((home) => Array.from({ length: WINDOW }, () => send(home))));

  return {
    /** With which each of these hubs signs in. */
    secret,
    /** What has been acknowledged so far, in that order. */
    acknowledged: acknowledged as readonly Sent[],
    /** Resolves when so many have been acknowledged. */
    reaches: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (acknowledged.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    /** Stops, waits for what is on its way, and answers readings acknowledged a second. */
    async stop(): Promise<number> {
      limit = 0;
      await all;
      return (1000 * acknowledged.length) / (performance.now() - began);
    },
  };
}

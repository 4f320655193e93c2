import { type Home, type HomeMessage, type RunReport, runHomes } from "../simulators/index.ts";
import type { Clock } from "../src/clock.ts";

/** Publishes messages as the hubs of some homes and gives the report when all are acknowledged. */
export type Send = (homes: readonly Home[], messages: (home: Home) => readonly HomeMessage[]) => Promise<RunReport>;

/**
 * The way in, the same as for any home: an MQTT connection a hub, its own secret, QoS 1. A hub that is refused, for
 * somebody gave it a new secret or revoked it, is told and the others go on. Throws AbortError when given up.
 */
export const sender =
  (to: {
    readonly url: string;
    readonly zone: string;
    readonly clock: Clock;
    readonly signal?: AbortSignal;
    readonly onRefused: (hub: string, code: string) => void;
  }): Send =>
  async (homes, messages) => {
    const { onRefused, ...where } = to;
    const report = await runHomes({ ...where, homes, messages, speed: "as-fast-as-possible" });
    where.signal?.throwIfAborted();
    for (const { hub, code } of report.failed) onRefused(hub, code);
    return report;
  };

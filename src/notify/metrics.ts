import { Counter, Gauge, type GaugeConfiguration, type Registry } from "prom-client";
import type { Clock } from "../clock.ts";
import type { Database } from "../store/sqlite/database.ts";
import { type Channel, channels, deliveryStates } from "../store/sqlite/deliveries.ts";

/** Registers a gauge that reads its value when it is scraped. */
const gauge = <T extends string>(configuration: GaugeConfiguration<T>): Gauge<T> => new Gauge(configuration);

/** What is counted of deliveries. @returns the counter of attempts */
export function deliveryMetrics(registry: Registry, db: Database, clock: Clock): Counter<"channel" | "result"> {
  const registers = [registry];
  gauge({
    name: "hemvakt_deliveries",
    help: "Deliveries by channel and state",
    labelNames: ["channel", "state"],
    registers,
    collect() {
      for (const channel of channels) {
        for (const state of deliveryStates) this.set({ channel, state }, 0);
      }
      for (const { channel, state, n } of db.all<{ channel: Channel; state: string; n: number }>(
        "SELECT channel, state, count(*) AS n FROM delivery GROUP BY channel, state",
      )) {
        this.set({ channel, state }, n);
      }
    },
  });
  gauge({
    name: "hemvakt_delivery_oldest_queued_seconds",
    help: "How long the notification that has waited longest has waited; 0 when none waits",
    registers,
    collect() {
      const oldest = db.get<{ at: number | null }>(
        "SELECT min(n.at) AS at FROM delivery d JOIN notification n ON n.id = d.notification WHERE d.next_at IS NOT NULL",
      )?.at;
      this.set(typeof oldest === "number" ? Math.max(0, clock.now() - oldest) / 1000 : 0);
    },
  });
  return new Counter({
    name: "hemvakt_delivery_attempts_total",
    help: "Attempts to deliver a notification, by channel and result",
    labelNames: ["channel", "result"],
    registers,
  });
}

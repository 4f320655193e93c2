import { Counter, collectDefaultMetrics, Gauge, type GaugeConfiguration, Histogram, Registry } from "prom-client";
import type { Receipt } from "./decision/message.ts";
import { severities } from "./domain/alert.ts";
import type { Ledger } from "./ledger/commands.ts";
import type { CommitObservation } from "./ledger/ledger.ts";
import type { Database } from "./store/sqlite/database.ts";
import { latestEngine } from "./store/sqlite/engines.ts";

/** What is counted while the platform runs. Labels are codes and states, never ids. */
export type Metrics = {
  readonly registry: Registry;
  /** A refusal or contained failure, by code. */
  count(code: string): void;
  message(channel: string): void;
  receipt(receipt: Receipt): void;
  commit(observation: CommitObservation): void;
  /** From a message's receipt to its acknowledgement, in milliseconds. */
  acknowledged(duration: number): void;
};

/** Registers a gauge that reads its value when it is scraped. */
const gauge = <T extends string>(configuration: GaugeConfiguration<T>): Gauge<T> => new Gauge(configuration);

/** Makes the metrics of one running platform. Gauges read the store when they are scraped. */
export function createMetrics(
  db: Database,
  ledger: () => Ledger | undefined,
  hubs: () => number,
  heartbeatAge: () => number | undefined = () => undefined,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const codes = new Counter({
    name: "hemvakt_refusals_total",
    help: "Refusals and contained failures by code",
    labelNames: ["code"],
    registers,
  });
  const messages = new Counter({
    name: "hemvakt_messages_total",
    help: "Messages from hubs by channel",
    labelNames: ["channel"],
    registers,
  });
  const readings = new Counter({
    name: "hemvakt_readings_total",
    help: "Readings by what became of them",
    labelNames: ["status"],
    registers,
  });
  const batch = new Histogram({
    name: "hemvakt_batch_commands",
    help: "Commands per commit",
    buckets: [1, 2, 5, 10, 50, 100, 500, 1000],
    registers,
  });
  const commits = new Histogram({
    name: "hemvakt_commit_seconds",
    help: "From handing a batch to the writer to its answer: deciding and commit",
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const fsync = new Histogram({
    name: "hemvakt_fsync_seconds",
    help: "The commit alone, in the writer: what the disk takes",
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const failures = new Counter({
    name: "hemvakt_commit_failures_total",
    help: "Batches that could not be stored",
    registers,
  });
  const lag = new Histogram({
    name: "hemvakt_acknowledge_seconds",
    help: "From a message's arrival to its acknowledgement",
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  gauge({
    name: "hemvakt_pending_commands",
    help: "Commands handed to the ledger and not answered yet",
    registers,
    collect() {
      this.set(ledger()?.pending() ?? 0);
    },
  });
  gauge({
    name: "hemvakt_hubs_connected",
    help: "Hubs with at least one connection",
    registers,
    collect() {
      this.set(hubs());
    },
  });
  gauge({
    name: "hemvakt_heartbeat_age_seconds",
    help: "Since the platform's own message last went the whole way: broker, ledger, disk, acknowledgement",
    registers,
    collect() {
      this.set((heartbeatAge() ?? Number.NaN) / 1000);
    },
  });
  gauge({
    name: "hemvakt_alerts",
    help: "Alerts that are not resolved",
    labelNames: ["state", "severity", "category"],
    registers,
    collect() {
      this.reset();
      for (const row of db.all<{ state: string; severity: string; category: string; n: number }>(
        "SELECT state, severity, category, count(*) AS n FROM alert WHERE state <> 'resolved' GROUP BY state, severity, category",
      )) {
        this.set({ state: row.state, severity: row.severity, category: row.category }, row.n);
      }
    },
  });
  gauge({
    name: "hemvakt_alerts_unanswered",
    help: "Open alerts that everybody in turn was told of and nobody has taken on; not zero for red means: phone somebody",
    labelNames: ["severity"],
    registers,
    collect() {
      for (const severity of severities) this.set({ severity }, 0);
      for (const row of db.all<{ severity: string; n: number }>(
        `SELECT severity, count(*) AS n FROM alert WHERE due IS NOT NULL AND state = 'open'
         AND json_extract(body, '$.escalation.last') = 1 GROUP BY severity`,
      )) {
        this.set({ severity: row.severity }, row.n);
      }
    },
  });
  gauge({
    name: "hemvakt_quarantine",
    help: "Messages and items kept in quarantine",
    labelNames: ["code"],
    registers,
    collect() {
      this.reset();
      for (const row of db.all<{ code: string; n: number }>(
        "SELECT code, count(*) AS n FROM quarantine GROUP BY code",
      )) {
        this.set({ code: row.code }, row.n);
      }
    },
  });
  gauge({
    name: "hemvakt_engine_info",
    help: "Which engine decides: 1, with its version (SHA-256 of what decides) and the release",
    labelNames: ["version", "release"],
    registers,
    collect() {
      this.reset();
      const engine = latestEngine(db);
      if (engine) this.set({ version: engine.version, release: engine.release }, 1);
    },
  });
  return {
    registry,
    count: (code) => codes.inc({ code }),
    message: (channel) => messages.inc({ channel }),
    receipt: ({ results }) => {
      for (const { status } of results) readings.inc({ status });
    },
    commit: ({ commands, duration, failed, commitMs }) => {
      batch.observe(commands);
      commits.observe(duration / 1000);
      if (failed) failures.inc();
      if (commitMs !== undefined) fsync.observe(commitMs / 1000);
    },
    acknowledged: (duration) => lag.observe(duration / 1000),
  };
}

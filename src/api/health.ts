import type { Registry } from "prom-client";
import { isLocal } from "../auth/loopback.ts";
import { sameText } from "../auth/tokens.ts";
import { HemvaktError } from "../errors.ts";
import type { ApiApp } from "./context.ts";
import type { ApiConfig, ApiOptions } from "./options.ts";

/** Whether the platform runs, whether it can do its work, and its metrics. Outside the API: for who operates it. */
export async function healthRoutes(
  app: ApiApp,
  given: {
    config: Pick<ApiConfig, "pendingLimit" | "metricsToken">;
    checks?: Readonly<Record<string, () => boolean>> | undefined;
    metrics?: Registry | undefined;
    heartbeat?: ApiOptions["heartbeat"];
  },
): Promise<void> {
  const { config, metrics } = given;
  const { db, ledger } = app.hemvakt;
  // A supervisor that asks every second from one address must never be told to slow down.
  const unlimited = { config: { public: true, rateLimit: false } as const, schema: { hide: true } };

  const checks: Readonly<Record<string, () => boolean>> = {
    /** The last commit went through. */
    ledger: () => ledger.healthy(),
    /** What waits is no more than can be worked off. */
    pending: () => ledger.pending() <= config.pendingLimit,
    store: () => db.get("SELECT count(*) AS teams FROM team") !== undefined,
    ...given.checks,
  };

  const holds = (check: () => boolean): boolean => {
    try {
      return check();
    } catch {
      return false;
    }
  };

  app.get("/health/live", unlimited, async () => ({ status: "live" }));

  app.get("/health/ready", unlimited, async () => {
    const results = Object.entries(checks).map(([name, check]) => [name, holds(check) ? "ok" : "failing"] as const);
    const failing = results.filter(([, result]) => result === "failing").map(([name]) => name);
    const told = { checks: Object.fromEntries(results) };
    if (failing.length === 0) return { status: "ready", ...told };
    throw new HemvaktError(
      failing.every((name) => name === "pending") ? "OVERLOADED" : "STORE_UNAVAILABLE",
      undefined,
      {
        ...told,
        failing,
      },
    );
  });

  app.get("/health/heartbeat", unlimited, async () => {
    if (!given.heartbeat) throw new HemvaktError("NOT_FOUND");
    const age = given.heartbeat.age();
    const told = { ageSeconds: age === undefined ? null : Math.round(age / 100) / 10 };
    if (age === undefined || age > given.heartbeat.limit) {
      throw new HemvaktError("HEARTBEAT_STOPPED", undefined, told);
    }
    return { status: "beating", ...told };
  });

  app.get("/metrics", unlimited, async (request, reply) => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const hasToken = token !== undefined && config.metricsToken !== undefined && sameText(token, config.metricsToken);
    if (!hasToken && !isLocal(request.raw)) throw new HemvaktError("UNAUTHENTICATED");
    if (!metrics) throw new HemvaktError("NOT_FOUND");
    reply.type(metrics.contentType);
    return metrics.metrics();
  });
}

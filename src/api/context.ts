import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Clock } from "../clock.ts";
import type { Role } from "../domain/people.ts";
import type { ErrorCode } from "../errors.ts";
import type { Ledger } from "../ledger/commands.ts";
import type { Desk } from "../rehearsal/desk.ts";
import type { Database } from "../store/sqlite/database.ts";
import type { TrendSource } from "../trends/source.ts";
import type { Jobs } from "../verify/jobs.ts";

/** What the routes are given. `db` reads only; every change goes through `ledger`. */
export type ApiContext = {
  readonly db: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Makes a hub secret's HMAC as the broker checks it. */
  readonly hashHubSecret: (secret: string) => string;
  /** The secret with which a team's webhooks are signed. */
  readonly webhookSecret: (team: string) => string;
  /** What a browser needs to be pushed to, and whether the service that it names may be called. */
  readonly push: { readonly key: string; readonly allows: (endpoint: string) => boolean };
  /** Where trends come from. */
  readonly trends: TrendSource;
  /** Where rehearsals are asked for. */
  readonly rehearsals: Desk;
  /** Ends the hub's connections at once, after its secret changed or was revoked. */
  readonly disconnectHub: (hub: string, code?: ErrorCode) => void;
  /** The same, and what is kept for it goes with it, after it or a device behind it changed hands. */
  readonly forgetHub: (hub: string, code?: ErrorCode) => Promise<void>;
  /** Recomputes alerts in processes of their own. */
  readonly verifications: Jobs;
};

/** Who is asking. */
export type Principal = {
  readonly staff: string;
  readonly role: Role;
  readonly teams: readonly string[];
  readonly session: {
    readonly kind: "cookie" | "bearer";
    readonly token: Uint8Array;
    readonly csrf?: string;
    /** When the password was last given, in milliseconds since the epoch. */
    readonly confirmedAt: number;
  };
};

declare module "fastify" {
  interface FastifyInstance {
    hemvakt: ApiContext;
  }
  interface FastifyRequest {
    /** Set by the authentication hook on every route that isn't public. */
    principal: Principal;
  }
}

/** The Fastify instance that route files are given: schemas are zod, types follow from them. */
export type ApiApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
export type ApiRequest = FastifyRequest;

import type { FastifyRequest } from "fastify";
import { isLocal } from "../auth/loopback.ts";
import { sessionHolder } from "../auth/session.ts";
import { sameText, tokenDigest } from "../auth/tokens.ts";
import { HemvaktError } from "../errors.ts";
import type { ApiApp, Principal } from "./context.ts";
import { type Home, homeCookie, requireHome } from "./home-session.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Set on every route of the patient's page. */
    home: Home;
  }
  interface FastifyContextConfig {
    /** Answers without a session. Everything else needs one. */
    public?: boolean;
    /** Answers a paired browser in a home, and no session of staff's. */
    home?: boolean;
  }
}

/** `__Host-` makes browsers insist on Secure, Path=/ and no Domain (RFC 6265bis §4.1.3.2). */
export const cookieName = (secure: boolean): string => (secure ? "__Host-hemvakt" : "hemvakt");

/** The header that carries the CSRF token; a page of another origin can't set it. */
export const csrfHeader = "x-csrf-token";

/** What a request shows as its session; a bearer token goes before a cookie. */
function presented(
  request: FastifyRequest,
  cookie: string,
): { token: string; kind: Principal["session"]["kind"] } | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const match = /^Bearer ([\w-]{20,100})$/i.exec(header);
    return match?.[1] === undefined ? undefined : { token: match[1], kind: "bearer" };
  }
  const token = request.cookies[cookie];
  return token === undefined ? undefined : { token, kind: "cookie" };
}

/** Who is asking, or `undefined`. A cookie's token given as a bearer token is nobody, or it would get around CSRF. */
export function identify(request: FastifyRequest, cookie: string): Principal | undefined {
  const shown = presented(request, cookie);
  if (!shown) return undefined;
  const { db, clock } = request.server.hemvakt;
  const holder = sessionHolder(db, tokenDigest(shown.token), clock.now());
  if (holder?.session.kind !== shown.kind) return undefined;
  if (holder.loopbackOnly && !isLocal(request.raw)) return undefined;
  const { staff, role, teams, session } = holder;
  return { staff, role, teams, session };
}

/** How long a password that was given counts for a signature. */
export const FRESH = 5 * 60_000;

/** Checks that whoever signs has just shown that it is they. @throws HemvaktError `REAUTHENTICATION_REQUIRED` */
export function requireFresh({ principal, server }: FastifyRequest): void {
  if (server.hemvakt.clock.now() - principal.session.confirmedAt > FRESH) {
    throw new HemvaktError("REAUTHENTICATION_REQUIRED");
  }
}

const safeMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/** Checks that a change by cookie comes from Hemvakt's own page. @throws HemvaktError `CSRF` */
function requireOwnPage(request: FastifyRequest): void {
  const { session } = request.principal;
  if (session.kind !== "cookie" || safeMethods.includes(request.method)) return;
  const header = request.headers[csrfHeader];
  if (typeof header !== "string" || session.csrf === undefined || !sameText(header, session.csrf)) {
    throw new HemvaktError("CSRF");
  }
}

/**
 * Sets `request.principal` on every route of this scope and refuses those without, unless the route is `public`. Finding
 * out comes first and refusing later, so that the rate limit in between counts both; refusing comes before the body is
 * read.
 */
export function authenticate(app: ApiApp, cookieSecure: boolean): void {
  const cookie = cookieName(cookieSecure);
  app.addHook("onRequest", async (request) => {
    const principal = identify(request, cookie);
    if (principal) request.principal = principal;
  });
  app.addHook("preParsing", async (request) => {
    const { config } = request.routeOptions;
    if (config.public) return;
    if (config.home) {
      request.home = requireHome(request, homeCookie(cookieSecure));
      return;
    }
    if (!request.principal) throw new HemvaktError("UNAUTHENTICATED");
    requireOwnPage(request);
  });
}

import fastifyHelmet from "@fastify/helmet";
import fastifyRateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { Clock } from "../clock.ts";
import { HemvaktError } from "../errors.ts";
import type { ApiApp } from "./context.ts";
import type { ApiConfig } from "./options.ts";

/** Headers and limits that hold for every answer. */
export async function secure(app: ApiApp, config: ApiConfig, clock: Clock): Promise<void> {
  await app.register(fastifyHelmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'", "data:"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        // The nonces are added here; `unsafe-inline` never is.
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'none'"],
      },
    },
    // Only a site that is served over TLS may bind browsers to it.
    hsts: config.cookieSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
  });

  await app.register(fastifyRateLimit, {
    timeWindow: 60_000,
    max: (request) => (request.principal ? config.rateLimit.person : config.rateLimit.address),
    // A hospital behind one address opens the app at eight: its files cost nothing, say nothing, and are fetched once.
    allowList: ({ routeOptions }) => routeOptions.url?.startsWith("/assets/") === true,
    keyGenerator: rateKey,
    enableDraftSpec: true,
    cache: 20_000,
    errorResponseBuilder: () => new HemvaktError("RATE_LIMIT"),
  });

  app.addHook("onSend", async (_request, reply) => {
    // Phones and tablets are wrong by minutes or years; what they show and count is by this clock (RFC 9110 §6.6.1).
    reply.header("date", new Date(clock.now()).toUTCString());
    // Answers hold health data: nothing on the way or in the browser keeps them.
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}

/** One limit per signed-in person, wherever they sit; otherwise per address, an IPv6 network of /64 counting as one. */
export const rateKey = (request: FastifyRequest): string =>
  request.principal ? `staff:${request.principal.staff}` : addressOf(request);

/** The caller's address as limits count it. */
export const addressOf = (request: FastifyRequest): string => fastifyRateLimit.normalizeIP(request.ip, 64);

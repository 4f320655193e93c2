import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type ErrorCode, errorCatalogue, HemvaktError } from "../errors.ts";
import type { ApiApp } from "./context.ts";
import { problemOf, problemType } from "./problem.ts";
import { type Site, sendPage, wantsPage } from "./site.ts";

/** Turns whatever went wrong into problem details; nothing of the inside gets out, and what is ours to mend is logged. */

const places: Readonly<Record<string, string>> = {
  body: "body",
  querystring: "query",
  params: "path",
  headers: "header",
};

/** SQLite's primary result codes for a store that can't be read right now: BUSY, LOCKED, IOERR, CORRUPT, FULL, CANTOPEN. */
const storeFailures: readonly number[] = [5, 6, 10, 11, 13, 14];

/** Any thrown value as a coded failure. */
export function codedFailure(thrown: unknown): HemvaktError {
  if (thrown instanceof HemvaktError) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) {
    const place = places[thrown.validationContext ?? ""] ?? "request";
    const errors = thrown.validation.map(({ instancePath, message }) => ({
      path: [place, ...instancePath.split("/").filter((part) => part !== "")].join("."),
      message: message ?? "wrong",
    }));
    return new HemvaktError("REQUEST_SHAPE", undefined, { errors });
  }
  const { code, statusCode = 500, errcode = 0 } = (thrown ?? {}) as Partial<FastifyError> & { errcode?: number };
  if (code === "ERR_SQLITE_ERROR" && storeFailures.includes(errcode & 0xff)) return coded("STORE_UNAVAILABLE", thrown);
  if (statusCode === 413) return coded("PAYLOAD_TOO_LARGE", thrown);
  if (statusCode === 404 || code === "FST_ERR_BAD_URL") return coded("NOT_FOUND", thrown);
  if (statusCode >= 400 && statusCode < 500) return coded("REQUEST_BODY", thrown);
  return coded("INTERNAL", thrown);
}

function coded(code: ErrorCode, cause: unknown): HemvaktError {
  const error = new HemvaktError(code);
  error.cause = cause;
  return error;
}

/** Sends problem details. Server faults are logged with the request's id and told without detail. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = codedFailure(thrown);
  const { status, retryable } = error.entry;
  if (status >= 500) request.log.error({ err: error.cause ?? error, code: error.code }, "request failed");
  if (status === 401) reply.header("www-authenticate", 'Bearer realm="hemvakt"');
  if (retryable && !reply.hasHeader("retry-after")) {
    const after = error.data?.["retryAfter"];
    reply.header("retry-after", typeof after === "number" ? after : 5);
  }
  // A store's or a bug's own words are for the log.
  const told = status >= 500 ? { code: error.code, detail: undefined, data: error.data } : error;
  // Said here too, since an address that can't be decoded is answered before any hook runs.
  return reply
    .code(status)
    .headers({ "cache-control": "no-store", "x-content-type-options": "nosniff" })
    .type(problemType)
    .send(JSON.stringify(problemOf(told, request.id)));
}

/**
 * Installs the answers to errors, unknown addresses (404) and methods that an address doesn't take (405). Whoever opens an
 * unknown address in a browser gets the site's page, which knows more addresses than the server.
 */
export function answerFailures(app: ApiApp, site?: Site): void {
  const known: { pattern: RegExp; methods: readonly string[] }[] = [];
  app.addHook("onRoute", ({ url, method }) => {
    const pattern = url.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/:\w+/g, "[^/]+");
    known.push({ pattern: new RegExp(`^${pattern.replaceAll("*", ".*")}$`), methods: [method].flat() });
  });
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    if (site !== undefined && wantsPage(request)) return sendPage(reply, site);
    const path = request.url.replace(/\?.*$/s, "");
    const methods = new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods));
    // A file that isn't there is asked for with the right method.
    if (methods.size === 0 || methods.has(request.method))
      return sendProblem(request, reply, new HemvaktError("NOT_FOUND"));
    reply.header("allow", [...methods].sort().join(", "));
    return sendProblem(request, reply, new HemvaktError("METHOD_NOT_ALLOWED"));
  });
}

/** Answers bytes that are no HTTP request, which never become one that a handler sees. */
export function answerMalformed(error: { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const { title, action } = errorCatalogue.REQUEST_SHAPE;
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ""] ?? 400;
  const body = JSON.stringify({
    type: "/errors/REQUEST_SHAPE",
    title,
    status,
    detail: STATUS_CODES[status],
    code: "REQUEST_SHAPE",
    action,
    retryable: false,
    instance: "unparsed",
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${problemType}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

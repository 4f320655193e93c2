import createFetchClient, { type Middleware } from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import { clock } from "../clock.ts";
import { problemIn, Unreachable } from "./problem.ts";
import type { components, paths } from "./schema.d.ts";

/** The API's types by name. */
export type Schemas = components["schemas"];

/**
 * The session's CSRF token, which a page of another origin can't know. The session itself is an HttpOnly cookie that no
 * script can read; both come with signing in and with `GET /sessions/current`.
 */
let csrf: string | undefined;
export const rememberCsrf = (token: string | undefined): void => {
  csrf = token;
};

const defence: Middleware = {
  onRequest({ request }) {
    if (csrf !== undefined && request.method !== "GET") request.headers.set("x-csrf-token", csrf);
    return request;
  },
  async onResponse({ response }) {
    clock.hear(response);
    if (!response.ok) throw await problemIn(response);
    return response;
  },
  onError({ error }) {
    const isLate = error instanceof DOMException && error.name === "TimeoutError";
    return error instanceof TypeError || isLate ? new Unreachable() : undefined;
  },
};

/** The API as functions with its own types. Throws `ApiProblem` or `Unreachable`; never gives an `error`. */
export const api = createFetchClient<paths>({ baseUrl: "/", credentials: "same-origin" });
api.use(defence);

/** The same as TanStack Query's hooks. */
export const query = createQueryClient(api);

/** A new key for a request that must not be done twice, however often it is sent. */
export const newIdempotencyKey = (): string => crypto.randomUUID();

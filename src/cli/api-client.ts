import { isLoopbackAddress } from "../auth/loopback.ts";
import { type ErrorCode, errorCatalogue, HemvaktError } from "../errors.ts";

/** The API of a running platform, as the person who runs the command: their rights hold, and what they do is theirs. */
export type ApiClient = {
  get<T>(path: string): Promise<T>;
  /** All items of a list, page by page. */
  all<T>(path: string): Promise<T[]>;
  /** `ifVersion`: the version that was read and is to be changed. */
  post<T>(path: string, body: object, ifVersion?: number): Promise<T>;
  put<T>(path: string, body: object, ifVersion?: number): Promise<T>;
  patch<T>(path: string, body: object, ifVersion?: number): Promise<T>;
  delete<T>(path: string, ifVersion?: number): Promise<T>;
};

type Environment = Readonly<Record<string, string | undefined>>;
type Session = { readonly token: string; readonly end: boolean };
type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/** What `--help` says of signing in. */
export const signingIn = `
Talks to the platform at HEMVAKT_URL (default http://127.0.0.1:8080). Sign in with HEMVAKT_TOKEN, a bearer token, or with
HEMVAKT_USER and HEMVAKT_PASSWORD. For a certificate of your own authority set NODE_EXTRA_CA_CERTS.`;

/**
 * Lets `use` work with the API, and signs out again if it signed in.
 * @throws HemvaktError `CONFIG_INVALID`, `API_UNREACHABLE`, or what the API refuses with
 */
export async function withApi<T>(environment: Environment, use: (api: ApiClient) => Promise<T>): Promise<T> {
  const base = addressIn(environment);
  const { token, end } = await sessionFor(base, environment);
  try {
    return await use(clientOf(base, token));
  } finally {
    if (end) await ask(base, "DELETE", "sessions/current", { token }).catch(() => undefined);
  }
}

function addressIn(environment: Environment): URL {
  const text = environment["HEMVAKT_URL"] ?? "http://127.0.0.1:8080";
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new HemvaktError("CONFIG_INVALID", "HEMVAKT_URL should be an http or https address.");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.protocol === "http:" && host !== "localhost" && !isLoopbackAddress(host)) {
    throw new HemvaktError("CONFIG_INVALID", "HEMVAKT_URL: off this machine passwords and tokens need https.");
  }
  return url;
}

async function sessionFor(base: URL, environment: Environment): Promise<Session> {
  const { HEMVAKT_TOKEN: token, HEMVAKT_USER: username, HEMVAKT_PASSWORD: password } = environment;
  if (token) return { token, end: false };
  if (!username || !password) {
    throw new HemvaktError("CONFIG_INVALID", "Set HEMVAKT_TOKEN, or HEMVAKT_USER and HEMVAKT_PASSWORD.");
  }
  const body = { username, password, kind: "bearer", lifetimeHours: 1 };
  return { token: (await ask<{ token: string }>(base, "POST", "sessions", { body })).token, end: true };
}

function clientOf(base: URL, token: string): ApiClient {
  const get = <T>(path: string): Promise<T> => ask<T>(base, "GET", path, { token });
  return {
    get,
    async all<T>(path: string) {
      const items: T[] = [];
      const to = (cursor: string): string =>
        `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;
      for (let page = await get<Page<T>>(path); ; page = await get<Page<T>>(to(page.next))) {
        items.push(...page.items);
        if (page.next === null) return items;
      }
    },
    post: (path, body, ifVersion) => ask(base, "POST", path, { token, body, ifVersion }),
    put: (path, body, ifVersion) => ask(base, "PUT", path, { token, body, ifVersion }),
    patch: (path, body, ifVersion) => ask(base, "PATCH", path, { token, body, ifVersion }),
    delete: (path, ifVersion) => ask(base, "DELETE", path, { token, ifVersion }),
  };
}

async function ask<T>(
  base: URL,
  method: string,
  path: string,
  { token, body, ifVersion }: { token?: string; body?: object; ifVersion?: number | undefined },
): Promise<T> {
  const headers: Record<string, string> = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(ifVersion === undefined ? {} : { "if-match": `"${ifVersion}"` }),
  };
  let response: Response;
  let text: string;
  try {
    response = await fetch(new URL(`/api/v1/${path}`, base), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
    throw new HemvaktError(
      "API_UNREACHABLE",
      `${base.origin}${cause && "code" in cause ? ` (${String(cause.code)})` : ""}`,
    );
  }
  const json = parse(text);
  if (!response.ok) throw refusalOf(response.status, json);
  return json as T;
}

function parse(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A problem document as the failure it tells of. */
function refusalOf(status: number, json: unknown): HemvaktError {
  const { code, detail, errors } = (json ?? {}) as {
    code?: string;
    detail?: string;
    errors?: readonly { path: string; message: string }[];
  };
  if (code === undefined || !Object.hasOwn(errorCatalogue, code)) {
    return new HemvaktError("API_UNREACHABLE", `What answers is not Hemvakt (HTTP ${status}).`);
  }
  const fields = errors?.map(({ path, message }) => `${path}: ${message}`) ?? [];
  const said = [...(detail === undefined ? [] : [detail]), ...fields];
  return new HemvaktError(code as ErrorCode, said.length > 0 ? said.join("\n") : undefined);
}

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import { errorCatalogue } from "../errors.ts";
import type { ApiApp } from "./context.ts";

/** The web pages that are served beside the API. */
export type Site = {
  /** The built web app: `index.html`, and `assets/` with the hash of their content in their names. */
  readonly web: string;
  /** The pages that need no build, at `/start/`: what this is and, in a demo, what to try. */
  readonly start: string;
  /** A demo tells whoever opens it how to sign in. */
  readonly demo: boolean;
};

const HTML = "text/html; charset=utf-8";
/** A year: the name changes with the content (RFC 8246). */
const forEver = "public, max-age=31536000, immutable";
/** Addresses of machines: what isn't there is answered with a problem document and never with a page. */
const machines = /^\/(api|health|metrics|assets|start)(\/|$)/;

/** Serves the web app at `/` with its files, and the start page at `/start/`. */
export async function siteRoutes(app: ApiApp, site: Site): Promise<void> {
  await app.register(fastifyStatic, {
    root: site.start,
    prefix: "/start/",
    index: false,
    wildcard: false,
    cacheControl: false,
  });
  app.get("/start/", { config: { public: true }, schema: { hide: true } }, async (_request, reply) => {
    const html = await readFile(join(site.start, site.demo ? "demo.html" : "index.html"), "utf8");
    return reply.type(HTML).send(html);
  });
  app.get("/", { config: { public: true }, schema: { hide: true } }, (_request, reply) => sendPage(reply, site));
  const assets = join(site.web, "assets");
  if (!existsSync(assets)) return;
  // The build leaves a compressed copy beside each file that is worth one.
  const plain = { decorateReply: false, index: false, cacheControl: false, preCompressed: true } as const;
  await app.register(fastifyStatic, {
    ...plain,
    root: assets,
    prefix: "/assets/",
    setHeaders: (response) => void response.header("cache-control", forEver),
  });
  // What must have one name, such as a service worker. The page itself carries this answer's nonce and is never a file.
  await app.register(fastifyStatic, {
    ...plain,
    root: site.web,
    wildcard: false,
    globIgnore: ["index.html", "assets/**"],
  });
}

/** Whether somebody opened an address of the web app, such as `/patients/p1`, which only its script knows. */
export const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === "GET" || request.method === "HEAD") &&
  !machines.test(request.url.replace(/\?.*$/s, "")) &&
  (request.headers.accept ?? "").includes("text/html");

/** Sends the web app's page with this answer's nonce, or says in a page how to build it. */
export async function sendPage(reply: FastifyReply, { web, demo }: Site): Promise<FastifyReply> {
  const html = await readFile(join(web, "index.html"), "utf8").catch(() => undefined);
  reply.type(HTML);
  if (html === undefined) return reply.code(errorCatalogue.WEB_NOT_BUILT.status).send(notBuilt);
  return reply
    .code(200)
    .send(html.replaceAll("__CSP_NONCE__", reply.cspNonce.style).replaceAll("__DEMO__", String(demo)));
}

const notBuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Hemvakt</title></head><body>
<h1>${errorCatalogue.WEB_NOT_BUILT.title}</h1>
<p><code>WEB_NOT_BUILT</code> ${errorCatalogue.WEB_NOT_BUILT.action}</p>
<p lang="sv">Webbappen är inte byggd. API:t fungerar ändå.</p>
<p><a href="/start/">Start page</a> · <a href="/api/v1/docs">API</a></p>
</body></html>
`;

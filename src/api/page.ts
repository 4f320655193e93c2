import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { ApiApp } from "./context.ts";

/** Stands in `index.html` where the nonce of the Content-Security-Policy belongs. */
const noncePlaceholder = "__CSP_NONCE__";

/**
 * Serves the web page of a folder: its start page at `/`, with this answer's nonce for its styles, and the files beside it.
 */
export async function pageRoutes(app: ApiApp, folder: string, page: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, index: false, wildcard: false, cacheControl: false });
  app.get("/", { config: { public: true }, schema: { hide: true } }, async (_request, reply) => {
    const html = await readFile(join(folder, page), "utf8");
    reply.type("text/html; charset=utf-8");
    return html.replaceAll(noncePlaceholder, reply.cspNonce.style);
  });
}

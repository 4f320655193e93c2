import { renderSVG } from "uqr";
import { z } from "zod";
import { makeProvisioningCode } from "../auth/provisioning-code.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { type HomePageRow, pagesOf, shownOn } from "../store/sqlite/home-pages.ts";
import { allow } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, idParams, iso, isoSchema, submit } from "./conventions.ts";
import { requireHub } from "./hubs.ts";
import type { ApiConfig } from "./options.ts";
import { problemResponses } from "./problem.ts";

const tags = ["The patient's page"];
const may = allow("technician", "nurse", "admin");

/** A code is stored under the installation's key, and is never equal to a hub's. */
export const pageDigest = (hash: (secret: string) => string, code: string): string => hash(`home-page:${code}`);

const codeSchema = z
  .object({
    code: z.string().nullable().meta({ description: "Shown this once; null after a repeated request" }),
    expiresAt: isoSchema,
    address: z.string().nullable().meta({ description: "To open in the browser; what the QR code says" }),
    svg: z.string().nullable(),
  })
  .meta({ id: "HomePageCode" });

const pageSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    pairedAt: isoSchema,
    revokedAt: isoSchema.nullable(),
    works: z.boolean().meta({ description: "Whether it shows anybody now" }),
  })
  .meta({ id: "HomePageBrowser" });

/** Which browsers in homes are paired, for who lends hubs. */
export async function homePageRoutes(app: ApiApp, { config }: { config: ApiConfig }): Promise<void> {
  const { db, clock, hashHubSecret } = app.hemvakt;

  app.post(
    "/hubs/:id/page-code",
    {
      preValidation: may,
      schema: {
        tags,
        summary: "Make a one-time code by which a browser in the home shows the hub's readings",
        description:
          "Holds an hour, works once, and ends when another is made. The code stands behind # in the address: no server sees it.",
        params: idParams,
        headers: idempotencyHeader,
        response: { 201: codeSchema, ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "EQUIPMENT_PLACE") },
      },
    },
    async (request, reply) => {
      const { id: hub } = requireHub(request, request.params.id);
      const made = makeProvisioningCode();
      const digest = pageDigest(hashHubSecret, made.replaceAll("-", ""));
      const expiresAt = clock.now() + 3_600_000;
      await submit(request, { kind: "home-page-code", hub, code: digest, expiresAt });
      const row = db.get<{ code: Uint8Array; expires_at: number }>("SELECT * FROM home_page_code WHERE hub = ?", hub);
      reply.code(201).header("cache-control", "no-store");
      const isTheOne = row !== undefined && Buffer.from(row.code).toString("hex") === digest;
      const origin = new URL(config.publicUrl ?? `${request.protocol}://${request.host}`).origin;
      const address = `${origin}/home#${made.replaceAll("-", "")}`;
      return isTheOne
        ? { code: made, expiresAt: iso(expiresAt), address, svg: renderSVG(address, { ecc: "M", border: 4 }) }
        : { code: null, expiresAt: iso(row?.expires_at ?? expiresAt), address: null, svg: null };
    },
  );

  app.get(
    "/hubs/:id/pages",
    {
      preValidation: may,
      schema: {
        tags,
        summary: "List the browsers that were paired with a hub",
        params: idParams,
        response: { 200: z.object({ items: z.array(pageSchema) }), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id } = requireHub(request, request.params.id);
      const now = clock.now();
      return {
        items: pagesOf(db, id).map((row) => ({
          id: row.id,
          label: row.label,
          pairedAt: iso(row.paired_at),
          revokedAt: row.revoked_at === null ? null : iso(row.revoked_at),
          works: shownOn(db, row, now).length > 0,
        })),
      };
    },
  );

  app.delete(
    "/hubs/:id/pages/:page",
    {
      preValidation: may,
      schema: {
        tags,
        summary: "Let a browser show nothing more",
        params: idParams.extend({ page: idSchema }),
        headers: idempotencyHeader,
        response: { 204: z.undefined(), ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { id: hub } = requireHub(request, request.params.id);
      const row = db.get<HomePageRow>("SELECT * FROM home_page WHERE id = ? AND hub = ?", request.params.page, hub);
      if (!row) throw new HemvaktError("NOT_FOUND");
      await submit(request, { kind: "home-page-revoke", page: row.id });
      reply.code(204);
    },
  );
}

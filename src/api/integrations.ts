import { z } from "zod";
import { makeHubSecret } from "../auth/hub-secret.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { allIntegrations, type IntegrationRow, integrationById } from "../store/sqlite/integrations.ts";
import { allow } from "./access.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  idParams,
  ifMatchHeader,
  iso,
  isoSchema,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { changedSchema } from "./patients.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Integrations"];
const admin = allow("admin");
const changeHeaders = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
const refusals = [
  "FORBIDDEN",
  "CSRF",
  "NOT_FOUND",
  "TEAM_CLOSED",
  "PRECONDITION_REQUIRED",
  "PRECONDITION_FAILED",
  "REQUEST_BODY",
  "IDEMPOTENCY_REUSED",
] as const;

const teams = z.array(idSchema).min(1).max(200);
const about = z.string().min(1).max(200).meta({ description: "What it is for, and who answers for it" });

const integrationSchema = z
  .object({
    id: idSchema,
    about,
    teams: z.array(idSchema),
    createdAt: isoSchema,
    revokedAt: isoSchema.nullable(),
    username: z.string().meta({ description: "With which it signs in over MQTT" }),
    version: z.int(),
  })
  .meta({ id: "Integration" });

const secretSchema = changedSchema
  .extend({
    username: z.string(),
    secret: z
      .string()
      .nullable()
      .meta({ description: "Shown this once. Null when a repeated request gives the first answer" }),
  })
  .meta({ id: "IntegrationSecret" });

const present = (row: IntegrationRow): z.infer<typeof integrationSchema> => ({
  id: row.id,
  about: row.about,
  teams: [...row.teams],
  createdAt: iso(row.created_at),
  revokedAt: row.revoked_at === null ? null : iso(row.revoked_at),
  username: `teams/${row.id}`,
  version: row.version,
});

/** Programs that hear over MQTT what happens to alerts of some teams. */
export async function integrationRoutes(app: ApiApp): Promise<void> {
  const { db, hashHubSecret, disconnectHub, forgetHub } = app.hemvakt;

  /** The secret, if it is the one that is stored: after a repeated request it is not. */
  const shown = (id: string, secret: string): string | null => {
    const stored = integrationById(db, id)?.secret;
    return stored && Buffer.from(stored).toString("hex") === hashHubSecret(secret) ? secret : null;
  };
  const requireIntegration = (id: string): IntegrationRow => {
    const row = integrationById(db, id);
    if (!row) throw new HemvaktError("NOT_FOUND");
    return row;
  };

  app.get(
    "/integrations",
    {
      preHandler: admin,
      schema: {
        tags,
        summary: "List programs that hear alerts over MQTT",
        response: { 200: z.object({ items: z.array(integrationSchema) }), ...problemResponses("FORBIDDEN") },
      },
    },
    async () => ({ items: allIntegrations(db).map(present) }),
  );

  app.get(
    "/integrations/:id",
    {
      preHandler: admin,
      schema: {
        tags,
        summary: "Read one",
        params: idParams,
        response: { 200: integrationSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const row = requireIntegration(request.params.id);
      setEtag(reply, row.version);
      return present(row);
    },
  );

  app.post(
    "/integrations",
    {
      preHandler: admin,
      schema: {
        tags,
        summary: "Let a program hear alerts of some teams",
        description:
          "It subscribes to `hv/v1/teams/<team>/alerts` and may say nothing. The platform makes its secret and shows it this once.",
        headers: idempotencyHeader,
        body: z.strictObject({ id: idSchema, about, teams }).meta({
          id: "NewIntegration",
          examples: [{ id: "paging", about: "The municipality's paging, drift@example.org", teams: ["team-north"] }],
        }),
        response: {
          201: secretSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "TEAM_CLOSED",
            "ALREADY_EXISTS",
            "REQUEST_BODY",
            "IDEMPOTENCY_REUSED",
          ),
        },
      },
    },
    async (request, reply) => {
      const made = makeHubSecret();
      const { body } = request;
      const { version = 1 } = await submit(request, {
        kind: "integration-create",
        ...body,
        secret: hashHubSecret(made),
      });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/integrations/${body.id}`).header("cache-control", "no-store");
      return { id: body.id, version, username: `teams/${body.id}`, secret: shown(body.id, made) };
    },
  );

  app.patch(
    "/integrations/:id",
    {
      preHandler: admin,
      schema: {
        tags,
        summary: "Change which teams it hears, or what it is for",
        description: "What it may no longer hear it doesn't hear from then on, also on a connection that is open.",
        params: idParams,
        headers: changeHeaders,
        body: z
          .strictObject({ about: about.optional(), teams: teams.optional() })
          .refine((body) => Object.keys(body).length > 0, "something to change")
          .meta({ id: "IntegrationChange" }),
        response: { 200: changedSchema, ...problemResponses(...refusals) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { about: text, teams: heard } = request.body;
      const { version = 1 } = await submit(request, {
        kind: "integration-change",
        id,
        ...(text === undefined ? {} : { about: text }),
        ...(heard === undefined ? {} : { teams: heard }),
        ifVersion: requireIfMatch(request),
      });
      setEtag(reply, version);
      return { id, version };
    },
  );

  app.post(
    "/integrations/:id/rotate",
    {
      preHandler: admin,
      schema: {
        tags,
        summary: "Make a new secret; the old one ends at once",
        params: idParams,
        headers: changeHeaders,
        response: { 200: secretSchema, ...problemResponses(...refusals) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const made = makeHubSecret();
      const { version = 1 } = await submit(request, {
        kind: "integration-change",
        id,
        secret: hashHubSecret(made),
        ifVersion: requireIfMatch(request),
      });
      disconnectHub(`teams/${id}`, "MQTT_SECRET_REPLACED");
      setEtag(reply, version);
      reply.header("cache-control", "no-store");
      return { id, version, username: `teams/${id}`, secret: shown(id, made) };
    },
  );

  app.delete(
    "/integrations/:id",
    {
      preHandler: admin,
      schema: {
        tags,
        summary: "Let it hear nothing more, for good",
        params: idParams,
        headers: changeHeaders,
        response: { 204: z.undefined(), ...problemResponses(...refusals) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await submit(request, { kind: "integration-revoke", id, ifVersion: requireIfMatch(request) });
      await forgetHub(`teams/${id}`, "MQTT_REVOKED");
      reply.code(204);
    },
  );
}

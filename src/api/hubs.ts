import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { makeHubSecret } from "../auth/hub-secret.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { devicesOfHubs, type HubStatus, hubPage, refusalsOfHubs, visibleHub } from "../store/sqlite/queries/hubs.ts";
import { hubById } from "../store/sqlite/registry.ts";
import { allow, teamFilter, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  ifMatchHeader,
  page,
  pageOf,
  pageQuery,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { changedSchema } from "./patients.ts";
import { deviceContext, hubSchema, presentHub } from "./present/hub.ts";
import { isZone } from "./present/zone.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Hubs"];
const technician = allow("technician");
const hubParams = z.object({ hub: idSchema });
const changeHeaders = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
const changeRefusals = ["FORBIDDEN", "CSRF", "NOT_FOUND", "PRECONDITION_REQUIRED", "PRECONDITION_FAILED"] as const;

const newHubSchema = z
  .strictObject({
    id: idSchema,
    team: idSchema,
    zone: z.string().max(64).refine(isZone, "an IANA time zone").default("Europe/Stockholm"),
    forwarding: z
      .enum(["live", "store-and-forward"])
      .default("store-and-forward")
      .meta({ description: "`live`: keeps nothing, so that a reading without a time was measured when it came" }),
  })
  .meta({ id: "NewHub", examples: [{ id: "hv-0312", team: "team-north", forwarding: "live" }] });

const secretSchema = changedSchema
  .extend({
    secret: z
      .string()
      .nullable()
      .meta({ description: "Shown this once. Null when a repeated request gives the first answer: make a new one" }),
  })
  .meta({ id: "HubSecret" });

/** Hubs: how they are, and their secrets. Administrators see all, others their teams'. */
export async function hubRoutes(app: ApiApp): Promise<void> {
  const { db, clock, hashHubSecret, disconnectHub } = app.hemvakt;

  /** The secret, if it is the hub's: after a repeated request it is not, for only the first made one. */
  const shown = (hub: string, secret: string): string | null => {
    const stored = hubById(db, hub)?.secret;
    return stored && Buffer.from(stored).toString("hex") === hashHubSecret(secret) ? secret : null;
  };

  app.get(
    "/hubs",
    {
      schema: {
        tags,
        summary: "List hubs with their devices",
        querystring: pageQuery.extend({ team: idSchema.optional() }),
        response: { 200: pageOf(hubSchema), ...problemResponses() },
      },
    },
    async (request) => {
      const paging = page(request.query, z.string());
      const { team } = request.query;
      const rows = hubPage(db, { teams: hubTeams(request), team, after: paging.after, fetch: paging.fetch });
      const ids = rows.map(({ id }) => id);
      const devices = devicesOfHubs(db, ids);
      const now = clock.now();
      const about = deviceContext(db, [...devices.values()].flat(), now);
      const refusals = refusalsOfHubs(db, ids);
      return paging.of(
        rows,
        ({ id }) => id,
        (row) => presentHub(row, devices.get(row.id) ?? [], refusals.get(row.id) ?? [], about, now),
      );
    },
  );

  app.get(
    "/hubs/:hub",
    {
      schema: {
        tags,
        summary: "Read a hub",
        params: hubParams,
        response: { 200: hubSchema, ...problemResponses("NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const row = requireHub(request, request.params.hub);
      setEtag(reply, row.version);
      const ids = [row.id];
      const devices = devicesOfHubs(db, ids).get(row.id) ?? [];
      const now = clock.now();
      const about = deviceContext(db, devices, now);
      return presentHub(row, devices, refusalsOfHubs(db, ids).get(row.id) ?? [], about, now);
    },
  );

  app.post(
    "/hubs",
    {
      preValidation: technician,
      schema: {
        tags,
        summary: "Register a hub",
        description: "The platform makes its secret and shows it this once.",
        headers: idempotencyHeader,
        body: newHubSchema,
        response: {
          201: secretSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "ALREADY_EXISTS", "IDEMPOTENCY_REUSED", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      visibleTeam(request, request.body.team);
      const made = makeHubSecret();
      const secret = hashHubSecret(made);
      const { id = request.body.id, version = 1 } = await submit(request, {
        kind: "hub-create",
        ...request.body,
        secret,
      });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/hubs/${id}`);
      return { id, version, secret: shown(id, made) };
    },
  );

  app.post(
    "/hubs/:hub/secret",
    {
      preValidation: technician,
      schema: {
        tags,
        summary: "Give a hub a new secret",
        description: "The old one ends at once, with the hub's connections; a revoked hub may connect again.",
        params: hubParams,
        headers: changeHeaders,
        response: { 200: secretSchema, ...problemResponses(...changeRefusals) },
      },
    },
    async (request, reply) => {
      const { id: hub } = requireHub(request, request.params.hub);
      const made = makeHubSecret();
      const ifVersion = requireIfMatch(request);
      const secret = hashHubSecret(made);
      const { version = ifVersion + 1 } = await submit(request, { kind: "hub-secret", hub, secret, ifVersion });
      disconnectHub(hub);
      setEtag(reply, version);
      return { id: hub, version, secret: shown(hub, made) };
    },
  );

  app.post(
    "/hubs/:hub/revoke",
    {
      preValidation: technician,
      schema: {
        tags,
        summary: "Revoke a hub",
        description: "Its secret and its connections end at once. What it has sent stays.",
        params: hubParams,
        headers: changeHeaders,
        response: { 200: changedSchema, ...problemResponses(...changeRefusals) },
      },
    },
    async (request, reply) => {
      const { id: hub } = requireHub(request, request.params.hub);
      const ifVersion = requireIfMatch(request);
      const { version = ifVersion + 1 } = await submit(request, { kind: "hub-revoke", hub, ifVersion });
      disconnectHub(hub);
      setEtag(reply, version);
      return { id: hub, version };
    },
  );
}

/** The teams whose hubs and devices the principal sees, as the queries take them. */
export function hubTeams(request: FastifyRequest): string {
  if (request.principal.role !== "admin") return teamFilter(request);
  return JSON.stringify(request.server.hemvakt.db.all<{ id: string }>("SELECT id FROM team").map(({ id }) => id));
}

/** The hub, if the principal sees it. @throws HemvaktError `NOT_FOUND` */
export function requireHub(request: FastifyRequest, id: string): HubStatus {
  const row = visibleHub(request.server.hemvakt.db, hubTeams(request), id);
  if (!row) throw new HemvaktError("NOT_FOUND");
  return row;
}

import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { deviceModel, deviceModels, deviceTypes } from "../../devices/index.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { devicePage, visibleDevice } from "../store/sqlite/queries/hubs.ts";
import type { DeviceRow } from "../store/sqlite/registry.ts";
import { allow } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, page, pageOf, pageQuery, setEtag, submit } from "./conventions.ts";
import { hubTeams, requireHub } from "./hubs.ts";
import { changedSchema } from "./patients.ts";
import { deviceContext, deviceSchema, presentDevice } from "./present/hub.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Devices"];

const modelSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.enum(deviceTypes),
    transport: z.enum(["bluetooth", "mqtt"]),
    source: z.string().meta({ description: "The document that its decoder follows" }),
    about: z.string(),
  })
  .meta({ id: "DeviceModel" });

const newDeviceSchema = z
  .strictObject({
    id: idSchema,
    hub: idSchema,
    model: z.string().refine((id) => deviceModel(id) !== undefined, "an id of GET /device-models"),
  })
  .meta({ id: "NewDevice", examples: [{ id: "uc352-3f9a", hub: "hv-0312", model: "generic-weight" }] });

/** Devices behind hubs, and the models that Hemvakt knows. */
export async function deviceRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/device-models",
    {
      schema: {
        tags,
        summary: "List the device models",
        response: { 200: z.object({ items: z.array(modelSchema) }), ...problemResponses() },
      },
    },
    async () => ({
      items: deviceModels.map(({ id, name, type, transport, source, about }) => ({
        id,
        name,
        type,
        transport,
        source,
        about,
      })),
    }),
  );

  app.get(
    "/devices",
    {
      schema: {
        tags,
        summary: "List devices",
        querystring: pageQuery.extend({ hub: idSchema.optional() }),
        response: { 200: pageOf(deviceSchema), ...problemResponses() },
      },
    },
    async (request) => {
      const paging = page(request.query, z.string());
      const { hub } = request.query;
      const rows = devicePage(db, { teams: hubTeams(request), hub, after: paging.after, fetch: paging.fetch });
      const about = deviceContext(db, rows, clock.now());
      return paging.of(
        rows,
        ({ id }) => id,
        (row) => presentDevice(row, about),
      );
    },
  );

  app.get(
    "/devices/:device",
    {
      schema: {
        tags,
        summary: "Read a device",
        params: z.object({ device: idSchema }),
        response: { 200: deviceSchema, ...problemResponses("NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const row = requireDevice(request, request.params.device);
      setEtag(reply, row.version);
      return presentDevice(row, deviceContext(db, [row], clock.now()));
    },
  );

  app.post(
    "/devices",
    {
      preValidation: allow("technician"),
      schema: {
        tags,
        summary: "Register a device on a hub",
        description: "What the hub has sent for it before is the device's from then on.",
        headers: idempotencyHeader,
        body: newDeviceSchema,
        response: {
          201: changedSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "ALREADY_EXISTS", "IDEMPOTENCY_REUSED", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      requireHub(request, request.body.hub);
      const { id = request.body.id, version = 1 } = await submit(request, { kind: "device-register", ...request.body });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/devices/${id}`);
      return { id, version };
    },
  );
}

/** The device, if the principal sees its hub. @throws HemvaktError `NOT_FOUND` */
export function requireDevice(request: FastifyRequest, id: string): DeviceRow {
  const row = visibleDevice(request.server.hemvakt.db, hubTeams(request), id);
  if (!row) throw new HemvaktError("NOT_FOUND");
  return row;
}

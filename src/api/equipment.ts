import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { OutcomeValue } from "../decision/message.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import type { CommandBody, Equipment } from "../ledger/commands.ts";
import { lastLeft } from "../store/sqlite/queries/equipment.ts";
import { places } from "../store/sqlite/registry.ts";
import { allow, knownPatient } from "./access.ts";
import type { ApiApp, ApiContext } from "./context.ts";
import {
  idempotencyHeader,
  idParams,
  ifMatchHeader,
  instantSchema,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { requireDevice } from "./devices.ts";
import { requireHub } from "./hubs.ts";
import { changedSchema } from "./patients.ts";
import { problemResponses } from "./problem.ts";

const handlers = allow("nurse", "physician", "technician");
const technician = allow("technician");
const headers = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
const refusals = ["FORBIDDEN", "CSRF", "NOT_FOUND", "PRECONDITION_REQUIRED", "PRECONDITION_FAILED"] as const;

const lendingSchema = z
  .strictObject({
    patient: idSchema,
    user: z.int().min(0).max(254).optional().meta({ description: "The user slot; absent: whoever uses it" }),
    from: instantSchema.optional().meta({ description: "Default: now. May lie in the past" }),
    to: instantSchema.optional(),
    emptied: z.boolean().default(false).meta({ description: "The hub's memory was emptied by hand" }),
  })
  .meta({ id: "Lending", examples: [{ patient: "p-8c1f" }] });
const exchangeSchema = z
  .strictObject({
    replacement: idSchema,
    place: z.enum(places).default("repair").meta({ description: "Where the old one goes" }),
  })
  .meta({ id: "Exchange", examples: [{ replacement: "uc352-77b0", place: "repair" }] });
const placeSchema = z
  .strictObject({ place: z.enum(places) })
  .meta({ id: "Placement", examples: [{ place: "retired" }] });
const movedSchema = z.strictObject({ hub: idSchema }).meta({ id: "DeviceMove", examples: [{ hub: "hv-0313" }] });
const changeSchema = changedSchema
  .extend({ assignments: z.array(z.string()).meta({ description: "Those that began or ended with it" }) })
  .meta({ id: "EquipmentChange", examples: [{ id: "uc352-3f9a", version: 4, assignments: ["17"] }] });

/** The life of hubs and devices: lent, returned, exchanged, moved, repaired, lost, retired. */
export async function equipmentRoutes(app: ApiApp): Promise<void> {
  for (const kind of ["hub", "device"] as const) {
    lendingRoutes(app, kind);
    placeRoutes(app, kind);
  }
  moveRoute(app);
}

/**
 * A new patient: whatever the broker keeps for a hub goes when somebody else has used a device behind it before.
 */
export async function forgetFormer(context: ApiContext, hub: string, patient: string): Promise<void> {
  if (lastLeft(context.db, hub, patient, context.clock.now()) !== undefined) await context.forgetHub(hub);
}

/** The hub it is about or behind, if the principal sees it. @throws HemvaktError `NOT_FOUND` */
export function hubOf(request: FastifyRequest, { of, id }: Equipment): string {
  return of === "hub" ? requireHub(request, id).id : requireDevice(request, id).hub;
}

function answer(reply: FastifyReply, { id }: Equipment, { version = 1, ids = [] }: OutcomeValue) {
  setEtag(reply, version);
  return { id, version, assignments: [...ids] };
}

/** A hub that keeps readings must have been connected since its last patient, or that patient's would come undated later. */
function requireEmptied(request: FastifyRequest, hubId: string, patient: string): void {
  const { db, clock } = request.server.hemvakt;
  const hub = requireHub(request, hubId);
  const left = lastLeft(db, hub.id, patient, clock.now());
  if (hub.forwarding === "live" || hub.online !== 0 || left === undefined || (hub.last_seen ?? 0) >= left) return;
  throw new HemvaktError("EQUIPMENT_NOT_EMPTIED");
}

function lendingRoutes(app: ApiApp, of: Equipment["of"]): void {
  const tags = [of === "hub" ? "Hubs" : "Devices"];

  app.post(
    `/${of}s/:id/lend`,
    {
      preValidation: handlers,
      schema: {
        tags,
        summary: of === "hub" ? "Lend a hub with every device in stock behind it" : "Lend a device",
        description: "Nothing that the platform keeps for the hub of the patient before is left when this answers.",
        params: idParams,
        headers: idempotencyHeader,
        body: lendingSchema,
        response: {
          201: changeSchema.omit({ version: true }),
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "ASSIGNMENT_OVERLAP",
            "EQUIPMENT_PLACE",
            "EQUIPMENT_NOT_EMPTIED",
            "IDEMPOTENCY_REUSED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const what = { of, id: request.params.id };
      const { patient, user, from, to, emptied } = request.body;
      const hub = hubOf(request, what);
      knownPatient(request, patient);
      if (from !== undefined && to !== undefined && to <= from) {
        throw new HemvaktError("REQUEST_SHAPE", undefined, { errors: [{ path: "to", message: "after `from`" }] });
      }
      if (!emptied) requireEmptied(request, hub, patient);
      const { ids = [] } = await submit(request, {
        kind: "equipment-lend",
        ...what,
        patient,
        ...(user === undefined ? {} : { user }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
      await forgetFormer(app.hemvakt, hub, patient);
      reply.code(201);
      return { id: what.id, assignments: [...ids] };
    },
  );

  app.post(
    `/${of}s/:id/return`,
    {
      preValidation: handlers,
      schema: {
        tags,
        summary: `Take a ${of} back`,
        description:
          "Whoever has it has it no more. What was measured until now stays theirs, also when it comes later; what was " +
          "still to be shown is taken back, and nothing is left of it at the broker.",
        params: idParams,
        headers,
        response: { 200: changeSchema, ...problemResponses(...refusals, "EQUIPMENT_NOT_LENT") },
      },
    },
    async (request, reply) => {
      const what = { of, id: request.params.id };
      const hub = hubOf(request, what);
      const done = await submit(request, { kind: "equipment-return", ...what, ifVersion: requireIfMatch(request) });
      await app.hemvakt.forgetHub(hub);
      return answer(reply, what, done);
    },
  );
}

function placeRoutes(app: ApiApp, of: Equipment["of"]): void {
  const tags = [of === "hub" ? "Hubs" : "Devices"];
  const { forgetHub } = app.hemvakt;

  app.post(
    `/${of}s/:id/exchange`,
    {
      preValidation: technician,
      schema: {
        tags,
        summary: `Replace a ${of} with another`,
        description:
          of === "hub"
            ? "Its devices go behind the replacement, whoever has them. What the old one still keeps stays whose it was."
            : "Whoever has it goes on with the replacement, behind the same hub.",
        params: idParams,
        headers,
        body: exchangeSchema,
        response: {
          200: changeSchema,
          ...problemResponses(
            ...refusals,
            "EQUIPMENT_NOT_LENT",
            "EQUIPMENT_PLACE",
            "ASSIGNMENT_OVERLAP",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const what = { of, id: request.params.id };
      const { replacement, place } = request.body;
      const hubs = new Set([hubOf(request, what), hubOf(request, { of, id: replacement })]);
      const ifVersion = requireIfMatch(request);
      const command: CommandBody = { kind: "equipment-exchange", ...what, replacement, place, ifVersion };
      const done = await submit(request, command);
      for (const hub of hubs) await forgetHub(hub);
      return answer(reply, what, done);
    },
  );

  app.post(
    `/${of}s/:id/place`,
    {
      preValidation: technician,
      schema: {
        tags,
        summary: `Say where a ${of} is now`,
        description:
          "In stock, in repair, lost or retired. Whoever has it has it no more" +
          (of === "hub" ? "; a lost or retired hub can't connect until it is provisioned anew." : "."),
        params: idParams,
        headers,
        body: placeSchema,
        response: { 200: changeSchema, ...problemResponses(...refusals, "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const what = { of, id: request.params.id };
      const hub = hubOf(request, what);
      const { place } = request.body;
      const ifVersion = requireIfMatch(request);
      const done = await submit(request, { kind: "equipment-place", ...what, place, ifVersion });
      const gone = of === "hub" && (place === "lost" || place === "retired");
      await forgetHub(hub, gone ? "MQTT_REVOKED" : "MQTT_HUB_RETURNED");
      return answer(reply, what, done);
    },
  );
}

function moveRoute(app: ApiApp): void {
  app.post(
    "/devices/:id/move",
    {
      preValidation: technician,
      schema: {
        tags: ["Devices"],
        summary: "Put a device behind another hub",
        description: "Whoever has it keeps it. What the former hub still keeps of it stays whose it was.",
        params: idParams,
        headers,
        body: movedSchema,
        response: { 200: changeSchema, ...problemResponses(...refusals, "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const what = { of: "device", id: request.params.id } as const;
      const former = hubOf(request, what);
      const { hub } = request.body;
      requireHub(request, hub);
      const ifVersion = requireIfMatch(request);
      const done = await submit(request, { kind: "device-move", device: what.id, hub, ifVersion });
      await app.hemvakt.forgetHub(former);
      return answer(reply, what, done);
    },
  );
}

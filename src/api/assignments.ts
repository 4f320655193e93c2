import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { type AssignmentOfDevice, assignmentPage } from "../store/sqlite/queries/assignments.ts";
import { allow, knownPatient, logRead, teamFilter } from "./access.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  ifMatchHeader,
  instantSchema,
  page,
  pageOf,
  pageQuery,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { requireDevice } from "./devices.ts";
import { forgetFormer } from "./equipment.ts";
import { changedSchema } from "./patients.ts";
import { assignmentSchema, presentAssignment } from "./present/hub.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Assignments"];
const handlers = allow("nurse", "physician", "technician");
const assignmentParams = z.object({ assignment: z.coerce.number().int().min(1) });

const newAssignmentSchema = z
  .strictObject({
    device: idSchema,
    user: z.int().min(0).max(254).optional().meta({ description: "The user slot; absent: whoever uses the device" }),
    patient: idSchema,
    from: instantSchema.optional().meta({ description: "Default: now. May lie in the past" }),
    to: instantSchema.optional(),
  })
  .meta({
    id: "NewAssignment",
    examples: [{ device: "uc352-3f9a", user: 1, patient: "p-8c1f", from: "2026-11-20T08:00:00+01:00" }],
  });

/** Who uses which device, and since when. */
export async function assignmentRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  app.get(
    "/assignments",
    {
      preValidation: handlers,
      schema: {
        tags,
        summary: "List assignments",
        description: "Newest first: those of patients you see, and of devices on your teams' hubs.",
        querystring: pageQuery.extend({ device: idSchema.optional(), patient: idSchema.optional() }),
        response: { 200: pageOf(assignmentSchema), ...problemResponses("FORBIDDEN") },
      },
    },
    async (request) => {
      const paging = page(request.query, z.int());
      const { device, patient } = request.query;
      const { after, fetch } = paging;
      const rows = assignmentPage(db, { teams: teamFilter(request), device, patient, after, fetch });
      await logRead(request, patientsOf(rows.slice(0, request.query.limit)), "assignments");
      return paging.of(rows, ({ id }) => id, presentAssignment);
    },
  );

  app.get(
    "/assignments/:assignment",
    {
      preValidation: handlers,
      schema: {
        tags,
        summary: "Read an assignment",
        params: assignmentParams,
        response: { 200: assignmentSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const row = requireAssignment(request, request.params.assignment);
      await logRead(request, patientsOf([row]), "assignment");
      setEtag(reply, row.version);
      return presentAssignment(row);
    },
  );

  app.post(
    "/assignments",
    {
      preValidation: handlers,
      schema: {
        tags,
        summary: "Give a device to a patient",
        description:
          "Or one user slot of it. From a time in the past on, what was kept as nobody's becomes the patient's and is " +
          "judged as late data.",
        headers: idempotencyHeader,
        body: newAssignmentSchema,
        response: {
          201: changedSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "ASSIGNMENT_OVERLAP",
            "EQUIPMENT_PLACE",
            "IDEMPOTENCY_REUSED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const { device, patient, user, from, to } = request.body;
      const { hub } = requireDevice(request, device);
      knownPatient(request, patient);
      if (from !== undefined && to !== undefined && to <= from) {
        throw new HemvaktError("REQUEST_SHAPE", undefined, { errors: [{ path: "to", message: "after `from`" }] });
      }
      const { id = "", version = 1 } = await submit(request, {
        kind: "assignment-create",
        device,
        patient,
        ...(user === undefined ? {} : { user }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
      await forgetFormer(app.hemvakt, hub, patient);
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/assignments/${id}`);
      return { id, version };
    },
  );

  app.post(
    "/assignments/:assignment/end",
    {
      preValidation: handlers,
      schema: {
        tags,
        summary: "End an assignment",
        description: "Now or earlier; readings measured after the end become nobody's.",
        params: assignmentParams,
        headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
        body: z
          .strictObject({ to: instantSchema.optional() })
          .default({})
          .meta({ id: "AssignmentEnd", examples: [{ to: "2026-11-22T12:00:00+01:00" }] }),
        response: {
          200: changedSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "PRECONDITION_REQUIRED", "PRECONDITION_FAILED"),
        },
      },
    },
    async (request, reply) => {
      const { id: assignment, hub } = requireAssignment(request, request.params.assignment);
      const { to } = request.body;
      const ifVersion = requireIfMatch(request);
      const end = to === undefined ? {} : { to };
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "assignment-end",
        assignment,
        ifVersion,
        ...end,
      });
      await app.hemvakt.forgetHub(hub);
      setEtag(reply, version);
      return { id: String(assignment), version };
    },
  );
}

/** The assignment, if the principal's teams have to do with it. @throws HemvaktError `NOT_FOUND` */
function requireAssignment(request: FastifyRequest, id: number): AssignmentOfDevice {
  const [row] = assignmentPage(request.server.hemvakt.db, { teams: teamFilter(request), id, fetch: 1 });
  if (!row) throw new HemvaktError("NOT_FOUND");
  return row;
}

const patientsOf = (rows: readonly AssignmentOfDevice[]): string[] =>
  rows.flatMap(({ seen, patient }) => (seen ? [patient] : []));

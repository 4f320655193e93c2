import { randomBytes } from "node:crypto";
import { z } from "zod";
import { kindNames } from "../domain/kind.ts";
import { idSchema, seesClinical } from "../domain/people.ts";
import { planInForce } from "../domain/plan.ts";
import { silencesOf } from "../silence/facts.ts";
import { activeAlertsOf, patientPage, plansInForce } from "../store/sqlite/queries/patients.ts";
import { newestReading } from "../store/sqlite/readings.ts";
import { plansOf, teamById } from "../store/sqlite/registry.ts";
import { allow, logRead, teamFilter, visiblePatient, visibleTeam } from "./access.ts";
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
import { overrideSchema, withOverride } from "./override.ts";
import { presentEnrolment } from "./present/enrolment.ts";
import { patientSchema, patientSummarySchema, presentPatient, presentPatientSummary } from "./present/patient.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Patients"];
const clinical = allow("nurse", "physician");

/** `:patient` in a path. */
export const patientParams = z.object({ patient: idSchema });

/** What a change of something with a version answers. */
export const changedSchema = z.object({ id: z.string(), version: z.int() }).meta({ id: "Changed" });

const enrolSchema = z
  .strictObject({
    team: idSchema,
    given: z.string().min(1).max(100),
    family: z.string().min(1).max(100),
    born: z.iso.date().optional(),
    phone: z.string().min(3).max(40).optional(),
  })
  .meta({
    id: "Enrolment",
    examples: [{ team: "team-north", given: "Greta", family: "Exempel", born: "1941-03-02" }],
  });

/** Patients: who they are, who answers for them, how they are now. */
export async function patientRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/patients",
    {
      preValidation: allow("nurse", "physician", "technician"),
      schema: {
        tags,
        summary: "List patients",
        description: "Those whom your teams see, by id. Technicians get ids and technical alerts, no names or plans.",
        querystring: pageQuery.extend({ team: idSchema.optional() }),
        response: { 200: pageOf(patientSummarySchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { team } = request.query;
      if (team !== undefined) visibleTeam(request, team);
      const paging = page(request.query, z.string());
      const rows = patientPage(db, { teams: teamFilter(request), team, after: paging.after, fetch: paging.fetch });
      const ids = rows.slice(0, request.query.limit).map(({ id }) => id);
      const alerts = activeAlertsOf(db, ids);
      const plans = plansInForce(db, ids, clock.now());
      await logRead(request, ids, "patient-list");
      return paging.of(
        rows,
        ({ id }) => id,
        (row) =>
          presentPatientSummary(row, {
            now: clock.now(),
            zone: teamById(db, row.team)?.zone ?? "UTC",
            clinical: seesClinical(request.principal.role),
            alerts: alerts.get(row.id) ?? [],
            plan: plans.get(row.id),
            enrolment: presentEnrolment(db, row.id, clock.now()),
            silence: seesClinical(request.principal.role) ? silencesOf(db, row.id, clock.now()) : [],
          }),
      );
    },
  );

  app.get(
    "/patients/:patient",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read a patient",
        description: "Who it is, who answers, the plan in force, devices in use, and the last reading of each kind.",
        params: patientParams,
        response: { 200: patientSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { id } = visiblePatient(request, request.params.patient);
      const now = clock.now();
      const presented = presentPatient(db, id, {
        now,
        teams: teamFilter(request),
        plan: planInForce(plansOf(db, id), now),
        latest: kindNames.flatMap((kind) => newestReading(db, id, kind) ?? []),
      });
      await logRead(request, [id], "patient");
      setEtag(reply, presented.version);
      return presented;
    },
  );

  app.post(
    "/patients",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Enrol a patient",
        description: "The platform makes the id, which says nothing about the person.",
        headers: idempotencyHeader,
        body: enrolSchema,
        response: {
          201: changedSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "IDEMPOTENCY_REUSED", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { team, given, family, born, phone } = request.body;
      visibleTeam(request, team);
      const person = { given, family, ...(born && { born }), ...(phone && { phone }) };
      const made = `p-${randomBytes(8).toString("hex")}`;
      const { id = made, version = 1 } = await submit(request, { kind: "patient-enrol", id: made, team, person });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/patients/${id}`);
      return { id, version };
    },
  );

  app.put(
    "/patients/:patient/team",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Make another team responsible",
        description: "Both teams are told. Unless your team stands beside the new one you no longer see the patient.",
        params: patientParams,
        headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
        body: z
          .strictObject({ team: idSchema, override: overrideSchema })
          .meta({ id: "PatientTeam", examples: [{ team: "team-south" }] }),
        response: {
          200: changedSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "TEAM_CLOSED",
            "COVERAGE_HOLE",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const ifVersion = requireIfMatch(request);
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "patient-team",
        patient,
        team: request.body.team,
        ...withOverride(request.body.override),
        ifVersion,
      });
      setEtag(reply, version);
      return { id: patient, version };
    },
  );
}

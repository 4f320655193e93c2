import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { responsibilityKinds } from "../domain/responsibility.ts";
import { HemvaktError } from "../errors.ts";
import type { ResponsibilityRow } from "../store/sqlite/duty.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, ifMatchHeader, instantSchema, requireIfMatch, setEtag, submit } from "./conventions.ts";
import { overrideSchema, withOverride } from "./override.ts";
import { patientParams } from "./patients.ts";
import { dutySchema, presentDuty, presentResponsibility, responsibilitySchema } from "./present/duty.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Responsibility"];
const clinical = allow("nurse", "physician");
const reason = z.string().min(1).max(200).optional();

const newSchema = z
  .strictObject({
    kind: z.enum(responsibilityKinds).meta({
      description:
        "`ordinary`: the patient's own team from then on; `palliative`: answers before it; `takeover`: another team for a while, before both",
    }),
    team: idSchema,
    cover: idSchema.optional().meta({ description: "Outside that team's hours; otherwise its own cover" }),
    from: instantSchema.optional().meta({ description: "Default: now" }),
    to: instantSchema
      .optional()
      .meta({ description: "A takeover has one, at most 90 days later; what is ordinary has none" }),
    reason,
    override: overrideSchema,
  })
  .meta({
    id: "NewResponsibility",
    examples: [{ kind: "takeover", team: "mobila", to: "2026-12-01T08:00:00+01:00", reason: "Hem från sjukhus" }],
  });

const madeSchema = z.object({ id: z.int(), version: z.int() });
const rowParams = patientParams.extend({ responsibility: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** Who answers for a patient, from when to when. */
export async function responsibilityRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/patients/:patient/responsibilities",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Who answers for a patient, and why",
        description: "Now or at any instant, who does next, and everything that was agreed.",
        params: patientParams,
        querystring: z.strictObject({ at: instantSchema.optional().meta({ description: "Default: now" }) }),
        response: {
          200: z.object({ duty: dutySchema, items: z.array(responsibilitySchema) }),
          ...problemResponses("FORBIDDEN", "NOT_FOUND"),
        },
      },
    },
    async (request) => {
      const { id } = visiblePatient(request, request.params.patient);
      await logRead(request, [id], "responsibilities");
      const rows = db.all<ResponsibilityRow>("SELECT * FROM responsibility WHERE patient = ? ORDER BY id DESC", id);
      return { duty: presentDuty(db, id, request.query.at ?? clock.now()), items: rows.map(presentResponsibility) };
    },
  );

  app.post(
    "/patients/:patient/responsibilities",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Make a team responsible for a patient",
        description:
          "New findings go to whoever answers at that instant, without anybody's acceptance. When what is ordinary changes, " +
          "what is open goes along; a takeover or palliative care leaves it with who has it until it is handed over.",
        params: patientParams,
        headers: idempotencyHeader,
        body: newSchema,
        response: {
          201: madeSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "TEAM_CLOSED",
            "RESPONSIBILITY_PERIOD",
            "COVERAGE_HOLE",
            "IDEMPOTENCY_REUSED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const { kind, team, cover, from, to, reason: why, override } = request.body;
      const entry = {
        kind,
        team,
        ...(cover === undefined ? {} : { cover }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
      const { id = "0", version = 1 } = await submit(request, {
        kind: "responsibility-entrust",
        patient,
        entry,
        ...withOverride(override),
        ...(why === undefined ? {} : { reason: why }),
      });
      setEtag(reply, version);
      reply.code(201);
      return { id: Number(id), version };
    },
  );

  app.post(
    "/patients/:patient/responsibilities/:responsibility/end",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "End a takeover or palliative care earlier",
        description: "What is ordinary ends when something else becomes ordinary.",
        params: rowParams,
        headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
        body: z.strictObject({
          to: instantSchema.optional().meta({ description: "Default: now" }),
          reason,
          override: overrideSchema,
        }),
        response: {
          200: madeSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "RESPONSIBILITY_LAST",
            "RESPONSIBILITY_PERIOD",
            "COVERAGE_HOLE",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const { responsibility } = request.params;
      const ifVersion = requireIfMatch(request);
      if (!db.get("SELECT 1 FROM responsibility WHERE id = ? AND patient = ?", responsibility, patient)) {
        throw new HemvaktError("NOT_FOUND");
      }
      const { to, reason: why, override } = request.body;
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "responsibility-end",
        responsibility,
        ...withOverride(override),
        ...(to === undefined ? {} : { to }),
        ...(why === undefined ? {} : { reason: why }),
        ifVersion,
      });
      setEtag(reply, version);
      return { id: responsibility, version };
    },
  );
}

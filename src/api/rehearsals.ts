import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { type PlanBody, planBodySchema, planInForce } from "../domain/plan.ts";
import { HemvaktError, isHemvaktError } from "../errors.ts";
import { applyChange, planChangeSchema } from "../rehearsal/change.ts";
import { hasEnded, type Job } from "../rehearsal/desk.ts";
import { bodyOf } from "../rehearsal/patient.ts";
import type { TaskResult } from "../rehearsal/task.ts";
import { plansOf } from "../store/sqlite/registry.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, idempotencyOf, iso } from "./conventions.ts";
import { patientParams } from "./patients.ts";
import { patientResultSchema, presentPatientResult } from "./present/rehearsal.ts";
import { problemResponses } from "./problem.ts";
import {
  jobSchema,
  ownJob,
  presentJob,
  rehearsalId,
  settled,
  termsOf,
  termsShape,
  waitQuery,
} from "./rehearsal-jobs.ts";

const tags = ["Rehearsals"];
const clinical = allow("nurse", "physician");

const askSchema = z
  .strictObject({
    draft: idSchema.optional().meta({ description: "A draft of the patient's; the result is kept with it" }),
    body: planBodySchema.optional().meta({ description: "A whole plan" }),
    change: planChangeSchema.optional().meta({ description: "A change to the plan in force" }),
    ...termsShape,
  })
  .refine(({ draft, body, change }) => [draft, body, change].filter((one) => one !== undefined).length === 1, {
    message: "give one of draft, body and change",
  })
  .meta({
    id: "NewRehearsal",
    examples: [{ change: { overrides: { "weight-rise-3d": { amount: { value: 1.5, unit: "kg" } } } }, days: 90 }],
  });

const patientJobSchema = jobSchema(patientResultSchema).meta({ id: "PatientRehearsal" });
const jobParams = patientParams.extend(rehearsalId);

/** Rehearsals of a plan that nobody has signed, over one patient's history. */
export async function rehearsalRoutes(app: ApiApp): Promise<void> {
  const { db, clock, ledger, rehearsals } = app.hemvakt;

  /** The plan to rehearse, and the draft that it is. @throws HemvaktError `NOT_FOUND`, `REQUEST_SHAPE` */
  function draftIn(patient: string, { draft: id, body, change }: z.infer<typeof askSchema>) {
    if (id !== undefined) {
      const row = db.get<{ body: string; version: number }>(
        "SELECT body, version FROM plan_draft WHERE id = ? AND patient = ?",
        id,
        patient,
      );
      if (!row) throw new HemvaktError("NOT_FOUND");
      return { body: readDraft(row.body), draft: { id, version: row.version } };
    }
    if (body !== undefined) return { body };
    const plan = planInForce(plansOf(db, patient), clock.now());
    if (!plan) throw unusable("the patient has no plan to change");
    const changed = applyChange(bodyOf(plan), change!);
    if (changed.outcome === "unaffected") throw unusable("changes nothing in the plan in force");
    if (changed.outcome === "invalid") {
      throw unusable(...changed.errors.map(({ path, message }) => `${path}: ${message}`));
    }
    return { body: changed.body };
  }

  /** Keeps a result with its draft; a draft that has changed or gone since keeps none. */
  const keeper =
    (staff: string, draft: { id: string; version: number }, job: () => Job["task"]) =>
    async (result: TaskResult): Promise<boolean> => {
      if (result.of !== "patient") return false;
      const { terms } = job();
      const presented = {
        ...presentPatientResult(result.comparison, terms),
        rehearsedAt: iso(terms.now),
        rehearsedBy: staff,
      };
      try {
        await ledger.submit({
          kind: "draft-rehearsal",
          actor: staff,
          draft: draft.id,
          ifVersion: draft.version,
          rehearsal: presented,
        });
        return true;
      } catch (error) {
        if (isHemvaktError(error) && ["PRECONDITION_FAILED", "NOT_FOUND"].includes(error.code)) return false;
        throw error;
      }
    };

  /** The job as it is, and who read what of whom where there is a result. */
  async function answer(request: FastifyRequest, reply: FastifyReply, job: Job) {
    const { task, result } = job;
    reply.code(hasEnded(job) ? 200 : 202);
    if (task.of !== "patient" || result?.of !== "patient") return presentJob(job, null);
    await logRead(request, [task.patient], "rehearsal");
    return presentJob(job, presentPatientResult(result.comparison, task.terms));
  }

  const mine = (request: FastifyRequest, { patient, rehearsal }: { patient: string; rehearsal: string }): Job => {
    const { id } = visiblePatient(request, patient);
    return ownJob(request, rehearsal, ({ task }) => task.of === "patient" && task.patient === id);
  };

  app.post(
    "/patients/:patient/rehearsals",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Rehearse a plan over a patient's history",
        description:
          "The engine runs the plan in force and yours over the same readings and says what you would have changed: which " +
          "alerts come, go and move, who is called when, and which confirmed deteriorations would have been missed. " +
          "Nothing is signed and nobody is alerted. 202 while it runs: ask again at `location`.",
        params: patientParams,
        querystring: waitQuery,
        headers: idempotencyHeader,
        body: askSchema,
        response: {
          200: patientJobSchema,
          202: patientJobSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "IDEMPOTENCY_REUSED", "OVERLOADED"),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const { staff } = request.principal;
      const { body, draft } = draftIn(patient, request.body);
      const now = clock.now();
      const task = { of: "patient", patient, draft: body, terms: termsOf(request.body, now) } as const;
      const job = rehearsals.start({
        task,
        by: staff,
        startedAt: now,
        idempotency: idempotencyOf(request),
        ...(draft ? { draft, keep: keeper(staff, draft, () => task) } : {}),
      });
      reply.header("location", `/api/v1/patients/${patient}/rehearsals/${job.id}`);
      return answer(request, reply, await settled(request, job, request.query.wait));
    },
  );

  app.get(
    "/patients/:patient/rehearsals/:rehearsal",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read a rehearsal that you asked for",
        description: "Kept until some fifty later ones have ended, or the platform is started again.",
        params: jobParams,
        querystring: waitQuery,
        response: { 200: patientJobSchema, 202: patientJobSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) =>
      answer(request, reply, await settled(request, mine(request, request.params), request.query.wait)),
  );

  app.delete(
    "/patients/:patient/rehearsals/:rehearsal",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Cancel a rehearsal",
        description: "One that has ended stays as it is.",
        params: jobParams,
        response: {
          200: patientJobSchema,
          202: patientJobSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND"),
        },
      },
    },
    async (request, reply) => {
      const { id } = mine(request, request.params);
      rehearsals.cancel(id);
      return answer(request, reply, (await rehearsals.ended(id))!);
    },
  );
}

const unusable = (...messages: string[]): HemvaktError =>
  new HemvaktError("REQUEST_SHAPE", undefined, {
    errors: messages.map((message) => ({ path: "body.change", message })),
  });

/** A draft may be unfinished. @throws HemvaktError `REQUEST_SHAPE` naming what is missing or wrong in it */
function readDraft(text: string): PlanBody {
  const parsed = planBodySchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: ["draft", ...path].join("."), message }));
  throw new HemvaktError("REQUEST_SHAPE", undefined, { errors });
}

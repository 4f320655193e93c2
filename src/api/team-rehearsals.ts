import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { planInForce } from "../domain/plan.ts";
import { planChangeSchema } from "../rehearsal/change.ts";
import { hasEnded, type Job } from "../rehearsal/desk.ts";
import type { TaskResult } from "../rehearsal/task.ts";
import { type Condition, conditions } from "../rules/presets.ts";
import { plansOf } from "../store/sqlite/registry.ts";
import { allow, logRead, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, idempotencyOf } from "./conventions.ts";
import { comparisonSchema, presentComparison } from "./present/rehearsal.ts";
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
const teamParams = z.object({ team: idSchema });
const jobParams = teamParams.extend(rehearsalId);

const askSchema = z
  .strictObject({
    change: planChangeSchema.meta({ description: "What to change in each patient's plan in force" }),
    condition: z
      .enum(conditions as [Condition, ...Condition[]])
      .optional()
      .meta({ description: "Only patients whose plan names this condition" }),
    ...termsShape,
  })
  .meta({
    id: "NewTeamRehearsal",
    examples: [
      {
        change: { overrides: { "weight-rise-3d": { amount: { value: 1.5, unit: "kg" } } } },
        condition: "heart-failure",
        days: 90,
      },
    ],
  });

const rowSchema = z
  .object({
    patient: z.string(),
    outcome: z
      .enum(["rehearsed", "no-plan", "unaffected", "invalid", "too-large"])
      .meta({ description: "`unaffected`: the plan has none of the rules; `invalid`: it could not be signed" }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })),
    before: z.int().meta({ description: "Alerts under the plan in force" }),
    after: z.int().meta({ description: "Alerts under the change" }),
    added: z.int(),
    removed: z.int(),
    moved: z.int(),
    confirmed: z.int().meta({ description: "Events that staff confirmed" }),
    missed: z.int().meta({ description: "Of those, how many the change misses" }),
  })
  .meta({ id: "RehearsedPatient" });

const teamResultSchema = z
  .object({
    total: comparisonSchema.nullable().meta({ description: "All patients together; null when nobody's plan changes" }),
    patients: z.array(rowSchema),
  })
  .meta({ id: "TeamRehearsalResult" });
const teamJobSchema = jobSchema(teamResultSchema).meta({ id: "TeamRehearsal" });

/** Rehearsals of one change to the plans of all a team's patients. */
export async function teamRehearsalRoutes(app: ApiApp): Promise<void> {
  const { db, clock, rehearsals } = app.hemvakt;

  /** The team's patients, or those of them whose plan in force names a condition. */
  function patientsOf(team: string, condition: Condition | undefined, now: number): string[] {
    const all = db.all<{ id: string }>("SELECT id FROM patient WHERE team = ? ORDER BY id", team).map(({ id }) => id);
    if (condition === undefined) return all;
    return all.filter((id) => planInForce(plansOf(db, id), now)?.conditions.includes(condition));
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, job: Job) {
    const { task, result } = job;
    reply.code(hasEnded(job) ? 200 : 202);
    if (task.of !== "team" || result?.of !== "team") return presentJob(job, null);
    await logRead(request, task.patients, "team-rehearsal");
    return presentJob(job, presentTeamResult(result, task.terms));
  }

  const mine = (request: FastifyRequest, { team, rehearsal }: { team: string; rehearsal: string }): Job => {
    visibleTeam(request, team);
    return ownJob(request, rehearsal, (job) => job.team === team);
  };

  app.post(
    "/teams/:team/rehearsals",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Rehearse a change over the history of a team's patients",
        description:
          "As for one patient, with the change made to each patient's plan in force. 202 while it runs, with how many " +
          "patients are done: ask again at `location`, or cancel it there.",
        params: teamParams,
        querystring: waitQuery,
        headers: idempotencyHeader,
        body: askSchema,
        response: {
          200: teamJobSchema,
          202: teamJobSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "IDEMPOTENCY_REUSED", "OVERLOADED"),
        },
      },
    },
    async (request, reply) => {
      const { team } = request.params;
      visibleTeam(request, team);
      const now = clock.now();
      const { change, condition } = request.body;
      const job = rehearsals.start({
        task: { of: "team", patients: patientsOf(team, condition, now), change, terms: termsOf(request.body, now) },
        by: request.principal.staff,
        team,
        startedAt: now,
        idempotency: idempotencyOf(request),
      });
      reply.header("location", `/api/v1/teams/${team}/rehearsals/${job.id}`);
      return answer(request, reply, await settled(request, job, request.query.wait));
    },
  );

  app.get(
    "/teams/:team/rehearsals/:rehearsal",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read a team's rehearsal that you asked for",
        params: jobParams,
        querystring: waitQuery,
        response: { 200: teamJobSchema, 202: teamJobSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) =>
      answer(request, reply, await settled(request, mine(request, request.params), request.query.wait)),
  );

  app.delete(
    "/teams/:team/rehearsals/:rehearsal",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Cancel a team's rehearsal",
        description: "It ends with the patient at hand. One that has ended stays as it is.",
        params: jobParams,
        response: { 200: teamJobSchema, 202: teamJobSchema, ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { id } = mine(request, request.params);
      rehearsals.cancel(id);
      return answer(request, reply, (await rehearsals.ended(id))!);
    },
  );
}

const presentTeamResult = (
  { comparison, patients }: Extract<TaskResult, { of: "team" }>,
  terms: Parameters<typeof presentComparison>[1],
): z.infer<typeof teamResultSchema> => ({
  total: comparison ? presentComparison(comparison, terms) : null,
  patients: patients.map(({ errors = [], ...row }) => ({ ...row, errors: [...errors] })),
});

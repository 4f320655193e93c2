import { z } from "zod";
import { type PlanBody, planBodySchema, planInForce } from "../domain/plan.ts";
import { HemvaktError } from "../errors.ts";
import { type Condition, conditions, preset } from "../rules/presets.ts";
import { latestPlanVersion, staffNames } from "../store/sqlite/queries/patients.ts";
import { plansOf } from "../store/sqlite/registry.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, ifMatchHeader, instantSchema, requireIfMatch, setEtag, submit } from "./conventions.ts";
import { changedSchema, patientParams } from "./patients.ts";
import { planSchema, presentPlan } from "./present/plan.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Plans"];
const clinical = allow("nurse", "physician");
const conditionSchema = z.enum(conditions as [Condition, ...Condition[]]);

const presetSchema = z.object({ condition: conditionSchema, body: planBodySchema }).meta({ id: "Preset" });

const signSchema = z
  .strictObject({
    preset: z.array(conditionSchema).min(1).max(3).optional().meta({ description: "Start from these presets" }),
    body: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "A PlanBody: the whole plan, or with `preset` the parts that replace the preset's" }),
    validFrom: instantSchema.optional().meta({ description: "Default: when it is signed; never before" }),
  })
  .meta({
    id: "NewPlan",
    examples: [{ preset: ["heart-failure"], body: { treatmentLimitation: "Not for hospital admission." } }],
  });

/** Care plans: signed versions that never change, and the presets they start from. */
export async function planRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  const plansWithNames = (patient: string) => {
    const plans = plansOf(db, patient);
    const inForce = planInForce(plans, clock.now());
    const names = staffNames(
      db,
      plans.map(({ signedBy }) => signedBy),
    );
    return plans.map((plan) => presentPlan(plan, plan === inForce, names));
  };

  app.get(
    "/patients/:patient/plans",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List a patient's plans",
        description:
          "All signed versions, the latest first. The ETag is the latest version's number, 0 when there is none.",
        params: patientParams,
        response: { 200: z.object({ items: z.array(planSchema) }), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { id } = visiblePatient(request, request.params.patient);
      const items = plansWithNames(id).toReversed();
      await logRead(request, [id], "plans");
      setEtag(reply, items[0]?.version ?? 0);
      return { items };
    },
  );

  app.get(
    "/patients/:patient/plans/:version",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read a plan version",
        params: patientParams.extend({ version: z.coerce.number().int().min(1) }),
        response: { 200: planSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id } = visiblePatient(request, request.params.patient);
      const plan = plansWithNames(id).find(({ version }) => version === request.params.version);
      if (!plan) throw new HemvaktError("NOT_FOUND");
      await logRead(request, [id], "plan");
      return plan;
    },
  );

  app.post(
    "/patients/:patient/plans",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Sign a plan",
        description:
          'You sign it. If-Match is the number of the latest version, "0" for the first. What was measured before ' +
          "`validFrom` stays judged by the plan then in force.",
        params: patientParams,
        headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
        body: signSchema,
        response: {
          201: changedSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "PLAN_BACKDATED",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const ifVersion = requireIfMatch(request);
      const { preset: from, body: parts, validFrom } = request.body;
      const body = wholePlan(from, parts);
      const valid = validFrom === undefined ? {} : { validFrom };
      const { version = latestPlanVersion(db, patient) } = await submit(request, {
        kind: "plan-sign",
        patient,
        body,
        ifVersion,
        ...valid,
      });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/patients/${patient}/plans/${version}`);
      return { id: patient, version };
    },
  );

  app.get(
    "/presets",
    {
      schema: {
        tags,
        summary: "List the presets",
        response: { 200: z.object({ items: z.array(presetSchema) }), ...problemResponses() },
      },
    },
    async () => ({ items: conditions.map((condition) => ({ condition, body: preset([condition]) })) }),
  );

  app.get(
    "/presets/:condition",
    {
      schema: {
        tags,
        summary: "Read a preset",
        params: z.object({ condition: z.string().max(64) }),
        response: { 200: presetSchema, ...problemResponses("NOT_FOUND") },
      },
    },
    async (request) => {
      const condition = conditionSchema.safeParse(request.params.condition).data;
      if (!condition) throw new HemvaktError("NOT_FOUND");
      return { condition, body: preset([condition]) };
    },
  );
}

/** A plan complete and checked. @throws HemvaktError `REQUEST_SHAPE` naming the fields */
function wholePlan(from: readonly Condition[] | undefined, parts: Record<string, unknown> = {}): PlanBody {
  const whole = from ? preset(from, parts) : parts;
  const parsed = planBodySchema.safeParse(whole);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: ["body", ...path].join("."), message }));
  throw new HemvaktError("REQUEST_SHAPE", undefined, { errors });
}

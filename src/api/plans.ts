import { z } from "zod";
import { bodyOf, planBodySchema, requirePlan } from "../domain/plan.ts";
import { differencesBetween } from "../domain/plan-changes.ts";
import { HemvaktError } from "../errors.ts";
import { conditions, preset } from "../rules/presets.ts";
import { presetSources, templateOptions } from "../rules/templates.ts";
import { latestPlanVersion } from "../store/sqlite/queries/patients.ts";
import { plansOf } from "../store/sqlite/registry.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import { requireFresh } from "./authenticate.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, ifMatchHeader, instantSchema, requireIfMatch, setEtag, submit } from "./conventions.ts";
import { overrideSchema, withOverride } from "./override.ts";
import { changedSchema, patientParams } from "./patients.ts";
import { conditionSchema, startFields, startOf } from "./plan-start.ts";
import { differenceSchema, presentDifference } from "./present/draft.ts";
import { planSchema, presentPlans } from "./present/plan.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Plans"];
const clinical = allow("nurse", "physician");

const presetSchema = z
  .object({
    condition: conditionSchema,
    body: planBodySchema,
    sources: z.record(z.string(), z.string()).meta({ description: "Where each rule comes from, by its id" }),
    options: z.array(
      z.object({
        name: z.string().meta({ description: "As `options` of a plan or draft names it" }),
        title: z.object({ sv: z.string(), en: z.string() }),
        rules: planBodySchema.shape.rules,
        needs: z
          .array(z.object({ kind: z.enum(["reference", "saturation-target"]), metric: z.string().optional() }))
          .meta({ description: "What must be set for the patient beside it" }),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: "Preset" });

const signSchema = z
  .strictObject({
    ...startFields,
    validFrom: instantSchema.optional().meta({ description: "Default: when it is signed; never before" }),
    override: overrideSchema,
  })
  .meta({
    id: "NewPlan",
    examples: [
      {
        preset: ["heart-failure"],
        rules: [{ id: "pulse-high", limit: { value: 105, unit: "/min" } }],
        body: { treatmentLimitation: "Not for hospital admission." },
      },
    ],
  });

/** Care plans: signed versions that never change, and the templates they start from. */
export async function planRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;
  const versionParams = patientParams.extend({ version: z.coerce.number().int().min(1) });

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
      const items = presentPlans(db, id, clock.now()).toReversed();
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
        params: versionParams,
        response: { 200: planSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id } = visiblePatient(request, request.params.patient);
      const plan = presentPlans(db, id, clock.now()).find(({ version }) => version === request.params.version);
      if (!plan) throw new HemvaktError("NOT_FOUND");
      await logRead(request, [id], "plan");
      return plan;
    },
  );

  app.get(
    "/patients/:patient/plans/:version/differences",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Compare a plan version with an earlier one",
        description: "What differs, part by part, in Swedish and English.",
        params: versionParams,
        querystring: z.strictObject({
          from: z.coerce.number().int().min(1).optional().meta({ description: "Default: the version before" }),
        }),
        response: {
          200: z.object({ from: z.int().nullable(), to: z.int(), items: z.array(differenceSchema) }),
          ...problemResponses("FORBIDDEN", "NOT_FOUND"),
        },
      },
    },
    async (request) => {
      const { id } = visiblePatient(request, request.params.patient);
      const { version } = request.params;
      const { from = version - 1 } = request.query;
      const plans = plansOf(db, id);
      const [before, after] = [from, version].map((wanted) => plans.find((plan) => plan.version === wanted));
      if (!after || (!before && request.query.from !== undefined)) throw new HemvaktError("NOT_FOUND");
      await logRead(request, [id], "plan-differences");
      const items = differencesBetween(before && bodyOf(before), bodyOf(after)).map(presentDifference);
      return { from: before?.version ?? null, to: version, items };
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
          'You sign it, with your password given within the last five minutes. If-Match is the number of the latest version, "0" ' +
          "for the first. What was measured before `validFrom` stays judged by the plan then in force. Values of the patient's " +
          "own that are new or changed carry your name and today's date.",
        params: patientParams,
        headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
        body: signSchema,
        response: {
          201: changedSchema,
          ...problemResponses(
            "FORBIDDEN",
            "REAUTHENTICATION_REQUIRED",
            "PHYSICIAN_REQUIRED",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "PLAN_BACKDATED",
            "COVERAGE_HOLE",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      requireFresh(request);
      const ifVersion = requireIfMatch(request);
      const { validFrom, override, ...start } = request.body;
      const { version = latestPlanVersion(db, patient) } = await submit(request, {
        kind: "plan-sign",
        patient,
        body: requirePlan(startOf(request, start)),
        ifVersion,
        ...withOverride(override),
        ...(validFrom === undefined ? {} : { validFrom }),
      });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/patients/${patient}/plans/${version}`);
      return { id: patient, version };
    },
  );

  const template = (condition: z.infer<typeof conditionSchema>) => ({
    condition,
    body: preset([condition]),
    sources: { ...presetSources[condition] },
    options: templateOptions[condition].map(({ id, title, rules, needs, source }) => ({
      name: `${condition}/${id}`,
      title,
      rules: [...rules],
      needs: [...needs],
      source,
    })),
  });

  app.get(
    "/presets",
    {
      schema: {
        tags,
        summary: "List the templates",
        description: "For each condition a plan that can be signed, where its limits come from, and parts to turn on.",
        response: { 200: z.object({ items: z.array(presetSchema) }), ...problemResponses() },
      },
    },
    async () => ({ items: conditions.map(template) }),
  );

  app.get(
    "/presets/:condition",
    {
      schema: {
        tags,
        summary: "Read a template",
        params: z.object({ condition: z.string().max(64) }),
        response: { 200: presetSchema, ...problemResponses("NOT_FOUND") },
      },
    },
    async (request) => {
      const condition = conditionSchema.safeParse(request.params.condition).data;
      if (!condition) throw new HemvaktError("NOT_FOUND");
      return template(condition);
    },
  );
}

import { randomBytes } from "node:crypto";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { bodyOf } from "../domain/plan.ts";
import { HemvaktError } from "../errors.ts";
import { type DraftRow, draftById, openDrafts } from "../store/sqlite/drafts.ts";
import { latestPlanVersion } from "../store/sqlite/queries/patients.ts";
import { plansOf } from "../store/sqlite/registry.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import { requireFresh } from "./authenticate.ts";
import type { ApiApp, ApiRequest } from "./context.ts";
import { idempotencyHeader, ifMatchHeader, instantSchema, requireIfMatch, setEtag, submit } from "./conventions.ts";
import { overrideSchema, withOverride } from "./override.ts";
import { changedSchema, patientParams } from "./patients.ts";
import { startFields, startOf } from "./plan-start.ts";
import { draftSchema, presentDraft } from "./present/draft.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Plans"];
const clinical = allow("nurse", "physician");

const newDraftSchema = z
  .strictObject(startFields)
  .meta({ id: "NewPlanDraft", examples: [{ rules: [{ id: "pulse-high", limit: { value: 105, unit: "/min" } }] }] });
const changeSchema = z
  .strictObject({
    ...startFields,
    rebase: z
      .boolean()
      .optional()
      .meta({ description: "The draft has been brought up to the latest signed version and may be signed after it" }),
  })
  .meta({ id: "PlanDraftChange" });

/** Plans before they are signed: begun from a template or the latest version, changed, compared, signed or put aside. */
export async function planDraftRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;
  const draftParams = patientParams.extend({ draft: idSchema });
  const headers = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
  const refusals = [
    "FORBIDDEN",
    "CSRF",
    "NOT_FOUND",
    "PRECONDITION_REQUIRED",
    "PRECONDITION_FAILED",
    "DRAFT_CLOSED",
  ] as const;

  /** The patient's draft that a path names. @throws HemvaktError `NOT_FOUND` */
  function draftOf(request: ApiRequest, params: { patient: string; draft: string }): DraftRow {
    const { id } = visiblePatient(request, params.patient);
    const draft = draftById(db, params.draft);
    if (draft?.patient !== id) throw new HemvaktError("NOT_FOUND");
    return draft;
  }

  app.get(
    "/patients/:patient/plan-drafts",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List a patient's open drafts",
        description: "The one changed last first.",
        params: patientParams,
        response: { 200: z.object({ items: z.array(draftSchema) }), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id } = visiblePatient(request, request.params.patient);
      await logRead(request, [id], "plan-drafts");
      return { items: openDrafts(db, id).map((row) => presentDraft(db, row)) };
    },
  );

  app.post(
    "/patients/:patient/plan-drafts",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Begin a draft",
        description:
          "From templates with `preset`, otherwise from the latest signed version (or from nothing, when there is none). A draft " +
          "may be unfinished: `problems` says what stands in the way of signing it.",
        params: patientParams,
        headers: idempotencyHeader,
        body: newDraftSchema,
        response: { 201: changedSchema, ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "IDEMPOTENCY_REUSED") },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const latest = plansOf(db, patient).at(-1);
      const body = startOf(request, request.body, latest ? { ...bodyOf(latest) } : {});
      const made = `d-${randomBytes(8).toString("hex")}`;
      const base = latest?.version ?? 0;
      const { id = made, version = 1 } = await submit(request, {
        kind: "plan-draft-create",
        id: made,
        patient,
        base,
        body,
      });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/patients/${patient}/plan-drafts/${id}`);
      return { id, version };
    },
  );

  app.get(
    "/patients/:patient/plan-drafts/:draft",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read a draft",
        description: "With what it changes, in Swedish and English, and what rehearsing it gave.",
        params: draftParams,
        response: { 200: draftSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const draft = draftOf(request, request.params);
      await logRead(request, [draft.patient], "plan-draft");
      setEtag(reply, draft.version);
      return presentDraft(db, draft);
    },
  );

  app.put(
    "/patients/:patient/plan-drafts/:draft",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Change a draft",
        description:
          "What is given replaces that of the draft, or with `preset` all of it. A rehearsal of it no longer holds.",
        params: draftParams,
        headers,
        body: changeSchema,
        response: { 200: changedSchema, ...problemResponses(...refusals) },
      },
    },
    async (request, reply) => {
      const { id: draft, patient, body: present } = draftOf(request, request.params);
      const ifVersion = requireIfMatch(request);
      const { rebase, ...start } = request.body;
      const body = startOf(request, start, JSON.parse(present) as Record<string, unknown>);
      const base = rebase ? { base: latestPlanVersion(db, patient) } : {};
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "plan-draft-change",
        draft,
        body,
        ...base,
        ifVersion,
      });
      setEtag(reply, version);
      return { id: draft, version };
    },
  );

  app.delete(
    "/patients/:patient/plan-drafts/:draft",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Discard a draft",
        params: draftParams,
        headers,
        response: { 200: changedSchema, ...problemResponses(...refusals) },
      },
    },
    async (request) => {
      const { id: draft } = draftOf(request, request.params);
      const ifVersion = requireIfMatch(request);
      const { version = ifVersion + 1 } = await submit(request, { kind: "plan-draft-discard", draft, ifVersion });
      return { id: draft, version };
    },
  );

  app.post(
    "/patients/:patient/plan-drafts/:draft/signature",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Sign a draft",
        description:
          "It becomes the patient's next version, with your name and your password given within the last five minutes. What " +
          "rehearsing it gave is kept with it. Refused when another version has been signed since it was begun.",
        params: draftParams,
        headers,
        body: z
          .strictObject({
            validFrom: instantSchema.optional().meta({ description: "Default: when it is signed; never before" }),
            override: overrideSchema,
          })
          .meta({ id: "PlanSignature" }),
        response: {
          201: changedSchema,
          ...problemResponses(
            ...refusals,
            "REAUTHENTICATION_REQUIRED",
            "PHYSICIAN_REQUIRED",
            "DRAFT_OUTDATED",
            "PLAN_BACKDATED",
            "COVERAGE_HOLE",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: draft, patient } = draftOf(request, request.params);
      requireFresh(request);
      const ifVersion = requireIfMatch(request);
      const { validFrom, override } = request.body;
      const { version = 0 } = await submit(request, {
        kind: "plan-draft-sign",
        draft,
        ifVersion,
        ...withOverride(override),
        ...(validFrom === undefined ? {} : { validFrom }),
      });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/patients/${patient}/plans/${version}`);
      return { id: patient, version };
    },
  );
}

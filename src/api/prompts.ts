import { z } from "zod";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { promptPage } from "../store/sqlite/queries/prompts.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, instantSchema, page, pageOf, pageQuery, submit } from "./conventions.ts";
import { patientParams } from "./patients.ts";
import { presentPrompt, promptKinds, promptSchema } from "./present/prompt.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Prompts"];
const clinical = allow("nurse", "physician");

const newPromptSchema = z
  .strictObject({
    kind: z.enum(promptKinds),
    text: z.string().min(1).max(500).meta({ description: "Read by whoever stands by the hub" }),
    expiresAt: instantSchema.meta({ description: "Never shown after" }),
  })
  .meta({
    id: "NewPrompt",
    examples: [
      { kind: "measure-again", text: "Vila fem minuter och mät igen.", expiresAt: "2026-11-22T12:00:00+01:00" },
    ],
  });

/** Words to the person at home, shown by their hub. */
export async function promptRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  app.post(
    "/patients/:patient/prompts",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Say something to a patient",
        description: "On every hub that has a device of theirs now, until it was shown or expires.",
        params: patientParams,
        headers: idempotencyHeader,
        body: newPromptSchema,
        response: {
          201: z.object({ ids: z.array(z.string()).meta({ description: "One for each hub" }) }),
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "IDEMPOTENCY_REUSED", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const { kind: prompt, text, expiresAt } = request.body;
      const { ids = [] } = await submit(request, { kind: "prompt-create", patient, prompt, text, expiresAt });
      reply.code(201);
      return { ids: [...ids] };
    },
  );

  app.get(
    "/patients/:patient/prompts",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List what was said to a patient",
        description: "Newest first.",
        params: patientParams,
        querystring: pageQuery,
        response: { 200: pageOf(promptSchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const paging = page(request.query, z.int());
      const rows = promptPage(db, patient, paging.after, paging.fetch);
      const names = staffNames(
        db,
        rows.map((row) => row.created_by),
      );
      await logRead(request, [patient], "prompts");
      return paging.of(
        rows,
        ({ id }) => id,
        (row) => presentPrompt(row, names),
      );
    },
  );
}

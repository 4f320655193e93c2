import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import type { AlertRow } from "../store/sqlite/alerts.ts";
import { visibleAlert } from "../store/sqlite/queries/alerts.ts";
import type { Job } from "../verify/jobs.ts";
import { isProven } from "../verify/verify.ts";
import { verificationLines } from "../verify/words.ts";
import { allow, logRead, teamFilter } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { iso, isoSchema } from "./conventions.ts";
import { sentenceSchema } from "./present/explanation.ts";
import { problemResponses } from "./problem.ts";

const differenceSchema = z
  .object({
    table: z.enum(["alert", "event", "reading", "series", "plan", "engine"]),
    key: z.string(),
    at: z.string().nullable().meta({ description: "Where in the row; null where the whole row is on one side only" }),
    recorded: z.string().nullable().meta({ description: "What is stored, as JSON" }),
    recomputed: z.string().nullable(),
  })
  .meta({ id: "VerificationDifference" });

const resultSchema = z
  .object({
    identical: z
      .boolean()
      .meta({ description: "Everything compared is as it was decided, and nobody altered the log" }),
    summary: sentenceSchema.meta({ description: "All that came of it, in words" }),
    commands: z.int().meta({ description: "How many commands were run" }),
    lastCommand: z.int(),
    seal: z.string().nullable().meta({ description: "SHA-256 over the command log up to that command" }),
    broken: z.array(z.int()).meta({ description: "Commands altered since they were logged" }),
    refused: z.array(z.int()).meta({ description: "Commands decided then and refused now" }),
    engine: z.string().meta({ description: "Version of the engine that recomputed" }),
    engines: z.array(z.string().nullable()).meta({ description: "Versions of the engines that decided" }),
    otherEngine: z.boolean(),
    sinceCommand: z.int().nullable().meta({ description: "What is older was compared with the checkpoint only" }),
    rows: z.record(z.string(), z.int()).meta({ description: "How many rows were compared, by table" }),
    differences: z.array(differenceSchema),
  })
  .meta({ id: "VerificationResult" });

const verificationSchema = z
  .object({
    alert: z.string(),
    state: z.enum(["waiting", "running", "done", "failed"]),
    askedAt: isoSchema,
    endedAt: isoSchema.nullable(),
    progress: z.object({ done: z.int(), all: z.int() }).nullable().meta({ description: "Commands run so far" }),
    result: resultSchema.nullable(),
    failure: z.string().nullable().meta({ description: "The code of what hindered it" }),
  })
  .meta({ id: "Verification" });

/** Having an alert recomputed while the platform runs. */
export async function verificationRoutes(app: ApiApp): Promise<void> {
  const { verifications } = app.hemvakt;
  const mayRead = allow("nurse", "physician");
  const params = z.object({ alert: idSchema });

  app.post(
    "/alerts/:alert/verification",
    {
      preValidation: mayRead,
      schema: {
        tags: ["Alerts"],
        summary: "Have an alert recomputed from the raw messages",
        description:
          "In a process of its own, from an empty store. Nothing waits for it and nothing changes: ask how far it is with GET. " +
          "One that is waiting or running already is answered as it is.",
        params,
        response: { 202: verificationSchema, ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const row = requireClinical(request, request.params.alert);
      const job = verifications.start(row.id);
      await logRead(request, patientOf(row), "alert-verification");
      return reply.code(202).send(present(job));
    },
  );

  app.get(
    "/alerts/:alert/verification",
    {
      preValidation: mayRead,
      schema: {
        tags: ["Alerts"],
        summary: "Read how far a verification is, and what came of it",
        description: "The latest one that somebody asked for since the platform started.",
        params,
        response: { 200: verificationSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const row = requireClinical(request, request.params.alert);
      const job = verifications.find(row.id);
      if (!job) throw new HemvaktError("NOT_FOUND", "Nobody has asked for it since the platform started.");
      await logRead(request, patientOf(row), "alert-verification");
      return present(job);
    },
  );
}

/** The alert, if the principal's teams see it. @throws HemvaktError `NOT_FOUND` */
function requireClinical(request: FastifyRequest, id: string): AlertRow {
  const row = visibleAlert(request.server.hemvakt.db, teamFilter(request), id);
  if (!row) throw new HemvaktError("NOT_FOUND");
  return row;
}

const patientOf = (row: AlertRow): string[] => (row.subject_type === "patient" ? [row.subject] : []);

function present(job: Job): z.infer<typeof verificationSchema> {
  return {
    alert: job.alert,
    state: job.state,
    askedAt: iso(job.askedAt),
    endedAt: job.endedAt === undefined ? null : iso(job.endedAt),
    progress: job.progress ? { done: job.progress.done, all: job.progress.all } : null,
    result: resultOf(job),
    failure: job.failure ?? null,
  };
}

function resultOf({ verification }: Job): z.infer<typeof resultSchema> | null {
  const [proof] = verification?.proofs ?? [];
  if (!verification || !proof) return null;
  const { commands, lastCommand, seal, broken, refused, engine } = verification;
  return {
    identical: isProven(verification),
    summary: {
      sv: verificationLines(verification, "sv").join("\n"),
      en: verificationLines(verification, "en").join("\n"),
    },
    commands,
    lastCommand,
    seal,
    broken: [...broken],
    refused: [...refused],
    engine: engine.version,
    engines: proof.engines.map((one) => one?.version ?? null),
    otherEngine: proof.otherEngine,
    sinceCommand: proof.sinceCommand ?? null,
    rows: { ...proof.rows },
    differences: proof.differences.map(({ table, key, at = null, recorded = null, recomputed = null }) => ({
      table,
      key,
      at,
      recorded,
      recomputed,
    })),
  };
}

import { setTimeout as pause } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { errorCatalogue, HemvaktError } from "../errors.ts";
import { hasEnded, type Job } from "../rehearsal/desk.ts";
import { type Terms, usualTerms } from "../rehearsal/patient.ts";
import { iso, isoSchema } from "./conventions.ts";

/** What rehearsals of one patient and of a team do alike: what may be asked, and the job that answers. */

const shiftSchema = z.strictObject({
  name: z.string().min(1).max(40),
  from: z.int().min(0).max(23).meta({ description: "The local hour at which it begins" }),
});

/** What may be asked of any rehearsal. */
export const termsShape = {
  days: z.int().min(1).max(366).default(90).meta({ description: "So many local days up to today" }),
  resolveAfterHours: z
    .number()
    .min(1)
    .max(24 * 90)
    .optional()
    .meta({
      description:
        "Assume that each alert is resolved so long after it opened. Default: within the longest time that may be promised",
    }),
  shifts: z
    .array(shiftSchema)
    .min(1)
    .max(6)
    .refine((shifts) => shifts.every(({ from }, index) => index === 0 || from > shifts[index - 1]!.from), {
      message: "in the order in which they begin",
    })
    .refine((shifts) => new Set(shifts.map(({ name }) => name)).size === shifts.length, {
      message: "a name used twice",
    })
    .optional()
    .meta({ description: "Default: day from 7, evening from 15, night from 21" }),
};
type AskedTerms = z.infer<z.ZodObject<typeof termsShape>>;

/** The terms as a rehearsal takes them. */
export function termsOf({ days, resolveAfterHours: hours, shifts }: AskedTerms, now: number): Terms {
  const usual = usualTerms(now);
  return {
    ...usual,
    days,
    staff: hours === undefined ? usual.staff : { kind: "after", hours },
    shifts: shifts ?? usual.shifts,
  };
}

/** `?wait=`: how long the answer may take, in seconds. */
export const waitQuery = z.strictObject({
  wait: z.coerce
    .number()
    .min(0)
    .max(20)
    .default(2)
    .meta({ description: "Answers when it has ended, and after so many seconds in any case" }),
});

/** `:rehearsal` in a path. */
export const rehearsalId = { rehearsal: idSchema };

/** A rehearsal as it is asked after, with a result of its own kind. */
export const jobSchema = <Result extends z.ZodType>(result: Result) =>
  z.object({
    id: z.string(),
    state: z.enum(["waiting", "running", "done", "cancelled", "failed"]),
    startedAt: isoSchema,
    progress: z.object({ done: z.int(), total: z.int() }).meta({ description: "In patients" }),
    draft: z.string().nullable(),
    kept: z
      .boolean()
      .nullable()
      .meta({ description: "Of a draft: whether the result stands with it. False when it has changed meanwhile" }),
    failure: z.object({ code: z.string(), title: z.string(), action: z.string() }).nullable(),
    result: result.nullable().meta({ description: "When `state` is `done`" }),
  });

/** A job as the API gives it. */
export function presentJob<Result>(job: Job, result: Result | null) {
  const failure = job.failure && errorCatalogue[job.failure];
  return {
    id: job.id,
    state: job.state,
    startedAt: iso(job.startedAt),
    progress: { ...job.progress },
    draft: job.draft?.id ?? null,
    kept: job.kept ?? null,
    failure: failure && job.failure ? { code: job.failure, title: failure.title, action: failure.action } : null,
    result,
  };
}

/**
 * One's own rehearsal.
 * @param isIt whether it is about what the address says
 * @throws HemvaktError `NOT_FOUND` also for somebody else's
 */
export function ownJob(request: FastifyRequest, id: string, isIt: (job: Job) => boolean): Job {
  const job = request.server.hemvakt.rehearsals.job(id);
  if (!job || job.by !== request.principal.staff || !isIt(job)) throw new HemvaktError("NOT_FOUND");
  return job;
}

/** The job once it has ended, or as it is after so many seconds. */
export async function settled(request: FastifyRequest, job: Job, seconds: number): Promise<Job> {
  const desk = request.server.hemvakt.rehearsals;
  if (hasEnded(job) || seconds === 0) return desk.job(job.id) ?? job;
  const giveUp = new AbortController();
  const patience = pause(seconds * 1000, undefined, { ref: false, signal: giveUp.signal }).catch(() => undefined);
  await Promise.race([desk.ended(job.id), patience]);
  giveUp.abort();
  return desk.job(job.id) ?? job;
}

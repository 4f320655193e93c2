import { z } from "zod";
import { type ErrorCode, errorCatalogue, type HemvaktError } from "../errors.ts";

/** Problem details for HTTP APIs (RFC 9457), with Hemvakt's code and what to do about it. */

export const problemType = "application/problem+json";

export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: "`/errors/<code>`, relative to this API's address" }),
    title: z.string().meta({ description: "What happened, the same for every problem of this code" }),
    status: z.int().min(400).max(599),
    detail: z.string().optional().meta({ description: "What exactly, without identity or clinical values" }),
    code: z.string(),
    action: z.string().meta({ description: "Whose move it is and what to do" }),
    retryable: z.boolean().meta({ description: "Whether the same request, unchanged, may succeed later" }),
    instance: z.string().meta({ description: "The request's id, to find it in the log" }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "The fields at fault; values are never echoed" }),
  })
  .meta({
    id: "Problem",
    examples: [
      {
        type: "/errors/PRECONDITION_FAILED",
        title: errorCatalogue.PRECONDITION_FAILED.title,
        status: 412,
        code: "PRECONDITION_FAILED",
        action: errorCatalogue.PRECONDITION_FAILED.action,
        retryable: false,
        instance: "req-1f",
      },
    ],
  });
export type Problem = z.infer<typeof problemSchema>;

/** The problem document for a coded failure; `instance` is the request's id. */
export function problemOf(error: Pick<HemvaktError, "code" | "detail" | "data">, instance: string): Problem {
  const { status, title, action, retryable } = errorCatalogue[error.code];
  return {
    ...error.data,
    type: `/errors/${error.code}`,
    title,
    status,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    code: error.code,
    action,
    retryable,
    instance,
  };
}

/** What any route may answer, beside its own codes. */
const everywhere: readonly ErrorCode[] = [
  "REQUEST_SHAPE",
  "UNAUTHENTICATED",
  "RATE_LIMIT",
  "INTERNAL",
  "STORE_UNAVAILABLE",
];

/**
 * The `response` entries of a route's schema for the codes it may refuse with, to spread beside its 2xx; what every
 * route may answer is added. Typed as empty, since a handler throws its refusals and never sends them.
 */
export function problemResponses(...codes: ErrorCode[]): object {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...codes, ...everywhere])) {
    const status = errorCatalogue[code].status;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\` ${errorCatalogue[code].title}`).join(" · "),
        content: { [problemType]: { schema: problemSchema } },
      },
    ]),
  );
}

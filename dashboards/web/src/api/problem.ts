import type { components } from "./schema.d.ts";

/** Problem details as the API gives them (RFC 9457). */
export type Problem = components["schemas"]["Problem"];

/** The API refused or failed, and said why. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Nothing came back: no network, or no server. */
export class Unreachable extends Error {}

/** The code of a failure: the API's own, `OFFLINE` when nothing answered, `UNKNOWN` for everything else. */
export function codeOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.code;
  return error instanceof Unreachable ? "OFFLINE" : "UNKNOWN";
}

/** Makes a failure of an answer that isn't 2xx; what stands between may answer something that is no problem document. */
export async function problemIn(response: Response): Promise<Error> {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return new Unreachable();
  return new ApiProblem((await response.json()) as Problem);
}

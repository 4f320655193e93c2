import { api, type Schemas } from "../api/client.ts";
import { ApiProblem, codeOf } from "../api/problem.ts";
import { change, nextOf, outbox, refused, type Unsent, without } from "./outbox.ts";

/** A server that hasn't answered after so long is treated as none, in milliseconds. */
const PATIENCE = 10_000;

/** Takes an alert on with a promise: once, however often it is sent. Throws `ApiProblem` or `Unreachable`. */
export const acknowledge = ({ alert, version, promise, key }: Pick<Unsent, "alert" | "version" | "promise" | "key">) =>
  api.POST("/api/v1/alerts/{alert}/acknowledge", {
    params: { path: { alert }, header: { "if-match": `"${version}"`, "idempotency-key": key } },
    body: { promise },
    signal: AbortSignal.timeout(PATIENCE),
  });

/**
 * Sends what this person has made without a network, the oldest first, until all is answered or the network is gone again.
 * Whether a promise's time has passed is the server's to say: it may have been done long ago, and only the answer was lost.
 * @returns whether anything was answered
 */
export async function sendAll(staff: string): Promise<boolean> {
  let answered = false;
  for (let one = nextOf(await outbox(), staff); one !== undefined; one = nextOf(await outbox(), staff)) {
    const { key } = one;
    try {
      await acknowledge(one);
      await change((before) => without(before, key));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.retryable || error.problem.status === 401) return answered;
      const happened = error.problem["explanation"] as Schemas["Sentence"] | undefined;
      await change((before) => refused(before, key, { code: codeOf(error), happened }));
    }
    answered = true;
  }
  return answered;
}

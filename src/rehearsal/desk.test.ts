import { describe, expect, it } from "vitest";
import { HemvaktError } from "../errors.ts";
import { type Asked, type Engine, openDesk } from "./desk.ts";
import { usualTerms } from "./patient.ts";
import type { TaskResult } from "./task.ts";

/** An engine that does what the test says, when it says so. */
function engineInHand() {
  const runs: { end(result: TaskResult | undefined): void; fail(error: unknown): void; tell(done: number): void }[] =
    [];
  let arrived = Promise.withResolvers<void>();
  const engine: Engine = {
    run(_task, onProgress, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<TaskResult | undefined>();
      signal.addEventListener("abort", () => resolve(undefined));
      runs.push({ end: resolve, fail: reject, tell: (done) => onProgress({ done, total: 3 }) });
      arrived.resolve();
      arrived = Promise.withResolvers();
      return promise;
    },
    stop: async () => undefined,
  };
  return { engine, runs, next: () => arrived.promise };
}

const result: TaskResult = { of: "team", patients: [] };
const change = { overrides: {}, add: [], remove: ["a"] };
const asked = (more: Partial<Asked> = {}): Asked => ({
  task: { of: "team", patients: ["a", "b", "c"], change, terms: usualTerms(0) },
  by: "karin",
  startedAt: 0,
  ...more,
});

function open() {
  const inHand = engineInHand();
  const failures: unknown[] = [];
  let ids = 0;
  const desk = openDesk(inHand.engine, { newId: () => `r${++ids}`, onFailure: (error) => failures.push(error) });
  return { desk, failures, ...inHand };
}

describe("the rehearsal desk", () => {
  it("runs one at a time, in order, and says how far it is", async () => {
    const { desk, runs, next } = open();
    const [first, second] = [desk.start(asked()), desk.start(asked())];
    expect([desk.job(first.id)?.state, desk.job(second.id)?.state]).toEqual(["running", "waiting"]);
    runs[0]!.tell(2);
    expect(desk.job(first.id)?.progress).toEqual({ done: 2, total: 3 });
    const started = next();
    runs[0]!.end(result);
    expect(await desk.ended(first.id)).toMatchObject({ state: "done", result, progress: { done: 3, total: 3 } });
    await started;
    expect(desk.job(second.id)?.state).toBe("running");
    runs[1]!.end(result);
    expect((await desk.ended(second.id))?.state).toBe("done");
  });

  it("one that waits is cancelled without ever running, one that runs where it is; the next goes on", async () => {
    const { desk, runs, next } = open();
    const [first, second, third] = [desk.start(asked()), desk.start(asked()), desk.start(asked())];
    desk.cancel(second.id);
    expect(desk.job(second.id)?.state).toBe("cancelled");
    const started = next();
    desk.cancel(first.id);
    expect((await desk.ended(first.id))?.state).toBe("cancelled");
    await started;
    expect(desk.job(third.id)?.state).toBe("running");
    runs[1]!.end(result);
    expect((await desk.ended(third.id))?.state).toBe("done");
    expect(runs).toHaveLength(2);
    desk.cancel(third.id);
    expect(desk.job(third.id)?.state).toBe("done");
  });

  it("what goes wrong is told with its code, and the next runs", async () => {
    const { desk, runs, failures, next } = open();
    const [first, second] = [desk.start(asked()), desk.start(asked())];
    const started = next();
    runs[0]!.fail(new Error("broken"));
    expect(await desk.ended(first.id)).toMatchObject({ state: "failed", failure: "INTERNAL" });
    expect(failures).toHaveLength(1);
    await started;
    runs[1]!.fail(new HemvaktError("NOT_FOUND"));
    expect(await desk.ended(second.id)).toMatchObject({ state: "failed", failure: "NOT_FOUND" });
    expect(failures).toHaveLength(1);
  });

  it("the result is kept before the job has ended, and it says whether it could be", async () => {
    const { desk, runs, next } = open();
    const keeping = Promise.withResolvers<boolean>();
    const [first, second] = [
      desk.start(asked({ keep: () => keeping.promise })),
      desk.start(asked({ keep: async () => false })),
    ];
    const started = next();
    runs[0]!.end(result);
    expect(desk.job(first.id)?.state).toBe("running");
    keeping.resolve(true);
    expect((await desk.ended(first.id))?.kept).toBe(true);
    await started;
    runs[1]!.end(result);
    expect((await desk.ended(second.id))?.kept).toBe(false);
  });

  it("the same key gives the same job, and another request with it is refused", () => {
    const { desk } = open();
    const idempotency = { key: "k", digest: "d" };
    const { id } = desk.start(asked({ idempotency }));
    expect(desk.start(asked({ idempotency })).id).toBe(id);
    expect(desk.start(asked({ idempotency, by: "nils" })).id).not.toBe(id);
    expect(() => desk.start(asked({ idempotency: { key: "k", digest: "other" } }))).toThrow(
      expect.objectContaining({ code: "IDEMPOTENCY_REUSED" }),
    );
  });

  it("only so many wait, and only so many that have ended are kept", async () => {
    const { desk, runs, next } = open();
    const jobs = Array.from({ length: 21 }, () => desk.start(asked()));
    expect(() => desk.start(asked())).toThrow(expect.objectContaining({ code: "OVERLOADED" }));
    for (const { id } of jobs.slice(1)) desk.cancel(id);
    runs[0]!.end(result);
    await desk.ended(jobs[0]!.id);
    for (let index = 1; index <= 60; index += 1) {
      const started = next();
      const { id } = desk.start(asked());
      await started;
      runs[index]!.end(result);
      await desk.ended(id);
    }
    expect(jobs.filter(({ id }) => desk.job(id))).toEqual([]);
  });

  it("stopping ends what runs and what waits", async () => {
    const { desk } = open();
    const jobs = [desk.start(asked()), desk.start(asked())];
    await desk.stop();
    expect(jobs.map(({ id }) => desk.job(id)?.state)).toEqual(["cancelled", "cancelled"]);
  });
});

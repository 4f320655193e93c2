import { Worker } from "node:worker_threads";
import { type Done, run, type Task } from "./task.ts";

/**
 * Does tasks on several threads and gives what comes of them in the tasks' order, so that it is the same whatever the number
 * of threads. With one thread, in this one.
 * @param threads at least 1
 * @param onDone told after each task how many are done
 */
export async function inParallel<T extends Done>(
  tasks: readonly Task[],
  threads: number,
  onDone?: (done: number) => void,
): Promise<T[]> {
  if (threads <= 1 || tasks.length <= 1) {
    return tasks.map((task, index) => {
      const result = run(task);
      onDone?.(index + 1);
      return result as T;
    });
  }
  const results: T[] = [];
  let [next, done] = [0, 0];
  const workers = Array.from(
    { length: Math.min(threads, tasks.length) },
    () => new Worker(new URL("./worker.ts", import.meta.url)),
  );
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            let at = 0;
            const ask = (): void => {
              if (next >= tasks.length) return resolve();
              at = next++;
              worker.postMessage(tasks[at]);
            };
            worker.on("error", reject);
            worker.on("message", (result: T) => {
              results[at] = result;
              onDone?.(++done);
              ask();
            });
            ask();
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}

import { constants } from "node:os";

/** Being asked to stop: Ctrl-C, a supervisor's SIGTERM. */
export type Stopping = {
  /** Aborted when asked. */
  readonly signal: AbortSignal;
  /** Resolves when asked. */
  readonly asked: Promise<void>;
  /** Listens no more. */
  done(): void;
};

/** Listens for SIGINT and SIGTERM. The second one ends the process at once, with the signal's usual exit code. */
export function listenForStop(onAsked: () => void = () => undefined): Stopping {
  const controller = new AbortController();
  const asked = Promise.withResolvers<void>();
  const hear = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[name]);
    onAsked();
    controller.abort();
    asked.resolve();
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return {
    signal: controller.signal,
    asked: asked.promise,
    done: () => {
      process.off("SIGINT", hear);
      process.off("SIGTERM", hear);
    },
  };
}

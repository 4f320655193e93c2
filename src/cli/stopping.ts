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

/** One Ctrl-C can arrive twice: from the terminal, and passed on by npm. */
const SAME_KEY_MS = 500;

/** Listens for SIGINT and SIGTERM. A second one ends the process at once, with the signal's usual exit code. */
export function listenForStop(onAsked: () => void = () => undefined): Stopping {
  const controller = new AbortController();
  const asked = Promise.withResolvers<void>();
  let first: number | undefined;
  const hear = (name: NodeJS.Signals): void => {
    if (first !== undefined) {
      if (performance.now() - first > SAME_KEY_MS) process.exit(128 + constants.signals[name]);
      return;
    }
    first = performance.now();
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

import type { Clock } from "./clock.ts";
import type { ErrorCode } from "./errors.ts";
import type { HubRefusal, Ledger } from "./ledger/commands.ts";

/** Different hubs and codes remembered between two flushes. More than this is an attack, and is counted in the metrics. */
const AT_MOST = 10_000;

/** Gathers what the broker refused, hub by hub, so that a technician sees it. */
export type Refusals = {
  readonly note: (hub: string, code: ErrorCode) => void;
  /** Hands what was gathered to the ledger; resolves when it is stored. */
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * MQTT 3.1.1 has no words for a refusal: the hub only sees its connection close. So the technician is shown how often
 * which refusal met which hub, and when last. Gathered for a moment first, since a hub that is refused comes again at once.
 */
export function gatherRefusals(
  parts: { readonly ledger: Ledger; readonly clock: Clock; readonly onFailure: (what: string, error: unknown) => void },
  interval = 2000,
): Refusals {
  const { ledger, clock, onFailure } = parts;
  const gathered = new Map<string, HubRefusal>();

  async function flush(): Promise<void> {
    if (gathered.size === 0) return;
    const refusals = [...gathered.values()];
    gathered.clear();
    await ledger.submit({ kind: "hub-refusals", refusals, actor: "platform" });
  }
  const flushSafely = (): Promise<void> => flush().catch((error: unknown) => onFailure("refusals not noted", error));
  const timer = setInterval(() => void flushSafely(), interval);
  return {
    note(hub, code) {
      const key = `${hub} ${code}`;
      const before = gathered.get(key);
      if (!before && gathered.size >= AT_MOST) return;
      gathered.set(key, { hub, code, count: (before?.count ?? 0) + 1, lastAt: clock.now() });
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flushSafely();
    },
  };
}

import { cpuSeconds, residentBytes } from "../peers/process.ts";

/** The platform at one moment of a soak. */
export type Sample = {
  /** Simulated days since the beginning. */
  readonly day: number;
  /** Which life of the platform: it is killed and started again. */
  readonly life: number;
  /** Resident memory and JavaScript heap in use, in bytes. */
  readonly resident: number;
  readonly heap: number;
  readonly connected: number;
  /** Commands that wait for the writer. */
  readonly pending: number;
  readonly cpuSeconds: number;
  /** Messages the senders have had acknowledged by then. */
  readonly acknowledged: number;
};

/** Reads the platform's metrics and the kernel's; none while it is away. */
export async function sample(
  pid: number,
  httpPort: number,
  about: Pick<Sample, "day" | "life" | "acknowledged">,
): Promise<Sample | undefined> {
  try {
    const text = await (
      await fetch(`http://127.0.0.1:${httpPort}/metrics`, { signal: AbortSignal.timeout(4000) })
    ).text();
    const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? 0);
    return {
      ...about,
      resident: residentBytes(pid),
      cpuSeconds: cpuSeconds(pid),
      heap: value("nodejs_heap_size_used_bytes"),
      connected: value("hemvakt_hubs_connected"),
      pending: value("hemvakt_pending_commands"),
    };
  } catch {
    return undefined;
  }
}

/** The straight line through points by least squares: its slope and its value in their middle. */
export function lineThrough(points: readonly { readonly x: number; readonly y: number }[]): {
  slope: number;
  middle: number;
} {
  const n = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const together = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return { slope: spread === 0 ? 0 : together / spread, middle: meanY };
}

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { realClock } from "../../src/clock.ts";

/** What a run was made on. */
export type Machine = {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  /** Load of the last minute before the run began: more than a little means that others worked too. */
  readonly load: number;
  readonly versions: Readonly<Record<string, string>>;
  /** The commit that was measured; with + when files differed from it. */
  readonly commit: string;
};

/** This machine, now. */
export const machine = (): Machine => ({
  at: new Date(realClock.now()).toISOString(),
  cpu: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  system: `${platform()} ${release()} ${arch()}`,
  load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  versions: {
    node: process.versions.node,
    sqlite: process.versions["sqlite"] ?? "unknown",
    aedes: versionOf("aedes"),
    mosquitto: said("mosquitto", ["-h"], /version (\S+)/),
  },
  commit: said("git", ["describe", "--always", "--dirty=+"], /(\S+)/),
});

const versionOf = (name: string): string =>
  (
    JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), "utf8")) as {
      version: string;
    }
  ).version;

/** The first group of what a program prints; it may end with any status. */
function said(program: string, args: readonly string[], pattern: RegExp): string {
  const env = { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin` };
  try {
    return (
      pattern.exec(execFileSync(program, args, { encoding: "utf8", env, stdio: ["ignore", "pipe", "ignore"] }))?.[1] ??
      "unknown"
    );
  } catch (error) {
    return pattern.exec((error as { stdout?: string }).stdout ?? "")?.[1] ?? "unknown";
  }
}

import { hash } from "@node-rs/argon2";
import { vi } from "vitest";
import { program } from "../../src/cli/program.ts";
import { type Platform, password } from "./platform.ts";

/** Gives Ture, technician of both teams, an account, and answers what he signs in with at a terminal. */
export async function enrolTechnician(platform: Platform, url = platform.url("")) {
  await platform.app.ledger.submit({
    kind: "staff-create",
    actor: "platform",
    id: "ture",
    username: "ture",
    password: await hash(password.normalize("NFKC"), { memoryCost: 8, timeCost: 1 }),
    role: "technician",
    teams: ["north", "night"],
    person: { given: "Ture", family: "Prov" },
  });
  return { HEMVAKT_URL: url, HEMVAKT_USER: "ture", HEMVAKT_PASSWORD: password };
}

/** Ture at a terminal: `hemvakt hub` and `hemvakt device` against a running platform, one command at a time. */
export async function technician(platform: Platform) {
  const environment = await enrolTechnician(platform);

  /** What a command prints. */
  async function run(...args: string[]): Promise<string> {
    const lines: string[] = [];
    const printed = vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    try {
      await program().parseAsync(args, { from: "user" });
    } finally {
      vi.unstubAllEnvs();
      printed.mockRestore();
    }
    return lines.join("\n");
  }
  return {
    run,
    /** What it prints with `--json`. */
    json: async <T = Record<string, unknown>>(...args: string[]): Promise<T> =>
      JSON.parse(await run(...args, "--json")) as T,
  };
}

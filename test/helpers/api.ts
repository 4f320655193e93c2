import { hash } from "@node-rs/argon2";
import pino from "pino";
import type { ApiOptions, Every } from "../../src/api/options.ts";
import { buildApi } from "../../src/api/server.ts";
import type { Role } from "../../src/domain/people.ts";
import type { WriterOptions } from "../../src/ledger/writer.ts";
import { verificationJobs } from "../../src/verify/jobs.ts";
import { openHome, smallRegion } from "./home.ts";

/** Everybody's password in `openApi`. */
export const password = "blåbärssoppa på Åre";

// Cheap on purpose: what a sign-in costs is tested where passwords are.
let hashed: Promise<string> | undefined;

type InjectOptions = {
  method?: "GET" | "POST" | "PUT" | "DELETE" | "HEAD" | "PATCH";
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
  remoteAddress?: string;
};

/**
 * The HTTP server over the small region of `openHome`, with people to sign in as: nurses `karin` (north) and `nils`
 * (night), physician `doris` (north and night), technician `ture` (north), administrator `alva` (north) and nurse
 * `demo` (north), who may sign in on this machine only. Log lines are kept in `lines`; `beat` is the heartbeat.
 */
export async function openApi(
  options: Partial<Omit<ApiOptions, "logger">> & { writer?: WriterOptions; at?: string } = {},
) {
  const { writer, at, ...api } = options;
  const home = await openHome(at, writer);
  const lines: string[] = [];
  hashed ??= hash(password.normalize("NFKC"), { memoryCost: 8, timeCost: 1 });
  const passwordHash = await hashed;
  const staff = (id: string, role: Role, teams: string[], loopbackOnly = false) => ({
    id,
    username: id,
    passwordHash,
    role,
    name: { given: id, family: "Prov" },
    teams,
    loopbackOnly,
    digest: `${id} with a password`,
  });
  await home.ledger.submit({
    kind: "region-import",
    actor: "import",
    region: {
      ...smallRegion(home.clock.now()),
      staff: [
        staff("karin", "nurse", ["north"]),
        staff("nils", "nurse", ["night"]),
        staff("doris", "physician", ["night", "north"]),
        staff("ture", "technician", ["north"]),
        staff("alva", "admin", ["north"]),
        staff("demo", "nurse", ["north"], true),
      ],
    },
  });

  const timers = new Set<() => void>();
  const every: Every = (_ms, callback) => {
    timers.add(callback);
    return () => timers.delete(callback);
  };
  const verifications = verificationJobs({ folder: home.folder, clock: home.clock });
  const app = await buildApi({
    verifications,
    db: home.db,
    ledger: home.ledger,
    clock: home.clock,
    hashHubSecret: (secret) => Buffer.from(secret).toString("hex").padEnd(64, "0").slice(0, 64),
    webhookSecret: (team) => `secret of ${team}`,
    push: { key: "BK", allows: (endpoint) => endpoint.startsWith("https://push.example/") },
    disconnectHub: () => {},
    forgetHub: async () => {},
    every,
    ...api,
    logger: pino({ level: "info" }, { write: (line: string) => void lines.push(line) }),
    config: { cookieSecure: false, ...api.config },
  });

  const call = ({ url, body, headers = {}, ...rest }: InjectOptions) =>
    app.inject({
      method: rest.method ?? (body === undefined ? "GET" : "POST"),
      url: url.startsWith("/") ? url : `/api/v1/${url}`,
      headers,
      ...(body === undefined ? {} : { payload: body as object }),
      ...(rest.remoteAddress === undefined ? {} : { remoteAddress: rest.remoteAddress }),
    });

  /** Signs in with a bearer token and answers a way to call as this person. */
  async function as(username: string) {
    const answer = await call({ url: "sessions", body: { username, password, kind: "bearer" } });
    if (answer.statusCode !== 201) throw new Error(answer.body);
    const { token } = answer.json<{ token: string }>();
    const authorization = `Bearer ${token}`;
    const mine = (options: InjectOptions) => call({ ...options, headers: { authorization, ...options.headers } });
    return Object.assign(mine, { token, authorization });
  }

  return {
    ...home,
    app,
    call,
    as,
    lines,
    /** What the heartbeat timer does. */
    beat: () => timers.forEach((callback) => callback()),
    verifications,
    async close() {
      await app.close();
      await verifications.stop();
      await home.close();
    },
  };
}
export type TestApi = Awaited<ReturnType<typeof openApi>>;

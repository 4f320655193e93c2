import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isLocal } from "../auth/loopback.ts";
import { verifyPassword } from "../auth/passwords.ts";
import type { LoginThrottle } from "../auth/throttle.ts";
import { newToken, tokenDigest } from "../auth/tokens.ts";
import { idSchema, roles } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { cookieName, FRESH } from "./authenticate.ts";
import type { ApiApp } from "./context.ts";
import { idParams, iso, isoSchema } from "./conventions.ts";
import type { Live } from "./live.ts";
import type { ApiConfig } from "./options.ts";
import { problemResponses } from "./problem.ts";
import { addressOf } from "./security.ts";

const tags = ["Sessions"];

const credentialsSchema = z
  .strictObject({
    username: z.string().min(1).max(64),
    password: z.string().min(1).max(200),
    kind: z.enum(["cookie", "bearer"]).meta({ description: "`cookie` for browsers, `bearer` for scripts" }),
    lifetimeHours: z
      .number()
      .int()
      .min(1)
      .max(24 * 365)
      .optional()
      .meta({ description: "Shorter than the longest allowed: 12 h for cookies, 30 days for bearer tokens" }),
  })
  .meta({ id: "Credentials", examples: [{ username: "nina", password: "correct horse battery", kind: "cookie" }] });

const sessionSchema = z
  .object({
    kind: z.enum(["cookie", "bearer"]),
    expiresAt: isoSchema,
    csrf: z.string().optional().meta({ description: "For X-CSRF-Token on changes; cookie sessions only" }),
    token: z.string().optional().meta({ description: "The bearer token. It is shown this once" }),
    staff: z.object({
      id: idSchema,
      role: z.enum(roles),
      teams: z.array(idSchema),
      name: z.object({ given: z.string(), family: z.string() }),
    }),
  })
  .meta({
    id: "Session",
    examples: [
      {
        kind: "cookie",
        expiresAt: "2026-11-22T20:00:00.000Z",
        csrf: "kQ0…",
        staff: { id: "s-nina", role: "nurse", teams: ["team-north"], name: { given: "Nina", family: "Exempel" } },
      },
    ],
  });

const openSessionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["cookie", "bearer"]),
    openedAt: isoSchema,
    expiresAt: isoSchema,
    current: z.boolean().meta({ description: "Whether it is the one that asks" }),
  })
  .meta({ id: "OpenSession" });

/** Names a session without letting anybody in: the beginning of the digest of its token. */
const sessionId = (digest: Uint8Array): string => Buffer.from(digest).toString("hex").slice(0, 24);

type Account = { id: string; password: string; loopback_only: number; disabled_at: number | null };

/** Signing in and out. */
export async function sessionRoutes(
  app: ApiApp,
  given: { config: ApiConfig; throttle: LoginThrottle; live: Live },
): Promise<void> {
  const { config, throttle, live } = given;
  const { db, ledger, clock } = app.hemvakt;
  const cookie = cookieName(config.cookieSecure);
  const cookieOptions = { path: "/", httpOnly: true, sameSite: "strict", secure: config.cookieSecure } as const;

  const describe = (staffId: string, session: { kind: "cookie" | "bearer"; expiresAt: number; csrf?: string }) => {
    const staff = db.get<{ id: string; role: (typeof roles)[number]; given: string; family: string; teams: string }>(
      `SELECT staff.id, staff.role, person.given, person.family,
         (SELECT json_group_array(team ORDER BY team) FROM membership WHERE staff = staff.id) AS teams
       FROM staff JOIN person ON person.id = staff.person WHERE staff.id = ?`,
      staffId,
    );
    if (!staff) throw new HemvaktError("UNAUTHENTICATED");
    const { id, role, given, family } = staff;
    return {
      kind: session.kind,
      expiresAt: iso(session.expiresAt),
      ...(session.csrf === undefined ? {} : { csrf: session.csrf }),
      staff: { id, role, teams: JSON.parse(staff.teams) as string[], name: { given, family } },
    };
  };

  /** The account that user name and password belong to. Every refusal looks alike and takes alike long. */
  async function accountOf(request: FastifyRequest, username: string, password: string): Promise<string> {
    const succeeded = throttle.begin(username, addressOf(request));
    const account = db.get<Account>(
      "SELECT id, password, loopback_only, disabled_at FROM staff WHERE username = ?",
      username,
    );
    const matches = await verifyPassword(account?.password, password);
    const usable = account?.disabled_at === null && (account.loopback_only === 0 || isLocal(request.raw));
    if (!account || !matches || !usable) throw new HemvaktError("CREDENTIALS_WRONG");
    succeeded();
    return account.id;
  }

  app.post(
    "/sessions",
    {
      config: { public: true },
      schema: {
        tags,
        summary: "Sign in",
        description: "A cookie with a CSRF token for browsers, or a bearer token for scripts.",
        body: credentialsSchema,
        response: {
          201: sessionSchema,
          ...problemResponses("CREDENTIALS_WRONG", "RATE_LIMIT", "OVERLOADED", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { username, password, kind, lifetimeHours } = request.body;
      const staff = await accountOf(request, username, password);
      const longest = config.session[kind];
      const lifetime = Math.min(longest, (lifetimeHours ?? Number.POSITIVE_INFINITY) * 3_600_000);
      const expiresAt = clock.now() + lifetime;
      const token = newToken();
      const csrf = kind === "cookie" ? { csrf: newToken() } : {};
      const digest = Buffer.from(tokenDigest(token)).toString("hex");
      await ledger.submit({
        kind: "session-open",
        actor: staff,
        token: digest,
        staff,
        session: kind,
        ...csrf,
        expiresAt,
      });
      if (kind === "cookie") {
        reply.setCookie(cookie, token, { ...cookieOptions, maxAge: Math.floor(lifetime / 1000) });
      }
      reply.code(201).header("location", "/api/v1/sessions/current");
      return { ...describe(staff, { kind, expiresAt, ...csrf }), ...(kind === "bearer" ? { token } : {}) };
    },
  );

  app.get(
    "/sessions/current",
    { schema: { tags, summary: "Who am I", response: { 200: sessionSchema, ...problemResponses() } } },
    async ({ principal }) => {
      const { staff, session } = principal;
      const row = db.get<{ expires_at: number }>("SELECT expires_at FROM session WHERE token = ?", session.token);
      if (!row) throw new HemvaktError("UNAUTHENTICATED");
      return describe(staff, { ...session, expiresAt: row.expires_at });
    },
  );

  app.post(
    "/sessions/current/confirmation",
    {
      schema: {
        tags,
        summary: "Give your password again",
        description: "A signature needs it to have been given within the last five minutes, here or by signing in.",
        body: z.strictObject({ password: z.string().min(1).max(200) }).meta({ id: "Confirmation" }),
        response: {
          200: z.object({ confirmedUntil: isoSchema }),
          ...problemResponses("CSRF", "CREDENTIALS_WRONG", "RATE_LIMIT", "OVERLOADED", "REQUEST_BODY"),
        },
      },
    },
    async (request) => {
      const { staff, session } = request.principal;
      const account = db.get<{ username: string }>("SELECT username FROM staff WHERE id = ?", staff);
      if (!account) throw new HemvaktError("UNAUTHENTICATED");
      await accountOf(request, account.username, request.body.password);
      await ledger.submit({ kind: "session-confirm", actor: staff, token: Buffer.from(session.token).toString("hex") });
      return { confirmedUntil: iso(clock.now() + FRESH) };
    },
  );

  const end = async (reply: FastifyReply, actor: string, which: { token?: string; staff?: string }): Promise<void> => {
    await ledger.submit({ kind: "session-revoke", actor, ...which });
    live.recheck();
    reply.clearCookie(cookie, cookieOptions).code(204);
  };
  const ended = { 204: z.undefined().meta({ description: "Signed out; live streams are closed" }) };

  app.delete(
    "/sessions/current",
    { schema: { tags, summary: "Sign out", response: { ...ended, ...problemResponses("CSRF") } } },
    async (request, reply) => {
      const { staff, session } = request.principal;
      await end(reply, staff, { token: Buffer.from(session.token).toString("hex") });
    },
  );

  /** A person's sessions that let somebody in now, the newest first. */
  const openSessions = (staff: string) =>
    db.all<{ token: Uint8Array; kind: "cookie" | "bearer"; created_at: number; expires_at: number }>(
      `SELECT token, kind, created_at, expires_at FROM session
       WHERE staff = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY created_at DESC, token`,
      staff,
      clock.now(),
    );

  app.get(
    "/sessions",
    {
      schema: {
        tags,
        summary: "List your open sessions",
        description: "The newest first.",
        response: { 200: z.object({ items: z.array(openSessionSchema) }), ...problemResponses() },
      },
    },
    async ({ principal: { staff, session } }) => ({
      items: openSessions(staff).map(({ token, kind, created_at, expires_at }) => ({
        id: sessionId(token),
        kind,
        openedAt: iso(created_at),
        expiresAt: iso(expires_at),
        current: sessionId(token) === sessionId(session.token),
      })),
    }),
  );

  app.delete(
    "/sessions/:id",
    {
      schema: {
        tags,
        summary: "End one of your sessions",
        description: "Its live streams are closed.",
        params: idParams,
        response: { 204: z.undefined(), ...problemResponses("CSRF", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { staff } = request.principal;
      const found = openSessions(staff).find(({ token }) => sessionId(token) === request.params.id);
      if (!found) throw new HemvaktError("NOT_FOUND");
      const token = Buffer.from(found.token).toString("hex");
      await ledger.submit({ kind: "session-revoke", actor: staff, token });
      live.recheck();
      reply.code(204);
    },
  );

  app.delete(
    "/sessions",
    { schema: { tags, summary: "Sign out everywhere", response: { ...ended, ...problemResponses("CSRF") } } },
    async (request, reply) => {
      await end(reply, request.principal.staff, { staff: request.principal.staff });
    },
  );
}

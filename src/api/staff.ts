import { z } from "zod";
import { hashPassword, verifyPassword } from "../auth/passwords.ts";
import type { LoginThrottle } from "../auth/throttle.ts";
import { idSchema, roles } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { allow, inTeams, teamFilter } from "./access.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  idParams,
  ifMatchHeader,
  iso,
  isoSchema,
  page,
  pageOf,
  pageQuery,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import type { Live } from "./live.ts";
import { overrideSchema, withOverride } from "./override.ts";
import { problemResponses } from "./problem.ts";
import { addressOf } from "./security.ts";

const tags = ["Staff"];

/** New passwords; NIST SP 800-63B §3.1.1.2: length counts, composition rules don't. */
const newPassword = z.string().min(12).max(200);

const nameSchema = z.object({ given: z.string().min(1).max(100), family: z.string().min(1).max(100) });

const staffSchema = z
  .object({
    id: idSchema,
    role: z.enum(roles),
    teams: z.array(idSchema),
    disabledAt: isoSchema.nullable(),
    loopbackOnly: z.boolean().meta({ description: "A demonstration account: signs in on the same machine only" }),
    username: z.string().optional().meta({ description: "Only for members of your own teams" }),
    name: nameSchema.optional().meta({ description: "Only for members of your own teams" }),
  })
  .meta({ id: "Staff" });

const newStaffSchema = z
  .strictObject({
    id: idSchema,
    username: z.string().regex(/^[a-z0-9._-]{2,64}$/),
    password: newPassword,
    role: z.enum(roles),
    teams: z.array(idSchema).max(50),
    name: nameSchema,
  })
  .meta({
    id: "NewStaff",
    examples: [
      {
        id: "s-nina",
        username: "nina",
        password: "correct horse battery",
        role: "nurse",
        teams: ["team-north"],
        name: { given: "Nina", family: "Exempel" },
      },
    ],
  });

const versionSchema = z.object({ id: idSchema, version: z.int() });

type StaffRow = {
  id: string;
  role: (typeof roles)[number];
  teams: string;
  disabled_at: number | null;
  loopback_only: number;
  version: number;
  username: string;
  given: string;
  family: string;
  /** Shares a team with who asks. */
  near: number;
};

// Two parameters: both are the asker's teams and id.
const select = `SELECT staff.id, role, disabled_at, loopback_only, version, username, person.given, person.family,
    (SELECT json_group_array(team ORDER BY team) FROM membership WHERE membership.staff = staff.id) AS teams,
    (EXISTS (SELECT 1 FROM membership WHERE membership.staff = staff.id AND ${inTeams("membership.team")})
      OR staff.id = ?) AS near
  FROM staff JOIN person ON person.id = staff.person`;

const toStaff = (row: StaffRow): z.infer<typeof staffSchema> => ({
  id: row.id,
  role: row.role,
  teams: JSON.parse(row.teams) as string[],
  disabledAt: row.disabled_at === null ? null : iso(row.disabled_at),
  loopbackOnly: row.loopback_only !== 0,
  ...(row.near ? { username: row.username, name: { given: row.given, family: row.family } } : {}),
});

/** Accounts, for administrators, and everybody's own password. */
export async function staffRoutes(app: ApiApp, given: { throttle: LoginThrottle; live: Live }): Promise<void> {
  const { throttle, live } = given;
  const { db } = app.hemvakt;

  app.get(
    "/staff",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "List accounts",
        description: "Names and user names are shown for members of your own teams only.",
        querystring: pageQuery,
        response: { 200: pageOf(staffSchema), ...problemResponses("FORBIDDEN") },
      },
    },
    async (request) => {
      const { after, fetch, of } = page(request.query, z.string());
      const rows = db.all<StaffRow>(
        `${select} WHERE staff.id > ? ORDER BY staff.id LIMIT ?`,
        teamFilter(request),
        request.principal.staff,
        after ?? "",
        fetch,
      );
      return of(rows, (row) => row.id, toStaff);
    },
  );

  app.get(
    "/staff/:id",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Read an account",
        params: idParams,
        response: { 200: staffSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const row = db.get<StaffRow>(
        `${select} WHERE staff.id = ?`,
        teamFilter(request),
        request.principal.staff,
        request.params.id,
      );
      if (!row) throw new HemvaktError("NOT_FOUND");
      setEtag(reply, row.version);
      return toStaff(row);
    },
  );

  app.post(
    "/staff",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Create an account",
        headers: idempotencyHeader,
        body: newStaffSchema,
        response: {
          201: versionSchema,
          ...problemResponses("FORBIDDEN", "CSRF", "ALREADY_EXISTS", "NOT_FOUND", "IDEMPOTENCY_REUSED", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { password, name, ...rest } = request.body;
      const hashed = await hashPassword(password);
      const { id = rest.id, version = 1 } = await submit(
        request,
        { kind: "staff-create", ...rest, password: hashed, person: name },
        { ...rest, name },
      );
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/staff/${id}`);
      return { id, version };
    },
  );

  app.post(
    "/staff/:id/disable",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Disable an account",
        description:
          "Ends all its sessions and live streams at once. Alerts that they had taken on are open again, and they are off the rota.",
        params: idParams,
        headers: ifMatchHeader.extend(idempotencyHeader.shape),
        body: z.strictObject({ override: overrideSchema }).nullish(),
        response: {
          200: versionSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "COVERAGE_HOLE",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const ifVersion = requireIfMatch(request);
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "staff-disable",
        staff: id,
        ...withOverride(request.body?.override),
        ifVersion,
      });
      live.recheck();
      setEtag(reply, version);
      return { id, version };
    },
  );

  app.put(
    "/staff/:id/teams",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Change somebody's teams",
        description:
          "From now on. In the teams they leave, alerts that they had taken on are open again at once and their turns on the rota end.",
        params: idParams,
        headers: ifMatchHeader.extend(idempotencyHeader.shape),
        body: z.strictObject({ teams: z.array(idSchema).max(50), override: overrideSchema }).meta({ id: "StaffTeams" }),
        response: {
          200: versionSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "TEAM_CLOSED",
            "COVERAGE_HOLE",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const ifVersion = requireIfMatch(request);
      const { teams, override } = request.body;
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "staff-teams",
        staff: id,
        teams,
        ...withOverride(override),
        ifVersion,
      });
      live.recheck();
      setEtag(reply, version);
      return { id, version };
    },
  );

  const changed = { 204: z.undefined().meta({ description: "Changed; all sessions of the account have ended" }) };

  app.put(
    "/staff/me/password",
    {
      schema: {
        tags,
        summary: "Change your own password",
        description: "Ends all your sessions; sign in again with the new password.",
        body: z.strictObject({ old: z.string().min(1).max(200), new: newPassword }),
        response: { ...changed, ...problemResponses("CSRF", "CREDENTIALS_WRONG", "RATE_LIMIT", "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const { staff } = request.principal;
      const account = db.get<{ username: string; password: string }>(
        "SELECT username, password FROM staff WHERE id = ?",
        staff,
      );
      // A stolen session must not be a way to guess at the password.
      const succeeded = throttle.begin(account?.username ?? "", addressOf(request));
      if (!(await verifyPassword(account?.password, request.body.old))) throw new HemvaktError("CREDENTIALS_WRONG");
      succeeded();
      await setPassword(request.principal.staff, staff, request.body.new);
      reply.code(204);
    },
  );

  app.put(
    "/staff/:id/password",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Reset somebody's password",
        params: idParams,
        body: z.strictObject({ new: newPassword }),
        response: { ...changed, ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      await setPassword(request.principal.staff, request.params.id, request.body.new);
      reply.code(204);
    },
  );

  async function setPassword(actor: string, staff: string, password: string): Promise<void> {
    const hashed = await hashPassword(password);
    await app.hemvakt.ledger.submit({ kind: "staff-password", actor, staff, password: hashed });
    live.recheck();
  }
}

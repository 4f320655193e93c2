import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { onCallAt, opening } from "../alerts/responsibility.ts";
import { sayOpening } from "../alerts/say-duty.ts";
import { type Hours, hoursSchema } from "../domain/hours.ts";
import { idSchema } from "../domain/people.ts";
import { type Contact, contactSchema, onCallKinds, onCallRoles, teamKinds } from "../domain/responsibility.ts";
import { teamChangeSchema, teamServiceSchema } from "../domain/team.ts";
import { HemvaktError } from "../errors.ts";
import type { Database } from "../store/sqlite/database.ts";
import { staffedTeams } from "../store/sqlite/duty.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { type TeamRow, teamById } from "../store/sqlite/registry.ts";
import { allow, inTeams, teamFilter, visibleTeam } from "./access.ts";
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
import { overrideSchema, withOverride } from "./override.ts";
import { sentenceSchema } from "./present/explanation.ts";
import { problemResponses } from "./problem.ts";
import { requireTeam } from "./shifts.ts";

const tags = ["Teams"];
const changeHeaders = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
const versionSchema = z.object({ id: idSchema, version: z.int() });

const isZone = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

const newTeamSchema = z
  .strictObject({
    id: idSchema,
    name: z.string().min(1).max(100),
    provider: z.string().min(1).max(100).meta({ description: "The care provider (vårdgivare)" }),
    unit: z.string().min(1).max(100).meta({ description: "The care unit (vårdenhet)" }),
    zone: z.string().max(64).refine(isZone, "an IANA time zone").default("Europe/Stockholm"),
    ...teamServiceSchema.shape,
  })
  .meta({
    id: "NewTeam",
    examples: [
      {
        id: "team-north",
        name: "Närsjukvårdsteam norr",
        provider: "Region Exempel",
        unit: "Vårdcentralen Norra",
        kind: "clinic",
        contact: { phone: "+46 10 000 00 00" },
        hours: { weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }] },
        cover: "team-night",
      },
    ],
  });

const changeSchema = teamChangeSchema.meta({
  id: "TeamChange",
  description: "What is left out stays as it is",
  examples: [{ contact: { phone: "+46 10 000 00 01" } }],
});

const teamSchema = z
  .object({
    id: idSchema,
    version: z.int().meta({ description: "The ETag" }),
    name: z.string(),
    provider: z.string(),
    unit: z.string(),
    zone: z.string(),
    kind: z.enum(teamKinds),
    contact: contactSchema,
    hours: hoursSchema.nullable().meta({ description: "Null: around the clock" }),
    cover: z.string().nullable().meta({ description: "The team outside these hours" }),
    coverName: z.string().nullable(),
    onCall: z.enum(onCallKinds),
    closedAt: isoSchema.nullable(),
    now: z
      .object({
        open: z.boolean(),
        until: isoSchema.nullable().meta({ description: "When that changes; null when not within 30 days" }),
        explanation: sentenceSchema,
        onCall: z.array(z.object({ staff: z.string(), name: z.string().nullable(), role: z.enum(onCallRoles) })),
      })
      .meta({ description: "At this moment" }),
  })
  .meta({ id: "Team" });

function presentTeamNow(db: Database, row: TeamRow, now: number): z.infer<typeof teamSchema> {
  const { id, version, name, provider, unit, zone, kind, contact, hours, cover, on_call, closed_at } = row;
  const team = staffedTeams(db).get(id)!;
  const { open, until } = opening(team, now);
  const turns = onCallAt(team, now);
  const coverName = cover === null ? undefined : teamById(db, cover)?.name;
  const names = staffNames(
    db,
    turns.map(({ staff }) => staff),
  );
  return {
    id,
    version,
    name,
    provider,
    unit,
    zone,
    kind,
    contact: JSON.parse(contact) as Contact,
    hours: hours === null ? null : (JSON.parse(hours) as Hours),
    cover,
    coverName: coverName ?? null,
    onCall: on_call,
    closedAt: closed_at === null ? null : iso(closed_at),
    now: {
      open,
      until: until === undefined ? null : iso(until),
      explanation: sayOpening({ open, ...(until === undefined ? {} : { until }) }, coverName, now, zone),
      onCall: turns.map(({ staff, role }) => ({ staff, name: names.get(staff) ?? null, role })),
    },
  };
}

const seesAll = (request: FastifyRequest): boolean => request.principal.role === "admin";

/** Teams: one's own; all of them for administrators. */
export async function teamRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/teams",
    {
      schema: {
        tags,
        summary: "List teams",
        description: "Your own; for administrators all.",
        querystring: pageQuery,
        response: { 200: pageOf(teamSchema), ...problemResponses() },
      },
    },
    async (request) => {
      const { after, fetch, of } = page(request.query, z.string());
      const rows = db.all<TeamRow>(
        `SELECT * FROM team WHERE id > ? AND (? OR ${inTeams("id")}) ORDER BY id LIMIT ?`,
        after ?? "",
        seesAll(request),
        teamFilter(request),
        fetch,
      );
      return of(
        rows,
        (row) => row.id,
        (row) => presentTeamNow(db, row, clock.now()),
      );
    },
  );

  app.get(
    "/teams/:id",
    {
      schema: {
        tags,
        summary: "Read a team",
        params: idParams,
        response: { 200: teamSchema, ...problemResponses("NOT_FOUND") },
      },
    },
    async (request, reply) => {
      if (!seesAll(request)) visibleTeam(request, request.params.id);
      const row = db.get<TeamRow>("SELECT * FROM team WHERE id = ?", request.params.id);
      if (!row) throw new HemvaktError("NOT_FOUND");
      setEtag(reply, row.version);
      return presentTeamNow(db, row, clock.now());
    },
  );

  app.post(
    "/teams",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Create a team",
        headers: idempotencyHeader,
        body: newTeamSchema,
        response: {
          201: z.object({ id: idSchema, version: z.int() }),
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "TEAM_CLOSED",
            "ALREADY_EXISTS",
            "IDEMPOTENCY_REUSED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const { kind, hours, cover, onCall, ...rest } = request.body;
      const service = { kind, hours, cover, onCall };
      const { id = rest.id, version = 1 } = await submit(request, { kind: "team-create", ...rest, service });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/teams/${id}`);
      return { id, version };
    },
  );

  app.patch(
    "/teams/:id",
    {
      preHandler: allow("nurse", "physician", "admin"),
      schema: {
        tags,
        summary: "Change a team's name, hours, contact or cover",
        description: "From now on. Members change their own teams; administrators any.",
        params: idParams,
        headers: changeHeaders,
        body: changeSchema.extend({ override: overrideSchema }).meta({ id: "TeamChangeRequest" }),
        response: {
          200: versionSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "TEAM_CLOSED",
            "COVERAGE_HOLE",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const team = requireTeam(request, request.params.id);
      const ifVersion = requireIfMatch(request);
      const { override, ...change } = request.body;
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "team-change",
        team,
        change,
        ...withOverride(override),
        ifVersion,
      });
      setEtag(reply, version);
      return { id: team, version };
    },
  );

  app.post(
    "/teams/:id/close",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Close a team for good",
        description:
          "Only when it has no patient, open alert, hub or member and covers nobody; otherwise the answer says what is in the way. " +
          "What it did stays readable.",
        params: idParams,
        headers: changeHeaders,
        response: {
          200: versionSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "TEAM_CLOSED",
            "TEAM_IN_USE",
          ),
        },
      },
    },
    async (request, reply) => {
      const team = requireTeam(request, request.params.id);
      const ifVersion = requireIfMatch(request);
      const { version = ifVersion + 1 } = await submit(request, { kind: "team-close", team, ifVersion });
      setEtag(reply, version);
      return { id: team, version };
    },
  );
}

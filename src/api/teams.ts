import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { allow, inTeams, teamFilter, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, idParams, page, pageOf, pageQuery, setEtag, submit } from "./conventions.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Teams"];

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
    contact: z.strictObject({ phone: z.string().min(3).max(40) }).meta({ description: "A function, not a person" }),
  })
  .meta({
    id: "NewTeam",
    examples: [
      {
        id: "team-north",
        name: "Närsjukvårdsteam norr",
        provider: "Region Exempel",
        unit: "Vårdcentralen Norra",
        contact: { phone: "+46 10 000 00 00" },
      },
    ],
  });

const teamSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    provider: z.string(),
    unit: z.string(),
    zone: z.string(),
    contact: z.object({ phone: z.string() }),
  })
  .meta({ id: "Team" });

type TeamRow = {
  id: string;
  name: string;
  provider: string;
  unit: string;
  zone: string;
  contact: string;
  version: number;
};

const toTeam = ({ id, name, provider, unit, zone, contact }: TeamRow): z.infer<typeof teamSchema> => ({
  id,
  name,
  provider,
  unit,
  zone,
  contact: JSON.parse(contact) as { phone: string },
});

const seesAll = (request: FastifyRequest): boolean => request.principal.role === "admin";

/** Teams: one's own; all of them for administrators. */
export async function teamRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

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
      return of(rows, (row) => row.id, toTeam);
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
      return toTeam(row);
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
          ...problemResponses("FORBIDDEN", "CSRF", "ALREADY_EXISTS", "IDEMPOTENCY_REUSED", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { id = request.body.id, version = 1 } = await submit(request, { kind: "team-create", ...request.body });
      setEtag(reply, version);
      reply.code(201).header("location", `/api/v1/teams/${id}`);
      return { id, version };
    },
  );
}

import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { onCallRoles } from "../domain/responsibility.ts";
import { HemvaktError } from "../errors.ts";
import type { ShiftRow } from "../store/sqlite/duty.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { allow } from "./access.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  idParams,
  ifMatchHeader,
  instantSchema,
  iso,
  isoSchema,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { overrideSchema, withOverride } from "./override.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Teams"];
const DAY = 86_400_000;

const turnSchema = z.strictObject({
  staff: idSchema,
  role: z.enum(onCallRoles),
  from: instantSchema,
  to: instantSchema,
});

const shiftSchema = z
  .object({
    id: z.int(),
    version: z.int().meta({ description: "For If-Match" }),
    team: z.string(),
    staff: z.string(),
    name: z.string().nullable(),
    role: z.enum(onCallRoles),
    from: isoSchema,
    to: isoSchema,
  })
  .meta({ id: "Shift" });

/** A team's rota: who is on call when. */
export async function shiftRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/teams/:id/shifts",
    {
      schema: {
        tags,
        summary: "Read a team's rota",
        description:
          "Turns that touch the stretch, in order of time; from now and 30 days ahead where nothing is said.",
        params: idParams,
        querystring: z.strictObject({ from: instantSchema.optional(), to: instantSchema.optional() }),
        response: { 200: z.object({ items: z.array(shiftSchema) }), ...problemResponses("NOT_FOUND") },
      },
    },
    async (request) => {
      const team = requireTeam(request, request.params.id);
      const { from = clock.now(), to = from + 30 * DAY } = request.query;
      const rows = db.all<ShiftRow>(
        "SELECT * FROM shift WHERE team = ? AND to_at > ? AND from_at < ? ORDER BY from_at, id LIMIT 5000",
        team,
        from,
        to,
      );
      const names = staffNames(
        db,
        rows.map(({ staff }) => staff),
      );
      return {
        items: rows.map(({ id, version, team: of, staff, role, from_at, to_at }) => ({
          id,
          version,
          team: of,
          staff,
          name: names.get(staff) ?? null,
          role,
          from: iso(from_at),
          to: iso(to_at),
        })),
      };
    },
  );

  app.post(
    "/teams/:id/shifts",
    {
      preHandler: allow("nurse", "physician", "admin"),
      schema: {
        tags,
        summary: "Put turns on a team's rota",
        description: "All or none. Turns of different people may overlap: then both are told.",
        params: idParams,
        headers: idempotencyHeader,
        body: z.strictObject({ shifts: z.array(turnSchema).min(1).max(500) }).meta({
          id: "NewShifts",
          examples: [
            {
              shifts: [
                {
                  staff: "nils",
                  role: "primary",
                  from: "2026-12-24T17:00:00+01:00",
                  to: "2026-12-25T08:00:00+01:00",
                },
              ],
            },
          ],
        }),
        response: {
          201: z.object({ ids: z.array(z.string()) }),
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "TEAM_CLOSED",
            "SHIFT_PERIOD",
            "SHIFT_MEMBER",
            "SHIFT_TWICE",
            "IDEMPOTENCY_REUSED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const team = requireTeam(request, request.params.id);
      const { ids = [] } = await submit(request, { kind: "shift-add", team, shifts: request.body.shifts });
      reply.code(201);
      return { ids: [...ids] };
    },
  );

  app.post(
    "/teams/:id/shifts/:shift/end",
    {
      preHandler: allow("nurse", "physician", "admin"),
      schema: {
        tags,
        summary: "End a turn earlier, or take it off the rota",
        params: idParams.extend({ shift: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
        headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
        body: z.strictObject({
          to: instantSchema.optional().meta({ description: "Default: now" }),
          override: overrideSchema,
        }),
        response: {
          200: z.object({ id: z.int(), version: z.int() }),
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "SHIFT_PERIOD",
            "COVERAGE_HOLE",
          ),
        },
      },
    },
    async (request, reply) => {
      const team = requireTeam(request, request.params.id);
      const { shift } = request.params;
      const ifVersion = requireIfMatch(request);
      if (!db.get("SELECT 1 FROM shift WHERE id = ? AND team = ?", shift, team)) throw new HemvaktError("NOT_FOUND");
      const { to, override } = request.body;
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "shift-end",
        shift,
        ...withOverride(override),
        ...(to === undefined ? {} : { to }),
        ifVersion,
      });
      setEtag(reply, version);
      return { id: shift, version };
    },
  );
}

/** A team of one's own; any for administrators. @throws HemvaktError `NOT_FOUND` */
export function requireTeam(request: FastifyRequest, id: string): string {
  const { role, teams } = request.principal;
  const exists = request.server.hemvakt.db.get("SELECT 1 FROM team WHERE id = ?", id);
  if (!exists || (role !== "admin" && !teams.includes(id))) throw new HemvaktError("NOT_FOUND");
  return id;
}

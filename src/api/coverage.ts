import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Hole, holeReasons } from "../alerts/coverage.ts";
import { readCoverage } from "../coverage/coverage.ts";
import { sayHole } from "../coverage/words.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { visiblePatients } from "../store/sqlite/queries/scope.ts";
import { teamById } from "../store/sqlite/registry.ts";
import { allow, logRead, teamFilter } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { instantSchema, iso, isoSchema, page, pageOf, pageQuery } from "./conventions.ts";
import { sentenceSchema } from "./present/explanation.ts";
import { problemResponses } from "./problem.ts";
import { requireTeam } from "./shifts.ts";

const tags = ["Responsibility"];
const DAY = 86_400_000;
/** Longer ahead nobody plans a rota, and the answer would take long. */
const LONGEST = 400 * DAY;

const holeSchema = z
  .object({
    from: isoSchema,
    to: isoSchema,
    reason: z.enum(holeReasons),
    team: z.string().nullable(),
    explanation: sentenceSchema,
    count: z.int().meta({ description: "How many patients it concerns" }),
    patients: z.array(z.string()).nullable().meta({ description: "Their ids; null for administrators" }),
  })
  .meta({ id: "CoverageHole" });

export const coverageSchema = z
  .object({
    from: isoSchema,
    to: isoSchema,
    patients: z.int().meta({ description: "Watched over at some time in the stretch" }),
    patientMinutes: z.int(),
    uncoveredMinutes: z.int().meta({ description: "Of them without anybody to answer, rounded up" }),
    holes: z.array(holeSchema),
    rotaEnds: z
      .array(z.object({ team: z.string(), at: isoSchema }))
      .meta({ description: "Teams on whose rota nobody is first from then on" }),
  })
  .meta({ id: "Coverage" });

const overrideInListSchema = z
  .object({
    id: z.int(),
    at: isoSchema,
    staff: z.string(),
    reason: z.string(),
    what: z.string().meta({ description: "The kind of command" }),
    holes: z.array(holeSchema.omit({ patients: true, explanation: true })),
  })
  .meta({ id: "CoverageOverride" });

/** Whether somebody answers for everybody at every minute. */
export async function coverageRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  const present = (hole: Hole, named: boolean): z.infer<typeof holeSchema> => ({
    from: iso(hole.from),
    to: iso(hole.to),
    reason: hole.reason,
    team: hole.team ?? null,
    explanation: sayHole(hole, (team) => teamById(db, team)?.name ?? team),
    count: hole.patients.length,
    patients: named ? [...hole.patients] : null,
  });

  app.get(
    "/coverage",
    {
      preValidation: allow("nurse", "physician", "admin"),
      schema: {
        tags,
        summary: "Prove that somebody answers for everybody at every minute",
        description:
          "Of the patients that your teams see; administrators get all of them, counted and not named. Every stretch in which an " +
          "alert would reach nobody, to the millisecond: no team, a closed one without an open cover, one without a contact, or " +
          "nobody on its rota. 30 days from now where nothing is said.",
        querystring: z.strictObject({
          from: instantSchema.optional(),
          to: instantSchema.optional().meta({ description: "At most 400 days after `from`" }),
          team: idSchema.optional().meta({ description: "Only patients that this team has, answers for or covers" }),
        }),
        response: { 200: coverageSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { from = clock.now(), to = from + 30 * DAY, team } = request.query;
      if (to <= from || to - from > LONGEST) {
        throw new HemvaktError("REQUEST_SHAPE", undefined, {
          errors: [{ path: "query.to", message: "later than from, at most 400 days" }],
        });
      }
      if (team !== undefined) requireTeam(request, team);
      const named = request.principal.role !== "admin";
      const patients = patientsFor(request, team);
      const coverage = readCoverage(db, { from, to }, patients);
      if (named) {
        await logRead(
          request,
          coverage.holes.flatMap((hole) => hole.patients),
          "coverage",
        );
      }
      return {
        from: iso(from),
        to: iso(to),
        patients: coverage.patients,
        patientMinutes: Math.floor(coverage.watched / 60_000),
        uncoveredMinutes: Math.ceil(coverage.uncovered / 60_000),
        holes: coverage.holes.map((hole) => present(hole, named)),
        rotaEnds: coverage.rotaEnds.map(({ team: of, at }) => ({ team: of, at: iso(at) })),
      };
    },
  );

  app.get(
    "/coverage/overrides",
    {
      preValidation: allow("nurse", "physician", "admin"),
      schema: {
        tags,
        summary: "List holes that somebody opened knowingly",
        description: "Newest first; of your teams, for administrators of all.",
        querystring: pageQuery,
        response: { 200: pageOf(overrideInListSchema), ...problemResponses("FORBIDDEN") },
      },
    },
    async (request) => {
      const { after, fetch, of } = page(request.query, z.int());
      const all = request.principal.role === "admin";
      const rows = db.all<OverrideRow>(
        `SELECT * FROM coverage_override o WHERE id < ? AND (? OR EXISTS (
           SELECT 1 FROM json_each(o.holes) hole WHERE json_extract(hole.value, '$.team') IN (SELECT value FROM json_each(?))))
         ORDER BY id DESC LIMIT ?`,
        after ?? Number.MAX_SAFE_INTEGER,
        all,
        teamFilter(request),
        fetch,
      );
      return of(rows, ({ id }) => id, presentOverride);
    },
  );
}

type OverrideRow = { id: number; at: number; staff: string; reason: string; what: string; holes: string };

const presentOverride = (row: OverrideRow): z.infer<typeof overrideInListSchema> => ({
  id: row.id,
  at: iso(row.at),
  staff: row.staff,
  reason: row.reason,
  what: row.what,
  holes: (JSON.parse(row.holes) as Hole[]).map(({ from, to, reason, team, patients }) => ({
    from: iso(from),
    to: iso(to),
    reason,
    team: team ?? null,
    count: patients.length,
  })),
});

/** Whose minutes are looked at; `undefined` is everybody's. */
function patientsFor(request: FastifyRequest, team: string | undefined): string[] | undefined {
  const { db } = request.server.hemvakt;
  const all = request.principal.role === "admin";
  if (all && team === undefined) return undefined;
  const seen = all
    ? db.all<{ id: string }>("SELECT id FROM patient ORDER BY id")
    : db.all<{ id: string }>(`SELECT id FROM (${visiblePatients}) ORDER BY id`, teamFilter(request));
  const ids = seen.map(({ id }) => id);
  if (team === undefined) return ids;
  const related = new Set(
    db
      .all<{ patient: string }>(
        `SELECT r.patient FROM responsibility r JOIN team t ON t.id = r.team
         WHERE r.team = ? OR coalesce(r.cover, t.cover) = ?`,
        team,
        team,
      )
      .map(({ patient }) => patient),
  );
  return ids.filter((id) => related.has(id));
}

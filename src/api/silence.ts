import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { silencesOf } from "../silence/facts.ts";
import { patientPage } from "../store/sqlite/queries/patients.ts";
import { teamById } from "../store/sqlite/registry.ts";
import { allow, logRead, teamFilter, visiblePatient, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { page, pageOf, pageQuery } from "./conventions.ts";
import { patientParams } from "./patients.ts";
import { personSchema, presentPerson } from "./present/person.ts";
import { presentSilence, silenceSchema } from "./present/silence.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Silence"];
const clinical = allow("nurse", "physician");

const silenceOfPatientSchema = z
  .object({
    patient: z.string(),
    team: z.string(),
    name: personSchema,
    signals: z.array(silenceSchema).meta({ description: "One for each signal that the plan has a schedule for" }),
  })
  .meta({ id: "SilenceOfPatient" });

/** Whose values come as the plan asks, and whose don't. */
export async function silenceRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;
  const zoneOf = (team: string): string => teamById(db, team)?.zone ?? "UTC";

  app.get(
    "/patients/:patient/silence",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read in which state of silence a patient's signals are",
        description:
          "One state for each signal that the plan in force has a measuring schedule for; none without a schedule.",
        params: patientParams,
        response: {
          200: z.object({ items: z.array(silenceSchema) }),
          ...problemResponses("FORBIDDEN", "NOT_FOUND"),
        },
      },
    },
    async (request) => {
      const { id, team } = visiblePatient(request, request.params.patient);
      const items = silencesOf(db, id, clock.now()).map((silence) => presentSilence(silence, zoneOf(team)));
      await logRead(request, [id], "silence");
      return { items };
    },
  );

  app.get(
    "/silence",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List the states of silence of your teams' patients",
        description: "By patient id, with those for whom nothing is scheduled.",
        querystring: pageQuery.extend({ team: idSchema.optional() }),
        response: { 200: pageOf(silenceOfPatientSchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { team, limit } = request.query;
      if (team !== undefined) visibleTeam(request, team);
      const now = clock.now();
      const paging = page(request.query, z.string());
      const rows = patientPage(db, { teams: teamFilter(request), team, after: paging.after, fetch: paging.fetch });
      await logRead(
        request,
        rows.slice(0, limit).map(({ id }) => id),
        "silence",
      );
      return paging.of(
        rows,
        ({ id }) => id,
        (row) => ({
          patient: row.id,
          team: row.team,
          name: presentPerson(row, now, zoneOf(row.team)),
          signals: silencesOf(db, row.id, now).map((silence) => presentSilence(silence, zoneOf(row.team))),
        }),
      );
    },
  );
}

import { z } from "zod";
import { roles } from "../domain/people.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { readLogPage } from "../store/sqlite/queries/read-log.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { iso, isoSchema, page, pageOf, pageQuery } from "./conventions.ts";
import { patientParams } from "./patients.ts";
import { problemResponses } from "./problem.ts";

const entrySchema = z
  .object({
    at: isoSchema,
    staff: z.string(),
    name: z.string().nullable(),
    role: z.enum(roles).nullable(),
    team: z.string().meta({ description: "The team through which they saw the patient" }),
    action: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: "ReadLogEntry" });

/** Who has read what of a patient. */
export async function readLogRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  app.get(
    "/patients/:patient/read-log",
    {
      preValidation: allow("nurse", "physician"),
      schema: {
        tags: ["Read log"],
        summary: "List who has read a patient's data",
        description: "Newest first. Reading it is logged too. Entries are never changed or removed.",
        params: patientParams,
        querystring: pageQuery,
        response: { 200: pageOf(entrySchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const paging = page(request.query, z.tuple([z.int(), z.int()]));
      const rows = readLogPage(db, patient, paging.after, paging.fetch);
      const names = staffNames(
        db,
        rows.map(({ staff }) => staff),
      );
      await logRead(request, [patient], "read-log");
      return paging.of(
        rows,
        ({ at, id }): [number, number] => [at, id],
        ({ at, staff, role, team, action, reason }) => ({
          at: iso(at),
          staff,
          name: names.get(staff) ?? null,
          role: roles.find((known) => known === role) ?? null,
          team,
          action,
          reason,
        }),
      );
    },
  );
}

import { z } from "zod";
import { idSchema, seesClinical } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { quarantined, quarantinePage } from "../store/sqlite/queries/quarantine.ts";
import { assignmentsAt } from "../store/sqlite/registry.ts";
import { allow, logRead, teamFilter, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { page, pageOf, pageQuery } from "./conventions.ts";
import { presentQuarantined, quarantineBytesSchema, quarantineSchema } from "./present/quarantine.ts";
import { STRUCTURE_BYTES } from "./present/structure.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Quarantine"];

/** What could not be used, kept with its bytes and a coded reason. */
export async function quarantineRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  app.get(
    "/quarantine",
    {
      preValidation: allow("nurse", "physician", "technician"),
      schema: {
        tags,
        summary: "List what was set aside",
        description: "Newest first, without the bytes.",
        querystring: pageQuery.extend({
          hub: idSchema.optional(),
          device: idSchema.optional(),
          code: z.string().max(64).optional(),
        }),
        response: { 200: pageOf(quarantineSchema), ...problemResponses("FORBIDDEN") },
      },
    },
    async (request) => {
      const paging = page(request.query, z.int());
      const { hub, device, code } = request.query;
      const { after, fetch } = paging;
      const rows = quarantinePage(db, {
        teams: teamFilter(request),
        hub,
        device,
        code,
        after,
        fetch,
        head: STRUCTURE_BYTES,
      });
      const clinical = seesClinical(request.principal.role);
      return paging.of(
        rows,
        ({ id }) => id,
        (row) => presentQuarantined(row, clinical),
      );
    },
  );

  app.get(
    "/quarantine/:id",
    {
      preValidation: allow("nurse", "physician"),
      schema: {
        tags,
        summary: "Read one item with its raw bytes",
        description: "Only when you see every patient who was assigned to the device then: the bytes may be theirs.",
        params: z.object({ id: z.coerce.number().int().min(1) }),
        response: { 200: quarantineBytesSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const row = quarantined(db, teamFilter(request), request.params.id, STRUCTURE_BYTES);
      if (!row) throw new HemvaktError("NOT_FOUND");
      const patients = row.device === null ? [] : assignmentsAt(db, row.device, row.at).map(({ patient }) => patient);
      for (const patient of patients) visiblePatient(request, patient);
      await logRead(request, patients, "quarantine");
      const bytes = Buffer.from(row.payload);
      return { ...presentQuarantined(row, true), base64: bytes.toString("base64"), text: bytes.toString("utf8") };
    },
  );
}

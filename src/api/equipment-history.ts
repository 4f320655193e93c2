import { z } from "zod";
import type { Equipment } from "../ledger/commands.ts";
import { historyOf } from "../store/sqlite/queries/equipment.ts";
import { allow, logRead } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idParams, page, pageOf, pageQuery } from "./conventions.ts";
import { hubOf } from "./equipment.ts";
import { audience, type EventRow, eventFor } from "./event-view.ts";
import { sentEventSchema } from "./events.ts";
import { problemResponses } from "./problem.ts";

const handlers = allow("nurse", "physician", "technician");

/** What has happened to hubs and devices. */
export async function equipmentHistoryRoutes(app: ApiApp): Promise<void> {
  historyRoute(app, "hub");
  historyRoute(app, "device");
}

function historyRoute(app: ApiApp, of: Equipment["of"]): void {
  app.get(
    `/${of}s/:id/history`,
    {
      preValidation: handlers,
      schema: {
        tags: [of === "hub" ? "Hubs" : "Devices"],
        summary: `Read what has happened to a ${of}`,
        description: "Newest first. Nothing is ever taken out. Patients of other teams are left out of it.",
        params: idParams,
        querystring: pageQuery,
        response: { 200: pageOf(sentEventSchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id } = request.params;
      hubOf(request, { of, id });
      const paging = page(request.query, z.int());
      const { db } = app.hemvakt;
      const rows = historyOf<EventRow>(db, of, id, { before: paging.after, fetch: paging.fetch });
      const who = audience(db);
      const shown = paging.of(
        rows,
        ({ seq }) => seq,
        (row) => eventFor(request.principal, row, who),
      );
      const items = shown.items.filter((item) => item !== undefined);
      await logRead(request, patientsOf(items), "equipment-history");
      return { ...shown, items };
    },
  );
}

const patientsOf = (items: readonly { patient: string | null }[]): string[] =>
  items.flatMap(({ patient }) => (patient === null ? [] : [patient]));

import { z } from "zod";
import { roles } from "../domain/people.ts";
import type { ApiApp } from "./context.ts";
import { idParams } from "./conventions.ts";
import { problemResponses } from "./problem.ts";
import { requireTeam } from "./shifts.ts";

const memberSchema = z
  .object({ staff: z.string(), name: z.string(), role: z.enum(roles) })
  .meta({ id: "TeamMember", examples: [{ staff: "karin", name: "Karin Norrsken", role: "nurse" }] });

type Row = z.infer<typeof memberSchema>;

/** Who is in a team, for those who are in it themselves and for administrators. */
export async function memberRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  app.get(
    "/teams/:id/members",
    {
      schema: {
        tags: ["Teams"],
        summary: "List a team's members",
        description: "By name; those whose accounts are closed are left out. Your own teams'; for administrators any.",
        params: idParams,
        response: { 200: z.object({ items: z.array(memberSchema) }), ...problemResponses("NOT_FOUND") },
      },
    },
    async (request) => ({
      items: db.all<Row>(
        `SELECT s.id AS staff, p.given || ' ' || p.family AS name, s.role
         FROM membership m JOIN staff s ON s.id = m.staff JOIN person p ON p.id = s.person
         WHERE m.team = ? AND s.disabled_at IS NULL ORDER BY p.given, p.family, s.id`,
        requireTeam(request, request.params.id),
      ),
    }),
  );
}

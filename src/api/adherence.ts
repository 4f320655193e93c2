import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Kind } from "../domain/kind.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { type Adherence, adherenceOf, sumOf } from "../rules/adherence.ts";
import { soundBetween, watchedSince } from "../silence/facts.ts";
import { enrolmentsOf } from "../store/sqlite/enrolments.ts";
import { plansOf, teamById } from "../store/sqlite/registry.ts";
import { allow, logRead } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { instantSchema, iso, isoSchema } from "./conventions.ts";
import { problemResponses } from "./problem.ts";
import { requireTeam } from "./shifts.ts";

const DAY = 86_400_000;

const adherenceSchema = z
  .object({
    expected: z.int().meta({ description: "Windows of the plan in force that ended in the period" }),
    measured: z.int().meta({ description: "With a sound value measured in them, whenever it came" }),
    afterwards: z.int().meta({ description: "With one measured after them and before the next" }),
    missed: z.int(),
    share: z.number().nullable().meta({ description: "measured / expected; null when nothing was expected" }),
  })
  .meta({ id: "Adherence" });

const reportSchema = z
  .object({
    team: z.string(),
    from: isoSchema,
    to: isoSchema,
    all: adherenceSchema,
    signals: z.array(z.object({ signal: z.string(), adherence: adherenceSchema })),
    patients: z
      .array(z.object({ patient: z.string(), signal: z.string(), adherence: adherenceSchema }))
      .meta({ description: "Those who missed most first; empty for administrators" }),
  })
  .meta({ id: "AdherenceReport" });

const present = (one: Adherence): z.infer<typeof adherenceSchema> => ({
  ...one,
  share: one.expected === 0 ? null : Math.round((one.measured / one.expected) * 10_000) / 10_000,
});

/** How often patients measured when their plans asked them to. */
export async function adherenceRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/adherence",
    {
      preValidation: allow("nurse", "physician", "admin"),
      schema: {
        tags: ["Follow-up"],
        summary: "How often patients measured when their plans asked them to",
        description:
          "Of the patients whom a team has now, by the plans in force at each window. While somebody was paused nothing was expected.",
        querystring: z.strictObject({
          team: idSchema,
          from: instantSchema.optional().meta({ description: "Default: 28 days ago" }),
          to: instantSchema.optional().meta({ description: "Default: now" }),
        }),
        response: { 200: reportSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const team = requireTeam(request, request.query.team);
      const to = Math.min(request.query.to ?? clock.now(), clock.now());
      const from = request.query.from ?? to - 28 * DAY;
      if (to <= from || to - from > 400 * DAY) {
        throw new HemvaktError("REQUEST_SHAPE", undefined, {
          errors: [{ path: "query.to", message: "later than from, at most 400 days" }],
        });
      }
      const zone = teamById(db, team)?.zone ?? "UTC";
      const rows: { patient: string; signal: Kind; adherence: Adherence }[] = [];
      for (const { id } of db.all<{ id: string }>("SELECT id FROM patient WHERE team = ? ORDER BY id", team)) {
        const since = watchedSince(db, id);
        if (since === undefined) continue;
        const plans = plansOf(db, id);
        const known = { plans, enrolments: enrolmentsOf(db, id), watchedSince: since };
        for (const signal of new Set(plans.flatMap(({ schedules = [] }) => schedules.map((one) => one.signal)))) {
          const measured = soundBetween(db, id, signal, from - 2 * DAY, to);
          const adherence = adherenceOf({ ...known, signal }, measured, { from, to }, zone);
          if (adherence.expected > 0) rows.push({ patient: id, signal, adherence });
        }
        // Hubs and live streams share this thread.
        await setImmediate();
      }
      const isAnonymous = request.principal.role === "admin";
      if (!isAnonymous) await logRead(request, [...new Set(rows.map(({ patient }) => patient))], "adherence");
      const signals = Map.groupBy(rows, ({ signal }) => signal);
      return {
        team,
        from: iso(from),
        to: iso(to),
        all: present(sumOf(rows.map(({ adherence }) => adherence))),
        signals: [...signals].map(([signal, some]) => ({
          signal,
          adherence: present(sumOf(some.map(({ adherence }) => adherence))),
        })),
        patients: isAnonymous
          ? []
          : rows
              .toSorted((a, b) => b.adherence.missed - a.adherence.missed || (a.patient < b.patient ? -1 : 1))
              .map(({ adherence, ...row }) => ({ ...row, adherence: present(adherence) })),
      };
    },
  );
}

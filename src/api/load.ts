import { setImmediate } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { actionsTaken, outcomes, severities } from "../domain/alert.ts";
import { dayToIso } from "../domain/day.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { type Figures, stages } from "../load/figures.ts";
import { type Life, livesOf } from "../load/life.ts";
import { groupings, type Report, reportOf } from "../load/report.ts";
import { eventsOfPeriod, seenInPeriod, subjectsOfPeriod } from "../store/sqlite/queries/load.ts";
import { teamById } from "../store/sqlite/registry.ts";
import { allow } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, idParams, instantSchema, iso, isoSchema, submit } from "./conventions.ts";
import { problemResponses } from "./problem.ts";
import { requireTeam } from "./shifts.ts";

const tags = ["Follow-up"];
const DAY = 86_400_000;

const counts = (keys: readonly string[]) => z.object(Object.fromEntries(keys.map((key) => [key, z.int()])));
const timesSchema = z
  .object({ n: z.int(), median: z.int(), p90: z.int(), p95: z.int(), max: z.int() })
  .meta({ id: "AlertTimes", description: "Seconds from opening; nearest-rank percentiles" });

const figuresSchema = z
  .object({
    alerts: z.int(),
    bySeverity: counts(severities),
    technical: z.int(),
    late: z.int(),
    reopened: z.int().meta({ description: "Open again by a worse value or a promise that passed" }),
    tellings: z.int().meta({ description: "How often people were told, all steps added up" }),
    times: z.object(Object.fromEntries(stages.map((stage) => [stage, timesSchema.optional()]))),
    promises: z.object({ given: z.int(), kept: z.int(), passed: z.int(), renewed: z.int() }),
    outcomes: counts([...outcomes, "withdrawn", "none"]),
    actions: z.object(Object.fromEntries(actionsTaken.map((action) => [action, z.int().optional()]))),
    truth: z
      .object({ closed: z.int(), true: z.int(), share: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .meta({ description: "Of those that somebody closed, the share that were true; 95 % interval of Wilson" }),
    stale: z.int().meta({ description: "Not closed within a day and night" }),
  })
  .meta({ id: "LoadFigures" });

const shiftSchema = z.object({ day: z.iso.date(), shift: z.string(), alerts: z.int() });
const reportSchema = z
  .object({
    team: z.string(),
    from: isoSchema,
    to: isoSchema,
    by: z.enum(groupings),
    budget: z.object({ perShift: z.int() }).nullable(),
    all: figuresSchema,
    groups: z.array(z.object({ key: z.string(), figures: figuresSchema })),
    rates: z.object({
      peak: z.int().meta({ description: "The most that opened within any ten minutes" }),
      perTenMinutes: z.number().meta({ description: "The mean over the period" }),
      floods: z
        .array(z.object({ from: isoSchema, to: isoSchema, alerts: z.int() }))
        .meta({ description: "EEMUA 191: ten in ten minutes, until fewer than five" }),
      chattering: z.array(z.object({ subject: z.string(), concern: z.string(), opened: z.int() })).meta({
        description: "Opened three times or more within a day and night; without patients for administrators",
      }),
      shifts: z.array(shiftSchema),
    }),
    overBudget: z.array(shiftSchema),
  })
  .meta({ id: "LoadReport" });

const query = z.strictObject({
  team: idSchema,
  from: instantSchema.optional().meta({ description: "Default: 28 days ago" }),
  to: instantSchema.optional().meta({ description: "Default: now" }),
  by: z.enum(groupings).default("none"),
  format: z.enum(["json", "csv"]).default("json"),
});

/** What alerts cost a team, and what came of them. */
export async function loadRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/load",
    {
      preValidation: allow("nurse", "physician", "admin"),
      schema: {
        tags,
        summary: "How many alerts, how fast, and what came of them",
        description:
          "Of the alerts that opened for a team in a period, from the record alone: from opening to told, seen, acknowledged and " +
          "resolved; promises kept and passed; outcomes by rule; stale, chattering and floods in the words of ISA-18.2 and " +
          "EEMUA 191; shifts over the team's budget. `by` adds the same by shift, day, week, rule, concern or severity; as CSV " +
          "(RFC 4180) one line each.",
        querystring: query,
        response: { 200: z.union([reportSchema, z.string()]), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { by, format } = request.query;
      const report = await reportFor(request);
      if (format === "csv") {
        reply.type("text/csv; charset=utf-8").header("content-disposition", 'attachment; filename="load.csv"');
        return csvOf(report.report);
      }
      return present(report, by, request.principal.role === "admin");
    },
  );

  async function reportFor(request: FastifyRequest<{ Querystring: z.infer<typeof query> }>) {
    const { to = clock.now(), from = to - 28 * DAY, by } = request.query;
    if (to <= from || to - from > 400 * DAY) {
      throw new HemvaktError("REQUEST_SHAPE", undefined, {
        errors: [{ path: "query.to", message: "later than from, at most 400 days" }],
      });
    }
    const team = requireTeam(request, request.query.team);
    const teams = JSON.stringify([team]);
    const lives: Life[] = [];
    for (let day = from; day < to; day += DAY) {
      const end = Math.min(day + DAY, to);
      const events = eventsOfPeriod(db, teams, day, end);
      if (events.length === 0) continue;
      lives.push(...livesOf(events, subjectsOfPeriod(db, teams, day, end), seenInPeriod(db, teams, day, end)));
      // Hubs and live streams share this thread: a year of a large team is read in pieces between theirs.
      await setImmediate();
    }
    const perShift = db.get<{ per_shift: number }>("SELECT per_shift FROM load_budget WHERE team = ?", team)?.per_shift;
    const zone = teamById(db, team)?.zone ?? "UTC";
    return {
      team,
      from,
      to,
      perShift,
      report: reportOf(lives, { period: { from, to }, zone, by, perShift, now: clock.now() }),
    };
  }

  app.put(
    "/teams/:id/budget",
    {
      preHandler: allow("nurse", "physician", "admin"),
      schema: {
        tags,
        summary: "Say how many alerts a team can take in a shift",
        description:
          "It changes nothing but what follow-up shows: no alert is ever dropped for it. Null for no budget.",
        params: idParams,
        headers: idempotencyHeader,
        body: z.strictObject({ perShift: z.int().min(1).max(10_000).nullable() }).meta({ id: "LoadBudget" }),
        response: {
          200: z.object({ id: z.string(), perShift: z.int().nullable() }),
          ...problemResponses("FORBIDDEN", "CSRF", "NOT_FOUND", "TEAM_CLOSED", "REQUEST_BODY"),
        },
      },
    },
    async (request) => {
      const team = requireTeam(request, request.params.id);
      const { perShift } = request.body;
      await submit(request, { kind: "team-budget", team, perShift });
      return { id: team, perShift };
    },
  );
}

type Found = { team: string; from: number; to: number; perShift: number | undefined; report: Report };

function present({ team, from, to, perShift, report }: Found, by: Report["groups"][number]["key"], anonymous: boolean) {
  const { all, groups, rates, overBudget } = report;
  const figures = (one: Figures) => ({ ...one, truth: one.truth ?? null, actions: { ...one.actions } });
  const shifts = (some: Report["overBudget"]) => some.map(({ day, ...rest }) => ({ day: dayToIso(day), ...rest }));
  return {
    team,
    from: iso(from),
    to: iso(to),
    by: by as (typeof groupings)[number],
    budget: perShift === undefined ? null : { perShift },
    all: figures(all),
    groups: groups.map(({ key, figures: of }) => ({ key, figures: figures(of) })),
    rates: {
      ...rates,
      floods: rates.floods.map((flood) => ({ from: iso(flood.from), to: iso(flood.to), alerts: flood.alerts })),
      chattering: rates.chattering.map((one) =>
        anonymous && one.subject.startsWith("patient/") ? { ...one, subject: "patient" } : { ...one },
      ),
      shifts: shifts(rates.shifts),
    },
    overBudget: shifts(overBudget),
  };
}

/** One line for each group, or for everything; RFC 4180. Keys are rules, dates and codes: never a formula for a spreadsheet. */
function csvOf({ all, groups }: Report): string {
  const heads = [
    "key",
    "alerts",
    ...severities,
    "technical",
    "late",
    "reopened",
    "tellings",
    ...stages.flatMap((stage) => [
      `${stage}_n`,
      `${stage}_median_s`,
      `${stage}_p90_s`,
      `${stage}_p95_s`,
      `${stage}_max_s`,
    ]),
    "promises_given",
    "promises_kept",
    "promises_passed",
    "promises_renewed",
    ...outcomes.map((outcome) => `outcome_${outcome}`),
    "outcome_withdrawn",
    "outcome_none",
    "true_share",
    "true_low",
    "true_high",
    "stale",
  ];
  const line = (key: string, of: Figures): (string | number)[] => [
    /^[=+\-@]/.test(key) ? `'${key}` : key,
    of.alerts,
    ...severities.map((severity) => of.bySeverity[severity]),
    of.technical,
    of.late,
    of.reopened,
    of.tellings,
    ...stages.flatMap((stage) => {
      const times = of.times[stage];
      return [times?.n ?? 0, times?.median ?? "", times?.p90 ?? "", times?.p95 ?? "", times?.max ?? ""];
    }),
    of.promises.given,
    of.promises.kept,
    of.promises.passed,
    of.promises.renewed,
    ...outcomes.map((outcome) => of.outcomes[outcome]),
    of.outcomes.withdrawn,
    of.outcomes.none,
    of.truth?.share ?? "",
    of.truth?.low ?? "",
    of.truth?.high ?? "",
    of.stale,
  ];
  const rows = groups.length > 0 ? groups.map(({ key, figures }) => line(key, figures)) : [line("all", all)];
  const cell = (value: string | number): string => {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [heads, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

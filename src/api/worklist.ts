import { z } from "zod";
import { idSchema, seesClinical } from "../domain/people.ts";
import { silencesOf } from "../silence/facts.ts";
import type { AlertRow } from "../store/sqlite/alerts.ts";
import type { Database } from "../store/sqlite/database.ts";
import { remembering } from "../store/sqlite/memory.ts";
import { waitingPatients } from "../store/sqlite/patient-messages.ts";
import { alertPage, rankOf } from "../store/sqlite/queries/alerts.ts";
import { teamById } from "../store/sqlite/registry.ts";
import { allow, logRead, teamFilter, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { iso, isoSchema } from "./conventions.ts";
import { alertInListSchema } from "./present/alert.ts";
import { presentWorklist } from "./present/alert-list.ts";
import { presentSignalState, signalStateSchema } from "./present/silence.ts";
import { presentUnseen, presentWritten, unseenSchema, writtenSchema } from "./present/waiting.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Alerts"];

/** More active alerts than a region's teams have at once; a worklist that needed more would be no worklist. */
const MOST_ALERTS = 2000;

const rowSchema = z
  .object({
    key: z.string().meta({ description: "The same as long as the row is about the same patient, device or hub" }),
    team: z.object({ id: z.string(), name: z.string() }).meta({ description: "The team that answers for it now" }),
    alert: alertInListSchema.meta({
      description: "The worst; of equally bad ones one that nobody has, then the oldest",
    }),
    more: z.int().meta({ description: "How many active alerts there are beside it" }),
    silence: z
      .array(signalStateSchema)
      .meta({ description: "Signals of the plan's schedule that don't come as they should; empty for technicians" }),
    messages: unseenSchema.nullable().meta({
      description: "What the patient has written and nobody has read; null for none, and always for technicians",
    }),
  })
  .meta({ id: "WorklistRow" });

const countsSchema = z
  .object({
    red: z.int(),
    yellow: z.int(),
    info: z.int(),
    technical: z.int(),
    open: z.int().meta({ description: "Rows that nobody has" }),
    mine: z.int().meta({ description: "Rows that you have" }),
  })
  .meta({ id: "WorklistCounts", description: "Of rows, whether or not they are given here" });

const worklistSchema = z
  .object({
    at: isoSchema.meta({ description: "What the list is true of" }),
    items: z.array(rowSchema),
    left: z.int().meta({ description: "How many rows come after those given" }),
    counts: countsSchema,
    written: z.array(writtenSchema).meta({
      description:
        "Every patient of the teams who has written what nobody has read, with or without an alert, the one that has waited " +
        "longest first; empty for technicians",
    }),
  })
  .meta({ id: "Worklist" });

type Counts = z.infer<typeof countsSchema>;
/** A patient's, device's or hub's active alerts, the worst first. */
type Subject = { readonly key: string; readonly worst: AlertRow; readonly alerts: readonly AlertRow[] };

/** Who and what needs somebody now. */
export async function worklistRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/worklist",
    {
      preValidation: allow("nurse", "physician", "technician"),
      schema: {
        tags,
        summary: "Read the worklist: patients rather than alerts, worst first",
        description:
          "One row for each patient with an active alert, and one for each device or hub. Red before yellow, patients " +
          "before technology, what nobody has before what somebody has, then the oldest. Beside them, patients who have " +
          "written what nobody has read: a message is no alert, and is not to be missed for that.",
        querystring: z.strictObject({
          team: idSchema.optional().meta({ description: "Only what this team answers for" }),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: worklistSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { team, limit } = request.query;
      const { staff, role } = request.principal;
      if (team !== undefined) visibleTeam(request, team);
      const reader = { now: clock.now(), clinical: seesClinical(role), curves: true };
      // Plans and teams are the same for many rows, and are read once for all.
      const { list, patients } = remembering(db, () => {
        const subjects = subjectsOf(
          alertPage(db, {
            teams: teamFilter(request),
            states: ["open", "acknowledged"],
            team,
            category: reader.clinical ? undefined : "technical",
            fetch: MOST_ALERTS,
          }),
        );
        const teams = team === undefined ? teamFilter(request) : JSON.stringify([team]);
        const waiting = reader.clinical ? waitingPatients(db, teams) : [];
        const unseen = new Map(waiting.map((one) => [`patient:${one.patient}`, presentUnseen(one)]));
        const shown = subjects.slice(0, limit);
        const worst = shown.map((subject) => subject.worst);
        const alerts = presentWorklist(db, worst, reader);
        const items = shown.map((subject, index) => ({
          key: subject.key,
          team: { id: subject.worst.team, name: teamById(db, subject.worst.team)?.name ?? subject.worst.team },
          alert: alerts[index]!,
          more: subject.alerts.length - 1,
          silence: reader.clinical ? silenceOf(db, subject.worst, reader.now) : [],
          messages: unseen.get(subject.key) ?? null,
        }));
        const counts = countsOf(subjects, staff);
        return {
          list: {
            at: iso(reader.now),
            items,
            left: subjects.length - shown.length,
            counts,
            written: presentWritten(db, waiting, reader.now),
          },
          patients: [
            ...worst.flatMap((row) => (row.subject_type === "patient" ? [row.subject] : [])),
            ...waiting.map(({ patient }) => patient),
          ],
        };
      });
      await logRead(request, patients, "worklist");
      return list;
    },
  );
}

/** Alerts by whom or what they are about, in the order in which they want somebody. */
export function subjectsOf(alerts: readonly AlertRow[]): Subject[] {
  const groups = Map.groupBy(alerts, (row) => `${row.subject_type}:${row.subject}`);
  return [...groups]
    .map(([key, rows]) => {
      const sorted = rows.toSorted(urgency);
      return { key, worst: sorted[0]!, alerts: sorted };
    })
    .toSorted((one, other) => urgency(one.worst, other.worst));
}

const urgency = (a: AlertRow, b: AlertRow): number =>
  rankOf(b.severity) - rankOf(a.severity) ||
  Number(a.category === "technical") - Number(b.category === "technical") ||
  Number(a.state === "acknowledged") - Number(b.state === "acknowledged") ||
  a.opened_at - b.opened_at ||
  (a.id < b.id ? -1 : 1);

function countsOf(subjects: readonly Subject[], staff: string): Counts {
  const counts: Counts = { red: 0, yellow: 0, info: 0, technical: 0, open: 0, mine: 0 };
  for (const { worst, alerts } of subjects) {
    counts[worst.category === "technical" ? "technical" : worst.severity] += 1;
    if (alerts.some(({ state }) => state === "open")) counts.open += 1;
    if (alerts.some((row) => isTakenBy(row, staff))) counts.mine += 1;
  }
  return counts;
}

const isTakenBy = ({ state, body }: AlertRow, staff: string): boolean =>
  state === "acknowledged" && (JSON.parse(body) as { acknowledgedBy?: string }).acknowledgedBy === staff;

/** Which of a patient's signals don't come as they should. */
const silenceOf = (db: Database, { subject_type, subject }: AlertRow, now: number) =>
  subject_type !== "patient"
    ? []
    : silencesOf(db, subject, now)
        .filter(({ state }) => state !== "fresh" && state !== "due")
        .map(presentSignalState);

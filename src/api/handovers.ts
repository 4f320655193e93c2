import { randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { idSchema } from "../domain/people.ts";
import { HemvaktError, isHemvaktError } from "../errors.ts";
import { withoutNames } from "../handover/names.ts";
import { sayOffer } from "../handover/say-offer.ts";
import { type SbarTexts, sbarParts } from "../handover/sbar.ts";
import type { CommandBody } from "../ledger/commands.ts";
import {
  alertsOfHandover,
  type HandoverRow,
  handoverById,
  handoverStates,
  patientsOfHandover,
} from "../store/sqlite/handovers.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { type TeamRow, teamById } from "../store/sqlite/registry.ts";
import { allow, inTeams, knownPatient, logRead, teamFilter, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  ifMatchHeader,
  instantSchema,
  iso,
  isoSchema,
  page,
  pageOf,
  pageQuery,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { presentTeam, responsibleTeamSchema } from "./present/team.ts";
import { problemResponses } from "./problem.ts";
import { answerSbar, compileFor, nameIn, sbarQuery, sbarTextsSchema } from "./sbar.ts";

const tags = ["Handover"];
const clinical = allow("nurse", "physician");
const MINUTE = 60_000;

const sbarIn = z.strictObject({ sv: sbarTextsSchema.optional(), en: sbarTextsSchema.optional() });

const offerSchema = z
  .strictObject({
    from: idSchema.meta({ description: "One of your teams" }),
    to: idSchema,
    alerts: z
      .array(idSchema)
      .max(500)
      .optional()
      .meta({ description: "Default: everything open that `from` has, or of `patients`" }),
    patients: z.array(idSchema).max(200).optional(),
    takeoverUntil: instantSchema
      .optional()
      .meta({ description: "The receiver also answers for the patients until then, from when it accepts" }),
    minutes: z.int().min(5).max(720).default(30).meta({ description: "How long it can be answered" }),
    note: z.string().min(1).max(1000).optional(),
    sbar: z.record(idSchema, sbarIn).optional().meta({ description: "By patient: the text as you have edited it" }),
  })
  .meta({ id: "NewHandover", examples: [{ from: "vc-norr", to: "natt", minutes: 30 }] });

export const handoverSchema = z
  .object({
    id: z.string(),
    version: z.int().meta({ description: "For If-Match" }),
    from: z.string(),
    fromName: z.string(),
    to: z.string(),
    toName: z.string(),
    state: z.enum(handoverStates),
    offeredBy: z.object({ staff: z.string(), name: z.string().nullable() }),
    offeredAt: isoSchema,
    expiresAt: isoSchema.meta({ description: "Or when the team that offers it closes, if that is earlier" }),
    takeoverUntil: isoSchema.nullable(),
    note: z.string().nullable(),
    decided: z
      .object({
        by: z.object({ staff: z.string(), name: z.string().nullable() }),
        at: isoSchema,
        reason: z.string().nullable(),
      })
      .nullable(),
    patients: z.array(z.object({ patient: z.string(), edited: z.boolean() })),
    alerts: z.array(
      z.object({
        alert: z.string(),
        patient: z.string().nullable(),
        severity: z.string(),
        state: z.string(),
        outcome: z.enum(["taken", "closed"]).nullable(),
      }),
    ),
  })
  .meta({ id: "Handover" });

const params = z.object({ handover: idSchema });
const headers = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
const refusals = [
  "FORBIDDEN",
  "CSRF",
  "NOT_FOUND",
  "PRECONDITION_REQUIRED",
  "PRECONDITION_FAILED",
  "HANDOVER_DECIDED",
] as const;

/** Handing over what is open, with two parties: whoever offers it has it until the other has accepted. */
export async function handoverRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  function present(row: HandoverRow): z.infer<typeof handoverSchema> {
    const names = staffNames(db, [row.offered_by, ...(row.decided_by === null ? [] : [row.decided_by])]);
    const named = (staff: string) => ({ staff, name: names.get(staff) ?? null });
    const states = new Map(
      db
        .all<{ id: string; subject: string; subject_type: string; severity: string; state: string }>(
          "SELECT a.id, a.subject, a.subject_type, a.severity, a.state FROM handover_alert h JOIN alert a ON a.id = h.alert WHERE h.handover = ?",
          row.id,
        )
        .map((alert) => [alert.id, alert]),
    );
    return {
      id: row.id,
      version: row.version,
      from: row.from_team,
      fromName: teamById(db, row.from_team)?.name ?? row.from_team,
      to: row.to_team,
      toName: teamById(db, row.to_team)?.name ?? row.to_team,
      state: row.state,
      offeredBy: named(row.offered_by),
      offeredAt: iso(row.offered_at),
      expiresAt: iso(row.expires_at),
      takeoverUntil: row.takeover_until === null ? null : iso(row.takeover_until),
      note: row.note,
      decided:
        row.decided_at === null
          ? null
          : { by: named(row.decided_by ?? "platform"), at: iso(row.decided_at), reason: row.reason },
      patients: patientsOfHandover(db, row.id).map(({ patient, edited }) => ({ patient, edited: edited !== null })),
      alerts: alertsOfHandover(db, row.id).map(({ alert, outcome }) => {
        const found = states.get(alert);
        return {
          alert,
          patient: found?.subject_type === "patient" ? found.subject : null,
          severity: found?.severity ?? "info",
          state: found?.state ?? "resolved",
          outcome,
        };
      }),
    };
  }

  /** A handover of one of the principal's teams. @throws HemvaktError `NOT_FOUND` */
  function requireHandover(request: FastifyRequest, id: string, side?: "from" | "to"): HandoverRow {
    const row = handoverById(db, id);
    const { teams } = request.principal;
    const sides = row ? { from: teams.includes(row.from_team), to: teams.includes(row.to_team) } : undefined;
    if (!row || !sides || !(side ? sides[side] : sides.from || sides.to)) throw new HemvaktError("NOT_FOUND");
    return row;
  }

  /** A change of offers. Whoever comes second is told who was first, and what they did. */
  async function submitOffer(request: FastifyRequest, command: CommandBody) {
    try {
      return await submit(request, command);
    } catch (error) {
      if (!isHemvaktError(error, "HANDOVER_OFFERED") && !isHemvaktError(error, "HANDOVER_DECIDED")) throw error;
      const other = error.data as { readonly handover?: string } | undefined;
      const row = handoverById(db, other?.handover ?? ("handover" in command ? command.handover : ""));
      if (!row) throw error;
      const by = row.decided_by ?? row.offered_by;
      const [from, to] = [teamById(db, row.from_team), teamById(db, row.to_team)];
      const names = { who: staffNames(db, [by]).get(by) ?? from?.name ?? by, to: to?.name ?? row.to_team };
      const explanation = sayOffer(row, names, clock.now(), from?.zone ?? "UTC");
      throw new HemvaktError(error.code, error.detail, { ...error.data, explanation });
    }
  }

  app.post(
    "/handovers",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Offer what is open to another team",
        description:
          "Alerts, promises and everything else that is open of their patients travel with it, told by an SBAR of each. The other " +
          "team sees them from now on, and nothing is theirs until somebody there accepts. Unanswered, declined, or when your team " +
          "closes: both sides' people are told, and what nobody has taken on is told of over there.",
        headers: idempotencyHeader,
        body: offerSchema,
        response: {
          201: handoverSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "TEAM_CLOSED",
            "HANDOVER_SAME",
            "HANDOVER_EMPTY",
            "HANDOVER_PERIOD",
            "HANDOVER_OFFERED",
            "IDEMPOTENCY_REUSED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const { from, to, takeoverUntil, minutes, note, sbar = {} } = request.body;
      visibleTeam(request, from);
      const alerts = request.body.alerts ?? openOf(from, request.body.patients);
      const concerned = new Set([...(request.body.patients ?? []), ...patientsBehind(alerts)]);
      const patients = [...concerned].map((id) => {
        const patient = knownPatient(request, id);
        const compiled = compileFor(app, patient);
        const edited = sbar[id];
        return {
          patient: patient.id,
          compiled,
          ...(edited
            ? { edited: storable({ ...(edited.sv && { sv: edited.sv }), ...(edited.en && { en: edited.en }) }) }
            : {}),
        };
      });
      await logRead(
        request,
        patients.map(({ patient }) => patient),
        "handover",
      );
      const id = `h-${randomBytes(8).toString("hex")}`;
      const made = await submitOffer(request, {
        kind: "handover-offer",
        id,
        from,
        to,
        alerts,
        patients,
        ...(takeoverUntil === undefined ? {} : { takeoverUntil }),
        expiresAt: clock.now() + minutes * MINUTE,
        ...(note === undefined ? {} : { note }),
      });
      const row = requireHandover(request, made.id ?? id);
      setEtag(reply, row.version);
      reply.code(201).header("location", `/api/v1/handovers/${row.id}`);
      return present(row);
    },
  );

  /** Everything that a team has open, or of some patients. */
  function openOf(team: string, patients: readonly string[] | undefined): string[] {
    return db
      .all<{ id: string }>(
        `SELECT id FROM alert WHERE team = ? AND state <> 'resolved'
           AND (? IS NULL OR (subject_type = 'patient' AND subject IN (SELECT value FROM json_each(?)))) ORDER BY id`,
        team,
        patients === undefined ? null : "given",
        JSON.stringify(patients ?? []),
      )
      .map(({ id }) => id);
  }

  const patientsBehind = (alerts: readonly string[]): string[] =>
    db
      .all<{ subject: string }>(
        `SELECT DISTINCT subject FROM alert WHERE subject_type = 'patient' AND id IN (SELECT value FROM json_each(?)) ORDER BY subject`,
        JSON.stringify(alerts),
      )
      .map(({ subject }) => subject);

  /** Texts that people have edited, with names of staff as ids again. */
  function storable(texts: Record<string, SbarTexts>): Record<string, SbarTexts> {
    const names = staffNames(
      db,
      db.all<{ id: string }>("SELECT id FROM staff").map(({ id }) => id),
    );
    return Object.fromEntries(
      Object.entries(texts).map(([language, parts]) => [
        language,
        Object.fromEntries(sbarParts.map((part) => [part, withoutNames(parts[part], names)])) as SbarTexts,
      ]),
    );
  }

  app.get(
    "/handovers",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List offers to and from your teams",
        description: "Newest first.",
        querystring: pageQuery.extend({
          team: idSchema.optional(),
          state: z.enum([...handoverStates, "all"]).default("offered"),
        }),
        response: { 200: pageOf(handoverSchema), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { team, state } = request.query;
      if (team !== undefined) visibleTeam(request, team);
      const teams = team === undefined ? teamFilter(request) : JSON.stringify([team]);
      const { after, fetch, of } = page(request.query, z.tuple([z.int(), z.string()]));
      const rows = db.all<HandoverRow>(
        `SELECT * FROM handover WHERE (${inTeams("from_team")} OR ${inTeams("to_team")}) AND (? = 'all' OR state = ?)
           AND (offered_at, id) < (?, ?) ORDER BY offered_at DESC, id DESC LIMIT ?`,
        teams,
        teams,
        state,
        state,
        after?.[0] ?? Number.MAX_SAFE_INTEGER,
        after?.[1] ?? "",
        fetch,
      );
      return of(rows, (row) => [row.offered_at, row.id] as [number, string], present);
    },
  );

  app.get(
    "/handovers/receivers",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "List the teams that something can be offered to",
        description: "All that are not closed for good, with the number of the function, by name.",
        response: { 200: z.object({ items: z.array(responsibleTeamSchema) }), ...problemResponses("FORBIDDEN") },
      },
    },
    async () => ({
      items: db.all<TeamRow>("SELECT * FROM team WHERE closed_at IS NULL ORDER BY name, id").map(presentTeam),
    }),
  );

  app.get(
    "/handovers/:handover",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read an offer",
        params,
        response: { 200: handoverSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const row = requireHandover(request, request.params.handover);
      setEtag(reply, row.version);
      return present(row);
    },
  );

  app.get(
    "/handovers/:handover/patients/:patient/sbar",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read the SBAR that a patient was offered with",
        description: "As it was edited, or with `compiled=true` as it was compiled; it does not change afterwards.",
        params: params.extend({ patient: idSchema }),
        querystring: sbarQuery.extend({ compiled: z.enum(["true", "false"]).default("false") }),
        response: { 200: z.union([sbarTextsSchema, z.string()]), ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { handover, patient: id } = request.params;
      const row = requireHandover(request, handover);
      const patient = knownPatient(request, id);
      const text = patientsOfHandover(db, row.id).find((one) => one.patient === patient.id);
      if (!text) throw new HemvaktError("NOT_FOUND");
      await logRead(request, [patient.id], "handover-sbar");
      const { lang, compiled } = request.query;
      const stored = JSON.parse(text.compiled) as Record<string, SbarTexts>;
      const edited = text.edited === null ? {} : (JSON.parse(text.edited) as Record<string, SbarTexts>);
      const texts = (compiled === "true" ? undefined : edited[lang]) ?? stored[lang]!;
      return answerSbar(request, reply, patient, nameIn(request, texts), request.query);
    },
  );

  app.post(
    "/handovers/:handover/accept",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Accept an offer to your team",
        description:
          "Its alerts are your team's, and what somebody had promised is yours to keep. What was closed meanwhile has dropped out.",
        params,
        headers,
        response: { 200: handoverSchema, ...problemResponses(...refusals) },
      },
    },
    async (request, reply) => {
      const { id } = requireHandover(request, request.params.handover, "to");
      await submitOffer(request, { kind: "handover-accept", handover: id, ifVersion: requireIfMatch(request) });
      const row = requireHandover(request, id);
      setEtag(reply, row.version);
      return present(row);
    },
  );

  app.post(
    "/handovers/:handover/decline",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Decline an offer to your team",
        params,
        headers,
        body: z.strictObject({ reason: z.string().min(1).max(300) }).meta({ id: "HandoverRefusal" }),
        response: { 200: handoverSchema, ...problemResponses(...refusals, "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const { id } = requireHandover(request, request.params.handover, "to");
      const { reason } = request.body;
      await submitOffer(request, {
        kind: "handover-decline",
        handover: id,
        reason,
        ifVersion: requireIfMatch(request),
      });
      const row = requireHandover(request, id);
      setEtag(reply, row.version);
      return present(row);
    },
  );

  app.post(
    "/handovers/:handover/withdraw",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Take back an offer of your team",
        params,
        headers,
        response: { 200: handoverSchema, ...problemResponses(...refusals) },
      },
    },
    async (request, reply) => {
      const { id } = requireHandover(request, request.params.handover, "from");
      await submitOffer(request, { kind: "handover-withdraw", handover: id, ifVersion: requireIfMatch(request) });
      const row = requireHandover(request, id);
      setEtag(reply, row.version);
      return present(row);
    },
  );
}

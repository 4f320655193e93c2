import type { FastifyReply } from "fastify";
import { z } from "zod";
import { occasions } from "../decision/notifying.ts";
import { severities } from "../domain/alert.ts";
import { idSchema } from "../domain/people.ts";
import { preferenceSchema } from "../domain/preference.ts";
import { onCallRoles } from "../domain/responsibility.ts";
import { channels, deliveriesOf, deliveryStates, type NotificationRow } from "../store/sqlite/deliveries.ts";
import { webhookTurn } from "../store/sqlite/integrations.ts";
import { staffNames } from "../store/sqlite/queries/patients.ts";
import { allow, logRead, visibleTeam } from "./access.ts";
import { patientsOf, requireAlert } from "./alerts.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  idParams,
  ifMatchHeader,
  iso,
  isoSchema,
  page,
  pageOf,
  pageQuery,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { problemResponses } from "./problem.ts";
import { requireTeam } from "./shifts.ts";

const tags = ["Notifications"];

const notificationSchema = z
  .object({
    id: z.string(),
    at: isoSchema,
    occasion: z.enum(occasions),
    alert: z.string().nullable(),
    severity: z.enum(severities).nullable(),
    team: z.string(),
    staff: z.string().nullable().meta({ description: "Null: the team's function" }),
    name: z.string().nullable(),
    role: z.enum(onCallRoles).nullable(),
    step: z.int().nullable(),
    seenAt: isoSchema.nullable().meta({ description: "When they, or somebody of the team, opened it in Hemvakt" }),
    deliveries: z.array(
      z.object({
        channel: z.enum(channels),
        state: z.enum(deliveryStates),
        attempts: z.int().meta({ description: "More than one where it was tried again" }),
        nextAt: isoSchema.nullable(),
        settledAt: isoSchema.nullable(),
        code: z.string().nullable().meta({ description: "Why the last attempt failed" }),
      }),
    ),
  })
  .meta({ id: "Notification" });

const webhookSecretSchema = z
  .object({
    secret: z.string(),
    overlapUntil: isoSchema.nullable().meta({ description: "Until when the secret before this one signs as well" }),
    version: z.int(),
  })
  .meta({ id: "WebhookSecret" });

/** Who was told what, and how it reached them. */
export async function notificationRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  function present(rows: readonly NotificationRow[]): z.infer<typeof notificationSchema>[] {
    const names = staffNames(
      db,
      rows.flatMap(({ staff }) => (staff === null ? [] : [staff])),
    );
    return rows.map((row) => ({
      id: row.id,
      at: iso(row.at),
      occasion: row.occasion as (typeof occasions)[number],
      alert: row.alert,
      severity: row.severity,
      team: row.team,
      staff: row.staff,
      name: row.staff === null ? null : (names.get(row.staff) ?? null),
      role: row.role,
      step: row.step,
      seenAt: row.seen_at === null ? null : iso(row.seen_at),
      deliveries: deliveriesOf(db, row.id).map(({ channel, state, attempts, next_at, settled_at, code }) => ({
        channel,
        state,
        attempts,
        nextAt: next_at === null ? null : iso(next_at),
        settledAt: settled_at === null ? null : iso(settled_at),
        code,
      })),
    }));
  }

  app.get(
    "/alerts/:alert/notifications",
    {
      preValidation: allow("nurse", "physician", "technician"),
      schema: {
        tags,
        summary: "Who was told of an alert, and how it reached them",
        description:
          "In the order in which it was decided. Only acknowledging stops further steps: that it arrived doesn't.",
        params: z.object({ alert: idSchema }),
        response: {
          200: z.object({ items: z.array(notificationSchema) }),
          ...problemResponses("FORBIDDEN", "NOT_FOUND"),
        },
      },
    },
    async (request) => {
      const row = requireAlert(request, request.params.alert);
      await logRead(request, patientsOf([row]), "notifications");
      return {
        items: present(db.all<NotificationRow>("SELECT * FROM notification WHERE alert = ? ORDER BY at, id", row.id)),
      };
    },
  );

  app.get(
    "/notifications",
    {
      schema: {
        tags,
        summary: "List what you, or a team of yours, were told",
        description: "Newest first.",
        querystring: pageQuery.extend({ team: idSchema.optional() }),
        response: { 200: pageOf(notificationSchema), ...problemResponses("NOT_FOUND") },
      },
    },
    async (request) => {
      const { team } = request.query;
      if (team !== undefined) visibleTeam(request, team);
      const { after, fetch, of } = page(request.query, z.tuple([z.int(), z.string()]));
      const rows = db.all<NotificationRow>(
        `SELECT * FROM notification WHERE ${team === undefined ? "staff = ?" : "team = ?"} AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?`,
        team ?? request.principal.staff,
        after?.[0] ?? Number.MAX_SAFE_INTEGER,
        after?.[1] ?? "",
        fetch,
      );
      return of(
        rows,
        (row) => [row.at, row.id] as [number, string],
        (row) => present([row])[0]!,
      );
    },
  );

  app.get(
    "/staff/me/notifications",
    {
      schema: {
        tags,
        summary: "Read when you are told out of the house",
        response: { 200: preferenceSchema.extend({ hasEmail: z.boolean() }), ...problemResponses() },
      },
    },
    async (request) => {
      const row = db.get<{ body: string | null; email: string | null }>(
        "SELECT r.body, p.email FROM staff s JOIN person p ON p.id = s.person LEFT JOIN preference r ON r.staff = s.id WHERE s.id = ?",
        request.principal.staff,
      );
      const preference = preferenceSchema.parse(row?.body ? JSON.parse(row.body) : {});
      return { ...preference, hasEmail: row?.email != null };
    },
  );

  app.put(
    "/staff/me/notifications",
    {
      schema: {
        tags,
        summary: "Say when you don't want to be told out of the house",
        description: "Red alerts reach whoever is on the rota whatever stands here.",
        headers: idempotencyHeader,
        body: preferenceSchema,
        response: { 204: z.undefined(), ...problemResponses("CSRF", "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const { staff } = request.principal;
      await submit(request, { kind: "staff-preference", staff, preference: request.body });
      reply.code(204);
    },
  );

  app.put(
    "/staff/me/email",
    {
      schema: {
        tags,
        summary: "Say where you want to be told of what you are to know",
        description: "Null for nowhere: then your team's function is told all the same. What goes there names nobody.",
        headers: idempotencyHeader,
        body: z.strictObject({ email: z.email().max(200).nullable() }).meta({ id: "OwnEmail" }),
        response: { 204: z.undefined(), ...problemResponses("CSRF", "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const { staff } = request.principal;
      await submit(request, { kind: "staff-email", staff, email: request.body.email });
      reply.code(204);
    },
  );

  app.get(
    "/teams/:id/webhook-secret",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Read the secret with which a team's webhooks are signed",
        description:
          "HMAC-SHA-256 over `<Hemvakt-Timestamp>.<body>`, hexadecimal, in `Hemvakt-Signature`. It follows from the installation's " +
          "key and is stored nowhere.",
        params: idParams,
        response: { 200: webhookSecretSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => presentSecret(reply, requireTeam(request, request.params.id)),
  );

  app.post(
    "/teams/:id/webhook-secret/rotate",
    {
      preHandler: allow("admin"),
      schema: {
        tags,
        summary: "Change the secret with which a team's webhooks are signed",
        description:
          "Until the end of the overlap `Hemvakt-Signature` holds two signatures separated by a comma, by the new secret and by the " +
          "one before; one of them must be right.",
        params: idParams,
        headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
        body: z.strictObject({ overlapHours: z.int().min(0).max(720).default(72) }).meta({ id: "WebhookRotation" }),
        response: {
          200: webhookSecretSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "TEAM_CLOSED",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "REQUEST_BODY",
          ),
        },
      },
    },
    async (request, reply) => {
      const team = requireTeam(request, request.params.id);
      const overlapUntil = clock.now() + request.body.overlapHours * 3_600_000;
      await submit(request, { kind: "webhook-rotate", team, overlapUntil, ifTurn: requireIfMatch(request) });
      return presentSecret(reply, team);
    },
  );

  function presentSecret(reply: FastifyReply, team: string): z.infer<typeof webhookSecretSchema> {
    const { turn, overlapUntil } = webhookTurn(db, team);
    setEtag(reply, turn);
    reply.header("cache-control", "no-store");
    const overlaps = overlapUntil !== null && clock.now() < overlapUntil;
    return {
      secret: app.hemvakt.webhookSecret(team),
      overlapUntil: overlaps ? iso(overlapUntil) : null,
      version: turn,
    };
  }
}

import { z } from "zod";
import { pushSubscriptionSchema } from "../domain/push.ts";
import { HemvaktError } from "../errors.ts";
import { browsersOf } from "../store/sqlite/push.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, idParams, iso, isoSchema, submit } from "./conventions.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Notifications"];

const browserSchema = z
  .object({ id: z.string(), label: z.string(), createdAt: isoSchema })
  .meta({ id: "PushBrowser", examples: [{ id: "b4-0", label: "Chrome, Android", createdAt: "2026-11-22T08:00:00Z" }] });

/** The browsers that somebody wants to be told in: their own business, nobody else's. */
export async function pushRoutes(app: ApiApp): Promise<void> {
  const { db, push } = app.hemvakt;

  app.get(
    "/staff/me/push",
    {
      schema: {
        tags,
        summary: "List the browsers that you are told in",
        description: "`key` is the platform's, for `pushManager.subscribe({ applicationServerKey })`.",
        response: {
          200: z.object({ key: z.string(), items: z.array(browserSchema) }).meta({ id: "PushBrowsers" }),
          ...problemResponses(),
        },
      },
    },
    async (request) => ({
      key: push.key,
      items: browsersOf(db, request.principal.staff).map(({ id, label, created_at }) => ({
        id,
        label,
        createdAt: iso(created_at),
      })),
    }),
  );

  app.post(
    "/staff/me/push",
    {
      schema: {
        tags,
        summary: "Be told in this browser",
        description:
          "What it shows names nobody. A browser belongs to whoever subscribed it last; at most ten for each person, the oldest goes.",
        headers: idempotencyHeader,
        body: z
          .strictObject({ label: z.string().min(1).max(100), subscription: pushSubscriptionSchema })
          .meta({ id: "NewPushBrowser" }),
        response: {
          201: z.object({ id: z.string() }),
          ...problemResponses("CSRF", "PUSH_SERVICE_UNKNOWN", "REQUEST_BODY", "IDEMPOTENCY_REUSED"),
        },
      },
    },
    async (request, reply) => {
      const { label, subscription } = request.body;
      if (!push.allows(subscription.endpoint)) throw new HemvaktError("PUSH_SERVICE_UNKNOWN");
      const { staff } = request.principal;
      const { id = "" } = await submit(request, { kind: "push-subscribe", staff, label, subscription });
      reply.code(201);
      return { id };
    },
  );

  app.delete(
    "/staff/me/push/:id",
    {
      schema: {
        tags,
        summary: "Be told in a browser no more",
        params: idParams,
        headers: idempotencyHeader,
        response: { 204: z.undefined(), ...problemResponses("CSRF", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { staff } = request.principal;
      await submit(request, { kind: "push-unsubscribe", staff, id: request.params.id });
      reply.code(204);
    },
  );
}

import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { defaultPolicy, type EscalationPolicy, escalationPolicySchema } from "../domain/escalation.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { allow, visibleTeam } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, idParams, ifMatchHeader, requireIfMatch, setEtag, submit } from "./conventions.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Teams"];

const teamEscalationSchema = z
  .object({
    team: idSchema,
    version: z.int().meta({ description: "The team's; the ETag" }),
    own: z.boolean().meta({ description: "False where the platform's own steps are in force" }),
    policy: escalationPolicySchema,
  })
  .meta({ id: "TeamEscalation" });

type Row = { escalation: string | null; version: number };

const change = {
  tags,
  params: idParams,
  headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
  response: {
    200: teamEscalationSchema,
    ...problemResponses(
      "FORBIDDEN",
      "CSRF",
      "NOT_FOUND",
      "PRECONDITION_REQUIRED",
      "PRECONDITION_FAILED",
      "IDEMPOTENCY_REUSED",
      "REQUEST_BODY",
    ),
  },
};

/** How a team escalates what nobody takes on. */
export async function escalationRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  function read(team: string): z.infer<typeof teamEscalationSchema> {
    const row = db.get<Row>("SELECT escalation, version FROM team WHERE id = ?", team);
    if (!row) throw new HemvaktError("NOT_FOUND");
    const own = row.escalation !== null;
    const policy = own ? (JSON.parse(row.escalation!) as EscalationPolicy) : defaultPolicy;
    return { team, version: row.version, own, policy };
  }

  async function put(request: FastifyRequest, team: string, policy: EscalationPolicy | null) {
    await submit(request, { kind: "team-escalation", team, policy, ifVersion: requireIfMatch(request) });
    return read(team);
  }

  app.get(
    "/teams/:id/escalation",
    {
      schema: {
        tags,
        summary: "Read whom a team's alerts are told to, step by step",
        params: idParams,
        response: { 200: teamEscalationSchema, ...problemResponses("NOT_FOUND") },
      },
    },
    async (request, reply) => {
      if (request.principal.role !== "admin") visibleTeam(request, request.params.id);
      const found = read(request.params.id);
      setEtag(reply, found.version);
      return found;
    },
  );

  app.put(
    "/teams/:id/escalation",
    {
      preValidation: allow("admin"),
      schema: {
        ...change,
        summary: "Give a team steps of its own",
        description:
          "Every first step is at once. Red: all steps within an hour, repeated every 15 minutes at most, and the team that " +
          "answers is told when this one closes. Open alerts stay at their step; the next one is by the new policy.",
        body: escalationPolicySchema,
      },
    },
    async (request, reply) => {
      const found = await put(request, request.params.id, request.body);
      setEtag(reply, found.version);
      return found;
    },
  );

  app.delete(
    "/teams/:id/escalation",
    { preValidation: allow("admin"), schema: { ...change, summary: "Go back to the platform's own steps" } },
    async (request, reply) => {
      const found = await put(request, request.params.id, null);
      setEtag(reply, found.version);
      return found;
    },
  );
}

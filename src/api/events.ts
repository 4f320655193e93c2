import { fastifySSE } from "@fastify/sse";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { HemvaktError } from "../errors.ts";
import { allow } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { isoSchema } from "./conventions.ts";
import type { Live, Sink } from "./live.ts";
import { problemResponses } from "./problem.ts";

const description = `Server-sent events (WHATWG HTML §9.2). \`id\` is the event's number, \`event\` its type, \`data\`
the object below. After a break the browser sends \`Last-Event-ID\` by itself and gets what happened since; scripts
may give \`?lastEventId=\`. Each event is checked against your teams as they are at that moment.

Beside what is in the record there are
- \`reading\` (no id, not repeated): a new reading of a patient of your teams; read its value at the API;
- \`reset\`: something was left out (\`too-old\`, \`unknown\`: the number isn't among those kept; \`slow\`: you did
  not keep up, and the stream is closed). Read your lists again;
- a comment every 15 seconds.

The stream is closed when the session ends or the account is disabled.`;

/** An event as it goes out. */
export const sentEventSchema = z
  .object({
    seq: z.int(),
    at: isoSchema,
    type: z.string(),
    alert: z.string().nullable(),
    patient: z.string().nullable(),
    team: z.string(),
    actor: z.string(),
    reason: z.string(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: "Event",
    examples: [
      {
        seq: 412,
        at: "2026-11-22T07:02:00.000Z",
        type: "alert.opened",
        alert: "a9c-0",
        patient: "greta",
        team: "team-north",
        actor: "hub:hub-greta",
        reason: "weight-rise",
        data: { concern: "weight-gain", category: "clinical", severity: "red", state: "open", version: 1 },
      },
    ],
  });

/** Live events for the teams' pages and scripts. */
export async function eventRoutes(app: ApiApp, { live }: { live: Live }): Promise<void> {
  await app.register(fastifySSE);

  app.get(
    "/events",
    {
      preHandler: allow("nurse", "physician", "technician"),
      exposeHeadRoute: false,
      // `manual`: refusals before the stream begins are problem details like everywhere else. The heartbeat is ours,
      // since it also looks whether the session still holds.
      sse: { kind: "manual", heartbeat: false },
      schema: {
        tags: ["Live events"],
        summary: "Follow what happens",
        description,
        querystring: z.strictObject({
          lastEventId: z.string().max(20).optional().meta({ description: "Where to go on, instead of the header" }),
        }),
        headers: z.object({ "last-event-id": z.string().max(20).optional() }),
        response: {
          200: {
            description: "A stream of events; the schema is that of each event's `data`.",
            content: { "text/event-stream": { schema: sentEventSchema } },
          },
          ...problemResponses("FORBIDDEN"),
        },
      },
    },
    async (request, reply) => {
      const lastEventId = request.headers["last-event-id"] ?? request.query.lastEventId;
      reply.header("cache-control", "no-store");
      const close = live.open(request.principal, sinkOf(reply), lastEventId);
      if (!close) throw new HemvaktError("RATE_LIMIT", "Too many live streams in this session.");
      reply.sse.keepAlive();
      reply.raw.once("close", close);
    },
  );
}

function sinkOf(reply: FastifyReply): Sink {
  const { raw, sse } = reply;
  return {
    write: (text) => {
      if (!sse.isConnected) return;
      sse.sendHeaders();
      raw.write(text);
    },
    buffered: () => raw.writableLength,
    isStuck: () => raw.writableNeedDrain,
    drained: () =>
      new Promise((resolve) => {
        if (!raw.writableNeedDrain || raw.destroyed) {
          // Let others have a turn between two pages.
          setImmediate(resolve);
          return;
        }
        const done = () => {
          raw.off("drain", done);
          raw.off("close", done);
          resolve();
        };
        raw.once("drain", done);
        raw.once("close", done);
      }),
    end: () => sse.close(),
    destroy: () => raw.destroy(),
  };
}

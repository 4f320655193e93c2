import { type ZodType, z } from "zod";
import { HemvaktError } from "../errors.ts";
import type { ApiApp } from "./context.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Device contract"];

/** The JSON Schemas (draft 2020-12) of what devices send and are sent, for whoever builds a hub. */
export async function schemaRoutes(app: ApiApp, schemas: Readonly<Record<string, ZodType>>): Promise<void> {
  const documents = new Map(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      { $id: `/api/v1/schemas/${name}`, ...z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) },
    ]),
  );

  app.get(
    "/schemas",
    {
      config: { public: true },
      schema: {
        tags,
        summary: "List the JSON Schemas of device messages",
        response: {
          200: z.object({ items: z.array(z.object({ name: z.string(), url: z.string() })) }),
          ...problemResponses(),
        },
      },
    },
    async () => ({ items: [...documents.keys()].map((name) => ({ name, url: `/api/v1/schemas/${name}` })) }),
  );

  app.get(
    "/schemas/:name",
    {
      config: { public: true },
      schema: {
        tags,
        summary: "Read a JSON Schema",
        params: z.object({ name: z.string().max(64) }),
        response: {
          200: {
            description: "A JSON Schema, draft 2020-12",
            content: { "application/schema+json": { schema: z.record(z.string(), z.unknown()) } },
          },
          ...problemResponses("NOT_FOUND"),
        },
      },
    },
    async (request, reply) => {
      const document = documents.get(request.params.name);
      if (!document) throw new HemvaktError("NOT_FOUND");
      reply.type("application/schema+json").header("cache-control", "public, max-age=3600");
      return document;
    },
  );
}

import { z } from "zod";
import { enginesOf } from "../store/sqlite/engines.ts";
import type { ApiApp } from "./context.ts";
import { iso, isoSchema } from "./conventions.ts";
import { problemResponses } from "./problem.ts";

const engineSchema = z
  .object({
    version: z.string().meta({ description: "SHA-256 of what decides" }),
    fromCommand: z.int().meta({ description: "The first command it decided" }),
    from: isoSchema,
    release: z.string(),
    node: z.string(),
    parts: z.record(z.string(), z.string()).meta({ description: "A SHA-256 for each part, by its name" }),
  })
  .meta({ id: "Engine" });

/** Which engines have decided, from when on. */
export async function engineRoutes(app: ApiApp): Promise<void> {
  const { db } = app.hemvakt;

  app.get(
    "/engines",
    {
      schema: {
        tags: ["Alerts"],
        summary: "List the engines that have decided",
        description:
          "The newest first. Everybody who is signed in may know. Two stretches with the same version decide the same of the same.",
        response: { 200: z.object({ items: z.array(engineSchema) }), ...problemResponses() },
      },
    },
    async () => ({
      items: enginesOf(db)
        .toReversed()
        .map(({ version, command, at, release, node, parts }) => ({
          version,
          fromCommand: command,
          from: iso(at),
          release,
          node,
          parts: JSON.parse(parts) as Record<string, string>,
        })),
    }),
  );
}

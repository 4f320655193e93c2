import fastifySwagger from "@fastify/swagger";
import fastifySwaggerUi from "@fastify/swagger-ui";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { csrfHeader } from "./authenticate.ts";
import type { ApiApp } from "./context.ts";
import { homeHeader } from "./home-session.ts";

const description = `Readings, care plans, alerts and those who answer for them.

**Signing in.** \`POST /api/v1/sessions\` gives a cookie and a CSRF token (browsers) or a bearer token (scripts).
**Changes** take an \`Idempotency-Key\`; changes of something that has a version need its ETag in \`If-Match\`.
**Lists** come in pages: give \`next\` back as \`cursor\`.
**Errors** are problem details (RFC 9457) with a stable \`code\` and what to do.
**Reading** patients' data is logged: who, for which unit, of whom, what.
**Times** are ISO 8601; requests need an offset.

Not a medical device, and not for emergencies: call 112.`;

/** The API description (OpenAPI 3.1, made from the schemas that check requests and answers) and a page to try it. */
export async function describeApi(app: ApiApp, version: string, cookie: string, homeCookieName: string): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Hemvakt", version, description, license: { name: "Apache-2.0" } },
      components: {
        securitySchemes: {
          cookie: {
            type: "apiKey",
            in: "cookie",
            name: cookie,
            description: `For browsers. Changes need the CSRF token of the session in the \`${csrfHeader}\` header.`,
          },
          bearer: { type: "http", scheme: "bearer", description: "For scripts." },
          home: {
            type: "apiKey",
            in: "cookie",
            name: homeCookieName,
            description: `For a paired browser in a home. Changes need the header \`${homeHeader}: 1\`.`,
          },
        },
      },
      security: [{ cookie: [] }, { bearer: [] }],
    },
    transform: (document) => {
      const { config } = document.route;
      const transformed = jsonSchemaTransform(document);
      const security = config?.public === true ? [] : config?.home === true ? [{ home: [] }] : undefined;
      return security ? { ...transformed, schema: { ...transformed.schema, security } } : transformed;
    },
    transformObject: jsonSchemaTransformObject,
  });

  await app.register(fastifySwaggerUi, {
    routePrefix: "/api/v1/docs",
    uiConfig: { deepLinking: true, tryItOutEnabled: false, validatorUrl: null },
  });

  app.get("/api/v1/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}

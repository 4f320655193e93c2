import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
beforeAll(async () => {
  const weight = z.strictObject({ kind: z.literal("body-weight"), value: z.number() });
  api = await openApi({ schemas: { weight } });
});
afterAll(() => api.close());

type Operation = {
  tags?: string[];
  summary?: string;
  security?: object[];
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
};
type Description = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
};

const describe = async (): Promise<Description> => (await api.call({ url: "openapi.json" })).json<Description>();

const operations = async () =>
  Object.entries((await describe()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

test("the description is OpenAPI 3.1 with both ways to sign in", async () => {
  const { openapi, components } = await describe();
  expect(openapi).toBe("3.1.0");
  expect(components.securitySchemes).toMatchObject({
    cookie: { type: "apiKey", in: "cookie", name: "hemvakt" },
    bearer: { type: "http", scheme: "bearer" },
  });
});

test("every operation has a tag, a summary, and says how it may fail", async () => {
  const all = await operations();
  expect(all.length).toBeGreaterThan(40);
  for (const { name, operation } of all) {
    expect(operation.tags, name).toHaveLength(1);
    expect(operation.summary, name).toBeTruthy();
    for (const status of ["400", "401", "429", "500"]) {
      expect(operation.responses[status]?.content, `${name} ${status}`).toMatchObject({
        "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
      });
    }
  }
});

test("every reference leads somewhere", async () => {
  const description = await describe();
  const refs = new Set(
    [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((m) => m[1]),
  );
  expect(refs.size).toBeGreaterThan(10);
  for (const ref of refs) expect(description.components.schemas, `${ref}`).toHaveProperty(String(ref));
});

test("only signing in, the claims of hubs and pages, and the schemas of the device contract are public", async () => {
  const open = (await operations()).filter(({ operation }) => operation.security?.length === 0).map(({ name }) => name);
  expect(open.sort()).toEqual([
    "GET /api/v1/schemas",
    "GET /api/v1/schemas/{name}",
    "POST /api/v1/home/pair",
    "POST /api/v1/provisioning/claim",
    "POST /api/v1/sessions",
  ]);
});

test("every operation that isn't public turns strangers away before it reads what they sent", async () => {
  for (const { name, operation } of await operations()) {
    if (operation.security?.length === 0) continue;
    const [method, path] = name.split(" ") as ["GET", string];
    const headers = { "content-type": "application/json" };
    const answer = await api.app.inject({
      method,
      url: path.replace(/\{\w+\}/g, "1"),
      headers,
      ...(method === "GET" ? {} : { payload: "{ not json" }),
    });
    const isHome = operation.security?.some((one) => "home" in one);
    expect(answer.json(), name).toMatchObject({ code: isHome ? "PAGE_UNPAIRED" : "UNAUTHENTICATED" });
  }
});

test("Swagger UI is served under the strict Content-Security-Policy", async () => {
  const page = await api.call({ url: "docs/" });
  expect(page.statusCode).toBe(200);
  expect(page.headers["content-type"]).toMatch(/^text\/html/);
  const policy = String(page.headers["content-security-policy"]);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
  expect(policy).toContain("frame-ancestors 'none'");
  // Whatever the page loads comes from here, and none of it is inline.
  expect(page.body).not.toMatch(/<script(?![^>]*\ssrc="\.?\/)[^>]*>\s*\S/);
  for (const [, source] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const url = new URL(String(source), "http://localhost/api/v1/docs/").pathname;
    expect((await api.call({ url })).statusCode, url).toBe(200);
  }
  expect((await api.call({ url: "docs/json" })).json()).toMatchObject({ openapi: "3.1.0" });
});

test("the JSON Schemas of device messages are listed and served to anybody", async () => {
  const list = await api.call({ url: "schemas" });
  expect(list.json()).toEqual({ items: [{ name: "weight", url: "/api/v1/schemas/weight" }] });
  const schema = await api.call({ url: "/api/v1/schemas/weight" });
  expect(schema.headers["content-type"]).toMatch(/^application\/schema\+json/);
  expect(schema.json()).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "/api/v1/schemas/weight",
    required: ["kind", "value"],
    additionalProperties: false,
  });
  expect((await api.call({ url: "schemas/height" })).json()).toMatchObject({ code: "NOT_FOUND" });
});

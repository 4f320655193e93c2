import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import { errorCatalogue, HemvaktError } from "../errors.ts";
import { openLedger } from "../ledger/ledger.ts";
import { codedFailure } from "./failures.ts";
import { problemSchema } from "./problem.ts";

let api: TestApi;
afterEach(() => api.close());
beforeEach(async () => {
  api = await openApi({ config: { rateLimit: { person: 5, address: 100 } } });
});

type Answer = Awaited<ReturnType<TestApi["call"]>>;

/** A whole problem document, with nothing of the inside in it. */
function expectProblem(answer: Answer, code: keyof typeof errorCatalogue): Record<string, unknown> {
  const problem = answer.json<Record<string, unknown>>();
  expect(problem).toMatchObject({
    type: `/errors/${code}`,
    title: errorCatalogue[code].title,
    status: answer.statusCode,
    code,
    action: errorCatalogue[code].action,
    retryable: errorCatalogue[code].retryable,
    instance: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(problemSchema.safeParse(problem).success).toBe(true);
  expect(answer.statusCode).toBe(errorCatalogue[code].status);
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(answer.body).not.toMatch(/node_modules|\.ts:|at .*\(/);
  return problem;
}

test("an address that doesn't exist", async () => {
  expectProblem(await api.call({ url: "nothing/here" }), "NOT_FOUND");
  expectProblem(await api.call({ url: "/nothing" }), "NOT_FOUND");
  expectProblem(await api.call({ url: "/api/v1/%ff" }), "NOT_FOUND");
});

test("a method that the address doesn't take says which it does", async () => {
  const answer = await api.call({ method: "PUT", url: "sessions/current" });
  expectProblem(answer, "METHOD_NOT_ALLOWED");
  expect(answer.headers["allow"]).toBe("DELETE, GET, HEAD");
  const known = await api.call({ method: "DELETE", url: "patients/greta" });
  expectProblem(known, "METHOD_NOT_ALLOWED");
});

test("a body that is no JSON, of another type, empty or too large", async () => {
  const send = (payload: string, type = "application/json") =>
    api.app.inject({ method: "POST", url: "/api/v1/sessions", payload, headers: { "content-type": type } });
  expectProblem(await send("{"), "REQUEST_BODY");
  expectProblem(await send(""), "REQUEST_BODY");
  expectProblem(await send("<a/>", "application/xml"), "REQUEST_BODY");
  expectProblem(await send('{"__proto__": {"admin": true}}'), "REQUEST_BODY");
  expectProblem(await send(JSON.stringify({ username: "x".repeat(300_000) })), "PAYLOAD_TOO_LARGE");
});

test("wrong fields are named one by one; what was sent is never repeated", async () => {
  const secret = "19700101-1234";
  const answer = await api.call({ url: "sessions", body: { username: 7, password: [secret], kind: secret, [`x`]: 1 } });
  const problem = expectProblem(answer, "REQUEST_SHAPE");
  expect(problem["errors"]).toEqual([
    { path: "body.username", message: expect.any(String) },
    { path: "body.password", message: expect.any(String) },
    { path: "body.kind", message: expect.any(String) },
    { path: "body", message: expect.any(String) },
  ]);
  expect(answer.body).not.toContain(secret);

  const alva = await api.as("alva");
  const query = expectProblem(await alva({ url: `staff?limit=0&name=${secret}` }), "REQUEST_SHAPE");
  expect(query["errors"]).toEqual([
    { path: "query.limit", message: expect.any(String) },
    { path: "query", message: expect.any(String) },
  ]);
  const path = expectProblem(await alva({ url: `staff/${"x".repeat(65)}` }), "REQUEST_SHAPE");
  expect(path["errors"]).toEqual([{ path: "path.id", message: expect.any(String) }]);
  const cursor = expectProblem(await alva({ url: "staff?cursor=abc" }), "REQUEST_SHAPE");
  expect(cursor["errors"]).toEqual([{ path: "query.cursor", message: expect.any(String) }]);
});

test("no session, a role that may not, and a thing of another team", async () => {
  const stranger = await api.call({ url: "sessions/current" });
  expectProblem(stranger, "UNAUTHENTICATED");
  expect(stranger.headers["www-authenticate"]).toBe('Bearer realm="hemvakt"');
  expectProblem(await api.call({ url: "staff", headers: { authorization: "Bearer no" } }), "UNAUTHENTICATED");
  const karin = await api.as("karin");
  expectProblem(await karin({ url: "staff" }), "FORBIDDEN");
  expectProblem(await karin({ url: "teams/night" }), "NOT_FOUND");
});

test("more requests than allowed: a person has one limit, wherever they sit", async () => {
  const karin = await api.as("karin");
  for (let round = 0; round < 5; round += 1) {
    const answer = await karin({ url: "sessions/current", remoteAddress: `192.0.2.${round}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["ratelimit-remaining"]).toBe(String(4 - round));
  }
  const refused = await karin({ url: "sessions/current", remoteAddress: "192.0.2.9" });
  expectProblem(refused, "RATE_LIMIT");
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  const nils = await api.as("nils");
  expect((await nils({ url: "sessions/current" })).statusCode).toBe(200);
});

test("strangers are limited by address, also where there is nothing to find", async () => {
  const strict = await openApi({ config: { rateLimit: { person: 100, address: 3 } } });
  try {
    const ask = (remoteAddress: string) => strict.call({ url: "nothing", remoteAddress });
    for (let round = 0; round < 3; round += 1) expect((await ask(`2001:db8::${round}`)).statusCode).toBe(404);
    // Another address of the same network.
    expectProblem(await ask("2001:db8::ffff"), "RATE_LIMIT");
    expect((await ask("2001:db8:0:1::1")).statusCode).toBe(404);
  } finally {
    await strict.close();
  }
});

test("a store that can't be written", async () => {
  const folder = join(api.folder, "stopped");
  const ledger = await openLedger({ folder, clock: api.clock, mode: "inline" });
  await ledger.stop();
  const readOnly = await openApi({ ledger });
  try {
    const answer = await readOnly.call({ url: "sessions", body: { username: "karin", password, kind: "bearer" } });
    const problem = expectProblem(answer, "STORE_UNAVAILABLE");
    expect(problem).not.toHaveProperty("detail");
    expect(answer.headers["retry-after"]).toBe("5");
  } finally {
    await readOnly.close();
  }
});

test("a failure that nobody foresaw is in the log under the id that the caller got, and nowhere else", async () => {
  const broken = await openApi({
    hashHubSecret: () => {
      throw new TypeError("the inside of the platform");
    },
  });
  try {
    const ture = await broken.as("ture");
    const answer = await ture({ url: "hubs", body: { id: "h-9", team: "north" } });
    const problem = expectProblem(answer, "INTERNAL");
    expect(answer.body).not.toContain("inside");
    const line = broken.lines.find((text) => text.includes("the inside of the platform"));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ level: 50, request: problem["instance"], code: "INTERNAL" });
  } finally {
    await broken.close();
  }
});

test("an answer that doesn't fit its own schema is our fault, not the caller's", () => {
  const parsed = z.object({ id: z.string() }).safeEncode({ id: 7 } as never);
  expect(codedFailure(Object.assign(new Error("Response"), { statusCode: 500, cause: parsed.error })).code).toBe(
    "INTERNAL",
  );
  expect(
    codedFailure(Object.assign(new Error("disk I/O error"), { code: "ERR_SQLITE_ERROR", errcode: 266 })).code,
  ).toBe("STORE_UNAVAILABLE");
  expect(codedFailure(Object.assign(new Error("syntax"), { code: "ERR_SQLITE_ERROR", errcode: 1 })).code).toBe(
    "INTERNAL",
  );
  expect(codedFailure(undefined).code).toBe("INTERNAL");
  expect(codedFailure(new HemvaktError("FORBIDDEN")).code).toBe("FORBIDDEN");
});

test.each([
  ["bytes that are no HTTP", "hello\r\n\r\n", 400],
  ["a header of 20 kB", `GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, 431],
])("%s", async (_, bytes, status) => {
  const address = new URL(await api.app.listen({ host: "127.0.0.1", port: 0 }));
  const socket = connect(Number(address.port), address.hostname);
  socket.write(bytes);
  let text = "";
  for await (const chunk of socket.setEncoding("utf8")) text += String(chunk);
  const [head, body] = text.split("\r\n\r\n");
  expect(head).toContain(`HTTP/1.1 ${status}`);
  expect(head).toContain("application/problem+json");
  expect(problemSchema.parse(JSON.parse(body ?? ""))).toMatchObject({ code: "REQUEST_SHAPE", status });
});

test("every answer says what time it is by the platform's clock", async () => {
  for (const url of ["/api/v1/worklist", "/api/v1/no-such-thing"]) {
    api.clock.advance(60_000);
    const { headers } = await api.call({ url });
    expect(Date.parse(String(headers.date)), url).toBe(Math.floor(api.clock.now() / 1000) * 1000);
  }
});

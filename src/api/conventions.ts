import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { OutcomeValue } from "../decision/message.ts";
import { toIso } from "../domain/day.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import type { CommandBody, IdempotencyKey } from "../ledger/commands.ts";

export { problemResponses } from "./problem.ts";

/** What every resource does alike: versions, pages, idempotency, instants and ids. */

/** `:id` in a path. */
export const idParams = z.object({ id: idSchema });

// Versions: RFC 9110 §8.8.3 and §13.1.1.

/** A version as a strong entity tag, for instance `"3"` with its quotes. */
export const etagOf = (version: number): string => `"${version}"`;

/** Sets the ETag header of the answer. */
export const setEtag = (reply: FastifyReply, version: number): void => {
  reply.header("etag", etagOf(version));
};

/** The header that `requireIfMatch` reads, for a route's `schema.headers`: documentation, the check is done there. */
export const ifMatchHeader = z.object({
  "if-match": z
    .string()
    .optional()
    .meta({ description: "The ETag that you read", examples: ['"3"'] }),
});

/**
 * The version in If-Match: the one the caller read and wants to change.
 * @throws HemvaktError `PRECONDITION_REQUIRED` when the header is missing or `*` (which would mean "whatever it is
 * now"), `REQUEST_SHAPE` when it isn't one strong tag of ours
 */
export function requireIfMatch(request: FastifyRequest): number {
  const header = request.headers["if-match"]?.trim();
  if (header === undefined || header === "*") throw new HemvaktError("PRECONDITION_REQUIRED");
  const match = /^"(\d{1,15})"$/.exec(header);
  if (!match) throw malformed("header.if-match", 'one ETag as it was sent, for instance "3" with its quotes');
  return Number(match[1]);
}

const malformed = (path: string, message: string): HemvaktError =>
  new HemvaktError("REQUEST_SHAPE", undefined, { errors: [{ path, message }] });

// Pages.

/** `?limit=&cursor=`; extend it with a list's own filters. Unknown parameters are refused, so that a typo can't widen a search. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(500).optional().meta({ description: "`next` of the page before" }),
});
export type PageQuery = { readonly limit: number; readonly cursor?: string | undefined };

/** A page of items; `next` is the cursor of the page after it, null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: "Give it as `cursor` to read on; null at the end" }),
  });

/**
 * One page of a list ordered by a key (unique, or a tuple ending in something unique): read `fetch` rows after `after`,
 * then give them to `of`.
 * @param keySchema what a cursor of this list holds
 * @throws HemvaktError `REQUEST_SHAPE` when the cursor isn't one of this list
 * @example
 * const { after, fetch, of } = page(request.query, z.string());
 * return of(db.all<Row>("SELECT … WHERE id > ? ORDER BY id LIMIT ?", after ?? "", fetch), (row) => row.id, toHub);
 */
export function page<Key>(query: PageQuery, keySchema: z.ZodType<Key>) {
  return {
    /** The key of the last row of the page before; absent on the first page. */
    after: query.cursor === undefined ? undefined : readCursor(query.cursor, keySchema),
    /** For LIMIT: one more than is shown, to know whether there is more. */
    fetch: query.limit + 1,
    of: <Row, Item>(rows: readonly Row[], keyOf: (row: Row) => Key, toItem: (row: Row) => Item) => {
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      const next = rows.length > query.limit && last !== undefined ? cursorOf(keyOf(last)) : null;
      return { items: shown.map(toItem), next };
    },
  };
}

const cursorOf = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString("base64url");

function readCursor<Key>(cursor: string, keySchema: z.ZodType<Key>): Key {
  try {
    return keySchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw malformed("query.cursor", "give `next` of the page before, unchanged");
  }
}

// Changes.

/** The header that `submit` reads, for a route's `schema.headers`. */
export const idempotencyHeader = z.object({
  "idempotency-key": z
    .string()
    .optional()
    .meta({
      description: "1 to 128 visible ASCII characters, new for each new request; repeating it gives the first answer",
      examples: ["5f0c6f0e-9f3b-4a53-9f0b-0a4b8e6c2a11"],
    }),
});

/**
 * Hands a command to the ledger in the principal's name; what it gives is on disk. With an Idempotency-Key the same
 * request again gives the first outcome instead of a second change.
 * @param digested what of the body the key is bound to; default all of it. Leave passwords out: a stored fast digest
 * of one could be guessed offline, which argon2id is there to prevent.
 * @throws HemvaktError the refusal's code; `REQUEST_SHAPE` for a malformed key
 */
export async function submit(
  request: FastifyRequest,
  command: CommandBody,
  digested: unknown = request.body,
): Promise<OutcomeValue> {
  const idempotency = idempotencyOf(request, digested);
  const actor = request.principal.staff;
  return request.server.hemvakt.ledger.submit({ ...command, actor, ...(idempotency ? { idempotency } : {}) });
}

/**
 * The caller's Idempotency-Key with the digest of the request, where there is one.
 * @throws HemvaktError `REQUEST_SHAPE` for a malformed key
 */
export function idempotencyOf(request: FastifyRequest, digested: unknown = request.body): IdempotencyKey | undefined {
  const header = request.headers["idempotency-key"];
  if (header === undefined) return undefined;
  if (typeof header !== "string" || !/^[\x21-\x7e]{1,128}$/.test(header)) {
    throw malformed("header.idempotency-key", "1 to 128 visible ASCII characters");
  }
  const digest = createHash("sha256")
    .update(JSON.stringify([request.method, request.url, digested ?? null]))
    .digest("hex");
  return { key: header, digest };
}

// Instants.

/** In requests: ISO 8601 with an offset or Z (never local time), given to the handler as milliseconds since the epoch. */
export const instantSchema = z.iso
  .datetime({ offset: true, message: "an instant as ISO 8601 with offset, for instance 2026-11-22T08:02:00+01:00" })
  .meta({ examples: ["2026-11-22T08:02:00+01:00"] })
  .transform((text) => Temporal.Instant.from(text).epochMilliseconds);

/** In answers: an instant as ISO 8601 in UTC; make it with `iso`. */
export const isoSchema = z.iso.datetime().meta({ examples: ["2026-11-22T07:02:00.000Z"] });

/** Milliseconds since the epoch as ISO 8601 in UTC. */
export const iso = (ms: number): string => toIso(ms);

import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { renderSVG } from "uqr";
import { z } from "zod";
import { makeHubSecret } from "../auth/hub-secret.ts";
import { makeProvisioningCode, normalizedCode, provisioningText } from "../auth/provisioning-code.ts";
import type { LoginThrottle } from "../auth/throttle.ts";
import { idSchema } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";
import { certificatesOf } from "../store/sqlite/queries/equipment.ts";
import { hubById } from "../store/sqlite/registry.ts";
import { allow } from "./access.ts";
import type { ApiApp } from "./context.ts";
import {
  idempotencyHeader,
  idParams,
  ifMatchHeader,
  iso,
  isoSchema,
  requireIfMatch,
  setEtag,
  submit,
} from "./conventions.ts";
import { requireHub } from "./hubs.ts";
import type { ApiConfig } from "./options.ts";
import { changedSchema } from "./patients.ts";
import { problemResponses } from "./problem.ts";
import { addressOf } from "./security.ts";

const tags = ["Hub credentials"];
const technical = allow("technician", "admin");
const headers = z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape });
const refusals = ["FORBIDDEN", "CSRF", "NOT_FOUND", "PRECONDITION_REQUIRED", "PRECONDITION_FAILED"] as const;
const fingerprintSchema = z
  .string()
  .regex(/^([0-9a-f]{64}|[0-9A-F]{2}(:[0-9A-F]{2}){31})$/, "a SHA-256 fingerprint, as openssl or Hemvakt prints it")
  .transform((text) => text.replaceAll(":", "").toLowerCase());

const orderSchema = z
  .strictObject({ minutes: z.int().min(5).max(10_080).default(60).meta({ description: "How long the code holds" }) })
  .meta({ id: "ProvisioningOrder", examples: [{ minutes: 60 }] });

const codeSchema = changedSchema
  .extend({
    code: z
      .string()
      .nullable()
      .meta({ description: "Shown this once; null when a repeated request gives the first answer" }),
    expiresAt: isoSchema,
    uri: z
      .string()
      .nullable()
      .meta({ description: "What the QR code says: where to claim, where to connect, hub and code" }),
    svg: z.string().nullable().meta({ description: "The QR code" }),
  })
  .meta({
    id: "ProvisioningCode",
    examples: [
      {
        id: "hv-0312",
        version: 2,
        code: "K7QF-2M9X-R4TC",
        expiresAt: "2026-11-22T08:02:00.000Z",
        uri: "hemvakt:provision?api=https%3A%2F%2Fhemvakt.example&mqtt=mqtts%3A%2F%2Fhemvakt.example%3A8883&hub=hv-0312&code=K7QF2M9XR4TC",
        svg: "<svg …>",
      },
    ],
  });

const claimSchema = z
  .strictObject({ hub: idSchema, code: z.string().min(1).max(40) })
  .meta({ id: "ProvisioningClaim", examples: [{ hub: "hv-0312", code: "K7QF-2M9X-R4TC" }] });
const claimedSchema = z
  .object({
    hub: z.string(),
    secret: z.string().meta({ description: "The MQTT password; the user name is the hub's id. Shown this once" }),
    mqtt: z.string().meta({ description: "Where to connect" }),
  })
  .meta({ id: "ProvisionedHub", examples: [{ hub: "hv-0312", secret: "kQ0…", mqtt: "mqtts://hemvakt.example:8883" }] });

const rotationSchema = changedSchema
  .extend({ secret: z.string().nullable().meta({ description: "Shown this once" }), overlapUntil: isoSchema })
  .meta({
    id: "HubRotation",
    examples: [{ id: "hv-0312", version: 3, secret: "kQ0…", overlapUntil: "2026-11-25T07:02:00.000Z" }],
  });

/** How a hub comes by its secret, and how secrets and certificates change and end. */
export async function provisioningRoutes(
  app: ApiApp,
  { config, throttle }: { config: ApiConfig; throttle: LoginThrottle },
): Promise<void> {
  const { db, ledger, clock, hashHubSecret, disconnectHub } = app.hemvakt;
  const digest = (hub: string, code: string): string => hashHubSecret(provisioningText(hub, code));
  /** Whether the hub's open code is this one. A hub without one is compared too, so that the time tells nothing. */
  const isOpenCode = (hub: string, hmac: string): boolean => {
    const stored = db.get<{ code: Uint8Array }>("SELECT code FROM provisioning WHERE hub = ?", hub)?.code;
    const given = Buffer.from(hmac, "hex");
    return timingSafeEqual(stored?.length === given.length ? stored : Buffer.alloc(given.length), given);
  };
  const places = (request: FastifyRequest): { api: string; mqtt: string } => {
    const api = new URL(config.publicUrl ?? `${request.protocol}://${request.host}`);
    const { secure, port } = config.mqtt;
    return { api: api.origin, mqtt: `${secure ? "mqtts" : "mqtt"}://${api.hostname}:${port}` };
  };

  app.post(
    "/hubs/:id/provisioning",
    {
      preValidation: technical,
      schema: {
        tags,
        summary: "Make a one-time code for a hub",
        description:
          "The hub gets its secret for it, once. Any code before it ends; the present secret holds until then.",
        params: idParams,
        headers,
        body: orderSchema,
        response: { 201: codeSchema, ...problemResponses(...refusals, "EQUIPMENT_PLACE", "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const { id: hub } = requireHub(request, request.params.id);
      const made = makeProvisioningCode();
      const plain = made.replaceAll("-", "");
      const expiresAt = clock.now() + request.body.minutes * 60_000;
      const ifVersion = requireIfMatch(request);
      const code = digest(hub, plain);
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "hub-provision",
        hub,
        code,
        expiresAt,
        ifVersion,
      });
      const query = new URLSearchParams({ ...places(request), hub, code: plain });
      const uri = `hemvakt:provision?${query.toString()}`;
      setEtag(reply, version);
      reply.code(201);
      const answer = { id: hub, version, expiresAt: iso(expiresAt) };
      // After a repeated request the code is the first answer's, which nobody can show again.
      return isOpenCode(hub, code)
        ? { ...answer, code: made, uri, svg: renderSVG(uri, { ecc: "M", border: 4 }) }
        : { ...answer, code: null, uri: null, svg: null };
    },
  );

  app.post(
    "/provisioning/claim",
    {
      config: { public: true },
      schema: {
        tags,
        summary: "Get a hub's secret for its one-time code",
        description:
          "For hubs; no session. A code works once and until it expires; every refusal looks alike. After five wrong " +
          "tries one waits, longer each time.",
        body: claimSchema,
        response: {
          201: claimedSchema,
          ...problemResponses("PROVISIONING_CODE", "RATE_LIMIT", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const { hub } = request.body;
      const succeeded = throttle.begin(hub, addressOf(request));
      const code = digest(hub, normalizedCode(request.body.code) ?? "");
      // The ledger decides; it is not bothered with what can't be right.
      if (!isOpenCode(hub, code)) throw new HemvaktError("PROVISIONING_CODE");
      const secret = makeHubSecret();
      await ledger.submit({ kind: "hub-claim", hub, code, secret: hashHubSecret(secret), actor: `hub:${hub}` });
      succeeded();
      disconnectHub(hub, "MQTT_SECRET_REPLACED");
      reply.code(201);
      return { hub, secret, mqtt: places(request).mqtt };
    },
  );

  app.post(
    "/hubs/:id/rotate",
    {
      preValidation: technical,
      schema: {
        tags,
        summary: "Give a hub a new secret beside the present one",
        description: "The present one ends when the hub first uses the new one, or when the overlap is over.",
        params: idParams,
        headers,
        body: z
          .strictObject({ overlapHours: z.int().min(1).max(720).default(72) })
          .meta({ id: "Rotation", examples: [{ overlapHours: 72 }] }),
        response: { 200: rotationSchema, ...problemResponses(...refusals, "EQUIPMENT_PLACE", "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const { id: hub } = requireHub(request, request.params.id);
      const made = makeHubSecret();
      const secret = hashHubSecret(made);
      const until = clock.now() + request.body.overlapHours * 3_600_000;
      const ifVersion = requireIfMatch(request);
      const { version = ifVersion + 1 } = await submit(request, { kind: "hub-rotate", hub, secret, until, ifVersion });
      const stored = hubById(db, hub)?.next_secret;
      const isTheOne = stored !== null && stored !== undefined && Buffer.from(stored).toString("hex") === secret;
      setEtag(reply, version);
      return { id: hub, version, secret: isTheOne ? made : null, overlapUntil: iso(until) };
    },
  );

  certificateRoutes(app);
}

const certificateSchema = z
  .object({
    fingerprint: z.string().meta({ description: "SHA-256, hexadecimal" }),
    seenAt: isoSchema.nullable().meta({ description: "When the hub first showed it" }),
    revokedAt: isoSchema.nullable(),
  })
  .meta({
    id: "HubCertificate",
    examples: [{ fingerprint: "9f".repeat(32), seenAt: "2026-11-22T07:02:00.000Z", revokedAt: null }],
  });

function certificateRoutes(app: ApiApp): void {
  const { db, disconnectHub } = app.hemvakt;

  app.get(
    "/hubs/:id/certificates",
    {
      preValidation: technical,
      schema: {
        tags,
        summary: "List a hub's client certificates",
        params: idParams,
        response: {
          200: z.object({ items: z.array(certificateSchema) }),
          ...problemResponses("FORBIDDEN", "NOT_FOUND"),
        },
      },
    },
    async (request) => ({
      items: certificatesOf(db, requireHub(request, request.params.id).id).map((row) => ({
        fingerprint: row.fingerprint,
        seenAt: row.seen_at === null ? null : iso(row.seen_at),
        revokedAt: row.revoked_at === null ? null : iso(row.revoked_at),
      })),
    }),
  );

  app.post(
    "/hubs/:id/certificates/revoke",
    {
      preValidation: technical,
      schema: {
        tags,
        summary: "Refuse one client certificate of a hub for good",
        description:
          "Also one that was never shown. The hub's connections end; its secret and other certificates hold.",
        params: idParams,
        headers,
        body: z
          .strictObject({ fingerprint: fingerprintSchema })
          .meta({ id: "CertificateRevocation", examples: [{ fingerprint: "9f".repeat(32) }] }),
        response: { 200: changedSchema, ...problemResponses(...refusals, "REQUEST_BODY") },
      },
    },
    async (request, reply) => {
      const { id: hub } = requireHub(request, request.params.id);
      const ifVersion = requireIfMatch(request);
      const { fingerprint } = request.body;
      const change = { kind: "hub-certificate-revoke", hub, fingerprint, ifVersion } as const;
      const { version = ifVersion + 1 } = await submit(request, change);
      disconnectHub(hub);
      setEtag(reply, version);
      return { id: hub, version };
    },
  );
}

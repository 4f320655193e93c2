import { z } from "zod";
import { normalizedCode } from "../auth/provisioning-code.ts";
import type { LoginThrottle } from "../auth/throttle.ts";
import { newToken, tokenDigest } from "../auth/tokens.ts";
import { localDay, startOfDay, toIso } from "../domain/day.ts";
import { type Kind, kindNames, kinds } from "../domain/kind.ts";
import { unscaled } from "../domain/metric.ts";
import { planInForce } from "../domain/plan.ts";
import { quantityToScaled } from "../domain/quantity.ts";
import { HemvaktError } from "../errors.ts";
import { taskStates, tasksOf } from "../home/today.ts";
import { nounOf, valueText } from "../home/words.ts";
import { staffedTeams } from "../store/sqlite/duty.ts";
import { type AtHome, readingsAtHome } from "../store/sqlite/home-pages.ts";
import { messagePage } from "../store/sqlite/patient-messages.ts";
import { patientById, plansOf, teamById } from "../store/sqlite/registry.ts";
import type { ApiApp } from "./context.ts";
import { iso, isoSchema } from "./conventions.ts";
import { pageDigest } from "./home-pages.ts";
import { type Home, homeCookie, requirePerson } from "./home-session.ts";
import type { ApiConfig } from "./options.ts";
import { sentenceSchema } from "./present/explanation.ts";
import { presentNextLook } from "./present/next-look.ts";
import { metricSchema, unitOf } from "./present/value.ts";
import { problemResponses } from "./problem.ts";
import { addressOf } from "./security.ts";

const tags = ["The patient's page"];
const DAY = 86_400_000;
/** The cookie lasts as long as browsers keep one; the lending ends it before. */
const LASTS = 400 * 24 * 3600;

const personParams = z.object({ person: z.coerce.number().int().min(1).max(50) });
const entrySchema = z
  .object({ number: z.int(), slot: z.int().nullable(), name: z.string().nullable() })
  .meta({ id: "PersonAtHome" });
const homeSchema = z
  .object({
    at: isoSchema,
    language: z.enum(["sv", "en"]),
    people: z.array(entrySchema).meta({ description: "Without names where several share the screen" }),
  })
  .meta({ id: "HomePage" });

const todaySchema = z
  .object({
    at: isoSchema,
    zone: z.string(),
    language: z.enum(["sv", "en"]),
    tasks: z.array(
      z.object({
        signal: z.enum(kindNames as [Kind, ...Kind[]]),
        name: sentenceSchema,
        from: isoSchema,
        until: isoSchema,
        state: z.enum(taskStates),
        doneAt: isoSchema.nullable(),
      }),
    ),
    values: z
      .array(
        z.object({
          kind: z.enum(kindNames as [Kind, ...Kind[]]),
          name: sentenceSchema,
          text: sentenceSchema,
          measuredAt: isoSchema,
          receivedAt: isoSchema,
        }),
      )
      .meta({ description: "The newest of each kind that this hub has measured since it was lent" }),
    look: sentenceSchema.meta({ description: "When somebody next looks, and whom to call" }),
    team: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
    said: z
      .array(
        z.object({ id: z.string(), kind: z.string(), text: z.string(), at: isoSchema, shownAt: isoSchema.nullable() }),
      )
      .meta({ description: "What the clinic says now, newest first" }),
    messages: z
      .array(
        z.object({
          id: z.string(),
          at: isoSchema,
          from: z.enum(["patient", "team"]),
          text: z.string(),
          seenAt: isoSchema.nullable().meta({ description: "When somebody of the team read it" }),
        }),
      )
      .meta({ description: "The last twenty, newest first" }),
  })
  .meta({ id: "HomeToday" });

const seriesSchema = z
  .object({
    metric: metricSchema,
    unit: z.string(),
    points: z.array(z.object({ at: isoSchema, value: z.number() })),
    reference: z.number().nullable().meta({ description: "The clinic's line: the patient's own normal value" }),
  })
  .meta({ id: "HomeSeries" });

/**
 * What a paired browser in a home shows: this hub's own readings of who has it, what the clinic says, and who looks when.
 * Nothing here is written to the log of who read what: that is the record of staff (HSLF-FS 2016:40), and these are the
 * patient's own.
 */
export async function homeRoutes(
  app: ApiApp,
  { config, throttle }: { config: ApiConfig; throttle: LoginThrottle },
): Promise<void> {
  const { db, ledger, clock, hashHubSecret } = app.hemvakt;
  const cookie = homeCookie(config.cookieSecure);
  const cookieOptions = { path: "/", httpOnly: true, sameSite: "strict", secure: config.cookieSecure } as const;
  const languageOf = (patient: string): "sv" | "en" =>
    planInForce(plansOf(db, patient), clock.now())?.patientLanguage ?? "sv";
  const refusals = problemResponses("PAGE_UNPAIRED", "NOT_FOUND");

  app.post(
    "/home/pair",
    {
      config: { public: true },
      schema: {
        tags,
        summary: "Pair this browser with a hub by its one-time code",
        description:
          "Sets a cookie that holds for as long as whoever has the hub now has it. After some wrong tries one waits.",
        body: z
          .strictObject({ code: z.string().min(1).max(40), label: z.string().min(1).max(100).default("?") })
          .meta({ id: "HomePairing" }),
        response: {
          204: z.undefined().meta({ description: "Paired; the cookie is set" }),
          ...problemResponses("PROVISIONING_CODE", "RATE_LIMIT", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const succeeded = throttle.begin("home", addressOf(request));
      const code = pageDigest(hashHubSecret, normalizedCode(request.body.code) ?? "");
      // The ledger decides; it is not bothered with what can't be right.
      if (!db.get("SELECT 1 FROM home_page_code WHERE code = ?", Buffer.from(code, "hex"))) {
        throw new HemvaktError("PROVISIONING_CODE");
      }
      const token = newToken();
      const digest = Buffer.from(tokenDigest(token)).toString("hex");
      await ledger.submit({ kind: "home-page-pair", code, token: digest, label: request.body.label, actor: "home" });
      succeeded();
      reply.setCookie(cookie, token, { ...cookieOptions, maxAge: LASTS }).code(204);
    },
  );

  app.delete(
    "/home/pair",
    {
      config: { home: true },
      schema: { tags, summary: "Show nothing here any more", response: { 204: z.undefined(), ...refusals } },
    },
    async (request, reply) => {
      const { page } = request.home;
      await ledger.submit({ kind: "home-page-revoke", page: page.id, actor: `hub:${page.hub}` });
      reply.clearCookie(cookie, cookieOptions).code(204);
    },
  );

  app.get(
    "/home",
    {
      config: { home: true },
      schema: { tags, summary: "Who may be shown here", response: { 200: homeSchema, ...refusals } },
    },
    async (request, reply) => {
      const { people } = request.home;
      reply.header("cache-control", "no-store");
      return {
        at: iso(clock.now()),
        language: languageOf(people[0]!.patient),
        people: people.map(({ patient, lent }, index) => ({
          number: index + 1,
          slot: lent.find(({ user }) => user !== null)?.user ?? null,
          name: people.length > 1 ? null : givenName(patient),
        })),
      };
    },
  );

  const givenName = (patient: string): string | null =>
    db.get<{ given: string }>("SELECT given FROM person WHERE id = ?", patientById(db, patient)?.person ?? "")?.given ??
    null;

  app.get(
    "/home/:person",
    {
      config: { home: true },
      schema: {
        tags,
        summary: "Today: what to measure, what was measured, what the clinic says, who looks when",
        params: personParams,
        response: { 200: todaySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const shown = request.home;
      reply.header("cache-control", "no-store");
      return todayOf(shown, requirePerson(shown, request.params.person));
    },
  );

  function todayOf({ page }: Home, person: AtHome): z.infer<typeof todaySchema> {
    const now = clock.now();
    const { patient } = person;
    const plan = planInForce(plansOf(db, patient), now);
    const team = teamById(db, patientById(db, patient)?.team ?? "");
    const zone = plan?.zone ?? team?.zone ?? "Europe/Stockholm";
    const begin = startOfDay(localDay(now, zone), zone);
    const all = readingsAtHome(db, person, { from: now - 400 * DAY, to: now + 600_000 });
    const measured = (kind: Kind): number[] =>
      all
        .filter((one) => one.kind === kind && one.reading.measuredAt >= begin)
        .map(({ reading }) => reading.measuredAt);
    const next = presentNextLook(db, patient, now);
    const phone = team && staffedTeams(db).get(team.id)?.contact.phone;
    return {
      at: iso(now),
      zone,
      language: plan?.patientLanguage ?? "sv",
      tasks: (plan ? tasksOf(plan, measured, now) : []).map(({ signal, from, until, state, doneAt }) => ({
        signal,
        name: nounOf(signal),
        from: iso(from),
        until: iso(until),
        state,
        doneAt: doneAt === undefined ? null : iso(doneAt),
      })),
      values: kindNames.flatMap((kind) => {
        const last = all.findLast((one) => one.kind === kind)?.reading;
        if (!last) return [];
        const at = { measuredAt: iso(last.measuredAt), receivedAt: iso(last.receivedAt) };
        return [{ kind, name: nounOf(kind), text: valueText(kind, last.values), ...at }];
      }),
      look: next.explanation,
      team: team ? { name: team.name, phone: phone ?? null } : null,
      said: saidTo(page.hub, patient, now),
      messages: messagePage(db, patient, undefined, 20).map(({ id, at, author, text, seen_at }) => ({
        id,
        at: iso(at),
        from: author === null ? ("patient" as const) : ("team" as const),
        text,
        seenAt: seen_at === null ? null : iso(seen_at),
      })),
    };
  }

  /** What stands to be read on this hub: not taken back, not expired. */
  const saidTo = (hub: string, patient: string, now: number): z.infer<typeof todaySchema>["said"] =>
    db
      .all<{ id: number; kind: string; text: string; created_at: number; shown_at: number | null }>(
        `SELECT id, kind, text, created_at, shown_at FROM prompt
         WHERE hub = ? AND patient = ? AND retracted_at IS NULL AND expires_at > ? ORDER BY id DESC LIMIT 20`,
        hub,
        patient,
        now,
      )
      .map(({ id, kind, text, created_at, shown_at }) => ({
        id: String(id),
        kind,
        text,
        at: iso(created_at),
        shownAt: shown_at === null ? null : iso(shown_at),
      }));

  app.get(
    "/home/:person/series",
    {
      config: { home: true },
      schema: {
        tags,
        summary: "Somebody's own curve of one kind",
        params: personParams,
        querystring: z.strictObject({
          kind: z.enum(kindNames as [Kind, ...Kind[]]),
          days: z.coerce.number().int().min(1).max(400).default(30),
        }),
        response: { 200: z.object({ items: z.array(seriesSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request.home, request.params.person);
      reply.header("cache-control", "no-store");
      const { kind, days } = request.query;
      const now = clock.now();
      const readings = readingsAtHome(db, person, { kind, from: now - days * DAY, to: now + 600_000 });
      const references = planInForce(plansOf(db, person.patient), now)?.references ?? [];
      return {
        items: kinds[kind].components.flatMap((metric) => {
          const points = readings.flatMap(({ reading: { measuredAt, values } }) => {
            const value = values[metric];
            return value === undefined ? [] : [{ at: iso(measuredAt), value: unscaled(metric, value) }];
          });
          if (points.length === 0) return [];
          const own = references.find((one) => one.metric === metric);
          const reference = own ? unscaled(metric, quantityToScaled(metric, own.value)) : null;
          return [{ metric, unit: unitOf(metric), points, reference }];
        }),
      };
    },
  );

  app.post(
    "/home/:person/messages",
    {
      config: { home: true },
      schema: {
        tags,
        summary: "Write to the team",
        description: "Once for each `id`, however often it is sent. The answer says when somebody reads it.",
        params: personParams,
        body: z
          .strictObject({ id: z.string().min(1).max(60), text: z.string().trim().min(1).max(1000) })
          .meta({ id: "HomeMessage" }),
        response: {
          201: z.object({ look: sentenceSchema }),
          ...problemResponses("PAGE_UNPAIRED", "NOT_FOUND", "CSRF", "REQUEST_BODY"),
        },
      },
    },
    async (request, reply) => {
      const shown = request.home;
      const { patient } = requirePerson(shown, request.params.person);
      const { hub } = shown.page;
      const { id, text } = request.body;
      await ledger.submit({ kind: "home-message", hub, patient, id: `page.${id}`, text, actor: `hub:${hub}` });
      reply.code(201);
      return { look: presentNextLook(db, patient, clock.now()).explanation };
    },
  );

  app.post(
    "/home/:person/said/:id/shown",
    {
      config: { home: true },
      schema: {
        tags,
        summary: "Say that what the clinic says was read",
        params: personParams.extend({ id: z.coerce.number().int().min(1) }),
        response: { 204: z.undefined(), ...problemResponses("PAGE_UNPAIRED", "NOT_FOUND", "CSRF") },
      },
    },
    async (request, reply) => {
      const shown = request.home;
      const { patient } = requirePerson(shown, request.params.person);
      const { hub } = shown.page;
      const { id } = request.params;
      if (!db.get("SELECT 1 FROM prompt WHERE id = ? AND hub = ? AND patient = ?", id, hub, patient)) {
        throw new HemvaktError("NOT_FOUND");
      }
      const payload = Buffer.from(JSON.stringify({ id, shownAt: toIso(clock.now()) }));
      const topic = `hv/v1/${hub}/prompted`;
      await ledger.submit({ kind: "device-message", hub, topic, channel: "prompted", payload, actor: `hub:${hub}` });
      reply.code(204);
    },
  );
}

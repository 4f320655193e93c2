import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { sayInstant } from "../alerts/say-duty.ts";
import { namedIn, withNames } from "../handover/names.ts";
import { compileSbar, type SbarTexts, sbarHtml, sbarParts, sbarText, textsOf } from "../handover/sbar.ts";
import { patientWithPerson, staffNames } from "../store/sqlite/queries/patients.ts";
import { teamById } from "../store/sqlite/registry.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { patientParams } from "./patients.ts";
import { presentPerson } from "./present/person.ts";
import { sbarFacts } from "./present/sbar.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Handover"];

export const sbarTextsSchema = z
  .strictObject(
    Object.fromEntries(sbarParts.map((part) => [part, z.string().max(8000)])) as Record<
      (typeof sbarParts)[number],
      z.ZodString
    >,
  )
  .meta({ id: "Sbar", description: "The four parts as text, a sentence a line" });

export const sbarQuery = z.strictObject({
  lang: z.enum(["sv", "en"]).default("sv"),
  format: z.enum(["json", "text", "html"]).default("json").meta({ description: "`html`: a page to print" }),
});

/** An SBAR in both languages, compiled from what is stored now; staff as placeholders. */
export function compileFor(app: ApiApp, patient: { id: string; team: string }): Record<"sv" | "en", SbarTexts> {
  const { db, clock } = app.hemvakt;
  const sbar = compileSbar(sbarFacts(db, patient, clock.now()));
  return { sv: textsOf(sbar, "sv"), en: textsOf(sbar, "en") };
}

/** An SBAR as the API answers it, with names for those who may see them. */
export function answerSbar(
  request: FastifyRequest,
  reply: FastifyReply,
  patient: { id: string; team: string },
  texts: SbarTexts,
  { lang, format }: z.infer<typeof sbarQuery>,
): SbarTexts | string {
  const { db, clock } = request.server.hemvakt;
  const named = nameIn(request, texts);
  if (format === "json") return named;
  const row = patientWithPerson(db, patient.id);
  const zone = teamById(db, patient.team)?.zone ?? "Europe/Stockholm";
  const person = row && presentPerson(row, clock.now(), zone);
  const age = person?.age ?? null;
  const years = age === null ? "" : lang === "sv" ? `, ${age} år` : `, ${age} years`;
  const heading = `SBAR · ${person ? `${person.given} ${person.family}${years}` : patient.id}`;
  const printed = sayInstant(clock.now(), clock.now() - 8 * 86_400_000, zone)[lang];
  if (format === "text") {
    reply.type("text/plain; charset=utf-8");
    return sbarText(named, `${heading}\n${printed}`, lang);
  }
  reply.type("text/html; charset=utf-8");
  return sbarHtml(named, heading, `Hemvakt · ${printed}`, lang, reply.cspNonce.style);
}

/** Placeholders of staff as their names. */
export function nameIn(request: FastifyRequest, texts: SbarTexts): SbarTexts {
  const names = staffNames(
    request.server.hemvakt.db,
    sbarParts.flatMap((part) => namedIn(texts[part])),
  );
  return Object.fromEntries(sbarParts.map((part) => [part, withNames(texts[part], names)])) as SbarTexts;
}

/** A patient told to somebody who doesn't know them. */
export async function sbarRoutes(app: ApiApp): Promise<void> {
  app.get(
    "/patients/:patient/sbar",
    {
      preValidation: allow("nurse", "physician"),
      schema: {
        tags,
        summary: "Tell a patient by SBAR, as things are now",
        description:
          "Situation, background, assessment, recommendation, compiled from what is stored: open alerts and promises, conditions, " +
          "treatment limitation and plan, values of 14 days, silence, snoozed limits, what came late, who answers now and next.",
        params: patientParams,
        querystring: sbarQuery,
        response: {
          200: z.union([sbarTextsSchema, z.string()]),
          ...problemResponses("FORBIDDEN", "NOT_FOUND"),
        },
      },
    },
    async (request, reply) => {
      const patient = visiblePatient(request, request.params.patient);
      await logRead(request, [patient.id], "sbar");
      const texts = compileFor(app, patient)[request.query.lang];
      return answerSbar(request, reply, patient, texts, request.query);
    },
  );
}

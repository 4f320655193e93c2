import { z } from "zod";
import { endReasons, pauseReasons } from "../domain/enrolment.ts";
import { patientById } from "../store/sqlite/registry.ts";
import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { idempotencyHeader, ifMatchHeader, instantSchema, requireIfMatch, setEtag, submit } from "./conventions.ts";
import { overrideSchema, withOverride } from "./override.ts";
import { changedSchema, patientParams } from "./patients.ts";
import { enrolmentHistorySchema, presentEnrolmentHistory } from "./present/enrolment.ts";
import { problemResponses } from "./problem.ts";

const tags = ["Patients"];
const clinical = allow("nurse", "physician");

const note = z.string().min(1).max(500).optional().meta({ description: "What the coded reason doesn't say" });
const changeSchema = z
  .discriminatedUnion("state", [
    z.strictObject({ state: z.literal("invited"), note }),
    z.strictObject({ state: z.literal("active"), note, override: overrideSchema }),
    z.strictObject({ state: z.literal("paused"), until: instantSchema, reason: z.enum(pauseReasons), note }),
    z.strictObject({ state: z.literal("ended"), reason: z.enum(endReasons), note }),
  ])
  .meta({
    id: "EnrolmentChange",
    examples: [{ state: "paused", until: "2026-12-01T08:00:00+01:00", reason: "admitted" }],
  });

/** Whether a patient is watched over: invited, active, paused until, ended. */
export async function enrolmentRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/patients/:patient/enrolment",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Read a patient's enrolment",
        params: patientParams,
        response: { 200: enrolmentHistorySchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request, reply) => {
      const { id } = visiblePatient(request, request.params.patient);
      await logRead(request, [id], "enrolment");
      setEtag(reply, patientById(db, id)?.version ?? 0);
      return presentEnrolmentHistory(db, id, clock.now());
    },
  );

  app.post(
    "/patients/:patient/enrolment",
    {
      preValidation: clinical,
      schema: {
        tags,
        summary: "Pause, end or resume watching over a patient",
        description:
          "From now on. If-Match is the patient's version. A pause ends by itself; what is measured during it is judged as " +
          "always, only nothing is expected. Ending closes what is open, takes back what was to be shown and recalls the " +
          "equipment: what is measured with it later is nobody's, and told as such. Making an ended patient active again " +
          "gives back what has not been fetched.",
        params: patientParams,
        headers: z.object({ ...ifMatchHeader.shape, ...idempotencyHeader.shape }),
        body: changeSchema,
        response: {
          200: changedSchema,
          ...problemResponses(
            "FORBIDDEN",
            "CSRF",
            "NOT_FOUND",
            "PRECONDITION_REQUIRED",
            "PRECONDITION_FAILED",
            "ENROLMENT_UNCHANGED",
            "COVERAGE_HOLE",
          ),
        },
      },
    },
    async (request, reply) => {
      const { id: patient } = visiblePatient(request, request.params.patient);
      const ifVersion = requireIfMatch(request);
      const { note: said, ...asked } = request.body;
      const { override, ...change } = { override: undefined, ...asked };
      const { version = ifVersion + 1 } = await submit(request, {
        kind: "patient-enrolment",
        patient,
        change,
        ...withOverride(override),
        ...(said === undefined ? {} : { note: said }),
        ifVersion,
      });
      setEtag(reply, version);
      return { id: patient, version };
    },
  );
}

import { allow, logRead, visiblePatient } from "./access.ts";
import type { ApiApp } from "./context.ts";
import { patientParams } from "./patients.ts";
import { nextLookSchema, presentNextLook } from "./present/next-look.ts";
import { problemResponses } from "./problem.ts";

/** When somebody next looks at what a patient sends. */
export async function nextLookRoutes(app: ApiApp): Promise<void> {
  const { db, clock } = app.hemvakt;

  app.get(
    "/patients/:patient/next-look",
    {
      preValidation: allow("nurse", "physician"),
      schema: {
        tags: ["Responsibility"],
        summary: "When somebody next looks at what a patient sends",
        description:
          "By the responsible team's hours, with a sentence for the patient. A cover isn't counted: it answers for what is urgent.",
        params: patientParams,
        response: { 200: nextLookSchema, ...problemResponses("FORBIDDEN", "NOT_FOUND") },
      },
    },
    async (request) => {
      const { id } = visiblePatient(request, request.params.patient);
      await logRead(request, [id], "next-look");
      return presentNextLook(db, id, clock.now());
    },
  );
}

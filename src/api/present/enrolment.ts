import { z } from "zod";
import { type Enrolment, enrolmentAt, enrolmentStates } from "../../domain/enrolment.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { enrolmentsOf } from "../../store/sqlite/enrolments.ts";
import { iso, isoSchema } from "../conventions.ts";

export const enrolmentStateSchema = z
  .object({
    state: z.enum(enrolmentStates),
    from: isoSchema.nullable().meta({ description: "Null for who has been active all along" }),
    until: isoSchema.nullable().meta({ description: "When a pause ends by itself" }),
    reason: z.string().nullable(),
  })
  .meta({ id: "EnrolmentState" });

/** A patient's enrolment as it is at an instant. */
export const presentEnrolment = (db: Database, patient: string, now: number): z.infer<typeof enrolmentStateSchema> =>
  present(enrolmentAt(enrolmentsOf(db, patient), now));

const present = (enrolment: Enrolment): z.infer<typeof enrolmentStateSchema> => ({
  state: enrolment.state,
  from: enrolment.from === 0 ? null : iso(enrolment.from),
  until: "until" in enrolment ? iso(enrolment.until) : null,
  reason: "reason" in enrolment ? enrolment.reason : null,
});

export const enrolmentHistorySchema = enrolmentStateSchema.extend({
  history: z
    .array(enrolmentStateSchema.extend({ setBy: z.string(), setAt: isoSchema }))
    .meta({ description: "Every change, the latest first" }),
});

/** As `presentEnrolment`, with every change and who made it. */
export function presentEnrolmentHistory(
  db: Database,
  patient: string,
  now: number,
): z.infer<typeof enrolmentHistorySchema> {
  const authors = db.all<{ set_by: string; set_at: number }>(
    "SELECT set_by, set_at FROM enrolment WHERE patient = ? ORDER BY n",
    patient,
  );
  const history = enrolmentsOf(db, patient).map((enrolment, n) => ({
    ...present(enrolment),
    setBy: authors[n]!.set_by,
    setAt: iso(authors[n]!.set_at),
  }));
  return { ...presentEnrolment(db, patient, now), history: history.toReversed() };
}

import { z } from "zod";
import type { Database } from "../../store/sqlite/database.ts";
import type { WaitingPatient } from "../../store/sqlite/patient-messages.ts";
import { patientsById } from "../../store/sqlite/queries/patients.ts";
import { teamById } from "../../store/sqlite/registry.ts";
import { iso, isoSchema } from "../conventions.ts";
import { personSchema, presentPerson } from "./person.ts";

/** What a patient has written that nobody has read. */
export const unseenSchema = z
  .object({
    unseen: z.int().min(1).meta({ description: "How many messages of the patient's nobody has read" }),
    since: isoSchema.meta({ description: "When the first of them came" }),
  })
  .meta({ id: "UnseenMessages" });

export const writtenSchema = unseenSchema
  .extend({ patient: z.object({ id: z.string(), name: personSchema.nullable() }) })
  .meta({ id: "PatientWhoWrote" });

export const presentUnseen = ({ unseen, since }: WaitingPatient): z.infer<typeof unseenSchema> => ({
  unseen,
  since: iso(since),
});

/** Who has written, by name, in the order given. @param now milliseconds since the epoch, for the age */
export function presentWritten(
  db: Database,
  waiting: readonly WaitingPatient[],
  now: number,
): z.infer<typeof writtenSchema>[] {
  const persons = patientsById(
    db,
    waiting.map(({ patient }) => patient),
  );
  return waiting.map((one) => {
    const person = persons.get(one.patient);
    const zone = (person && teamById(db, person.team)?.zone) ?? "UTC";
    return {
      ...presentUnseen(one),
      patient: { id: one.patient, name: person ? presentPerson(person, now, zone) : null },
    };
  });
}

import { z } from "zod";
import { localDay } from "../../domain/day.ts";
import type { PatientWithPerson } from "../../store/sqlite/queries/patients.ts";

/** Who a patient is, for those who care for them. */
export const personSchema = z
  .object({
    given: z.string(),
    family: z.string(),
    born: z.iso.date().nullable(),
    age: z.int().nullable().meta({ description: "Whole years today" }),
  })
  .meta({ id: "PatientName", examples: [{ given: "Greta", family: "Exempel", born: "1941-03-02", age: 85 }] });

/** Whole years from a date of birth to a local date. */
export function ageOn(born: string, now: number, zone: string): number {
  const today = Temporal.PlainDate.from("1970-01-01").add({ days: localDay(now, zone) });
  return Temporal.PlainDate.from(born).until(today, { largestUnit: "years" }).years;
}

export const presentPerson = (
  row: Pick<PatientWithPerson, "given" | "family" | "born">,
  now: number,
  zone: string,
): z.infer<typeof personSchema> => ({
  given: row.given,
  family: row.family,
  born: row.born,
  age: row.born === null ? null : ageOn(row.born, now, zone),
});
